import { mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeCodingInput, CodingItem } from '#lib/contract/coding.ts';
import { DeskClient } from '#lib/ui/coding/desk-client.ts';
import { DeskSettings } from '#lib/ui/coding/desk-settings.svelte.ts';
import { toasts } from '#lib/ui/dialog/toasts.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import QuoteItem from '#lib/ui/query/QuoteItem.svelte';
import QuoteMemo from '#lib/ui/query/QuoteMemo.svelte';
import { QuoteList } from '#lib/ui/query/quote-list.svelte.ts';
import type { OpenDesk } from '#lib/ui/query/open-desk.ts';
import { QuoteWork } from '#lib/ui/query/quote-work.svelte.ts';

const at = '2026-01-01T00:00:00.000Z';
const quote = (id: string, part: Partial<CodingItem> = {}): CodingItem => ({
	id,
	sourceId: 'source',
	version: 1,
	start: 0,
	end: 4,
	quote: 'Café 😀',
	codeId: 'green',
	coderId: 'me',
	valences: [],
	memo: '',
	important: false,
	codedAt: at,
	codeSetAt: at,
	changedAt: at,
	codePath: 'Wonen › Groen',
	coderName: 'Ada',
	reference: `VOL-B-01 · 2023 · ${id}`,
	turn: 1,
	codebookVersion: null,
	source: {
		id: 'source',
		title: 'VOL-B-01',
		areaId: 'area',
		areaName: 'Testwijk',
		waveId: 'wave',
		waveYear: 2023,
		studyId: null,
		group: 'resident',
		conductedOn: null,
		quotesAllowed: true
	},
	...part
});

/** The API as far as a list of quotes uses it. */
class Server {
	readonly codings = new Map([quote('one'), quote('two')].map((one) => [one.id, one]));
	readonly removed = new Map<string, CodingItem>();
	/** of each other code: whether it took something back */
	readonly recoded: boolean[] = [];
	isBroken = false;
	#clock = 0;

