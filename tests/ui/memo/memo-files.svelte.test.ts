import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import MemoFiles from '../../../src/routes/projects/[project]/memos/MemoFiles.svelte';
import { clear, show } from '../../support/show.ts';

/** What the server was asked, in order: where, and with what. */
let asked: { path: string; body: unknown }[] = [];
beforeEach(() => {
	asked = [];
	vi.stubGlobal('fetch', (path: string, { body = '' }: { body?: string } = {}) => {
		asked.push({ path, body: body === '' ? null : (JSON.parse(body) as unknown) });
		if (path.endsWith('/export-checks'))
			return Promise.resolve(Response.json({ outcome: 'confirm', fingerprint: 'f', findings: [] }));
		if (path.endsWith('/export-confirmations')) return Promise.resolve(Response.json({ id: 'c' }));
		return Promise.resolve(new Response('bestand'));
	});
});
afterEach(() => {
	clear();
	vi.unstubAllGlobals();
});

const takeCsv = async (props: object) => {
	const box = show(MemoFiles, { projectId: 'p', ...props } as never);
	box.querySelector<HTMLElement>('a[href*="csv"], button')?.click();
	await expect.poll(() => document.querySelector('dialog textarea')).not.toBeNull();
	const reason = document.querySelector('dialog textarea') as HTMLTextAreaElement;
	reason.value = 'Omdat é 😀';
	reason.dispatchEvent(new Event('input', { bubbles: true }));
	document.querySelector('dialog form')?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
	await expect.poll(() => asked.length).toBe(3);
	return asked;
};

test('a file of memos is looked through by the choice of the list, and taken away with the confirmation', async () => {
	const [check, confirmation, file] = await takeCsv({
		...{ kind: 'memos', choice: { kind: 'question', codeId: 'c1' }, words: '' }
	});
	const choice = { kind: 'memos', memoKind: 'question', codeId: 'c1' };
	expect(check).toEqual({ path: '/api/v1/projects/p/export-checks', body: choice });
	expect(confirmation?.body).toEqual({ export: choice, fingerprint: 'f', reason: 'Omdat é 😀' });
	const { pathname, searchParams } = new URL(file?.path ?? '', 'http://127.0.0.1');
	expect(pathname).toBe('/api/v1/projects/p/exports/memos');
	expect(Object.fromEntries(searchParams)).toEqual({
		...{ codeId: 'c1', kind: 'question' },
		...{ format: 'csv', confirmation: 'c' }
	});
});

test('with words that were looked for, these stand in no address; of notes only the notes are taken', async () => {
	const [check, , file] = await takeCsv({
		...{ kind: 'notes', choice: { codeId: 'c1', includeDescendants: 'true' }, words: 'té klein' }
	});
	const choice = { codeId: 'c1', includeDescendants: 'true', q: 'té klein' };
	expect(check?.body).toEqual({ kind: 'memos', memoKind: 'note', ...choice });
	expect(file).toEqual({
		path: '/api/v1/projects/p/exports/memos',
		body: { ...choice, kind: 'note', format: 'csv', confirmation: 'c' }
	});
});
