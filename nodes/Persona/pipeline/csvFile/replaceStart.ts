import type { BinaryHelperFunctions } from 'n8n-workflow';

/** What n8n's helpers give: a Node stream of bytes. */
export type ByteStream = Awaited<ReturnType<BinaryHelperFunctions['getBinaryStream']>>;

/** @throws what the stream fails with, or an error when it is at its end */
async function untilReadable(stream: ByteStream): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		const settle = (error?: Error) => {
			stream.off('readable', onReadable).off('error', settle).off('close', onClose);
			if (error === undefined) resolve();
			else reject(error);
		};
		const onReadable = () => settle();
		const onClose = () => settle(stream.errored ?? new Error('The file ended early'));
		if (stream.closed || stream.readableEnded) onClose();
		else stream.on('readable', onReadable).on('error', settle).on('close', onClose);
	});
}

/**
 * Puts other bytes in the place of the first ones of a stream that nobody has read from yet. The rest is not touched, and
 * not read either.
 *
 * @param stream one whose `error` event is listened to already
 * @param length bytes to take away
 * @throws what the stream fails with
 */
export async function replaceStart(
	stream: ByteStream,
	length: number,
	start: Buffer,
): Promise<void> {
	let missing = length;
	while (missing > 0) {
		const chunk = stream.read() as Buffer | null;
		if (chunk === null) {
			await untilReadable(stream);
			continue;
		}
		// At once, before the stream can notice that nothing is left in it.
		if (chunk.length >= missing) stream.unshift(Buffer.concat([start, chunk.subarray(missing)]));
		missing -= chunk.length;
	}
}
