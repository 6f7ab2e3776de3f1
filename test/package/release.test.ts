import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/pack';
import { temporaryFolder } from './support/tarball';

/** What a release reads and changes. */
const FILES = [
	'.gitignore',
	'.release-it.json',
	'CHANGELOG.md',
	'package-lock.json',
	'package.json',
];
const AUTHOR = {
	GIT_AUTHOR_NAME: 'Test',
	GIT_AUTHOR_EMAIL: 'test@example.com',
	GIT_COMMITTER_NAME: 'Test',
	GIT_COMMITTER_EMAIL: 'test@example.com',
};

describe('npm run release', () => {
	const folder = temporaryFolder();
	const project = join(folder, 'project');
	const remote = join(folder, 'remote.git');
	const options = { cwd: project, encoding: 'utf8', env: { ...process.env, ...AUTHOR } } as const;
	const git = (...args: string[]) => execFileSync('git', args, options).trim();
	/** What it says, on either stream. */
	const release = (...args: string[]) => {
		const done = spawnSync('npm', ['run', 'release', '--', ...args, '--ci'], options);
		return { said: done.stdout + done.stderr, status: done.status };
	};
	const read = (file: string) => readFileSync(join(project, file), 'utf8');

	beforeAll(() => {
		execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', remote]);
		execFileSync('git', ['clone', '--quiet', remote, project], { stdio: 'ignore' });
		for (const file of FILES) cpSync(join(ROOT, file), join(project, file));
		symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
		git('checkout', '--quiet', '-B', 'main');
		// A link is no folder, so that the pattern for node_modules does not leave it out.
		git('add', '--', ...FILES);
		git('commit', '--quiet', '--message', 'Begin');
		git('push', '--quiet', '--set-upstream', 'origin', 'main');
	});

	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('changes nothing in a dry run, and says what it would do', () => {
		const before = git('rev-parse', 'HEAD');
		const { said, status } = release('0.1.0', '--dry-run');
		expect(status).toBe(0);
		expect(said).toContain('git tag --annotate --message Release 0.1.0 0.1.0');
		expect(said).not.toContain('npm publish');
		expect([git('rev-parse', 'HEAD'), git('tag'), git('diff', '--name-only')]).toEqual([
			before,
			'',
			'',
		]);
	});

	it('moves the changelog below the new number, commits, tags and pushes', () => {
		const [, unreleased = ''] = read('CHANGELOG.md').split('## [Unreleased]');
		expect(release('0.1.0').status).toBe(0);
		const [head = '', first = ''] = read('CHANGELOG.md').split(
			/^## \[0\.1\.0\] - \d{4}-\d\d-\d\d$/m,
		);
		expect(head.trimEnd().endsWith('## [Unreleased]')).toBe(true);
		expect(first.trim().startsWith(unreleased.trim())).toBe(true);
		expect(git('log', '--format=%s', '-1')).toBe('Release 0.1.0');
		expect(git('ls-remote', '--tags', 'origin')).toContain('refs/tags/0.1.0');
		expect(git('ls-remote', 'origin', 'main')).toContain(git('rev-parse', 'HEAD'));
	});

	it('refuses a release of which the changelog says nothing', () => {
		const { said, status } = release('minor');
		expect(status).not.toBe(0);
		expect(said).toContain('There are no entries under "Unreleased" section in CHANGELOG.md');
		expect(git('diff', '--name-only')).toBe('');
	});

	it('sets the same number in the package and its lock file', () => {
		const changed = read('CHANGELOG.md').replace('## [Unreleased]', '$&\n\n- Something new.');
		writeFileSync(join(project, 'CHANGELOG.md'), changed);
		git('commit', '--quiet', '--all', '--message', 'Change something');
		git('push', '--quiet');
		expect(release('minor').status).toBe(0);
		const version = (file: string) => (JSON.parse(read(file)) as { version: string }).version;
		expect([version('package.json'), version('package-lock.json')]).toEqual(['0.2.0', '0.2.0']);
		expect(git('diff', '--name-only', '0.1.0', '0.2.0').split('\n')).toEqual([
			'CHANGELOG.md',
			'package-lock.json',
			'package.json',
		]);
	});
});
