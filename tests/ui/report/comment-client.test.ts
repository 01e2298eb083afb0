import { afterEach, expect, test, vi } from 'vitest';
import { personHeader } from '../../../src/lib/domain/project/person-header.ts';
import { CommentClient } from '../../../src/lib/ui/report/comment-client.ts';

afterEach(() => vi.unstubAllGlobals());

const client = new CommentClient('p', 'r', 'ada');
const place = { pillarId: 'p', areaId: 'a', slot: 'message' } as const;

test.each([
	['add', () => client.add({ ...place, body: 'Welk café?' }), 'POST', ''],
	['reply', () => client.reply('c', 'Dat op de hoek'), 'POST', '/c/replies'],
	['settle', () => client.settle('c'), 'PUT', '/c/settlement'],
	['reopen', () => client.reopen('c'), 'DELETE', '/c/settlement'],
	['remove', () => client.remove('c'), 'DELETE', '/c'],
	['restore', () => client.restore('c'), 'POST', '/c/restoration']
])('%s says whose comment it is, so that nobody who signed in since sends it', async (_name, send, method, path) => {
	const fetched = vi.fn(async (_path: string, _request: RequestInit) => Response.json({}));
	vi.stubGlobal('fetch', fetched);
	await send();
	const [asked, request] = fetched.mock.calls[0] ?? [];
	expect([request?.method, asked]).toEqual([method, `/api/v1/projects/p/reports/r/comments${path}`]);
	expect(new Headers(request?.headers).get(personHeader)).toBe('ada');
});
