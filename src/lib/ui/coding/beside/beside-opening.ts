import type { DeskState } from '../desk-state.svelte.ts';
import type { BesideState } from './beside-state.svelte.ts';

/** Below this width two texts and two panels do not fit; the codebook then makes room, in pixels. */
const roomForAll = 1600;

/** From this width on the pane stands beside the text, so that it can be there from the start; as in the style sheets. */
const sideBySide = '(width >= 56.25rem)';

/** Opens and closes the pane, and gives the focus back to what had it. */
export class BesideOpening {
	readonly #desk: DeskState;
	readonly #beside: BesideState;
	#from: HTMLElement | null = null;
	#hidCodes = false;

	constructor(desk: DeskState, beside: BesideState) {
		this.#desk = desk;
		this.#beside = beside;
	}

	/** Takes up what was open at the last visit. */
	start(): void {
		this.#beside.read();
		if (!this.#beside.isOpen) return;
		if (matchMedia(sideBySide).matches) this.#makeRoom();
		else this.#beside.isOpen = false;
	}

	open(): void {
		const active = document.activeElement;
		this.#from = active instanceof HTMLElement && active !== document.body ? active : null;
		const { chosen } = this.#desk;
		if (chosen) this.#beside.showQuotes(chosen.codeId);
		if (this.#beside.isOpen) return;
		this.#beside.open();
		this.#makeRoom();
	}

	close(): void {
		this.#beside.close();
		if (this.#hidCodes) this.#desk.settings.codes = true;
		this.#hidCodes = false;
		const from = this.#from;
		this.#from = null;
		if (from?.isConnected && from.checkVisibility()) from.focus();
		else this.#desk.reader?.focusTurn(this.#desk.current);
	}

	#makeRoom(): void {
		const { settings } = this.#desk;
		if (innerWidth >= roomForAll || !settings.codes) return;
		settings.codes = false;
		this.#hidCodes = true;
	}
}
