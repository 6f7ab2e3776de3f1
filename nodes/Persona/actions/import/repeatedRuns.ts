import type { INodeProperties } from 'n8n-workflow';

import type { IdempotencyMode } from '../../transport/idempotency';
import { throwConfigError, type ParameterReader } from '../common/parameters';

/** Persona documents no limit; longer headers are cut or refused on the way. */
const LONGEST_KEY = 200;

export const idempotency: INodeProperties = {
	displayName: 'Repeated Runs',
	name: 'idempotency',
	type: 'options',
	options: [
		{ name: 'Custom Key', value: 'custom', description: 'Once per key that you choose' },
		{
			name: 'None',
			value: 'none',
			description: 'Every run imports again; after a lost connection nothing is sent a second time',
		},
		{
			name: 'Once per Content',
			value: 'content',
			description: 'The same rows with the same options return the same importer for 24 hours',
		},
		{
			name: 'Once per Execution',
			value: 'execution',
			description: 'Each execution imports the rows again, also one that Retry Execution starts',
		},
	],
	default: 'content',
	description: 'When Persona treats an upload as one that it already has (header Idempotency-Key)',
};

export const idempotencyKey: INodeProperties = {
	displayName: 'Idempotency Key',
	name: 'idempotencyKey',
	displayOptions: { show: { idempotency: ['custom'] } },
	type: 'string',
	default: '',
	placeholder: 'e.g. crm-export-2026-11',
	description:
		'Used when Repeated Runs is set to Custom Key; the number of the part is added to it. Do not put personal data or reference IDs in it.',
};

/**
 * Reads which uploads count as the same one.
 *
 * @throws NodeOperationError for a key that a header cannot carry, when a key of the user's own is wanted
 */
export function readIdempotency(
	reader: ParameterReader,
	field = idempotency,
): {
	idempotency: IdempotencyMode;
	idempotencyKey: string;
} {
	const mode = reader.choice<IdempotencyMode>(field);
	const key = reader.text(idempotencyKey).trim();
	if (mode === 'custom' && !/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(key)) {
		throwConfigError(
			reader.context,
			"'Idempotency Key' is empty or holds characters that a header cannot carry",
			"Use letters, digits and dashes, or set 'Repeated Runs' to Once per Content.",
		);
	}
	if (key.length > LONGEST_KEY) {
		throwConfigError(
			reader.context,
			`'Idempotency Key' is longer than ${LONGEST_KEY} characters`,
			'Use a short one, such as the number of a batch.',
		);
	}
	return { idempotency: mode, idempotencyKey: key };
}
