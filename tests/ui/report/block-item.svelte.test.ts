import { afterEach, expect, test, vi } from 'vitest';
import type { LiveBlockAnswer } from '../../../src/lib/contract/report.ts';
import BlockItem from '../../../src/lib/ui/report/BlockItem.svelte';
import { ReportClient } from '../../../src/lib/ui/report/report-client.ts';
import { clear, show } from '../../support/show.ts';

afterEach(() => {
	clear();
	vi.unstubAllGlobals();
});

const bob = { id: 'b', name: 'Bob' };
const blockOf = (more: Partial<LiveBlockAnswer>): LiveBlockAnswer => ({
	...{ id: 'l', pillarId: 'p1', areaId: 'a1', shows: { kind: 'table' }, said: { kind: 'lines', lines: ['62%'] } },
	...{ saidAt: '2026-01-01T10:00:00.000Z', saidBy: bob, state: 'same', now: null, whole: null },
	...{ quoted: null, kept: null },
	...more
});
const item = (block: LiveBlockAnswer, onChanged: (block: LiveBlockAnswer) => void = () => {}) =>
	show(BlockItem, {
		...{ projectId: 'p', reportId: 'r', rounds: { fromWaveId: 'w1', toWaveId: 'w2' } },
		...{ client: new ReportClient('p', 'ada'), block, mayWrite: true, onChanged }
	});
const hrefs = (box: HTMLElement) => [...box.querySelectorAll('a')].map((link) => link.getAttribute('href'));

const display = '/projects/p/joint-display/p1/a1?fromWaveId=w1&toWaveId=w2';
const said = { codeId: 'c1', group: 'together', saying: 'forward' } as const;
test.each<[string, LiveBlockAnswer['shows'], string]>([
	['a figure', { kind: 'figure', indicatorId: 'i1' }, '/projects/p/kernset/indicators/i1?areaId=a1'],
	['a chart', { kind: 'chart', indicatorId: 'i1' }, '/projects/p/kernset/indicators/i1?areaId=a1'],
	['a table', { kind: 'table' }, display],
	['a display', { kind: 'display' }, display],
	['a count', { kind: 'count', ...said }, `${display}#theme-c1`]
])('%s leads to its evidence', (_name, shows, href) => {
	expect(hrefs(item(blockOf({ shows })))).toEqual([href]);
});

test('a quote leads to its passage, to the version it was taken from, and says what was answered about quoting', () => {
	const box = item(
		blockOf({
			shows: { kind: 'quote', codingId: 'k1', shortened: null },
			said: { kind: 'quote', text: 'Café é 😀', reference: 'VOL-B-01 · 2025 · beurt 2' },
			quoted: {
				...{ sourceId: 's1', takenIn: 3, isAllowed: true },
				consent: { state: 'given', decidedOn: '2025-03-01' }
			}
		})
	);
	expect(hrefs(box)).toEqual(['/projects/p/sources/s1/versions?version=3', '/projects/p/codings/k1']);
	expect(box.textContent).toContain('versie 3');
	expect(box.textContent).toContain('1 maart 2025');
});

test('what may not be quoted any more leads nowhere, and says so', () => {
	const block = blockOf({
		...{ shows: { kind: 'quote', codingId: 'k1', shortened: null }, state: 'not-allowed', said: null },
		quoted: { sourceId: 's1', takenIn: 3, isAllowed: false, consent: { state: 'withdrawn', decidedOn: '2025-04-02' } }
	});
	const box = item(block);
	expect(hrefs(box)).toEqual(['/projects/p/sources/s1/versions?version=3']);
	expect(box.textContent).toContain('2 april 2025');
});

test('a block beside changed data is kept with a reason, which it says afterwards', async () => {
	const sent: unknown[] = [];
	const kept = { reason: 'Stand van de meting é', by: bob, at: '2026-01-02T10:00:00.000Z' };
	const changed = blockOf({ state: 'changed', now: { kind: 'lines', lines: ['64%'] } });
	vi.stubGlobal('fetch', (path: string, { body = '' }: { body?: string } = {}) => {
		sent.push([path, JSON.parse(body)]);
		return Promise.resolve(Response.json({ ...changed, state: 'kept', kept }));
	});
	let answer: LiveBlockAnswer | null = null;
	const box = item(changed, (block) => (answer = block));
	expect(box.textContent).toContain('64%');
	const press = (name: string) =>
		[...box.querySelectorAll('button')].find((button) => button.textContent?.includes(name))?.click();
	press('Bewaren met reden');
	await expect.poll(() => box.querySelector('input') === document.activeElement).toBe(true);
	const field = box.querySelector('input') as HTMLInputElement;
	field.value = kept.reason;
	field.dispatchEvent(new Event('input', { bubbles: true }));
	box.querySelector('form')?.requestSubmit();
	await expect.poll(() => answer).toMatchObject({ state: 'kept', kept });
	expect(sent).toEqual([[expect.stringContaining('/reports/r/blocks/l/'), { reason: kept.reason }]]);
	clear();
	expect(item(blockOf({ state: 'kept', kept })).textContent).toContain('Stand van de meting é');
});
