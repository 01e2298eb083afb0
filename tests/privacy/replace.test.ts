import { describe, expect, test } from 'vitest';
import type { DecidedGroup } from '#lib/domain/source/pseudonym.ts';
import { carrier } from '#lib/domain/text/carry.ts';
import { applyEdit } from '#lib/domain/text/edit.ts';
import { positionMap } from '#lib/domain/text/position.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { bsnBlock, withoutBsns } from '#lib/privacy/block-bsn.ts';
import { maskEdit } from '#lib/privacy/mask.ts';
import {
	countReplacements,
	originalsOf,
	replacementEdit,
	replacementsOf,
	withPlaceholders
} from '#lib/privacy/replace.ts';
import { marked } from '../support/marked.ts';

const group = (id: string, placeholder: string, ...ranges: readonly (Range | undefined)[]): DecidedGroup => {
	const accepted = ranges.flatMap((range) => range ?? []);
	return {
		...{ id, kind: 'name', sureness: 'certain', isOwn: false, decision: 'accepted', mergedInto: null },
		...{ placeholder, accepted },
		hits: accepted.map((range) => ({ ...range, kind: 'name', rule: 'title-and-name', sureness: 'certain' }))
	};
};

describe('replacing names', () => {
	const { text, ranges } = marked('😀 <a>Riet</a> en <b>Wim</b>; <c>Riets</c> fiets é');

	test('puts each placeholder in the place of its words, and nothing else changes', () => {
		const replacements = replacementsOf([
			group('1', '[NAAM_1]', ranges['a'], ranges['c']),
			group('2', '[man]', ranges['b'])
		]);
		expect(applyEdit(text, replacementEdit(replacements))).toBe('😀 [NAAM_1] en [man]; [NAAM_1] fiets é');
		expect(originalsOf(replacements, text)).toEqual([
			{ kind: 'name', placeholder: '[NAAM_1]', words: ['Riet', 'Riets'] },
			{ kind: 'name', placeholder: '[man]', words: ['Wim'] }
		]);
		expect(countReplacements(replacements).map(({ placeholder, hits }) => [placeholder, hits])).toEqual([
			['[NAAM_1]', 2],
			['[man]', 1]
		]);
	});

	test('keeps a passage that is a name, as its placeholder', () => {
		const edit = replacementEdit(replacementsOf([group('1', '[NAAM_1]', ranges['a'])]));
		const carried = carrier(edit, { keepsReplaced: true })(ranges['a'] ?? { start: 0, end: 1 });
		const after = positionMap(applyEdit(text, edit));
		expect(carried.kind === 'changed' && after.slice(carried.range.start, carried.range.end)).toBe('[NAAM_1]');
	});

	test('of words that lie over each other, leaves no letter', () => {
		const over = marked('bij <a>mevrouw <b>Aït</a> Larbi</b> thuis');
		const both = replacementsOf([group('1', '[1]', over.ranges['a']), group('2', '[2]', over.ranges['b'])]);
		expect(applyEdit(over.text, replacementEdit(both))).toBe('bij [1][2] thuis');
		const inside = marked('op <a>Kade <b>Wim</b> 3</a>');
		const outer = replacementsOf([group('1', '[ADRES_1]', inside.ranges['a']), group('2', '[2]', inside.ranges['b'])]);
		expect(applyEdit(inside.text, replacementEdit(outer))).toBe('op [ADRES_1]');
	});
});

test('a label beside the text gets the placeholder where the words stand whole, the longest first', () => {
	const entries = [
		{ placeholder: '[NAAM_1]', words: ['Riet', 'Riet Doddekamp'] },
		{ placeholder: '[NAAM_2]', words: ['Aï(t)'] }
	];
	expect(withPlaceholders('Riet Doddekamp (Rietland), Aï(t)', entries)).toBe('[NAAM_1] (Rietland), [NAAM_2]');
});

describe('a citizen service number', () => {
	test('is taken out of a text, and another number of nine digits stays', () => {
		expect(withoutBsns('😀 mijn nummer is 123456782, niet 123456789')).toBe('😀 mijn nummer is [BSN], niet 123456789');
		expect(bsnBlock('123456782 en 111222333').found).toBe(2);
		expect(withoutBsns('geen nummer')).toBe('geen nummer');
	});
});

test('hiding a passage leaves every place where it is', () => {
	const { text, ranges } = marked('Ik ken <a>Zoë 😀</a> goed');
	const edit = maskEdit(ranges['a'] ?? { start: 0, end: 1 });
	expect(applyEdit(text, edit)).toBe('Ik ken █████ goed');
});
