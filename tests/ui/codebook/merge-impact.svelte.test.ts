import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MergeFigures } from '#lib/contract/code-merge.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { emptyCode } from '#lib/domain/codebook/move-codes.ts';
import { m } from '#lib/paraglide/messages.js';
import ChangeCodes from '#lib/ui/codebook/ChangeCodes.svelte';
import MergeCode from '#lib/ui/codebook/MergeCode.svelte';

/** What a merge would do is told before it is done: of one code and of more, and anew when passages that overlap unite. */

const book = codebookOf(
	['Park é', 'Groen 😀', 'Wonen'].map((name, place) => ({ ...emptyCode, id: name, name, parentId: null, place }))
);
const apart: MergeFigures = {
	...{ moved: 4, united: 1, joinedNotes: 0, children: 2, decisions: 3, chosenQuotes: 5, quotesLeft: 1 }
};
const united: MergeFigures = { ...apart, moved: 2, united: 3, joinedNotes: 2 };

let asked: { uniteOverlaps?: boolean; kind?: string; intoCodeId?: string }[];
let shown: Record<string, unknown> | null = null;
beforeEach(() => {
	asked = [];
	vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
		const input = JSON.parse(body) as (typeof asked)[number];
		asked.push(input);
		const figures = input.uniteOverlaps ? united : apart;
		const one = { ...figures, id: null, equal: 1, overlapping: 3, interviews: 2, otherTexts: 0 };
		const merged = input.kind === 'merge' ? figures : null;
		const several = { id: null, codes: 2, codings: 5, interviews: 2, otherTexts: 0, folderId: null, merged };
		return Promise.resolve(Response.json(input.kind ? several : one));
	});
});
afterEach(() => {
	if (shown) void unmount(shown);
	document.body.innerHTML = '';
});

const show = <P extends Record<string, unknown>>(component: Component<P>, props: P) => {
	shown = mount(component as Component<Record<string, unknown>>, { target: document.body, props });
	flushSync();
};
const told = () => document.querySelector('dialog [role=status]')?.textContent ?? '';
const choose = (value: string) => {
	const list = document.querySelector('select');
	if (!list) throw new Error('there is nothing to choose from');
	list.value = value;
	list.dispatchEvent(new Event('change', { bubbles: true }));
	flushSync();
};
const box = () => document.querySelector<HTMLInputElement>('input[type=checkbox]');
const mergeButton = () =>
	[...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === m.codebook_merge());
const options = book.codes.map(({ id, name }) => ({ value: id, label: name }));

test('of one code: judgements, quotes, passages and notes; and again once passages that overlap unite', async () => {
	const code = { id: 'Park é', name: 'Park é' };
	show(MergeCode, { projectId: 'p', code, options, isOpen: true, onMerged: () => undefined });
	choose('Groen 😀');
	await expect.poll(() => told()).toContain(m.codebook_merge_decisions({ n: 3 }));
	for (const said of [
		m.codebook_merge_children({ n: 2 }),
		m.codebook_merge_quotes({ n: 5 }),
		m.codebook_merge_quotes_left({ n: 1 }),
		m.codebook_merge_united({ n: 1 })
	])
		expect(told()).toContain(said);
	expect(told()).not.toContain(m.codebook_joined_notes({ n: 2 }));

	box()?.click();
	flushSync();
	expect(mergeButton()?.disabled).toBe(true);
	await expect.poll(() => told()).toContain(m.codebook_joined_notes({ n: 2 }));
	expect(told()).toContain(m.codebook_merge_united({ n: 3 }));
	expect([box()?.checked, mergeButton()?.disabled]).toEqual([true, false]);
	expect(document.body.textContent).toContain(m.codebook_merge_unite({ n: 2 }));
});

test('of several codes as soon as it is known which code stays', async () => {
	const props = { projectId: 'p', book, codeIds: ['Park é', 'Wonen'], pillars: [], onDone: () => undefined };
	show(ChangeCodes, { ...props, kind: 'merge' as const });
	await expect.poll(() => told()).toContain('5');
	expect(told()).not.toContain(m.codebook_merge_decisions({ n: 3 }));
	choose('Groen 😀');
	await expect.poll(() => told()).toContain(m.codebook_merge_decisions({ n: 3 }));
	expect(told()).toContain(m.codebook_merge_quotes({ n: 5 }));
	box()?.click();
	flushSync();
	await expect.poll(() => told()).toContain(m.codebook_joined_notes({ n: 2 }));
	expect(asked.map(({ kind, intoCodeId, uniteOverlaps }) => [kind, intoCodeId, uniteOverlaps])).toEqual([
		['update', undefined, undefined],
		['merge', 'Groen 😀', false],
		['merge', 'Groen 😀', true]
	]);
});
