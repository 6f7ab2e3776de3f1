import { row } from '../../bench/rows';

/** What a run is to import. */
export interface Batch {
	/** Number of the run, which makes its reference IDs its own. */
	run: number;
	size: number;
}

export type Field = string | null | undefined;

/** One in so many rows has a birthdate that does not exist, or holds nothing. */
const BAD = { every: 97, at: 13 };
const BLANK = { every: 101, at: 50 };

const is = ({ every, at }: typeof BAD, index: number) => index % every === at;

export function referenceId({ run }: Batch, index: number): string {
	return `soak-${run}-${index}`;
}

/** Whether a row is good, has to be rejected, or is left out. */
export function kindOf(index: number): 'good' | 'bad' | 'blank' {
	if (is(BLANK, index)) return 'blank';
	return is(BAD, index) ? 'bad' : 'good';
}

/** The indexes of a batch's rows of one kind. */
export function rowsOfKind({ size }: Batch, kind: ReturnType<typeof kindOf>): number[] {
	return Array.from({ length: size }, (_, index) => index).filter(
		(index) => kindOf(index) === kind,
	);
}

/** A row as a CRM exports it. */
export function person(batch: Batch, index: number): Record<string, Field> {
	const filled = { ...row(index), 'Contact ID': referenceId(batch, index) };
	const kind = kindOf(index);
	if (kind === 'bad') return { ...filled, Birthdate: '2023-02-30' };
	if (kind === 'good') return filled;
	return Object.fromEntries(Object.keys(filled).map((field) => [field, ' ']));
}

/** A batch as a file of good rows. */
export function csvOf({ run, size }: Batch): string {
	const lines = Array.from({ length: size }, (_, index) => {
		return `${referenceId({ run, size }, index)},Zoë,"Family, ${index}",1980-01-1${index % 10}\r\n`;
	});
	return ['reference_id,name_first,name_last,birthdate\r\n', ...lines].join('');
}
