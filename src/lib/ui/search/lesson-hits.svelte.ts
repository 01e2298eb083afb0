import type { LessonAnswer } from '#lib/contract/lesson.ts';
import { ask } from '../api/ask.ts';
import type { Asked } from './search-hits.svelte.ts';

const mostShown = 10; // lessons beside what interviews say; the page of lessons has all

/** The lessons learnt with the words of a search, as far as this person sees them. */
export class LessonHits {
	items = $state.raw<readonly LessonAnswer[]>([]);
	/** there are more than are shown */
	hasMore = $state(false);
	readonly #url: string;
	#round = 0;

	constructor(projectId: string) {
		this.#url = `/api/v1/projects/${projectId}/lesson-searches`;
	}

	/** Looks for the same words; a search that is about interviews alone (who speaks, in which one) finds no lessons. */
	async search({ kind = 'words', text, areaId, ...more }: Asked): Promise<void> {
		const round = (this.#round += 1);
		this.items = [];
		this.hasMore = false;
		const isAboutWords = (kind === 'words' || kind === 'text') && typeof text === 'string' && text.trim() !== '';
		const isNarrowed = ['group', 'waveId', 'sourceIds', 'speaker', 'speakerRole'].some((field) => more[field]);
		if (!isAboutWords || isNarrowed) return;
		const q = kind === 'text' ? `"${text.replaceAll('"', ' ')}"` : text;
		const reply = await ask<{ items: LessonAnswer[]; nextCursor: string | null }>('POST', this.#url, {
			q,
			limit: mostShown,
			...(areaId ? { areaId } : {})
		});
		if (round !== this.#round || !reply.ok) return;
		this.items = reply.value.items;
		this.hasMore = reply.value.nextCursor !== null;
	}
}
