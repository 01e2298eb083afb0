import { describe, expect, test } from 'vitest';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import type { ShownObservation } from '#lib/merge/observed.ts';
import type { ShownFinding } from '#lib/merge/study-evidence.ts';
import type { Block, ReportDocument } from '#lib/report/document.ts';
import { judgementWords } from '#lib/report/live-said.ts';
import { pillarBlocks, type Room } from '#lib/report/factsheet-pillar.ts';
import { freezeDocument, thawDocument } from '#lib/report/frozen-document.ts';
import { leftOutSentence, type LeftOut } from '#lib/report/left-out.ts';
import { decidedDisplay } from './decided-display.ts';

const room: Room = { figures: 9, isCompared: true, explanations: 0, evidence: 2, messages: 1, reasons: false };
const finding = (text: string, more: Partial<ShownFinding> = {}): ShownFinding => ({
	...{ id: text, studyId: 's', study: 'Schoolloopbanen', institute: 'DUO', period: '2018-2022', n: 340 },
	...{ indicatorIds: [], areas: [], years: [], text, direction: 'forward' },
	...more
});
const seen = (name: string, codings: number, more: Partial<ShownObservation['codes'][number]> = {}) => ({
	...{ codeId: name, name, codings, forward: 0, backward: 0, good: 0, improve: 0 },
	...more
});
const observation = (...codes: ShownObservation['codes'][number][]): ShownObservation => ({
	...{ sourceId: 'o', title: 'Speelplek achter de flat', waveId: 'w', year: 2025, codes }
});

const made = (
	more: { findings?: readonly ShownFinding[]; observations?: readonly ShownObservation[]; room?: Partial<Room> } = {},
	locale: 'nl' | 'en' = 'nl'
) => {
	const display: JointDisplay = { ...decidedDisplay(), studies: { findings: more.findings ?? [], tables: [] } };
	const leftOut: LeftOut[] = [];
	const observed = new Map([[display.pillar.id, more.observations ?? []]]);
	const blocks = pillarBlocks(
		{
			...{ area: display.area, years: { from: 2021, to: 2025 }, displays: [display], texts: [], blocks: new Map() },
			...{ smallest: 1, observed, room: { ...room, ...more.room } }
		},
		display,
		leftOut,
		locale
	);
	return { display, blocks, leftOut: leftOut.map((left) => leftOutSentence(left, locale)) };
};
const lines = (blocks: readonly Block[]) =>
	blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.line.text] : []));
const figuresIn = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'table');

describe('a factsheet beside the area that it is compared with', () => {
	const elsewhere = (display: JointDisplay, at: number, areaName: string | null): JointDisplay => ({
		...display,
		indicators: display.indicators.map((figures, index) =>
			index === at
				? {
						...figures,
						comparison: areaName === null || !figures.comparison ? null : { ...figures.comparison, areaName }
					}
				: figures
		)
	});
	const tableOf = (display: JointDisplay) => {
		const input = {
			...{ area: display.area, years: { from: 2021, to: 2025 }, displays: [display], texts: [], blocks: new Map() },
			...{ smallest: 1, room }
		};
		const table = figuresIn(pillarBlocks(input, display, [], 'nl'));
		if (table?.kind !== 'table') throw new Error('no table');
		const cells = table.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(' ')));
		return { caption: table.caption, head: table.columns.map(({ label }) => label), cells };
	};

	test('has the value there at each figure, and how the own area stands beside it', () => {
		const { caption, head, cells } = tableOf(decidedDisplay());
		expect(head).toEqual(['Cijfer', '2021', '2023', '2025', 'Vergeleken', 'Ontwikkeling']);
		expect(caption).toMatch(/^Cijfers over .+\. Vergeleken met Vergelijking \(fictief landelijk\), 2025$/);
		expect(cells.slice(0, 2).map((row) => row.slice(3))).toEqual([
			['27', '15: ongunstiger', '▲ Gunstiger: 7 procentpunt lager.'],
			['52', '44: ongunstiger', '▲ Gunstiger: 17% lager.']
		]);
	});

	test('names the area at each figure when they are compared with several, and shows which has none', () => {
		const several = tableOf(elsewhere(elsewhere(decidedDisplay(), 0, 'Zeist'), 1, null));
		expect(several.head[4]).toBe('Vergeleken met');
		expect(several.caption).not.toContain('Vergeleken');
		expect(several.cells.map((row) => row[4]).slice(0, 3)).toEqual([
			'Zeist 15: ongunstiger',
			'–',
			expect.stringMatching(/^Vergelijking \(fictief landelijk\) /)
		]);
	});

	test('gives its place up when there is no room', () => {
		const table = figuresIn(made({ room: { isCompared: false } }).blocks);
		expect(table?.kind === 'table' && table.columns.map(({ label }) => label)).toEqual([
			...['Cijfer', '2021', '2023', '2025', 'Ontwikkeling']
		]);
	});

	test('has no such column where nothing can be compared', () => {
		const display = decidedDisplay();
		const alone = { ...display, indicators: display.indicators.map((one) => ({ ...one, comparison: null })) };
		expect(tableOf(alone).head).toEqual(['Cijfer', '2021', '2023', '2025', 'Ontwikkeling']);
	});

	test('loses a value of that area too when it is suppressed after the factsheet was published', () => {
		const { display, blocks } = made();
		const frozen = freezeDocument({
			...{
				title: 't',
				subtitle: 's',
				language: 'nl-NL' as const,
				footer: 'f',
				watermark: null,
				isUpright: true,
				blocks
			},
			...{ pageWords: 'p' }
		} as unknown as ReportDocument);
		const [first] = display.indicators;
		const comparison = first?.comparison;
		if (!first || !comparison) throw new Error('nothing to compare with');
		const gone = { indicatorId: first.indicatorId, areaId: comparison.areaId, waveId: display.to.id };
		const rows = (suppressed: (typeof gone)[]) => {
			const table = figuresIn(thawDocument(frozen.document, frozen.quotes, suppressed).blocks);
			return table?.kind === 'table' ? JSON.stringify(table.rows[0]) : '';
		};
		expect(rows([])).toContain('15: ongunstiger');
		expect(rows([gone])).not.toContain('15: ongunstiger');
	});
});

