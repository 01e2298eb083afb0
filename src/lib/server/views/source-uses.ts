import { wavePair } from '../../domain/area/wave.ts';
import type { SourceUsesAnswer } from '../../contract/source-uses.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { EditionId } from '../../domain/project/ids.ts';
import { maySeeLesson } from '../../domain/report/lesson.ts';
import { isReleased, type Source } from '../../domain/source/source.ts';
import { sourceUses } from '../../report/source-uses.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays, type DisplaysPermit } from '../access/display-permit.ts';
import { lessonSight } from '../access/lesson-permit.ts';
import { reachesAll } from '../access/report-permit.ts';
import { permitOnSource, type SourcePermit } from '../access/source-permit.ts';
import { loadUses, type LoadedUses } from '../access/source-uses.ts';
import { listEditionQuotesFrom, listEditionsCounting } from '../store/edition-quotes.ts';
import { listEvidenceFrom } from '../store/explanation-evidence.ts';
import { findExplanations } from '../store/explanations.ts';
import { findEditions } from '../store/factsheet-editions.ts';
import { listLessonsOn } from '../store/lessons.ts';
import { listChoicesFrom } from '../store/placed-choices.ts';
import { listQuotingVersions } from '../store/report-versions.ts';
import { listReports } from '../store/reports.ts';
import { findReviewSession } from '../store/review-sessions.ts';
import { isSecondCoder } from '../store/second-coders.ts';
import {
	choiceAnswer,
	countingAnswers,
	decisionAnswer,
	editionAnswer,
	explanationAnswer,
	quotingAnswers,
	versionAnswer
} from './source-uses-answer.ts';

/** The page of what leans on a source. */
export type SourceUsesPage = {
	readonly source: Pick<Source, 'id' | 'title' | 'kind' | 'status'>;
	readonly uses: SourceUsesAnswer;
	/** whether this person may open its text, to which quotes lead */
	readonly mayReadText: boolean;
};

/** Everything that leans on a source, as far as this person may read it: what would be missed if it went. */
export const readSourceUses = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<SourceUsesAnswer>> => {
	const page = await viewSourceUses(context, projectId, sourceId);
	return page.ok ? ok(page.value.uses) : page;
};

/** The same with what its page shows beside it. */
export const viewSourceUses = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<SourceUsesPage>> => {
	const onSource = await permitOnSource(context, projectId, sourceId, 'source.list');
	if (!onSource.ok) return onSource;
	const permitted = await permitDisplays(context, context.db, projectId, 'project.read');
	if (!permitted.ok) return permitted;
	const { id, title, kind, status } = onSource.value.source;
	// Who codes it blind does not learn here what the team made of it.
	const isBlind = await isSecondCoder(context.db, id, context.actor.userId);
	const uses = isBlind ? nothing : await usesFor(context, onSource.value, permitted.value);
	return ok({
		source: { id, title, kind, status },
		uses: { ...uses, counting: countingOf(onSource.value.source), isBlind },
		mayReadText: onSource.value.can('source.read-text')
	});
};

type Uses = Omit<SourceUsesAnswer, 'counting' | 'isBlind'>;

const nothing: Uses = {
	...{ items: [], counts: [], versions: [], choices: [], decisions: [], explanations: [], editions: [], lessons: [] },
	readable: { reports: false, displays: false, explanations: false, publications: false }
};

const nothingLoaded: LoadedUses = { placed: [], passages: new Map(), displays: [] };

const countingOf = (source: Source): SourceUsesAnswer['counting'] => {
	if (source.kind !== 'transcript') return 'no-interview';
	return isReleased(source) ? 'counts' : 'not-released';
};

