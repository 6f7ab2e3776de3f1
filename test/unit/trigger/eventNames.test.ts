import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	CUSTOM_EVENT,
	EVENT_NAMES,
	EVENT_OPTIONS,
} from '../../../nodes/Persona/trigger/eventNames';

const DESCRIPTION = join(__dirname, '../../../../shared/persona-openapi-next/2026-09-29.json');

interface OpenApi {
	components: {
		schemas: {
			'webhook-request-attributes': {
				properties: {
					'enabled-events': { items: { anyOf: [{ enum: string[] }, { pattern: string }] } };
				};
			};
		};
	};
}

test('each event can be chosen once, those about the same thing next to each other', () => {
	const values = EVENT_OPTIONS.map(({ value }) => value);
	expect(new Set(values).size).toBe(257);
	expect([...values].sort()).toEqual([...EVENT_NAMES].sort());
	const names = EVENT_OPTIONS.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	expect(EVENT_OPTIONS).toContainEqual({
		name: 'Report Adverse Media: Matched',
		value: 'report/adverse-media.matched',
	});
	expect(EVENT_OPTIONS).toContainEqual({
		name: 'Account: Tag Added',
		value: 'account.tag-added',
	});
});

test.each([
	['custom.object.processed', true],
	['custom.a-b.c1', true],
	['custom', false],
	['custom.A', false],
	['custom.a.b.c.d.e', false],
	['custom.a_b', false],
	[`custom.${'a'.repeat(121)}`, true],
	[`custom.${'a'.repeat(122)}`, false],
])('%s is the name of a custom event: %s', (name, expected) => {
	expect(CUSTOM_EVENT.test(name)).toBe(expected);
});

if (existsSync(DESCRIPTION)) {
	test("they are those of Persona's description", () => {
		const { components } = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as OpenApi;
		const attributes = components.schemas['webhook-request-attributes'];
		const [{ enum: names }] = attributes.properties['enabled-events'].items.anyOf;
		expect(['*', ...EVENT_NAMES].sort()).toEqual(names.sort());
	});
} else {
	test.skip('SKIPPED: there is no description of Persona to hold the names against', () =>
		undefined);
}
