import type { IExecuteFunctions, IWorkflowExecutionCustomData } from 'n8n-workflow';

/** Where the values are kept by which an execution can be found. n8n 1 shows them to expressions only. */
export function customDataOf(context: IExecuteFunctions): IWorkflowExecutionCustomData {
	if ('customData' in context) return context.customData;
	const { $execution } = (context as IExecuteFunctions).getWorkflowDataProxy(0);
	return ($execution as { customData: IWorkflowExecutionCustomData }).customData;
}
