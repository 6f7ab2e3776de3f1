const addresses = [
	'chargeback@example.com',
	'refund.abuse@example.com',
	'test@example.com',
	'noreply@example.com',
	'first.last+promo@example.com',
	"o'dunleavy@example.org",
	'many.accounts@example.org',
	'many.accounts2@example.org',
	'many.accounts3@example.org',
	'UPPER.CASE@example.org',
	'stolen-card@example.net',
	'gift_cards@example.net',
	'bot-0001@example.net',
	'bot-0002@example.net',
	'bot-0003@example.net',
	'"quoted local"@example.net',
	'a@example.net',
	'jörg@example.net',
];

const domains = [
	'throwaway.example',
	'ten-minute-mail.example',
	'burner.example',
	'mail.burner.example',
	'xn--mller-kva.example',
	'müller.example',
	'spam.test',
	'trap.test',
	'bounce.invalid',
	'nowhere.invalid',
	'free-trial.example.com',
	'bulk.example.org',
];

/** Rows for a list of e-mail addresses; only names that are reserved for examples. */
export function emailBlockList(): { value: string; match_type: string }[] {
	return [
		...addresses.map((value) => ({ value, match_type: 'email_address' })),
		...domains.map((value) => ({ value, match_type: 'domain' })),
	];
}
