import * as parser from 'esprima-next';
import fc from 'fast-check';

import { templateOf } from '../../nodes/Persona/pipeline/expressions/template';
import { expression, row } from './support/expressionGrammar';
import { expectSame, probe } from './support/probe';

// n8n itself parses by another function of the same package.
const { parseModule } = parser;
beforeAll(() => void Object.assign(parser, { parseModule: undefined }));
afterAll(() => void Object.assign(parser, { parseModule }));

it('a host without the parser evaluates row by row and gives the same values', async () => {
	expect(templateOf('={{ $json.name.trim() }}')).toBeUndefined();
	await fc.assert(
		fc.asyncProperty(
			fc.array(expression, { minLength: 1, maxLength: 3 }),
			fc.array(row, { minLength: 2, maxLength: 4 }),
			async (expressions, rows) => {
				const { found } = await probe(expressions, rows);
				expect(found).toHaveLength(rows.length);
				for (const one of found) expectSame(one, expressions);
			},
		),
		{ numRuns: 30 },
	);
}, 300_000);
