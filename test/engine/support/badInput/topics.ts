import { ACCOUNT_LOOKUPS, BATCH_JOBS } from './cases/accountLookups';
import { BATCH_ROWS } from './cases/batchRows';
import { ISO_BIRTHDATES, OTHER_BIRTHDATES } from './cases/birthdates';
import { CHOICES } from './cases/choices';
import { CREDENTIALS } from './cases/credentials';
import { EMAIL_ADDRESSES } from './cases/emailAddresses';
import { EXPORTED_NAMES } from './cases/exportedNames';
import { EXPORTED_PEOPLE } from './cases/exportedPeople';
import { EXPORTED_IDS, EXPORTED_TABLES } from './cases/exportedTables';
import { EXPORTED_DATES, EXPORTED_NUMBERS } from './cases/exportedValues';
import { EXPRESSIONS } from './cases/expressions';
import { FIELD_NAMES } from './cases/fieldNames';
import { FILE_CONTENTS } from './cases/fileContents';
import { FILE_HEADERS } from './cases/fileHeaders';
import { GEOLOCATIONS } from './cases/geolocations';
import { IMPORTERS } from './cases/importers';
import { ITEMS } from './cases/items';
import { NAMES } from './cases/names';
import { ODD_ANSWERS } from './cases/oddAnswers';
import { OTHER_LISTS } from './cases/otherLists';
import { REFERENCE_IDS } from './cases/referenceIds';
import { REFUSALS } from './cases/refusals';
import { REQUEST_OPTIONS } from './cases/requestOptions';
import { SOCIAL_SECURITY_NUMBERS } from './cases/socialSecurityNumbers';
import { TAGS } from './cases/tags';
import { TEXT_OPTIONS } from './cases/textOptions';
import { WAITING } from './cases/waiting';
import type { Topic } from './types';

/** The whole table, one group for each test file, so that they can run side by side. */
export const TOPICS = {
	people: [REFERENCE_IDS, NAMES, SOCIAL_SECURITY_NUMBERS, TAGS],
	birthdates: [ISO_BIRTHDATES, OTHER_BIRTHDATES],
	exports: [
		EXPORTED_NAMES,
		EXPORTED_IDS,
		EXPORTED_NUMBERS,
		EXPORTED_DATES,
		EXPORTED_TABLES,
		EXPORTED_PEOPLE,
	],
	operations: [BATCH_ROWS, ACCOUNT_LOOKUPS, BATCH_JOBS],
	mapping: [FIELD_NAMES, EXPRESSIONS, ITEMS],
	lists: [EMAIL_ADDRESSES, GEOLOCATIONS, OTHER_LISTS],
	files: [FILE_CONTENTS, FILE_HEADERS],
	options: [CHOICES, TEXT_OPTIONS, REQUEST_OPTIONS],
	access: [CREDENTIALS, IMPORTERS],
	answers: [REFUSALS, ODD_ANSWERS, WAITING],
} satisfies Record<string, Topic[]>;
