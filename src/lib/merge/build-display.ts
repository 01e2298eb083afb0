import type { Wave } from '../domain/area/wave.ts';
import type { Code } from '../domain/codebook/code.ts';
import { colorOf, pathName, withDescendants } from '../domain/codebook/codebook.ts';
import { ok, type Result } from '../domain/problem.ts';
import { answersAbout } from './figure-answers.ts';
import type { FiguresInput } from './figures.ts';
import { explanationsAbout, figuresWithoutTheme } from './figures-apart.ts';
import { besideRow, findingsSince, type FindingChanges } from './finding-changes.ts';
import type { ChosenQuote, DisplayInput, DisplayRow, JointDisplay, RowDecision, Section } from './joint-display.ts';
import { decisionOf, layOut, themeIn, todayOf, totalsOf, type Counted } from './lay-out.ts';
import { observedIn } from './observed.ts';
import type { Proposal } from './proposal.ts';
import { rowIdOf } from './row-id.ts';
import { passagesIn, yearOf } from './sayings.ts';
import { figuresWithoutVoices, voicesWithoutFigures } from './silences.ts';
import { evidenceOn, findingsAbout, type ShownEvidence } from './study-evidence.ts';
import { warningsOf } from './warnings.ts';

/**
 * Cijfers en stemmen of one pillar in one area (DOMAIN 7): themes in the order of the code tree with their figures,
 * their voices, and what the rules propose. Nothing is left out: a theme without anything is a row too.
 */
export const buildJointDisplay = (input: DisplayInput): Result<JointDisplay> => {
	const laid = layOut(input);
	if (!laid.ok) return laid;
	const { figuresInput, figures, counted, themes } = laid.value;
	const { interviews } = counted;
	const { waves } = figuresInput;
	const [from, to] = [waves[0], waves[waves.length - 1]];
	if (!from || !to) throw new RangeError('a pair of waves has a first and a last');

	const studies = evidenceOn(input.evidence, {
		pillarId: input.pillar.id,
		area: input.area,
		waves,
		indicatorIds: [...figures, ...themes.flatMap(({ indicators }) => indicators)].map(({ indicatorId }) => indicatorId)
	});
	const rows = themes.map((code) => rowOf(input, figuresInput, code, counted, studies));
	const shown = [...figures, ...rows.flatMap(({ indicators }) => indicators)];
	const isAbsent = input.pillar.absentIn.includes(input.area.id);

	return ok({
		pillar: input.pillar,
		area: input.area,
		isAbsent,
		from,
		to,
		waves,
		indicators: figures,
		rows,
		figuresOnly: figuresWithoutVoices(figures, rows, input.codebook, input.pillar),
		voicesOnly: voicesWithoutFigures(rows),
		looseExplanations: explanationsAbout(input, waves, figuresWithoutTheme(figures, rows)),
		recognitions: answersAbout(input.recognitions ?? [], input.waves, { from, to }, shown),
		twin: figures.find(({ key }) => key === surveyTwinKey) ?? null,
		method: methodOf(input.waves, rows, counted),
		warnings: warningsOf({
			isAbsent,
			figures: shown.filter((figure, at) => shown.findIndex((f) => f.indicatorId === figure.indicatorId) === at),
			interviews: interviews.map(({ group, waveId }) => ({ group, year: yearOf(input.waves, waveId) })),
			toYear: to.year,
			smallCell: input.smallCell,
			past: input.history ? { codebook: input.codebook, waves, history: input.history } : null,
			pillarId: input.pillar.id
		}),
		smallCell: input.smallCell,
		studies
	});
};

const surveyTwinKey = 'KV4'; // "Vindt dat de buurt vooruit is gegaan": the survey asks what the interviews ask (DOMAIN 4)

