import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';
import { importAccounts, outcomeOf, send, useSandbox } from './support';

async function withSandbox(options: SandboxOptions, use: (sandbox: Sandbox) => Promise<void>) {
	const sandbox = await startSandbox({ processingMilliseconds: Infinity, ...options });
	try {
		await use(sandbox);
	} finally {
		await sandbox.close();
	}
}

describe('reference IDs that differ in casing', () => {
	const CSV = 'reference_id\nb-1\nB-1\nA-1\n';

	const idsFound = async (sandbox: Sandbox, referenceId: string) => {
		const path = `/accounts?filter[reference-id]=${referenceId}`;
		const { json } = await send(sandbox, path);
		return json.data.map(({ attributes }) => attributes['reference-id']);
	};

	it.each([
		[{}, { successful: 1, duplicates: 2 }, ['a-1']],
		[{ exactReferenceIds: true }, { successful: 3, duplicates: 0 }, ['A-1']],
	])('with the options %j, an import counts %j', async (options, counts, found) => {
		await withSandbox(options, async (sandbox) => {
			sandbox.addAccount({ referenceId: 'a-1' });
			expect(await outcomeOf(sandbox, CSV)).toEqual({ status: 'ready', errors: 0, ...counts });
			expect(await idsFound(sandbox, 'A-1')).toEqual(found);
		});
	});
});

describe('the limit on active tags', () => {
	const sandbox = useSandbox();
	const LIMIT = 1000;

	const addTags = (count: number) => {
		const tags = Array.from({ length: count }, (_, index) => `tag ${index}`);
		sandbox.current.addAccount({ tags: tags.join(',') });
	};

	const statusOf = async (tags: string) => {
		const { status, json } = await importAccounts(
			sandbox.current,
			`reference_id,tags\na,\nb,"${tags}"\n`,
		);
		return { status, errors: json.errors };
	};

	it('answers 422 to a file that would bring a new tag, and stores nothing', async () => {
		addTags(LIMIT);
		expect(await statusOf('tag 1, new')).toEqual({
			status: 422,
			errors: [
				{
					title: 'Unprocessable entity',
					details: 'Active tags are limited to 1000 per organization',
					source: { pointer: '/data/attributes/file' },
				},
			],
		});
		expect(sandbox.current.importers()).toEqual([]);
	});

	it('lets a file pass whose tags are all active, or that has none', async () => {
		addTags(LIMIT);
		expect((await statusOf('tag 1, tag 999')).status).toBe(201);
		expect((await statusOf('')).status).toBe(201);
		expect((await importAccounts(sandbox.current, 'reference_id\na\n')).status).toBe(201);
	});

	it('lets new tags pass as long as fewer are active', async () => {
		addTags(LIMIT - 1);
		expect((await statusOf('new, newer')).status).toBe(201);
		await sandbox.current.settle();
		expect((await statusOf('newest')).status).toBe(422);
		sandbox.current.reset();
		expect((await statusOf('newest')).status).toBe(201);
	});

	it('can be lowered for a test', async () => {
		await withSandbox({ maximumActiveTags: 1 }, async (small) => {
			small.addAccount({ tags: 'vip' });
			expect((await importAccounts(small, 'tags\nother\n')).status).toBe(422);
		});
	});
});
