import { tick } from 'svelte';
import { catchFocus } from '../shell/catch-focus.ts';

/** The memo on the screen after this one, else the one before it. */
export const besideMemo = (memoId: string): string | null => {
	const ids = [...document.querySelectorAll<HTMLElement>('[data-memo]')].map((memo) => memo.dataset['memo'] ?? '');
	const at = ids.indexOf(memoId);
	return ids[at + 1] ?? ids[at - 1] ?? null;
};

/** To a memo, when the focus has no place any more; without one, to what the page is about. */
export const goToMemo = async (memoId: string | null): Promise<void> => {
	await tick();
	const memo = memoId === null ? null : document.querySelector(`[data-memo="${CSS.escape(memoId)}"]`);
	catchFocus(memo?.querySelector<HTMLElement>('.name, input[type=text]') ?? null);
	catchFocus(document.getElementById('content'));
};
