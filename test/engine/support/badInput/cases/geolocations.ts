import type { Topic } from '../types';
import { list, MISSING, NO_TEXT, says } from './lists';

const place = list('geolocation');
const NO_NUMBER = 'is not a number in digits with a decimal point, such as 40.7128';
const latitude = (name: string, value: unknown, rule = NO_NUMBER) =>
	place.no(name, { latitude: value }, says('latitude', rule));

export const GEOLOCATIONS: Topic = {
	name: 'Lists: geolocations',
	cases: [
		latitude('a decimal comma', '51,4769'),
		latitude('degrees and minutes', '40°42′46″N'),
		latitude('a letter for the direction', '51.4769 N'),
		latitude('an exponent as text', '5.14769e1'),
		latitude('both in one cell', '51.4769, -74.0060'),
		latitude(
			'not a number',
			NaN,
			"holds a placeholder such as N/A, not a value; empty it in the source, or set the option 'Placeholder Values' to Treat as Empty",
		),
		latitude('infinity', Infinity),
		latitude('north of the pole', 90.0001, 'is not between -90 and 90 degrees'),
		latitude('in microdegrees', 51476900, 'is not between -90 and 90 degrees'),
		latitude('an object', { deg: 51.4769 }, NO_TEXT),
		latitude('no latitude', '', MISSING),
		place.no(
			'once around the world',
			{ longitude: 285.994 },
			says('longitude', 'is not between -180 and 180 degrees'),
		),
		place.no(
			'a radius of nothing',
			{ radius_meters: 0 },
			says('radius_meters', 'is not greater than zero'),
		),
		place.no(
			'a radius below nothing',
			{ radius_meters: -200.5 },
			says('radius_meters', 'is not greater than zero'),
		),
		place.no(
			'a radius with its unit',
			{ radius_meters: '200 metres' },
			says('radius_meters', NO_NUMBER),
		),
		place.no('no radius', { radius_meters: null }, says('radius_meters', MISSING)),
		place.no(
			'all of them bad',
			{ latitude: 'zqx-north', longitude: 'zqx-west', radius_meters: true },
			[
				says('latitude', NO_NUMBER),
				says('longitude', NO_NUMBER),
				says('radius_meters', 'holds true or false where text belongs'),
			],
		),
		place.yes(
			'a tiny number, which has no exponent in CSV',
			{ latitude: 1e-7 },
			{ latitude: '0.0000001' },
		),
		place.yes('minus zero', { longitude: -0 }, { longitude: '0' }),
	],
};
