import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { isMet, median, quantile, type Figure, type Must } from './figure.ts';
import { yardstick } from './yardstick.ts';

/** When, on what and by which command figures were measured. */
export type Circumstances = { readonly command: string; readonly database: string; readonly browser: string | null };

/** The figures as Markdown: circumstances, table, and how they grow from S to M. */
export const report = (figures: readonly Figure[], circumstances: Circumstances): string =>
	[
		...linesAbout(circumstances),
		'',
		...table(
			['measure', 'workload', 'median', 'p95', 'runs', 'Wijkstem must', 'met?'],
			figures.map((figure) => [
				figure.measure,
				figure.workload,
				figure.samples ? said(median(figure.samples), figure.unit) : 'not yet',
				figure.samples && figure.samples.length > 1 ? said(quantile(figure.samples, 0.95), figure.unit) : '',
				figure.samples ? String(figure.samples.length) : '',
				sayMust(figure.must),
				[{ true: 'yes', false: '**no**', null: '' }[`${isMet(figure)}`], figure.note].filter(Boolean).join('; ')
			])
		),
		...growth(figures),
		''
	].join('\n');

const linesAbout = ({ command, database, browser }: Circumstances): readonly string[] => [
	`- ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit()}, \`${command}\``,
	`- Node ${process.versions.node}; ${database}${browser === null ? '' : `; ${browser}`}`,
	`- ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}`,
	`- load of the machine when the run began: ${loadAtStart.toFixed(2)} (above 0.5: other work was going on, the figures are too high)`,
	`- yardstick, 100 million steps of arithmetic: ${yardAtStart.toFixed(0)} ms at the start, ${yardstick().toFixed(0)} ms at the end (figures of two runs are compared beside it)`
];

const loadAtStart = loadavg()[0] ?? 0;
const yardAtStart = yardstick();

const commit = (): string => {
	try {
		const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8', stdio: 'pipe' }).trim();
		return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' with changes');
	} catch {
		return 'unknown';
	}
};

const said = (value: number, unit: Figure['unit']): string => {
	const number = value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
	return unit === 'ms' ? number : `${number} ${unit}`;
};

const sayMust = (must: Must | null): string => {
	if (!must) return '';
	const parts = [
		...(must.most === undefined ? [] : [`≤ ${must.most.toLocaleString('en')}`]),
		...(must.p95 === undefined ? [] : [`p95 ≤ ${must.p95.toLocaleString('en')}`]),
		...(must.least === undefined ? [] : [`≥ ${must.least.toLocaleString('en')}`])
	];
	return parts.join(', ');
};

/** Measures that were taken on S and on M: how many times as long M takes. */
const growth = (figures: readonly Figure[]): readonly string[] => {
	const rows = figures.flatMap((small) => {
		const large = figures.find(({ measure, workload }) => workload === 'M' && measure === small.measure);
		if (small.workload !== 'S' || small.unit !== 'ms' || !small.samples || !large?.samples) return [];
		const [s, m] = [median(small.samples), median(large.samples)];
		return [[small.measure, said(s, 'ms'), said(m, 'ms'), `${(m / s).toFixed(1)} ×`]];
	});
	if (rows.length === 0) return [];
	return [
		'',
		'From S to M there are 10 × as many interviews and 12.5 × as many codings:',
		'',
		...table(['measure', 'S', 'M', 'growth'], rows)
	];
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
	[head, head.map((_, column) => (column === 0 ? '---' : '---')), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

/** Puts figures in a document between the two markers of their database; what stands around them stays. */
export const writeBetweenMarkers = (path: string, name: string, text: string): void => {
	const [begin, end] = [`<!-- figures ${name} -->`, `<!-- end of figures ${name} -->`];
	const document = readFileSync(path, 'utf8');
	const [from, to] = [document.indexOf(begin), document.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`${path} has no lines "${begin}" and "${end}"`);
	writeFileSync(path, `${document.slice(0, from + begin.length)}\n\n${text}\n${document.slice(to)}`);
};
