import { NAMES_IN_OTHER_LANGUAGES } from './languages';
import { PERSON_WORDS } from './people';
import type { NameClass } from '../types';

/**
 * Whose ID a field holds, by its name, from the best class to the worst. Two IDs of one class that differ are for the user to
 * decide.
 */
export const REFERENCE_ID_NAMES: readonly NameClass[] = [
	{
		// Made to refer from outside. Source: `external_id` of Zendesk users and Intercom contacts, `External_Id__c` by custom of
		// Salesforce, `reference-id` of Persona accounts.
		asks: true,
		names: [
			'account reference id',
			'external reference id',
			'external id',
			'external reference',
			'external ref id',
			'external ref',
			'external key',
			'external identifier',
			'external user id',
			'external customer id',
			'external client id',
			'external contact id',
			'external person id',
			'external account id',
			'ext id',
			'ref id',
			...NAMES_IN_OTHER_LANGUAGES.externalId,
		],
	},
	{
		// The record's own. Sources: `Id` Salesforce; `hs_object_id` and, before it, `vid` HubSpot; `web_id` and
		// `unique_email_id` of Mailchimp count mailings, not people, and are left out; `Associate ID` ADP, `Employee ID` Workday.
		asks: true,
		names: [
			'id',
			'record id',
			...PERSON_WORDS.map((word) => `${word} id`),
			...PERSON_WORDS.filter((word) => !word.startsWith('contact')).flatMap((word) => [
				`${word} number`,
				`${word} no`,
				`${word} nr`,
				`${word} code`,
				`${word} identifier`,
				`${word} uuid`,
			]),
			'contact uuid',
			'hs object id',
			'hubspot id',
			'salesforce id',
			'vid',
			'crm id',
			'unique id',
			'unique identifier',
			'identifier',
			'payroll id',
			'file number',
			'object id',
			'uid',
			'uuid',
			'guid',
			...NAMES_IN_OTHER_LANGUAGES.recordId,
		],
	},
	{
		// Likely of somebody else: a company, an owner, an earlier record, an invoice. Sources: `AccountId`, `OwnerId`
		// Salesforce; `associatedcompanyid` HubSpot; `org_id`, `owner_id` Pipedrive; `organization_id` Zendesk; `workspace_id`
		// Intercom.
		asks: true,
		doubtful: true,
		names: [
			'reference',
			'reference no',
			'reference number',
			'account id',
			'account number',
			'account no',
			'company id',
			'associated company id',
			'organization id',
			'organisation id',
			'org id',
			'workspace id',
			'household id',
			'group id',
			'lead id',
			'parent id',
			'owner id',
			...NAMES_IN_OTHER_LANGUAGES.otherId,
		],
	},
];
