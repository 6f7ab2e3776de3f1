import { BatchJobs, TYPE } from '../support/batchJobs';
import { outputOf } from '../support/engine';

const jobs = new BatchJobs().use();

describe('Account: Create or Update, dry run', () => {
	it('shows what it would send in a dry run, with social security numbers masked', async () => {
		const rows = [
			{ Id: 'a', ssn: '900-12-3456', Seats: 3 },
			{ Id: 'b', Seats: 'x' },
		];
		const dry = async (options: object) => {
			const [item] = outputOf(await jobs.run(rows, { options: { dryRun: true, ...options } }));
			const { data, fileName, mimeType } = item!.binary!.data!;
			return {
				...item!,
				file: JSON.parse(Buffer.from(data, 'base64').toString()) as unknown,
				fileName,
				mimeType,
			};
		};
		const shown = await dry({});
		expect(shown).toMatchObject({ fileName: 'batch-job.json', mimeType: 'application/json' });
		expect(shown.file).toEqual({
			data: {
				attributes: {
					operation: 'upsert',
					object: 'account',
					'lookup-field': 'reference_id',
					'emit-events': true,
					'account-type-id': TYPE,
					rows: [{ reference_id: 'a', social_security_number: '•••-••-••••', seats: 3 }],
				},
			},
		});
		expect(shown.json).toMatchObject({ 'dry-run': true, rows: 1, 'rejected-rows': 1, parts: 1 });
		const open = await dry({ dryRunShowSocialSecurityNumbers: true });
		expect(JSON.stringify(open.file)).toContain('900-12-3456');
		expect(jobs.requests()).toEqual(Array(2).fill('GET /account-types/… 200'));
	});

	it('masks social security numbers in fields of other names too', async () => {
		const config = { 'archived-at': null, 'deactivated-at': null };
		const { id } = jobs.sandbox.addAccountType({
			name: 'Employee',
			fieldSchemas: [{ type: 'string', key: 'tax_ssn', label: 'SSN', config }],
		});
		const parameters = { accountTypeId: id, options: { dryRun: true } };
		const [item] = outputOf(await jobs.run([{ Id: 'a', SSN: '900-12-3456' }], parameters));
		const text = Buffer.from(item!.binary!.data!.data, 'base64').toString();
		expect(text).toContain('"tax_ssn": "•••-••-••••"');
	});
});
