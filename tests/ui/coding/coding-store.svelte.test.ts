import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byReading } from '#lib/domain/coding/desk.ts';
import type { Turn } from '#lib/domain/source/turn.ts';
import { countCodes } from '#lib/ui/coding/code-tree.ts';
import { CodingStore } from '#lib/ui/coding/coding-store.svelte.ts';
import { isSameDecision, type DeskCoding } from '#lib/ui/coding/desk-coding.ts';

const turns: readonly Turn[] = [0, 1, 2, 3].map((at) => ({
	ordinal: at + 1,
	start: at * 10,
	end: at * 10 + 9,
	speakerId: null,
	startMs: null,
	endMs: null
}));

/** Few ids, codes and places, so that codings meet each other often. */
const codings: fc.Arbitrary<DeskCoding> = fc
	.record({
		id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
		start: fc.integer({ min: 0, max: 30 }),
		length: fc.integer({ min: 1, max: 15 }),
		codeId: fc.constantFrom('groen', 'wonen'),
		coderId: fc.constantFrom('ik', 'zij'),
		isSaved: fc.boolean(),
		state: fc.constantFrom<DeskCoding['state']>('saved', 'saving', 'failed'),
		change: fc.constantFrom<'forward' | null>('forward', null),
		codedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z')
	})
	.map(({ id, start, length, isSaved, change, ...rest }) => ({
		...rest,
		id,
		savedId: isSaved ? `saved-${id}` : null,
		range: { start, end: start + length },
		valences: { change, level: null },
		isImportant: false,
		hasMemo: false,
		changedAt: null,
		problem: null
	}));

type Step =
	{ readonly kind: 'put' | 'take'; readonly coding: DeskCoding } | { readonly kind: 'drop'; readonly id: string };

