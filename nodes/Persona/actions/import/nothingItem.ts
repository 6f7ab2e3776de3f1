import type { INodeExecutionData } from 'n8n-workflow';

import type { Problem } from '../../pipeline/types';
import { errorItem } from '../common/errors';
import { NOTHING_TO_IMPORT } from '../common/hintTexts';
import type { ImportRun } from './settings';

const NOTHING: Problem = {
	column: '',
	code: 'nothingToImport',
	message: NOTHING_TO_IMPORT,
	help: 'No item has a value for any column. Check what the node before this one gives.',
};

/** The one item of a run without rows: without an item, a node after it that answers a request would not run. */
export function nothingItem({ context }: ImportRun): INodeExecutionData {
	const item = errorItem(context.getNode(), undefined, [NOTHING]);
	item.pairedItem = context.getInputData().map((_, index) => ({ item: index }));
	return item;
}
