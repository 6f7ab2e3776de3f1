import { LIST_ITEM_IMPORTS } from '../../../nodes/Persona/pipeline/columns';
import { withMatchType } from '../../../nodes/Persona/pipeline/matchType';
import { checkRows } from '../../../nodes/Persona/pipeline/checkRows';
import { sourceOf } from '../support/rows';
import { ruleContext } from '../support/rules';

const { emailAddress, name: names } = LIST_ITEM_IMPORTS;
const columns = (...wanted: string[]) =>
	emailAddress.columns.filter(({ name }) => wanted.includes(name));

async function sent(wanted: string[], items: Record<string, string>[]) {
	const source = withMatchType(sourceOf(columns(...wanted), items), emailAddress);
	const checked = await checkRows(source, items.length, ruleContext({ matchType: 'domain' }));
	return [checked.columns.map(({ name }) => name), ...checked.rows.map(({ cells }) => cells)];
}

test('the match type that is chosen for all rows has a column', async () => {
	expect(await sent(['value'], [{ value: 'example.com' }])).toEqual([
		['value', 'match_type'],
		['example.com', 'domain'],
	]);
});

test('a column of the rows is left unchanged', async () => {
	const items = [{ value: 'a@example.com', match_type: 'email_address' }];
	expect(await sent(['value', 'match_type'], items)).toEqual([
		['value', 'match_type'],
		['a@example.com', 'email_address'],
	]);
});

test('no other list has a match type', () => {
	const source = sourceOf(names.columns, []);
	expect(withMatchType(source, names)).toBe(source);
});
