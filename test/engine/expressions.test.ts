import fc from 'fast-check';

import { templateOf } from '../../nodes/Persona/pipeline/expressions/template';
import { EXPRESSION_ENGINES, useExpressionEngine } from './support/expressionEngines';
import { expression, row } from './support/expressionGrammar';
import { expectSame, probe } from './support/probe';

const RUNS = { numRuns: process.env.CI === undefined ? 100 : 1000 };

describe.each(EXPRESSION_ENGINES)('with the %s engine', (engine) => {
	beforeAll(async () => await useExpressionEngine(engine));
	afterAll(async () => await useExpressionEngine('legacy'));

	it('evaluates together what the engine gives alone', async () => {
		let together = 0;
		let all = 0;
		await fc.assert(
			fc.asyncProperty(
				fc.array(expression, { minLength: 1, maxLength: 4 }),
				fc.array(row, { minLength: 5, maxLength: 8 }),
				async (expressions, rows) => {
					const { found } = await probe(expressions, rows);
					expect(found).toHaveLength(rows.length);
					for (const one of found) expectSame(one, expressions);
					together += expressions.filter((raw) => templateOf(raw) !== undefined).length;
					all += expressions.length;
				},
			),
			RUNS,
		);
		expect(together / all).toBeGreaterThan(0.25);
	}, 1_800_000);
});
