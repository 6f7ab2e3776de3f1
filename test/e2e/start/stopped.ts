import { isRunning } from '../support/command';
import { answers } from '../support/listener';
import type { Demo } from './demo';

/** What is left of a start that is stopped. */
export function describeStopped(demo: Demo): void {
	describe('stopped while it starts', () => {
		it('says so on Ctrl-C, and calls no step failed', async () => {
			const command = demo.start();
			await command.untilPrinted(/Building and packing/);
			command.pressControlC();
			expect(await command.exited).toBe(130);
			expect(command.printed()).toMatch(/\nStopping …\nStopped\.\n$/);
			expect(command.printed()).not.toMatch(/✗|npm stopped|ended with/);
		});

		it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
			'ends everything when npm alone gets %s',
			async (signal) => {
				const command = demo.start();
				await command.untilPrinted(/Starting n8n …/);
				const processes = command.processes();
				expect(processes.length).toBeGreaterThan(1);
				command.signalNpm(signal);
				await command.exited;
				expect(command.printed()).toMatch(/\nStopping …\nStopped\.\n$/);
				expect(command.printed()).not.toContain('✗');
				expect(processes.filter(isRunning)).toEqual([]);
				expect([await answers(demo.port), await answers(demo.sandboxPort)]).toEqual([false, false]);
			},
		);
	});
}
