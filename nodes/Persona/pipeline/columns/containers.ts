/**
 * What an object under this name holds: fields of the same `record` as those around it, or another `subject`, whose ID is
 * not the one outside.
 */
export type Container = 'record' | 'subject';

/**
 * Names of objects in which tools put the fields of a record, folded.
 *
 * Sources: `properties` HubSpot CRM API v3 (objects/contacts); `fields` Airtable Web API (list records); `attributes`
 * JSON:API 1.1, 7.2; `profile` Okta Users API and Slack `users.info`; `merge_fields` Mailchimp Marketing API
 * (lists/members); `custom_attributes` Intercom REST API (contacts); `name` Google Directory API (users) and `names` Google
 * People API (people); `body` and `query` n8n's Webhook node; `data` Stripe and Clerk events.
 */
export const CONTAINERS: ReadonlyMap<string, Container> = new Map([
	...[
		'properties',
		'fields',
		'attributes',
		'profile',
		'mergefields',
		'customattributes',
		'customfields',
		'personalinfo',
		'personalinformation',
		'personaldetails',
		'name',
		'names',
	].map((name): [string, Container] => [name, 'record']),
	...[
		'body',
		'query',
		'data',
		'payload',
		'record',
		'contact',
		'customer',
		'person',
		'user',
		'client',
		'member',
		'employee',
		'patient',
		'applicant',
		'candidate',
		'subscriber',
		'student',
		'lead',
		'individual',
	].map((name): [string, Container] => [name, 'subject']),
]);
