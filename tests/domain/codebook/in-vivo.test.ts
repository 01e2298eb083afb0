import { describe, expect, it } from 'vitest';
import { inVivoName, longestInVivo } from '../../../src/lib/domain/codebook/in-vivo.ts';

const lengthOf = (text: string) => [...text].length;

describe('the name of an in-vivo code', () => {
	it.each([
		['we redden het samen wel', 'we redden het samen wel'],
		['  We redden het\n samen\twel. ', 'We redden het samen wel'],
		['‘Altijd die bus…’', 'Altijd die bus'],
		['„Ach,”', 'Ach'],
		['– maar niemand belt:', 'maar niemand belt'],
		['En wie belt er dan?', 'En wie belt er dan?'],
		['Kom nou!”', 'Kom nou!'],
		["'s avonds is het stil.", "'s avonds is het stil"],
		['(lacht)', '(lacht)'],
		['thuis 😀', 'thuis 😀'],
		['cafe\u0301 Zuid', 'café Zuid']
	])('%j becomes %j', (passage, name) => expect(inVivoName(passage)).toBe(name));

	it('is the first sentence of a long passage, when that fits', () => {
		expect(
			inVivoName('Dhr. Bakker zegt altijd gedag. Daarom voel ik mij hier thuis, ook al ken ik verder bijna niemand.')
		).toBe('Dhr. Bakker zegt altijd gedag');
	});

	it('is as many whole words of a long sentence as fit, with the sign that more follows', () => {
		const name = inVivoName(
			'Als het donker wordt, durf ik niet meer langs het park naar de bushalte te lopen met mijn dochter'
		);
		expect(name).toBe('Als het donker wordt, durf ik niet meer langs het park naar…');
		expect(lengthOf(name)).toBeLessThanOrEqual(longestInVivo);
	});

	it('does not end in a comma before that sign', () => {
		expect(inVivoName(`${'a'.repeat(20)} ${'b'.repeat(34)}, ${'c'.repeat(30)}`)).toBe(
			`${'a'.repeat(20)} ${'b'.repeat(34)}…`
		);
	});

	it('counts code points, so that emoji count once', () => {
		const exact = `${'😀'.repeat(longestInVivo - 2)} a`;
		expect(inVivoName(exact)).toBe(exact);
		expect(lengthOf(inVivoName(`${exact}b`))).toBeLessThanOrEqual(longestInVivo);
	});

	it('never cuts through a character of one endless word', () => {
		const family = '👨‍👩‍👧';
		const name = inVivoName(`x${'é'.repeat(longestInVivo - 4)}${family}${'y'.repeat(9)}`);
		expect(name).toBe(`x${'é'.repeat(longestInVivo - 4)}…`);
		expect(name.isWellFormed()).toBe(true);
	});

	it('is empty when there are no words to take', () => {
		expect(inVivoName(' … ')).toBe('');
	});
});
