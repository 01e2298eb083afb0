import type { PseudonymChoice, PseudonymGroupAnswer, PseudonymsAnswer } from '#lib/contract/pseudonym.ts';
import type { IdentifierKind } from '#lib/domain/source/identifier.ts';
import { turnAt } from '#lib/domain/source/turn.ts';
import { positionMap } from '#lib/domain/text/position.ts';
import type { Range } from '#lib/domain/text/range.ts';
import type { Reply } from '../api/ask.ts';
import { countWords, numbersOf } from './group-words.ts';
import { stepBack } from './inverse-choice.ts';
import type { PseudonymClient } from './pseudonym-client.ts';

/** The names of one text while someone decides about them; every decision is stored at once and can be undone. */
export class PseudonymWork {
	#answer = $state.raw<PseudonymsAnswer | null>(null);
	readonly #first: PseudonymsAnswer;
	/** the group someone is at, and which of its places */
	chosenId = $state<string | null>(null);
	hitAt = $state(0);
	showsAll = $state(false);
	isBusy = $state(false);
	/** why the last step was not stored */
	problem = $state<string | null>(null);
	#undo = $state.raw<readonly (readonly PseudonymChoice[])[]>([]);
	#queue: Promise<unknown> = Promise.resolve();
	readonly client: PseudonymClient;

	readonly map = $derived(positionMap(this.answer.text));
	readonly groups = $derived(this.answer.groups);
	/** numbers in the text and the list, in the order of reading */
	readonly numbers = $derived(numbersOf(this.groups));
	readonly open = $derived(this.groups.filter(({ decision }) => decision === 'open'));
	/** what the list shows: a group stays in it while someone is at it */
	readonly shown = $derived(
		this.showsAll ? this.groups : this.groups.filter(({ id, decision }) => decision === 'open' || id === this.chosenId)
	);
	readonly pending = $derived(this.groups.reduce((sum, { accepted }) => sum + accepted.length, 0));

	constructor(answer: PseudonymsAnswer, client: PseudonymClient) {
		this.#first = answer;
		this.client = client;
		this.chosenId = answer.groups.find(({ decision }) => decision === 'open')?.id ?? answer.groups[0]?.id ?? null;
		this.showsAll = this.open.length === 0;
	}

	/** the page as the server last gave it */
	get answer(): PseudonymsAnswer {
		return this.#answer ?? this.#first;
	}

	get chosen(): PseudonymGroupAnswer | null {
		return this.groups.find(({ id }) => id === this.chosenId) ?? null;
	}

	get canUndo(): boolean {
		return this.#undo.length > 0;
	}

	wordsOf({ hits }: Pick<PseudonymGroupAnswer, 'hits'>, at = 0): string {
		const hit = hits[at] ?? hits[0];
		return hit ? this.words(hit) : '';
	}

	words({ start, end }: Range): string {
		return this.map.slice(start, end);
	}

	/** The ways in which a group is said, with how often. */
	variantsOf({ hits }: Pick<PseudonymGroupAnswer, 'hits'>): readonly { words: string; n: number }[] {
		return countWords(hits.map((hit) => this.words(hit)));
	}

	turnOf({ start }: Pick<Range, 'start'>): number | null {
		return turnAt(this.answer.turns, start)?.ordinal ?? null;
	}

	choose(id: string, hitAt = 0): void {
		this.chosenId = id;
		this.hitAt = hitAt;
	}

	/** Goes to the next or previous group of the list. */
	goBy(step: 1 | -1): void {
		const at = this.shown.findIndex(({ id }) => id === this.chosenId);
		const next = this.shown[Math.min(Math.max(at + step, 0), this.shown.length - 1)];
		if (next) this.choose(next.id);
	}

	/** Goes to another place of the group. */
	goToHit(step: 1 | -1): void {
		const hits = this.chosen?.hits.length ?? 0;
		if (hits > 0) this.hitAt = (this.hitAt + step + hits) % hits;
	}

	/** Stores decisions, one request after another; then the next group without one is at hand. */
	decide(choices: readonly PseudonymChoice[], { goesOn = false } = {}): Promise<boolean> {
		return this.#enqueue(async () => {
			const before = this.groups;
			const from = this.chosenId;
			const reply = await this.client.decide(this.answer.version, choices);
			if (!this.#settle(reply)) return false;
			const back = stepBack(before, this.groups);
			if (back.length > 0) this.#undo = [...this.#undo, back];
			if (goesOn && this.chosenId === from) this.#goToNextOpen(before, from);
			return true;
		});
	}

	/** Takes the last step back. */
	undo(): Promise<boolean> {
		return this.#enqueue(async () => {
			const back = this.#undo.at(-1);
			if (!back) return false;
			this.#undo = this.#undo.slice(0, -1);
			const isDone = this.#settle(await this.client.decide(this.answer.version, back));
			const [first] = back;
			if (isDone && first && 'groupId' in first) this.choose(first.groupId);
			return isDone;
		});
	}

	/** Any other step that ends in the page as it is now. */
	async after(step: () => Promise<Reply<unknown>>): Promise<boolean> {
		return this.#enqueue(async () => {
			const reply = await step();
			if (!reply.ok) {
				this.problem = reply.message;
				if (reply.codes.includes('version-conflict')) await this.#readAgain();
				return false;
			}
			await this.#readAgain();
			this.problem = null;
			return true;
		});
	}

	/** Why the last step was not stored, for a dialog that says it itself. */
	takeProblem(): string | null {
		const { problem } = this;
		this.problem = null;
		return problem;
	}

	/** Where words stand, for someone who looks for them. */
	accept(kind: IdentifierKind, hits: readonly Range[], placeholder?: string): Promise<boolean> {
		return this.decide([
			{
				decision: 'choose',
				kind,
				hits: hits.map(({ start, end }) => ({ start, end })),
				...(placeholder !== undefined && { placeholder })
			}
		]);
	}

	#enqueue(step: () => Promise<boolean>): Promise<boolean> {
		const next = this.#queue.then(async () => {
			this.isBusy = true;
			try {
				return await step();
			} finally {
				this.isBusy = false;
			}
		});
		this.#queue = next.catch(() => false);
		return next;
	}

	#settle(reply: Reply<PseudonymsAnswer>): boolean {
		this.problem = reply.ok ? null : reply.message;
		if (reply.ok) this.#show(reply.value);
		else if (reply.codes.includes('version-conflict')) void this.#readAgain();
		return reply.ok;
	}

	async #readAgain(): Promise<void> {
		const reply = await this.client.read();
		if (!reply.ok) return;
		// Steps back from decisions on another text would mean other places.
		if (reply.value.version !== this.answer.version) this.#undo = [];
		this.#show(reply.value);
	}

	#show(answer: PseudonymsAnswer): void {
		this.#answer = answer;
		if (!answer.groups.some(({ id }) => id === this.chosenId))
			this.choose((answer.groups.find(({ decision }) => decision === 'open') ?? answer.groups[0])?.id ?? '');
		if (this.hitAt >= (this.chosen?.hits.length ?? 0)) this.hitAt = 0;
	}

	#goToNextOpen(before: readonly PseudonymGroupAnswer[], from: string | null): void {
		const at = before.findIndex(({ id }) => id === from);
		const order = [...before.slice(at + 1), ...before.slice(0, at)].map(({ id }) => id);
		const next = order.find((id) => this.open.some((group) => group.id === id));
		if (next !== undefined) this.choose(next);
	}
}
