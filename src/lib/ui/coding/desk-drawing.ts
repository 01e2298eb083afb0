import type { Range as TextRange } from '#lib/domain/text/range.ts';
import { HighlightPainter, type Mark } from '../transcript/highlights.ts';
import { LaneBoard } from '../transcript/lane-board.svelte.ts';
import type { Passage } from '../transcript/passage.ts';
import type { TurnView } from '../transcript/turn-view.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { takeOverFirstLook, type FirstLook } from './first-look.ts';
import { passageOf } from './passage-of.ts';
import { Unfolding } from './unfolding.ts';

/** How many turns are drawn before it is known which ones are on the screen: they fill it. */
const atFirst = 10;

const noPassages: readonly Passage[] = [];

/** What puts colours on a text. */
type Painter = Pick<HighlightPainter, 'paint' | 'wipe' | 'mark' | 'stop'>;

/** Draws the codings of a desk in the text and its margin: only those of turns on the screen or about to be. */
export class DeskDrawing {
	readonly lanes: LaneBoard;
	/** of which turns the codings are in words */
	readonly unfolding: Unfolding<TurnView>;
	readonly #desk: DeskState;
	readonly #painter: Painter;
	readonly #near = new Set<TurnView>();

	constructor(desk: DeskState, painter: Painter = new HighlightPainter(desk.texts)) {
		this.#desk = desk;
		this.#painter = painter;
		this.unfolding = new Unfolding(desk.turns, ({ ordinal }) => desk.store.ofTurn(ordinal).length);
		this.lanes = new LaneBoard(desk.texts, desk.turns, (ordinal) => desk.shownIn(ordinal), desk.store.spanning());
	}

	/** What stands on the screen first, for the server to send along. */
	firstLook(): FirstLook {
		const turns = this.#desk.turns.slice(0, atFirst).map(({ ordinal, start, end }) => ({
			...{ ordinal, start, end },
			codings: this.#desk.shownIn(ordinal).map((coding) => ({
				...{ id: coding.id, range: coding.range },
				hue: this.#desk.colours.hueOf(coding),
				label: this.#desk.colours.labelOf(coding),
				lane: this.lanes.laneOf(coding.id)
			}))
		}));
		return { userId: this.#desk.me.id, anchor: 'beurt', turns };
	}

	/** Draws what will be on the screen first, so that the text does not get its colours and stripes a moment later. */
	start(ordinal: number): void {
		const at = this.#desk.turns.findIndex((turn) => turn.ordinal === ordinal);
		const first = Math.max(0, Math.min(at - atFirst / 2, this.#desk.turns.length - atFirst));
		const turns = this.#desk.turns.slice(first, first + atFirst);
		for (const turn of turns) this.#enter(turn);
		this.lanes.look(turns, []);
		takeOverFirstLook();
		this.unfolding.start();
	}

	/** The codings of a turn in words, as soon as it is their turn to be put in words. */
	passagesOf(ordinal: number): readonly Passage[] {
		if (!this.unfolding.has(ordinal)) return noPassages;
		return this.#desk.shownIn(ordinal).map((coding) => passageOf(this.#desk, coding));
	}

	/** Turns came near the screen, or went away from it. */
	look(entered: readonly TurnView[], left: readonly TurnView[]): void {
		for (const turn of left) {
			this.#near.delete(turn);
			this.#painter.wipe(turn);
		}
		for (const turn of entered) this.#enter(turn);
		this.lanes.look(entered, left);
	}

	/** The codings of these turns changed. */
	refresh(turns: readonly TurnView[]): void {
		for (const turn of turns) if (this.#near.has(turn)) this.#paint(turn);
		this.lanes.refresh(turns);
	}

	mark(mark: Mark, range: TextRange | null): void {
		this.#painter.mark(mark, range ? this.#desk.selection.turnsOf(range) : [], range);
	}

	/** The lines that a range stands on, as boxes on the screen. */
	boxesOf(range: TextRange): readonly DOMRect[] {
		return this.#desk.selection.turnsOf(range).flatMap((turn) => this.#desk.texts.linesIn(turn, range));
	}

	/** Gives the browser its own selection back, for copying and for assistive software. */
	select(range: TextRange): void {
		const turns = this.#desk.selection.turnsOf(range);
		const [first, last] = [turns[0], turns[turns.length - 1]];
		const start = first && this.#desk.texts.rangeIn(first, range);
		const end = last && this.#desk.texts.rangeIn(last, range);
		if (!start || !end) return;
		getSelection()?.setBaseAndExtent(start.startContainer, start.startOffset, end.endContainer, end.endOffset);
	}

	stop(): void {
		this.unfolding.stop();
		this.#painter.stop();
		this.#near.clear();
	}

	#enter(turn: TurnView): void {
		if (this.#near.has(turn)) return;
		this.#near.add(turn);
		this.unfolding.take([turn]);
		this.#paint(turn);
	}

	#paint(turn: TurnView): void {
		const washes = this.#desk.shownIn(turn.ordinal).map((coding) => ({
			...coding.range,
			hue: this.#desk.colours.hueOf(coding),
			isUnsaved: coding.state === 'failed'
		}));
		this.#painter.paint(turn, washes);
	}
}
