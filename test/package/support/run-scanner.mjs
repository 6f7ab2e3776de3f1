// Runs the official scanner, which Jest cannot load: node run-scanner.mjs <folder> tarball|source
// @ts-expect-error The scanner brings no types.
import * as scanner from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, leg] = process.argv.slice(2);
const patterns = leg === 'source' ? scanner.SOURCE_FILE_PATTERNS : ['**/*.js', '**/*.json'];
const { passed, details = '' } = await scanner.analyzePackage(folder, patterns);
process.stdout.write(JSON.stringify({ passed, details }));
