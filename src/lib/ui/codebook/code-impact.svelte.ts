import type { ChangedCodesAnswer } from '#lib/contract/code-change.ts';
import { m } from '#lib/paraglide/messages.js';
import { countImpact, sayImpact } from './impact.ts';

/**
 * What a change of one code, with all below it, touches; asked when it is about to be told, since colleagues code on.
 * That can be more than the tree counts: second codings, and interviews that the person does not see.
 */
export class CodeImpact {
	counted = $state.raw<ChangedCodesAnswer | null>(null);
	failure = $state<string | null>(null);
	#asked = 0;
	#codeId: string | null = null;

	/** What was told of the same code stays until there is something else to tell. */
	async count(projectId: string, codeId: string): Promise<void> {
		if (codeId !== this.#codeId) this.forget();
		this.#codeId = codeId;
		const asked = (this.#asked += 1);
		const reply = await countImpact(projectId, [codeId]);
		if (asked !== this.#asked) return;
		this.counted = reply.ok ? reply.value : null;
		this.failure = reply.ok ? null : reply.message;
	}

	/** What was told is of a code that is no longer looked at. */
	forget(): void {
		this.#asked += 1;
		this.#codeId = null;
		[this.counted, this.failure] = [null, null];
	}

	/** In words; `seen` = the codings that the tree counts, null = it has no counts; `fate` = what becomes of the codings. */
	say(seen: number | null, fate = ''): string {
		if (this.counted === null) return this.failure ?? m.codebook_impact_wait();
		const isMore = seen !== null && this.counted.codings > seen;
		const ends = this.counted.codings > 0 ? fate : '';
		return [sayImpact(this.counted), ends, isMore ? m.codebook_impact_more() : ''].filter(Boolean).join(' ');
	}
}
