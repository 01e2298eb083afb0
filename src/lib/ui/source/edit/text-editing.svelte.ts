import type { EditedSourceAnswer, EditPreviewAnswer } from '#lib/contract/source-edit.ts';
import type { SourceVersionItem } from '#lib/contract/source-version.ts';
import type { SpeakerAnswer, TurnAnswer } from '#lib/contract/source.ts';
import { carryTurns } from '#lib/domain/source/carry-turns.ts';
import { refineEdit } from '#lib/domain/text/diff.ts';
import { applyEdit, composeEdits, parseEdit, type Edit } from '#lib/domain/text/edit.ts';
import { conflictsIn, mergeEdits, rebasedEdit, type Choice, type MergedPassage } from '#lib/domain/text/merge-edits.ts';
import { codePointLength, positionMap } from '#lib/domain/text/position.ts';
import type { EditClient } from './edit-client.ts';
import type { EditDrafts } from './edit-drafts.ts';

/** A version of a text with its turns, to change from. */
export type BaseText = {
	readonly version: number;
	readonly text: string;
	readonly turns: readonly TurnAnswer[];
	readonly speakers: readonly SpeakerAnswer[];
};

/** What stands in the editor, which is made anew for each `edition`. */
type Shown = Pick<BaseText, 'text' | 'turns' | 'speakers'> & { readonly edition: number };

/** Somebody else stored a version meanwhile, and both touched the same passages. */
type Meeting = {
	readonly theirs: BaseText;
	readonly passages: readonly MergedPassage[];
	/** the versions that came in between, the newest first */
	readonly versions: readonly SourceVersionItem[];
};

type Start = {
	readonly client: EditClient;
	readonly drafts: EditDrafts;
	readonly base: BaseText;
	/** how long after the last letter a draft is kept, in milliseconds */
	readonly pause?: number;
};

/** What came of an attempt to show or store an edit. */
export type Outcome = 'done' | 'failed' | 'rebased' | 'meeting';

const pause = 300; // ms; what is typed within it is in the editor still

/** A text while somebody corrects it: what changed so far, kept as a draft, until it is stored as the next version. */
export class TextEditing {
	base = $state.raw<BaseText>({ version: 0, text: '', turns: [], speakers: [] });
	shown = $state.raw<Shown>({ edition: 0, text: '', turns: [], speakers: [] });
	hasChanges = $state(false);
	reason = $state('');
	/** why the last step failed, or why a draft cannot be kept */
	problem = $state<string | null>(null);
	isBusy = $state(false);
	preview = $state.raw<EditPreviewAnswer | null>(null);
	meeting = $state.raw<Meeting | null>(null);
	/** words of an older draft that cannot be laid over the text any more */
	unplaced = $state.raw<readonly string[]>([]);
	readonly choices = $state<Record<number, Choice>>({});
	#edit: Edit = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #start: Start;

	constructor(start: Start) {
		this.#start = start;
		this.#begin(start.base, []);
	}

	/** Takes up what was typed before the page was read again; 'older' when the text went on meanwhile. */
	async takeUp(): Promise<'none' | 'taken' | Outcome> {
		const draft = this.#start.drafts.read();
		if (!draft || draft.edit.length === 0) return 'none';
		this.reason = draft.reason;
		if (draft.version === this.base.version) {
			const fits = parseEdit(draft.edit, codePointLength(this.base.text));
			if (!fits.ok) return this.#lose(draft.edit);
			this.#begin(this.base, fits.value);
			return 'taken';
		}
		const before = await this.#start.client.readVersion(draft.version);
		if (!before.ok) return this.#lose(draft.edit);
		const { version, text, turns } = before.value;
		this.#begin({ version, text, turns, speakers: this.base.speakers }, draft.edit);
		return this.#rebase();
	}

	/** What was done in the editor, one after the other. */
	write(edits: readonly Edit[]): void {
		this.#edit = edits.reduce(composeEdits, this.#edit);
		this.hasChanges = this.#edit.length > 0;
		this.preview = null;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.keep(), this.#start.pause ?? pause);
	}

	/** Puts another whole text in the place of what stands in the editor, as an edit of the stored one. */
	replace(edit: Edit): void {
		this.#begin(this.base, edit);
		this.keep();
	}

