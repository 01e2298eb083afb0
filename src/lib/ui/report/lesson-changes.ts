import type { LessonAnswer } from '#lib/contract/lesson.ts';
import { m } from '#lib/paraglide/messages.js';
import { listWords } from '#lib/words/number.ts';
import { changedOf } from '../form/changed-fields.ts';

/** What a lesson can name by an id. */
export type LessonFrame = {
	readonly pillars: readonly { readonly id: string; readonly name: string }[];
	readonly waves: readonly { readonly id: string; readonly year: number; readonly label: string }[];
	readonly explanations: readonly { readonly id: string; readonly text: string }[];
};

/** What stands in each field of a lesson, with the name of the field, in the order of the form. */
const fieldsOf = (lesson: LessonAnswer, { pillars, waves, explanations }: LessonFrame) => {
	const wave = waves.find(({ id }) => id === lesson.waveId);
	const { evidence } = lesson;
	const restsOn =
		evidence === null
			? m.lesson_no_evidence()
			: evidence.kind === 'display'
				? `${m.lesson_evidence_displays()}: ${pillars.find(({ id }) => id === evidence.pillarId)?.name ?? '–'}`
				: (explanations.find(({ id }) => id === evidence.explanationId)?.text ?? m.lesson_evidence_explanations());
	return [
		{ label: m.lesson_title(), words: lesson.title },
		{ label: m.lesson_happened(), words: lesson.happened },
		{ label: m.lesson_learnt(), words: lesson.learnt },
		{ label: m.lesson_audience(), words: lesson.audience },
		{ label: m.explanation_area(), words: lesson.area },
		{
			label: m.lesson_pillars(),
			words: listWords(pillars.filter(({ id }) => lesson.pillarIds.includes(id)).map(({ name }) => name))
		},
		{ label: m.lesson_wave(), words: wave ? `${wave.year} · ${wave.label}` : m.lesson_no_wave() },
		{ label: m.lesson_period(), words: lesson.period },
		{ label: m.lesson_evidence(), words: restsOn },
		{
			label: m.lesson_state(),
			words: lesson.isArchived
				? m.lesson_is_archived()
				: lesson.state === 'draft'
					? m.lesson_state_draft()
					: m.lesson_shelf_published()
		},
		{ label: m.lesson_share(), words: lesson.isShared ? m.lesson_yes() : m.lesson_no() }
	];
};

/** The fields in which a lesson is another one than before, with what stands there now; an empty one says so. */
export const changedFields = (before: LessonAnswer, now: LessonAnswer, frame: LessonFrame) =>
	changedOf(fieldsOf(before, frame), fieldsOf(now, frame));
