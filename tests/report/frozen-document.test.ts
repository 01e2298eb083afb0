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
		const thawed = thawDocument(JSON.parse(JSON.stringify(frozen)) as typeof frozen, quotes, []);
		expect(documentFingerprint(thawed)).toBe(documentFingerprint(document));
	});

	test('says in the place of a quote that went that there was one', () => {
		const { document: frozen, quotes } = freezeDocument(document);
		const { blocks } = thawDocument(frozen, quotes.slice(1), []);
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

describe('a figure in a document that is kept', () => {
	const cell = (waveId: string, indicatorId = 'one') => ({ indicatorId, areaId: 'wijk', waveId });
	const row = (label: string, ...values: readonly string[]) => [label, ...values].map((text) => [line(text)]);
	const table = {
		...{
			kind: 'table' as const,
			caption: 'Cijfers',
			columns: ['Cijfer', '2021', '2025'].map((label) => ({ label, width: 1 }))
		},
		rows: [row('Onveilig', '34', '26'), row('Groen', '7,1', '7,4')],
		figures: [
			{ ...cell('2021'), row: 0 },
			{ ...cell('2025'), row: 0 },
			{ ...cell('2025', 'two'), row: 1 }
		]
	};
	const lines = ['Onveilig: 34 en 26.', 'Bron: enquête'].map((text) => ({
		...{ kind: 'paragraph' as const, line: line(text), figures: [cell('2021'), cell('2025')] }
	}));
	const withFigures: ReportDocument = { ...document, blocks: [...lines, table] };
	const gone = 'Hier stond een cijfer. Het is afgeschermd: er zijn te weinig gevallen.';

	test('is not told any more once it is suppressed; the other rows of its table stay', () => {
		const frozen = JSON.parse(JSON.stringify(freezeDocument(withFigures).document)) as ReturnType<
			typeof freezeDocument
		>['document'];
		const { figures: _, ...said } = table;
		expect(thawDocument(frozen, [], [cell('2025')]).blocks).toEqual([
			{ kind: 'paragraph', line: line(gone, 'small') },
			{ ...said, rows: [[[line('Onveilig')], [line('–')], [line(gone, 'small')]], row('Groen', '7,1', '7,4')] }
		]);
	});

	test('stays as long as only other values are suppressed, and says nothing of ids', () => {
		const { document: frozen } = freezeDocument(withFigures);
		const elsewhere = [{ ...cell('2025'), areaId: 'elders' }, cell('2023')];
		const thawed = thawDocument(frozen, [], elsewhere);
		expect(JSON.stringify(thawed)).not.toContain('indicatorId');
		expect(JSON.stringify(thawed)).not.toContain('knowsFigures');
		expect(documentFingerprint(thawed)).toBe(documentFingerprint(withFigures));
	});

	test('takes all of a table with it where its row is not known', () => {
		const { document: frozen } = freezeDocument({ ...document, blocks: [{ ...table, figures: [cell('2025')] }] });
		expect(thawDocument(frozen, [], [cell('2025')]).blocks).toEqual([{ kind: 'paragraph', line: line(gone, 'small') }]);
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
