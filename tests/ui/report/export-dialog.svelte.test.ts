import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Reply } from '../../../src/lib/ui/api/ask.ts';
import ExportDialog from '../../../src/lib/ui/report/ExportDialog.svelte';
import { ExportTaking } from '../../../src/lib/ui/report/export-taking.svelte.ts';
import { clear, show } from '../../support/show.ts';

const file = { kind: 'codebook' } as never;
let outcome: 'clear' | 'confirm' = 'clear';
let confirmed: (() => void) | null = null;

beforeEach(() => {
	confirmed = null;
	vi.stubGlobal('fetch', (path: string) =>
		path.endsWith('/export-checks')
			? Promise.resolve(Response.json({ outcome, fingerprint: 'f', findings: [] }))
			: new Promise((resolve) => (confirmed = () => resolve(Response.json({ id: 'c' }))))
	);
});
afterEach(() => {
	clear();
	vi.unstubAllGlobals();
});

const never = () => new Promise<Reply<unknown>>(() => {});

test('who stops a file goes on at the buttons of the sheet', async () => {
	outcome = 'clear';
	const box = show(ExportDialog, {
		...{ projectId: 'p', file, label: 'Codeboek', make: never },
		...{ onReady: () => {}, onClose: () => {} }
	});
	await expect.poll(() => box.querySelector('progress')).not.toBeNull();
	const stop = box.querySelector<HTMLButtonElement>('footer button');
	stop?.focus();
	stop?.click();
	await expect.poll(() => box.querySelector('progress')).toBeNull();
	await expect.poll(() => box.querySelector('footer')?.contains(document.activeElement)).toBe(true);
});

test('a file that was given up while its reason was on its way is not made', async () => {
	outcome = 'confirm';
	let made = 0;
	const make = () => ((made += 1), never());
	const taking = new ExportTaking({ projectId: 'p', file, make });
	await taking.look();
	const confirming = taking.confirm('omdat');
	await expect.poll(() => confirmed).not.toBeNull();
	taking.stop();
	confirmed?.();
	await confirming;
	expect(made).toBe(0);
});
