import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, LOOPBACK } from '../shared/ports';
import { requireProgram } from './program';
import { newPlace, startService, type Service } from './service';

const run = promisify(execFile);

/** Where Debian keeps each version's programs; they are not in the PATH. */
const DEBIAN = '/usr/lib/postgresql';

export const POSTGRES_USER = 'n8n';

/** The database that every new cluster has. */
export const POSTGRES_DATABASE = 'postgres';

/** What makes a database quick and may lose its data with the machine. */
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off'];

/** The path of initdb, beside which the other programs are. */
export function requirePostgres(): string {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
	const newestFirst = versions.sort((left, right) => Number(right) - Number(left));
	const folders = newestFirst.map((version) => join(DEBIAN, version, 'bin'));
	return requireProgram('PostgreSQL', 'initdb', 'postgresql', folders);
}

/** Starts a PostgreSQL with an empty database. */
export async function startPostgres(): Promise<Service> {
	const initdb = requirePostgres();
	const place = newPlace('postgres');
	const { folder, account } = place;
	const data = join(folder, 'data');
	const port = await freePort();
	const password = randomUUID();
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password);
	await run(
		initdb,
		[
			...['--pgdata', data, '--username', POSTGRES_USER, '--pwfile', passwordFile],
			...['--auth', 'scram-sha-256', '--encoding', 'UTF8', '--no-locale', '--no-sync'],
		],
		{ ...account, cwd: folder },
	);
	const bin = dirname(initdb);
	const listen = ['-h', LOOPBACK, '-p', String(port)];
	const settings = [...SETTINGS, 'unix_socket_directories='].flatMap((one) => ['-c', one]);
	const isReady = () =>
		run(join(bin, 'pg_isready'), listen).then(
			() => true,
			() => false,
		);
	const command = [join(bin, 'postgres'), '-D', data, ...listen, ...settings] as const;
	const stop = await startService('PostgreSQL', place, [...command], isReady);
	return { port, password, folder, stop };
}
