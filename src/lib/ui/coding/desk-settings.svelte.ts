import type { UserId } from '#lib/domain/project/ids.ts';
import { keepSettings, readKept, type ColourBy, type Kept } from './kept-settings.ts';
import { noOwnKeys, type OwnKeys } from './key-map.ts';

/** One person's settings of the desk, kept in the browser. */
export class DeskSettings {
	/** keys without Ctrl or Alt work in the text; can be switched off for speech input and screen readers */
	singleKeys = $state(true);
	/** a selection grows to whole words */
	wholeWords = $state(true);
	/** the panel with codes is open */
	codes = $state(true);
	/** the panel with the passage is open */
	fragment = $state(true);
	/** the bar with colours and their meaning is open */
	view = $state(false);
	/** the interviewer's words are softer */
	softAside = $state(true);
	/** the next coding begins with the direction of the last one */
	keepValence = $state(false);
	colourBy = $state<ColourBy>('code');
	/** widths of the panels in pixels; 0 = as the screen asks */
	codesWidth = $state(0);
	fragmentWidth = $state(0);
	/** keys that this person changed */
	keys = $state.raw<OwnKeys>(noOwnKeys);

	readonly #userId: UserId;

	constructor(userId: UserId) {
		this.#userId = userId;
	}

	/** Reads what was kept; only in the browser. */
	read(): void {
		Object.assign(this, readKept(this.#userId));
	}

	set(change: Partial<Kept>): void {
		Object.assign(this, change);
		const { singleKeys, wholeWords, codes, fragment, view, softAside, keepValence } = this;
		const { colourBy, codesWidth, fragmentWidth, keys } = this;
		const kept: Kept = {
			...{ singleKeys, wholeWords, codes, fragment, view, softAside, keepValence },
			...{ colourBy, codesWidth, fragmentWidth, keys }
		};
		keepSettings(this.#userId, kept);
	}
}
