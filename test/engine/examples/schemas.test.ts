import type { INode, ResourceMapperValue } from 'n8n-workflow';

import { Persona } from '../../../nodes/Persona/Persona.node';
import { BatchJobs } from '../support/batchJobs';
import { EXAMPLE_NAMES, readExample } from '../support/examples';
import { listSearchContext } from '../support/listSearch';

const { methods, description } = new Persona();

const nodes = EXAMPLE_NAMES.flatMap((example) => {
	const mapping = readExample(example).nodes.filter(({ parameters }) => 'columns' in parameters);
	return mapping.map((node): [string, INode] => [`${example}, ${node.name}`, node]);
});

const jobs = new BatchJobs().use();

/** The columns that the editor gets for a node when it is opened. */
async function fieldsFor({ parameters }: INode) {
	const { typeOptions } = description.properties.find(({ name, displayOptions }) => {
		const { resource = [], operation = [] } = displayOptions?.show ?? {};
		const isThis =
			resource[0] === parameters.resource && operation.includes(parameters.operation as string);
		return name === 'columns' && isThis;
	})!;
	const method = typeOptions!.resourceMapper!.resourceMapperMethod as 'getAccountColumns';
	const context = listSearchContext(jobs.access, parameters);
	return await methods.resourceMapping[method].call(context);
}

it('there are examples of both imports', () => {
	const resources = nodes.map(([, { parameters }]) => parameters.resource);
	expect([...new Set(resources)].sort()).toEqual(['account', 'listItem']);
});

// The editor would store anything else when somebody opens the node, and mark the node as changed since its last run.
it.each(nodes)('%s: holds the mapper as the editor stores it', async (_name, node) => {
	const { fields } = await fieldsFor(node);
	const { mappingMode, value, ...rest } = node.parameters.columns as unknown as ResourceMapperValue;
	expect(rest).toEqual({
		matchingColumns: [],
		schema: fields.map((field) => ({ ...field, removed: false })),
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	});
	const named = Object.keys(value ?? { none: null });
	expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
	expect(named.length > 0).toBe(mappingMode === 'defineBelow');
});
