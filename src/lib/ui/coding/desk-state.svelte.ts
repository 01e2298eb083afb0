import { SvelteMap } from 'svelte/reactivity';
import type { CodingDesk, DeskCode } from '#lib/contract/coding-desk.ts';
import { turnsToCode } from '#lib/domain/coding/desk.ts';
import { noValences, type Valences } from '#lib/domain/coding/valence.ts';
import type { CodeId, CodingId } from '#lib/domain/project/ids.ts';
import type { Position } from '#lib/domain/text/position.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '../dialog/toasts.svelte.ts';
import { TextSelection } from '../transcript/text-selection.svelte.ts';
import { TurnTexts } from '../transcript/turn-texts.ts';
import { turnViews, type TurnView } from '../transcript/turn-view.ts';
import { CodingActions } from './coding-actions.ts';
import { CodingStore } from './coding-store.svelte.ts';
import { CodingSync } from './coding-sync.ts';
import { DeskClient } from './desk-client.ts';
import { codingsOfDesk, type DeskCoding } from './desk-coding.ts';
import { DeskColours } from './desk-colours.svelte.ts';
import { DeskFind } from './desk-find.svelte.ts';
import { putGoneAway } from './gone-codes.ts';
import type { NewCodeTask } from './new-code-draft.ts';
import { DeskSettings } from './desk-settings.svelte.ts';
import { saySize, valenceWords } from './desk-words.ts';
import { indexBy } from './index-by.ts';
import { DeskWork } from './desk-work.ts';
import { OneOf } from './one-of.svelte.ts';
import { OwnCodes } from './own-codes.svelte.ts';
import { pauseUntilRetry } from './patience.ts';
import type { Reader } from './reader.ts';
import type { Recents } from './recents.ts';
import { ToldFailures } from './told-failures.ts';
import type { UnplacedCodings } from './unplaced-codings.svelte.ts';

/** What the picker is open for: codes on the chosen passage, another code for a coding, or a code that is not there yet. */
export type PickerTask =
	{ readonly kind: 'apply' } | { readonly kind: 'recode'; readonly codingId: CodingId } | NewCodeTask;

/** The coding desk of one source: what is chosen, what is being done, and the rules of both (in domain/). */
export class DeskState {
	readonly source: CodingDesk['source'];
	readonly version: number;
	readonly me: CodingDesk['me'];
	readonly turns: readonly TurnView[];
	readonly texts: TurnTexts;
	readonly store: CodingStore<TurnView>;
	readonly selection: TextSelection;
	readonly settings: DeskSettings;
	readonly own: OwnCodes;
	readonly colours: DeskColours;
	readonly find: DeskFind;
	readonly client: DeskClient;
	readonly #sayValences = valenceWords();
	readonly actions: CodingActions;
	readonly sync: CodingSync;
	readonly projectId: string;
	readonly toCode: readonly TurnView[];
	reader: Reader | null = null;

	/** the desk as it was read last: codes, people, rights */
	desk: CodingDesk;
	/** the turn that has the focus, or would get it; one of thousands */
	readonly currentTurn: OneOf<number>;
	/** the coding whose details are shown */
	chosenId = $state<CodingId | null>(null);
	/** the codings at the place that was pressed, the shortest first */
	placeIds = $state.raw<readonly CodingId[]>([]);
	/** where the text was pressed last, and the coding that was chosen with it */
	pressed: { readonly position: Position | null; readonly id: CodingId | null } = { position: null, id: null };
	picker = $state.raw<PickerTask | null>(null);
	/** the turn whose list of codings is open */
	readonly listTurn: OneOf<number>;
	/** the direction of the coding that was made last */
	lastValences: Valences = noValences;
	/** said to a screen reader */
	announcement = $state('');
	people = $state.raw<readonly { readonly id: string; readonly name: string }[]>([]);
	isLive = $state(true);
	/** the code that goes on every new selection at once; null = no marker */
	markerId = $state<CodeId | null>(null);
	/** only this code, with all below it, is shown in the text; null = all codes */
	onlyId = $state<CodeId | null>(null);
	/** requests that wait until the server can be reached */
	waiting = $state(0);
	/** whether the browser keeps what is not stored, for when the page goes */
	outlives = $state(true);
	readonly names = new SvelteMap<string, string>();
	/** how codes were called that went from the codebook while the desk was open */
	readonly #goneNames = new SvelteMap<CodeId, string>();
	/** what outlives the page */
	readonly work: DeskWork;
	readonly failures: ToldFailures;
	/** called after memos went along with codings that became one, or came back */
	onMemosCarried: () => void = () => {};

