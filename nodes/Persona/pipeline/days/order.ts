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
	return order === 'us' ? { year, month: first, day: second } : { year, month: second, day: first };
}

/** The one order in which a day exists; undefined for a day that exists in both or in none. */
function onlyOrderOf(day: OrderedDay): Order | undefined {
	const isMonthFirst = exists(dayIn('us', day));
	if (isMonthFirst === exists(dayIn('eu', day))) return undefined;
	return isMonthFirst ? 'us' : 'eu';
}

/** What the dates of a column say about their order. */
export interface OrderEvidence {
	add(day: OrderedDay): void;
	/** Whether some date of the column is a day in this order only. */
	hasOnly(order: Order): boolean;
	/** What the order of a date is, once all of the column were added. */
	verdictOn(day: OrderedDay): Verdict;
}

/**
 * Collects what the dates of a column say about their order. What is certain for one way of writing says nothing about
 * another: where two sources were put together, 03.04.1990 may have another order than 03/04/1990.
 */
export function orderEvidence(): OrderEvidence {
	/** Orders that some date is only possible in, and the same for each separator. */
	const all = new Set<Order>();
	const bySeparator = new Map<string, Order>();
	return {
		add(day) {
			const order = onlyOrderOf(day);
			if (order === undefined) return;
			all.add(order);
			bySeparator.set(day.separator, order);
		},
		hasOnly: (order) => all.has(order),
		verdictOn: ({ separator }) =>
			all.size > 1 ? 'mixed' : (bySeparator.get(separator) ?? 'unknown'),
	};
}
