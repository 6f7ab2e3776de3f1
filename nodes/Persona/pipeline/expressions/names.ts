/** Names in a text; what is no name at all is none of them. */
const words = (text: string): ReadonlySet<string | undefined> => new Set(text.match(/\S+/g));

/** Values that are the same for all rows of a run. */
export const CONSTANTS = words(`
	$now $today $vars $workflow $execution undefined NaN Infinity
	Array Boolean DateTime JSON Math Number Object String
`);

/** Values that n8n finds for one item; with them, an expression can only be evaluated for its own row. */
export const OF_THE_ITEM = words('$json $itemIndex $runIndex $input $binary $node $prevNode');

export const FUNCTIONS = words(`
	$if $ifEmpty $max $min Boolean Number String parseFloat parseInt isFinite isNaN
	decodeURI decodeURIComponent encodeURI encodeURIComponent
`);

/** Gives the node of that name; its items depend on the item that is looked at. */
export const NODE_FUNCTION = '$';

/**
 * Methods of JavaScript, Luxon and n8n (https://docs.n8n.io/code/builtin/data-transformation-functions/) that change nothing,
 * give the same each time, and do not make much out of little: they can be called once more for a check.
 */
export const METHODS = words(`
	at charAt charCodeAt codePointAt concat endsWith includes indexOf lastIndexOf localeCompare match normalize padEnd padStart
	replace replaceAll search slice split startsWith substr substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString
	toUpperCase trim trimEnd trimStart fromCharCode
	all every filter find findIndex flat flatMap isArray join map reduce some
	abs ceil floor isFinite isInteger isNaN max min pow round sign sqrt toFixed toLocaleString toPrecision trunc
	entries keys parse stringify values
	diff endOf fromFormat fromISO fromMillis fromSQL fromSeconds minus plus setLocale setZone startOf toFormat toISO toISODate
	toISOTime toMillis toSeconds toUTC
	average base64Decode base64Encode beginningOf chunk compact difference diffTo diffToNow endOfMonth extract extractDomain
	extractEmail extractUrl extractUrlPath first format hasField hash intersection isBetween isDomain isDst isEmail isEmpty isEven
	isInLast isNotEmpty isNumeric isOdd isUrl isWeekend last length parseJson pluck quote removeDuplicates removeMarkdown
	removeTags replaceSpecialChars smartJoin sum toBoolean toDate toDateTime toDecimalNumber toFloat toInt toJsonString toNumber
	toSentenceCase toSnakeCase toTitleCase toWholeNumber union unique urlDecode urlEncode
`);
