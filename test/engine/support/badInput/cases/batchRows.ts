import type { IDataObject } from 'n8n-workflow';

import { TYPE } from '../../batchJobs';
import { refused, refusedRun, sent, taken } from '../builders';
import type { BadInput, BadInputCase, Topic } from '../types';

const upsert = (parameters: IDataObject = {}): BadInput => ({
	parameters: { operation: 'upsert', accountTypeId: TYPE, ...parameters } as never,
});
const update = (parameters: IDataObject = {}): BadInput => ({
	parameters: { operation: 'update', accountTypeId: TYPE, ...parameters } as never,
	prepare: (sandbox) => {
		for (const row of [0, 1, 2]) sandbox.addAccount({ referenceId: `zqx-reference-${row}` });
	},
});

/** A row with a value that its field does not take. */
const no = (name: string, field: string, value: unknown, says: string, input = upsert()) =>
	refused(name, { [field]: value } as IDataObject, `column '${field}': ${says}`, input);
const yes = (name: string, field: string, value: unknown, sentAs: unknown, input = upsert()) =>
	sent(name, { [field]: value } as IDataObject, { [field]: sentAs } as never, input);

const NUMBER = 'is not a number in digits with a decimal point';
const CHOICE = 'is none of the choices that the field has';
const DAY = 'is not a day written as YYYY-MM-DD';
const MOMENT = 'is not a time with a time zone, such as 2026-01-31T09:30:00Z';
const SWITCH = 'is neither true or yes nor false or no';
const OBJECT = 'holds an object or a list where text belongs';
const PLACEHOLDER = 'holds a placeholder such as N/A, not a value; empty it in the source';

const TYPE_ID = "'Account Type ID' is not the ID of an account type";
const TYPE_HELP = 'It starts with acttp_. The Persona dashboard shows it with the account type.';

const noType = (name: string, accountTypeId: unknown): BadInputCase =>
	refusedRun(name, upsert({ accountTypeId } as IDataObject), TYPE_ID, TYPE_HELP);

export const BATCH_ROWS: Topic = {
	name: 'Create or Update, and Update',
	cases: [
		...['1,234.50', '$1,234', '1.234,50', '12%', '1 234', '(12)', 'twelve', '１２'].map((value) =>
			no(`money or a number: ${value}`, 'account_balance', value, NUMBER),
		),
		no('half a seat', 'seats', '1.5', 'is not a whole number'),
		no('seats below none', 'seats', -1, 'is less than 0, the least that the field takes'),
		no(
			'more than the field takes',
			'account_balance',
			2e6,
			'is more than 1000000, the most that the field takes',
		),
		...['ja', 'oui', 'x', '✓', '2', 'TRUE FALSE'].map((value) =>
			no(`a switch in another form: ${value}`, 'is_vip', value, SWITCH),
		),
		yes('Yes as Salesforce writes it', 'is_vip', 'Yes', true),
		yes('0 as MySQL writes false', 'is_vip', 0, false),
		...['04/05/2020', '5.4.2020', '43926', '2020-02-30', '0000-00-00', 'April 5, 2020'].map(
			(value) => no(`a day in another form: ${value}`, 'customer_since', value, DAY),
		),
		no(
			'a day before the first',
			'customer_since',
			'1999-12-31',
			'is before 2000-01-01, the first day that the field takes',
		),
		yes('a day at midnight in UTC', 'customer_since', '2020-04-05T00:00:00.000Z', '2020-04-05'),
		...['2020-04-05', '2020-04-05T09:30:00', '04/05/2020 9:30', '1586044800'].map((value) =>
			no(`a time in another form: ${value}`, 'last_login', value, MOMENT),
		),
		...['gratis', 'free;team', 'Frei'].map((value) =>
			no(`no choice of the field: ${value}`, 'plan', value, CHOICE),
		),
		no(
			'a thousand seats, or one',
			'seats',
			'1.000',
			'has a point that may also separate thousands; write it without the point',
		),
		no(
			'a number of 20 digits',
			'account_balance',
			'12345678901234567890',
			'has more digits than a number can hold',
		),
		...['2020-04-05 / 2021-04-05', '2020-04-05 or later', '0001-01-01'].map((value) =>
			no(`a day and more: ${value}`, 'customer_since', value, DAY),
		),
		no('a choice with another sign', 'plan', 'free+', CHOICE),
		yes('t as PostgreSQL writes true', 'is_vip', 't', true),
		yes('a choice by its label', 'plan', 'Free', 'free'),
		yes('choices in one cell', 'interests', 'News; offers', ['news', 'offers']),
		no('an object of Notion', 'plan', { name: 'Free' }, OBJECT),
		no('a list in a text', 'nickname', ['zqx-a', 'zqx-b'], OBJECT),
		no('true in a text', 'nickname', true, 'holds true or false where text belongs'),
		no(
			'a text that is too long',
			'nickname',
			'zqx'.repeat(100),
			'is longer than the 255 characters that the field takes',
		),
		...['#N/A', '#ARG!', 'Loading...', '(leer)', 'undefined undefined'].map((value) =>
			no(`a cell without a value: ${value}`, 'nickname', value, PLACEHOLDER),
		),
		yes('a word that is data', 'nickname', 'none', 'none'),
		yes('a phone number as it is', 'phone_number', '+1 415 555 0100', '+1 415 555 0100'),
		yes('a ZIP code with its zeros', 'address_postal_code', '02134', '02134'),
		no(
			'a birthdate that does not exist',
			'birthdate',
			'2023-02-30',
			'is not a day that exists in the calendar',
		),
		no(
			'a masked social security number',
			'social_security_number',
			'***-**-6543',
			'is not written as nine digits, with or without hyphens (NNN-NN-NNNN)',
		),
		noType('blanks as the account type', '  '),
		noType('the ID of an account as the account type', 'act_zqx'),
		noType('the name of the account type', 'User'),
		refused(
			'an ID that is none',
			{ reference_id: '#N/A' },
			"column 'reference_id': holds a placeholder such as N/A, which is no ID; empty it in the source, or give each row its own",
			upsert(),
		),
		refused(
			'no ID',
			{ reference_id: '', nickname: 'zqx' },
			"column 'reference_id': has no value, and Persona needs one here",
			upsert(),
		),
		no('an update with a choice of nothing', 'plan', 'zqx-plan', CHOICE, update()),
		no('an update with a day of Excel', 'customer_since', 43926, DAY, update()),
		yes(
			'an update of a phone number',
			'phone_number',
			'+49 30 1234567',
			'+49 30 1234567',
			update(),
		),
		refusedRun(
			'more rows in a job than Persona takes',
			upsert({ options: { rowsPerJob: 5000 } }),
			"'Rows per Batch Job' is more than 1000",
			'Persona takes no more rows in one batch job. More rows are sent as several.',
		),
		taken(
			'rows without anything',
			{
				...upsert(),
				rows: [
					{ reference_id: 'zqx-1', nickname: 'Zqx' },
					{ reference_id: '', nickname: ' ' },
				],
			},
			{ accepted: 1, blank: 1 },
		),
	],
};
