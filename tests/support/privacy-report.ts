import { identifierKinds, type IdentifierKind } from '../../src/lib/domain/source/identifier.ts';
import { scoreOf, type KindScore, type Score } from './privacy-measure.ts';
import { demoTexts, handelingenTexts, unseenTexts } from './privacy-texts.ts';

export const reportPath = 'docs/pseudonymisation.md';
const begin = '<!-- measured: npm run privacy:measure -->';
const end = '<!-- /measured -->';

/** Of these kinds every word is marked in the demo; ages, functions and indirect words are not. */
const markedInDemo = identifierKinds.filter(
	(kind) => !['age', 'function', 'indirect', 'website', 'account'].includes(kind)
);

/** The document with its figures replaced by those of today. */
export const withFigures = (document: string): string => {
	const [before, rest] = document.split(begin);
	const after = rest?.split(end)[1];
	if (before === undefined || after === undefined) throw new Error(`${reportPath} has no lines ${begin} and ${end}`);
	return `${before}${begin}\n${figures()}\n${end}${after}`;
};

const figures = (): string =>
	[
		section('(a) The demo', scoreOf(demoTexts(), markedInDemo)),
		section('(b) Texts that were kept apart', scoreOf(unseenTexts())),
		section('(c) Handelingen, names only', scoreOf(handelingenTexts(), ['name']))
	].join('\n\n');

const section = (title: string, score: Score): string => {
	const { certain, likely, maybe } = score.bySureness;
	return [
		`### ${title}`,
		'',
		'| kind | marked | wholly found | partly | recall | proposed | right | precision |',
		'|---|--:|--:|--:|--:|--:|--:|--:|',
		...score.kinds.filter(({ marks, hits }) => marks > 0 || hits > 0).map(row),
		row(totalOf(score.kinds)),
		'',
		`Proposed with *certain*: ${share(certain)}; *likely*: ${share(likely)}; *maybe*: ${share(maybe)}.`,
		'',
		score.missed.length === 0 ? 'Nothing was missed.' : `Missed: ${score.missed.map(quoted).join('; ')}.`,
		'',
		score.wrong.length === 0
			? 'Nothing was proposed in vain.'
			: `Proposed in vain: ${counted(score.wrong).map(quoted).join('; ')}.`
	].join('\n');
};

type Row = Omit<KindScore, 'kind'> & { readonly kind: IdentifierKind | '**all**' };

const row = ({ kind, marks, whole, part, hits, right }: Row): string =>
	`| ${kind} | ${marks} | ${whole} | ${part} | ${percent(whole, marks)} | ${hits} | ${right} | ${percent(right, hits)} |`;

const totalOf = (kinds: readonly KindScore[]): Row => {
	const sum = (of: (score: KindScore) => number) => kinds.reduce((total, score) => total + of(score), 0);
	return {
		kind: '**all**',
		marks: sum(({ marks }) => marks),
		whole: sum(({ whole }) => whole),
		part: sum(({ part }) => part),
		hits: sum(({ hits }) => hits),
		right: sum(({ right }) => right)
	};
};

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`);
const share = ({ hits, right }: { readonly hits: number; readonly right: number }) => `${right} of ${hits} right`;
const quoted = (line: string) => `\`${line}\``;

/** The same line more than once as one, with how often. */
const counted = (lines: readonly string[]): readonly string[] => {
	const times = new Map<string, number>();
	for (const line of lines) times.set(line, (times.get(line) ?? 0) + 1);
	return [...times].map(([line, count]) => (count > 1 ? `${line} (${count}x)` : line));
};
