import { readFileSync, writeFileSync } from 'node:fs';

/** Peak of a process's resident memory since its start, or since {@link forgetPeak}. */
const PEAK = /^VmHWM:\s+(\d+) kB$/m;
const RESIDENT = /^VmRSS:\s+(\d+) kB$/m;

function read(pid: number, what: RegExp): number {
	const [, kilobytes] = what.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))!;
	return Number(kilobytes) * 1024;
}

/** Bytes of memory that a process holds now, as the kernel of Linux counts them. */
export const residentMemory = (pid: number) => read(pid, RESIDENT);

/** The most that it held at any time; nothing is missed between two looks. */
export const peakMemory = (pid: number) => read(pid, PEAK);

/** Lets the peak begin anew. Source: proc(5), /proc/pid/clear_refs, 5. */
export function forgetPeak(pid: number): void {
	writeFileSync(`/proc/${String(pid)}/clear_refs`, '5');
}
