import { describe, expect, test } from 'vitest';
import { line, type Block } from '#lib/report/document.ts';
import type { RichText } from '#lib/domain/text/rich-text.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { toDocx } from '#lib/report/to-docx.ts';
import { decidedDisplay } from './decided-display.ts';
import { parts } from './unzip.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
const docx = async (more = {}, locale: 'nl' | 'en' = 'nl') =>
	parts(await toDocx(jointDisplayDocument(decidedDisplay(), [], { ...about, ...more }, locale)));

/** The text of each paragraph with its style. */
const paragraphs = (xml: string) =>
	[...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map(([, plain, other]) => {
		const inner = plain ?? other ?? '';
		const style = /<w:pStyle w:val="([^"]+)"/.exec(inner)?.[1] ?? '';
		const text = [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('');
		return [style, text] as const;
	});
const styled = (xml: string, style: string) =>
	paragraphs(xml)
		.filter(([of]) => of === style)
		.map(([, text]) => text);

describe('the joint display in Word', () => {
	test('has a title and real headings', async () => {
		const xml = (await docx())['word/document.xml']!;
		expect(styled(xml, 'Title')).toEqual(['Veiligheid in Vollenhove']);
		expect(styled(xml, 'Heading1')).toEqual([
			'Waarop deze bladzijde rust',
			'Let op bij het lezen',
			'Thema’s met cijfers en stemmen',
			'Alleen stemmen',
			'Alleen cijfers',
			'Wat hier niet in staat, en waarom',
			'Wat er in dit bestand staat'
		]);
	});

	test('says of each style of a heading how deep it is, for readers that do not go by its name', async () => {
		const styles = (await docx())['word/styles.xml']!;
		for (const level of [1, 2, 3, 4, 5]) {
			const [style] = new RegExp(`w:styleId="Heading${level}".*?</w:style>`, 's').exec(styles) ?? [];
			expect(style).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
		}
	});

	test('has real tables whose header row returns on each page, in the order of the columns', async () => {
		const xml = (await docx())['word/document.xml']!;
		expect(xml.match(/<w:tbl>/g)).toHaveLength(3);
		expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
		expect(xml).toMatch(
			/<w:tblLook [^>]*w:firstRow="(1|true)"[^>]*w:firstColumn="(1|true)"|<w:tblLook [^>]*w:firstColumn="(1|true)"[^>]*w:firstRow="(1|true)"/
		);
		expect(styled(xml, 'TableHead').slice(0, 10)).toEqual([
			'Thema en indicator',
			'Cijfer (2021 · 2023 · 2025)',
			'Ontwikkeling',
			'Vergeleken met',
			'Bewoners',
			'Professionals',
			'Citaten',
			'Mogelijke verklaringen',
			'Samenhang',
			'Kernboodschap'
		]);
	});

	test('numbers its tables with a field that Word counts, in the language of the document', async () => {
		const fields = (xml: string) =>
			[...xml.matchAll(/<w:fldSimple w:instr="([^"]+)"><w:r><w:t[^>]*>(\d+)<\/w:t><\/w:r><\/w:fldSimple>/g)].map(
				([, instruction, n]) => `${instruction} = ${n}`
			);
		expect(fields((await docx())['word/document.xml']!)).toEqual([
			'SEQ Tabel \\* ARABIC = 1',
			'SEQ Tabel \\* ARABIC = 2',
			'SEQ Tabel \\* ARABIC = 3'
		]);
		expect(fields((await docx({}, 'en'))['word/document.xml']!)[0]).toBe('SEQ Table \\* ARABIC = 1');
		expect(styled((await docx())['word/document.xml']!, 'Caption')[0]).toMatch(/^Tabel 1\. Thema’s met cijfers/);
	});

	test('says its language, title and maker', async () => {
		const dutch = await docx();
		expect(dutch['word/styles.xml']).toContain('<w:lang w:val="nl-NL"');
		expect(dutch['docProps/core.xml']).toContain('<dc:title>Veiligheid in Vollenhove</dc:title>');
		expect(dutch['docProps/core.xml']).toContain('<dc:creator>Wijkstem</dc:creator>');
		expect((await docx({}, 'en'))['word/styles.xml']).toContain('<w:lang w:val="en-GB"');
	});

	test('tells a proposal as a proposal and a decision with who and when', async () => {
		const xml = (await docx())['word/document.xml']!;
		expect(styled(xml, 'TableStrong')).toContain('Vastgesteld: Bevestigt');
		expect(styled(xml, 'TableSmall')).toContain('Vastgesteld door Auteur Één op 12 maart 2025');
		expect(styled(xml, 'TableProposal')).toContain('Voorstel: Bevestigt');
		expect(styled(xml, 'TableProposal')).toContain('Vastgesteld: Spreekt tegen');
		expect(styled(xml, 'TableStrong')).toContain('Opnieuw bekijken: de gegevens zijn veranderd sinds 12 maart 2025.');
		expect(styled(xml, 'TableText')).toContain('Bewoners voelen zich veiliger.');
	});

	test('has the quotes with their reference, and none without consent', async () => {
		const display = { ...decidedDisplay(), smallCell: 2 }; // as if two of a group were enough to be quoted
		const xml = parts(await toDocx(jointDisplayDocument(display, [], about, 'nl')))['word/document.xml']!;
		expect(styled(xml, 'TableQuote')).toEqual([
			'‘Ik loop nu ’s avonds gewoon weer langs de flat 😀.’ (VOL-B-02 · 2025 · 14)',
			'‘=SOM(1;2) zei de \uFFFDjongere &amp; &lt;lachte&gt;.’ (VOL-P-01 · 2023 · 9)'
		]);
		expect(styled(xml, 'TableSmall')).toContain(
			'[tekst weggelaten: geen toestemming voor citaten] (VOL-B-03 · 2025 · 3)'
		);
	});

	test('tells what it rests on and what to mind', async () => {
		const xml = (await docx())['word/document.xml']!;
		expect(styled(xml, 'Box')[0]).toBe('5 gesprekken: bewoners 3, professionals 2.');
		expect(styled(xml, 'Box').join(' ')).toContain(
			'Oordelen: 1 vastgesteld, 3 alleen voorgesteld, 1 opnieuw te bekijken.'
		);
		expect(styled(xml, 'Box').join(' ')).toMatch(/Vingerafdruk: [0-9a-f]{16}\./);
		expect(styled(xml, 'ListParagraph')).toContain('De gesprekken zijn geen steekproef.');
	});

	test('carries the line of invented data on its first and on every page, and real data carry none', async () => {
		const line = 'FICTIEVE DEMODATA: geen echte mensen, gesprekken of metingen';
		const demo = await docx();
		expect(demo['word/header1.xml']).toContain(line);
		expect(styled(demo['word/document.xml']!, 'Watermark')).toEqual([line]);
		const real = await docx({ isFictional: false });
		expect(Object.values(real).join()).not.toContain('FICTIEVE');
	});

	test('lies down on A4', async () => {
		expect((await docx())['word/document.xml']).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
	});
});

