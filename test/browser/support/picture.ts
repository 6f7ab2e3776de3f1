import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { ROOT } from '../../../scripts/pack';
import type { Editor, Theme } from './editor';

const FOLDER = join(ROOT, 'docs', 'images');
const LARGEST = 150_000;
const THEMES: Theme[] = ['light', 'dark'];

/** Takes pictures for the documentation, one in each theme, when the run is meant to renew them. */
export async function takePictures({ page }: Editor, name: string, what: Locator): Promise<void> {
	if (process.env.UPDATE_IMAGES === undefined) return;
	mkdirSync(FOLDER, { recursive: true });
	for (const notice of await page.getByRole('alert').locator('.el-notification__closeBtn').all()) {
		await notice.click().catch(() => undefined);
	}
	for (const theme of THEMES) {
		await page.emulateMedia({ colorScheme: theme });
		const path = join(FOLDER, `${name}-${theme}.png`);
		await what.screenshot({ path, animations: 'disabled', caret: 'hide' });
		expect(statSync(path).size).toBeLessThan(LARGEST);
	}
	await page.emulateMedia({ colorScheme: 'light' });
}
