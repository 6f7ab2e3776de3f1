import { spawnSync } from 'node:child_process';

import fc from 'fast-check';
import { DateTime } from 'luxon';

import { RULES, type RuleContext } from '../../../../nodes/Persona/pipeline/rules';
import { checkItems } from '../../support/checkItems';
import { expectEqual, realDay, RUNS as ALL_RUNS } from '../../support/property';
import { outcomeOf, ruleContext } from '../../support/rules';
import { iso, type Day } from './support';

/** East and west of UTC, with halves and quarters of hours, and with clocks that were set forward at midnight. */
const ZONES = [
	...['Europe/Berlin', 'Europe/London', 'Europe/Amsterdam', 'Asia/Kolkata', 'Asia/Tokyo'],
	...['Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'Africa/Cairo', 'UTC'],
	...['America/New_York', 'America/Sao_Paulo', 'Pacific/Honolulu'],
];

const RUNS = { numRuns: ALL_RUNS.numRuns / 5 };

/** The moment at which a day begins in a zone, as a database driver makes a Date of it. */
function localMidnight([year, month, day]: Day, zone: string): Date {
	return DateTime.fromObject({ year, month, day }, { zone }).toJSDate();
}

function read(value: unknown, context: RuleContext) {
	const checked = RULES.birthdate(value, context, undefined);
	const isWarned = typeof checked === 'object' && 'warning' in checked;
	return { text: outcomeOf(checked), warning: isWarned ? checked.warning : undefined };
}

const check = (value: unknown, timeZone: string) =>
	read(value, ruleContext({ birthdateFormat: 'detect', timeZone }));

/** Days that a zone has: Kiritimati and others have skipped one when they changed the side of the date line. */
function isThere([year, month, day]: Day, zone: string): boolean {
	return DateTime.fromObject({ year, month, day }, { zone }).day === day;
}

describe.each(ZONES)('a workflow in %s', (zone) => {
	test('property: what is midnight there is that day, however it is written', () => {
		fc.assert(
			fc.property(realDay, (day) => {
				fc.pre(isThere(day, zone));
				const date = localMidnight(day, zone);
				const there = DateTime.fromJSDate(date).setZone(zone);
				const forms = [date, date.toISOString(), there, there.toJSON()];
				// An offset with seconds, as before time zones, has no form in ISO 8601.
				if (Number.isInteger(there.offset)) forms.push(there.toISO(), there.toRFC2822());
				for (const value of forms) {
					const { text, warning } = check(value, zone);
					expectEqual({ value, text }, { value, text: iso(day) });
					if (warning === 'timeOfDay') expect(warning).not.toBe('timeOfDay');
				}
			}),
			RUNS,
		);
	});

	test('property: what is midnight in UTC is that day too', () => {
		fc.assert(
			fc.property(realDay, (day) => {
				const date = new Date(`${iso(day)}T00:00:00.000Z`);
				for (const value of [date, date.toISOString(), date.getTime()]) {
					const format = typeof value === 'number' ? 'unixMilliseconds' : 'detect';
					const context = ruleContext({ birthdateFormat: format, timeZone: zone });
					const { text, warning } = read(value, context);
					expectEqual(text, iso(day));
					if (warning === 'timeOfDay') expect(warning).not.toBe('timeOfDay');
				}
			}),
			RUNS,
		);
	});

	test('property: any other time is used as written, and warned about', () => {
		const time = fc.integer({ min: 1, max: 24 * 60 * 60 - 1 });
		fc.assert(
			fc.property(realDay, time, (day, seconds) => {
				const date = new Date(Date.parse(`${iso(day)}T00:00:00Z`) + seconds * 1000);
				const there = DateTime.fromJSDate(date).setZone(zone);
				fc.pre(there.diff(there.startOf('day')).toMillis() !== 0);
				const { text, warning } = check(date, zone);
				expectEqual({ text, warning }, { text: iso(day), warning: 'timeOfDay' });
			}),
			RUNS,
		);
	});
});

test.each(['Europe/Berlin', 'Asia/Kolkata', 'America/Sao_Paulo', 'Europe/London', 'Asia/Tokyo'])(
	'a process in %s makes the same Dates of local days as these tests',
	(zone) => {
		const days: Day[] = [
			[1990, 4, 5],
			[1958, 12, 31],
			[1980, 7, 1],
			[1931, 10, 3],
			[2018, 11, 4],
		];
		const script = `console.log(JSON.stringify(${JSON.stringify(days)}.map(([y, m, d]) => new Date(y, m - 1, d))))`;
		const { stdout } = spawnSync(process.execPath, ['-e', script], {
			env: { ...process.env, TZ: zone },
			encoding: 'utf8',
		});
		const dates = (JSON.parse(stdout) as string[]).map((text) => new Date(text));
		expect(dates).toEqual(days.map((day) => localMidnight(day, zone)));
		expect(dates.map((date) => check(date, zone).text)).toEqual(days.map(iso));
	},
);

test('days from a database, as local midnight in Berlin', async () => {
	const rows = ['1990-04-04T22:00:00.000Z', '1958-12-30T23:00:00.000Z', '1980-06-30T22:00:00.000Z'];
	for (const asDate of [true, false]) {
		const { items, warnings } = await checkItems(
			rows.map((text) => ({ birthdate: asDate ? new Date(text) : text })),
			{ timeZone: 'Europe/Berlin' },
		);
		expect(items).toEqual({ 0: ['1990-04-05'], 1: ['1958-12-31'], 2: ['1980-07-01'] });
		expect(warnings).toEqual({});
	}
	const { items, warnings } = await checkItems(
		rows.map((birthdate) => ({ birthdate })),
		{ timeZone: 'America/Chicago' },
	);
	expect(items).toEqual({ 0: ['1990-04-04'], 1: ['1958-12-30'], 2: ['1980-06-30'] });
	expect(warnings).toEqual({ 'timeOfDay birthdate': [0, 1, 2] });
});
