import { setImmediate as otherWork } from 'node:timers/promises';
import { ROWS_PER_SLICE, TAG_SEPARATOR } from '../choices';
import type { State } from '../state';
import { accountTypeIdOf } from '../store/accountTypes';
import type { BatchRow, StoredAccount, StoredAccountType, StoredBatchJob } from '../store/types';
import { rowProblem } from './fieldRules';

/** A row that can't be written; its message is what the API shows, and quotes values as Persona's does. */
class RowError extends Error {}

const COLUMNS: Record<string, keyof StoredAccount> = {
	reference_id: 'referenceId',
	name_first: 'nameFirst',
	name_middle: 'nameMiddle',
	name_last: 'nameLast',
	birthdate: 'birthdate',
	social_security_number: 'socialSecurityNumber',
};

/** What a row makes of an account, or of a new one. */
function changesIn(row: BatchRow, account: StoredAccount | undefined): Partial<StoredAccount> {
	const { tags } = row;
	const changes: Record<string, unknown> = {};
	const fields = { ...account?.fields };
	for (const [key, value] of Object.entries(row)) {
		if (['token', 'account_type_id', 'tags'].includes(key)) continue;
		const column = COLUMNS[key];
		if (column === undefined) fields[key] = value;
		else changes[column] = value;
	}
	if (Object.keys(fields).length > 0) changes.fields = fields;
	if (tags !== undefined) changes.tags = Array.isArray(tags) ? tags.join(TAG_SEPARATOR) : tags;
	return changes;
}

function lookUp(row: BatchRow, job: StoredBatchJob, state: State): StoredAccount | undefined {
	const value = row[job.lookupField];
	if (typeof value !== 'string' || value === '')
		throw new RowError(`${job.lookupField} is missing`);
	if (job.object !== 'account') return undefined;
	if (job.lookupField === 'token') return state.accounts.get(value);
	const typeId = row.account_type_id ?? job.accountTypeId;
	return state.accounts
		.withReferenceId(value)
		.find(({ accountTypeName }) => typeId === null || accountTypeIdOf(accountTypeName) === typeId);
}

function typeOf(row: BatchRow, job: StoredBatchJob, state: State): StoredAccountType {
	const type = state.accountTypes.get(String(row.account_type_id ?? job.accountTypeId));
	if (type === undefined) throw new RowError('Account type is not found');
	return type;
}

function writeRow(row: BatchRow, job: StoredBatchJob, state: State): void {
	const account = lookUp(row, job, state);
	if (account === undefined && job.operation === 'update') {
		throw new RowError(`No record found with unique id "${String(row[job.lookupField])}"`);
	}
	const type =
		account === undefined
			? typeOf(row, job, state)
			: state.accountTypes.named(account.accountTypeName);
	const problem = rowProblem(row, type.fieldSchemas, account);
	if (problem !== undefined) throw new RowError(problem);
	const changes = changesIn(row, account);
	if (account === undefined) {
		state.accounts.add({ accountTypeName: type.name, ...changes });
		job.createdCount += 1;
	} else {
		state.accounts.change(account, changes);
		job.updatedCount += 1;
	}
}

/** Takes a batch job from `pending` to `completed`. Stops if the sandbox was reset, or the job ended, meanwhile. */
export async function processBatchJob(job: StoredBatchJob, state: State): Promise<void> {
	const isOver = () => state.batchJobs.get(job.id) !== job || job.status !== 'running';
	const time = () => new Date(state.now()).toISOString();
	if (job.status === 'pending') job.status = 'running';
	job.startedAt = time();
	for (const [index, row] of job.rows.entries()) {
		if (index % ROWS_PER_SLICE === 0) await otherWork();
		if (isOver()) return;
		job.rowsRead += 1;
		try {
			writeRow(row, job, state);
		} catch (error) {
			if (!(error instanceof RowError)) throw error;
			job.rowErrors.push({ rowNumber: index + 1, message: error.message });
		}
	}
	job.status = 'completed';
	job.endedAt = time();
}
