import type { INodeProperties } from 'n8n-workflow';

import { Persona } from '../../../nodes/Persona/Persona.node';

const fieldsOf = (resource: string, source: string) =>
	new Persona().description.properties.filter(({ displayOptions: { show = {} } = {} }) => {
		const fits = (name: string, value: string) => show[name]?.includes(value) ?? true;
		return (
			show.resource?.includes(resource) && fits('operation', 'import') && fits('source', source)
		);
	});

const outputs = (fields: INodeProperties[]) =>
	fields
		.filter(({ name }) => name === 'output')
		.map(({ options = [] }) => options.map((option) => ('value' in option ? option.value : '')));

describe('One Item per Row', () => {
	it('is a choice for accounts that come as items', () => {
		expect(outputs(fieldsOf('account', 'items'))).toEqual([['importers', 'summary', 'rows']]);
		expect(JSON.stringify(fieldsOf('account', 'items'))).toContain('One Item per Row always waits');
	});

	it('is not a choice for files of accounts', () => {
		expect(outputs(fieldsOf('account', 'file'))).toEqual([['importers', 'summary']]);
	});

	it.each(['items', 'file'])('is named nowhere for list items, source %s', (source) => {
		const fields = fieldsOf('listItem', source);
		expect(outputs(fields)).toEqual([['importers', 'summary']]);
		expect(JSON.stringify(fields)).not.toMatch(/per row/i);
	});
});
