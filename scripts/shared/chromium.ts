import { existsSync } from 'node:fs';
import { StopReason } from './stop-reason';

/** Where Linux distributions put Chromium, or Chrome, which serves as well. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of the browser that tests drive. */
export function requireChromium(): string {
	const { CHROMIUM_PATH: own } = process.env;
	const found = (own ? [own] : PLACES).find((path) => existsSync(path));
	if (found) return found;
	throw new StopReason(
		'The browser tests need Chromium: install it (on Debian with apt-get install chromium) or set CHROMIUM_PATH to where yours is',
	);
}
