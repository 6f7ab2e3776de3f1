import { parseArgs } from 'node:util';
import { Soak } from '../test/soak/soak';
import { runMain } from './shared/ending';
import { StopReason } from './shared/stop-reason';

const DEFAULT_MINUTES = '10';

/** How long it is to run. */
function minutesIn(args: string[]): number {
	const { values } = parseArgs({ args, options: { minutes: { type: 'string' } } });
	const minutes = Number(values.minutes ?? DEFAULT_MINUTES);
	if (minutes > 0) return minutes;
	throw new StopReason('--minutes takes a number above 0');
}

// npm run test:soak [-- --minutes 120]
void runMain(async () => {
	const soak = await Soak.start(minutesIn(process.argv.slice(2)));
	try {
		await soak.run();
	} finally {
		await soak.end();
	}
	return soak.report() ? 0 : 1;
});
