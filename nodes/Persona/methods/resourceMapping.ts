import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { accountFields, furtherKeys, type LookupField } from '../pipeline/accountFields/columns';
import { fieldSpecsOf, type FieldSpec } from '../pipeline/accountFields/schema';
import { ACCOUNT_IMPORT, LIST_ITEM_IMPORTS, type ListType } from '../pipeline/columns';
import type { ImportKind } from '../pipeline/types';
import { fetchAccountType } from '../transport/accountTypes';
import { PersonaClient } from '../transport/client';
import { DEFAULT_PERSONA_VERSION } from '../transport/version';

// Every column is a string: the mapper's own types turn '' into 0 and shift dates into the workflow's time zone.
function mapperFields({ columns }: ImportKind): ResourceMapperFields {
	return {
		fields: columns.map(({ name, displayName, required }) => ({
			id: name,
			displayName,
			required,
			defaultMatch: false,
			canBeUsedToMatch: false,
			display: true,
			type: 'string',
		})),
	};
}

/** The columns that an account import takes. */
export async function getAccountColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	return mapperFields(ACCOUNT_IMPORT);
}

/** The columns that an import into a list of the chosen type takes. */
export async function getListItemColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const listType = this.getCurrentNodeParameter('listType') as ListType | undefined;
	return mapperFields(LIST_ITEM_IMPORTS[listType ?? 'emailAddress']);
}

const HEADERS = { 'Persona-Version': DEFAULT_PERSONA_VERSION, 'Key-Inflection': 'kebab' };

/** What the editor says of a field beside its name. */
function remarkOn({ type, isWritable, isWrittenOnce }: FieldSpec): string {
	const remarks = [
		...(/^(string|email-address)$/.test(type) ? [] : [type.replaceAll('-', ' ')]),
		...(isWritable ? [] : ['read-only here']),
		...(isWrittenOnce ? ['can be set once'] : []),
	];
	return remarks.length === 0 ? '' : ` (${remarks.join(', ')})`;
}

/** The fields of the chosen account type; undefined while none is chosen, or where it cannot be read. */
async function chosenSpecs(context: ILoadOptionsFunctions): Promise<FieldSpec[] | undefined> {
	const id = context.getCurrentNodeParameter('accountTypeId');
	if (typeof id !== 'string' || id.trim() === '' || id.startsWith('=')) return undefined;
	const client = await PersonaClient.open(context);
	const type = await fetchAccountType(client, id.trim(), HEADERS);
	return type === undefined ? undefined : fieldSpecsOf(type);
}

/** The columns of a batch job: the fields of the chosen account type, or those that Persona documents for every account. */
export async function getBatchJobColumns(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const isUpsert = this.getCurrentNodeParameter('operation') === 'upsert';
	const chosen = isUpsert ? 'reference_id' : this.getCurrentNodeParameter('lookupField');
	const lookup: LookupField = chosen === 'token' ? 'token' : 'reference_id';
	const further = furtherKeys(this.getCurrentNodeParameter('options.furtherFields'));
	const specs = await chosenSpecs(this);
	const { columns } = accountFields(lookup, specs, further);
	const { fields } = mapperFields({ columns } as ImportKind);
	const shown = fields.map((field) => {
		const spec = specs?.find(({ key }) => key === field.id);
		if (spec === undefined) return field;
		const options = spec.choices?.map(({ value, label }) => ({ name: label, value }));
		const isChoice = spec.type === 'choices' && options !== undefined;
		return {
			...field,
			displayName: field.displayName + remarkOn(spec),
			...(isChoice ? { type: 'options' as const, options } : {}),
		};
	});
	const [pattern] = fields;
	const readOnly = (specs ?? [])
		.filter(({ isWritable }) => !isWritable)
		.map((spec) => ({
			...pattern!,
			id: spec.key,
			displayName: spec.label + remarkOn(spec),
			required: false,
			readOnly: true,
		}));
	return { fields: [...shown, ...readOnly] };
}
