import { noOwnKeys, readOwnKeys, type OwnKeys } from './key-map.ts';

/** What the colours in the text and its margin stand for. */
export type ColourBy = 'code' | 'coder' | 'valence';

/** What a coder sets for this browser. */
type Kept = {
	singleKeys: boolean;
	wholeWords: boolean;
	codes: boolean;
	fragment: boolean;
	view: boolean;
	softAside: boolean;
	keepValence: boolean;
	colourBy: ColourBy;
	codesWidth: number;
	fragmentWidth: number;
	keys: OwnKeys;
};

const key = 'wijkstem.desk';

/** Settings of the desk, kept in the browser. */
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

	/** Reads what was kept; only in the browser. */
	read(): void {
		Object.assign(this, readKept());
	}

	set(change: Partial<Kept>): void {
		Object.assign(this, change);
		const { singleKeys, wholeWords, codes, fragment, view, softAside, keepValence } = this;
		const { colourBy, codesWidth, fragmentWidth, keys } = this;
		const kept: Kept = {
			...{ singleKeys, wholeWords, codes, fragment, view, softAside, keepValence },
			...{ colourBy, codesWidth, fragmentWidth, keys }
		};
		try {
			localStorage.setItem(key, JSON.stringify(kept));
		} catch {
			// A browser that keeps nothing still works for this visit.
		}
	}
}

const switches = ['singleKeys', 'wholeWords', 'codes', 'fragment', 'view', 'softAside', 'keepValence'] as const;

const readKept = (): Partial<Kept> => {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
		if (typeof value !== 'object' || value === null) return {};
		const at = (name: string): unknown => Reflect.get(value, name);
		const set = switches.flatMap((name) => (typeof at(name) === 'boolean' ? [[name, at(name)] as const] : []));
		const [colourBy, codesWidth, fragmentWidth] = [at('colourBy'), at('codesWidth'), at('fragmentWidth')];
		return {
			...Object.fromEntries(set),
			...(colourBy === 'coder' || colourBy === 'valence' ? { colourBy } : {}),
			...(typeof codesWidth === 'number' ? { codesWidth } : {}),
			...(typeof fragmentWidth === 'number' ? { fragmentWidth } : {}),
			keys: readOwnKeys(at('keys'))
		};
	} catch {
		return {};
	}
};
