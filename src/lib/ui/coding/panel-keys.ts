import type { DeskCode } from '#lib/contract/coding-desk.ts';
import { typeahead } from '../tree/typeahead.ts';

/** What the keys in the panel of codes work on. */
export type KeyedPanel = {
	readonly codeOf: (id: string) => DeskCode | undefined;
	readonly isFolder: (id: string) => boolean;
	readonly closed: Set<string>;
	readonly focusSearch: () => void;
	/** Enter in the field takes what is found first */
	readonly pickFirst: () => void;
	/** empties the field; false = it was empty */
	readonly clearSearch: () => boolean;
	readonly leave: () => void;
};

type Keys = Readonly<Record<string, () => unknown>>;

/**
 * Arrows go through the codes of all lists; in the tree left and right close and open a code or go a level up and down;
 * letters lead to a name, as in any tree (ARIA authoring practices). Each row is a button, which answers to Enter and the
 * space bar itself.
 */
export const panelKeys =
	({ codeOf, isFolder, closed, focusSearch, pickFirst, clearSearch, leave }: KeyedPanel) =>
	(panel: HTMLElement): (() => void) => {
		const lead = typeahead();
		const escape = () => clearSearch() || leave();

		const inField = (rows: readonly HTMLElement[]): Keys => ({
			ArrowDown: () => rows[0]?.focus(),
			Enter: pickFirst,
			Escape: escape
		});
		const inRow = (rows: readonly HTMLElement[], here: number): Keys => {
			const row = rows[here];
			const id = row?.dataset['row'] ?? '';
			const isOpen = isFolder(id) && !closed.has(id);
			const toParent = () =>
				rows
					.slice(0, here)
					.findLast((other) => other.dataset['row'] === codeOf(id)?.parentId)
					?.focus();
			return {
				ArrowDown: () => rows[here + 1]?.focus(),
				ArrowUp: () => (here === 0 ? focusSearch() : rows[here - 1]?.focus()),
				Home: () => rows[0]?.focus(),
				End: () => rows.at(-1)?.focus(),
				Escape: escape,
				...(row?.hasAttribute('aria-level') && {
					ArrowLeft: () => (isOpen ? closed.add(id) : toParent()),
					ArrowRight: () => (isOpen ? rows[here + 1]?.focus() : closed.delete(id))
				})
			};
		};
		const toName = (rows: readonly HTMLElement[], here: number, { key, timeStamp }: KeyboardEvent) => {
			const names = rows.map((row) => codeOf(row.dataset['row'] ?? '')?.name ?? '');
			rows[lead(key, names, here, timeStamp)]?.focus();
		};

		const onkeydown = (event: KeyboardEvent) => {
			if (event.ctrlKey || event.metaKey || event.altKey) return;
			const rows = [...panel.querySelectorAll<HTMLElement>('ul:not([hidden]) [data-row]')];
			const here = rows.findIndex((row) => row === event.target);
			const isField = event.target instanceof HTMLInputElement;
			const act = isField ? inField(rows)[event.key] : here === -1 ? undefined : inRow(rows, here)[event.key];
			if (act) act();
			else if (here !== -1 && event.key.length === 1 && event.key !== ' ') toName(rows, here, event);
			else return;
			event.preventDefault();
		};
		panel.addEventListener('keydown', onkeydown);
		return () => panel.removeEventListener('keydown', onkeydown);
	};
