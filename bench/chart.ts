interface Bar {
	label: string;
	value: number;
}

const WIDTH = 760;
const LABELS = 260;
const NUMBERS = 80;
const LINE = 32;
const TOP = 48;

function bar({ label, value }: Bar, index: number, most: number): string {
	const y = TOP + index * LINE;
	const width = Math.max(1, (value / most) * (WIDTH - LABELS - NUMBERS));
	const middle = y + LINE / 2;
	const number = value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 });
	const color = label.startsWith('Persona') ? '#4b5bd6' : '#9aa0ae';
	return [
		`<text x="${LABELS - 10}" y="${middle}" text-anchor="end">${label}</text>`,
		`<rect x="${LABELS}" y="${y + 6}" width="${width.toFixed(1)}" height="${LINE - 12}" rx="3" fill="${color}"/>`,
		`<text x="${(LABELS + width + 8).toFixed(1)}" y="${middle}">${number}</text>`,
	].join('\n');
}

/** A horizontal bar chart as SVG, readable on light and on dark pages. */
export function barChart(title: string, bars: readonly Bar[]): string {
	const most = Math.max(1, ...bars.map(({ value }) => value));
	const height = TOP + bars.length * LINE + 12;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="14" fill="#888" dominant-baseline="central">
<text x="12" y="24" font-size="16" font-weight="600">${title}</text>
${bars.map((one, index) => bar(one, index, most)).join('\n')}
</svg>
`;
}
