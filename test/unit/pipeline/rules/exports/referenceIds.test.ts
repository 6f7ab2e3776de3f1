import { each, verdict } from './support';

describe('reference IDs', () => {
	it.each(
		each({
			sent: [
				...[
					'00123',
					'#1001',
					'crm-1',
					'a@zqx.example',
					'https://zqx.example/17',
					'900123456',
					'x-1',
					'xx-12',
				],
				...['idea', 'my-id', 'guid', 'userids', '900-12-34567', 'a*b', 'a=b', 'A&B', 'a [b]'],
			],
			placeholderId: ['#N/A', '#ARG!', 'Unbekannt', 'desconocida', 'Loading…', '(vuoto)'],
			headerWord: [
				'ID',
				'id',
				'Contact ID',
				'customer_id',
				'Reference-ID',
				'Kundennr.',
				'Personal-Nr.',
				'id_cliente',
			],
			socialSecurityNumberElsewhere: ['900-12-3456', '900 12 3456', 'SSN 900-12-3456'],
			unlikelyId: [
				...[
					'****1234',
					'xxxx-1234',
					'XXX-1',
					'••1234',
					'17;18',
					'17|18',
					'17\n18',
					'=A2',
					'<b>17</b>',
					'17&nbsp;',
				],
				...['&#35;17', '{17}', '[17]', '{{ id }}', '.', '**'],
			],
			reportLine: [
				'Grand Total',
				'Copyright © 2026 zqx',
				'Confidential Information - Do Not Distribute',
			],
		}),
	)('%j: %s', (value, expected) => {
		expect(verdict('referenceId', value)).toBe(expected);
	});
});

test.each([
	'auth0|5f7c',
	'google-oauth2|1150',
	'samlp|Acme.Ltd',
	'顧客',
	'клиент',
	'a/b',
	'#17',
	'ann@x.com',
])('the ID %s is sent without a word', (id) => {
	expect(verdict('referenceId', id)).toBe('sent');
});
