import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, LOOPBACK } from '../shared/ports';
import { requireProgram } from './program';
import { newPlace, startService, type Service } from './service';

/** The path of the Redis server. */
export function requireRedis(): string {
	return requireProgram('Redis', 'redis-server', 'redis-server');
}

/** Starts a Redis that keeps everything in memory. */
export async function startRedis(): Promise<Service> {
	const program = requireRedis();
	const place = newPlace('redis');
	const port = await freePort();
	const password = randomUUID();
	const file = join(place.folder, 'redis.conf');
	const settings = [
		`bind ${LOOPBACK}`,
		`port ${port}`,
		`requirepass ${password}`,
		'save ""',
		'appendonly no',
	];
	writeFileSync(file, settings.join('\n'));
	const stop = await startService('Redis', place, [program, file], () => answers(port));
	return { port, password, folder: place.folder, stop };
}

function answers(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, LOOPBACK);
		const end = (answer: boolean) => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('connect', () => end(true)).once('error', () => end(false));
	});
}
