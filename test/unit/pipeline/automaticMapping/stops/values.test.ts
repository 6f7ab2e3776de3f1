import { map } from '../support';

it('what may be a value but fits is used, and in no text either', async () => {
	const fields = { 'user@': { last_name: 'x' }, 'full@name': 'x', '@account_id': 1, '@id_1': 'x' };
	for (const more of [
		{},
		{ 'first@name': 'Ann', Forename: 'Bob' },
		{ '@id': 1, 'contact@id': 2 },
	]) {
		const mapping = await map([{ ...fields, ...more }]);
		expect(mapping.columns.length).toBeGreaterThan(0);
		expect(mapping.warnings.length + Number(mapping.stop !== undefined)).toBeGreaterThan(0);
		const { mapping: names, ignored, passedOver, warnings, stop } = mapping;
		const texts = JSON.stringify([names, ignored, passedOver, warnings, stop]);
		expect(texts.replaceAll('{{ $json[\\"', '')).not.toMatch(/@/);
	}
});

it('what may be a value is in no list and no text', async () => {
	const names = ['ann@example.com', '900-12-3456', '1990-01-31'];
	const item = Object.fromEntries(names.map((name) => [name, { firstName: 'zqx' }]));
	for (const more of [
		{},
		{ x: { 'first@name': 1 } },
		{ id: 1 },
		{ id: 1, Email: 'x' },
		{ first_name: 'x', DOB: 'x' },
	]) {
		const text = JSON.stringify(await map([{ ...item, ...more }]));
		for (const name of [...names, 'first@name', 'zqx']) expect(text).not.toContain(name);
	}
});
