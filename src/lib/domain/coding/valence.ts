/** What a speaker says about change or about level: two axes that are never mixed into one scale. */
export type Valence = 'forward' | 'backward' | 'good' | 'improve';
export type Axis = 'change' | 'level';
export type Change = 'forward' | 'backward';
export type Level = 'good' | 'improve';

/** At most one value on each axis. */
export type Valences = { readonly change: Change | null; readonly level: Level | null };

export const noValences: Valences = { change: null, level: null };

/** The four valences in the order of the handbook; `sign` orders them within an axis and is never added up. */
export const valences: readonly { key: Valence; axis: Axis; sign: 1 | -1; shortcut: string }[] = [
	{ key: 'forward', axis: 'change', sign: 1, shortcut: 'V' },
	{ key: 'backward', axis: 'change', sign: -1, shortcut: 'A' },
	{ key: 'good', axis: 'level', sign: 1, shortcut: 'G' },
	{ key: 'improve', axis: 'level', sign: -1, shortcut: 'B' }
];

/** Sets a valence on its axis; setting it again takes it away. */
export const toggleValence = (current: Valences, valence: Valence): Valences => {
	switch (valence) {
		case 'forward':
		case 'backward':
			return { ...current, change: current.change === valence ? null : valence };
		case 'good':
		case 'improve':
			return { ...current, level: current.level === valence ? null : valence };
		default:
			return valence satisfies never;
	}
};

/** Reads a list of valences; null when an axis is named twice. */
export const valencesFrom = (list: readonly Valence[]): Valences | null => {
	let result = noValences;
	for (const valence of new Set(list)) {
		const axis: Axis = valence === 'forward' || valence === 'backward' ? 'change' : 'level';
		if (result[axis] !== null) return null;
		result = toggleValence(result, valence);
	}
	return result;
};

/** The valences as a list, change before level. */
export const valenceList = ({ change, level }: Valences): readonly Valence[] =>
	[change, level].filter((valence) => valence !== null);
