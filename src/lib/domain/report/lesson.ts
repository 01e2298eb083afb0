import { fail, ok, type Result } from '../problem.ts';
import type { AreaId, ExplanationId, LessonId, PillarId, UserId, WaveId } from '../project/ids.ts';
import { withChanges, type Changes } from '../with-changes.ts';

/** A lesson is written first, and read by others once its author publishes it. */
export const lessonStates = ['draft', 'published'] as const;
export type LessonState = (typeof lessonStates)[number];

/** What a lesson rests on: a possible explanation, or the figures and voices of a pillar in its area. */
export type LessonEvidence =
	| { readonly kind: 'explanation'; readonly explanationId: ExplanationId }
	| { readonly kind: 'display'; readonly pillarId: PillarId };

/** What an author writes. */
export type LessonWords = {
	readonly areaId: AreaId;
	/** null = of no round in particular */
	readonly waveId: WaveId | null;
	/** in words: "voorjaar 2024" */
	readonly period: string;
	readonly pillarIds: readonly PillarId[];
	readonly title: string;
	/** what was done, or what happened */
	readonly happened: string;
	readonly learnt: string;
	/** for whom it is of use */
	readonly audience: string;
	readonly evidence: LessonEvidence | null;
	readonly state: LessonState;
	/** readers of every area see it, once it is published */
	readonly isShared: boolean;
};

/** What was learnt in an area (geleerde les). */
export type Lesson = LessonWords & {
	readonly id: LessonId;
	readonly createdBy: UserId;
	readonly createdAt: Date;
	readonly changedAt: Date;
	/** from 1; one more with each change */
	readonly version: number;
	/** put away; it can come back */
	readonly archivedAt: Date | null;
};

/**
 * Changes a lesson, against the version that was on the screen. What changes nothing answers the same object, also when
 * it is sent a second time because the first answer got lost.
 */
export const changeLesson = <L extends Lesson>(
	lesson: L,
	{ version, ...changes }: Changes<LessonWords> & { readonly version: number },
	at: Date
): Result<L> => {
	const changed = withChanges<L>(lesson, changes as Changes<L>);
	if (sameWords(lesson, changed)) return ok(lesson);
	if (version !== lesson.version) return fail('lesson-changed', { version, present: lesson.version }, 'version');
	return ok({ ...changed, changedAt: at, version: lesson.version + 1 });
};

const sameWords = (a: Lesson, b: Lesson): boolean => JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b));

const wordsOf = (lesson: LessonWords): readonly unknown[] => {
	const { areaId, waveId, period, title, happened, learnt, audience, evidence, state, isShared } = lesson;
	const rests = evidence && [evidence.kind, evidence.kind === 'display' ? evidence.pillarId : evidence.explanationId];
	return [
		areaId,
		waveId,
		period,
		title,
		happened,
		learnt,
		audience,
		rests,
		state,
		isShared,
		[...lesson.pillarIds].sort()
	];
};

/** Whether somebody sees a lesson: its authors always, its readers once it is published, all readers when it is shared. */
export const maySeeLesson = (
	{ state, isShared, archivedAt }: Pick<Lesson, 'state' | 'isShared' | 'archivedAt'>,
	here: { readonly reads: boolean; readonly writes: boolean }
): boolean => here.writes || (archivedAt === null && state === 'published' && (isShared || here.reads));

/** What somebody looks for in lessons: words, and what stands between quotes as it is; a star for the rest of a word is not needed. */
export const soughtInLessons = (asked: string): readonly string[] =>
	[...asked.normalize('NFC').matchAll(/["“”]([^"“”]*)["“”]?|\S+/gu)]
		.map(([word, phrase]) => (phrase ?? word.replace(/\*+$/, '')).trim())
		.filter((part) => part !== '');
