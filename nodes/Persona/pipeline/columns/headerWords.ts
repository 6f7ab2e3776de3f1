/** Names of fields that fit no column, but show that the names are a header and not somebody's row. */
export const HEADER_WORDS: readonly string[] = [
	...[
		'id',
		'name',
		'email',
		'email address',
		'e mail',
		'mail',
		'phone',
		'phone number',
		'telephone',
	],
	...['age', 'owner', 'remark', 'amount', 'date', 'time', 'type', 'title', 'comment', 'comments'],
	...['mobile', 'mobile phone', 'address', 'street', 'city', 'zip', 'zip code', 'postal code'],
	...['postcode', 'country', 'company', 'company name', 'organization', 'job title', 'gender'],
	...['created', 'created at', 'created date', 'created time', 'updated at', 'last modified'],
	...['last login', 'properties', 'fields', 'attributes', 'headers', 'params', 'query', 'body'],
	...['url', 'website', 'notes', 'description', 'status', 'archived', 'full name', 'display name'],
	...['first name', 'last name', 'username', 'user name', 'password', 'timestamp', 'file name'],
];
