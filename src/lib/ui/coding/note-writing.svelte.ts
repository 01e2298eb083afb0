import type { CodingId } from '#lib/domain/project/ids.ts';
import type { DeskCoding } from './desk-coding.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { memoDraft } from './memo-draft.ts';
import { unsavedNotes } from './unsaved-notes.svelte.ts';

/** Someone who pauses this long has finished a thought, in milliseconds. */
const pause = 1500;

/** The note of one coding while somebody writes it; it goes on after its field went from the screen. */
export class NoteWriting {
	text = $state('');
	/** "unread": there is a note, which could not be read, so that nothing is written over it */
	status = $state<'idle' | 'loading' | 'unread' | 'draft' | 'saving' | 'waiting' | 'saved' | 'failed'>('idle');
	problem = $state('');
	/** what somebody else wrote here meanwhile, until one chooses between the two */
	other = $state<string | null>(null);
	readonly #desk: DeskState;
	readonly #id: CodingId;
	#last: DeskCoding;
	#stored = '';
	/** what the server was asked to store and did not answer about */
	#underWay: string | null = null;
	/** when the coding changed last, as far as what stands in the field knows */
	#seenAt: string | null;
	#keptAs: CodingId;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isLeft = false;

	constructor(desk: DeskState, coding: DeskCoding) {
		this.#desk = desk;
		this.#id = coding.id;
		this.#last = coding;
		this.#seenAt = coding.changedAt;
		this.#keptAs = coding.savedId ?? coding.id;
	}

	/** Reads what stands there, or what was being written. */
	async load(): Promise<void> {
		const { savedId, hasMemo } = this.#coding;
		const own = this.#desk.sync.memoOf(this.#id);
		if (own !== undefined || savedId === null || !hasMemo) {
			this.#stored = own ?? '';
			if (own !== undefined) this.status = 'waiting';
		} else {
			this.status = 'loading';
			const reply = await this.#desk.client.read(savedId);
			this.status = reply.ok ? 'idle' : 'unread';
			if (!reply.ok) {
				this.problem = reply.message;
				return;
			}
			this.#stored = reply.value.memo;
			this.#seenAt = reply.value.changedAt;
		}
		const kept = this.#draft.read();
		this.text = kept ?? this.#stored;
		unsavedNotes.settle(this.#desk.me.id, this.#lastingId);
		if (kept === null || kept === this.#stored) return;
		this.status = 'draft';
		if (this.#stored !== '' && this.#draft.writtenOver() !== this.#stored) this.other = this.#stored;
	}

	/** Something was typed. */
	write(): void {
		this.status = 'draft';
		this.#keep();
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), pause);
	}

	async save(): Promise<void> {
		clearTimeout(this.#timer);
		const written = this.text;
		if (written === this.#stored || written === this.#underWay || this.other !== null) return;
		if (this.status === 'loading' || this.status === 'unread') return;
		const isSeen = this.#coding.savedId === null || this.#coding.changedAt === this.#seenAt;
		if (!isSeen && (await this.#isOvertaken())) return this.#tellOther();
		this.status = this.#coding.savedId === null ? 'waiting' : 'saving';
		this.#underWay = written;
		const reply = await this.#desk.sync.saveMemo(this.#id, written.trim(), { over: [this.#stored] });
		this.#underWay = null;
		if (!reply.ok) {
			if (reply.codes.includes('coding-changed') && (await this.#isOvertaken())) return this.#tellOther();
			this.problem = reply.message;
			this.status = 'failed';
			if (this.#isLeft) unsavedNotes.tell(this.#desk, this.#coding, written, reply, () => void this.save());
			return;
		}
		this.#stored = written;
		this.#seenAt = this.#desk.store.get(this.#id)?.changedAt ?? this.#seenAt;
		if (this.text !== written) return;
		if (reply.value === 'waits') this.status = 'waiting';
		else this.#settle();
	}

	keepMine(): void {
		this.other = null;
		void this.save();
	}

	takeOther(): void {
		this.other = null;
		this.text = this.#stored;
		this.#settle();
	}

	/** The coding is another than it was: a note that waited went along with it, or its draft goes along to its lasting id. */
	follow(): void {
		const isStored = this.#coding.savedId !== null && this.#desk.sync.memoOf(this.#id) === undefined;
		if (this.status === 'waiting' && isStored) return this.#settle();
		if (this.#keptAs === this.#lastingId) return;
		this.#keptAs = this.#lastingId;
		if (this.text !== this.#stored && this.status !== 'idle' && this.status !== 'loading') this.#keep();
	}

	/** The page goes: what was typed last is sent, or kept with its coding. */
	hide(): void {
		void this.save();
		this.#desk.work.keep();
	}

	/** The field goes from the screen; what becomes of its note after that is told in another way. */
	leave(): void {
		this.#isLeft = true;
		this.#tellOther();
		void this.save();
	}

	get #coding(): DeskCoding {
		this.#last = this.#desk.store.get(this.#id) ?? this.#last;
		return this.#last;
	}

	get #lastingId(): CodingId {
		return this.#coding.savedId ?? this.#id;
	}

	/** Keeps what was typed, and what it is about. */
	#keep(): void {
		const { range, codeId } = this.#coding;
		const { source, version } = this.#desk;
		this.#draft.keep(this.text, this.#stored, { sourceId: source.id, version, range, codeId });
	}

	get #draft() {
		return memoDraft(this.#desk.me.id, this.#lastingId);
	}

	/** Whether the note was changed elsewhere since it was read here; then neither text goes without being chosen. */
	async #isOvertaken(): Promise<boolean> {
		const { savedId } = this.#coding;
		if (savedId === null) return false;
		const reply = await this.#desk.client.read(savedId);
		// What is wrong is told by storing itself.
		if (!reply.ok) return false;
		this.#seenAt = reply.value.changedAt;
		if (reply.value.memo.trim() === this.#stored.trim()) return false;
		this.#stored = reply.value.memo;
		if (this.#stored.trim() !== this.text.trim()) this.other = this.#stored;
		return this.other !== null;
	}

	/** That two texts stand there is seen in the field itself, as long as that is there. */
	#tellOther(): void {
		if (this.#isLeft && this.other !== null) unsavedNotes.tellOther(this.#desk, this.#coding, this.text);
	}

	/** The server has it. */
	#settle(): void {
		this.status = 'saved';
		unsavedNotes.settle(this.#desk.me.id, this.#lastingId);
		// Another field may have gone on with it since.
		if (this.#isLeft && this.#draft.read() !== this.text) return;
		this.#draft.forget();
		memoDraft(this.#desk.me.id, this.#id).forget();
	}
}
