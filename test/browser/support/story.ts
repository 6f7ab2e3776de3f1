import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../../scripts/pack';
import type { Editor } from './editor';

/** Pictures and texts of pages on which a test did not come to its end. */
const FOLDER = join(ROOT, 'test-results', 'browser');

/** Below Jest's own limit, so that there is time for the picture. */
const LIMIT = 150_000;

async function deadline(signal: AbortSignal): Promise<never> {
	await sleep(LIMIT, undefined, { signal });
	throw new Error(`It was not done after ${LIMIT / 1000} s`);
}

/** Keeps what the page looks like and says, and returns where. */
async function keepPage({ page }: Editor, name: string): Promise<string> {
	mkdirSync(FOLDER, { recursive: true });
	const path = join(FOLDER, name.replace(/[^\w]+/g, '-'));
	const text = await page.locator('body').innerText({ timeout: 5_000 });
	writeFileSync(`${path}.txt`, `${page.url()}\n\n${text}\n`);
	await page.screenshot({ path: `${path}.png`, timeout: 10_000 });
	return path;
}

/**
 * A test in the editor. When it does not come to its end, the message says where a picture (.png) and the text (.txt) of
 * the page are.
 */
export function story(editor: () => Editor, name: string, steps: () => Promise<void>): void {
	it(name, async () => {
		const over = new AbortController();
		try {
			await Promise.race([steps(), deadline(over.signal)]);
		} catch (reason) {
			const kept = await keepPage(editor(), name).catch(() => undefined);
			const where = kept ? `the page as it was: ${kept}.png and .txt` : 'the page was gone';
			throw new Error(`"${name}" did not come to its end; ${where}`, { cause: reason });
		} finally {
			over.abort();
		}
	});
}
