import type { Area } from '../domain/area/area.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import { fits, type Fit } from '../domain/integration/fit.ts';
import type { AreaId, PillarId } from '../domain/project/ids.ts';
import type { Group } from '../domain/source/source.ts';
import { countOutcomes, type FigureCounts } from './development.ts';
import type { IndicatorFigures } from './figures.ts';
import type { JointDisplay } from './joint-display.ts';
import type { Proposal } from './proposal.ts';
import { unitedSigns, voicesOf, type Sign, type VoiceOutcome } from './voices.ts';

/**
 * How far a cell is: nothing there, one strand or both there, all that is proposed decided on the data of today (geduid),
 * or that and its text in the report finished too (tekst gereed).
 */
export const cellStates = [
	'empty',
	'voices-ready',
	'figures-ready',
	'both-ready',
	'interpreted',
	'text-ready'
] as const;
export type CellState = (typeof cellStates)[number];

/** How many rows of a cell carry a fit, as decided or as proposed. */
export type FitCount = { readonly fit: Fit; readonly decided: number; readonly proposed: number };

/** One pillar in one area. */
export type MatrixCell = {
	readonly pillar: Pillar;
	readonly area: Area;
	/** no pillar in this area by agreement; its voices are shown all the same */
	readonly isAbsent: boolean;
	/** indicators of the pillar: "2 van 5 gunstiger" */
	readonly figures: FigureCounts;
	/** an interview stands once in a cell, whatever number of themes it speaks of */
	readonly signs: readonly Sign[];
	readonly outcome: VoiceOutcome;
	readonly fits: readonly FitCount[];
	/** the fit to show: what contradicts comes first, else the most frequent */
	readonly headline: { readonly fit: Fit; readonly isDecided: boolean } | null;
	/** rows with a proposal or a decision; how many of them are decided; how many ask to be looked at again */
	readonly rows: number;
	readonly decided: number;
	readonly needsReview: number;
	readonly state: CellState;
};

/** Pillars down, areas across, in the order in which they were given. */
export type Matrix = {
	readonly pillars: readonly Pillar[];
	readonly areas: readonly Area[];
	readonly cells: readonly (readonly MatrixCell[])[];
	/** "11 van 19 oordelen vastgesteld" */
	readonly rows: number;
	readonly decided: number;
};

/** The places of a report whose text is finished. */
export type FinishedText = { readonly pillarId: PillarId; readonly areaId: AreaId };

/** The overview of a project out of the cells of every pillar in every area; a missing cell is a mistake. */
export const matrixOf = (
	pillars: readonly Pillar[],
	areas: readonly Area[],
	found: readonly MatrixCell[],
	finished: readonly FinishedText[] = []
): Matrix => {
	const cells = pillars.map((pillar) =>
		areas.map((area) => {
			const cell = found.find((one) => one.pillar.id === pillar.id && one.area.id === area.id);
			if (!cell) throw new RangeError(`no cell of pillar ${pillar.id} in area ${area.id}`);
			return withText(
				cell,
				finished.some(({ pillarId, areaId }) => pillarId === pillar.id && areaId === area.id)
			);
		})
	);
	const flat = cells.flat();
	return { pillars, areas, cells, rows: sum(flat.map((c) => c.rows)), decided: sum(flat.map((c) => c.decided)) };
};

/** What a cell shows of a theme. */
export type CellRow = {
	readonly proposal: Pick<Proposal, 'fit'>;
	readonly decision: { readonly fit: Fit; readonly needsReview: boolean } | null;
};

/** What a cell is made of. */
export type CellParts = Pick<MatrixCell, 'pillar' | 'area'> & {
	/** of the pillar itself; one of another pillar that a theme borrows stands in its own cell */
	readonly indicators: readonly Pick<IndicatorFigures, 'development'>[];
	/** one for each interview that says something */
	readonly signs: readonly Sign[];
	/** the interviews that count */
	readonly totals: Readonly<Record<Group, number>>;
	readonly rows: readonly CellRow[];
};

/** A display in a few signs; `isFinished`: its text in the report is. */
export const matrixCell = (display: JointDisplay, isFinished = false): MatrixCell => {
	const { pillar, area, indicators, rows, method } = display;
	const signs = unitedSigns(rows.flatMap(({ voices }) => voices.signs));
	const totals = { resident: method.residents, professional: method.professionals };
	return withText(cellOf({ pillar, area, indicators, signs, totals, rows }), isFinished);
};

/** A text on judgements that are open, or that rest on other data by now, is not finished. */
const withText = (cell: MatrixCell, isFinished: boolean): MatrixCell =>
	isFinished && cell.state === 'interpreted' ? { ...cell, state: 'text-ready' } : cell;

/** A cell out of its parts. */
export const cellOf = (parts: CellParts): MatrixCell => {
	const figures = countOutcomes(parts.indicators);
	const { signs, together } = voicesOf(parts.signs, parts.totals);
	const fitCounts = fitsOf(parts.rows);
	const judged = parts.rows.filter(({ proposal, decision }) => proposal.fit !== null || decision !== null);
	const decided = judged.filter(({ decision }) => decision !== null && !decision.needsReview).length;
	return {
		pillar: parts.pillar,
		area: parts.area,
		isAbsent: parts.pillar.absentIn.includes(parts.area.id),
		figures,
		signs,
		outcome: together.outcome,
		fits: fitCounts,
		headline: headlineOf(fitCounts),
		rows: judged.length,
		decided,
		needsReview: judged.filter(({ decision }) => decision?.needsReview).length,
		state: stateOf(figures.total, signs.length, judged.length > 0 && judged.length === decided)
	};
};

const fitsOf = (rows: readonly CellRow[]): readonly FitCount[] =>
	fits
		.map((fit) => ({
			fit,
			decided: rows.filter(({ decision }) => decision?.fit === fit).length,
			proposed: rows.filter(({ decision, proposal }) => decision === null && proposal.fit === fit).length
		}))
		.filter(({ decided, proposed }) => decided + proposed > 0);

/** A contradiction is a finding that asks for a next step: it is never outvoted. Silences come last. */
const headlineOf = (counts: readonly FitCount[]): MatrixCell['headline'] => {
	const weight = ({ fit, decided, proposed }: FitCount) => {
		if (fit === 'contradicts') return Infinity;
		return decided + proposed + (fit === 'figures-only' || fit === 'voices-only' ? 0 : bothStrands);
	};
	const [first] = [...counts].sort((a, b) => weight(b) - weight(a));
	return first ? { fit: first.fit, isDecided: first.proposed === 0 } : null;
};

const bothStrands = 1e6; // more than a codebook has themes: a fit of both strands goes before a silence

const stateOf = (figures: number, interviews: number, isInterpreted: boolean): CellState => {
	if (isInterpreted) return 'interpreted';
	if (figures > 0 && interviews > 0) return 'both-ready';
	if (figures > 0) return 'figures-ready';
	return interviews > 0 ? 'voices-ready' : 'empty';
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
