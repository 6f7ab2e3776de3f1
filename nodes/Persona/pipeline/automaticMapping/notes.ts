import type { Column } from '../types';
import type { Note, NoteCode } from './types';

const MOST_ITEMS = 10;
/** Pairs of fields that a note keeps. */
const MOST_PAIRS = 20;

/** Collects notes, each once for a code and a column. Items have to come in their order. */
export function openNotes() {
	const notes = new Map<NoteCode, Note[]>();
	const find = (code: NoteCode, column: Column): Note => {
		const ofCode = notes.get(code) ?? [];
		notes.set(code, ofCode);
		const known = ofCode.find((note) => note.column === column);
		if (known !== undefined) return known;
		const note: Note = { code, column, count: 0, items: [], last: -1, pairs: new Map() };
		ofCode.push(note);
		return note;
	};
	const add = (code: NoteCode, column: Column, item: number, used: string, other = '') => {
		const note = find(code, column);
		if (note.last !== item) {
			note.last = item;
			note.count++;
			if (note.items.length < MOST_ITEMS) note.items.push(item);
		}
		if (note.pairs.size < MOST_PAIRS) note.pairs.set(`${used}\u0000${other}`, [used, other]);
	};
	return { notes, add };
}

export type AddNote = ReturnType<typeof openNotes>['add'];
