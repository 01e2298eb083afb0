import { flushSync, tick } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TextReference } from '../../../src/lib/domain/text/rich-text.ts';
import type { Reply } from '../../../src/lib/ui/api/ask.ts';
import MentionFinder from '../../../src/lib/ui/memo/MentionFinder.svelte';
import type { MentionChoice, MentionSearch } from '../../../src/lib/ui/memo/mention-search.ts';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const codeOf = (label: string): MentionChoice => ({ kind: 'reference', to: 'code', id: label, label, detail: '' });

/** A finder whose answers come when the test says so. */
const open = async () => {
	const waiting = new Map<string, (labels: readonly string[]) => void>();
	const find = (words: string): Promise<Reply<readonly MentionChoice[]>> =>
		new Promise((resolve) => {
			waiting.set(words, (labels) => resolve({ ok: true, value: labels.map(codeOf) }));
		});
	const chosen: string[] = [];
	const target = show(MentionFinder, {
		search: { find } as unknown as MentionSearch,
		onChoose: ({ label }: TextReference) => chosen.push(label),
		onGiveUp: () => chosen.push('given up')
	});
	await tick();
	const answer = async (words: string, labels: readonly string[]) => {
		await expect.poll(() => waiting.has(words)).toBe(true);
		waiting.get(words)?.(labels);
		await tick();
		await new Promise((resolve) => setTimeout(resolve));
		flushSync();
	};
	return { target, chosen, answer };
};

test('Enter right after the last letter takes what these letters find, not what stood there before', async () => {
	const { chosen, answer } = await open();
	await answer('', ['Afval', 'Groen']);
	await userEvent.keyboard('gro{Enter}');
	expect(chosen).toEqual([]);
	await answer('gro', ['Groen', 'Grofvuil']);
	expect(chosen).toEqual(['Groen']);
});

test('who types on after Enter has not chosen yet, and nothing found chooses nothing', async () => {
	const { chosen, answer } = await open();
	await answer('', ['Afval']);
	await userEvent.keyboard('gr{Enter}o');
	await answer('gr', ['Gras']);
	await answer('gro', ['Groen']);
	expect(chosen).toEqual([]);
	await userEvent.keyboard('x{Enter}');
	await answer('grox', []);
	expect(chosen).toEqual([]);
});

test('who goes along the list takes what stands there, also while a new list is on its way', async () => {
	const { chosen, answer } = await open();
	await answer('', ['Afval', 'Groen']);
	await userEvent.keyboard('g{ArrowDown}{Enter}');
	expect(chosen).toEqual(['Groen']);
});
