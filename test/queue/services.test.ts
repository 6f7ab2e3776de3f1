import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { ROOT } from '../../scripts/pack';
import { startPostgres } from '../../scripts/services/postgres';
import { requireProgram } from '../../scripts/services/program';
import { startRedis } from '../../scripts/services/redis';
import type { Service } from '../../scripts/services/service';
import { LOOPBACK } from '../../scripts/shared/ports';
import { until } from '../e2e/support/until';

type Started = Pick<Service, 'port' | 'folder'>;

/** Starts both, says where, and does nothing more. */
const OWNER = `
require('tsx/cjs/api').register();
const { startPostgres } = require('./scripts/services/postgres');
const { startRedis } = require('./scripts/services/redis');
void Promise.all([startPostgres(), startRedis()]).then((all) => {
	process.stdout.write(JSON.stringify(all.map(({ port, folder }) => ({ port, folder }))));
	setInterval(() => undefined, 1000);
});`;

async function answers(port: number): Promise<boolean> {
	const socket = connect(port, LOOPBACK);
	const answer = await once(socket, 'connect').then(
		() => true,
		() => false,
	);
	socket.destroy();
	return answer;
}

async function traces(services: readonly Started[]): Promise<boolean[]> {
	const found = services.map(async ({ port, folder }) => [await answers(port), existsSync(folder)]);
	return (await Promise.all(found)).flat();
}

describe('Redis and PostgreSQL', () => {
	let owner: ChildProcess | undefined;

	afterEach(() => owner?.kill('SIGKILL'));

	it('run until they are stopped, and leave nothing behind', async () => {
		const services = await Promise.all([startPostgres(), startRedis()]);
		expect(await traces(services)).toEqual([true, true, true, true]);
		await Promise.all(services.map(({ stop }) => stop()));
		expect(await traces(services)).toEqual([false, false, false, false]);
	});

	it('end with the process that started them when that is killed', async () => {
		owner = spawn(process.execPath, ['--eval', OWNER], { cwd: ROOT, stdio: ['ignore', 'pipe', 2] });
		const [printed] = (await once(owner.stdout!, 'data')) as [Buffer];
		const services = JSON.parse(printed.toString()) as Started[];
		expect(await traces(services)).toEqual([true, true, true, true]);
		owner.kill('SIGKILL');
		await until('their end', async () => !(await traces(services)).includes(true), 20_000);
	});

	it('are asked for in one sentence where they are missing', () => {
		expect(() => requireProgram('Redis', 'no-such-program', 'redis-server')).toThrow(
			"The queue mode tests need Redis, and 'no-such-program' is not there: install it (on Debian with apt-get install redis-server) and run the command again",
		);
	});
});
