import type { IExecuteFunctions } from 'n8n-workflow';

import { Persona } from '../../nodes/Persona/Persona.node';
import { customDataOf } from '../../nodes/Persona/actions/import/items';

test('the conditions of fields are such that n8n 1 can put the fields in order', () => {
	const { properties } = new Persona().description;
	const names = properties.map(({ name }) => name);
	const conditions = properties.flatMap(({ displayOptions: { show = {}, hide = {} } = {} }) =>
		Object.keys({ ...show, ...hide }),
	);
	// It refuses to run a node with a condition on a field that is not there, unless that begins with a slash.
	expect(conditions.filter((name) => !name.startsWith('/') && !names.includes(name))).toEqual([]);
});

describe('custom data', () => {
	const own = { set: jest.fn() };
	const shown = { set: jest.fn() };
	const getWorkflowDataProxy = () => ({ $execution: { customData: shown } });
	const context = (parts: object) =>
		({ getWorkflowDataProxy, ...parts }) as unknown as IExecuteFunctions;

	it("are the context's own where it has them", () => {
		expect(customDataOf(context({ customData: own }))).toBe(own);
	});

	it('are what expressions see in n8n 1, which gives them to nothing else', () => {
		expect(customDataOf(context({}))).toBe(shown);
	});
});
