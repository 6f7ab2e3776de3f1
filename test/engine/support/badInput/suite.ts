import { appendFileSync } from 'node:fs';
import { inspect } from 'node:util';

import { startSandbox, type Sandbox } from '../../../../sandbox';
import { outputOf, reasonIn } from '../engine';
import { Container, Logger } from '../services';
import { VirtualClock } from '../virtualClock';
import { checkCase } from './check';
import { runCase, type OnError, type Ran } from './run';
import type { BadInputCase, Topic } from './types';

const SETTINGS: OnError[] = ['stopWorkflow', 'continueRegularOutput'];

/** Keeps what the process would print, and what n8n's own log would hold. */
function listen(printed: string[], logged: string[]): void {
	const keep = (chunk: unknown) => {
		printed.push(String(chunk));
		return true;
	};
	jest.spyOn(process.stdout, 'write').mockImplementation(keep);
	jest.spyOn(process.stderr, 'write').mockImplementation(keep);
	const logger = Container.get(Logger);
	for (const level of ['error', 'warn', 'info', 'debug'] as const) {
		jest.spyOn(logger, level).mockImplementation((...args) => void logged.push(inspect(args)));
	}
}

/** With PRINT_BAD_INPUT set to a file, writes there what a user reads. */
function note(one: BadInputCase, onError: OnError, { run }: Ran): void {
	const file = process.env.PRINT_BAD_INPUT;
	if (file === undefined) return;
	const { error } = run.data.resultData;
	const errors = [error, ...outputOf(run).map(reasonIn)].filter(Boolean);
	const texts = errors.map((said) => `  ${said!.message}\n      ${said!.description ?? ''}`);
	appendFileSync(file, `\n# ${one.name} (${onError})\n${texts.join('\n')}\n`);
}

/** Runs every case of some topics under *Stop Workflow* and under *Continue*. */
export function describeBadInput(topics: readonly Topic[]): void {
	let sandbox: Sandbox;
	const clock = new VirtualClock();
	const printed: string[] = [];
	const logged: string[] = [];
	beforeAll(async () => {
		clock.install();
		sandbox = await startSandbox({ processingMilliseconds: 1, now: clock.now });
		listen(printed, logged);
	});
	beforeEach(() => {
		printed.splice(0);
		logged.splice(0);
	});
	afterAll(async () => {
		jest.restoreAllMocks();
		clock.restore();
		await sandbox.close();
	});

	describe.each(topics)('$name', ({ cases }) => {
		it.each(cases.flatMap((one) => SETTINGS.map((onError) => ({ ...one, onError }))))(
			'$name, $onError',
			async ({ onError, ...one }) => {
				const ran = await runCase(sandbox, one.input, onError);
				note(one, onError, ran);
				checkCase(sandbox, ran, one, onError, logged);
				expect(printed).toEqual([]);
			},
		);
	});
}
