import type { CodingId } from '../domain/project/ids.ts';
import { mayStand, type CountedGroup, type LiveState, type Said, type SaidTable } from '../domain/report/live-block.ts';
import type { ReportText } from '../domain/report/report-text.ts';
import type { Block as Written } from '../domain/text/rich-text.ts';
import type { Group } from '../domain/source/source.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { line, type Block } from './document.ts';
import type { LeftOut } from './left-out.ts';
import { mostRounds } from './rounds-shown.ts';
import type { ToldFigure } from './told-figures.ts';

/** What a live block says, and how it stands beside the data of now. */
export type PlacedBlock = {
	readonly said: Said;
	readonly state: LiveState;
	/** nothing of it is told, since it would tell what too few interviews say */
	readonly isUntold?: boolean;
	/** of a quote, where its words must be able to go after all */
	readonly codingId?: CodingId;
	/** the values it tells, where they must be able to go after all */
	readonly figures?: readonly ToldFigure[];
	/** whose interviews it counts or quotes, where a small group must not be told apart */
	readonly voices?: PlacedVoices;
};

/** A count of one group or of both together, counts of both groups beside each other, or the words of somebody. */
export type PlacedVoices =
	| { readonly kind: 'count'; readonly of: CountedGroup }
	| { readonly kind: 'counts-by-group' }
	| { readonly kind: 'quote'; readonly of: Group };

/** A text of a report as parts of a document, with what could not be in it. `place` says where, for the list. */
export const sectionBlocks = (
	text: ReportText,
	blocks: ReadonlyMap<string, PlacedBlock>,
	{ place, level }: { readonly place: string; readonly level: 2 | 4 },
	locale: Locale
): { readonly blocks: readonly Block[]; readonly leftOut: readonly LeftOut[] } => {
	const parts: Block[] = [];
	const states = new Map<Exclude<LiveState, 'same'>, number>();
	let untold = 0;
	let written: Written[] = [];
	const flush = () => {
		if (written.length > 0) parts.push({ kind: 'rich', text: written, level });
		written = [];
	};
	for (const block of text) {
		if (block.kind !== 'live') {
			written.push(block);
			continue;
		}
		flush();
		const placed = blocks.get(block.id);
		const state = placed?.state ?? 'gone';
		if (state !== 'same') states.set(state, (states.get(state) ?? 0) + 1);
		if (placed?.isUntold) untold += 1;
		if (placed && mayStand(state)) parts.push(...saidBlocks(placed.said, placed));
		// A quote that changed tells its own words; numbers and judgements may be of data that are no more.
		if (placed && state === 'changed' && placed.said.kind !== 'quote')
			parts.push({ kind: 'paragraph', line: line(m.report_block_outdated({}, { locale }), 'small') });
	}
	flush();
	return {
		blocks: parts,
		leftOut: [
			...(untold > 0 ? [{ kind: 'small-block' as const, place, n: untold }] : []),
			...[...states].map(([state, n]) => ({ kind: 'block' as const, place, state, n }))
		]
	};
};

/** What a live block says, as parts of a document. */
export const saidBlocks = (
	said: Said,
	{ codingId, figures = [] }: Pick<PlacedBlock, 'codingId' | 'figures'> = {}
): readonly Block[] => {
	const told = figures.length > 0 ? { figures } : {};
	switch (said.kind) {
		case 'quote':
			return [
				{ kind: 'quote', text: said.text, reference: said.reference, ...(codingId !== undefined && { codingId }) }
			];
		case 'lines':
			return said.lines.map((text, at) => ({
				...{ kind: 'paragraph', line: line(text, at === 0 ? 'normal' : 'small') },
				...told
			}));
		case 'table':
			return tablesOf(said).map((table) => ({ ...table, ...told }));
		case 'chart': {
			const { table, ...chart } = said;
			return [
				{ ...chart, caption: chart.caption ?? table.caption, ...told },
				...tablesOf(table).map((part) => ({ ...part, ...told }))
			];
		}
		default:
			return said satisfies never;
	}
};

/** A table of many rounds goes on in a next one, so that it stays on the page; each part has the names of the rows. */
const tablesOf = (said: SaidTable): readonly Extract<Block, { kind: 'table' }>[] => {
	const between = said.columns.length - 2; // the names before it, the sentence after it
	const parts = Math.ceil(between / mostRounds);
	if (parts <= 1) return [tableOf(said)];
	const size = Math.ceil(between / parts);
	return Array.from({ length: parts }, (_, part) => {
		const isLast = part === parts - 1;
		const cut = <T>(cells: readonly T[]): readonly T[] => [
			...cells.slice(0, 1),
			...cells.slice(1 + part * size, isLast ? undefined : 1 + (part + 1) * size)
		];
		return tableOf({
			caption: `${said.caption} (${part + 1}/${parts})`,
			columns: cut(said.columns),
			rows: said.rows.map(cut)
		});
	});
};

const tableOf = ({ caption, columns, rows }: SaidTable): Extract<Block, { kind: 'table' }> => ({
	kind: 'table',
	caption,
	columns: columns.map((label, at) => ({ label, width: widthOf(at, columns.length) })),
	rows: rows.map((cells) => cells.map((text, at) => [line(text, at === 0 ? 'strong' : 'normal')]))
});

/** The first column holds names and the last a sentence; those between hold numbers or few words. */
const widthOf = (at: number, columns: number): number => (at === 0 ? 30 : at === columns - 1 ? 28 : 14);
