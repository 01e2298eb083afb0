import { describe, expect, test } from 'vitest';
import type { EvidenceItem } from '#lib/domain/integration/evidence.ts';
import { agendaOf } from '#lib/merge/agenda.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { reviewSessionDocument } from '#lib/report/review-session-document.ts';
import type { SessionSheet } from '#lib/report/session-sheet.ts';
import { toHtml } from '#lib/report/to-html.ts';
import { recognitionOf } from '../merge/answer-of.ts';
import { demoInput, indicators, pillars, waves } from '../merge/demo-project.ts';
import { explanationOf } from '../merge/unlinked-input.ts';

const displays = pillars.map(({ id }) => {
	const built = buildJointDisplay(demoInput(id, 'vollenhove'));
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
});
const session = {
	...{ id: 's', areaId: 'vollenhove', area: 'Vollenhove', fromWaveId: '2021', toWaveId: '2025' },
	...{ heldOn: '2025-11-20', participants: 'wijkmanager\nbeleidsmedewerker <wonen>' }
};
const sheet = (more: Partial<SessionSheet> = {}): SessionSheet => ({
	...{ session, fromYear: 2021, toYear: 2025, agenda: agendaOf(displays), recognitions: [], explanations: [] },
	...{ indicators, waves, tooFewToQuote: [] },
	...more
});
const rounds = { fromWaveId: '2021', toWaveId: '2025' };
const about = { projectName: 'Monitor', isFictional: true, frozenAt: '2025-11-19T09:00:00.000Z' };
const html = (more: Partial<SessionSheet> = {}) => toHtml(reviewSessionDocument(sheet(more), about, 'nl'));

