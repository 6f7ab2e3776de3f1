import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { ROOT } from '../../../scripts/pack';
import { DOCUMENTS, read } from '../support/documents';

it('README.md can be read in a few minutes', () => {
	expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(15_000);
});

it('the documents are formatted', () => {
	const prettier = join(ROOT, 'node_modules/.bin/prettier');
	expect(() => execFileSync(prettier, ['--check', ...DOCUMENTS], { cwd: ROOT })).not.toThrow();
});
