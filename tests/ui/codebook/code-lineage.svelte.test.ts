import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CodeLineageAnswer, RelatedCode } from '#lib/contract/code-lineage.ts';
import { m } from '#lib/paraglide/messages.js';
import CodeLineage from '#lib/ui/codebook/CodeLineage.svelte';

/** Which codes a code carries on, as people read and change it. */

const related = (codeId: string, name: string, more: Partial<RelatedCode> = {}): RelatedCode => ({
	codeId,
	name,
	isHere: true,
	isDirect: true,
	isMerged: false,
	isSplit: false,
	versions: [],
	...more
});
const options = ['park', 'water', 'light'].map((value) => ({ value, label: `Wonen › ${value} 😀` }));

let answer: CodeLineageAnswer;
let asked: { method: string; path: string; body: unknown }[];
let shown: Record<string, unknown> | null = null;
let followed: string[];

beforeEach(() => {
	answer = { codeId: 'green', forerunners: [], followers: [] };
	[asked, followed] = [[], []];
	vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body?: string }) => {
		const input = body ? (JSON.parse(body) as { forerunnerIds: string[] }) : null;
		asked.push({ method, path, body: input });
		const known = new Map(answer.forerunners.map((one) => [one.codeId, one]));
		if (input)
			answer = { ...answer, forerunners: input.forerunnerIds.map((id) => known.get(id) ?? related(id, `${id} 😀`)) };
		return Promise.resolve(Response.json(answer));
	});
});
afterEach(() => {
	if (shown) void unmount(shown);
	document.body.innerHTML = '';
	vi.unstubAllGlobals();
});

const show = async (mayEdit = true) => {
	const props = { projectId: 'p', codeId: 'green', options, mayEdit, onChosen: (id: string) => void followed.push(id) };
	shown = mount(CodeLineage, { target: document.body, props });
	flushSync();
	await expect.poll(() => asked).toHaveLength(1);
	await expect.poll(() => document.querySelector('section') !== null || !mayEdit).toBe(true);
};
const words = () => document.body.textContent;
const choose = (value: string) => {
	const select = document.querySelector('select');
	if (!select) throw new Error('there is nothing to choose from');
	select.value = value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
	flushSync();
};

describe('the forerunners of a code', () => {
	test('are chosen from the other codes and taken away again', async () => {
		await show();
		expect(words()).toContain(m.codebook_lineage_none());
		choose('park');
		const remove = () =>
			document.querySelector<HTMLElement>(`[aria-label="${m.codebook_lineage_remove({ name: 'park 😀' })}"]`);
		await expect.poll(() => remove()).not.toBeNull();
		expect(asked.at(-1)).toEqual({
			method: 'PUT',
			path: '/api/v1/projects/p/codes/green/forerunners',
			body: { forerunnerIds: ['park'] }
		});
		const left = [...document.querySelectorAll('option')].map(({ value }) => value).filter(Boolean);
		expect(left).toEqual(['water', 'light']);
		remove()?.click();
		await expect.poll(() => words()).toContain(m.codebook_lineage_none());
		expect(asked.at(-1)?.body).toEqual({ forerunnerIds: [] });
	});

	test('are told with how they came, in which versions they stand, and what is gone; those of a merge stay', async () => {
		answer = {
			...answer,
			forerunners: [
				related('old', 'Oud é', {
					isMerged: true,
					isHere: false,
					versions: [{ id: 'v', number: 1, name: 'Ronde 1' }]
				}),
				related('older', 'Ouder', { isDirect: false })
			],
			followers: [related('next', 'Later', { isSplit: true })]
		};
		await show();
		const [first, second, third] = [...document.querySelectorAll('li')].map(({ textContent }) => textContent);
		expect(first).toContain(
			[m.codebook_lineage_merged(), m.codebook_lineage_gone(), m.codebook_lineage_in({ names: 'Ronde 1' })].join(' · ')
		);
		expect(second).toContain(m.codebook_lineage_indirect());
		expect(third).toContain(m.codebook_lineage_split());
		expect(document.querySelectorAll('li button')).toHaveLength(0);
		[...document.querySelectorAll('a')].find(({ textContent }) => textContent === 'Later')?.click();
		expect(followed).toEqual(['next']);
	});

	test('are read by who may not change them, and not shown when there are none', async () => {
		await show(false);
		expect(document.querySelector('section')).toBeNull();
		if (shown) await unmount(shown);
		answer = { ...answer, forerunners: [related('park', 'Park')] };
		asked = [];
		await show(false);
		await expect.poll(() => words()).toContain('Park');
		expect(document.querySelectorAll('select, li button')).toHaveLength(0);
	});
});
