import type { Wave } from '../domain/area/wave.ts';
import type { Code } from '../domain/codebook/code.ts';
import { colorOf, pathName, pillarsOf, withDescendants } from '../domain/codebook/codebook.ts';
import { ok, type Result } from '../domain/problem.ts';
import type { CodeId, SourceId } from '../domain/project/ids.ts';
import type { Group } from '../domain/source/source.ts';
import { reviewed } from './decide.ts';
import { basisOf } from './decision-changes.ts';
import { themeDevelopment } from './development.ts';
import { figuresOf, type FiguresInput, type IndicatorFigures } from './figures.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { DisplayCoding, DisplayInput, DisplayRow, DisplaySource, JointDisplay, Section } from './joint-display.ts';
import { proposalOf, type Proposal } from './proposal.ts';
import { rowIdOf } from './row-id.ts';
import { countedCodings, interviewsInScope, wavesBetween } from './scope.ts';
import { figuresWithoutVoices, voicesWithoutFigures } from './silences.ts';
import { evidenceOn, findingsAbout, type ShownEvidence } from './study-evidence.ts';
import { themesOf } from './themes.ts';
import { signsOf, voicesOf, type Speaker } from './voices.ts';
import { warningsOf } from './warnings.ts';

/**
 * Cijfers en stemmen of one pillar in one area (DOMAIN 7): themes in the order of the code tree with their figures,
 * their voices, and what the rules propose. Nothing is left out: a theme without anything is a row too.
 */
export const buildJointDisplay = (input: DisplayInput): Result<JointDisplay> => {
	const between = wavesBetween(input.waves, input.fromWaveId, input.toWaveId);
	if (!between.ok) return between;
	const waves = between.value;
	const [from, to] = [waves[0], waves[waves.length - 1]];
	if (!from || !to) throw new RangeError('a pair of waves has a first and a last');

	const figuresInput = { ...input, waves };
	const figures = input.indicators
		.filter(({ pillarId }) => pillarId === input.pillar.id)
		.map((indicator) => figuresOf(figuresInput, indicator, null));
	const interviews = interviewsInScope(input.sources, { ...input, areaId: input.area.id });
	const counted = countedIn(input, interviews);
	const themes = themesOf(input.codebook, input.pillar.id);
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
		twin: figures.find(({ key }) => key === surveyTwinKey) ?? null,
		method: methodOf(input.waves, rows, counted),
		warnings: warningsOf({
			isAbsent,
			figures: shown.filter((figure, at) => shown.findIndex((f) => f.indicatorId === figure.indicatorId) === at),
			interviews: interviews.map(({ group, waveId }) => ({ group, year: yearOf(input.waves, waveId) })),
			toYear: to.year,
			smallCell: input.smallCell
		}),
		studies
	});
};

const surveyTwinKey = 'KV4'; // "Vindt dat de buurt vooruit is gegaan": the survey asks what the interviews ask (DOMAIN 4)

/** What counts: interviews in scope, and their codings with a code of the pillar. */
type Counted = {
	readonly interviews: readonly DisplaySource[];
	readonly totals: Readonly<Record<Group, number>>;
	readonly speakers: ReadonlyMap<SourceId, Speaker>;
	readonly codings: ReadonlyMap<CodeId, readonly DisplayCoding[]>;
};

const countedIn = (input: DisplayInput, interviews: readonly DisplaySource[]): Counted => {
	const inScope = new Set(interviews.map(({ id }) => id));
	const { codebook, pillar } = input;
	const ofPillar = new Set(
		codebook.codes.map(({ id }) => id).filter((id) => pillarsOf(codebook, id).includes(pillar.id))
	);
	const codings = countedCodings(input.codings).filter(
		({ sourceId, codeId }) => inScope.has(sourceId) && ofPillar.has(codeId)
	);
	return {
		interviews,
		totals: totalsOf(interviews),
		speakers: new Map(
			interviews.map((interview) => {
				const { id, title, group, waveId } = interview;
				return [id, { sourceId: id, title, group, waveId, year: yearOf(input.waves, waveId) }];
			})
		),
		codings: grouped(codings, ({ codeId }) => codeId)
	};
};

const rowOf = (
	input: DisplayInput,
	figuresInput: FiguresInput,
	code: Code,
	counted: Counted,
	studies: ShownEvidence
): DisplayRow => {
	const indicators = code.indicators.flatMap(({ indicatorId, relation }): readonly IndicatorFigures[] => {
		const indicator = input.indicators.find(({ id }) => id === indicatorId);
		return indicator ? [figuresOf(figuresInput, indicator, relation)] : [];
	});
	const development = themeDevelopment(indicators);
	const codings = codingsOfTheme(input, code, counted);
	const voices = voicesOfTheme(codings, counted);
	const proposal = proposalOf(development, voices.together.outcome);
	const fingerprint = fingerprintOf(indicators, voices.signs);
	const kept = input.decisions.find(({ codeId }) => codeId === code.id);
	const basis = basisOf({ indicators, voices, codings: codings.length, proposal });
	const linked = new Set(indicators.map(({ indicatorId }) => indicatorId));
	const waveIds = new Set(figuresInput.waves.map(({ id }) => id));
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
		codings: codings.length,
		quotes: input.quotes.filter(({ codeId }) => codeId === code.id),
		explanations: input.explanations.filter(
			({ indicatorId, areaId, fromWaveId, toWaveId }) =>
				linked.has(indicatorId) && areaId === input.area.id && waveIds.has(fromWaveId) && waveIds.has(toWaveId)
		),
		findings: findingsAbout(studies, [...linked]),
		proposal,
		decision: kept ? reviewed(kept, { fingerprint, basis }) : null,
		fingerprint
	};
};

/** The codings of a theme; a narrower code below it speaks of the theme too, when it serves the pillar. */
const codingsOfTheme = (input: DisplayInput, code: Code, counted: Counted) =>
	withDescendants(input.codebook, code.id).flatMap(({ id }) => counted.codings.get(id) ?? []);

/** What interviews say about a theme. */
const voicesOfTheme = (codings: readonly DisplayCoding[], { speakers, totals }: Counted) => {
	return voicesOf(signsOf(speakers, codings), totals);
};

const sectionOf = ({ fit }: Proposal): Section => {
	if (fit === null) return 'no-data';
	return fit === 'voices-only' || fit === 'figures-only' ? fit : 'both';
};

const methodOf = (
	waves: readonly Wave[],
	rows: readonly DisplayRow[],
	{ interviews, totals: { resident, professional }, codings }: Counted
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
		codings: [...codings.values()].reduce((sum, ofCode) => sum + ofCode.length, 0),
		themes: rows.filter(({ voices }) => voices.together.mentions > 0).length
	};
};

const totalsOf = (interviews: readonly DisplaySource[]) => ({
	resident: interviews.filter(({ group }) => group === 'resident').length,
	professional: interviews.filter(({ group }) => group === 'professional').length
});

const yearOf = (waves: readonly Wave[], waveId: string) => {
	const wave = waves.find(({ id }) => id === waveId);
	if (!wave) throw new RangeError(`wave ${waveId} is not among the waves`);
	return wave.year;
};

const grouped = <T>(items: readonly T[], keyOf: (item: T) => CodeId): ReadonlyMap<CodeId, readonly T[]> => {
	const groups = new Map<CodeId, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
};