	readonly codeById = $derived.by(() =>
		indexBy(
			this.desk.codes,
			({ id }) => id,
			(code) => code
		)
	);
	/** the codes that are shown when only one is asked for */
	readonly #shown = $derived.by((): readonly CodeId[] | null => {
		if (this.onlyId === null) return null;
		const shown: CodeId[] = [this.onlyId];
		// The list is in the order of the tree: a code comes after the one above it.
		for (const { id, parentId } of this.desk.codes) if (parentId !== null && shown.includes(parentId)) shown.push(id);
		return shown;
	});
	readonly codable = $derived.by(() => this.desk.codes.filter(({ isCodable }) => isCodable));
	readonly chosen = $derived.by(() => (this.chosenId === null ? null : (this.store.get(this.chosenId) ?? null)));
	readonly codedTurns = $derived.by(() => this.toCode.filter(({ ordinal }) => this.store.coded.has(ordinal)).length);
	readonly others = $derived.by(() => this.people.filter(({ id }) => id !== this.me.id));

	constructor(desk: CodingDesk, projectId: string, onStale: () => void) {
		this.desk = $state.raw(desk);
		this.readAgain = onStale;
		this.source = desk.source;
		this.version = desk.version;
		this.me = desk.me;
		this.projectId = projectId;
		this.settings = new DeskSettings(desk.me.id);
		this.own = new OwnCodes(projectId, desk.me.id);
		this.turns = turnViews(desk.text, desk.turns, desk.speakers, m.desk_no_speaker());
		this.toCode = turnsToCode(this.turns, desk.speakers);
		this.find = new DeskFind(this.turns);
		this.colours = new DeskColours(this);
		this.texts = new TurnTexts(this.turns);
		this.store = new CodingStore(this.turns, codingsOfDesk(desk));
		this.selection = new TextSelection(this.texts, this.turns);
		this.client = new DeskClient(projectId, desk.me.id);
		const ordinals = this.turns.map(({ ordinal }) => ordinal);
		this.currentTurn = new OneOf(ordinals, ordinals[0] ?? 1);
		this.listTurn = new OneOf<number>(ordinals, null);
		for (const { id, name } of [...desk.coders, desk.me]) this.names.set(id, name);
		const text = { sourceId: desk.source.id, version: desk.version };
		this.failures = new ToldFailures(this);
		this.sync = new CodingSync(this.store, this.client, text, this.failures.tell, onStale, {
			pause: pauseUntilRetry,
			onWaiting: (requests) => (this.waiting = requests),
			onOtherPerson: () => toasts.fail(m.desk_person_other()),
			onCarried: () => this.onMemosCarried(),
			onKeep: () => {
				this.work.keepSoon();
				this.failures.settle();
			}
		});
		this.actions = new CodingActions(this.store, this.sync, desk.me.id, (codeId) => this.nameOf(codeId));
		this.store.onElsewhere = this.leaveToOther;
		this.work = new DeskWork({ userId: this.me.id, ...text }, this);
	}

	// What is shown

	get recents(): Recents {
		return this.own.recents;
	}

	/** The codes behind the keys 1-9; null = none. */
	get slots(): readonly (CodeId | null)[] {
		return this.own.slots;
	}

	/** Codings that were not stored before the text was edited. */
	get unplaced(): UnplacedCodings {
		return this.work.unplaced;
	}

	get current(): number {
		return this.currentTurn.value ?? 1;
	}
	set current(ordinal: number) {
		this.currentTurn.set(ordinal);
	}

	get listOf(): number | null {
		return this.listTurn.value;
	}
	set listOf(ordinal: number | null) {
		this.listTurn.set(ordinal);
	}

	get failed(): readonly DeskCoding[] {
		return this.store.failed;
	}

	get isSaving(): boolean {
		return this.store.saving > 0;
	}

	/** How often each code was put on the text. */
	get counts(): ReadonlyMap<CodeId, number> {
		return this.store.counts;
	}

	codeOf(codeId: CodeId): DeskCode | undefined {
		return this.codeById.get(codeId);
	}

	nameOf(codeId: CodeId): string {
		return this.codeById.get(codeId)?.name ?? this.#goneNames.get(codeId) ?? m.desk_code_gone();
	}

	hueOf(codeId: CodeId): number {
		return this.codeById.get(codeId)?.color ?? 0;
	}

	turn(ordinal: number): TurnView | undefined {
		return this.turns.find((turn) => turn.ordinal === ordinal);
	}

	/** The words of a range, with what stands between turns. */
	quoteOf(range: Range): string {
		return this.selection
			.turnsOf(range)
			.map((turn) => this.texts.wordsIn(turn, range))
			.join(' … ');
	}

	/** The codings of a turn that are to be seen. */
	shownIn(ordinal: number): readonly DeskCoding[] {
		const codings = this.store.ofTurn(ordinal);
		return this.#shown === null ? codings : codings.filter((coding) => this.shows(coding));
	}

	/** Whether a coding is to be seen: all are, unless one code with all below it is shown only. */
	shows({ codeId }: Pick<DeskCoding, 'codeId'>): boolean {
		return this.#shown === null || this.#shown.includes(codeId);
	}

	mayChange({ coderId }: DeskCoding): boolean {
		return this.desk.permissions.mayApply && (coderId === this.me.id || this.desk.permissions.mayEditCodebook);
	}

	say(text: string): void {
		// The same sentence twice is only heard twice when it is another text.
		this.announcement = text === this.announcement ? `${text}\u00a0` : text;
	}

	saySelection(): void {
		const sentence = saySize(this.selection.size, this.source.kind);
		if (sentence !== null) this.say(sentence);
	}

	/** "Groen en spelen, gaat vooruit" */
	sayCoding({ codeId, valences }: Pick<DeskCoding, 'codeId' | 'valences'>): string {
		return [this.nameOf(codeId), ...this.#sayValences(valences)].join(', ');
	}

	readonly rememberCode = (codeId: CodeId, name: string): void => void this.#goneNames.set(codeId, name);

	showFragment(): void {
		if (this.reader) this.reader.showFragment();
		else this.settings.fragment = true;
	}

	// What comes from elsewhere

	readRecents(): void {
		this.own.read((id) => this.codeById.get(id)?.isCodable === true);
	}

	/** Leaves alone what somebody else decided of a coding, or took away, whatever an undo or redo says of it. */
	readonly leaveToOther: CodingStore<TurnView>['onElsewhere'] = (id, parts) => {
		this.actions.history.leave(id, parts);
		this.work.keepSoon();
	};

	/** The desk was read again. */
	renew(desk: CodingDesk): void {
		this.#takeDesk(desk);
		for (const { id, name } of desk.coders) this.names.set(id, name);
		this.store.renew(codingsOfDesk(desk), desk.readAt);
	}

	/** The codebook as it is after a change made here; the server tells the rest. */
	takeCodes(codes: readonly DeskCode[]): void {
		this.#takeDesk({ ...this.desk, codes });
	}

	#takeDesk(desk: CodingDesk): void {
		for (const { id, name } of this.desk.codes)
			if (!desk.codes.some((code) => code.id === id)) this.rememberCode(id, name);
		this.desk = desk;
		putGoneAway(this);
	}

	/** Reads the desk again. */
	readonly readAgain: () => void;
}
