import type { MemoAnswer } from '#lib/contract/memo.ts';
import type { MemoAbout } from '#lib/domain/memo/memo.ts';
import type { Result } from '#lib/domain/problem.ts';
import { emptyRichText, plainText, type RichText } from '#lib/domain/text/rich-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { readersLocale } from '#lib/words/locale.ts';
import { sayProblemInPage } from '#lib/words/problem-in-page.ts';
import type { Reply } from '../api/ask.ts';
import { againAfter, isPassing } from '../api/passing.ts';
import type { MemoClient } from './memo-client.ts';
import type { DraftKey, MemoDrafts, MemoWords } from './memo-drafts.ts';

/** Someone who pauses this long has finished a thought, in milliseconds. */
const pause = 1500;

type Start = {
	readonly client: MemoClient;
	readonly drafts: MemoDrafts;
	readonly about: MemoAbout;
	/** null: a new memo, which is stored when its writer says so */
	readonly memo: MemoAnswer | null;
	readonly onStored: (memo: MemoAnswer) => void;
	readonly pause?: number;
	readonly again?: number;
};

/** How what is written stands: kept in the browser, on its way, stored, or not. */
export type WritingStatus = 'idle' | 'draft' | 'saving' | 'saved' | 'failed' | 'conflict';

/** One memo while somebody writes it: kept in the browser at once, and stored by itself once the memo exists. */
export class MemoWriting {
	words = $state.raw<MemoWords>(noWords);
	status = $state<WritingStatus>('idle');
	problem = $state('');
	/** the memo as somebody stored it elsewhere in the meantime */
	other = $state.raw<MemoAnswer | null>(null);
	/** goes up when another text has to stand in the editor */
	edition = $state(0);
	/** the memo as it is stored; null = not yet */
	memo = $state.raw<MemoAnswer | null>(null);
	/** the memo was taken away elsewhere */
	isGone = $state(false);
	readonly about: MemoAbout;
	readonly #start: Start;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#busy: Promise<boolean> | null = null;
	#bodyProblem = '';
	/** the server was not reached: what is written is sent again by itself */
	#isTriedAgain = false;
	#isLeft = false;

