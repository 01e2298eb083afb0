/** What a key asks for on the page with names. */
export type PseudonymAct =
	| 'next'
	| 'previous'
	| 'next-hit'
	| 'previous-hit'
	| 'accept'
	| 'accept-hit'
	| 'reject'
	| 'edit'
	| 'role'
	| 'merge'
	| 'choose'
	| 'undo';

const keys: Readonly<Record<string, PseudonymAct>> = {
	j: 'next',
	arrowdown: 'next',
	k: 'previous',
	arrowup: 'previous',
	arrowright: 'next-hit',
	arrowleft: 'previous-hit',
	enter: 'accept',
	'1': 'accept-hit',
	x: 'reject',
	e: 'edit',
	r: 'role',
	m: 'merge',
	n: 'choose'
};

/** Keys that a button, a link or a tick has of its own. */
const ofControls: ReadonlySet<string> = new Set(['enter', ' ']);

/** What a key does here; null where it is not ours: in a field, in a dialog, with another modifier. */
export const actOfKey = (event: KeyboardEvent): PseudonymAct | null => {
	const { target } = event;
	if (event.defaultPrevented || event.isComposing || event.altKey || !(target instanceof HTMLElement)) return null;
	if (target.isContentEditable || target.matches('input, textarea, select') || target.closest('dialog')) return null;
	const key = event.key.toLowerCase();
	if (event.ctrlKey || event.metaKey) return key === 'z' && !event.shiftKey ? 'undo' : null;
	if (event.shiftKey) return null;
	if (ofControls.has(key) && target.matches('button, a, summary')) return null;
	return keys[key] ?? null;
};
