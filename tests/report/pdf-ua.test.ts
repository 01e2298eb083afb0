import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { line, type Block, type ReportDocument } from '#lib/report/document.ts';
import { newPdfPress } from '#lib/report/to-pdf.ts';
import { readFonts } from '#lib/server/printing/fonts.ts';
import { pdfFile } from '../support/pdf-file.ts';
import { pdfUaFaults } from '../support/pdf-ua.ts';
import { textOf } from '../support/rich-text-of.ts';

const point = (label: string, value: number, breakBefore = false) => ({
	...{ label, value, shown: String(value), lower: value - 2, upper: value + 2, breakBefore }
});
const blocks: readonly Block[] = [
	{ kind: 'heading', level: 1, text: 'Veiligheid in één wijk' },
	{ kind: 'heading', level: 2, text: 'Cijfers' },
	{ kind: 'rich', text: [...textOf('Geschreven.'), { kind: 'list', ordered: true, items: [textOf('een')] }], level: 3 },
	{ kind: 'list', items: ['Bevestigt', 'Spreekt tegen'] },
	{ kind: 'quote', text: 'Ik loop nu weer langs de flat 😀.', reference: 'VOL-B-02 · 2025 · 14' },
	{ kind: 'box', lines: ['5 gesprekken'] },
	{
		kind: 'chart',
		description: 'Grafiek: van 34 naar 27',
		breakWord: 'trendbreuk',
		points: [point('2021', 34), point('2023', 31), point('2025', 27, true)]
	},
	{
		kind: 'table',
		caption: 'Cijfers over veiligheid',
		columns: ['Indicator', '2021', '2025'].map((label) => ({ label, width: 1 })),
		rows: [[[line('Voelt zich veilig')], [line('71 %')], []]]
	}
];
const report: ReportDocument = {
	title: 'Factsheet Vollenhove',
	subtitle: '2021 en 2025',
	language: 'nl-NL',
	isUpright: true,
	watermark: 'FICTIEF',
	footer: 'Demo.',
	madeAt: '2026-03-12T09:00:00Z',
	pageWords: { page: 'Bladzijde', of: 'van' },
	blocks
};
const press = newPdfPress(readFonts());
const file = Buffer.from(press(report));

/** The file with other words in it, as long as those that were there. */
const having = (there: string, instead: string) => {
	const changed = Buffer.from(file);
	const place = file.indexOf(there, 0, 'latin1');
	expect(place, there).toBeGreaterThan(0);
	changed.write(instead.padEnd(there.length, ' ').slice(0, there.length), place, 'latin1');
	return pdfUaFaults(changed);
};

/** The file in which the commands of the first page are others. */
const showing = (change: (content: string) => string) => {
	const text = file.toString('latin1');
	for (const found of text.matchAll(/\/Length (\d+)\n {2}\/Filter \/FlateDecode\n>>\nstream\n/g)) {
		const [from, length] = [found.index + found[0].length, Number(found[1])];
		const content = inflateSync(file.subarray(from, from + length)).toString('latin1');
		if (!content.includes(' BDC')) continue;
		const packed = deflateSync(Buffer.from(change(content), 'latin1'), { level: 9 });
		expect(packed.length).toBeLessThanOrEqual(length);
		const changed = Buffer.from(file).fill(0, from, from + length);
		packed.copy(changed, from);
		return pdfUaFaults(changed);
	}
	throw new Error('no page');
};

test('a report with all kinds of blocks is as PDF/UA-1 asks', () => {
	expect(pdfUaFaults(file)).toEqual([]);
});

test.each([
	['/Lang (nl-NL)', '/Lung (nl-NL)', '7.2: no language'],
	['/Marked true', '/Marked null', '7.1: not said to be tagged'],
	['/DisplayDocTitle true', '/DisplayDocTitle null', '7.1: a reader shows no title'],
	['<pdfuaid:part>1<', '<pdfuaid:part>2<', '5: the file does not say that it follows PDF/UA-1'],
	['/S /H2', '/S /H4', '7.4.2: H4 comes after H1'],
	['/Alt (', '/Old (', '7.3: Figure without words'],
	['/Scope /Column', '/Slope /Column', '7.5: a header that does not say of what'],
	['/S /TR', '/S /P', '7.5: in a table stands no row'],
	['/S /LBody', '/S /Span', '7.6: an item without a body'],
	['/S /LI', '/S /P', '7.6: in a list stands no item'],
	['/S /BlockQuote', '/S /Citation', '7.1: no role Citation'],
	['/StructParents 0', '/StructParents 9', '7.1: the tree of parents leads elsewhere on page 1'],
	['/ToUnicode', '/ToUnitype', 'does not say which letters it has'],
	['/FontFile2', '/FontFall2', 'is not in the file'],
	['<0001> <', '<FFF1> <', 'does not say what 1 of its letters are']
])('is told when %s is %s', (there, instead, fault) => {
	expect(having(there, instead).join('\n')).toContain(fault);
});

test('is told when a page shows what is neither told nor passed over', () => {
	expect(showing((content) => content.replace('/MCID 0', '/None 0'))).toEqual([
		expect.stringContaining('commands without a mark on page 1'),
		'7.1: tags and marks differ on page 1'
	]);
	expect(showing((content) => content.replace('/MCID 1\n', '/MCID 0\n'))).toContain(
		'7.1: two parts with one number on page 1'
	);
	expect(showing((content) => content.replace('EMC', ''))).toContain('7.1: marks that do not close on page 1');
});

test('is told of a file without tags, with a note that nobody hears of', () => {
	const faults = pdfUaFaults(pdfFile([[['Hallo', 50, 700]]], { comment: 'Let op' })).join('\n');
	for (const fault of [
		'7.1: no tags',
		'7.1: 1 commands without a mark',
		'7.18: Text without a tag',
		'7.18.3',
		'7.21.4'
	])
		expect(faults).toContain(fault);
});
