import { beforeEach, expect, test, vi } from 'vitest';
import type { ReportSectionAnswer } from '../../../src/lib/contract/report.ts';
import { ReportClient } from '../../../src/lib/ui/report/report-client.ts';
import { SectionWriting } from '../../../src/lib/ui/report/section-writing.svelte.ts';
import { forgetAllDrafts } from '../../../src/lib/ui/shell/kept-drafts.ts';
import { textOf } from '../../support/rich-text-of.ts';

const stored: ReportSectionAnswer = {
	...{ pillarId: 'p', areaId: 'a', slot: 'message', version: 1, text: textOf('Wat er stond 😀') },
	...{ changedBy: null, changedAt: null, blocks: [] }
};

type Request = { readonly method: string; readonly path: string; readonly user: string | null };
let requests: Request[];
/** who is signed in in this browser */
let signedIn: string;
/** the server is not reached */
let isAway: boolean;

beforeEach(() => {
	sessionStorage.clear();
	requests = [];
	signedIn = 'ada';
	isAway = false;
	vi.stubGlobal('fetch', async (path: string, { method = 'GET', body, headers }: RequestInit = {}) => {
		const user = new Headers(headers).get('x-wijkstem-user');
		requests.push({ method, path, user });
		if (isAway) throw new TypeError('Failed to fetch');
		if (user !== null && user !== signedIn) {
			const problems = [{ code: 'person-other', message: 'person-other' }];
			return Response.json({ status: 409, detail: 'person-other', problems }, { status: 409 });
		}
		const { version, text } = JSON.parse(String(body)) as Pick<ReportSectionAnswer, 'version' | 'text'>;
		return Response.json({ ...stored, version: version + 1, text });
	});
});

const writingOf = (userId: string, pause = 60_000) =>
	new SectionWriting({
		...{ client: new ReportClient('p1', userId), reportId: 'r1', userId, section: stored, storage: sessionStorage },
		...{ pause, again: 1 }
	});
const typed = textOf('Wat ik nu schrijf, één zin 👩‍👩‍👧');

test('what is typed is kept at once, and a reload puts it back', () => {
	writingOf('ada').write({ ok: true, value: typed });
	const again = writingOf('ada');
	expect([again.text, again.status]).toEqual([typed, 'draft']);
});

test('what one person typed is not shown to another who signs in in the same tab', () => {
	writingOf('ada').write({ ok: true, value: typed });
	const ofOther = writingOf('bo');
	expect([ofOther.text, ofOther.status]).toEqual([stored.text, 'idle']);
	expect(writingOf('ada').text).toEqual(typed);
});

test('signing out forgets it', () => {
	writingOf('ada').write({ ok: true, value: typed });
	forgetAllDrafts(sessionStorage);
	expect(writingOf('ada').text).toEqual(stored.text);
});

test('a request that writes says whose it is', async () => {
	const writing = writingOf('ada');
	writing.write({ ok: true, value: typed });
	await writing.save();
	expect(writing.status).toBe('saved');
	expect(requests).toEqual([
		{ method: 'PUT', path: '/api/v1/projects/p1/reports/r1/sections/p/a/message', user: 'ada' }
	]);
});

test('somebody else signed in meanwhile: it is said once, what was typed stays, and it is stored for its writer later', async () => {
	signedIn = 'bo';
	const writing = writingOf('ada', 1);
	writing.write({ ok: true, value: typed });
	await expect.poll(() => writing.status).toBe('failed');
	expect(writing.problem).toContain('In deze browser is nu iemand anders ingelogd.');
	await new Promise((resolve) => setTimeout(resolve, 50));
	writing.leave();
	expect(requests).toHaveLength(1);
	expect([writing.text, writingOf('ada').text]).toEqual([typed, typed]);
	signedIn = 'ada';
	await writing.save();
	expect([writing.status, writingOf('ada').status]).toEqual(['saved', 'idle']);
});

test('a server that is not reached is asked again by itself, until what was typed is stored', async () => {
	isAway = true;
	const writing = writingOf('ada', 1);
	writing.write({ ok: true, value: typed });
	await expect.poll(() => requests.length).toBeGreaterThan(2);
	expect([writing.status, writing.text]).toEqual(['failed', typed]);
	isAway = false;
	await expect.poll(() => writing.status).toBe('saved');
	expect(writing.stored.text).toEqual(typed);
	const { length } = requests;
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(requests).toHaveLength(length);
});

test('a text that was left is sent once more and then waits in the browser', async () => {
	isAway = true;
	const writing = writingOf('ada');
	writing.write({ ok: true, value: typed });
	writing.leave();
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(requests).toHaveLength(1);
	expect(writingOf('ada').text).toEqual(typed);
});