	constructor(start: Start) {
		this.#start = start;
		this.about = start.about;
		this.memo = start.memo;
		if (start.memo) this.words = wordsOf(start.memo);
		const kept = start.drafts.read(this.#key);
		if (!kept) return;
		const { version, ...words } = kept;
		if (start.memo && sameWords(words, wordsOf(start.memo))) {
			start.drafts.forget(this.#key);
			return;
		}
		this.words = words;
		this.status = 'draft';
		// Written on an older version: the server is asked with that one, and tells what came between.
		if (start.memo && version !== null) this.memo = { ...start.memo, version };
	}

	get isDirty(): boolean {
		return !sameWords(this.words, this.memo ? wordsOf(this.memo) : noWords) || this.status === 'draft';
	}

	get isEmpty(): boolean {
		return this.words.title.trim() === '' && plainText(this.words.body).trim() === '';
	}

	/** Somebody wrote: it is kept, and stored after a pause. */
	write(changes: Partial<MemoWords>): void {
		this.words = { ...this.words, ...changes };
		this.#isLeft = false;
		this.#keep();
	}

	writeBody(body: Result<RichText>): void {
		this.#bodyProblem = body.ok
			? ''
			: body.problems.map((problem) => sayProblemInPage(problem, readersLocale())).join(' ');
		if (body.ok) return this.write({ body: body.value });
		this.status = 'failed';
		this.problem = this.#bodyProblem;
	}

	/** Stores what is written; whether all of it is stored. */
	async save(): Promise<boolean> {
		clearTimeout(this.#timer);
		if (this.#busy) await this.#busy;
		if (this.other || this.#bodyProblem !== '') return false;
		if (this.memo && !this.isDirty) return true;
		this.#busy = this.#send();
		const isStored = await this.#busy;
		this.#busy = null;
		return isStored;
	}

	/** Gives up what is not stored. */
	discard(): void {
		clearTimeout(this.#timer);
		this.#start.drafts.forget(this.#key);
		this.words = this.memo ? wordsOf(this.memo) : noWords;
		this.status = 'idle';
		this.edition += 1;
	}

	/** Settles that the memo was changed elsewhere: one of the two texts, or both, the own one first. */
	async settle(choice: 'own' | 'other' | 'both'): Promise<void> {
		const { other } = this;
		if (!other) return;
		this.other = null;
		this.memo = other;
		if (choice === 'other') return this.discard();
		if (choice === 'both') {
			const title = this.words.title === '' ? other.title : this.words.title;
			this.words = { ...this.words, title, body: [...this.words.body, ...other.body] };
			this.edition += 1;
		}
		this.#keep();
		await this.save();
	}

	/** A memo that is gone can be stored as a new one. */
	async saveAsNew(): Promise<void> {
		this.#start.drafts.forget(this.#key);
		this.memo = null;
		this.isGone = false;
		await this.save();
	}

	/** The page goes: what is written goes to the server if the memo is there, else it waits in the browser. */
	leave(): void {
		clearTimeout(this.#timer);
		this.#isLeft = true;
		if (this.memo && this.isDirty && (this.status !== 'failed' || this.#isTriedAgain)) void this.save();
	}

	get #key(): DraftKey {
		return this.memo ? { memoId: this.memo.id } : { about: this.about };
	}

	#keep(): void {
		clearTimeout(this.#timer);
		const version = this.memo?.version ?? null;
		const isKept = this.#start.drafts.keep(this.#key, { ...this.words, version });
		if (this.other) return;
		this.status = isKept ? 'draft' : 'failed';
		this.problem = isKept ? '' : m.memo_not_kept();
		if (this.memo && !this.isGone) this.#timer = setTimeout(() => void this.save(), this.#start.pause ?? pause);
	}

	async #send(): Promise<boolean> {
		const { client, drafts, onStored } = this.#start;
		const { memo, words: sent } = this;
		const key = this.#key;
		// Trying again by itself tells nothing new until it succeeds.
		if (!this.#isTriedAgain) this.status = 'saving';
		this.#isTriedAgain = false;
		const reply = memo
			? await client.change(memo.id, { version: memo.version, ...sent })
			: await client.add({ about: this.about, ...sent });
		if (!reply.ok) {
			if (memo && reply.codes.includes('memo-changed')) return this.#meet(memo.id);
			this.isGone = memo !== null && reply.codes.includes('memo-unknown');
			return this.#fail(reply);
		}
		this.memo = reply.value;
		drafts.forget(key);
		const isAll = this.words === sent;
		if (isAll) this.status = 'saved';
		else this.#keep();
		onStored(reply.value);
		return isAll;
	}

	/** Says why it is not stored, and tries again by itself when the memo is there and that will pass. */
	#fail(reply: Exclude<Reply<unknown>, { ok: true }>): false {
		this.problem = reply.codes.includes('person-other') ? m.memo_person_other() : reply.message;
		this.status = 'failed';
		this.#isTriedAgain = this.memo !== null && isPassing(reply) && !this.#isLeft;
		if (!this.#isTriedAgain) return false;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), this.#start.again ?? againAfter);
		return false;
	}

	/** Somebody stored the memo elsewhere: both texts are shown, unless they say the same. */
	async #meet(memoId: string): Promise<boolean> {
		const reply = await this.#start.client.read(memoId);
		if (!reply.ok) return this.#fail(reply);
		if (sameWords(this.words, wordsOf(reply.value))) {
			this.memo = reply.value;
			this.#start.drafts.forget(this.#key);
			this.status = 'saved';
			return true;
		}
		this.other = reply.value;
		this.status = 'conflict';
		return false;
	}
}

const noWords: MemoWords = { kind: 'thought', title: '', body: emptyRichText, visibility: 'private' };

const wordsOf = ({ kind, title, body, visibility }: MemoAnswer): MemoWords => ({ kind, title, body, visibility });

/** Texts come from `parseRichText`, which writes equal texts equally. */
const sameWords = (a: MemoWords, b: MemoWords): boolean =>
	a.kind === b.kind &&
	a.title.trim() === b.title.trim() &&
	a.visibility === b.visibility &&
	JSON.stringify(a.body) === JSON.stringify(b.body);
