import type { Imported } from './items';

/** The last version in which an account shows its personal data one value after the other. */
const VERSION = '2023-01-05';

type Attributes = Record<string, string | null> & { tags: string[] };

interface Page {
	data: { id: string; attributes: Attributes }[];
	links: { next: string | null };
}

/** All accounts of a Persona as its API shows them, without their tags, which the API splits. */
export async function readAccounts(
	baseUrl: string,
	apiKey: string,
): Promise<Omit<Imported, 'tags'>[]> {
	const accounts: Page['data'] = [];
	for (let after: string | undefined = ''; after !== undefined;) {
		const query = new URLSearchParams({
			'page[size]': '100',
			...(after && { 'page[after]': after }),
		});
		const response = await fetch(`${baseUrl}/accounts?${query.toString()}`, {
			headers: {
				authorization: `Bearer ${apiKey}`,
				'persona-version': VERSION,
				'key-inflection': 'kebab',
			},
		});
		const { data, links } = (await response.json()) as Page;
		accounts.push(...data);
		after = links.next ? data.at(-1)?.id : undefined;
	}
	return accounts.map(({ attributes }) => importedPart(attributes));
}

function importedPart(attributes: Attributes): Omit<Imported, 'tags'> {
	const value = (name: string) => attributes[name] ?? null;
	return {
		referenceId: value('reference-id'),
		nameFirst: value('name-first'),
		nameMiddle: value('name-middle'),
		nameLast: value('name-last'),
		birthdate: value('birthdate'),
		socialSecurityNumber: value('social-security-number'),
	};
}
