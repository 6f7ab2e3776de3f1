import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, LOOPBACK } from '../../../scripts/shared/ports';
import { npm, type Command } from '../support/command';
import { contactsToImport } from '../support/contacts';

export const CONTACTS = contactsToImport().map(({ contact }) => contact);

/** The five lines that close the output, whatever the ID. */
export const LAST_LINES = [
	'Importer:   mprt_…',
	'Status:     ready',
	`Successful: ${CONTACTS.length}`,
	'Duplicates: 0',
	'Errors:     0',
];

/** `npm start` with ports and a folder of its own. */
export class Demo {
	readonly folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-start-'));
	port!: number;
	sandboxPort!: number;
	private readonly opened: { close(): unknown }[] = [];

	/** For the tests of one file; what a test has opened is closed after it. */
	use(): this {
		beforeAll(async () => {
			[this.port, this.sandboxPort] = [await freePort(), await freePort()];
		});
		afterEach(async () => {
			for (const open of this.opened.splice(0)) await open.close();
		});
		afterAll(() => rmSync(this.folder, { recursive: true }));
		return this;
	}

	start(args: string[] = [], env: NodeJS.ProcessEnv = {}): Command {
		return this.closeLater(npm(['start', '--', ...this.own(), ...args], env));
	}

	/** The arguments for its ports and its folder. */
	own(): string[] {
		const ports = ['--port', String(this.port), '--sandbox-port', String(this.sandboxPort)];
		return [...ports, '--folder', this.folder];
	}

	get editor(): string {
		return `http://${LOOPBACK}:${this.port}`;
	}

	closeLater<Opened extends { close(): unknown }>(open: Opened): Opened {
		this.opened.push(open);
		return open;
	}
}

/** The last lines that were printed, as many as LAST_LINES has. */
export function lastLines(printed: string): string[] {
	const lines = printed
		.trim()
		.replace(/mprt_\w+/g, 'mprt_…')
		.split('\n');
	return lines.slice(-LAST_LINES.length);
}
