import type { IRun, NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Sandbox } from '../../../../sandbox';
import { safeForEditor } from '../../../../nodes/Persona/transport/editorText';
import { aboutRows, hintsOf, outputOf, personaRun, reasonIn } from '../engine';
import { findMarkers } from '../search';
import { heldBy, itemsInPlay, KEY, placesIn, type OnError, type Ran } from './run';
import type { BadInput, BadInputCase, Expected } from './types';
import { valuesOf } from './values';
import { flawsOfDescription, flawsOfMessage } from './wording';

type Said = Pick<NodeApiError | NodeOperationError, 'message' | 'description'>;

const PARTLY =
	/^\d+ (rows?|files?) sent(?:; Persona is working on (?:it|them)|, \d+ not: see the (?:error output|last items) for the reasons)?$/;

/** Everything that a user may read after a run: what it ended with, what items say, and the hints. */
function saidIn(run: IRun): Said[] {
	const { error } = run.data.resultData;
	const items = outputOf(run).flatMap((item) => reasonIn(item) ?? []);
	return [...(error === undefined ? [] : [error]), ...items] as Said[];
}

/** Everything that a user reads is well worded. */
export function checkWording(run: IRun): void {
	for (const { message, description } of saidIn(run)) {
		expect({ message, flaws: flawsOfMessage(message) }).toEqual({ message, flaws: [] });
		const help = description ?? '';
		const flaws = help === '' ? [] : flawsOfDescription(help);
		expect({ description: help, flaws }).toEqual({ description: help, flaws: [] });
	}
	for (const hint of hintsOf(run)) {
		expect({
			hint,
			flaws: flawsOfMessage(`'Hint' ${hint.replace(/ignored: .*/, 'ignored')}`),
		}).toEqual({ hint, flaws: [] });
		expect(hint.length).toBeLessThanOrEqual(120);
	}
}

function checkPrivacy(
	{ run, workflow }: Ran,
	{ input, expected }: BadInputCase,
	logged: readonly string[],
) {
	const { resultData } = run.data;
	const { error, metadata } = resultData;
	const left = { persona: personaRun(run), error, metadata, logged, kept: workflow.staticData };
	const { shows = [] } = expected;
	const markers = valuesOf(input).filter((value) => !shows.includes(value));
	// The node as it was set up is part of n8n's errors.
	expect(findMarkers(left, [...markers, KEY], ['node'])).toEqual([]);
}

function checkStop({ run }: Ran, { stop }: Expected): void {
	const error = run.data.resultData.error as Said;
	expect(error?.message).toBe(stop!.message);
	if (typeof stop!.description === 'string') expect(error.description).toBe(stop!.description);
	else expect(error.description).toMatch(stop!.description);
	expect(outputOf(run)).toEqual([]);
}

function checkItems({ run }: Ran, input: BadInput, expected: Expected): void {
	const { accepted, rejected, blank, merged, messages, hints } = expected;
	expect(run.data.resultData.error).toBeUndefined();
	const items = aboutRows(outputOf(run));
	expect(items.flatMap((item) => reasonIn(item)?.message ?? [])).toEqual(messages);
	const places = placesIn(run);
	expect(places).toEqual({ accepted, rejected, blank, merged });
	expect(accepted + rejected + blank + merged).toBe(itemsInPlay(input));
	const stop = expected.stop?.message ?? '';
	const isStop = (hint: string) =>
		stop !== '' && hint.startsWith(safeForEditor(stop).slice(0, 100));
	const said = hintsOf(run).filter((hint) => !PARTLY.test(hint) && !isStop(hint));
	if (hints !== undefined) expect(said).toEqual(hints);
}

function checkHeld(sandbox: Sandbox, { input, expected }: BadInputCase, stopped: boolean): void {
	const { accepted, held = [stopped ? 0 : accepted, accepted], cells } = expected;
	const rows = heldBy(sandbox, input);
	expect(rows).toHaveLength(held[stopped ? 0 : 1]);
	if (cells !== undefined) expect(rows[1]).toMatchObject(cells);
}

/** Compares everything about a run with what the case expects of it. */
export function checkCase(
	sandbox: Sandbox,
	ran: Ran,
	one: BadInputCase,
	onError: OnError,
	logged: readonly string[],
): void {
	const stopped = onError === 'stopWorkflow' && one.expected.stop !== undefined;
	if (stopped) checkStop(ran, one.expected);
	else checkItems(ran, one.input, one.expected);
	checkHeld(sandbox, one, stopped);
	checkWording(ran.run);
	checkPrivacy(ran, one, logged);
}
