import { describe, expect, test } from 'vitest';
import { line, type ReportDocument } from '#lib/report/document.ts';
import { documentFingerprint, freezeDocument, thawDocument } from '#lib/report/frozen-document.ts';

const words = 'Ik voel me 😀 thuis in één wijk';
const document: ReportDocument = {
	title: 'Factsheet Testwijk',
	subtitle: 'Van 2021 tot 2025',
	language: 'nl-NL',
	watermark: null,
	footer: 'Monitor. Gegevens van nu',
	madeAt: '2026-11-29T10:00:00.000Z',
	pageWords: { page: 'Bladzijde', of: 'van' },
	blocks: [
		{ kind: 'paragraph', line: line('Het gaat beter.') },
		{ kind: 'quote', text: words, reference: 'TES-B-01 · 2025 · 1', codingId: 'first' },
		{ kind: 'quote', text: 'Nog iets', reference: 'TES-P-01 · 2025 · 1', codingId: 'second' }
	]
};

describe('a document that is kept', () => {
	test('holds no words of its quotes, which stand apart', () => {
		const { document: frozen, quotes } = freezeDocument(document);
		expect(JSON.stringify(frozen)).not.toContain(words);
		expect(JSON.stringify(frozen)).not.toContain('TES-B-01');
		expect(quotes.map(({ place, codingId }) => [place, codingId])).toEqual([
			[0, 'first'],
			[1, 'second']
		]);
	});

	test('says the same again with all its quotes, also after it was stored as JSON', () => {
		const { document: frozen, quotes } = freezeDocument(document);
		const thawed = thawDocument(JSON.parse(JSON.stringify(frozen)) as typeof frozen, quotes);
		expect(documentFingerprint(thawed)).toBe(documentFingerprint(document));
	});

	test('says in the place of a quote that went that there was one', () => {
		const { document: frozen, quotes } = freezeDocument(document);
		const { blocks } = thawDocument(frozen, quotes.slice(1));
		expect(blocks[1]).toEqual({
			kind: 'paragraph',
			line: line('Hier stond een citaat. Het mag niet meer worden getoond.', 'small')
		});
		expect(blocks[2]).toMatchObject({ kind: 'quote', text: 'Nog iets' });
	});

	test('is refused with a quote that could not be taken back', () => {
		const loose = { ...document, blocks: [{ kind: 'quote' as const, text: words, reference: 'x' }] };
		expect(() => freezeDocument(loose)).toThrow(RangeError);
	});
});

test('the fingerprint of a document depends on what it says, not on when it was made or on ids', () => {
	const later = {
		...document,
		footer: 'later',
		madeAt: '2027-01-01T00:00:00.000Z',
		blocks: document.blocks.map((block) => (block.kind === 'quote' ? { ...block, codingId: 'copy' } : block))
	};
	expect(documentFingerprint(later)).toBe(documentFingerprint(document));
	expect(documentFingerprint({ ...document, subtitle: 'Van 2023 tot 2025' })).not.toBe(documentFingerprint(document));
});
