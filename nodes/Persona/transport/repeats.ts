/**
 * Whether an import that Persona answered an upload with is an earlier one: Persona repeats the first answer to an
 * Idempotency-Key for at least 24 hours.
 *
 * @param createdAt the importer's `created-at`; undefined, or anything else than a date, tells nothing
 * @param uploadBegan `began` of the upload's SendResult: the earliest moment at which Persona can have seen it. It leaves
 * room for clocks that differ, seconds where Persona's answer told the time, a minute where it did not. So an import that is
 * called a repeat is one; a repeat within those seconds is not noticed.
 */
export function isRepeatOf(
	createdAt: string | undefined,
	uploadBegan: number | undefined,
): boolean {
	// Nothing but a comparison that is true: a date or a moment that is not there makes it false.
	return Date.parse(createdAt ?? '') < (uploadBegan ?? Number.NaN);
}
