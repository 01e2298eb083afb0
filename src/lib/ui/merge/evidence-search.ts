import type { CodingItem } from '#lib/contract/coding.ts';
import type { MemoAnswer } from '#lib/contract/memo.ts';
import { areaPath, type Area } from '#lib/domain/area/area.ts';
import { byYear, type Wave } from '#lib/domain/area/wave.ts';
import type { EvidenceDraft, EvidenceItem } from '#lib/domain/integration/evidence.ts';
import { memoName } from '#lib/domain/memo/memo-name.ts';
import { firstLetters } from '#lib/domain/text/first-letters.ts';
import { ask, type Reply } from '../api/ask.ts';

/** What can be put beside an explanation, with what tells it from others. */
export type EvidenceChoice = {
	readonly key: string;
	readonly label: string;
	readonly detail: string;
	readonly what:
		| { readonly kind: 'quote'; readonly codingId: string }
		| { readonly kind: 'memo'; readonly memoId: string }
		| { readonly kind: 'figure'; readonly indicatorId: string };
};

/** Areas and rounds that a figure can be of. */
export type FigureFrame = { readonly areas: readonly Area[]; readonly waves: readonly Wave[] };

type Items<T> = { readonly items: readonly T[] };
type Indicator = { readonly id: string; readonly key: string; readonly label: string };

const most = 20; // more is not read through; typing on narrows it
const longestQuote = 160; // letters of a quote that a list shows

/** Finds quotes, memos and figures for one area by words. What one may not see is not found. */
export class EvidenceSearch {
	readonly #base: string;
	#indicators: Reply<Items<Indicator>> | null = null;

	constructor(projectId: string) {
		this.#base = `/api/v1/projects/${projectId}`;
	}

	async find(
		kind: Exclude<EvidenceItem['kind'], 'literature'>,
		areaId: string,
		words: string
	): Promise<Reply<readonly EvidenceChoice[]>> {
		switch (kind) {
			case 'quote':
				return this.#quotes(areaId, words.trim());
			case 'memo':
				return this.#memos(words.trim());
			case 'figure':
				return this.#figures(words.trim());
		}
	}

	/** The area with those around it, and the rounds in order of time. */
	async frame(areaId: string): Promise<Reply<FigureFrame>> {
		const [areas, waves, project] = await Promise.all([
			ask<Items<Area>>('GET', `${this.#base}/areas?limit=500`),
			ask<Items<Wave>>('GET', `${this.#base}/waves?limit=500`),
			ask<{ readonly comparisonAreaId: string | null }>('GET', this.#base)
		]);
		if (!areas.ok) return areas;
		if (!waves.ok) return waves;
		if (!project.ok) return project;
		const around = areaPath(areas.value.items, areaId);
		const compared = areas.value.items.filter(
			(area) => area.id === project.value.comparisonAreaId && !around.includes(area)
		);
		return { ok: true, value: { areas: [...around, ...compared], waves: waves.value.items.toSorted(byYear) } };
	}

	async #quotes(areaId: string, text: string): Promise<Reply<readonly EvidenceChoice[]>> {
		const words = text.split(/\s+/).map((word) => (/[\p{L}\p{N}]$/u.test(word) ? `${word}*` : word));
		const where = { and: [{ area: areaId }, ...(text === '' ? [] : [{ text: words.join(' ').slice(0, 200) }])] };
		const reply = await ask<Items<CodingItem>>('POST', `${this.#base}/queries`, { unit: 'coding', where, limit: most });
		return mapped(reply, ({ id, quote, reference, codePath }) => ({
			...{ key: id, label: firstLetters(quote, longestQuote), detail: `${reference} · ${codePath}` },
			what: { kind: 'quote', codingId: id }
		}));
	}

	async #memos(q: string): Promise<Reply<readonly EvidenceChoice[]>> {
		const asked = { visibility: 'shared', limit: most, ...(q !== '' && { q }) };
		const reply = await ask<Items<MemoAnswer>>('POST', `${this.#base}/memo-searches`, asked);
		return mapped(reply, (memo) => ({
			...{
				key: memo.id,
				label: memoName(memo),
				detail: memo.place.reference ?? memo.place.sourceTitle ?? memo.author.name
			},
			what: { kind: 'memo', memoId: memo.id }
		}));
	}

	async #figures(words: string): Promise<Reply<readonly EvidenceChoice[]>> {
		this.#indicators ??= await ask<Items<Indicator>>('GET', `${this.#base}/indicators?limit=500`);
		const reply = this.#indicators;
		if (!reply.ok) this.#indicators = null;
		const found = mapped(reply, ({ id, key, label }) => ({
			...{ key: id, label, detail: key },
			what: { kind: 'figure', indicatorId: id }
		}));
		if (!found.ok) return found;
		const sought = words.toLocaleLowerCase();
		const value = found.value.filter(({ label, detail }) => `${detail} ${label}`.toLocaleLowerCase().includes(sought));
		return { ok: true, value };
	}
}

const mapped = <T>(reply: Reply<Items<T>>, choiceOf: (item: T) => EvidenceChoice): Reply<readonly EvidenceChoice[]> =>
	reply.ok ? { ok: true, value: reply.value.items.map(choiceOf) } : reply;

/** Evidence that was chosen and not sent yet, with how a list calls it. */
export type ChosenEvidence = {
	readonly key: number;
	readonly draft: EvidenceDraft;
	readonly label: string;
	readonly detail: string;
};
