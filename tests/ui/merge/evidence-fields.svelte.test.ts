import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import EvidenceFields from '../../../src/lib/ui/merge/EvidenceFields.svelte';
import { clear, show } from '../../support/show.ts';

let isBroken = false;
const list = (items: readonly unknown[]) => Response.json({ items, nextCursor: null });

beforeEach(() => {
	isBroken = false;
	vi.stubGlobal('fetch', async (path: string) => {
		if (path.includes('/indicators')) return list([{ id: 'kv1', key: 'KV1', label: 'Voelt zich veilig' }]);
		if (isBroken)
			return Response.json({ detail: 'Er ging iets mis.', problems: [{ code: 'x', message: '' }] }, { status: 500 });
		if (path.includes('/areas')) return list([{ id: 'area', name: 'Testwijk', kind: 'district', parentId: null }]);
		if (path.includes('/waves')) return list([{ id: 'w1', year: 2019, label: 'Eerste', startsOn: null, endsOn: null }]);
		return Response.json({ comparisonAreaId: null });
	});
});
afterEach(() => {
	clear();
	vi.unstubAllGlobals();
});

const about = { projectId: 'p', areaId: 'area', fromWaveId: 'w1', toWaveId: 'w1' };
const fields = () => show(EvidenceFields, { about, items: [], errorAt: () => null });
const button = (box: HTMLElement, name: RegExp) =>
	[...box.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''));

test('evidence that is taken away leaves the focus with the fields', async () => {
	const box = fields();
	button(box, /cijfer/i)?.click();
	await expect.poll(() => box.querySelector('[role=option]')).not.toBeNull();
	box.querySelector<HTMLElement>('[role=option]')?.click();
	await expect.poll(() => box.querySelector('li .head button')).not.toBeNull();
	const remove = box.querySelector<HTMLButtonElement>('li .head button');
	remove?.focus();
	remove?.click();
	await expect.poll(() => box.querySelector('li')).toBeNull();
	await expect.poll(() => box.contains(document.activeElement)).toBe(true);
});

test('that areas and rounds of a figure did not come is said, also once the figure is chosen', async () => {
	isBroken = true;
	const box = fields();
	button(box, /cijfer/i)?.click();
	await expect.poll(() => box.querySelector('[role=alert]')?.textContent).toContain('Er ging iets mis.');
	box.querySelector<HTMLElement>('[role=option]')?.click();
	flushSync();
	expect(box.querySelector('[role=alert]')).not.toBeNull();
	isBroken = false;
	box.querySelector<HTMLButtonElement>('[role=alert] button')?.click();
	await expect.poll(() => box.querySelector('[role=alert]')).toBeNull();
	await expect.poll(() => box.querySelectorAll('select').length).toBe(4);
});
