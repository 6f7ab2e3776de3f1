import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an agent offers to a model: the name of a tool, and the arguments that it takes. */
export interface OfferedTool {
	name: string;
	description: string;
	parameters: { properties: Record<string, unknown> };
}

interface Message {
	role: string;
	content: unknown;
}

/** A chat model that follows a script instead of thinking. */
export interface ScriptedModel {
	url: string;
	/** The tools that the agent offered with its first request. */
	tools: OfferedTool[];
	/** What the tools answered, in order. */
	toolAnswers: string[];
	close(): Promise<void>;
}

async function readJson(request: IncomingMessage) {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return JSON.parse(Buffer.concat(chunks).toString()) as {
		messages: Message[];
		tools?: { function: OfferedTool }[];
	};
}

/**
 * Speaks the chat-completions protocol of OpenAI.
 *
 * @param next the tool to call with its arguments, given what the tools have answered so far; undefined ends the talk
 */
export async function startScriptedModel(
	next: (answers: string[]) => { tool: RegExp; arguments: object } | undefined,
): Promise<ScriptedModel> {
	const model = { tools: [] as OfferedTool[], toolAnswers: [] as string[] };
	const server = createServer((request, response) => {
		void (async () => {
			const { messages, tools = [] } = await readJson(request);
			model.tools = tools.map((tool) => tool.function);
			model.toolAnswers = messages
				.filter(({ role }) => role === 'tool')
				.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)));
			const step = next(model.toolAnswers);
			const called = model.tools.find(({ name }) => step?.tool.test(name));
			const message =
				step === undefined || called === undefined
					? { role: 'assistant', content: 'Done.' }
					: {
							role: 'assistant',
							content: null,
							tool_calls: [
								{
									id: `call_${String(model.toolAnswers.length)}`,
									type: 'function',
									function: { name: called.name, arguments: JSON.stringify(step.arguments) },
								},
							],
						};
			const finish_reason = 'tool_calls' in message ? 'tool_calls' : 'stop';
			response.setHeader('content-type', 'application/json');
			response.end(
				JSON.stringify({
					id: 'chatcmpl-1',
					object: 'chat.completion',
					created: 0,
					model: 'scripted',
					choices: [{ index: 0, message, finish_reason }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		})();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return Object.assign(model, {
		url: `http://127.0.0.1:${String(port)}/v1`,
		close: async () => {
			await new Promise((resolve) => server.close(resolve));
		},
	});
}
