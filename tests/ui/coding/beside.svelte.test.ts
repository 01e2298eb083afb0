import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceListItem } from '#lib/contract/source.ts';
import { besideFrom, noBeside, readBeside, shareFrom } from '#lib/ui/coding/beside/beside-keeping.ts';
import { BesideState } from '#lib/ui/coding/beside/beside-state.svelte.ts';
import { demandsOf, noFilters, placesOf, withBelow } from '#lib/ui/coding/beside/quote-filters.ts';

const [a, b] = ['0197a000-0000-7000-8000-00000000000a', '0197a000-0000-7000-8000-00000000000b'];
beforeEach(() => localStorage.clear());

describe('what the browser remembers of the pane', () => {
	it('comes back as it was left', () => {
		const left = new BesideState('project', 'anna', a);
		left.open();
		left.showSource(b, { turn: 7 });
		left.resize(60);
		const again = new BesideState('project', 'anna', a);
		again.read();
		const { isOpen, kind, sourceId, turn, share } = again;
		expect({ isOpen, kind, sourceId, turn, share }).toEqual({
			isOpen: true,
			kind: 'source',
			sourceId: b,
			turn: 7,
			share: 60
		});
	});

	it('belongs to one project', () => {
		new BesideState('project', 'anna', a).showSource(b);
		expect(readBeside('another', 'anna')).toEqual(noBeside);
	});

	it('belongs to one person; what was kept for all goes to who comes first', () => {
		new BesideState('project', 'anna', a).showSource(b);
		expect(readBeside('project', 'bram')).toEqual(noBeside);
		localStorage.setItem('wijkstem.beside.old', JSON.stringify({ ...noBeside, isOpen: true }));
		expect(readBeside('old', 'bram').isOpen).toBe(true);
		expect(readBeside('old', 'anna')).toEqual(noBeside);
		expect(readBeside('old', 'bram').isOpen).toBe(true);
	});

	it('falls back to the beginning where it cannot be read', () => {
		localStorage.setItem('wijkstem.beside.project.anna', '{');
		expect(readBeside('project', 'anna')).toEqual(noBeside);
		expect(besideFrom(null)).toEqual(noBeside);
		expect(besideFrom({ isOpen: 'yes', sourceId: 'Jan de Vries', turn: -1, share: 'wide' })).toEqual(noBeside);
	});

	it('is ids and numbers, never words', () => {
		const state = new BesideState('project', 'anna', a);
		state.showSource(b, { codingId: a, turn: 3 });
		const kept: unknown = JSON.parse(localStorage.getItem('wijkstem.beside.project.anna') ?? '');
		expect(Object.keys(kept as object).sort()).toEqual(Object.keys(noBeside).sort());
	});

	it('leaves both texts room', () => {
		expect([shareFrom(3), shareFrom(50.4), shareFrom(99), shareFrom(Number.NaN)]).toEqual([25, 50, 70, noBeside.share]);
	});
});

describe('an interview that becomes the main one', () => {
	it('leaves the former main one beside it, and the way back puts things as they were', () => {
		const first = new BesideState('project', 'anna', a);
		first.showSource(b);
		first.swap(12);
		const second = new BesideState('project', 'anna', b);
		second.read();
		expect([second.sourceId, second.turn]).toEqual([a, 12]);
		// The browser's own button "back" leads to the first one, with the pane as the second left it.
		const back = new BesideState('project', 'anna', a);
		back.read();
		expect(back.sourceId).toBe(b);
	});
});

describe('what follows events in the pane', () => {
	it('hears nothing any more when it has gone', () => {
		const state = new BesideState('project', 'anna', a);
		let heard = 0;
		for (let times = 0; times < 3; times += 1) {
			const stop = state.follow({ receive: () => (heard += 1), refresh: () => (heard += 10) });
			state.receive({ kind: 'gap' });
			state.reopened();
			stop();
		}
		state.receive({ kind: 'gap' });
		expect(heard).toBe(33);
		expect(state.followers).toBe(0);
	});
});

describe('the filters on quotes', () => {
	it('demand nothing until they are set, but for the code with those below it', () => {
		const { codeId, includeDescendants, ...rest } = demandsOf('green', noFilters, 'me');
		expect([codeId, includeDescendants]).toEqual(['green', true]);
		expect(Object.values(rest).every((demand) => demand === null)).toBe(true);
	});

	it('say whose and which', () => {
		const filters = { ...noFilters, withBelow: false, isMine: true, isImportant: true, valence: 'improve' as const };
		expect(demandsOf('green', filters, 'me')).toMatchObject({
			includeDescendants: false,
			coderId: 'me',
			important: true,
			valence: 'improve'
		});
	});

	it('offer each area and wave of the interviews once, in order', () => {
		const row = (areaName: string, waveYear: number) =>
			({ areaId: areaName, areaName, waveId: String(waveYear), waveLabel: 'Meting', waveYear }) as SourceListItem;
		const { areas, waves } = placesOf([row('Zuilen', 2025), row('Ámstel', 2021), row('Zuilen', 2021)]);
		expect(areas.map(({ label }) => label)).toEqual(['Ámstel', 'Zuilen']);
		expect(waves.map(({ label }) => label)).toEqual(['Meting 2021', 'Meting 2025']);
	});

	it('take a code with all that stand below it', () => {
		const codes = [
			{ id: 'home', parentId: null },
			{ id: 'rent', parentId: 'home' },
			{ id: 'social', parentId: 'rent' },
			{ id: 'safe', parentId: null }
		];
		expect([...withBelow(codes, 'home')]).toEqual(['home', 'rent', 'social']);
	});
});
