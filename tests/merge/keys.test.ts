import { describe, expect, test } from 'vitest';
import { comparisonAreas } from '#lib/merge/comparison-areas.ts';
import { fnv1a64 } from '#lib/domain/hash.ts';
import { rowIdOf, rowKeyFrom } from '#lib/merge/row-id.ts';
import { areas } from './demo-project.ts';

describe('the id of a row', () => {
	const key = { pillarId: 'p-1', areaId: 'a-1', fromWaveId: 'w-1', toWaveId: 'w-2', codeId: 'c-1' };

	test('is read back as what it stands for', () => {
		expect(rowKeyFrom(rowIdOf(key))).toEqual(key);
	});

	test.each(['', 'a', 'a.b.c.d', 'a.b.c.d.e.f', 'a..c.d.e'])('"%s" is none', (text) => {
		expect(rowKeyFrom(text)).toBeNull();
	});
});

describe('a fingerprint', () => {
	test('of nothing is the offset basis of FNV-1a', () => {
		expect(fnv1a64('')).toBe('cbf29ce484222325');
	});

	test('is FNV-1a as its authors give it', () => {
		// Fowler, Noll, Vo: test vectors for 64 bits, of bytes; a unit of UTF-16 is two bytes here
		const published = (bytes: readonly number[]) => {
			const units = bytes.flatMap((byte, at) => (at % 2 === 0 ? [byte + ((bytes[at + 1] ?? 0) << 8)] : []));
			return fnv1a64(String.fromCharCode(...units));
		};
		const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));
		expect(published(ascii('fo'))).toBe('08985907b541d342');
		expect(published(ascii('foobar'))).toBe('85944171f73967e8');
	});

	test('tells texts apart that differ in one character, also outside the BMP', () => {
		const texts = ['a', 'b', 'ab', 'ba', 'é', '😀', '😁', '[]', '[[]]'];
		expect(new Set(texts.map(fnv1a64)).size).toBe(texts.length);
		expect(texts.every((text) => /^[0-9a-f]{16}$/.test(fnv1a64(text)))).toBe(true);
	});
});

describe('the areas a figure is compared with', () => {
	const ids = (...args: Parameters<typeof comparisonAreas>) => comparisonAreas(...args).map(({ id }) => id);

	test('are those that contain it, nearest first', () => {
		expect(ids(areas, 'overvecht', null, 'vergelijking')).toEqual(['utrecht', 'regio', 'vergelijking']);
	});

	test('are one when a kind is chosen, or none', () => {
		expect(ids(areas, 'overvecht', 'region', 'vergelijking')).toEqual(['regio']);
		expect(ids(areas, 'regio', 'municipality', null)).toEqual([]);
	});

	test('end with the area of the project when it does not contain the own one', () => {
		const loose = areas.map((area) => (area.id === 'regio' ? { ...area, parentId: null } : area));
		expect(ids(loose, 'overvecht', null, 'vergelijking')).toEqual(['utrecht', 'regio', 'vergelijking']);
		expect(ids(loose, 'vergelijking', null, 'vergelijking')).toEqual([]);
	});
});
