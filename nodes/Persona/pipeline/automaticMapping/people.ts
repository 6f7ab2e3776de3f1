import type { AddNote } from './notes';
import type { Choice } from './types';

/** Whose field it is, where its name says so: the patient's, or that of the second person in the row. */
function personOf({ fit }: Choice): string | undefined {
	return fit.isRepeated === true ? '2' : fit.person;
}

/**
 * Watches which fields of an item are used, to note where they are of several people: the patient's name with the
 * policyholder's birthdate, or the birthdate of a student whose name was passed over for a parent's.
 */
export function watchPeople(add: AddNote) {
	const used: Choice[] = [];
	const passed: Array<readonly [used: Choice, other: Choice]> = [];
	/** Those who are called like the one whose name was used. */
	const same = new Set<string | undefined>();
	const isNamed = (choice: Choice) =>
		choice.fit.column.identifies === true && personOf(choice) !== undefined;
	return {
		use(choice: Choice): void {
			if (isNamed(choice)) used.push(choice);
		},
		/** A field whose value is different from that of the one that was used. */
		pass(choice: Choice, other: Choice): void {
			if (isNamed(other)) passed.push([choice, other]);
		},
		/** A field whose value is the same; families share a last name. */
		agree(other: Choice): void {
			if (isNamed(other) && other.fit.column.name !== 'name_last') same.add(personOf(other));
		},
		settle(item: number): void {
			if (used.length > 0) {
				const people = used.map(personOf);
				const another = used.find(
					(_, place) => people[place] !== people[0] && !same.has(people[place]),
				);
				const [choice, other] =
					another === undefined
						? (passed.find((pair) => pair.some((one) => people.includes(personOf(one)))) ?? [])
						: [used[0]!, another];
				if (choice !== undefined && other !== undefined) {
					add('severalPeople', choice.fit.column, item, choice.field.name, other.field.name);
				}
			}
			used.length = passed.length = 0;
			same.clear();
		},
	};
}

export type WatchPeople = ReturnType<typeof watchPeople>;