	stamp = () => new Date(Date.UTC(2026, 1, 1) + (this.#clock += 1000)).toISOString();

	/** how many requests came */
	asked = 0;
	readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
		this.asked += 1;
		const [, id = '', restoration] = /codings\/([^/?]+)(\/restoration)?(?:\?|$)/.exec(String(input)) ?? [];
		const problem = (status: number, code: string) =>
			Response.json({ detail: code, problems: [{ code, message: code }] }, { status });
		if (this.isBroken) return problem(500, 'broken');
		const body = JSON.parse(String(init?.body ?? '{}')) as Partial<CodingItem & ChangeCodingInput>;
		if (restoration) {
			const back = this.removed.get(id);
			if (!back) return problem(404, 'coding-unknown');
			this.codings.set(id, back);
			return Response.json(back);
		}
		const coding = this.codings.get(id);
		if (!coding) return problem(404, 'coding-unknown');
		if (init?.method === 'DELETE') {
			this.codings.delete(id);
			this.removed.set(id, coding);
			return Response.json({ id, deletionId: `gone-${id}` });
		}
		if (init?.method !== 'PATCH') return Response.json(coding);
		if (body.changedAt !== undefined && body.changedAt !== coding.changedAt) return problem(409, 'coding-changed');
		const { moveEdge, takesBack, ...said } = body;
		if (said.codeId !== undefined) this.recoded.push(takesBack === true);
		if (moveEdge?.step === 1 && coding.end === 9) return problem(422, 'passage-no-further');
		const moved = moveEdge ? { end: 9, quote: 'Café 😀 fijn' } : {};
		const changed = { ...coding, ...moved, ...said, changedAt: this.stamp() };
		this.codings.set(id, changed);
		return Response.json(changed);
	};
}

let server: Server;
const realFetch = globalThis.fetch;
beforeEach(() => {
	localStorage.clear();
	sessionStorage.clear();
	toasts.list = [];
	server = new Server();
	globalThis.fetch = server.fetch;
});
afterEach(() => {
	globalThis.fetch = realFetch;
});

/** Done once nothing more is asked: one answer can lead to the next request. */
const settle = async () => {
	let seen = -1;
	while (seen !== server.asked) {
		seen = server.asked;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
};
const codes = [
	{ id: 'green', path: 'Wonen › Groen', isCodable: true },
	{ id: 'safe', path: 'Veiligheid', isCodable: true }
];
const open = (rights: Partial<{ mayApply: boolean; mayMendAll: boolean }> = {}, desk: OpenDesk | null = null) => {
	const list = new QuoteList(
		'project',
		{ unit: 'coding', where: { and: [] } },
		{
			unit: 'coding',
			items: [...server.codings.values()],
			nextCursor: null,
			found: 2,
			codings: 2,
			interviews: 1,
			voices: null
		}
	);
	const client = new DeskClient('project', 'me');
	const work = new QuoteWork(list, client, { me: 'me', mayApply: true, mayMendAll: false, ...rights }, codes, desk);
	const get = (id: string): CodingItem => list.get(id) ?? quote('none');
	return { list, work, get };
};
/** What the desk of the interview would take up. */
const kept = (): { done: { label: string }[]; trails: unknown[] } =>
	JSON.parse(localStorage.getItem('wijkstem.work.me.source') ?? '{"done":[],"trails":[]}');

describe('what is done to a quote where it is read', () => {
	it('is stored, stays in its place in the list, and can be undone on the desk of its interview', async () => {
		const { list, work, get } = open();
		work.change(get('one'), { codeId: 'safe' });
		await settle();
		expect(server.codings.get('one')?.codeId).toBe('safe');
		expect(list.items.map(({ id, codePath }) => [id, codePath])).toEqual([
			['one', 'Veiligheid'],
			['two', 'Wonen › Groen']
		]);
		expect(kept().done).toHaveLength(1);
	});

	it('tells the server whether another code is a choice, or takes one back', async () => {
		const { work, get } = open();
		work.change(get('one'), { codeId: 'safe' });
		await settle();
		toasts.list.at(-1)?.action?.onDo();
		await settle();
		expect(server.recoded).toEqual([false, true]);
		expect(server.codings.get('one')?.codeId).toBe('green');
	});

	it('can be undone from the message at once, and is then not in the history', async () => {
		const { work, get } = open();
		work.toggleValence(get('one'), 'improve');
		await settle();
		expect(server.codings.get('one')?.valences).toEqual(['improve']);
		toasts.list.at(-1)?.action?.onDo();
		await settle();
		expect(server.codings.get('one')?.valences).toEqual([]);
		expect(kept().done).toHaveLength(0);
	});

	it('gives it another end, by button and key, which is undone here and on the desk of its interview', async () => {
		const { work, get } = open();
		const shown = mount(QuoteItem, { target: document.body, props: { quote: get('one'), href: '#', work } });
		const button = (text: string) =>
			[...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(text));
		button(m.query_passage())?.click();
		await settle();
		button(`${m.desk_edge_end()}: ${m.query_sentence_later()}`)?.click();
		await settle();
		expect(get('one')).toMatchObject({ end: 9, quote: 'Café 😀 fijn' });
		expect(kept().done).toMatchObject([{ steps: [{ before: { range: { end: 4 } }, after: { range: { end: 9 } } }] }]);

		button(m.query_passage())?.dispatchEvent(new KeyboardEvent('keydown', { key: '}', bubbles: true }));
		await settle();
		expect(toasts.list.map(({ text }) => text)).toContain(m.desk_no_further());
		expect(kept().done).toHaveLength(1);

		toasts.list.find(({ action }) => action)?.action?.onDo();
		await settle();
		expect(server.codings.get('one')).toMatchObject({ start: 0, end: 4 });
		expect(kept().done).toHaveLength(0);
		void unmount(shown);
	});

	it('gives it another end by the keys of the desk as this person has them, or by none', async () => {
		const { work, get } = open();
		const shown = mount(QuoteItem, { target: document.body, props: { quote: get('one'), href: '#', work } });
		const tools = () =>
			[...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes(m.query_passage()));
		const press = async (key: string) => {
			tools()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
			await settle();
		};
		const settings = new DeskSettings('me');
		settings.set({ keys: { 'end-later': 'é', 'end-earlier': null } });
		await press('}');
		expect(get('one').end).toBe(4);
		tools()?.click();
		await settle();
		expect(document.body.textContent).toContain(`É = ${m.desk_key_end_later()}`);
		expect(document.body.textContent).not.toContain(`= ${m.desk_key_end_earlier()}`);
		settings.set({ singleKeys: false });
		await press('é');
		expect(get('one').end).toBe(4);
		settings.set({ singleKeys: true });
		await press('é');
		expect(get('one').end).toBe(9);
		await unmount(shown);
	});

	it('follows what was done before it to the same quote, so that nothing is refused as changed', async () => {
		const { work, get } = open();
		work.change(get('one'), { important: true });
		work.toggleValence(get('one'), 'forward');
		expect((await work.saveMemo(get('one'), 'Café 😀', '')).ok).toBe(true);
		await settle();
		expect(server.codings.get('one')).toMatchObject({ important: true, valences: ['forward'], memo: 'Café 😀' });
	});

	it('leaves a place when it is taken away, and comes back there', async () => {
		const { list, work, get } = open();
		work.remove(get('one'));
		expect(work.shown(get('one'))).toBe(null);
		expect(list.items).toHaveLength(2);
		await settle();
		expect([kept().done.length, kept().trails.length]).toEqual([1, 1]);
		work.bringBack(get('one'));
		await settle();
		expect(work.shown(get('one'))?.id).toBe('one');
		expect(server.codings.has('one')).toBe(true);
		expect([kept().done.length, kept().trails.length]).toEqual([0, 0]);
	});

	it('stays away while news of what was done to it before comes in between', async () => {
		const { work, get } = open();
		const changedAt = server.stamp();
		server.codings.set('one', quote('one', { important: true, changedAt }));
		const coding = { ...quote('one', { changedAt }), hasMemo: false, coderName: 'Ada' };
		const seen: boolean[] = [];
		const stop = $effect.root(() => {
			$effect(() => void seen.push(work.shown(quote('one')) !== null));
		});
		work.receive({ kind: 'coding-changed', coding }, () => true);
		work.remove(get('one'));
		await settle();
		expect(new Set(seen)).toEqual(new Set([false]));
		expect(server.codings.has('one')).toBe(false);
		work.bringBack(get('one'));
		await settle();
		expect(server.codings.get('one')?.important).toBe(true);
		stop();
	});

	it('is put back as it was when it cannot be stored, and says so with the way to try again', async () => {
		const { work, get } = open();
		server.isBroken = true;
		work.change(get('one'), { important: true });
		await settle();
		expect(get('one').important).toBe(false);
		const told = toasts.list.at(-1);
		expect(told?.kind).toBe('problem');
		server.isBroken = false;
		told?.action?.onDo();
		await settle();
		expect(server.codings.get('one')?.important).toBe(true);
		expect(kept().done).toHaveLength(1);
	});

	it('does not overwrite what another changed meanwhile, but shows that', async () => {
		const { work, get } = open();
		server.codings.set('one', quote('one', { codeId: 'safe', codePath: 'Veiligheid', changedAt: server.stamp() }));
		work.change(get('one'), { important: true });
		await settle();
		expect(server.codings.get('one')?.important).toBe(false);
		expect(get('one').codeId).toBe('safe');
	});
});

describe('who may do it', () => {
	it('is the coder of the quote, or who keeps the codebook', () => {
		const [own, other] = [quote('one'), quote('two', { coderId: 'other' })];
		const may = (work: QuoteWork) => [work.mayChange(own), work.mayChange(other)];
		expect(may(open().work)).toEqual([true, false]);
		expect(may(open({ mayApply: false }).work)).toEqual([false, false]);
		expect(may(open({ mayApply: false, mayMendAll: true }).work)).toEqual([true, true]);
	});
});

describe('what another does', () => {
	const event = (id: string, codeId: string, changedAt: string) => ({
		kind: 'coding-changed' as const,
		coding: { ...quote(id, { codeId, changedAt }), hasMemo: false, coderName: 'Bo' }
	});

	it('changes the quote in its place', async () => {
		const { work, get } = open();
		const changedAt = server.stamp();
		server.codings.set('one', quote('one', { important: true, changedAt }));
		work.receive(event('one', 'green', changedAt), () => true);
		await settle();
		expect(get('one').important).toBe(true);
	});

	it('leaves a place that only the other can fill again', () => {
		const { work, get } = open();
		work.receive({ kind: 'coding-removed', sourceId: 'source', version: 1, ids: ['one'], actorId: 'x' }, () => true);
		expect(work.shown(get('one'))).toBe(null);
		expect(work.mayBringBack(get('one'))).toBe(false);
	});

	it('tells of quotes that belong in the list, and of no others', () => {
		const { work } = open();
		work.receive(event('three', 'safe', at), (codeId) => codeId === 'green');
		expect(work.isBehind).toBe(false);
		work.receive(event('four', 'green', at), (codeId) => codeId === 'green');
		expect(work.isBehind).toBe(true);
	});
});

describe('what a colleague did in between', () => {
	/** A colleague changes a quote, and the list hears of it live. */
	const byColleague = async (work: QuoteWork, part: Partial<CodingItem>) => {
		const coding = { ...(server.codings.get('one') ?? quote('one')), ...part, changedAt: server.stamp() };
		server.codings.set('one', coding);
		work.receive({ kind: 'coding-changed', coding: { ...coding, hasMemo: true, coderName: 'Bo' } }, () => true);
		await settle();
	};

	it('stays when one takes back by the message what one did before it', async () => {
		const { work, get } = open();
		work.change(get('one'), { codeId: 'safe' });
		await settle();
		const undo = toasts.list.at(-1)?.action;
		await byColleague(work, { codeId: 'other', codePath: 'Anders' });
		undo?.onDo();
		await settle();
		expect(server.codings.get('one')?.codeId).toBe('other');
		expect(toasts.list.at(-1)?.text).toBe(m.desk_left_alone({ names: 'Anders' }));
	});

	it('is no reason to leave what was done to another part of it', async () => {
		const { work, get } = open();
		work.change(get('one'), { codeId: 'safe' });
		await settle();
		const undo = toasts.list.at(-1)?.action;
		await byColleague(work, { important: true });
		undo?.onDo();
		await settle();
		expect(server.codings.get('one')).toMatchObject({ codeId: 'green', important: true });
	});

	/** The form of the note, as it opened before the colleague wrote. */
	const form = (work: QuoteWork, one: CodingItem) => {
		let isDone = false;
		const target = document.body.appendChild(document.createElement('div'));
		const props = { quote: one, work, onDone: () => (isDone = true) };
		const shown = mount(QuoteMemo, { target, props });
		const press = async (label: string) => {
			[...target.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === label)?.click();
			await settle();
		};
		const write = (text: string) => {
			const field = target.querySelector('textarea');
			if (!field) throw new Error('a field');
			field.value = text;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		};
		const close = async () => {
			await unmount(shown);
			target.remove();
		};
		return { target, press, write, close, isDone: () => isDone };
	};

	it('is shown beside a note that was written over the earlier one, and one chooses', async () => {
		const { work, get } = open();
		const { target, press, write, close, isDone } = form(work, get('one'));
		write('mijn tekst');
		await byColleague(work, { memo: 'andere 😀' });
		await press(m.query_quote_save());
		expect(server.codings.get('one')?.memo).toBe('andere 😀');
		expect(target.querySelector('blockquote')?.textContent).toBe('andere 😀');
		await press(m.desk_memo_keep_mine());
		expect(server.codings.get('one')?.memo).toBe('mijn tekst');
		expect(isDone()).toBe(true);
		await close();
	});

	it('is shown beside an older draft, and stays when one takes it', async () => {
		const { work, get } = open();
		const first = form(work, get('one'));
		first.write('mijn tekst');
		await first.close();
		await byColleague(work, { memo: 'andere 😀' });
		const { target, press, close, isDone } = form(work, get('one'));
		expect(target.querySelector('blockquote')?.textContent).toBe('andere 😀');
		await press(m.desk_memo_take_other());
		expect(server.codings.get('one')?.memo).toBe('andere 😀');
		expect([isDone(), Object.keys(sessionStorage)]).toEqual([true, []]);
		await close();
	});

	it('is read before a note is stored by way of the open desk, which heard it first', async () => {
		const stored: string[] = [];
		const desk: OpenDesk = {
			has: () => true,
			shown: (one) => one,
			change: () => {},
			remove: () => {},
			bringBack: () => {},
			saveMemo: (_, memo) => {
				stored.push(memo);
				return Promise.resolve({ ok: true, value: null });
			}
		};
		const { work, get } = open({}, desk);
		server.codings.set('one', quote('one', { memo: 'andere 😀', changedAt: server.stamp() }));
		expect(await work.saveMemo(get('one'), 'mijn tekst', '')).toEqual({ ok: false, other: 'andere 😀' });
		expect((await work.saveMemo(get('one'), 'mijn tekst', 'andere 😀')).ok).toBe(true);
		expect(stored).toEqual(['mijn tekst']);
	});
});

describe('a quote in a list', () => {
	it.each([
		[{ id: 'v2', number: 2, name: 'Na de proef é' }, true],
		[null, false]
	])('tells the version of the codebook it was coded with: %j', (codebookVersion, isTold) => {
		const props = { quote: quote('one', { codebookVersion }), href: '/one' };
		const shown = mount(QuoteItem, { target: document.body, props });
		expect(document.body.textContent.includes(m.query_quote_version({ number: 2, name: 'Na de proef é' }))).toBe(
			isTold
		);
		void unmount(shown);
	});
});
