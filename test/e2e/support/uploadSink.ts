import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import multipart from '@fastify/multipart';
import fastify from 'fastify';
import { LOOPBACK } from '../../../scripts/shared/ports';

/** A file that arrived; `sha256` is in hexadecimal. */
export interface ArrivedFile {
	name: string;
	fileName: string;
	bytes: number;
	sha256: string;
}

/** Takes files of any size as Persona takes an import, and keeps nothing of them but their digest. */
export interface UploadSink {
	url: string;
	/** An address for a workflow to give a sign to. */
	signUrl: string;
	arrived: ArrivedFile[];
	close(): Promise<void>;
}

/** @param onSign called before a sign is answered */
export async function startUploadSink(onSign: () => void): Promise<UploadSink> {
	const arrived: ArrivedFile[] = [];
	const server = fastify({ bodyLimit: Number.MAX_SAFE_INTEGER });
	await server.register(multipart, { limits: { fileSize: Infinity } });
	server.post('/api/v1/importer/accounts', async (request, reply) => {
		const part = (await request.file())!;
		const hash = createHash('sha256');
		let bytes = 0;
		for await (const chunk of part.file as AsyncIterable<Buffer>) {
			bytes += chunk.length;
			hash.update(chunk);
		}
		const { fieldname: name, filename: fileName } = part;
		arrived.push({ name, fileName, bytes, sha256: hash.digest('hex') });
		const attributes = { status: 'pending' };
		const id = `mprt_${String(arrived.length)}`;
		return await reply.code(201).send({ data: { type: 'importer/account', id, attributes } });
	});
	server.get('/sign', () => {
		onSign();
		return {};
	});
	await server.listen({ port: 0, host: LOOPBACK });
	const { port } = server.server.address() as AddressInfo;
	const base = `http://${LOOPBACK}:${String(port)}`;
	return {
		url: `${base}/api/v1`,
		signUrl: `${base}/sign`,
		arrived,
		close: () => server.close(),
	};
}
