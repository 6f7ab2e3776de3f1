import { LIST_ITEM_IMPORTS } from '../../../nodes/Persona/pipeline/columns';
import type { Outcome } from '../../../nodes/Persona/pipeline/outcomes';
import type { ImportMeta } from '../../../nodes/Persona/pipeline/results';
import { SHIPPED, tableRows } from '../support/documents';
import { choicesOf, OPTIONS, PARAMETERS } from '../support/nodeNames';

/** "Name (`stored`)" → both; the stored name is empty where there is none. */
function nameIn(cell: string) {
	const [, name = cell, stored = ''] = /^(.*?) \(`([^`]*)`\)$/.exec(cell) ?? [];
	return { name, stored };
}

/** The values in a cell: names with stored values, or values alone. */
function valuesIn(cell: string): string[] {
	return cell === '' ? [] : cell.split(/, (?=[A-Z`])/);
}

/** The same for a field, as docs/reference.md has to show it. */
function valuesOf(field: (typeof OPTIONS)[number]): string[] {
	const shown = choicesOf(field).map(({ name, value }) => ({
		value,
		text: name === value ? `\`${value}\`` : `${name} (${value === '' ? 'empty' : `\`${value}\``})`,
	}));
	if (field.type === 'resourceLocator') return shown.map(({ text }) => text);
	const isDefault = ({ value }: { value: string }) => value === field.default;
	if (shown.length > 0) {
		return [...shown.filter(isDefault), ...shown.filter((one) => !isDefault(one))].map(
			({ text }) => text,
		);
	}
	if (field.type === 'boolean') return [field.default === true ? 'on' : 'off'];
	if (field.default === '' || typeof field.default === 'object') return [];
	return [`\`${String(field.default)}\``];
}

describe('docs/reference.md', () => {
	const REFERENCE = 'docs/reference.md';
	const rowsOf = (heading: string) =>
		tableRows(REFERENCE, heading).map(([name = '', values = '']) => ({
			...nameIn(name),
			values: valuesIn(values),
		}));

	it('has every option with its values, the default first', () => {
		// One default for each of the two imports.
		const two = (name: string, values: string[]) =>
			name === 'fileName' ? [`${values[0]} or \`${LIST_ITEM_IMPORTS.name.fileName}\``] : values;
		const sorted = (values: string[]) => [...values.slice(0, 1), ...values.slice(1).sort()];
		const documented = rowsOf('Option').map(({ values, ...names }) => ({
			...names,
			values: sorted(values),
		}));
		const expected = OPTIONS.map((field) => ({
			name: field.displayName,
			stored: field.name,
			values: sorted(two(field.name, valuesOf(field))),
		}));
		const byName = (a: { stored: string }, b: { stored: string }) =>
			a.stored.localeCompare(b.stored);
		expect(documented.sort(byName)).toEqual(expected.sort(byName));
	});

	it('has every parameter with its values', () => {
		const left = PARAMETERS.filter(
			({ name, type }) => !['resource', 'operation'].includes(name) && type !== 'notice',
		);
		// Operations have parameters of the same name with other values, or with fewer where some make no sense.
		const documented = rowsOf('Parameter');
		const valuesIn = (field: (typeof left)[number]) =>
			field.type === 'resourceMapper'
				? [`\`${(field.default as { mappingMode: string }).mappingMode}\``, '`defineBelow`']
				: valuesOf(field);
		const isOf = (row: (typeof documented)[number], field: (typeof left)[number]) =>
			row.stored === field.name && row.name === field.displayName;
		// Some fields offer fewer values where others make no sense.
		const fits = (row: (typeof documented)[number], field: (typeof left)[number]) =>
			isOf(row, field) && valuesIn(field).every((value) => row.values.includes(value));
		const isWhole = (row: (typeof documented)[number], field: (typeof left)[number]) =>
			fits(row, field) && valuesIn(field).length === row.values.length;
		expect(left.filter((field) => !documented.some((row) => fits(row, field)))).toEqual([]);
		expect(documented.filter((row) => !left.some((field) => isWhole(row, field)))).toEqual([]);
	});

	it('has everything in meta, and every outcome of a row', () => {
		const META: Record<keyof ImportMeta, true> = {
			...{ rows: true, fileName: true, bytes: true, requestId: true, environmentId: true },
			...{ idempotencyKey: true, blankRows: true, mergedDuplicates: true, rejectedRows: true },
			...{ part: true, parts: true, repeated: true, warnings: true },
			...{ mapping: true, ignoredFields: true, passedOverFields: true },
		};
		const OUTCOMES: Record<Outcome, true> = {
			...{ created: true, alreadyExisted: true, pending: true, notFound: true, unverifiable: true },
		};
		const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
		const namesIn = (heading: string) =>
			tableRows(REFERENCE, heading).flatMap(([cell = '']) =>
				[...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
			);
		expect(namesIn('In `meta`').sort()).toEqual(Object.keys(META).map(kebab).sort());
		expect(namesIn('`outcome`').sort()).toEqual(Object.keys(OUTCOMES).sort());
	});

	it('names headers that are sent', () => {
		const named = tableRows(REFERENCE, 'Header').map(([cell = '']) => cell.replaceAll('`', ''));
		expect(named).toHaveLength(4);
		const unknown = named.filter((name) => !SHIPPED.some((text) => text.includes(name)));
		expect(unknown).toEqual([]);
	});
});
