import type { ChangedCodesAnswer } from '#lib/contract/code-change.ts';
import { pathName, type Codebook } from '#lib/domain/codebook/codebook.ts';
import type { CodePlace } from '#lib/domain/codebook/tree-move.ts';
import { m } from '#lib/paraglide/messages.js';
import { countImpact, sayImpact } from './impact.ts';

type Move = { readonly codeIds: readonly string[]; readonly place: CodePlace };

/** A move to another parent by keys, told with what it touches, that waits for a yes or a no. */
export class MoveQuestion {
	asked = $state.raw<Move | null>(null);
	#impact = $state.raw<ChangedCodesAnswer | null>(null);
	#failure = $state<string | null>(null);
	readonly #projectId: () => string;
	readonly #move: (codeIds: readonly string[], place: CodePlace) => void;

	constructor(projectId: () => string, move: (codeIds: readonly string[], place: CodePlace) => void) {
		this.#projectId = projectId;
		this.#move = move;
	}

	/** Nobody says yes before what it touches is told, or before it is known that this cannot be told. */
	get isTold(): boolean {
		return this.#impact !== null || this.#failure !== null;
	}

	ask(codeIds: readonly string[], place: CodePlace): void {
		const asked = { codeIds, place };
		this.asked = asked;
		this.#impact = null;
		this.#failure = null;
		void countImpact(this.#projectId(), codeIds).then((reply) => {
			if (this.asked !== asked) return;
			if (reply.ok) this.#impact = reply.value;
			else this.#failure = reply.message;
		});
	}

	agree(): void {
		if (!this.asked || !this.isTold) return;
		const { codeIds, place } = this.asked;
		this.asked = null;
		this.#move(codeIds, place);
	}

	leave(): void {
		this.asked = null;
	}

	say(book: Codebook): string {
		if (!this.asked) return '';
		const { codeIds, place } = this.asked;
		const [id = ''] = codeIds;
		const n = codeIds.length;
		const codes = n > 1 ? m.codebook_count_codes({ n }) : (book.byId.get(id)?.name ?? '');
		const path = place.parentId === null ? m.codebook_top_layer() : pathName(book, place.parentId);
		const impact = this.#impact ? sayImpact(this.#impact) : (this.#failure ?? m.codebook_impact_wait());
		return m.codebook_drag_to({ codes, path, impact });
	}
}
