import { exists, type CalendarDay } from './calendar';
import type { OrderedDay } from './readDate';

/** Month first, as in the United States, or day first. */
export type Order = 'us' | 'eu';

/** What all dates of a column say about one of them: its order, that none tells, or that they contradict each other. */
export type Verdict = Order | 'unknown' | 'mixed';

/** The order that it is not. */
export function otherOrder(order: Order): Order {
	return order === 'us' ? 'eu' : 'us';
}

/** A day, read in an order; it need not exist. */
export function dayIn(order: Order, { first, second, year }: OrderedDay): CalendarDay {
	return order === 'us'
		? { year, month: first, day: second }
		: { year, month: second, day: first };
}

/** The one order in which a day exists; undefined for a day that exists in both or in none. */
function onlyOrderOf(day: OrderedDay): Order | undefined {
	const isMonthFirst = exists(dayIn('us', day));
	if (isMonthFirst === exists(dayIn('eu', day))) return undefined;
	return isMonthFirst ? 'us' : 'eu';
}

/**
 * Collects what the dates of a column say about their order. What says it for one field or one way of writing says nothing
 * for another: two sources that were put together may differ, and so may 03.04.1990 and 03/04/1990.
 */
export class OrderEvidence {
	/** The orders that something is only possible in: for the column, for a field, for a field and a separator. */
	private readonly orders = new Map<string, Set<Order>>();

	/** @param field the input field that the date came from */
	add(day: OrderedDay, field = ''): void {
		const order = onlyOrderOf(day);
		if (order === undefined) return;
		for (const key of ['', `f${field}`, `${day.separator}${field}`]) {
			const seen = this.orders.get(key);
			if (seen === undefined) this.orders.set(key, new Set([order]));
			else seen.add(order);
		}
	}

	/** Whether some date of the column is a day in this order only. */
	hasOnly(order: Order): boolean {
		return this.orders.get('')?.has(order) === true;
	}

	/** What the order of a date is, once all of the column were added. */
	verdictOn({ separator }: OrderedDay, field = ''): Verdict {
		if ((this.orders.get(`f${field}`)?.size ?? 0) > 1) return 'mixed';
		const [order] = this.orders.get(`${separator}${field}`) ?? [];
		return order ?? 'unknown';
	}
}
