import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mentionPath } from '#lib/domain/memo/references.ts';
import { MentionSearch } from '#lib/ui/memo/mention-search.ts';

type Asked = { readonly path: string; readonly body: unknown };
let asked: Asked[] = [];
/** by the end of a path; a number = refused with this status */
let answers: Record<string, unknown> = {};

beforeEach(() => {
	asked = [];
	answers = {
		codes: {
			items: [
				{ id: 'c1', name: 'Groen', parentId: null },
				{ id: 'c2', name: 'Café’s', parentId: 'c1' }
			]
		},
		'sources?limit=500': { items: [{ id: 's1', title: 'GRO-B-01' }] },
		queries: { items: [{ id: 'k1', quote: 'Het groen is 😀 mooi', reference: 'VOL-B-01 · 2023 · beurt 14' }] }
	};
	vi.stubGlobal('fetch', async (path: string, { body }: { body?: string } = {}) => {
		asked.push({ path, body: body === undefined ? null : (JSON.parse(body) as unknown) });
		const answer = answers[path.replace('/api/v1/projects/p/', '')];
		return typeof answer === 'number'
			? Response.json({ title: 'nee', problems: [] }, { status: answer })
			: Response.json(answer);
	});
});
afterEach(() => vi.unstubAllGlobals());

test('codes, interviews and codings are found by words, each with what tells it from others', async () => {
	const reply = await new MentionSearch('p').find('groe');
	expect(reply).toMatchObject({
		ok: true,
		value: [
			{ kind: 'reference', to: 'code', id: 'c1', label: 'Groen', detail: '' },
			// below a code that has the words, after it
			{ to: 'code', id: 'c2', label: 'Café’s', detail: 'Groen' },
			{ kind: 'reference', to: 'coding', id: 'k1', detail: 'VOL-B-01 · 2023 · beurt 14' }
		]
	});
	expect(asked.at(-1)).toEqual({
		path: '/api/v1/projects/p/queries',
		body: { unit: 'coding', where: { text: 'groe*' }, limit: 6 }
	});
});

test('accents make no difference, and the words of a quote stand in no address', async () => {
	const search = new MentionSearch('p');
	expect(await search.find('cafe')).toMatchObject({
		value: [{ id: 'c2', label: 'Café’s', detail: 'Groen' }, { id: 'k1' }]
	});
	expect(await search.find('gro')).toMatchObject({ value: [{ id: 'c1' }, { id: 'c2' }, { id: 's1' }, { id: 'k1' }] });
	expect(asked.map(({ path }) => path).join()).not.toMatch(/cafe|gro/i);
	// what does not change while one writes is asked once
	expect(asked.filter(({ path }) => path.endsWith('/codes'))).toHaveLength(1);
});

test('codings are looked for from three letters on', async () => {
	expect(await new MentionSearch('p').find('gr')).toMatchObject({ value: [{ id: 'c1' }, { id: 'c2' }, { id: 's1' }] });
	expect(asked.some(({ path }) => path.endsWith('/queries'))).toBe(false);
});

test('who may not list interviews mentions the others; another fault is told, and asked again the next time', async () => {
	const search = new MentionSearch('p');
	answers['sources?limit=500'] = 403;
	expect(await search.find('groe')).toMatchObject({ value: [{ id: 'c1' }, { id: 'c2' }, { id: 'k1' }] });
	const other = new MentionSearch('p');
	answers['codes'] = 500;
	expect((await other.find('groe')).ok).toBe(false);
	answers['codes'] = { items: [] };
	expect(await other.find('groe')).toMatchObject({ value: [{ id: 'k1' }] });
});

test.each([
	['code', '/projects/p/codebook?code=x'],
	['source', '/projects/p/sources/x'],
	['coding', '/projects/p/codings/x']
] as const)('a mention of a %s leads to its place', (to, path) => {
	expect(mentionPath('p', { to, id: 'x' })).toBe(path);
});
