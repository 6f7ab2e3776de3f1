import type { IDataObject } from 'n8n-workflow';

import { refused, sent } from '../builders';
import type { BadInput, Topic } from '../types';

const COLUMN = "column 'tags'";
const SEPARATOR = `${COLUMN}: has a tag that contains the character between tags; choose another one in the option 'Tag Separator'`;
const NOT_TEXT = `${COLUMN}: has a tag that is not text`;
const LOST_DIGITS = `${COLUMN}: holds a number that lost digits on its way here; give it as text in the source (from 16 digits on, or with decimals or an exponent)`;

const no = (name: string, tags: unknown, says: string, input?: BadInput) =>
	refused(name, { tags } as IDataObject, says, input);
const yes = (name: string, tags: unknown, sentAs: string, input?: BadInput) =>
	sent(name, { tags } as IDataObject, { tags: sentAs }, input);

const separatedBy = (tagSeparator: string): BadInput => ({
	parameters: { options: { tagSeparator } },
});

export const TAGS: Topic = {
	name: 'Tags',
	cases: [
		no('a comma inside one of a list', ['zqx-vip', 'zqx, gold'], SEPARATOR),
		no('the other separator inside one', ['zqx;vip'], SEPARATOR, separatedBy(';')),
		no('half a separator at the end of one', ['zqx;', 'zqx-vip'], SEPARATOR, separatedBy(';;')),
		yes('tags as objects with names', [{ name: 'zqx-vip' }], 'zqx-vip'),
		no('tags as objects without names', [{ zqx: 'zqx-vip' }], NOT_TEXT),
		no('a list in the list', [['zqx-vip'], 'zqx-gold'], NOT_TEXT),
		no('true among them', ['zqx-vip', true], NOT_TEXT),
		no('a date among them', ['zqx-vip', new Date(0)], NOT_TEXT),
		no('a number among them that lost digits', ['zqx-vip', 1e21], NOT_TEXT),
		no(
			'one object with all of them',
			{ vip: 'zqx-yes' },
			`${COLUMN}: holds an object or a list where text belongs`,
		),
		no('true', true, `${COLUMN}: holds true or false where text belongs`),
		no('a number that lost digits', 2 ** 60, LOST_DIGITS),
		no(
			'a control character in one',
			['zqx-vip\u0007'],
			`${COLUMN}: holds an invisible control character; remove it in the source`,
		),
		no(
			'half an emoji in one',
			['zqx-\ud83d'],
			`${COLUMN}: holds half of a character, as when text is cut off inside of an emoji; fix it in the source`,
		),
		yes(
			'empty ones, which are left out',
			['zqx-vip', '', ' ', null, 'zqx-gold'],
			'zqx-vip,zqx-gold',
		),
		yes('blanks around them', [' zqx-vip ', 'zqx gold\t'], 'zqx-vip,zqx gold'),
		yes('numbers among them', ['zqx-vip', 2026], 'zqx-vip,2026'),
		yes('the same one twice', ['zqx-vip', 'zqx-vip'], 'zqx-vip,zqx-vip'),
		yes('an empty list', [], ''),
		yes('text with a separator, which goes as it is', 'zqx-vip, zqx-gold', 'zqx-vip, zqx-gold'),
		yes('text that is a list in JSON', '["zqx-vip","zqx-gold"]', '["zqx-vip","zqx-gold"]'),
		yes('a separator of two characters', ['zqx-a', 'zqx-b'], 'zqx-a; zqx-b', separatedBy('; ')),
		yes(
			'a thousand of them',
			Array.from({ length: 1000 }, (_, n) => `zqx-${n}`),
			Array.from({ length: 1000 }, (_, n) => `zqx-${n}`).join(),
		),
	],
};