const steps: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ kind: fc.constantFrom('put' as const, 'take' as const), coding: codings }),
	fc.record({ kind: fc.constant('drop' as const), id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') })
);

const stateOf = (store: CodingStore<Turn>) => ({
	all: store.all,
	byTurn: turns.map(({ ordinal }) => store.ofTurn(ordinal)),
	counts: [...store.counts].sort(),
	failed: store.failed,
	saving: store.saving,
	coded: [...store.coded].sort()
});

/** What the state must be, made anew from all codings. */
const recomputed = (all: readonly DeskCoding[]) => {
	const sorted = [...all].sort(byReading);
	const byTurn = turns.map((turn) => sorted.filter(({ range }) => range.start < turn.end && turn.start < range.end));
	return {
		all: sorted,
		byTurn,
		coded: turns.flatMap(({ ordinal }, at) => (byTurn[at]?.length ? [ordinal] : [])),
		counts: [...countCodes(sorted)].sort(),
		failed: sorted.filter(({ state }) => state === 'failed'),
		saving: sorted.filter(({ state }) => state === 'saving').length
	};
};

it('what is changed along with each coding equals what all codings give', () => {
	fc.assert(
		fc.property(fc.uniqueArray(codings, { selector: ({ id }) => id }), fc.array(steps), (first, changes) => {
			const store = new CodingStore(turns, first);
			const model = new Map(first.map((coding) => [coding.id, coding]));
			for (const change of changes) {
				if (change.kind === 'drop') {
					store.drop(change.id);
					model.delete(change.id);
				} else if (change.kind === 'put') {
					store.put(change.coding);
					model.set(change.coding.id, change.coding);
				} else {
					const taken = store.take({ ...change.coding, savedId: `saved-${change.coding.id}` });
					model.set(taken.id, taken);
				}
				expect(stateOf(store)).toEqual(recomputed([...model.values()]));
				for (const coding of model.values()) expect(store.get(coding.id)).toEqual(coding);
			}
		})
	);
});

const coding = (change: Partial<DeskCoding> = {}): DeskCoding => ({
	id: 'a',
	savedId: null,
	range: { start: 2, end: 8 },
	codeId: 'groen',
	coderId: 'ik',
	valences: { change: null, level: null },
	isImportant: false,
	hasMemo: false,
	codedAt: '2026-01-01T00:00:00.000Z',
	changedAt: null,
	state: 'saving',
	problem: null,
	...change
});

const drawnBy = (store: CodingStore<Turn>, change: () => void): readonly number[] => {
	const drawn: number[] = [];
	store.onTurns = (touched) => drawn.push(...touched.map(({ ordinal }) => ordinal));
	change();
	return drawn;
};

it('the answer of the server draws nothing anew, unless what is seen differs', () => {
	const store = new CodingStore(turns, [coding()]);
	const saved = coding({ savedId: 'x', state: 'saved', changedAt: '2026-01-03T00:00:00.000Z' });
	expect(drawnBy(store, () => store.put(saved))).toEqual([]);
	expect(store.findSaved('x')).toEqual(saved);
	expect(drawnBy(store, () => store.put({ ...saved, range: { start: 2, end: 15 } }))).toEqual([1, 2]);
	expect(drawnBy(store, () => store.put({ ...saved, state: 'failed' }))).toEqual([1, 2]);
});

it('an event that says what is known already changes nothing', () => {
	const store = new CodingStore(turns, [coding({ savedId: 'x', state: 'saved' })]);
	const { all } = store;
	store.take(coding({ id: 'x', savedId: 'x', state: 'saved' }));
	expect(store.all).toBe(all);
});

it('a coding whose answer is under way keeps its key when it comes live', () => {
	const store = new CodingStore(turns, [coding()]);
	const fresh = coding({ id: 'x', savedId: 'x', state: 'saved' });
	expect(store.take(fresh)).toEqual({ ...fresh, id: 'a' });
	expect(store.all.filter((one) => isSameDecision(one, fresh))).toHaveLength(1);
});

it('around a passage are the codings of its turns and of those beside them', () => {
	const at = (id: string, start: number) => coding({ id, range: { start, end: start + 3 } });
	const store = new CodingStore(turns, [at('d', 32), at('c', 21), at('b', 14), at('a', 2)]);
	const around = (start: number, end: number) => store.around({ start, end }).map(({ id }) => id);
	expect(around(1, 5)).toEqual(['a', 'b']);
	expect(around(12, 14)).toEqual(['a', 'b', 'c']);
	expect(around(12, 25)).toEqual(['a', 'b', 'c', 'd']);
});

/** A coding as the server stored it, in a second of one minute. */
const stored = (id: string, second: number, more: Partial<DeskCoding> = {}): DeskCoding => ({
	...{ id, savedId: id, range: { start: 0, end: 4 }, codeId: 'groen', coderId: 'ik' },
	...{ valences: { change: null, level: null }, isImportant: false, hasMemo: false },
	...{ codedAt: at(second), changedAt: null, state: 'saved', problem: null },
	...more
});
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString();
const ids = (store: CodingStore<Turn>) => store.all.map(({ id }) => id).sort();

it('keeps what was stored while the server read: that answer cannot tell of it', () => {
	const store = new CodingStore(turns, [stored('old', 1), stored('removed elsewhere', 2)]);
	store.put(stored('mine', 30));
	store.put(stored('theirs', 31));
	store.renew([stored('old', 1)], at(30));
	expect(ids(store)).toEqual(['mine', 'old', 'theirs']);
});

it('does not bring back what went while the server read, until somebody brings it back', () => {
	const store = new CodingStore(turns, [stored('a', 1), stored('b', 1)]);
	store.drop('a');
	store.renew([stored('a', 1), stored('b', 1)], at(30));
	expect(ids(store)).toEqual(['b']);
	store.take(stored('a', 1, { changedAt: at(31) }));
	store.renew([stored('a', 1), stored('b', 1)], at(32));
	expect(ids(store)).toEqual(['a', 'b']);
});

it('keeps a change that was stored while the server read, and takes over what others changed before', () => {
	const store = new CodingStore(turns, [stored('a', 1), stored('b', 1)]);
	store.put(stored('a', 1, { changedAt: at(31), isImportant: true }));
	store.put(stored('b', 1, { changedAt: at(29), isImportant: true }));
	store.renew([stored('a', 1), stored('b', 1, { codeId: 'wonen' })], at(30));
	expect(store.get('a')?.isImportant).toBe(true);
	expect(store.get('b')).toMatchObject({ codeId: 'wonen', isImportant: false });
});
