import {
	comparisonKinds,
	jointDisplayQuery,
	type JointDisplayAnswer,
	type ObservedAnswer,
	type JointDisplayQuery
} from '../../contract/joint-display.ts';
import type { SilenceTaskAnswer } from '../../contract/silence-task.ts';
import { parse } from '../../contract/parse.ts';
import type { Area } from '../../domain/area/area.ts';
import { byYear, wavePair, type Wave } from '../../domain/area/wave.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import type { Explanation } from '../../domain/integration/explanation.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import { groups } from '../../domain/source/source.ts';
import { buildJointDisplay } from '../../merge/build-display.ts';
import { comparisonAreas } from '../../merge/comparison-areas.ts';
import type { DisplayRow, DisplayWarning, JointDisplay } from '../../merge/joint-display.ts';
import { reasoningOf } from '../../merge/reasoning.ts';
import { interviewsInScope, wavesBetween } from '../../merge/scope.ts';
import { themeComparison } from '../../merge/theme-comparison.ts';
import { smallCells } from '../../privacy/disclosure.ts';
import { readersLocale, type Locale } from '../../words/locale.ts';
import { reasoningSentence } from '../../words/reasoning.ts';
import type { Context } from '../access/context.ts';
import { permitDisplay, type DisplayPermit } from '../access/display-permit.ts';
import { namedObservations } from '../access/observed-data.ts';
import { peopleForTasks } from '../access/silence-permit.ts';
import { listSilenceTasks } from '../store/silence-tasks.ts';
import { listFunctionGroups } from '../store/case-functions.ts';
import { loadCodebookHistory } from '../store/codebook-history.ts';
import type { Db } from '../store/database.ts';
import { loadDisplay, type DisplayData, type WavePair } from '../store/display.ts';
import { recognitionsInArea } from '../store/review-sessions.ts';
import { answersOfTasks } from './silence-tasks.ts';
import { withholdFor } from './withhold.ts';

/** A joint display with what one may do on it, and where one can go from here. */
export type DisplayPage = {
	readonly display: JointDisplay;
	readonly comparison: {
		/** null = the nearest area with a value */
		readonly chosen: JointDisplayQuery['comparison'] | null;
		readonly available: readonly Area[];
	};
	/** what was seen in public space: beside figures and voices, never among the interviews */
	readonly observations: readonly ObservedAnswer[];
	/** what people were asked to do about silences of this display */
	readonly tasks: readonly SilenceTaskAnswer[];
	/** who can be asked; null = this person does not give out such tasks */
	readonly people: readonly { readonly id: string; readonly name: string }[] | null;
	/** all rounds of the project, in order of time */
	readonly allWaves: readonly Wave[];
	readonly pillars: readonly Pillar[];
	/** the areas of the same kind whose displays this person may see */
	readonly areas: readonly Area[];
	/** who reads: nobody is second reader of an own decision */
	readonly readerId: string;
	readonly allows: {
		readonly decide: boolean;
		readonly explain: boolean;
		readonly readQuotes: boolean;
		readonly listSources: boolean;
		readonly export: boolean;
	};
};

/** Cijfers en stemmen of one pillar in one area, as a page shows it. */
export const viewJointDisplay = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<DisplayPage>> => {
	const parsed = parse(jointDisplayQuery, input);
	if (!parsed.ok) return parsed;
	const permitted = await permitDisplay(context, context.db, projectId, 'display.read', parsed.value);
	if (!permitted.ok) return permitted;
	const { project, frame, pillar, area, can } = permitted.value;
	const pair = wavePair(frame.waves, parsed.value);
	if (!pair.ok) return pair;
	const rounds = wavesBetween(frame.waves, pair.value.fromWaveId, pair.value.toWaveId);
	if (!rounds.ok) return rounds;

	const data = await loadDisplay(context.db, permitted.value, frame, { pillar, area, ...pair.value });
	const chosen = parsed.value.comparison ?? null;
	const built = buildJointDisplay({
		...data,
		recognitions: await recognitionsInArea(context.db, area.id),
		history: await loadCodebookHistory(
			context.db,
			project.id,
			rounds.value.map(({ id }) => id)
		),
		comparisonAreas: comparisonAreas(frame.areas, area.id, chosen, project.comparisonAreaId)
	});
	if (!built.ok) return built;
	const allows = allowedOn(permitted.value);
	const disclosed = await smallFunctions(context.db, project, built.value, data);
	const display = { ...built.value, warnings: [...built.value.warnings, ...disclosed] };
	return ok({
		display: withholdFor(display, allows),
		observations: observedOn(data, built.value, allows.listSources),
		comparison: {
			chosen,
			available: comparisonKinds.flatMap((kind) => comparisonAreas(frame.areas, area.id, kind, null))
		},
		tasks: await tasksOn(context.db, permitted.value, pair.value),
		people: allows.decide ? await peopleForTasks(context.db, permitted.value, area.id) : null,
		allWaves: [...frame.waves].sort(byYear),
		pillars: frame.pillars,
		readerId: context.actor.userId,
		areas: frame.areas.filter(({ id, kind }) => kind === area.kind && can('display.read', id)),
		allows
	});
};

