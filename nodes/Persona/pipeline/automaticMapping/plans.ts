import { candidatesOf } from '../mapping';
import type { Column, Field, Fit } from '../types';
import type { Choice, InputField, Inside, Plan, Shape } from './types';

const NO_CHOICES: readonly Choice[] = [];

const identifies = (byColumn: ReadonlyMap<Column, unknown>) =>
	[...byColumn.keys()].some((column) => column.identifies === true);

const holdsPeople = ({ fields }: Inside) => identifies(candidatesOf(fields));

/** Beside somebody's data in an object of its own, the ID outside is likely of something else, such as the order. */
function ofSomethingElse(fit: Fit): Fit {
	const { column, nameClass } = fit;
	const isCertain = nameClass === undefined || nameClass === column.names[0];
	const doubtful = column.names.find((one) => one.doubtful === true);
	if (isCertain || doubtful === undefined || nameClass === doubtful) return fit;
	const last = Number.MAX_SAFE_INTEGER;
	return { ...fit, distance: last, level: last, nameClass: doubtful };
}

function merge(fields: Iterable<readonly InputField[]>): InputField[] {
	const merged: InputField[] = [];
	for (const some of fields) for (const field of some) merged.push(field);
	return merged;
}

/** The fields that are read, and the objects that they come from. */
function fieldsOf({ outer, inside }: Shape): Pick<Plan, 'entered' | 'rivals'> & {
	fields: InputField[];
} {
	const records = inside.filter((object) => object.kind === 'record' && holdsPeople(object));
	const fields = merge([outer, ...records.map((object) => object.fields)]);
	const entered = records.map(({ name }) => name);
	if (identifies(candidatesOf(fields))) return { fields, entered, rivals: [] };
	const subjects = inside.filter((object) => object.kind === 'subject' && holdsPeople(object));
	const [subject, ...others] = subjects;
	if (subject === undefined) return { fields, entered, rivals: [] };
	if (others.length > 0) return { fields, entered, rivals: subjects.map(({ name }) => name) };
	const demoted = fields.map((field) => ({ ...field, fits: field.fits.map(ofSomethingElse) }));
	return {
		fields: merge([demoted, subject.fields]),
		entered: [...entered, subject.name],
		rivals: [],
	};
}

/** Decides for the items of one shape where their values come from. */
export function planFor(shape: Shape, columns: readonly Column[]): Plan {
	const { fields, entered, rivals } = fieldsOf(shape);
	const byColumn = candidatesOf(fields as readonly Field[]) as Map<Column, Choice[]>;
	return {
		choices: columns.map((column) => byColumn.get(column) ?? NO_CHOICES),
		fullNames: fields.filter(({ isFullName }) => isFullName),
		entered,
		rivals,
	};
}