describe('the third kind of evidence in a factsheet', () => {
	test('is what studies found, with its direction and where it comes from', () => {
		const findings = [
			finding('Meer jongeren halen één diploma 😀.'),
			finding('Cijfers van één school.', { direction: 'not-applicable', n: null })
		];
		expect(lines(made({ findings }).blocks)).toEqual(
			expect.arrayContaining([
				'Uit onderzoek: Meer jongeren halen één diploma 😀 (▲ gaat vooruit; Schoolloopbanen (DUO, 2018-2022, n = 340)).',
				'Uit onderzoek: Cijfers van één school (Schoolloopbanen (DUO, 2018-2022)).'
			])
		);
	});

	test('is what was seen in public space, all observations together and without their names', () => {
		const observations = [
			observation(seen('Schoon', 1), seen('Groen', 3, { forward: 2, improve: 1 })),
			observation(seen('Groen', 1, { forward: 1 }))
		];
		const said = lines(made({ observations }).blocks);
		expect(said).toContain(
			'Gezien in de openbare ruimte, bij 2 observaties: Groen (4 passages, gaat vooruit 3, kan beter 1); Schoon (1 passage).'
		);
		expect(JSON.stringify(said)).not.toContain('flat');
		const english = lines(made({ observations: observations.slice(1) }, 'en').blocks);
		expect(english).toContain('Seen in public space, in 1 observation: Groen (1 passage, moving forward 1).');
	});

	test('is cut to what fits, and what is left out is told', () => {
		const findings = ['Eén', 'Twee', 'Drie'].map((text) => finding(text));
		const { blocks, leftOut } = made({
			findings,
			observations: [observation(seen('Groen', 1), seen('Schoon', 1))],
			room: { evidence: 1 }
		});
		expect(lines(blocks).filter((text) => /^(Uit onderzoek|Gezien)/.test(text))).toHaveLength(2);
		expect(leftOut).toContain(
			'Veiligheid: 3 andere uitkomsten van onderzoek of observaties staan alleen bij cijfers en stemmen.'
		);
	});
});

test('judgements come with their reasons, and without room for those stand together by what was judged', () => {
	const display = decidedDisplay();
	const same = display.rows.find(({ codeId }) => codeId === 'V1')?.decision ?? null;
	const rows = display.rows.map((row) => (row.codeId === 'V4' ? { ...row, decision: same } : row));
	const items = (reasons: boolean) =>
		pillarBlocks(
			{
				...{ area: display.area, years: { from: 2021, to: 2025 }, displays: [], texts: [], blocks: new Map() },
				...{ smallest: 1, room: { ...room, reasons } }
			},
			{ ...display, rows },
			[],
			'nl'
		).flatMap((block) => (block.kind === 'list' ? block.items : []));
	expect(items(true)[1]).toMatch(/^Misdaad en ondermijning: Spreekt tegen \(.*Reden: Aangiften zeggen weinig\.$/);
	expect(items(false)).toEqual([
		'Bevestigt: Je veilig voelen; Verkeer.',
		'Spreekt tegen (opnieuw te bekijken; nog geen verklaring): Misdaad en ondermijning.',
		'Nog geen oordeel: Overlast en groepen, Zichtbare wijkagent en toezicht.'
	]);
});

test('a judgement says what is still open about it: that a second reader sees it otherwise, and that nothing explains it', () => {
	const [row] = decidedDisplay().rows.filter(({ codeId }) => codeId === 'V1');
	if (!row?.decision) throw new Error('not decided');
	const reading = {
		...{ answer: 'differs' as const, fit: 'expands' as const, reason: 'Er is meer aan de hand 😀.' },
		...{ readBy: 'b', readByName: 'Bo', readAt: '2025-06-01T10:00:00Z' }
	};
	const said = (more: object) => judgementWords({ decision: { ...row.decision, ...more } as never }, 'nl');
	expect(said({ readings: [{ ...reading, answer: 'confirms', fit: null }] })).toBe('Bevestigt');
	expect(said({ readings: [reading] })).toBe('Bevestigt (een tweede lezer zegt: Vult aan)');
	expect(said({ fit: 'contradicts', withoutExplanation: true, readings: [reading] })).toBe(
		'Spreekt tegen (een tweede lezer zegt: Vult aan; nog geen verklaring)'
	);
});
