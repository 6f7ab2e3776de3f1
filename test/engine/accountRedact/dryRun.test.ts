import { hintsOf, outputOf } from '../support/engine';
import {
	BY_REFERENCE_ID,
	EARLIER,
	errorOf,
	outcomes,
	Redactions,
	REQUEST_ID,
	rowsOf,
} from '../support/redactions';

const redactions = new Redactions();

describe('Dry Run', () => {
	it('is on by default: looks, and redacts nothing', async () => {
		const [one, two] = redactions.add(2);
		two!.redactedAt = EARLIER;
		const result = await redactions.run([...rowsOf([one!, two!]), { accountId: 'act_unknown' }]);
		const nothing = { redactedAt: null, requestId: REQUEST_ID };
		expect(outputOf(result)).toEqual([
			{
				json: { accountId: one!.id, referenceId: 'r-0', outcome: 'wouldRedact', ...nothing },
				pairedItem: [{ item: 0 }],
			},
			{
				json: {
					accountId: two!.id,
					referenceId: 'r-1',
					outcome: 'alreadyRedacted',
					redactedAt: EARLIER,
					requestId: REQUEST_ID,
				},
				pairedItem: [{ item: 1 }],
			},
			{
				json: { accountId: 'act_unknown', referenceId: null, outcome: 'notFound', ...nothing },
				pairedItem: [{ item: 2 }],
			},
		]);
		expect(redactions.deleted()).toEqual([]);
		expect(hintsOf(result)).toEqual([
			'Dry run: 1 account would be redacted, 1 redacted before, 1 not found',
		]);
	});

	it('finds accounts by reference ID with one request', async () => {
		const [one, two] = redactions.add(2);
		two!.redactedAt = EARLIER;
		const rows = [...rowsOf([two!, one!]), { reference_id: 'r-unknown' }];
		const items = outputOf(await redactions.run(rows, BY_REFERENCE_ID));
		const none = { redactedAt: null, requestId: null };
		expect(items.map(({ json }) => json)).toEqual([
			{
				accountId: two!.id,
				referenceId: 'r-1',
				outcome: 'alreadyRedacted',
				redactedAt: EARLIER,
				requestId: null,
			},
			{ accountId: one!.id, referenceId: 'r-0', outcome: 'wouldRedact', ...none },
			{ accountId: null, referenceId: 'r-unknown', outcome: 'notFound', ...none },
		]);
		const sent = redactions.sandbox.requests;
		expect(sent.map(({ method, path, query }) => ({ method, path, query }))).toEqual([
			{
				method: 'GET',
				path: '/accounts',
				query: {
					'filter[reference-id]': 'r-1,r-0,r-unknown',
					'fields[account]': 'reference-id,redacted-at',
					'page[size]': '100',
				},
			},
		]);
	});

	it('is on for all items if an expression turns it off for only some', async () => {
		const rows = rowsOf(redactions.add(2)).map((row, index) => ({ ...row, dry: index === 1 }));
		const items = outputOf(await redactions.run(rows, { dryRun: '={{ $json.dry }}' }));
		expect(outcomes(items)).toEqual(['wouldRedact', 'wouldRedact']);
		expect(redactions.redactedIds()).toEqual([]);
	});

	it.each(['={{ $json.missing }}', 'false', 0])('is not turned off by %j', async (dryRun) => {
		const error = errorOf(await redactions.run(rowsOf(redactions.add(1)), { dryRun }));
		expect(error?.message).toBe("Item 0: 'Dry Run' is neither on nor off");
		expect(redactions.sandbox.requests).toEqual([]);
	});
});
