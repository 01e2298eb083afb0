import { toggleValence, type Valence, type Valences } from '#lib/domain/coding/valence.ts';
import type { CodeId, CodingId, UserId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import { ActionHistory } from './action-history.svelte.ts';
import { isSameDecision, type DeskCoding } from './desk-coding.ts';
import type { CodingChange, CodingSync } from './coding-sync.ts';

/** What one coder puts on a passage in one go. */
export type NewCodes = {
	readonly range: Range;
	readonly codeIds: readonly CodeId[];
	readonly valences: Valences;
	readonly memo: string;
};

type Codings = { readonly all: readonly DeskCoding[]; get(id: CodingId): DeskCoding | undefined };

/** What a coder can do to codings; each action can be undone and done again as long as the desk is open. */
export class CodingActions {
	readonly history = new ActionHistory();
	readonly #codings: Codings;
	readonly #sync: CodingSync;
	readonly #coderId: UserId;
	readonly #nameOf: (codeId: CodeId) => string;
	#made = 0;

	constructor(codings: Codings, sync: CodingSync, coderId: UserId, nameOf: (codeId: CodeId) => string) {
		this.#codings = codings;
		this.#sync = sync;
		this.#coderId = coderId;
		this.#nameOf = nameOf;
	}

	/** Puts codes on a passage; those that this coder put there before are left out. */
	apply({ range, codeIds, valences, memo }: NewCodes, now: Date): readonly DeskCoding[] {
		const codings = [...new Set(codeIds)]
			.map((codeId) => ({ codeId, coderId: this.#coderId, range }))
			.filter((wanted) => !this.#codings.all.some((coding) => isSameDecision(coding, wanted)))
			.map((wanted): DeskCoding => ({
				...wanted,
				id: `new-${(this.#made += 1)}`,
				savedId: null,
				valences,
				isImportant: false,
				hasMemo: memo !== '',
				codedAt: now.toISOString(),
				changedAt: null,
				state: 'saving',
				problem: null
			}));
		if (codings.length === 0) return [];
		this.#sync.add(codings, memo);
		this.history.add({
			label: m.desk_action_added({ names: codings.map(({ codeId }) => this.#nameOf(codeId)).join(', ') }),
			undo: () => codings.forEach(({ id }) => this.#sync.remove(id)),
			redo: () => codings.forEach(({ id }) => this.#sync.restore(id))
		});
		return codings;
	}

	/** Sets or takes away a valence; null takes both away. */
	setValence(id: CodingId, valence: Valence | null): void {
		const coding = this.#codings.get(id);
		if (!coding) return;
		const valences = valence === null ? { change: null, level: null } : toggleValence(coding.valences, valence);
		this.change(id, { valences });
	}

	change(id: CodingId, change: CodingChange): void {
		const before = this.#codings.get(id);
		if (!before) return;
		const back: CodingChange = {
			...(change.codeId !== undefined && { codeId: before.codeId }),
			...(change.valences !== undefined && { valences: before.valences }),
			...(change.isImportant !== undefined && { isImportant: before.isImportant }),
			...(change.range !== undefined && { range: before.range })
		};
		this.#sync.change(id, change);
		this.history.add({
			label: m.desk_action_changed({ name: this.#nameOf(before.codeId) }),
			undo: () => this.#sync.change(id, back),
			redo: () => this.#sync.change(id, change)
		});
	}

	/** Takes a coding away; the label of the action, null when it was not there. */
	remove(id: CodingId): string | null {
		const coding = this.#codings.get(id);
		if (!coding) return null;
		const label = m.desk_action_removed({ name: this.#nameOf(coding.codeId) });
		this.#sync.remove(id);
		this.history.add({ label, undo: () => this.#sync.restore(id), redo: () => this.#sync.remove(id) });
		return label;
	}
}
