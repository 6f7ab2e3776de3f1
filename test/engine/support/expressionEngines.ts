import { Expression } from 'n8n-workflow';

/** The expression engines of n8n that run on the Node that runs the tests; the one in an isolate needs Node 24 or newer. */
export type ExpressionEngine = 'legacy' | 'quickjs' | 'vm';

export const EXPRESSION_ENGINES: readonly ExpressionEngine[] =
	Number(process.versions.node.split('.')[0]) < 24
		? ['legacy', 'quickjs']
		: ['legacy', 'quickjs', 'vm'];

/** Evaluates expressions as n8n does that was started with `N8N_EXPRESSION_ENGINE` set to this. */
export async function useExpressionEngine(engine: ExpressionEngine): Promise<void> {
	await Expression.disposeExpressionEngine();
	Expression.setExpressionEngine(engine);
	// n8n's own defaults.
	await Expression.initExpressionEngine({
		engine,
		bridgeTimeout: 5000,
		bridgeMemoryLimit: 128,
		poolSize: 1,
		maxCodeCacheSize: 1024,
	});
	if (Expression.getActiveImplementation() !== engine) throw new Error('Not the engine asked for');
}
