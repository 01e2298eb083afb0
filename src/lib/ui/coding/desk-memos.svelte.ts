import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import { m } from '#lib/paraglide/messages.js';
import { countByTurn } from '../memo/count-by-turn.ts';
import { MemoBoard } from '../memo/memo-board.svelte.ts';
import type { DeskState } from './desk-state.svelte.ts';

/** The memos of the interview on the desk: read beside it, and begun on what is chosen. */
export class DeskMemos {
	/** null for who may not read memos */
	readonly board: MemoBoard | null;
	/** how many there are at each turn */
	readonly ofTurn = $derived.by(() => countByTurn(this.board?.list.items ?? []));
	readonly #desk: DeskState;

	constructor(desk: DeskState, rights: { readonly mayWrite: boolean } | null) {
		this.#desk = desk;
		desk.onMemosCarried = () => this.board?.list.refreshSoon();
		const { projectId, source, me } = desk;
		this.board =
			rights && new MemoBoard({ projectId, userId: me.id, mayWrite: rights.mayWrite, filter: { sourceId: source.id } });
	}

	start(): void {
		void this.board?.list.readAll().then(() => this.#takeUp());
	}

	stop(): void {
		this.board?.list.stop();
	}

	/** Memos of this interview are read again when someone wrote one. */
	receive(event: LiveEvent): void {
		const isMemo = event.kind === 'changed' && event.what === 'memo' && event.sourceId === this.#desk.source.id;
		if (isMemo || event.kind === 'gap') this.board?.list.refreshSoon();
	}

	/** Begins a memo on the chosen coding, or else on the turn with the focus; whether one was begun. */
	begin(): boolean {
		const desk = this.#desk;
		const { chosen } = desk;
		if (!this.board?.mayWrite) desk.say(m.memo_not_allowed());
		else if (chosen && chosen.savedId === null) desk.say(m.memo_coding_not_stored());
		else {
			this.board.writingAbout = chosen?.savedId
				? { kind: 'coding', codingId: chosen.savedId }
				: { kind: 'turn', sourceId: desk.source.id, turn: desk.current };
			return true;
		}
		return false;
	}

	/** Memos that were being written here before the page was read again. */
	#takeUp(): void {
		const { source, turns, store } = this.#desk;
		this.board?.takeUpDrafts([
			{ kind: 'source', sourceId: source.id },
			...turns.map(({ ordinal }) => ({ kind: 'turn' as const, sourceId: source.id, turn: ordinal })),
			...store.all.flatMap(({ savedId }) => (savedId === null ? [] : [{ kind: 'coding' as const, codingId: savedId }]))
		]);
	}
}