const rowOf = (
	input: DisplayInput,
	figuresInput: FiguresInput,
	code: Code,
	counted: Counted,
	studies: ShownEvidence
): DisplayRow => {
	const said = themeIn(input, figuresInput, code, counted);
	const { indicators, development, voices, codings, proposal } = said;
	const today = todayOf(said);
	const explanations = explanationsAbout(input, figuresInput.waves, indicators);
	const findings = findingsAbout(
		studies,
		indicators.map(({ indicatorId }) => indicatorId)
	);
	return {
		rowId: rowIdOf({ ...input, pillarId: input.pillar.id, areaId: input.area.id, codeId: code.id }),
		codeId: code.id,
		name: code.name,
		path: pathName(input.codebook, code.id),
		definition: code.definition,
		color: colorOf(input.codebook, code.id),
		section: sectionOf(proposal),
		indicators,
		development,
		voices,
		codings,
		...quotesOf(input, code, counted),
		explanations,
		findings,
		proposal,
		decision: explained(
			withFindings(
				decisionOf(input, code, () => today),
				input.evidence &&
					findingsSince(
						basisOf(input, code),
						besideRow({ findings }, studies, observedIn(input.observed ?? [], figuresInput.waves))
					)
			),
			input.explanations && explanations.length > 0
		),
		fingerprint: today.fingerprint
	};
};

/**
 * The quotes chosen for a theme. Apart stand those of interviews that do not count (any more), beside whose number they
 * would stand as lone voices, and those whose passage was coded as something else since.
 */
const quotesOf = (
	{ quotes, codebook }: DisplayInput,
	code: Code,
	{ interviews }: Counted
): Pick<DisplayRow, 'quotes' | 'quotesOffTheme' | 'quotesUncounted'> => {
	const codes = new Set(withDescendants(codebook, code.id).map(({ id }) => id));
	const counted = new Set(interviews.map(({ id }) => id));
	const placeOf = ({ sourceId, codedAs }: DisplayInput['quotes'][number]) => {
		if (!counted.has(sourceId)) return 'uncounted';
		return codedAs === undefined || codes.has(codedAs) ? 'shown' : 'off-theme';
	};
	const chosen = Map.groupBy(
		quotes.filter(({ codeId }) => codeId === code.id),
		placeOf
	);
	const quotesIn = (place: ReturnType<typeof placeOf>): readonly ChosenQuote[] =>
		(chosen.get(place) ?? []).map(({ codedAs: _, ...quote }) => quote);
	const [quotesOffTheme, quotesUncounted] = [quotesIn('off-theme'), quotesIn('uncounted')];
	return {
		quotes: quotesIn('shown'),
		...(quotesOffTheme.length > 0 && { quotesOffTheme }),
		...(quotesUncounted.length > 0 && { quotesUncounted })
	};
};

const basisOf = ({ decisions }: DisplayInput, code: Code) => decisions.find(({ codeId }) => codeId === code.id)?.basis;

/** A decision with what became of findings and observations since; where nothing did, or nobody asked, it stays as it is. */
const withFindings = (decision: RowDecision | null, since: FindingChanges | null | undefined): RowDecision | null =>
	decision && since ? { ...decision, findingsSince: since } : decision;

/** "Spreekt tegen" says that there is no explanation yet for as long as there is none, also when the last one went later. */
const explained = (decision: RowDecision | null, isExplained: boolean | null): RowDecision | null =>
	decision === null || isExplained === null
		? decision
		: { ...decision, withoutExplanation: decision.fit === 'contradicts' && !isExplained };

const sectionOf = ({ fit }: Proposal): Section => {
	if (fit === null) return 'no-data';
	return fit === 'voices-only' || fit === 'figures-only' ? fit : 'both';
};

const methodOf = (
	waves: readonly Wave[],
	rows: readonly DisplayRow[],
	{ interviews, totals: { resident, professional }, sayings }: Counted
): JointDisplay['method'] => {
	return {
		interviews: interviews.length,
		residents: resident,
		professionals: professional,
		waves: waves
			.map((wave) => {
				const inWave = interviews.filter(({ waveId }) => waveId === wave.id);
				const totals = totalsOf(inWave);
				return {
					waveId: wave.id,
					year: wave.year,
					interviews: inWave.length,
					residents: totals.resident,
					professionals: totals.professional
				};
			})
			.filter((wave) => wave.interviews > 0),
		codings: passagesIn([...sayings.values()]),
		themes: rows.filter(({ voices }) => voices.together.mentions > 0).length
	};
};
