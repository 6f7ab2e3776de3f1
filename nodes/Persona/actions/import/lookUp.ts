import { addAccounts, type Snapshot } from '../../pipeline/outcomes';
import { forEachInSlices } from '../../pipeline/slices';
import type { Row } from '../../pipeline/types';
import { canBeLookedUp, lookUpAccounts } from '../../transport/accounts';
import type { StatusMessage } from '../../transport/messages';
import { throwConfigError } from '../common/parameters';
import type { ImportRun } from './settings';

const OR_ELSE = "or set 'Output' to One Item per Import";

const STATUS_MESSAGES: Readonly<Record<number, StatusMessage>> = {
	403: {
		message: 'Persona does not let this API key look up accounts (HTTP 403)',
		help: `One item per row needs a key that may read accounts. See the key's permissions in the Persona dashboard, ${OR_ELSE}.`,
		cause: 'configuration-invalid',
	},
};

/**
 * The reference IDs to ask for: each spelling once, as it was sent and, where that differs, without spaces around it. Two that
 * differ in case alone are both asked for, because it is not documented whether the filter looks at case.
 */
async function idsToAsk(
	{ signal }: ImportRun,
	rows: readonly Row[],
	referenceIdOf: (row: Row) => string,
): Promise<Set<string>> {
	const asked = new Set<string>();
	const ask = (row: Row) => {
		const referenceId = referenceIdOf(row);
		if (!canBeLookedUp(referenceId)) return;
		asked.add(referenceId.trim());
		asked.add(referenceId);
	};
	await forEachInSlices(rows, ask, signal);
	return asked;
}

/**
 * Looks up which accounts have the reference IDs of these rows.
 *
 * @param snapshot filled as answers come, so that it holds what was seen when this throws
 * @param notes further sentences for the description of what it throws
 * @throws NodeApiError for a request that does not get through, NodeOperationError when the key hides the reference IDs; the
 * cancel signal's reason
 */
export async function lookUp(
	run: ImportRun,
	{ rows, referenceIdOf }: { rows: readonly Row[]; referenceIdOf: (row: Row) => string },
	snapshot: Snapshot,
	notes: readonly string[],
): Promise<void> {
	const { context, client, settings } = run;
	const ids = await idsToAsk(run, rows, referenceIdOf);
	const known = { notes, statusMessages: STATUS_MESSAGES };
	for await (const found of lookUpAccounts(client, ids, settings.headers, known)) {
		if (addAccounts(snapshot, found)) continue;
		const help = `The API key hides that attribute. Change that in the Persona dashboard, ${OR_ELSE}.`;
		throwConfigError(
			context,
			'Persona shows accounts without their reference IDs',
			[help, ...notes].join(' '),
		);
	}
}
