import type { Execution } from '../n8n/run';
import { StopReason } from '../shared/stop-reason';
import { CRM_HEADER } from './credentials';
import type { Editor } from './editor';
import type { Importer } from './importers';
import { LOGIN } from './login';
import type { Persona } from './persona';

/** Tells why a workflow did not succeed, with what n8n shows of it in its editor. */
export function requireSuccess(name: string, { status, data }: Execution): void {
	if (status === 'success') return;
	const { error } = data.resultData;
	const reason = [error?.message, error?.description].filter(Boolean).join(': ');
	throw new StopReason(`The workflow '${name}' ended with the status ${status}. ${reason}`);
}

/** An importer's outcome, one fact a line. */
export function describeImporter({ id, attributes }: Importer): string {
	return [
		`Importer:   ${id}`,
		`Status:     ${attributes.status}`,
		`Successful: ${attributes['successful-count']}`,
		`Duplicates: ${attributes['duplicate-count']}`,
		`Errors:     ${attributes['error-count']}`,
	].join('\n');
}

/** Where the main example opens in the editor. */
export function addressOf({ server, examples }: Editor): string {
	return `${server.url}/workflow/${examples.main.id}`;
}

/** What somebody needs to use the demo; where it is and how it ends comes last, so that it is seen. */
export function describeDemo(editor: Editor, persona: Persona): string {
	return `
Example imports go to ${persona.name}. To create another Persona API credential, enter:
  API Key   ${persona.shownKey}
  Base URL  ${persona.baseUrl}

The webhook of the CRM example expects the header ${CRM_HEADER.name}: ${CRM_HEADER.value}
The page for CSV files asks for the user name and password below.

  Editor    ${addressOf(editor)}
  Login     ${LOGIN.email}
  Password  ${LOGIN.password}

Ctrl-C stops everything.`;
}
