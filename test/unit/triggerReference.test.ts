import type { INodeProperties } from 'n8n-workflow';

import { tableRows } from './support/documents';
import { choicesIn, TRIGGER_FIELDS } from './support/triggerFields';

const REFERENCE = 'docs/reference.md';

/** A field as a row of docs/reference.md has to show it, the default first. */
function valuesOf(field: INodeProperties): string[] {
	const isDefault = ({ value }: { value: string }) => value === field.default;
	if (field.name === 'personaVersion') return [`\`${String(field.default)}\``];
	if (field.type === 'options') {
		const choices = choicesIn(field);
		return [...choices.filter(isDefault), ...choices.filter((one) => !isDefault(one))].map(
			({ name, value }) => `${name} (\`${value}\`)`,
		);
	}
	if (field.type === 'boolean') return [field.default === true ? 'on' : 'off'];
	return typeof field.default === 'number' ? [`\`${String(field.default)}\``] : [];
}

test('docs/reference.md has every setting of the trigger with its values', () => {
	const documented = tableRows(REFERENCE, 'Trigger setting').map(([name, values]) => [
		name,
		values,
	]);
	const expected = TRIGGER_FIELDS.map((field) => [
		`${field.displayName} (\`${field.name}\`)`,
		valuesOf(field).join(', '),
	]);
	expect(documented.sort()).toEqual(expected.sort());
});
