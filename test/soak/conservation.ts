import type { Sandbox } from '../../sandbox';
import { referenceId, rowsOfKind, type Batch } from './people';
import type { Planned } from './plan';
import type { Told } from './told';

/** One in so many accounts of a batch job was there before. */
const EXISTING = 3;

const isSame = (left: readonly number[], right: readonly number[]) =>
	left.length === right.length && left.every((value, index) => value === right[index]);

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** Empties the sandbox and puts there what a run expects. */
export function prepareRun(
	{ sandbox }: { sandbox: Sandbox },
	planned: Planned,
	batch: Batch,
): void {
	sandbox.reset();
	const { kind, trouble } = planned;
	for (const fault of trouble.faults) sandbox.faults.add(fault);
	for (let index = 0; index < batch.size; index++) {
		const isThere = kind === 'redact' || (kind === 'upsert' && index % EXISTING === 0);
		if (isThere) sandbox.addAccount({ referenceId: referenceId(batch, index) });
	}
}

/** The indexes of the rows that Persona has, one for each account that was written, and those of other accounts. */
function heldBy(sandbox: Sandbox, kind: Planned['kind'], batch: Batch) {
	const indexes = new Map(
		Array.from({ length: batch.size }, (_, index) => [referenceId(batch, index), index]),
	);
	const written = sandbox.accounts().filter(({ nameLast, fields }) => {
		return kind !== 'upsert' || nameLast !== null || Object.keys(fields ?? {}).length > 0;
	});
	const held = written.map((account) => indexes.get(account.referenceId ?? ''));
	return { held: sorted(held.filter((index) => index !== undefined)), written: held.length };
}

/** What is wrong with a redaction that was only tried. */
function redactionViolations(sandbox: Sandbox, { size }: Batch, told: Told): string[] {
	const violations = [];
	if (told.outcomes.wouldRedact !== size) violations.push('an account was not found');
	if (sandbox.accounts().some(({ redactedAt }) => redactedAt !== null)) {
		violations.push('a dry run redacted an account');
	}
	return violations;
}

/**
 * What is said of each row. Where the output has no item for each, all rows that are not said to be elsewhere are said to
 * be in Persona; a file is one item.
 */
function perRow({ kind }: Planned, batch: Batch, told: Told): Told {
	if (kind === 'rows' || kind === 'upsert') return told;
	const all = rowsIn(batch, kind);
	const spread = (links: readonly number[]) => (links.length > 0 ? all : []);
	const { rejected, uncertain } =
		kind === 'bulk' ? told : { rejected: spread(told.rejected), uncertain: spread(told.uncertain) };
	const elsewhere = new Set([...rejected, ...uncertain]);
	return { ...told, rejected, uncertain, sent: all.filter((index) => !elsewhere.has(index)) };
}

/** The rows that are not left out, good or bad. */
function rowsIn(batch: Batch, kind: Planned['kind']): number[] {
	if (kind === 'file') return Array.from({ length: batch.size }, (_, index) => index);
	return sorted([...rowsOfKind(batch, 'good'), ...rowsOfKind(batch, 'bad')]);
}

/** What has to be so without any trouble, and with one that is certain to pass. */
function arrivalViolations(planned: Planned, batch: Batch, told: Told): string[] {
	const bad = planned.kind === 'file' ? [] : rowsOfKind(batch, 'bad');
	const good = rowsIn(batch, planned.kind).filter((index) => !bad.includes(index));
	const { end } = planned.trouble;
	const violations = [];
	const rejected = end === 'refused' ? sorted([...good, ...bad]) : bad;
	if (end === 'sent' && !isSame(sorted(told.sent), good)) {
		violations.push(`${told.sent.length} of ${good.length} good rows were sent`);
	}
	if (end !== 'open' && !isSame(sorted(told.rejected), rejected)) {
		violations.push(`${told.rejected.length} of ${rejected.length} rows were rejected`);
	}
	if (end !== 'open' && told.uncertain.length > 0) violations.push('it is not known what arrived');
	return violations;
}

/**
 * What is wrong with a run, as sentences: each row is in Persona once if the output says so, not at all if it is said to
 * be rejected, and is mentioned once. Also returns what is said of each row.
 */
export function judge(sandbox: Sandbox, planned: Planned, batch: Batch, output: Told) {
	if (planned.kind === 'redact') {
		return { told: output, violations: redactionViolations(sandbox, batch, output) };
	}
	const told = perRow(planned, batch, output);
	const { held, written } = heldBy(sandbox, planned.kind, batch);
	const { sent, rejected, uncertain } = told;
	const mentioned = [...sent, ...rejected, ...uncertain];
	const here = new Set(held);
	const possible = new Set([...sent, ...uncertain]);
	const isCounted = planned.kind === 'bulk' || (planned.kind === 'file' && sent.length > 0);
	const checks: Record<string, boolean> = {
		'an account belongs to no row': held.length !== written,
		'a row is in Persona twice': here.size !== held.length,
		'Persona got a row again': told.duplicate > 0 || duplicatesIn(sandbox) > 0,
		'a row is mentioned twice': new Set(mentioned).size !== mentioned.length,
		'a row is not mentioned': !isSame(sorted(mentioned), rowsIn(batch, planned.kind)),
		'a row is lost': sent.some((index) => !here.has(index)),
		'a row arrived that is said to be rejected': held.some((index) => !possible.has(index)),
		'an import says another number of rows': planned.kind === 'bulk' && told.rows !== sent.length,
		'Persona counted others': isCounted && told.successful !== sent.length,
	};
	const broken = Object.keys(checks).filter((name) => checks[name]);
	return { told, violations: [...broken, ...arrivalViolations(planned, batch, told)] };
}

function duplicatesIn(sandbox: Sandbox): number {
	return sandbox.importers().reduce((sum, { duplicateCount }) => sum + duplicateCount, 0);
}
