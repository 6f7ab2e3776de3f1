import type { Findings } from './types';

/** Names, in whatever way they are written, of fields that may belong to a column although nothing else says so. */
interface Clue {
	column: string;
	what: string;
	name: RegExp;
	/** What their values look like. */
	value: RegExp;
	/** Whether it adds to a column that is there, instead of filling one that is not. */
	isPart?: boolean;
}

const CLUES: readonly Clue[] = [
	{
		// In the Netherlands "van der" has a field of its own, and in Spain and Latin America people have two surnames.
		name: /^(?:tussenvoegsels?|(?:last|sur|family)[ _]?name[ _]?prefix|(?:segundo|2do) ?_?apellido|apellido[ _]?(?:materno|2)|(?:second|maternal)[ _]?(?:last|sur)[ _]?name)$/i,
		...{ column: 'name_last', what: 'part of the Last Name', value: /\S/, isPart: true },
	},
	{
		name: /(?:^|[^a-z])dob(?:[^a-z]|$)|birth[ _-]?dat|birth[ _-]?day|date[ _-]?of[ _-]?birth/i,
		...{ column: 'birthdate', what: 'the Birthdate', value: /\d{4}|\d\D\d/ },
	},
	{
		name: /(?:^|[^a-z])ssn(?:[^a-z]|$)|social[ _-]?sec/i,
		...{ column: 'social_security_number', what: 'the Social Security Number' },
		value: /^\D*\d{3}\D?\d{2}\D?\d{4}\D*$/,
	},
];
/** These are fields of somebody else, or of no birth at all. */
const OTHERS =
	/spouse|partner|husband|wife|child|baby|kid|depend|parent|mother|father|guard|guarant|emergency|benefi|owner|pet|dog|co[ _-]|2$/i;

/** Items, and names, that are looked at. */
const MOST_ITEMS = 5000;
const MOST_NAMES = 1000;

/** Fields that fit nothing by their names, but which a person would take for a part of what is imported. */
export function leftOutFields({ columns, survey, ignored, items }: Findings) {
	const some = items.slice(0, MOST_ITEMS);
	return CLUES.flatMap(({ column, what, name, value, isPart = false }) => {
		const place = columns.findIndex((one) => one.name === column);
		if (place < 0 || survey.filled[place]! > 0 !== isPart) return [];
		const field = ignored
			.slice(0, MOST_NAMES)
			.find(
				(one) =>
					name.test(one) &&
					(isPart || !OTHERS.test(one)) &&
					some.some((json) => value.test(String(json?.[one] ?? ''))),
			);
		return field === undefined ? [] : [{ field, column, what }];
	});
}
