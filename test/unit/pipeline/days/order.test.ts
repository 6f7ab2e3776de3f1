import fc from 'fast-check';

import { checkItems, table } from '../../support/checkItems';
import { RUNS as ALL_RUNS } from '../../support/property';
import { days, iso, outcomes, type Day, type Order } from './support';

const RUNS = { numRuns: 0.3 * ALL_RUNS.numRuns };
const write = ([year, month, day]: Day, order: Order, separator: string) =>
	(order === 'us' ? [month, day, year] : [day, month, year]).join(separator);
const other = (order: Order): Order => (order === 'us' ? 'eu' : 'us');

const order = fc.constantFrom<Order>('us', 'eu');
const separator = fc.constantFrom('/', '.', '-');
const decides = ([, , day]: Day) => day > 12;

test('property: Detect takes the order that one row proves, and guesses none', async () => {
	await fc.assert(
		fc.asyncProperty(days, order, separator, async (some, one, sign) => {
			const seen = await outcomes(some.map((day) => write(day, one, sign)));
			const isProven = some.some(decides);
			expect(seen).toEqual(
				some.map((day) => (isProven || day[1] === day[2] ? [iso(day)] : ['dateOrderUnknown'])),
			);
		}),
		RUNS,
	);
});

test('property: rows that contradict each other are all rejected', async () => {
	await fc.assert(
		fc.asyncProperty(days, days, separator, async (some, others, sign) => {
			fc.pre(some.some(decides) && others.some(decides));
			const texts = [
				...some.map((day) => write(day, 'us', sign)),
				...others.map((day) => write(day, 'eu', sign)),
			];
			const seen = await outcomes(texts);
			const isSame = (text: string) => new Set(text.split(sign).slice(0, 2).map(Number)).size === 1;
			seen.forEach((outcome, index) => {
				if (!isSame(texts[index]!)) expect(outcome).toEqual(['dateOrderMixed']);
			});
		}),
		RUNS,
	);
});

test('property: a chosen format that one row proves wrong sends none of the column', async () => {
	await fc.assert(
		fc.asyncProperty(days, order, separator, async (some, one, sign) => {
			const texts = some.map((day) => write(day, one, sign));
			expect(await outcomes(texts, one)).toEqual(some.map((day) => [iso(day)]));
			const wrong = await outcomes(texts, other(one));
			if (!some.some(decides)) return;
			expect(wrong).toEqual(some.map(() => ['dateOrderWrong']));
		}),
		RUNS,
	);
});

test('day first in a column that is set to month first', async () => {
	const rows = table(
		'reference_id,name_first,birthdate',
		'C-1,Ann,03/04/1991',
		'C-2,Bob,15/04/1991',
		'C-3,Cy,07/11/1985',
		'C-4,Dee,31/12/1979',
	);
	const wrong = await checkItems(rows, { birthdateFormat: 'us' });
	const [message] = wrong.messages;
	expect(wrong.items).toEqual({
		0: ['dateOrderWrong'],
		1: ['dateOrderWrong'],
		2: ['dateOrderWrong'],
		3: ['dateOrderWrong'],
	});
	expect(message).toContain('fit DD/MM/YYYY, not MM/DD/YYYY');
	const { items } = await checkItems(rows);
	expect(Object.values(items).map((cells) => cells[2])).toEqual([
		...['1991-04-03', '1991-04-15', '1985-11-07', '1979-12-31'],
	]);
});

test('the message names the format that is set, and the one that fits', async () => {
	const rows = table('birthdate', '12/31/1958', '04/05/1990');
	const { messages } = await checkItems(rows, { birthdateFormat: 'iso' });
	expect(messages).toEqual([
		"is not in the format set in 'Birthdate Format' (YYYY-MM-DD), but the dates of this column fit MM/DD/YYYY",
	]);
	const custom = { birthdateFormat: 'custom', birthdateCustomFormat: 'd MMM yyyy' } as const;
	const own = await checkItems(table('birthdate', 'soon'), custom);
	expect(own.messages).toEqual(["is not in the format set in 'Birthdate Format' (d MMM yyyy)"]);
});

test('what dots prove says nothing about slashes', async () => {
	expect(await outcomes(['31.12.1990', '03.04.1990', '03/04/1990', '05/05/1990'])).toEqual([
		['1990-12-31'],
		['1990-04-03'],
		['dateOrderUnknown'],
		['1990-05-05'],
	]);
});
