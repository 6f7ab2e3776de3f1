import type { ProblemCode } from './codes';
import type { RuleContext } from './context';
import { settlePlaceholder } from './placeholders';
import type { Checked } from './rule';
import { checkTrimmedText } from './text';

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;
/** Decimals of a degree beyond which a number written out is only rounding: a billionth of a millimeter. */
const MOST_DECIMALS = 16;

/** A number without exponent. Its last digits may be rounded, unlike those of an ID. */
function writeNumber(value: number): string {
	const text = String(value);
	if (!/e-/.test(text)) return text;
	return value.toFixed(MOST_DECIMALS).replace(/\.?0+$/, '');
}

function checkDecimal(
	value: unknown,
	context: RuleContext,
	isWithin: (number: number) => boolean,
	outside: ProblemCode,
): Checked {
	const checked = checkTrimmedText(typeof value === 'number' ? writeNumber(value) : value);
	if (typeof checked !== 'string' || checked === '') return checked;
	const text = checked.replace('+', '');
	const number = Number(text);
	if (!DECIMAL.test(checked) || !Number.isFinite(number)) {
		return settlePlaceholder(checked, context) ?? { code: 'decimalNumber' };
	}
	return isWithin(number) ? text : { code: outside };
}

/** Decimal degrees from -90 to 90, as a number or as text with a decimal point. */
export function checkLatitude(value: unknown, context: RuleContext): Checked {
	return checkDecimal(value, context, (degrees) => Math.abs(degrees) <= 90, 'latitude');
}

/** Decimal degrees from -180 to 180, as a number or as text with a decimal point. */
export function checkLongitude(value: unknown, context: RuleContext): Checked {
	return checkDecimal(value, context, (degrees) => Math.abs(degrees) <= 180, 'longitude');
}

/** A point may also stand between thousands. */
const THOUSANDS = /^\d{1,3}\.\d{3}$/;

/** Meters, more than none; Persona documents no largest radius. */
export function checkRadius(value: unknown, context: RuleContext): Checked {
	const checked = checkDecimal(value, context, (meters) => meters > 0, 'radius');
	const isUnsure =
		typeof value === 'string' && typeof checked === 'string' && THOUSANDS.test(checked);
	return isUnsure ? { text: checked, warning: 'spreadsheetChanged' } : checked;
}
