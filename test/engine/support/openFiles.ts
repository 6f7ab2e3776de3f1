import { readdirSync, readlinkSync, realpathSync } from 'node:fs';
import type { Readable } from 'node:stream';

import { binaryDataService, storageFolder } from './files';

/** Files of n8n's storage that this process still has open. */
function openFiles(): string[] {
	const folder = realpathSync(storageFolder());
	return readdirSync('/proc/self/fd').flatMap((descriptor) => {
		try {
			const file = readlinkSync(`/proc/self/fd/${descriptor}`);
			return file.startsWith(folder) ? [file] : [];
		} catch {
			return [];
		}
	});
}

export async function soonNoOpenFiles(): Promise<void> {
	for (let tries = 0; openFiles().length > 0 && tries < 100; tries++) {
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	expect(openFiles()).toEqual([]);
}

/** Lets a test see, and spoil, the streams that n8n opens: the first of a file is for the check, the others are to be sent. */
export function watchStreams(onOpen: (stream: Readable, number: number) => void = () => undefined) {
	const service = binaryDataService();
	const open = service.getAsStream.bind(service);
	const streams: Readable[] = [];
	const spy = jest.spyOn(service, 'getAsStream').mockImplementation(async (id, size) => {
		const stream = await open(id, size);
		onOpen(stream, streams.push(stream));
		return stream;
	});
	return { streams, spy };
}
