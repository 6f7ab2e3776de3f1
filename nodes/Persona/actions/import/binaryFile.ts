import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Header } from '../../pipeline/csvFile/header';
import { FILE_PROBLEMS, UnusableFile } from '../../pipeline/csvFile/problems';
import { replaceStart, type ByteStream } from '../../pipeline/csvFile/replaceStart';

/**
 * Bytes that are read from storage at a time. What was sent waits for the garbage collector: with this, a file of 1 GB adds
 * about 6 MB to what n8n holds, with twice as much 48 MB, with eight times as much 70 MB.
 */
const CHUNK = 128 * 1024;

function isBinary(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'mimeType' in value;
}

/** The fields of an item that hold files; with n8n's binary mode "combined" they are among its JSON. */
export function fileFields({ binary, json }: INodeExecutionData): string[] {
	const inJson = Object.keys(json ?? {}).filter((name) => isBinary(json[name]));
	return [...Object.keys(binary ?? {}), ...inJson];
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
	yield bytes;
}

/**
 * The chunks of a stream, each let go as soon as the next one is asked for. Left to the garbage collector, every 30 MB of
 * them make it go through all that n8n holds, which takes longer than to read them. Node.js 20 has no way to let go.
 */
async function* chunksOf(stream: ByteStream): AsyncGenerator<Buffer> {
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		yield chunk;
		const { buffer } = chunk;
		const isAlone = chunk.byteLength === buffer.byteLength;
		if (isAlone && 'transfer' in buffer) buffer.transfer(0);
	}
}

/** The file that comes with an input item, wherever n8n keeps it. It can be opened as often as needed. */
export class BinaryFile {
	/** Whether it is there, but could not be read. */
	unreadable = false;

	/** What *Input Data Field Name* says; an expression may give the file itself. */
	private readonly parameter: string | IBinaryData;
	private readonly binary?: IBinaryData;
	private stream?: ByteStream;

	constructor(
		private readonly context: IExecuteFunctions,
		readonly itemIndex: number,
	) {
		this.parameter = context.getNodeParameter('binaryPropertyName', itemIndex) as
			string | IBinaryData;
		try {
			this.binary = context.helpers.assertBinaryData(itemIndex, this.parameter);
		} catch {
			this.binary = undefined;
		}
	}

	/** The name of the field that holds the file, or should. */
	get field(): string {
		return typeof this.parameter === 'string' ? this.parameter : 'Input Data Field Name';
	}

	/** The file's own name, if it has one. */
	get name(): string {
		return this.binary?.fileName ?? '';
	}

	/**
	 * Its bytes as they are. What is read is gone when the next chunk is asked for.
	 *
	 * @throws UnusableFile when there is no file, or no way to it
	 */
	async open(): Promise<AsyncIterable<Buffer>> {
		const content = await this.content();
		return Buffer.isBuffer(content) ? only(content) : chunksOf(content);
	}

	/**
	 * Its bytes with another header, to be sent; `close` has to follow.
	 *
	 * @throws UnusableFile when there is no way to them
	 */
	async openWith({ line, replaces }: Header): Promise<Buffer | ByteStream> {
		const content = await this.content();
		if (Buffer.isBuffer(content)) return Buffer.concat([line, content.subarray(replaces)]);
		await replaceStart(content, replaces, line);
		return content;
	}

	/** Lets go of what was opened last; a stream that was not read to its end would stay open. */
	close(): void {
		this.stream?.destroy();
	}

	/** Without an ID the bytes are in the item itself (n8n's binary mode "default"), where there is nothing to stream. */
	private async content(): Promise<Buffer | ByteStream> {
		const { binary, context, itemIndex, parameter } = this;
		if (binary === undefined) {
			const fields = fileFields(context.getInputData()[itemIndex]!);
			throw new UnusableFile([FILE_PROBLEMS.missing(fields)]);
		}
		if (binary.id === undefined) {
			return await context.helpers.getBinaryDataBuffer(itemIndex, parameter);
		}
		this.stream = await context.helpers.getBinaryStream(binary.id, CHUNK).catch(() => undefined);
		if (this.stream === undefined) throw new UnusableFile([FILE_PROBLEMS.unreadable()]);
		return this.stream.on('error', () => {
			this.unreadable = true;
		});
	}
}
