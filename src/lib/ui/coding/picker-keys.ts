import { valences, type Valence } from '#lib/domain/coding/valence.ts';
import { keyFor } from './desk-actions.ts';
import type { OwnKeys } from './key-map.ts';
import type { PickerChoice } from './picker-choice.svelte.ts';

/** What keys of the picker do. */
type Acts = {
	readonly choice: PickerChoice;
	/** one coding gets another code, so that there is one code to choose and no direction */
	readonly isRecode: boolean;
	readonly valenceOf: (event: KeyboardEvent) => Valence | null;
	readonly done: () => void;
	readonly loop: (isBack: boolean) => (() => void) | null;
	readonly close: () => void;
};

/** What a key does in the picker, by where the focus is; null = nothing of the picker. */
export const actForKey = (
	event: KeyboardEvent,
	at: 'field' | 'list' | 'memo' | 'elsewhere',
	{ choice, isRecode, valenceOf, done, loop, close }: Acts
): (() => void) | null => {
	const { key } = event;
	if (key === 'Escape') return close;
	if (key === 'Tab') return loop(event.shiftKey);
	const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
	if (event.altKey || (isPlain && at === 'list' && key.length === 1)) {
		const valence = valenceOf(event);
		if (valence && !isRecode) return () => choice.toggle(valence);
		if ((event.code === 'Digit0' || key === '0') && !isRecode) return () => choice.toggle(null);
	}
	if (at === 'memo') return key === 'Enter' && (event.ctrlKey || event.metaKey) ? done : null;
	if (at === 'elsewhere') return null;
	if (key === 'ArrowDown') return () => choice.move(1);
	if (key === 'ArrowUp') return () => choice.move(-1);
	if (key === 'Enter') return event.ctrlKey || event.shiftKey ? () => !isRecode && choice.mark() : done;
	if (key === ' ' && !isRecode && (at === 'list' || choice.query === '')) return () => choice.mark();
	return null;
};

/** The direction of which the key was pressed, also with Alt, where some keyboards type another sign. */
export const valenceOfKey = (event: KeyboardEvent, keys: OwnKeys): Valence | null =>
	valences.find(({ key }) => {
		const own = keyFor(keys, key)?.toUpperCase();
		return own !== undefined && (event.code === `Key${own}` || event.key.toUpperCase() === own);
	})?.key ?? null;