describe('what an author wrote, in Word', () => {
	const content = (text: string) => [{ kind: 'text' as const, text, marks: [] }];
	const item = (text: string) => [{ kind: 'paragraph' as const, content: content(text) }];
	const counted = (...items: string[]): RichText => [{ kind: 'list', ordered: true, items: items.map(item) }];
	const written = async (...blocks: Block[]) => {
		const display = jointDisplayDocument(decidedDisplay(), [], about, 'nl');
		return parts(await toDocx({ ...display, blocks }));
	};

	test('counts each list from one', async () => {
		const inList: RichText = [
			{
				kind: 'list',
				ordered: false,
				items: [
					[...item('wonen'), ...counted('één', 'twee')],
					[...item('werken'), ...counted('één')]
				]
			}
		];
		const rich = (text: RichText): Block => ({ kind: 'rich', text, level: 2 });
		const files = await written(rich(counted('één', 'twee 😀')), rich(counted('één')), rich(inList));
		const numbers = [...files['word/document.xml']!.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
		const [first, second, bullets, inner, last] = [...new Set(numbers)];
		expect(numbers).toEqual([first, first, second, bullets, inner, inner, bullets, last]);
		for (const [id, level] of [
			[first, 0],
			[second, 0],
			[inner, 1],
			[last, 1]
		] as const) {
			const list = new RegExp(`<w:num w:numId="${id}"[^>]*>.*?</w:num>`, 's').exec(files['word/numbering.xml']!);
			expect(list?.[0]).toMatch(new RegExp(`<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/>`));
		}
	});

	test('keeps clear of the table above it', async () => {
		const table: Block = { kind: 'table', caption: 'Cijfers', columns: [{ label: 'Cijfer', width: 1 }], rows: [] };
		const text = (words: string): Block => ({ kind: 'paragraph', line: line(words) });
		const xml = (await written(text('Boven'), table, text('Onder'), text('Verder')))['word/document.xml']!;
		const before = (words: string) =>
			/w:before="(\d+)"/.exec(xml.slice(xml.lastIndexOf('<w:p>', xml.indexOf(words)), xml.indexOf(words)))?.[1];
		expect([before('Boven'), Number(before('Onder')) > 100, before('Verder')]).toEqual([undefined, true, undefined]);
	});
});
