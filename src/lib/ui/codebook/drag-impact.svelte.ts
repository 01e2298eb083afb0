import type { ChangedCodesAnswer } from '#lib/contract/code-change.ts';
import { pathName, type Codebook } from '#lib/domain/codebook/codebook.ts';
import { m } from '#lib/paraglide/messages.js';
import { countImpact, sayImpact } from './impact.ts';

/** What is being dragged, where to, and what it touches, while it is in the air. */
export class DragImpact {
	codeIds = $state.raw<readonly string[]>([]);
	#targetId = $state<string | null>(null);
	#impact = $state.raw<ChangedCodesAnswer | null>(null);
	readonly #projectId: () => string;

	constructor(projectId: () => string) {
		this.#projectId = projectId;
	}

	over(codeIds: readonly string[], targetId: string | null): void {
		this.#targetId = targetId;
		if (codeIds === this.codeIds) return;
		this.codeIds = codeIds;
		this.#impact = null;
		if (codeIds.length > 0) void this.#count(codeIds);
	}

	say(book: Codebook): string {
		const impact = this.#impact ? sayImpact(this.#impact) : '';
		if (this.#targetId === null) return m.codebook_drag({ impact });
		const [id = ''] = this.codeIds;
		const n = this.codeIds.length;
		const codes = n > 1 ? m.codebook_count_codes({ n }) : (book.byId.get(id)?.name ?? '');
		return m.codebook_drag_to({ codes, path: pathName(book, this.#targetId), impact });
	}

	async #count(codeIds: readonly string[]): Promise<void> {
		const reply = await countImpact(this.#projectId(), codeIds);
		if (reply.ok && codeIds === this.codeIds) this.#impact = reply.value;
	}
}
