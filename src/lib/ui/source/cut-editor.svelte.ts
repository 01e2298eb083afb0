import type { SpeakerAnswer } from '#lib/contract/source.ts';
import type { ChangeTurnsInput, CutAnswer } from '#lib/contract/turns.ts';
import { recut, type Cut, type CutOperation } from '#lib/domain/source/recut.ts';
import type { Turn } from '#lib/domain/source/turn.ts';
import { undoOf, withSpeaker, type UndoStep } from '#lib/domain/source/undo-recut.ts';
import { positionMap, type PositionMap } from '#lib/domain/text/position.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reply } from '../api/ask.ts';

/** Stores steps that mend a cut, all or nothing. */
export type StoreSteps = (input: ChangeTurnsInput) => Promise<Reply<CutAnswer>>;

/** Reads the cut as it is now, with the text it is a cut of. */
export type ReadCut = () => Promise<Reply<CutAnswer & { readonly text?: string }>>;

/** Refusals because someone else changed the cut, or because it settled. */
const conflicts: ReadonlySet<string> = new Set(['turn-changed', 'turns-settled', 'speaker-unknown']);

/** The turns and speakers of a text while someone mends them; every step is stored at once and can be undone. */
export class CutEditor {
	turns = $state.raw<readonly Turn[]>([]);
	speakers = $state.raw<readonly SpeakerAnswer[]>([]);
	#waiting = $state(0);
	#last: Promise<unknown> = Promise.resolve();
	/** why the last step was not stored */
	problem = $state<string | null>(null);
	#undo = $state.raw<readonly (readonly UndoStep[])[]>([]);
	map = $state.raw<PositionMap>(positionMap(''));
	#version: number;
	readonly #store: StoreSteps;
	readonly #read: ReadCut;

	constructor(text: string, cut: CutAnswer, store: StoreSteps, read: ReadCut) {
		this.map = positionMap(text);
		this.#store = store;
		this.#read = read;
		this.#version = cut.version;
		this.turns = cut.turns;
		this.speakers = cut.speakers;
	}

	/** A step is on its way; what is done meanwhile follows it. */
	get isBusy(): boolean {
		return this.#waiting > 0;
	}

	get canUndo(): boolean {
		return this.#undo.length > 0 || this.isBusy;
	}

	/** Does steps in order, after those before them; false when they were refused, and then nothing changed. */
	apply(operations: readonly CutOperation[]): Promise<boolean> {
		return this.#next(() => this.#apply(this.#asTheyAre(operations)));
	}

	/** Takes the last step back. */
	undo(): Promise<boolean> {
		return this.#next(() => this.#takeLastBack());
	}

	#next(step: () => Promise<boolean>): Promise<boolean> {
		this.#waiting += 1;
		const done = this.#last.then(step).finally(() => (this.#waiting -= 1));
		this.#last = done.catch(() => {});
		return done;
	}

	/** A turn has another number when one before it was joined or split meanwhile; it still begins in the same place. */
	#asTheyAre(operations: readonly CutOperation[]): readonly CutOperation[] {
		const seen = operations.find((operation) => 'start' in operation);
		const now = this.turns.find(({ start }) => start === seen?.start);
		const by = seen && now ? now.ordinal - seen.ordinal : 0;
		const isSame = operations.length === 1 && seen?.kind === 'assign' && seen.speakerId === now?.speakerId;
		if (isSame) return [];
		return operations.map((operation) =>
			'start' in operation ? { ...operation, ordinal: operation.ordinal + by } : operation
		);
	}

	async #apply(operations: readonly CutOperation[]): Promise<boolean> {
		if (operations.length === 0) return true;
		const back = this.#undoOf(operations);
		const version = this.#version;
		const isDone = await this.#send(operations);
		// In another text the places of earlier steps are elsewhere.
		const earlier = this.#version === version ? this.#undo : [];
		if (isDone && back.length > 0) this.#undo = [...earlier, back];
		return isDone;
	}

	async #takeLastBack(): Promise<boolean> {
		const steps = this.#undo.at(-1);
		if (!steps) return false;
		const isDone = await this.#takeBack(steps);
		// Refused: someone else changed the cut, so this step cannot be taken back any more.
		this.#undo = this.#undo.slice(0, -1);
		return isDone;
	}

	/** The steps back, from the last operation to the first. */
	#undoOf(operations: readonly CutOperation[]): readonly UndoStep[] {
		let cut: Cut = { turns: this.turns, speakers: this.speakers };
		const back: UndoStep[] = [];
		for (const operation of operations) {
			back.unshift(...undoOf(cut, operation));
			const next = recut(this.map, cut, operation, 'new');
			if (!next.ok) break;
			cut = next.value;
		}
		return back;
	}

	/** A speaker that was merged away comes back first, under a new id that the later steps then use. */
	async #takeBack(steps: readonly UndoStep[]): Promise<boolean> {
		const at = steps.findIndex(({ kind }) => kind === 'restore-speaker');
		const lost = steps[at];
		if (lost?.kind !== 'restore-speaker') return this.#send(steps.filter(isOperation));
		const { id, label, role } = lost.speaker;
		const isBack = await this.#send([...steps.slice(0, at).filter(isOperation), { kind: 'add-speaker', label, role }]);
		const added = this.speakers.find((speaker) => speaker.label === label);
		if (!isBack || !added) return false;
		const others = withSpeaker(steps.slice(at + 1), id, added.id).filter(isOperation);
		return others.length === 0 || this.#send(others);
	}

	async #send(operations: readonly CutOperation[]): Promise<boolean> {
		const reply = await this.#store({
			version: this.#version,
			operations: operations.map((operation) => ({ ...operation })),
			...(operations.some(writesText) && { reason: m.edit_reason_renamed() })
		});
		if (reply.ok && reply.value.version !== this.#version) await this.#readText(reply.value);
		else if (reply.ok) this.#show(reply.value);
		else if (reply.codes.some((code) => conflicts.has(code))) await this.#readAgain();
		this.problem = reply.ok ? null : reply.message;
		return reply.ok;
	}

	/** Shows what others made of it. Steps back from what was there before would no longer fit. */
	async #readAgain(): Promise<void> {
		const present = await this.#read();
		// Another version has another text: then the page must be opened again, as the problem says.
		if (!present.ok || present.value.version !== this.#version) return;
		this.#show(present.value);
		this.#undo = [];
	}

	/** A name was written in the text: that is another text, with other places. */
	async #readText(cut: CutAnswer): Promise<void> {
		const present = await this.#read();
		if (present.ok && present.value.text !== undefined) {
			this.map = positionMap(present.value.text);
			this.#show(present.value);
		} else this.#show(cut);
	}

	#show({ version, turns, speakers }: CutAnswer): void {
		this.#version = version;
		this.turns = turns;
		this.speakers = speakers;
	}
}

/** Whether an operation can change the text itself. */
const writesText = (operation: CutOperation): boolean =>
	operation.kind === 'rename-speaker' && operation.inText === true;

const isOperation = (step: UndoStep): step is CutOperation => step.kind !== 'restore-speaker';
