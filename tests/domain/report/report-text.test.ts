import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	liveBlocksOf,
	longestSection,
	mostLiveBlocks,
	parseReportText,
	sameReportText
} from '#lib/domain/report/report-text.ts';
import { codesOf } from '../../import/fixture.ts';
import { someRichText } from '../../support/rich-texts.ts';
import { textOf } from '../../support/rich-text-of.ts';

const id = '0198c3a0-0000-7000-8000-000000000001';
const live = { kind: 'live', id } as const;
const read = (input: unknown) => {
	const parsed = parseReportText(input);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.value;
};

describe('a text of a report', () => {
	test('is the same when a database names its properties in another order', () => {
		expect(sameReportText([live], [{ id, kind: 'live' }])).toBe(true);
		expect(sameReportText(textOf('thuis'), textOf('Thuis'))).toBe(false);
	});

	test('keeps its live blocks between its paragraphs, in their order', () => {
		const text = [...textOf('Ik voel me 😀 thuis'), live, ...textOf('in één wijk')];
		expect(read(text)).toEqual(text);
		expect(liveBlocksOf(read([live, ...text]))).toEqual([id]);
	});

	test('reads what it wrote, whatever stands in it', () => {
		fc.assert(
			fc.property(someRichText, (rich) => {
				const parsed = parseReportText([live, ...rich]);
				if (parsed.ok) expect(read(JSON.parse(JSON.stringify(parsed.value)))).toEqual(parsed.value);
				else expect(codesOf(parsed)).toEqual(['report-text-mention']);
			})
		);
	});

	test('has no mentions: what it leans on is a live block', () => {
		const mention = { kind: 'reference', to: 'coding', id, label: 'VOL-B-01' };
		expect(codesOf(parseReportText([{ kind: 'paragraph', content: [mention] }]))).toEqual(['report-text-mention']);
	});

	test('is refused when it is too long, has too many live blocks, or is no text', () => {
		expect(codesOf(parseReportText(textOf('é'.repeat(longestSection + 1))))).toEqual(['report-text-too-long']);
		expect(codesOf(parseReportText(Array.from({ length: mostLiveBlocks + 1 }, () => live)))).toEqual([
			'report-blocks-too-many'
		]);
		for (const nonsense of [null, 'tekst', [{ kind: 'live' }], [{ kind: 'live', id: 'x' }], [{ kind: 'plaatje' }]])
			expect(codesOf(parseReportText(nonsense))).toEqual(['rich-text-unreadable']);
	});
});
