import type { INodeExecutionData } from 'n8n-workflow';

import { rejectedJson, reportJson, type FileReport } from '../../../pipeline/report';
import { fileNameFor } from '../parameters/fileName';
import type { ReadyFile, RefusedFile } from './checkFiles';
import { problemsOf } from './fileErrors';
import type { FileImport } from './importFiles';

/** The columns of a header that is made of Persona's names. */
function columnsOf({ header }: ReadyFile): string[] {
	return header.line
		.toString('utf8')
		.split(',')
		.map((name) => name.replace(/["\s]/g, ''));
}

/**
 * Returns one item for each file that would be sent, with a report. The file itself is the user's own and is sent as it is
 * but for its header, so there is no preview. Files that cannot go are in the first report; there is always one.
 */
export function dryRunFileItems(
	{ context, settings }: Pick<FileImport, 'context' | 'settings'>,
	ready: readonly ReadyFile[],
	refused: readonly RefusedFile[],
): INodeExecutionData[] {
	const rejected = refused.map((file) =>
		rejectedJson({ itemIndex: file.file.itemIndex, problems: problemsOf(file) }),
	);
	const itemFor = (
		{ rows, ...report }: Omit<FileReport, 'rejected' | 'rejectedFiles'>,
		index: number,
	) => {
		const inFirst = index === 0 ? rejected : [];
		const whole = { rows, rejectedFiles: inFirst.length, rejected: inFirst, ...report };
		return reportJson(whole, settings.keyInflection);
	};
	if (ready.length === 0) {
		const none = { rows: 0, fileName: settings.fileName, bytes: 0, columns: [] };
		const pairedItem = context.getInputData().map((_, item) => ({ item }));
		return [{ json: itemFor(none, 0), pairedItem }];
	}
	return ready.map((entry, index) => {
		const { file, rows, content } = entry;
		const fileName = fileNameFor(file.name, settings);
		const report = { rows, fileName, bytes: content.length, columns: columnsOf(entry) };
		return { json: itemFor(report, index), pairedItem: [{ item: file.itemIndex }] };
	});
}
