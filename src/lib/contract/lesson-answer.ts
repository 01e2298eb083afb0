import type { Lesson } from '../domain/report/lesson.ts';
import type { LessonAnswer } from './lesson.ts';

type Sight = {
	/** may see what the lesson rests on */
	readonly seesEvidence: boolean;
	readonly mayChange: boolean;
};

/** A lesson as it crosses the edge; what it rests on stays with who may see that. */
export const toLessonAnswer = (
	lesson: Lesson & { readonly area: string },
	{ seesEvidence, mayChange }: Sight
): LessonAnswer => ({
	id: lesson.id,
	version: lesson.version,
	areaId: lesson.areaId,
	area: lesson.area,
	waveId: lesson.waveId,
	period: lesson.period,
	pillarIds: lesson.pillarIds,
	title: lesson.title,
	happened: lesson.happened,
	learnt: lesson.learnt,
	audience: lesson.audience,
	evidence: seesEvidence ? lesson.evidence : null,
	state: lesson.state,
	isShared: lesson.isShared,
	isArchived: lesson.archivedAt !== null,
	createdAt: lesson.createdAt.toISOString(),
	changedAt: lesson.changedAt.toISOString(),
	mayChange
});
