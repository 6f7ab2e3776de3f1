import { repository, scripts } from '../../../package.json';
import { commandsOf, DOCUMENTS, read, textsBelow } from '../support/documents';

/** Where each documented command is run: by a test, or by what every change has to pass. */
const RUN_BY: Readonly<Record<string, { file: string; as: string }>> = {
	[`git clone ${repository.url.replace(/^git\+/, '')}`]: { file: 'package.json', as: 'git+https' },
	'cd n8n-nodes-persona': { file: 'package.json', as: '"name": "n8n-nodes-persona"' },
	'npm start': { file: 'test/e2e/start/running.ts', as: "npm(['start'" },
	'npm ci': { file: '.github/workflows/publish.yml', as: 'npm ci' },
	'npm start -- --once': { file: 'test/e2e/start.test.ts', as: "start(['--once'])" },
	'npm run sandbox': { file: 'test/sandbox/control.test.ts', as: 'sandbox/main.ts' },
	'npm run release -- minor': { file: 'test/package/release.test.ts', as: "release('minor')" },
	'npm run release -- 0.1.0': { file: 'test/package/release.test.ts', as: "release('0.1.0')" },
	'npm run test:faults': { file: 'test/engine/faultMatrix.test.ts', as: 'PRINT_FAULTS' },
	'npm run test:soak': { file: '.ci/run', as: 'npm run test:soak -- ' },
	'npm run test:soak -- --minutes 120': { file: 'scripts/soak.ts', as: 'minutesIn(process.argv' },
	'npm run build': { file: 'scripts/test.ts', as: "args: ['build'" },
	'npm run test:unit': { file: 'scripts/test.ts', as: "'unit'" },
	'npm run test:engine -- --testPathPatterns badInput': {
		file: 'scripts/faults.ts',
		as: "'--testPathPatterns', 'faultMatrix'",
	},
	'npm run bench': { file: '.ci/run', as: 'npm run bench -- ' },
	'npm run bench -- 1000 100MB': { file: '.ci/run', as: 'npm run bench -- 100 1MB' },
	'UPDATE_IMAGES=1 npm run test:browser': {
		file: 'test/browser/support/picture.ts',
		as: 'process.env.UPDATE_IMAGES',
	},
	'npx prettier --write <files>': { file: 'test/unit/documents/form.test.ts', as: '.bin/prettier' },
	'npx tsx examples/data/generate.ts': {
		file: 'test/unit/documents/examples.test.ts',
		as: 'generateFiles()',
	},
};

describe('commands', () => {
	const commands = [...new Set(DOCUMENTS.flatMap(commandsOf))];

	it('are found', () => {
		expect(commands.length).toBeGreaterThan(15);
	});

	it.each(commands)('%s is run by something', (command) => {
		const [, script] = /npm run ([\w:-]+)/.exec(command) ?? [];
		if (script !== undefined) expect(scripts).toHaveProperty([script]);
		const { file, as } = RUN_BY[command] ?? { file: '.ci/run', as: command };
		expect(read(file)).toContain(as);
	});

	it.each(['--port', '--sandbox-port', '--folder', '--once'])('npm start takes %s', (option) => {
		expect(read('CONTRIBUTING.md')).toContain(`\`${option}\``.replace('`--once`', '--once'));
		expect(read('scripts/start/options.ts')).toMatch(
			new RegExp(`'?${option.slice(2)}'?: \\{ type:`),
		);
	});

	it('every environment variable is one of ours or of n8n', () => {
		const named = DOCUMENTS.flatMap((document) => [
			...read(document).matchAll(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g),
		]).map(([name]) => name);
		const ours = textsBelow(['scripts', 'test', 'sandbox', 'bench']);
		ours.delete('test/unit/documents/commands.test.ts');
		const n8n = textsBelow(
			['node_modules/@n8n/config/dist/configs', 'node_modules/n8n-core/dist/binary-data'],
			/\.js$/,
		);
		const texts = [...ours.values(), ...n8n.values()];
		// Node's own; and what every program on Linux knows.
		const others = ['NODE_EXTRA_CA_CERTS', 'XDG_CACHE_HOME'];
		const unknown = [...new Set(named)].filter(
			(name) =>
				!others.includes(name) && !texts.some((text) => new RegExp(`\\b${name}\\b`).test(text)),
		);
		expect(unknown).toEqual([]);
	});
});
