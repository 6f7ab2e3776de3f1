/** What the rules need to know besides the value. */
export interface RuleContext {
	birthdateFormat:
		'detect' | 'iso' | 'us' | 'eu' | 'excelSerial' | 'unixMilliseconds' | 'unixSeconds' | 'custom';
	/** Luxon tokens, for the format `custom`. */
	birthdateCustomFormat: string;
	/** Whether a placeholder such as N/A is rejected, here or wherever there is no choice, or counts as an empty cell. */
	placeholders: 'reject' | 'rejectAlways' | 'empty';
	/** Written between tags that arrive as a list. */
	tagSeparator: string;
	/** The workflow's time zone, by its IANA name. */
	timeZone: string;
	/** The current day in the workflow's time zone, as YYYY-MM-DD. */
	today: string;
	/** How email addresses and domains are compared in rows that do not say it. */
	matchType?: 'email_address' | 'domain';
}