	/** Keeps what is typed, for a reload. */
	keep(): void {
		clearTimeout(this.#timer);
		const edit = this.#settled();
		this.hasChanges = edit.length > 0;
		if (edit.length === 0) return this.#start.drafts.forget();
		const isKept = this.#start.drafts.keep({ version: this.base.version, edit, reason: this.reason });
		if (!isKept) this.problem = 'not-kept';
	}

	/** Gives up what was typed. */
	discard(): void {
		this.#start.drafts.forget();
		this.reason = '';
		this.#begin(this.base, []);
	}

	/** Asks what the edit would do to what was coded. */
	async ask(): Promise<Outcome> {
		this.keep();
		this.problem = null;
		if (!this.hasChanges) return 'done';
		this.isBusy = true;
		const reply = await this.#start.client.preview(this.base.version, this.#settled());
		this.isBusy = false;
		if (!reply.ok) return reply.codes.includes('version-conflict') ? this.#rebase() : this.#fail(reply.message);
		this.problem = null;
		this.preview = reply.value;
		return 'done';
	}

	/** Stores the edit as the next version. */
	async save(closesBefore: boolean): Promise<EditedSourceAnswer | Outcome> {
		this.keep();
		this.isBusy = true;
		const words = { reason: this.reason, closesBefore };
		const reply = await this.#start.client.save(this.base.version, this.#settled(), words);
		this.isBusy = false;
		if (!reply.ok) return reply.codes.includes('version-conflict') ? this.#rebase() : this.#fail(reply.message);
		this.#start.drafts.forget();
		const present = await this.#start.client.read();
		this.reason = '';
		// What was stored stands in the editor; when it cannot be read again the page says so.
		if (present.ok) this.#begin(present.value, []);
		else this.#edit = [];
		this.hasChanges = false;
		return reply.value;
	}

	/** Goes on from their text with what was chosen; what nobody chose about stays theirs. */
	settle(): void {
		const { meeting } = this;
		if (!meeting) return;
		const edit = rebasedEdit(meeting.passages, (passage) => this.choices[passage.start]);
		this.meeting = null;
		this.#begin(meeting.theirs, edit);
		this.keep();
	}

	/** Lays the edit over the newest text: by itself where nothing meets, else a person chooses. */
	async #rebase(): Promise<Outcome> {
		const { client } = this.#start;
		this.isBusy = true;
		const present = await client.read();
		const theirs = present.ok ? await client.differences(this.base.version, present.value.version) : present;
		const versions = await client.versions();
		this.isBusy = false;
		if (!present.ok) return this.#fail(present.message);
		if (!theirs.ok) return this.#fail(theirs.message);
		const passages = mergeEdits(positionMap(this.base.text), this.#settled(), theirs.value.operations);
		if (conflictsIn(passages).length === 0) {
			this.#begin(
				present.value,
				rebasedEdit(passages, () => undefined)
			);
			this.keep();
			return 'rebased';
		}
		const from = this.base.version;
		for (const place of Object.keys(this.choices)) delete this.choices[Number(place)];
		this.meeting = {
			theirs: present.value,
			passages,
			versions: versions.ok ? versions.value.items.filter(({ version }) => version > from) : []
		};
		return 'meeting';
	}

	#begin({ version, text, turns, speakers }: BaseText, edit: Edit): void {
		this.base = { version, text, turns, speakers };
		this.#edit = edit;
		this.hasChanges = edit.length > 0;
		this.preview = null;
		const after = applyEdit(text, edit);
		this.shown = {
			edition: this.shown.edition + 1,
			text: after,
			turns: carryTurns(turns, edit, positionMap(after)),
			speakers
		};
	}

	/** The edit, touching no more than it must. */
	#settled(): Edit {
		this.#edit = refineEdit(this.base.text, this.#edit);
		return this.#edit;
	}

	/** A draft that fits no text any more: its words are shown, so that nothing typed is lost. */
	#lose(edit: Edit): 'none' {
		this.unplaced = edit.flatMap((operation) => ('insert' in operation ? [operation.insert] : []));
		return 'none';
	}

	#fail(message: string): 'failed' {
		this.problem = message;
		return 'failed';
	}
}