const usesFor = async (context: Context, onSource: SourcePermit, permitted: DisplaysPermit): Promise<Uses> => {
	const { source } = onSource;
	const { can, frame, project } = permitted;
	const readable = {
		reports: can('report.read', source.areaId),
		displays: can('display.read', source.areaId),
		explanations: can('explanation.read', source.areaId),
		publications: can('publication.read', source.areaId)
	};
	const reports = new Set(
		(await listReports(context.db, project.id))
			.filter(({ areaIds }) => reachesAll(permitted, 'report.read', areaIds))
			.map((report) => report.id)
	);
	const explained = await explanationsOf(context, permitted, source);
	const lessons = await lessonsOn(
		context,
		permitted,
		source,
		new Set(explained.map(({ explanationId }) => explanationId))
	);
	const whole = wavePair(frame.waves, {});
	const asked = whole.ok && lessons.display.length > 0 ? [whole.value] : [];
	const isAsked = readable.displays || reports.size > 0 || asked.length > 0;
	const loaded = isAsked ? await loadUses(context.db, permitted, source, asked) : nothingLoaded;
	const used = sourceUses({ ...loaded, sourceId: source.id });
	const blocks = used.blocks.filter(({ placed }) => reports.has(placed.report.id));
	const choices = await listChoicesFrom(context.db, project.id, source.id);
	const versions = await listQuotingVersions(context.db, project.id, source.id);
	return {
		items: quotingAnswers(blocks),
		counts: countingAnswers(blocks),
		versions: versions.filter(({ reportId }) => reports.has(reportId)).map(versionAnswer),
		choices: choices
			.filter(({ row }) => can('display.read', row.areaId))
			.map((choice) => choiceAnswer(choice, source, onSource.can('coding.read'))),
		decisions: readable.displays ? used.decisions.map(decisionAnswer) : [],
		explanations: explained,
		editions: await editionsOf(context, permitted, source),
		lessons: [
			...lessons.explanation,
			...lessons.display.filter(
				({ pillarId }) => pillarId !== null && whole.ok && used.speaksIn({ pillarId, ...whole.value })
			)
		],
		readable
	};
};

const explanationsOf = async (
	{ db }: Context,
	{ access, can, frame, project }: DisplaysPermit,
	source: Source
): Promise<Uses['explanations']> => {
	const from = await listEvidenceFrom(db, project.id, source.id);
	const evidence = new Set(from.map(({ evidenceId }) => evidenceId));
	const ids = [...new Set(from.map(({ explanationId }) => explanationId))];
	const answers: Uses['explanations'][number][] = [];
	for (const explanation of await findExplanations(db, project.id, access, ids)) {
		const items = explanation.evidenceItems.filter((item) => evidence.has(item.id));
		if (items.length === 0 || !can('explanation.read', explanation.areaId)) continue;
		const { sessionId } = explanation;
		const session = sessionId === null ? null : await findReviewSession(db, project.id, sessionId);
		answers.push(explanationAnswer(explanation, items, frame, session));
	}
	return answers;
};

/** Lessons this person may read with what they rest on; those through a display only lean on it if it speaks there. */
const lessonsOn = async (
	{ db }: Context,
	{ can, project }: DisplaysPermit,
	source: Source,
	explanationIds: ReadonlySet<string>
): Promise<Readonly<Record<'explanation' | 'display', Uses['lessons']>>> => {
	const found = await listLessonsOn(db, project.id, { explanationIds: [...explanationIds], areaId: source.areaId });
	const seen = found.filter((lesson) => {
		const here = { reads: can('publication.read', lesson.areaId), writes: can('publication.write', lesson.areaId) };
		return maySeeLesson(lesson, here) && lessonSight({ can }, lesson).seesEvidence;
	});
	const through = (kind: 'explanation' | 'display') =>
		seen
			.filter(({ evidence }) => evidence?.kind === kind)
			.map((lesson) => ({
				...{ lessonId: lesson.id, title: lesson.title, areaId: lesson.areaId, areaName: lesson.area },
				...{ state: lesson.state, through: kind },
				explanationId: lesson.evidence?.kind === 'explanation' ? lesson.evidence.explanationId : null,
				pillarId: lesson.evidence?.kind === 'display' ? lesson.evidence.pillarId : null
			}));
	return { explanation: through('explanation'), display: through('display') };
};

/** Editions this person may read; a withdrawn one is known to who publishes there. */
const editionsOf = async (
	{ db }: Context,
	{ can, project }: DisplaysPermit,
	source: Source
): Promise<Uses['editions']> => {
	const quotes = Map.groupBy(await listEditionQuotesFrom(db, source.id), ({ editionId }): EditionId => editionId);
	const counting = new Set(await listEditionsCounting(db, source.id));
	const editions = await findEditions(db, project.id, [...new Set([...quotes.keys(), ...counting])]);
	return editions
		.filter(
			({ areaId, withdrawal }) =>
				can('publication.read', areaId) && (withdrawal === null || can('publication.write', areaId))
		)
		.map((edition) => editionAnswer(edition, quotes.get(edition.id) ?? [], counting.has(edition.id)));
};
