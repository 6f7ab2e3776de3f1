import { runWorkflow, type PersonaNode } from './engine';
import { fileItem, fileWorkflow } from './files';
import { PersonaStandIn } from './personaStandIn';

/** What messages advise where Persona cannot take a file as it is. */
export const BY_ITEMS =
	"put an Extract from File node before this one and set 'Import From' to Input Items";
export const COLUMNS =
	'reference_id, name_first, name_middle, name_last, birthdate, social_security_number, tags';

/** Large enough that much of it is still unread when a connection breaks. */
export const LARGE_ROWS = Array.from(
	{ length: 100_000 },
	(_, index) => `ref-${index},Zoë,"山田, ${index}"\n`,
).join('');
export const LARGE_HEADER = 'Reference ID,First Name,Last Name\n';

/** Imports of CSV files, one item each. */
export class FileImports extends PersonaStandIn {
	async importOf(
		contents: (Buffer | string)[],
		node: PersonaNode = {},
		where: Partial<FileImports['access']> = {},
	) {
		const items = await Promise.all(contents.map(async (content) => await fileItem(content)));
		return await runWorkflow(fileWorkflow(items, node), { ...this.access, ...where });
	}

	/** The files as Persona has them. */
	received(): string[] {
		return this.sandbox.importers().map(({ id }) => this.sandbox.csvOf(id).toString());
	}
}
