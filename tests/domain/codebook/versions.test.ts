import { describe, expect, it } from 'vitest';
import type { Code } from '#lib/domain/codebook/code.ts';
import { versionsOfRounds } from '#lib/domain/codebook/history.ts';
import { checkForerunner, lineage } from '#lib/domain/codebook/lineage.ts';
import { versionDifferences } from '#lib/domain/codebook/version-differences.ts';
import { versionAt } from '#lib/domain/codebook/version.ts';

const code = (id: string, more: Partial<Code> = {}): Code => ({
	id,
	parentId: null,
	place: 0,
	name: `Thema ${id} 😀`,
	definition: '',
	include: '',
	exclude: '',
	example: '',
	synonyms: [],
	color: null,
	isCodable: true,
	pillarIds: null,
	indicators: [],
	...more
});

describe('the version a coding was made under', () => {
	const versions = [
		{ number: 2, madeAt: new Date('2023-05-01') },
		{ number: 1, madeAt: new Date('2021-05-01') },
		{ number: 3, madeAt: new Date('2023-05-01') }
	];
	it('is the newest one made at or before it', () => {
		expect(versionAt(versions, new Date('2022-01-01'))?.number).toBe(1);
		expect(versionAt(versions, new Date('2021-05-01'))?.number).toBe(1);
	});
	it('is the higher number where two were made at once', () => {
		expect(versionAt(versions, new Date('2024-01-01'))?.number).toBe(3);
	});
	it('is none before the first version', () => {
		expect(versionAt(versions, new Date('2021-04-30'))).toBeNull();
	});
});

describe('the versions that rounds were coded with', () => {
	const version = (number: number, ...waveIds: string[]) => ({ id: `v${number}`, number, waveIds });
	const numbers = (versions: readonly ReturnType<typeof version>[], ...rounds: string[]) => {
		const pair = versionsOfRounds(versions, rounds);
		return pair && [pair.from, pair.to].map(({ waveId, version: { number } }) => [waveId, number]);
	};
	it('are those of the first and the last round that have one', () => {
		const versions = [version(2, '2025'), version(1, '2023')];
		expect(numbers(versions, '2023', '2025')).toEqual([
			['2023', 1],
			['2025', 2]
		]);
		expect(numbers(versions, '2021', '2023', '2025', '2027')).toEqual(numbers(versions, '2023', '2025'));
	});
	it('are the newest where a round has several', () => {
		expect(numbers([version(1, '2023'), version(3, '2025'), version(2, '2023', '2025')], '2023', '2025')).toEqual([
			['2023', 2],
			['2025', 3]
		]);
	});
	it('are none where one is known, or where both are the same', () => {
		expect(numbers([version(1, '2023')], '2023', '2025')).toBeNull();
		expect(numbers([version(1, '2023', '2025')], '2023', '2025')).toBeNull();
		expect(numbers([], '2023', '2025')).toBeNull();
	});
});

describe('the lineage of a code', () => {
	const links = [
		{ codeId: 'c', forerunnerId: 'b' },
		{ codeId: 'b', forerunnerId: 'a' },
		{ codeId: 'b', forerunnerId: 'x' }
	];
	it('goes through all steps, nearest first, both ways', () => {
		expect(lineage(links, 'c')).toEqual({ before: ['b', 'a', 'x'], after: [] });
		expect(lineage(links, 'a')).toEqual({ before: [], after: ['b', 'c'] });
	});
	it('ends where lines go in a circle', () => {
		expect(lineage([...links, { codeId: 'a', forerunnerId: 'c' }], 'a').before).toEqual(['c', 'b', 'x']);
	});
	it('refuses a code as its own forerunner, and a circle', () => {
		expect(checkForerunner(links, { codeId: 'a', forerunnerId: 'a' })).toMatchObject({
			ok: false,
			problems: [{ code: 'forerunner-itself' }]
		});
		expect(checkForerunner(links, { codeId: 'a', forerunnerId: 'c' })).toMatchObject({
			ok: false,
			problems: [{ code: 'forerunner-circle' }]
		});
		expect(checkForerunner(links, { codeId: 'x', forerunnerId: 'a' })).toMatchObject({ ok: true });
	});
});

describe('the differences between two states of a codebook', () => {
	it('are none between equal states, whatever their order', () => {
		expect(versionDifferences([code('a'), code('b')], [code('b'), code('a')], [])).toEqual([]);
	});
	it('tell what is new and what went', () => {
		expect(versionDifferences([code('a')], [code('b')], [])).toEqual([
			{ kind: 'added', codeId: 'b', path: 'Thema b 😀', forerunners: [] },
			{ kind: 'removed', codeId: 'a', path: 'Thema a 😀' }
		]);
	});
	it('tell a rename from a move, and each part of a description on its own', () => {
		const before = [code('a'), code('b'), code('c', { name: 'Park', definition: 'groen', exclude: 'straat' })];
		const after = [
			code('a'),
			code('b'),
			code('c', { name: 'Parken', parentId: 'a', definition: 'Groen', exclude: '' })
		];
		const one = { codeId: 'c', path: 'Thema a 😀 › Parken' };
		expect(versionDifferences(before, after, [])).toEqual([
			{ kind: 'renamed', ...one, before: 'Park', after: 'Parken' },
			{ kind: 'moved', ...one, before: null, after: 'Thema a 😀' },
			{ kind: 'described', ...one, field: 'definition', before: 'groen', after: 'Groen' },
			{ kind: 'described', ...one, field: 'exclude', before: 'straat', after: '' }
		]);
	});
	it('tell that a code became a group or stopped being one, and its other example', () => {
		const [group, coded] = [{ isCodable: false }, { isCodable: true }];
		const before = [code('a', coded), code('b', { ...group, example: 'Eén 😀' })];
		expect(versionDifferences(before, [code('a', group), code('b', coded)], [])).toEqual([
			{ kind: 'became-group', codeId: 'a', path: 'Thema a 😀' },
			{ kind: 'became-code', codeId: 'b', path: 'Thema b 😀' },
			{ kind: 'described', codeId: 'b', path: 'Thema b 😀', field: 'example', before: 'Eén 😀', after: '' }
		]);
	});
	it('tell other synonyms, but not the same ones in another order', () => {
		const before = [code('a', { synonyms: ['plein', 'park'] }), code('b', { synonyms: ['café', 'kroeg'] })];
		const after = [code('a', { synonyms: ['park', 'plein'] }), code('b', { synonyms: ['café', 'bar'] })];
		expect(versionDifferences(before, after, [])).toEqual([
			{ kind: 'synonyms', codeId: 'b', path: 'Thema b 😀', before: ['café', 'kroeg'], after: ['café', 'bar'] }
		]);
	});
	it('call a code merged when one that stands carries it on, also through a code that came and went', () => {
		const links = [
			{ codeId: 'between', forerunnerId: 'a' },
			{ codeId: 'b', forerunnerId: 'between' }
		];
		expect(versionDifferences([code('a'), code('b')], [code('b')], links)).toEqual([
			{ kind: 'merged', codeId: 'a', path: 'Thema a 😀', into: [{ codeId: 'b', path: 'Thema b 😀' }] }
		]);
	});
	it('tell which code of before a new one carries on', () => {
		const links = [{ codeId: 'b', forerunnerId: 'a' }];
		expect(versionDifferences([code('a')], [code('a'), code('b')], links)).toEqual([
			{ kind: 'added', codeId: 'b', path: 'Thema b 😀', forerunners: [{ codeId: 'a', path: 'Thema a 😀' }] }
		]);
	});
});
