import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinNotes, longestNote, ownNote, withoutJoined } from '#lib/domain/coding/join-notes.ts';
import { uniteCodings, type Unitable } from '#lib/domain/coding/unite.ts';
import { noValences } from '#lib/domain/coding/valence.ts';

const coding = (id: string, start: number, end: number, more: Partial<Unitable> = {}): Unitable => ({
	id,
	sourceId: 'interview',
	version: 1,
	range: { start, end },
	coderId: 'ada',
	layer: 'shared',
	valences: noValences,
	isImportant: false,
	memo: '',
	...more
});

const anyCoding = fc
	.record({
		start: fc.integer({ min: 0, max: 20 }),
		length: fc.integer({ min: 1, max: 8 }),
		coderId: fc.constantFrom('ada', 'bram'),
		change: fc.constantFrom(null, 'forward' as const, 'backward' as const),
		isImportant: fc.boolean()
	})
	.map(({ start, length, coderId, change, isImportant }) => ({
		...coding('', start, start + length),
		coderId,
		isImportant,
		valences: { change, level: null }
	}));
const anyCodings = fc
	.array(anyCoding, { maxLength: 15 })
	.map((list) => list.map((one, index) => ({ ...one, id: `c${index}` })));

describe('uniting codings', () => {
	it('makes one passage of two that overlap, only when asked', () => {
		const two = [coding('a', 0, 10), coding('b', 5, 15, { isImportant: true, memo: 'mooi 😀' })];
		expect(uniteCodings(two, 'equal')).toEqual([]);
		expect(uniteCodings(two, 'overlapping')).toEqual([
			{
				keep: 'a',
				range: { start: 0, end: 15 },
				valences: noValences,
				isImportant: true,
				memo: 'mooi 😀',
				memosFrom: ['b'],
				gone: ['b']
			}
		]);
	});

	it('joins notes one below the other, each once, and says whose', () => {
		const notes = ['Café', '', 'ook dit', 'Café', 'ook dit'];
		const all = notes.map((memo, at) => coding(`c${at}`, 0, 10, { memo }));
		expect(uniteCodings(all, 'equal')).toMatchObject([{ keep: 'c0', memo: 'Café\n\nook dit', memosFrom: ['c2'] }]);
	});

	it('leaves passages that overlap apart where their notes would be too long in one; equal ones lose nothing', () => {
		const long = (letter: string) => ({ memo: letter.repeat(longestNote / 2) });
		const overlapping = [coding('a', 0, 10, long('a')), coding('b', 5, 15, long('b'))];
		expect(uniteCodings(overlapping, 'overlapping')).toEqual([]);
		const [union] = uniteCodings([coding('a', 0, 10, long('a')), coding('b', 0, 10, long('b'))], 'overlapping');
		expect(union?.memo).toBe(`${long('a').memo}\n\n${long('b').memo}`);
	});

	it('leaves passages apart that only touch', () => {
		expect(uniteCodings([coding('a', 0, 5), coding('b', 5, 10)], 'overlapping')).toEqual([]);
	});

	it('leaves passages apart that say opposite things', () => {
		const better = { change: 'forward', level: null } as const;
		const worse = { change: 'backward', level: null } as const;
		const two = [coding('a', 0, 10, { valences: better }), coding('b', 5, 15, { valences: worse })];
		expect(uniteCodings(two, 'overlapping')).toEqual([]);
	});

	it('never unites codings of two coders, two layers or two texts', () => {
		const all = [
			coding('a', 0, 5),
			coding('b', 0, 5, { coderId: 'bram' }),
			coding('c', 0, 5, { layer: 'second' }),
			coding('d', 0, 5, { version: 2 }),
			coding('e', 0, 5, { sourceId: 'other' })
		];
		expect(uniteCodings(all, 'overlapping')).toEqual([]);
	});

	it('covers afterwards exactly the text that was covered before, for each coder', () => {
		fc.assert(
			fc.property(anyCodings, fc.constantFrom('equal' as const, 'overlapping' as const), (codings, mode) => {
				const unions = uniteCodings(codings, mode);
				const gone = new Set(unions.flatMap((union) => union.gone));
				const grown = new Map(unions.map((union) => [union.keep, union]));
				const after = codings
					.filter(({ id }) => !gone.has(id))
					.map((one) => ({ ...one, range: grown.get(one.id)?.range ?? one.range }));
				const covered = (list: readonly Unitable[], coder: string) =>
					new Set(
						list
							.filter(({ coderId }) => coderId === coder)
							.flatMap(({ range }) => Array.from({ length: range.end - range.start }, (_, at) => range.start + at))
					);
				for (const coder of ['ada', 'bram']) expect(covered(after, coder)).toEqual(covered(codings, coder));
				for (const { keep } of unions) expect(gone.has(keep)).toBe(false);
				const places = after.map(({ coderId, range }) => `${coderId} ${range.start}-${range.end}`);
				expect(new Set(places).size).toBe(places.length);
			})
		);
	});
});

describe('notes that were joined', () => {
	const anyNote = fc.constantFrom('', 'a', 'b', 'a\n\nb', 'Café 😀');

	it('come apart again, whatever the own note was, and keep what was written into the own note', () => {
		fc.assert(
			fc.property(anyNote, fc.uniqueArray(anyNote.filter(Boolean), { minLength: 1 }), (own, others) => {
				const joined = others.filter((note) => note !== own);
				expect(withoutJoined(joinNotes([own, ...joined]), joined)).toBe(own);
				expect(withoutJoined(joinNotes([`nu: ${own}`, ...joined]), joined)).toBe(`nu: ${own}`);
			})
		);
	});

	it('stay as they are where somebody went on with them', () => {
		expect(withoutJoined('eigen\n\nander, en meer', ['ander'])).toBe(null);
		expect(withoutJoined('', ['ander'])).toBe(null);
		expect(withoutJoined('een ander', ['ander'])).toBe(null);
	});

	it('leave what a passage had by itself, as far as the step that joined them tells', () => {
		const notes = new Map([['a', 'ander']]);
		expect(ownNote('eigen', { tookMemo: false, memosFrom: [] }, notes)).toBe('eigen');
		expect(ownNote('eigen\n\nander', { tookMemo: true, memosFrom: ['a'] }, notes)).toBe('eigen');
		expect(ownNote('eigen\n\nander', { tookMemo: true, memosFrom: ['weg'] }, notes)).toBe(null);
		expect(ownNote('ander', { tookMemo: true }, notes)).toBe('');
		expect(ownNote('ander, en meer', { tookMemo: true }, notes)).toBe(null);
	});
});
