import type { IRun } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { runWorkflow, type WorkflowFile } from '../support/engine';
import { ON_ERROR } from '../support/faultMatrix';
import { faultCases } from '../support/faults';
import { BINARY_MODES, fileItem, fileWorkflow, useBinaryMode } from '../support/files';
import { findMarkers } from '../support/search';
import { VirtualClock } from '../support/virtualClock';

/** Words that stand in the file and nowhere else. */
const MARKERS = [
	'zqxid',
	'Zqxfirst',
	'Zqxmiddle',
	'Zqxlast',
	'1987-06-05',
	'900-87-6543',
	'zqxtag',
];
const KEY = 'persona_sandbox_zqxkey';

const HEADER = 'Contact ID,First Name,Middle Name,Last Name,DOB,SSN,Labels\n';
const ROW = `zqxid-7,Zqxfirst,Zqxmiddle,"O'Zqxlast, Jr.",1987-06-05,900-87-6543,"vip,zqxtag"\n`;

const ECHO = `Row 1 (zqxid-7, Zqxfirst ZQXMIDDLE O'Zqxlast) born 1987-06-05, SSN 900876543 or 900-87-6543, tags zqxtag,vip; key ${KEY}`;

let sandbox: Sandbox;
const clock = new VirtualClock();

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: 5, now: clock.now });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

async function run(workflow: WorkflowFile, where = {}): Promise<IRun> {
	return await runWorkflow(workflow, { apiKey: KEY, baseUrl: sandbox.url, ...where });
}

function expectNoMarker({ data: { resultData } }: IRun): void {
	const { runData, error, metadata } = resultData;
	const left = { persona: runData.Persona, error, metadata };
	expect(findMarkers(left, [...MARKERS, KEY])).toEqual([]);
}

describe.each(BINARY_MODES)('nothing of a file leaves the node, in binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	const cases = faultCases(ECHO).flatMap((fault) =>
		ON_ERROR.map((onError) => ({ fault, onError })),
	);

	it.each(cases)('$fault.name, $onError', async ({ fault, onError }) => {
		for (const entry of fault.faults ?? []) sandbox.faults.add(entry);
		const items = [await fileItem(HEADER + ROW), await fileItem(HEADER + ROW)];
		const { apiKey = KEY, baseUrl = sandbox.url } = fault;
		expectNoMarker(await run(fileWorkflow(items, { settings: { onError } }), { apiKey, baseUrl }));
	});

	const unusable: [string, Buffer | string][] = [
		['no header', ROW.repeat(3)],
		['a header in which one name fits by chance', `zqxid,Zqxfirst,Born,1987-06-05\n${ROW}`],
		['semicolons and no header', ROW.replaceAll(',', ';').repeat(2)],
		['one line', ROW.trim()],
		['old line ends', (HEADER + ROW).replaceAll('\n', '\r')],
		['Latin-1', Buffer.from(`${HEADER}${ROW}Zo\xeb,zqxid\n`, 'latin1')],
		['NUL', `${HEADER}${ROW}\0`],
		['an open quote', `${HEADER}${ROW}"zqxid`],
		['a broken header', `Contact ID,"First Name" Zqxfirst\n${ROW}`],
		['UTF-16', Buffer.from(HEADER + ROW, 'utf16le')],
	];

	it.each(unusable)('%s', async (_, content) => {
		for (const onError of ON_ERROR) {
			expectNoMarker(await run(fileWorkflow([await fileItem(content)], { settings: { onError } })));
		}
		expect(sandbox.requests).toEqual([]);
	});
});
