/** Words for the person that a row is about: they may precede a name, as in "Customer First Name" or "Patient DOB". */
export const PERSON_WORDS: readonly string[] = [
	'contact',
	'contact person',
	'primary contact',
	'person',
	'customer',
	'client',
	'employee',
	'associate',
	'worker',
	'staff',
	'member',
	'user',
	'patient',
	'applicant',
	'candidate',
	'participant',
	'attendee',
	'registrant',
	'subscriber',
	'student',
	'guest',
	'individual',
	'insured',
	'borrower',
	'tenant',
	'resident',
	'investor',
	'donor',
	'volunteer',
	'account holder',
	'card holder',
	'policy holder',
];

/** Everything that may precede a name of a person; of these, no ID is made. */
export const PERSON_PREFIXES: readonly string[] = [
	...PERSON_WORDS,
	'billing',
	'lead',
	'primary',
	'legal name',
	'legal',
];

/** Names that people like to be called, which are not those in their papers. */
export const WEAK_PREFIXES: readonly string[] = ['preferred', 'preferred name', 'known'];

/**
 * What tools put before the names of fields. Source: `property_` of the simplified output in n8n's Notion node, V2 and V3
 * (nodes-base, `nodes/Notion/shared/GenericFunctions.ts`); the others are containers that were flattened, and questions.
 */
export const TOOL_PREFIXES: readonly string[] = [
	'property',
	'properties',
	'fields',
	'attributes',
	'profile',
	'body',
	'data',
	'merge fields',
	'your',
	'my',
	'enter your',
	'please enter your',
	'what is your',
	'what your',
];

/** What may follow a name in parentheses without changing it. */
export const QUALIFIERS: readonly string[] = [
	'required',
	'optional',
	'legal',
	'tax id',
	'us',
	'dob',
	'ssn',
	'mm dd yyyy',
	'dd mm yyyy',
	'yyyy mm dd',
	'mm dd yy',
	'dd mm yy',
	'm d yyyy',
	'd m yyyy',
	'nnn nn nnnn',
	'xxx xx xxxx',
	'as on id',
	'as shown on id',
];

/**
 * Names of fields that hold a person's whole name. Sources of the local ones: `name` in Roundcube's
 * `program/localization/<language>/labels.inc`, and the names for first names that are whole names where no last name is
 * beside them.
 */
export const FULL_NAMES: readonly string[] = [
	'name',
	'full name',
	'complete name',
	'display name',
	'legal name',
	'full legal name',
	'real name',
	'first and last name',
	'first name and last name',
	'name full',
	// A "user name" is what somebody logs in with.
	...PERSON_WORDS.filter((word) => word !== 'user').map((word) => `${word} name`),
	...PERSON_WORDS.map((word) => `${word} full name`),
	'nombre',
	'nombre completo',
	'nombre y apellido',
	'nombre y apellidos',
	'apellidos y nombre',
	'nom',
	'nom complet',
	'nom et prenom',
	'nom prenom',
	'prenom et nom',
	'vollstandiger name',
	'vor und nachname',
	'name vorname',
	'nachname vorname',
	'anzeigename',
	'kundenname',
	'nome',
	'nome completo',
	'nome e cognome',
	'cognome e nome',
	'nominativo',
	'naam',
	'volledige naam',
	'imie i nazwisko',
	'nazwisko i imie',
	'namn',
	'navn',
];
