import { describe, expect, test } from 'vitest';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import { factsheetDocument } from '#lib/report/factsheet-document.ts';
import type { FactsheetInput } from '#lib/report/factsheet-pillar.ts';
import type { PlacedBlock } from '#lib/report/section-blocks.ts';
import { toDocx } from '#lib/report/to-docx.ts';
import { toHtml } from '#lib/report/to-html.ts';
import { expectGolden } from '../support/golden.ts';
import { textOf } from '../support/rich-text-of.ts';
import { decidedDisplay } from './decided-display.ts';
import { parts } from './unzip.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };
const input = (more: Partial<FactsheetInput> = {}, display: JointDisplay = decidedDisplay()): FactsheetInput => ({
	area: display.area,
	years: { from: 2021, to: 2025 },
	displays: [display],
	texts: [],
	blocks: new Map(),
	smallest: 1,
	...more
});
const html = (more: Partial<FactsheetInput> = {}, locale: 'nl' | 'en' = 'nl') =>
	toHtml(factsheetDocument(input(more), about, locale));

const wordsOf = (said: PlacedBlock['said']): string => (said.kind === 'lines' ? said.lines.join() : '');

describe('a factsheet', () => {
	test('is the file that is kept, byte for byte', () => expectGolden('report/factsheet.html', html()));

	test('has the same bytes for the same data', async () => {
		const make = () => toDocx(factsheetDocument(input(), about, 'nl'));
		expect(Buffer.compare(await make(), await make())).toBe(0);
	});

	test('in Word has real headings, a table with a header row, quotes and its language', async () => {
		const files = parts(await toDocx(factsheetDocument(input(), about, 'nl')));
		const xml = files['word/document.xml'] ?? '';
		expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
		expect(xml).toContain('<w:pStyle w:val="Quote"/>');
		expect(xml).toContain('<w:tblHeader/>');
		expect(xml).toContain('w:h="16838" w:orient="portrait"');
		expect(files['word/styles.xml']).toContain('<w:lang w:val="nl-NL"');
	});

	test('never tells a proposal as settled', () => {
		const page = html();
		expect(page).toContain('Nog geen oordeel:');
		expect(page).not.toContain('Voorstel');
	});

	test('says which quotes, figures and themes are not in it', () => {
		expect(html()).toContain('Wat hier niet in staat, en waarom');
		expect(html()).toMatch(/over \d+ thema’s is nog geen oordeel/);
	});

	test('names the figures of which there is no value to show', () => {
		const display = decidedDisplay();
		const [first, second, ...others] = display.indicators;
		if (!first || !second) throw new Error('no figures');
		const without = (figures: typeof first, suppressed: boolean) => ({
			...figures,
			values: figures.values.map((value) => ({ ...value, value: null, suppressed }))
		});
		const indicators = [without(first, false), without(second, true), ...others];
		const said = `Veiligheid: geen waarde om te tonen van ‘${first.label}’ en ‘${second.label}’. De waarden ontbreken of gaan over te weinig gevallen.`;
		const page = (more: Partial<JointDisplay>) =>
			toHtml(factsheetDocument(input({}, { ...display, ...more }), about, 'nl'));
		expect(page({ indicators })).toContain(said);
		expect(html()).not.toContain('geen waarde om te tonen');
		// no figures were agreed for a pillar that the area does not have
		expect(page({ indicators: [], isAbsent: true })).not.toContain('geen waarde om te tonen');
		expect(page({ indicators, isAbsent: true })).not.toContain('geen waarde om te tonen');
	});

	test('neither counts nor quotes a small group apart', () => {
		const page = html({ smallest: 100 });
		expect(page).toContain('minder dan 100 gesprekken met bewoners');
		expect(page).not.toContain('<blockquote>');
		expect(html({ smallest: 3 })).toContain('Alle gesprekken:');
	});

	test('shows what an author wrote in place of what follows from the data', () => {
		const pillarId = decidedDisplay().pillar.id;
		const page = html({ texts: [{ pillarId, slot: 'message', text: textOf('Het is <veiliger> & rustiger.') }] });
		expect(page).toContain('<p>Het is &lt;veiliger&gt; &amp; rustiger.</p>');
	});

	test('leaves out a block that may not be shown, and says so', () => {
		const pillarId = decidedDisplay().pillar.id;
		const said = { kind: 'quote', text: 'Geheime woorden', reference: 'VOL-B-09' } as const;
		const page = html({
			texts: [{ pillarId, slot: 'residents', text: [{ kind: 'live', id: 'b' }] }],
			blocks: new Map([['b', { said, state: 'not-allowed' }]])
		});
		expect(page).not.toContain('Geheime woorden');
		expect(page).toContain('1 citaat ontbreekt, omdat het niet meer mag worden getoond');
	});

	describe('beside a small group', () => {
		const pillarId = decidedDisplay().pillar.id; // 3 residents and 2 professionals
		const lines = (text: string) => ({ kind: 'lines', lines: [text] }) as const;
		const blocks = new Map<string, PlacedBlock>([
			['r', { said: lines('Bewoners tellen'), state: 'same', voices: { kind: 'count', of: 'resident' } }],
			['p', { said: lines('Professionals tellen'), state: 'same', voices: { kind: 'count', of: 'professional' } }],
			['t', { said: lines('Samen tellen'), state: 'same', voices: { kind: 'count', of: 'together' } }],
			['d', { said: lines('Oordelen per groep'), state: 'same', voices: { kind: 'counts-by-group' } }],
			['q', { said: lines('Woorden van een agent'), state: 'same', voices: { kind: 'quote', of: 'professional' } }],
			['b', { said: lines('Woorden van een bewoner'), state: 'same', voices: { kind: 'quote', of: 'resident' } }],
			['f', { said: lines('Een cijfer'), state: 'same' }]
		]);
		const text = [...blocks.keys()].map((id) => ({ kind: 'live' as const, id }));
		const placed = (smallest: number) => html({ smallest, blocks, texts: [{ pillarId, slot: 'figures', text }] });
		const isIn = (page: string) => [...blocks].filter(([, { said }]) => page.includes(wordsOf(said))).map(([id]) => id);

		test('has no counts in a text that split it off, nor its words, and says so', () => {
			expect(isIn(placed(3))).toEqual(['t', 'b', 'f']);
			expect(placed(3)).toContain('4 tellingen of citaten ontbreken in een tekst');
			expect(isIn(placed(2))).toEqual([...blocks.keys()]);
			expect(placed(2)).not.toContain('kleine groep');
		});

		test('counts nothing where all together are few too', () => {
			expect(isIn(placed(6))).toEqual(['f']);
			expect(placed(6)).toContain('er zijn in totaal minder dan 6 gesprekken');
			expect(placed(6)).not.toContain('Alle gesprekken:');
		});

		test('leaves out what its author wrote about it, and says so', () => {
			const of = (smallest: number, slot: 'residents' | 'professionals') =>
				html({ smallest, texts: [{ pillarId, slot, text: textOf('De wijkagent ziet minder overlast.') }] });
			expect(of(2, 'professionals')).toContain('De wijkagent ziet');
			expect(of(3, 'residents')).toContain('De wijkagent ziet');
			expect(of(3, 'professionals')).not.toContain('De wijkagent ziet');
			expect(of(3, 'professionals')).toContain('1 tekst over een groep met weinig gesprekken ontbreekt');
		});
	});

	test('speaks English when it is asked to', () => {
		expect(html({}, 'en')).toContain('<html lang="en-GB">');
		expect(html({}, 'en')).toContain('What is not in here, and why');
	});
});
