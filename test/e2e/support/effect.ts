import type { Sandbox } from '../../../sandbox';
import { peopleOf, type Automation, type Person } from './automation';

/** What an automation has done to Persona, as Persona sees it. */
export interface Effect {
	/** Uploads that arrived whole. */
	uploads: number;
	/** Imports that Persona made of them. */
	imports: number;
	/** How many times Persona holds each of the rows. */
	held: number;
}

/**
 * Lets Persona finish, and counts.
 *
 * @param people whom the automation has sent
 */
export async function effectOf(
	sandbox: Sandbox,
	{ id }: Automation,
	people: readonly Person[] = peopleOf(id),
): Promise<Effect> {
	await sandbox.settle();
	const accounts = sandbox.accounts().filter(({ nameLast }) => nameLast === id);
	const times = people.map(
		({ name_first }) => accounts.filter(({ nameFirst }) => nameFirst === name_first).length,
	);
	const [held = 0] = times;
	if (times.some((count) => count !== held)) throw new Error(`Rows of '${id}' are held unevenly`);
	const isOurs = ({ fileName }: { fileName?: string | null }) => fileName === `${id}.csv`;
	return {
		uploads: sandbox.requests.filter(({ parts }) => parts.some(isOurs)).length,
		imports: sandbox.importers().filter(isOurs).length,
		held,
	};
}
