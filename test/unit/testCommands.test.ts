import { buildArgv } from 'jest';

import { scripts } from '../../package.json';

/** The names of the commands that call Jest directly, with what they call it with. */
const COMMANDS = Object.entries(scripts)
	.map(([name, command]) => [name, command.split(' && ').at(-1)?.split(' ') ?? []] as const)
	.filter(([, [tool]]) => tool === 'jest');

test('the quick tests are among the commands', () => {
	expect(COMMANDS.map(([name]) => name)).toContain('test:unit');
});

// An option with several values, such as --selectProjects, would take the file for one of them.
test.each(COMMANDS)('npm run %s -- <file> runs that file alone', async (_name, [, ...args]) => {
	const file = 'test/unit/some.test.ts';
	const { _: files, selectProjects } = await buildArgv([...args, file]);
	expect({ files, projects: selectProjects?.length }).toEqual({ files: [file], projects: 1 });
});
