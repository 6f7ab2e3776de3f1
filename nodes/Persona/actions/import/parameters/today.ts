import { DateTime } from 'luxon';

/** The current day in a time zone, as YYYY-MM-DD. */
export function todayIn(zone: string): string {
	const now = DateTime.now();
	const local = now.setZone(zone);
	return (local.isValid ? local : now).toFormat('yyyy-MM-dd');
}
