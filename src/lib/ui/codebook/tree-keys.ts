import type { Codebook } from '#lib/domain/codebook/codebook.ts';
import type { TreeStep } from '#lib/domain/codebook/tree-move.ts';
import { typeahead } from '../tree/typeahead.ts';
import type { TreeChoice, TreeRow } from './tree-choice.svelte.ts';

/** What the keys of a tree work on; the pattern is that of the ARIA authoring practices for a tree with several choices. */
export type KeyedTree = {
	readonly book: Codebook;
	readonly rows: readonly TreeRow[];
	readonly choice: TreeChoice;
	readonly closed: Set<string>;
	readonly focus: (id: string | undefined) => void;
	readonly open: (id: string) => void;
	/** undefined for who may not change the codebook */
	readonly step: ((codeIds: readonly string[], step: TreeStep) => void) | undefined;
};

const steps: Readonly<Record<string, TreeStep>> = {
	...{ ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }
};

/** Answers keys in a tree, each at the row that has the focus; remembers the letters that were typed. */
export const treeKeys = (treeOf: () => KeyedTree) => {
	const lead = typeahead();

	return (event: KeyboardEvent, codeId: string): void => {
		const { book, rows, choice, closed, focus, open, step } = treeOf();
		const index = rows.findIndex(({ code }) => code.id === codeId);
		const code = rows[index]?.code;
		if (!code) return;
		const children = book.children.get(code.id) ?? [];
		const done = () => event.preventDefault();
		const to = (row: TreeRow | undefined) => {
			done();
			if (!row) return;
			focus(row.code.id);
			if (!event.shiftKey) return;
			if (choice.size === 0) choice.only(code.id);
			choice.upTo(row.code.id, rows);
		};
		const isCommand = event.ctrlKey || event.metaKey;
		const move = steps[event.key];
		if (event.altKey && !isCommand) {
			if (!move) return;
			done();
			return step?.(choice.with(code.id), move);
		}
		if (isCommand && event.key.toLowerCase() === 'a') {
			done();
			return choice.all(rows);
		}
		if (isCommand) return;
		switch (event.key) {
			case 'ArrowDown':
				return to(rows[index + 1]);
			case 'ArrowUp':
				return to(rows[index - 1]);
			case 'Home':
				return to(rows[0]);
			case 'End':
				return to(rows.at(-1));
			case 'ArrowRight':
				done();
				if (closed.has(code.id)) return void closed.delete(code.id);
				return children.length > 0 ? focus(rows[index + 1]?.code.id) : undefined;
			case 'ArrowLeft':
				done();
				if (children.length > 0 && !closed.has(code.id)) return void closed.add(code.id);
				return focus(code.parentId ?? undefined);
			case '*':
				done();
				for (const { id } of book.children.get(code.parentId) ?? []) closed.delete(id);
				return;
			case ' ':
				done();
				return choice.toggle(code.id);
			case 'Enter':
				done();
				return open(code.id);
			case 'Escape':
				return choice.only(null);
			default:
				if (event.key.length !== 1) return;
				done();
				return focus(
					rows[
						lead(
							event.key,
							rows.map((row) => row.code.name),
							index,
							event.timeStamp
						)
					]?.code.id
				);
		}
	};
};