/** The tasks about silences of one display. */
const tasksOn = async (
	db: Db,
	permitted: DisplayPermit,
	{ fromWaveId, toWaveId }: WavePair
): Promise<readonly SilenceTaskAnswer[]> => {
	const { project, pillar, area } = permitted;
	const own = (await listSilenceTasks(db, project.id)).filter(
		(task) =>
			task.pillarId === pillar.id &&
			task.areaId === area.id &&
			task.fromWaveId === fromWaveId &&
			task.toWaveId === toWaveId
	);
	return answersOfTasks(db, permitted, own);
};

/** The observations in the rounds that count, with the codes of this pillar. */
const observedOn = (data: DisplayData, { waves }: JointDisplay, mayListSources: boolean): readonly ObservedAnswer[] =>
	namedObservations(data, data.codebook, waves).map(({ title, codes, ...one }) => ({
		...one,
		title: mayListSources ? title : null,
		codes: [...codes]
	}));

/** The function groups of the interviews on the page that are too small to be named (R12). */
const smallFunctions = async (
	db: Db,
	{ smallCell, includeEarlierWaves }: Project,
	{ area, waves, to }: JointDisplay,
	{ sources }: Pick<DisplayData, 'sources'>
): Promise<readonly DisplayWarning[]> => {
	const counted = interviewsInScope(sources, { areaId: area.id, waves, toWaveId: to.id, includeEarlierWaves });
	const functions = await listFunctionGroups(
		db,
		counted.map(({ id }) => id)
	);
	const cells = smallCells(
		counted.map(({ id, group }) => ({
			areaId: area.id,
			areaName: area.name,
			group,
			functionGroups: functions.get(id) ?? []
		})),
		smallCell
	);
	return groups.flatMap((group): readonly DisplayWarning[] => {
		const names = cells.flatMap((cell) =>
			cell.group === group && cell.functionGroup !== null ? [cell.functionGroup] : []
		);
		return names.length > 0
			? [{ kind: 'small-functions', group, names, count: names.length, smallest: smallCell }]
			: [];
	});
};

const allowedOn = ({ area, can }: DisplayPermit): DisplayPage['allows'] => ({
	decide: can('display.decide', area.id),
	explain: can('explanation.write', area.id),
	readQuotes: can('coding.read', area.id),
	listSources: can('source.list', area.id),
	export: can('export.display', area.id)
});

/** The same as the API answers it, with its sentences in a language. */
export const readJointDisplay = async (
	context: Context,
	projectId: string,
	input: unknown,
	locale: Locale = readersLocale()
): Promise<Result<JointDisplayAnswer>> => {
	const page = await viewJointDisplay(context, projectId, input);
	if (!page.ok) return page;
	const { display, observations } = page.value;
	return ok({ ...answerOf(display, locale), observations });
};

/** The fields of API.md; the rest of a domain value stays inside. */
const answerOf = (
	{ pillar, area, isAbsent, from, to, ...display }: JointDisplay,
	locale: Locale
): Omit<JointDisplayAnswer, 'observations'> => ({
	pillar: { id: pillar.id, name: pillar.name },
	area: { id: area.id, name: area.name },
	isAbsent,
	from,
	to,
	waves: display.waves,
	rows: display.rows.map((row) => rowAnswer(row, locale)),
	figuresOnly: display.figuresOnly,
	voicesOnly: display.voicesOnly,
	looseExplanations: display.looseExplanations.map(explanationAnswer),
	recognitions: display.recognitions,
	method: display.method,
	warnings: display.warnings,
	studies: display.studies
});

/** An explanation without what is kept of how it came to be. */
const explanationAnswer = ({
	id,
	indicatorId,
	areaId,
	fromWaveId,
	toWaveId,
	...said
}: Explanation): JointDisplayAnswer['looseExplanations'][number] => {
	const { kind, text, saidBy, evidence, counterEvidence, evidenceItems, strength } = said;
	return {
		...{ id, indicatorId, areaId, fromWaveId, toWaveId, kind, text, saidBy, strength },
		...{ evidence, counterEvidence, evidenceItems, sessionId: said.sessionId },
		...{ recognised: said.recognised, recognitions: said.recognitions }
	};
};

const rowAnswer = ({ indicators, voices, color: _, ...row }: DisplayRow, locale: Locale) => ({
	...row,
	explanations: row.explanations.map(explanationAnswer),
	quotesOffTheme: row.quotesOffTheme ?? [],
	quotesUncounted: row.quotesUncounted ?? [],
	proposal: { ...row.proposal, reasoning: reasoningAnswer({ indicators, voices }, locale) },
	figures: indicators,
	comparison: themeComparison(indicators),
	residents: voices.resident,
	professionals: voices.professional,
	together: voices.together,
	groups: voices.groups,
	signs: voices.signs,
	metaInference: row.decision?.metaInference ?? null
});

const reasoningAnswer = (row: Pick<DisplayRow, 'indicators' | 'voices'>, locale: Locale) => {
	const reasoning = reasoningOf(row);
	return { ...reasoning, text: reasoningSentence(reasoning, locale) };
};
