import { once } from 'node:events';
import { Readable } from 'node:stream';

import fc from 'fast-check';

import { replaceStart } from '../../../../nodes/Persona/pipeline/csvFile/replaceStart';
import { buildForm } from '../../../../nodes/Persona/pipeline/form';
import { RUNS } from '../../support/property';

async function restOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** A stream whose chunks come late, each in its own turn of the event loop. */
function lateStream(chunks: Buffer[]): Readable {
	const left = [...chunks];
	return new Readable({
		highWaterMark: 4,
		read() {
			setImmediate(() => this.push(left.shift() ?? null));
		},
	});
}

const STREAMS = {
	'in object mode, all at once': (chunks: Buffer[]) => Readable.from(Buffer.concat(chunks)),
	'in object mode': (chunks: Buffer[]) => Readable.from(chunks),
	'of bytes, all at once': (chunks: Buffer[]) => Readable.from(chunks, { objectMode: false }),
	'of bytes that come late': lateStream,
};

const parts = fc.array(
	fc.string({ minLength: 1, maxLength: 9 }).map((text) => Buffer.from(text)),
	{ minLength: 1, maxLength: 6 },
);

describe.each(Object.entries(STREAMS))('a stream %s', (_, streamOf) => {
	it('gets another start and keeps the rest', async () => {
		const start = fc.string({ maxLength: 9 }).map((text) => Buffer.from(text));
		await fc.assert(
			fc.asyncProperty(
				parts,
				start,
				fc.double({ min: 0, max: 1, noNaN: true }),
				async (chunks, line, share) => {
					const whole = Buffer.concat(chunks);
					const length = Math.floor(share * whole.length);
					fc.pre(length > 0 && line.length > 0);
					const stream = streamOf(chunks);
					await replaceStart(stream, length, line);
					expect(await restOf(stream)).toEqual(Buffer.concat([line, whole.subarray(length)]));
				},
			),
			{ numRuns: RUNS.numRuns / 4 },
		);
	});

	it('can be sent in a form, whose length is known', async () => {
		const stream = streamOf([Buffer.from('ID,x\n'), Buffer.from('1,2\n3,4\n')]);
		await replaceStart(stream, 5, Buffer.from('reference_id,tags\n'));
		const form = buildForm(stream as never, 'a.csv', { list: '7' }, 26);
		const length = form.getLengthSync();
		const body: Buffer[] = [];
		form.on('data', (chunk: Buffer | string) => body.push(Buffer.from(chunk)));
		await new Promise((resolve) => {
			form.on('end', resolve);
			form.resume();
		});
		const text = Buffer.concat(body).toString();
		expect(text).toContain('\r\n\r\nreference_id,tags\n1,2\n3,4\n\r\n--');
		expect(length).toBe(text.length);
	});

	it('says when it ends too early', async () => {
		const stream = streamOf([Buffer.from('ID')]);
		await expect(replaceStart(stream, 3, Buffer.from('x'))).rejects.toThrow('The file ended early');
	});
});

it('passes on what the stream fails with', async () => {
	const stream = new Readable({
		read() {
			this.destroy(new Error('disk on fire'));
		},
	});
	stream.on('error', () => undefined);
	await expect(replaceStart(stream, 3, Buffer.from('x'))).rejects.toThrow('disk on fire');
	expect(stream.listenerCount('readable')).toBe(0);
});

describe('a stream that does not close by itself', () => {
	const open = { autoDestroy: false, emitClose: false };

	it('says when it ends too early', async () => {
		const stream = new Readable({ ...open, read: () => undefined });
		stream.push(Buffer.from('ID'));
		stream.push(null);
		await once(stream.resume(), 'end');
		await expect(replaceStart(stream, 3, Buffer.from('x'))).rejects.toThrow('The file ended early');
	});

	it('passes on what it fails with', async () => {
		const stream = new Readable({ ...open, read: () => undefined });
		stream.on('error', () => undefined);
		const replacing = replaceStart(stream, 3, Buffer.from('x'));
		stream.destroy(new Error('disk on fire'));
		await expect(replacing).rejects.toThrow('disk on fire');
	});
});

it('leaves no listener behind', async () => {
	const stream = lateStream([Buffer.from('a'), Buffer.from('b'), Buffer.from('c')]);
	const names = stream.eventNames();
	await replaceStart(stream, 3, Buffer.from('x'));
	expect(stream.eventNames()).toEqual(names);
});
