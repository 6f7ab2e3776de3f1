import { BY_TYPE } from '../../../nodes/Persona/pipeline/accountFields/typeRules';

const field = (type: string, ...choices: readonly (readonly [value: string, label: string])[]) => ({
	...{ key: 'grade', label: 'Grade', type, isWritable: true, isWrittenOnce: false },
	choices: choices.map(([value, label]) => ({ value, label })),
});
const GRADE = field(
	'choices',
	['a_plus', 'A+'],
	['a', 'A'],
	['a_minus', 'A-'],
	['18-25', '18 to 25'],
);
const TEAM = field('choices', ['team_plan', 'Team Plan'], ['1', '2'], ['2', 'Two'], ['É', 'x']);
const TWINS = field('choices', ['Gold', 'one'], ['gold', 'two']);
const NONE = ['choice', 'is none of the choices that the field has'];

const choose = (text: string, spec: ReturnType<typeof field>) =>
	BY_TYPE[spec.type]!(text, spec, 'UTC');

describe('a choice is told by its value or its label', () => {
	test.each([
		['A+', GRADE, 'a_plus'],
		['a-', GRADE, 'a_minus'],
		['a', GRADE, 'a'],
		['A*', GRADE, NONE],
		['1825', GRADE, NONE],
		['18-25', GRADE, '18-25'],
		['team-plan', TEAM, 'team_plan'],
		['TeamPlan', TEAM, 'team_plan'],
		['team  plan', TEAM, 'team_plan'],
		['e\u0301', TEAM, 'É'],
		['1', TEAM, '1'],
		['2', TEAM, '2'],
		['two', TEAM, '2'],
		['gold', TWINS, 'gold'],
		['GOLD', TWINS, NONE],
	])('%s', (text, spec, expected) => {
		expect(choose(text, spec)).toEqual(expected);
	});

	it('in a list as well', () => {
		expect(choose('a+; A-', { ...GRADE, type: 'multi-choices' })).toBe('["a_plus","a_minus"]');
	});
});

it('t and f are what PostgreSQL writes', () => {
	const spec = field('boolean');
	expect(['t', 'F'].map((text) => choose(text, spec))).toEqual(['true', 'false']);
});
