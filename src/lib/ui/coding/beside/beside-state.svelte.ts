import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import type { CodeId, SourceId, UserId } from '#lib/domain/project/ids.ts';
import { keepBeside, noBeside, readBeside, shareFrom, type BesideKind } from './beside-keeping.ts';

/** What is open in the pane follows what happens, and reads again what it may have missed. */
export type Follower = { readonly receive: (event: LiveEvent) => void; readonly refresh: () => void };

/** The pane beside the text: whether it is there, and what it shows. Remembered in this browser for one person. */
export class BesideState {
	isOpen = $state(false);
	kind = $state<BesideKind>('source');
	sourceId = $state<SourceId | null>(null);
	/** the turn and the coding that the other interview opens at */
	turn = $state<number | null>(null);
	codingId = $state<string | null>(null);
	codeId = $state<CodeId | null>(null);
	share = $state(noBeside.share);
	/** the interview was opened from a quote, so that there is a way back to the quotes */
	isFromQuotes = $state(false);
	readonly #projectId: string;
	readonly #userId: UserId;
	readonly #mainId: SourceId;
	#cameFrom: SourceId | null = null;
	#followers: readonly Follower[] = [];

	constructor(projectId: string, userId: UserId, mainId: SourceId) {
		this.#projectId = projectId;
		this.#userId = userId;
		this.#mainId = mainId;
	}

	/** Takes up what this browser had open; only in the browser. */
	read(): void {
		const kept = readBeside(this.#projectId, this.#userId);
		this.isOpen = kept.isOpen;
		this.kind = kept.kind;
		this.codeId = kept.codeId;
		this.share = kept.share;
		this.#cameFrom = kept.cameFrom;
		// Someone went back to where the pane's interview was the main one: then the other is the one beside it.
		const isSwapped = kept.sourceId === this.#mainId && kept.cameFrom !== null && kept.cameFrom !== this.#mainId;
		this.sourceId = isSwapped ? kept.cameFrom : kept.sourceId;
		this.turn = isSwapped ? null : kept.turn;
	}

	open(): void {
		this.isOpen = true;
		this.keep();
	}

	close(): void {
		this.isOpen = false;
		this.keep();
	}

	show(kind: BesideKind): void {
		this.kind = kind;
		this.isFromQuotes = false;
		this.keep();
	}

	showSource(
		sourceId: SourceId | null,
		at: { turn?: number | null; codingId?: string; isFromQuotes?: boolean } = {}
	): void {
		this.kind = 'source';
		this.sourceId = sourceId;
		this.turn = at.turn ?? null;
		this.codingId = at.codingId ?? null;
		this.isFromQuotes = at.isFromQuotes ?? false;
		this.keep();
	}

	showQuotes(codeId: CodeId | null): void {
		this.kind = 'quotes';
		this.codeId = codeId;
		this.isFromQuotes = false;
		this.keep();
	}

	/** The turn that is read in the pane, for the next visit. */
	readTurn(turn: number): void {
		if (this.turn === turn) return;
		this.turn = turn;
		this.keep();
	}

	resize(share: number): void {
		this.share = shareFrom(share);
		this.keep();
	}

	/** The interview of the pane becomes the main one, and the main one takes its place beside it. */
	swap(mainTurn: number): void {
		this.#cameFrom = this.sourceId;
		this.sourceId = this.#mainId;
		this.kind = 'source';
		this.turn = mainTurn;
		this.keep();
	}

	/** What is in the pane wants to hear what happens; the answer ends that. */
	follow(follower: Follower): () => void {
		this.#followers = [...this.#followers, follower];
		return () => {
			this.#followers = this.#followers.filter((other) => other !== follower);
		};
	}

	/** An event for whoever is in the pane; a gap means that something may have been missed. */
	receive(event: LiveEvent): void {
		for (const follower of this.#followers) follower.receive(event);
	}

	/** The stream is open again: what happened in between has to be read. */
	reopened(): void {
		for (const follower of this.#followers) follower.refresh();
	}

	get followers(): number {
		return this.#followers.length;
	}

	keep(): void {
		const { isOpen, kind, sourceId, turn, codeId, share } = this;
		keepBeside(this.#projectId, this.#userId, {
			isOpen,
			kind,
			sourceId,
			turn,
			codeId,
			share,
			cameFrom: this.#cameFrom
		});
	}
}
