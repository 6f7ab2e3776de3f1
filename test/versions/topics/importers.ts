import type { StoredImporter } from '../../../sandbox';
import type { HostInstance } from '../support/host';
import { PENDING, ready } from '../support/imported';

const byId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };

const itemOf = ({ id, type }: StoredImporter, attributes: object, item: number) => ({
	json: { type, id, attributes },
	pairedItem: { item },
});

export function followsImports(host: () => HostInstance): void {
	it('looks at imports', async () => {
		const { sandbox } = host();
		const rows = [sandbox.addImporter({ status: 'pending' }), sandbox.addImporter()];
		const parameters = { resource: 'importer', operation: 'get', importerId: byId };
		const { outputs } = await host().run({ rows: rows.map(({ id }) => ({ id })) }, { parameters });
		expect(outputs).toEqual([[itemOf(rows[0]!, PENDING, 0), itemOf(rows[1]!, ready(0), 1)]]);
	});

	it('lists imports, the newest first', async () => {
		const { sandbox } = host();
		const [older, newer] = [sandbox.addImporter(), sandbox.addImporter({ status: 'pending' })];
		const parameters = { resource: 'importer', operation: 'getAll', returnAll: true };
		const { outputs } = await host().run({}, { parameters });
		expect(outputs).toEqual([[itemOf(newer, PENDING, 0), itemOf(older, ready(0), 0)]]);
	});

	it('waits for imports', async () => {
		const { sandbox } = host();
		const slow = sandbox.addImporter({ status: 'pending' });
		const done = sandbox.addImporter();
		setTimeout(() => Object.assign(slow, { status: 'ready', completedAt: done.completedAt }), 1500);
		const rows = [{ id: slow.id }, { id: done.id }];
		const parameters = {
			resource: 'importer',
			operation: 'wait',
			importerId: byId,
			options: { pollInterval: 1 },
		};
		const { outputs } = await host().run({ rows }, { parameters });
		expect(outputs).toEqual([[itemOf(slow, ready(0), 0), itemOf(done, ready(0), 1)]]);
	});
}
