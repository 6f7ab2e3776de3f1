import type { Execution } from '../n8n/run';
import { StopReason } from '../shared/stop-reason';
import type { Importer } from './importers';

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
