import type { IDataObject } from 'n8n-workflow';

import type { Container } from '../columns/containers';
import type { KnownFields } from '../fieldNames';
import type { Candidate, Column, Field } from '../types';

/** A field of the input, at the top of an item or in an object with a well-known name. */
export interface InputField extends Field {
	/** Its own name. */
	key: string;
	/** Name of the object that it lies in. */
	inside?: string;
	/** Whether it holds a person's first and last name in one. */
	isFullName: boolean;
	/** What it holds where its value is an object. */
	container?: Container;
	/** Whether its fits are to be those of the field that it repeats, if that one is there. */
	mayRepeat: boolean;
}

/** Fields by the object that they lie in (an empty string for none), then by their own name, as they were seen. */
export type FieldsByName = ReadonlyMap<string, ReadonlyMap<string, InputField>>;

/** Fields in an object with a well-known name. */
export interface Inside {
	name: string;
	kind: Container;
	fields: readonly InputField[];
}

/** The fields of an item that matter to the mapping. */
export interface Shape {
	outer: readonly InputField[];
	inside: readonly Inside[];
}

/** A field that fits a column, in the items of one shape. */
export interface Choice extends Candidate {
	field: InputField;
}

/** Where the values of the items of one shape come from. */
export interface Plan {
	/** For each column of the import, the fields that fit it, the closest one first. */
	choices: ReadonlyArray<readonly Choice[]>;
	fullNames: readonly InputField[];
	/** Objects whose fields are read as if they lay beside them. */
	entered: readonly string[];
	/** Objects that hold fitting fields of several people; none of them is read. */
	rivals: readonly string[];
}

/** Something about several items, of which the first ten are named. */
export interface Note {
	code: NoteCode;
	column: Column;
	count: number;
	items: number[];
	/** The last item that it is about. */
	last: number;
	/** The fields that it is about, by their names: the one that was used, and the other one. */
	pairs: Map<string, readonly [string, string]>;
}

export type NoteCode =
	| 'twoIds'
	| 'fullName'
	| 'severalPeople'
	| 'severalFields'
	| 'repeatedColumn'
	| 'likelyOtherId'
	| 'secondName'
	| 'onlyId';

/** What became of one field in one column. */
export interface FieldUse {
	choice: Choice;
	/** Items in which its value was taken. */
	used: number;
	/** Items in which another field's value was taken although this one has a different one. */
	passed: number;
	/** Whether nothing has to be said about it where it is the only one. */
	isPlain: boolean;
}

/** What the values of all items say about the mapping. */
export interface Survey {
	/** For each column of the import: its fields by name, the closest one first. */
	uses: ReadonlyArray<ReadonlyMap<string, FieldUse>>;
	notes: ReadonlyMap<NoteCode, readonly Note[]>;
	/** Items with a value in each column. */
	filled: readonly number[];
}

/** Everything that is known about the fields and their values. */
export interface Findings {
	items: readonly (IDataObject | undefined)[];
	columns: readonly Column[];
	byName: FieldsByName;
	plans: readonly Plan[];
	survey: Survey;
	/** Names of all fields that fit nothing. */
	ignored: readonly string[];
	known: KnownFields;
	/** Whether the items carry files. */
	hasFile: boolean;
}

/** Why a run cannot go on without the user: plain text, in which names of fields are quoted but no markup is escaped. */
export interface Stop {
	/** For tests and reports, such as `twoIds`. */
	code: string;
	/** What happened. */
	message: string;
	/** How to get unstuck, with the expressions to paste. */
	description: string;
}