describe('the sheet of a session', () => {
	test('has a heading a point, the contradictions first, and room for answers', () => {
		const { blocks, title, subtitle, watermark } = reviewSessionDocument(sheet(), about, 'nl');
		const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
		expect([title, subtitle]).toEqual(['Duidingssessie Vollenhove: 2021 en 2025', '20 november 2025']);
		expect(watermark).not.toBeNull();
		expect(headings[0]).toMatch(/^1\. Wonen/);
		expect(headings.slice(0, -1)).toHaveLength(sheet().agenda.length);
		expect(headings.at(-1)).toBe('Wat hier niet in staat, en waarom');
		expect(html()).toContain('☐ ja');
		expect(html()).toContain('wijkmanager, beleidsmedewerker &lt;wonen&gt;');
	});

	test('shows what was answered and explained instead', () => {
		const indicatorId = sheet().agenda[0]?.figures[0]?.indicatorId ?? '';
		const recognitions = [
			{ indicatorId, answer: 'partly', saidBy: 'municipality', remark: 'Niet in de flats' } as const
		];
		const explanation = { id: 'e', indicatorId, text: 'Er wordt gerenoveerd.', kind: 'policy', ...rounds } as const;
		const literature = { kind: 'literature', reference: 'Woononderzoek 2024', url: null } as const;
		const against = { id: 'l', side: 'contradicts', remark: 'Andere jaren', ...literature } as const;
		const said = { ...explanation, saidBy: 'municipality', strength: 'several', recognitions: [] } as const;
		const text = html({ recognitions, explanations: [{ ...said, evidenceItems: [against] }] });
		expect(text).toContain('Deels');
		expect(text).toContain('Niet in de flats');
		expect(text).toContain('Er wordt gerenoveerd. (');
		expect(text).toContain('genoemd door meer');
		expect(text).toContain('spreekt ertegen: Woononderzoek 2024 Opmerking: Andere jaren');
	});

	test('tells of a quote of a group that is too small only that it is there', () => {
		const indicatorId = sheet().agenda[0]?.figures[0]?.indicatorId ?? '';
		const quote: EvidenceItem = {
			...{ kind: 'quote', id: 'q', side: 'supports', remark: 'De wijkagent zegt dit.', group: 'professional' },
			...{ codingId: 'c', sourceId: 's', text: 'Hier loopt het mis.', reference: 'VOL-P-01 · 2025 · 3', withheld: null }
		};
		const explanation = { id: 'e', indicatorId, text: 'Er wordt gerenoveerd.', kind: 'policy', ...rounds } as const;
		const said = { ...explanation, saidBy: 'municipality', strength: 'one', recognitions: [] } as const;
		const explanations = [{ ...said, evidenceItems: [quote] }];
		expect(html({ explanations })).toContain('Hier loopt het mis.');
		const kept = html({ explanations, tooFewToQuote: ['professional'] });
		expect(kept).toContain('steunt dit: citaat van een kleine groep, niet getoond');
		for (const told of ['Hier loopt het mis.', 'VOL-P-01', 'wijkagent']) expect(kept).not.toContain(told);
	});

	test('counts at its end what is on it, and says what is not and why', () => {
		const agenda = sheet().agenda.map((item, at) =>
			at > 0
				? item
				: {
						...item,
						figures: item.figures.map((figures) => ({
							...figures,
							values: figures.values.map((value) => ({ ...value, value: null, suppressed: true }))
						}))
					}
		);
		const hidden = agenda[0]?.figures.flatMap(({ values }) => values).length ?? 0;
		const quote = (id: string, group: 'resident' | 'professional', text: string | null): EvidenceItem => ({
			...{ kind: 'quote', id, side: 'supports', remark: '', group, codingId: 'c', sourceId: 's', text },
			...{ reference: 'VOL-B-01 · 2025 · 3', withheld: text === null ? 'consent' : null }
		});
		const indicatorId = agenda[0]?.figures[0]?.indicatorId ?? '';
		const evidenceItems = [quote('q', 'resident', 'Fijn é.'), quote('r', 'resident', null)];
		const explanation = { id: 'e', indicatorId, text: 'Er wordt gerenoveerd.', kind: 'policy', ...rounds } as const;
		const said = { ...explanation, saidBy: 'municipality', strength: 'one', recognitions: [] } as const;
		const items = [...evidenceItems, quote('p', 'professional', 'Hier loopt het mis.')];
		const text = html({
			agenda,
			explanations: [{ ...said, evidenceItems: items }],
			tooFewToQuote: ['professional']
		});
		expect(text).toContain(`${hidden} waarden zijn weggelaten`);
		expect(text).toContain('1 citaat bij een verklaring staat er niet in: het komt uit een groep');
		expect(text).toContain('Vollenhove: 1 citaat bij een verklaring staat er niet in, omdat er geen toestemming is.');
		expect(text).toMatch(new RegExp(`Punten van de agenda: ${agenda.length} \\([0-9a-f]{16}\\)`));
		expect(text).toMatch(/Mogelijke verklaringen: 1 \(.*Citaten: 1 \(/);
		expect(html({ agenda: [] })).toContain('Er is niets weggelaten.');
	});

	test('has what was talked about besides its agenda, figure by figure', () => {
		const onAgenda = new Set(sheet().agenda.flatMap(({ figures }) => figures.map(({ indicatorId }) => indicatorId)));
		const other = indicators.find(({ id }) => !onAgenda.has(id));
		if (!other) throw new Error('every figure is on the agenda');
		const said = {
			indicatorId: other.id,
			answer: 'no',
			saidBy: 'resident',
			remark: 'Dat zien wij anders é 😀'
		} as const;
		const explanations = [explanationOf({ indicatorId: other.id, text: 'Omdat het zo is.' })];
		const { blocks } = reviewSessionDocument(sheet({ recognitions: [said], explanations }), about, 'nl');
		const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Ook besproken');
		expect(blocks.slice(at + 1, at + 3)).toEqual([
			{ kind: 'heading', level: 2, text: `${other.key} ${other.label}` },
			{
				kind: 'list',
				items: [
					'Niet herkend (bewoner): Dat zien wij anders é 😀',
					`Omdat het zo is. (over ${other.key}; beleid of project; volgens gemeente; genoemd door één; nog niet gevraagd)`
				]
			}
		]);
		expect(html()).not.toContain('Ook besproken');
		expect(html({ agenda: [], recognitions: [said] })).toContain('Dat zien wij anders é 😀');
	});

	test('tells with an explanation its figure, its rounds where these are not of the session, and who knows it', () => {
		const { indicatorId, key } = sheet().agenda[0]!.figures[0]!;
		const recognitions = [recognitionOf({ saidBy: 'resident' })];
		const own = explanationOf({ indicatorId, recognitions });
		const earlier = explanationOf({ id: 'f', indicatorId, toWaveId: '2023' });
		const text = html({ explanations: [own, earlier] });
		expect(text).toContain(
			`(over ${key}; beleid of project; volgens gemeente; genoemd door één; herkend door bewoner)`
		);
		expect(text).toContain(`(over ${key}, 2021 → 2023; beleid`);
	});

	test('says so when there is nothing to talk about', () => {
		expect(html({ agenda: [] })).toContain('Er is niets voor de agenda');
	});
});
