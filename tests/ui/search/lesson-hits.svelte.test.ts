import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LessonHits } from '../../../src/lib/ui/search/lesson-hits.svelte.ts';
import LessonHitList from '../../../src/lib/ui/search/LessonHitList.svelte';
import { clear, show } from '../../support/show.ts';

let asked: { path: string; body: Record<string, unknown> }[] = [];
const lesson = { id: 'l', title: 'Begin op straat', learnt: 'Ga 😀 erheen.', area: 'Vollenhove', period: '' };

beforeEach(() => {
	asked = [];
	vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
		asked.push({ path, body: JSON.parse(body) as Record<string, unknown> });
		return Response.json({ items: [lesson], nextCursor: null });
	});
});
afterEach(() => {
	vi.unstubAllGlobals();
	clear();
});

test('words that are searched are looked for in lessons too, in the body of a request, and lead to the lesson', async () => {
	const lessons = new LessonHits('p');
	const box = show(LessonHitList, { lessons, base: '/projects/p' });
	expect(box.textContent.trim()).toBe('');
	await lessons.search({ kind: 'words', text: 'begin straat*', areaId: 'a' });
	flushSync();
	expect(asked).toEqual([
		{ path: '/api/v1/projects/p/lesson-searches', body: { q: 'begin straat*', limit: 10, areaId: 'a' } }
	]);
	expect(box.querySelector('h2')?.textContent).toBe('Ook in een geleerde les');
	expect(box.querySelector('a')?.getAttribute('href')).toBe('/projects/p/lessons#lesson-l');
});

test('literal text is looked for as it is', async () => {
	await new LessonHits('p').search({ kind: 'text', text: 'op straat' });
	expect(asked.map(({ body }) => body['q'])).toEqual(['"op straat"']);
});

test.each([
	{ kind: 'pattern', text: 'a.b' },
	{ kind: 'speaker', speakerRole: 'interviewer' },
	{ kind: 'words', text: 'straat', group: 'resident' },
	{ kind: 'words', text: 'straat', sourceIds: ['s'] },
	{ kind: 'words', text: ' ' }
])('a search about interviews alone asks for no lessons, and those of before go: %j', async (search) => {
	const lessons = new LessonHits('p');
	await lessons.search({ kind: 'words', text: 'straat' });
	expect(lessons.items).toHaveLength(1);
	await lessons.search(search);
	expect(asked).toHaveLength(1);
	expect(lessons.items).toEqual([]);
});
