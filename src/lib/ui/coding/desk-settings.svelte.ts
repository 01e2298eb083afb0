/** What a coder sets for this browser. */
type Kept = { singleKeys: boolean; wholeWords: boolean; codes: boolean; fragment: boolean };

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

	/** Reads what was kept; only in the browser. */
	read(): void {
		const kept = readKept();
		this.singleKeys = kept.singleKeys ?? true;
		this.wholeWords = kept.wholeWords ?? true;
		this.codes = kept.codes ?? true;
		this.fragment = kept.fragment ?? true;
	}

	set(change: Partial<Kept>): void {
		Object.assign(this, change);
		const { singleKeys, wholeWords, codes, fragment } = this;
		try {
			localStorage.setItem(key, JSON.stringify({ singleKeys, wholeWords, codes, fragment } satisfies Kept));
		} catch {
			// A browser that keeps nothing still works for this visit.
		}
	}
}

const readKept = (): Partial<Kept> => {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
		if (typeof value !== 'object' || value === null) return {};
		return Object.fromEntries(Object.entries(value).filter(([, setting]) => typeof setting === 'boolean'));
	} catch {
		return {};
	}
};
