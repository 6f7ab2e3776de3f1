import type { StatusMessage } from '../../transport/messages';

/** What Persona's answers mean when the upload names a list. */
export const LIST_STATUS_MESSAGES: Readonly<Record<number, StatusMessage>> = {
	404: {
		message: "Persona does not find the list in 'List' (HTTP 404)",
		help: 'Choose the list again, or check its ID. A sandbox key does not see the lists of production, nor the other way round.',
		cause: 'configuration-invalid',
	},
	409: {
		message: 'Persona reports a conflict with what it already holds (HTTP 409)',
		help: 'Somebody may be changing the same list. See the Persona dashboard under Lists, then run this node again.',
	},
	422: {
		message: 'Persona did not accept the file for this list (HTTP 422)',
		help: "See what Persona says. The list in 'List' must hold what 'List Type' says, and it must not be archived. For a file that is too large, give 'Rows per Import' a smaller number, or split the CSV file.",
		cause: 'configuration-invalid',
	},
};
