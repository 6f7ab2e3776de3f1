/**
 * What Persona leaves undocumented, and what the sandbox does there. Nothing in this file is a
 * statement about Persona; a client must not rely on any of it.
 */

/** An API key starts with this and has at least one more character; all such keys share one environment. */
export const API_KEY_PREFIX = 'persona_sandbox_';

/** The version of a request without a Persona-Version header (at Persona: the API key's setting). */
export const DEFAULT_PERSONA_VERSION = '2025-12-08';

/** The casing of a request without a Key-Inflection header (at Persona: the API key's setting). */
export const DEFAULT_KEY_INFLECTION = 'kebab';

/** The environment and the organization of the sandbox. */
export const ENVIRONMENT_ID = 'env_SandboxEnvironment000000';
export const ORGANIZATION_ID = 'org_SandboxOrganization00000';

/** A body of more bytes is read to its end and answered with 413, as a proxy in front would, unsaved. */
export const MAXIMUM_BODY_BYTES = 256 * 1024 * 1024;

/** The type of every imported account. Reference IDs are unique per account type. */
export const DEFAULT_ACCOUNT_TYPE = { id: 'acttp_SandboxAccountTypeUser', name: 'User' };

/** The answer for a batch job whose settings do not go together, or whose account type does not exist. */
export const UNFIT_BATCH_JOB_STATUS = 422;

/** The status of every account, and the fixed time at which its type was made. */
export const ACCOUNT_STATUS = 'active';
export const ACCOUNT_TYPE_CREATED_AT = '2020-01-01T00:00:00.000Z';

/** A tags cell becomes a list by splitting it here; blanks around a tag are dropped. */
export const TAG_SEPARATOR = ',';

/** Cells are separated by this alone. */
export const DELIMITER = ',';

/** Line ends that a file may use, also mixed. */
export const LINE_ENDS = ['\r\n', '\n', '\r'];

/** A byte order mark is part of the first column's name, which is then unknown: 422. */
export const STRIP_BYTE_ORDER_MARK = false;

/** The header line must be complete within this many bytes, otherwise the columns are unknown: 422. */
export const MAXIMUM_HEADER_BYTES = 64 * 1024;

/** Phone numbers: only digits, blanks, `+().-`, and between these many digits. */
export const PHONE_NUMBER_DIGITS = { minimum: 7, maximum: 15 };

/** The answer for a list that does not exist, and for one of another type or archived. */
export const UNKNOWN_LIST_STATUS = 404;
export const UNFIT_LIST_STATUS = 422;

/** A cursor that names no object of the list. */
export const UNKNOWN_CURSOR_STATUS = 400;

/** The answer for a webhook that was archived and is to be changed or enabled. */
export const ARCHIVED_WEBHOOK_STATUS = 409;

/** Life of a file's access token in events, in seconds, unless the webhook says otherwise. */
export const FILE_TOKEN_SECONDS = 21_600;

/** Rows that are parsed or stored in one go before other requests get their turn. */
export const ROWS_PER_SLICE = 500;

/** Reference IDs are the same in any casing, as Persona's help says; its API reference does not say so. */
export const EXACT_REFERENCE_IDS = false;

/*
 * Behaviour that no single value holds:
 *
 * - A saved key belongs to the API key that used it.
 * - Compared are path, query, part names, file name, content type and file bytes; not the
 *   boundary, the order of parts or of JSON keys, nor headers: a replay has the first
 *   inflection.
 * - Whichever body is complete first runs; the other gets its answer.
 * - A wrong version or inflection header and a 413 are not saved under a key.
 * - Column names are compared exactly; they may come in any order; twice is a 422.
 * - Cells are taken unchanged, without trimming; an empty cell is null.
 * - A list file without a column that every row needs is a 422; accounts need none.
 * - A file of no bytes is a 422; a header without rows becomes ready with zero counts.
 * - A row with another number of cells makes the file unparseable: errored.
 * - A file that is not UTF-8 is unparseable: errored.
 * - An errored importer stores nothing and its three counters stay 0.
 * - A row without any value counts as an error.
 * - The limit on active tags is looked at when a file arrives; tags are compared by exact spelling, and
 *   those of an importer count once it is ready.
 * - A row that is wrong and also a duplicate counts as an error only.
 * - A reference ID that an account of the default type has, or an earlier row.
 * - The same values, ignoring case, in the same list or in an earlier row.
 * - Importers are processed one after another, in the order in which they fall due.
 * - It is shown as field social_security_number, with its dashes as received.
 * - Any real date is accepted, also one in the future.
 * - A query parameter that the endpoint does not document is a 400.
 * - page[after] together with page[before] is a 400.
 * - Links carry the cursor only; size, filter and fields must be sent again.
 * - They select attributes only, in any casing; unknown names are ignored.
 * - fields[importer] stands for every importer type since 2025-10-27; before, for none.
 * - Unknown paths are ignored; before 2025-10-27 an account includes its type by default.
 * - A replay carries the Request-Id of the first answer, as it makes no new API log.
 * - A request that was answered with 429 does not count in the window.
 * - The file name is optional, base64 must be canonical and without line breaks.
 * - A redacted account keeps its reference ID and its tags; its child objects do not exist here.
 * - Without meta.expires-in-seconds the old secret of a webhook ends at once.
 * - The set of the newest secret comes first.
 * - Each attempt to deliver an event is signed anew, with its own time.
 * - A body that is neither multipart nor JSON is a 400.
 * - The rows of a batch job are written one after another; a row that fails changes nothing.
 * - A batch job is completed even if no row could be written.
 * - A reference ID stands for an account of the job's or the row's type; without a type, for the oldest account.
 * - A row without a value to look up by, with a field that its account type does not have, that is
 *   archived, or that holds a file, a hash, a relation or a list, fails.
 * - The values of a row have the JSON types of their fields; multi-choices are a list of texts.
 * - null clears a field; an empty text is a text. Tags come as a text or a list, and replace those before.
 * - The keys of an echoed row are as they were sent, in every inflection.
 * - An API key may read account types and use batch jobs.
 */
