import type { IDataObject } from 'n8n-workflow';

/** What has to become of an input under *Continue*. */
export interface Right {
	options?: IDataObject;
	timezone?: string;
	/** The CSV, header first, without what is not there; none when nothing may be sent. */
	sent?: string[];
	/** What the messages of the items that were not sent have in them, in order. */
	says?: string[];
	/** What hints have in them, in order. */
	hints?: string[];
}

/** Each input's file name, and what is right for it. */
export type RightByInput = Readonly<Record<string, Right>>;

export const US = { birthdateFormat: 'us' };
export const PATTERN = "'social_security_number' is a run of digits";
