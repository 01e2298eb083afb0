import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf } from '#lib/domain/codebook/codebook.ts';
import { count } from '#lib/query/count.ts';
import { frequencies, uniteAlongTree } from '#lib/query/frequency.ts';
import { codebook, passage, sources } from './material.ts';

const passages = [
	passage('1', 'groen', sources.vol),
	passage('2', 'bomen', sources.vol),
	passage('3', 'bomen', sources.volP),
	passage('4', 'huis', sources.ove),
	passage('5', 'huis', sources.note)
];

test('codings and interviews are counted beside each other; a note is no interview', () => {
	expect(count(passages)).toEqual({ codings: 5, interviews: 3 });
	expect(count([])).toEqual({ codings: 0, interviews: 0 });
});

test('a code counts by itself and with all below it; an interview counts once', () => {
	expect(frequencies(codebook, passages)).toEqual([
		{
			codeId: 'wonen',
			depth: 0,
			own: { codings: 0, interviews: 0 },
			withDescendants: { codings: 5, interviews: 3 }
		},
		{ codeId: 'groen', depth: 1, own: { codings: 1, interviews: 1 }, withDescendants: { codings: 3, interviews: 2 } },
		{ codeId: 'bomen', depth: 2, own: { codings: 2, interviews: 2 }, withDescendants: { codings: 2, interviews: 2 } },
		{ codeId: 'huis', depth: 1, own: { codings: 2, interviews: 1 }, withDescendants: { codings: 2, interviews: 1 } },
		{
			codeId: 'veiligheid',
			depth: 0,
			own: { codings: 0, interviews: 0 },
			withDescendants: { codings: 0, interviews: 0 }
		}
	]);
});

test('uniting where each code stands along the tree gives what counting all passages gives', () => {
	const places = [sources.vol, sources.volP, sources.ove, sources.note];
	const passagesOf = fc.array(
		fc.record({ code: fc.constantFrom('groen', 'bomen', 'huis', 'veiligheid'), place: fc.integer({ min: 0, max: 3 }) })
	);
	fc.assert(
		fc.property(passagesOf, (drawn) => {
			const all = drawn.flatMap(({ code, place }, at) => {
				const source = places[place];
				return source ? [passage(String(at), code, source)] : [];
			});
			const applied = [...new Set(all.map(({ codeId }) => codeId))].map((codeId) => {
				const own = all.filter((one) => one.codeId === codeId);
				const interviews = own.flatMap(({ source }) => (source.kind === 'transcript' ? [places.indexOf(source)] : []));
				return { ancestorIds: pathOf(codebook, codeId).map(({ id }) => id), codings: own.length, interviews };
			});
			const united = uniteAlongTree(applied);
			for (const { codeId, withDescendants } of frequencies(codebook, all))
				expect(united.get(codeId) ?? { codings: 0, interviews: 0 }).toEqual(withDescendants);
		})
	);
});
