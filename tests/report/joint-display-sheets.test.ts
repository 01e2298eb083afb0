import { describe, expect, test } from 'vitest';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import type { DecisionChange } from '#lib/merge/decision-changes.ts';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import { jointDisplayDocument } from '#lib/report/joint-display-document.ts';
import { jointDisplaySheets } from '#lib/report/joint-display-sheets.ts';
import { toXlsx } from '#lib/report/to-xlsx.ts';
import type { Block } from '#lib/report/document.ts';
import { sheetsOf } from './unzip.ts';
import { valueOf } from '../import/fixture.ts';
import { areas, demoInput, pillars } from '../merge/demo-project.ts';
import { decidedDisplay } from './decided-display.ts';

const about = { projectName: 'Demo', isFictional: true, frozenAt: '2026-03-12T09:00:00Z' };

const pageOf = (display: JointDisplay) => jointDisplaySheets(display, [], () => 7, about, 'nl')[0]!.rows;

/** The same display as if so many residents and professionals were spoken to in its two rounds. */
const withRounds = (rounds: readonly (readonly [number, number])[]): JointDisplay => {
	const display = decidedDisplay();
	const waves = display.method.waves.map((wave, at) => {
		const [residents, professionals] = rounds[at]!;
		return { ...wave, interviews: residents + professionals, residents, professionals };
	});
	const sum = (of: 'interviews' | 'residents' | 'professionals') => waves.reduce((all, wave) => all + wave[of], 0);
	const totals = { interviews: sum('interviews'), residents: sum('residents'), professionals: sum('professionals') };
	return { ...display, method: { ...display.method, ...totals, waves } };
};

describe('the joint display as sheets', () => {
	const [page, figures] = jointDisplaySheets(decidedDisplay(), [], () => 7, about, 'nl');

	test('has every theme on the page, in ten columns', () => {
		expect(page!.columns).toHaveLength(10);
		expect(page!.rows.map(([theme]) => String(theme).split('\n')[0])).toEqual([
			'Je veilig voelen',
			'Overlast en groepen',
			'Misdaad en ondermijning',
			'Verkeer',
			'Zichtbare wijkagent en toezicht'
		]);
		const [, value, development, , residents, professionals, , , fit, message] = page!.rows[0]!;
		expect(value).toContain('KV1: 34 · 31 · 27');
		expect(value).toContain('peiljaar 2021 · 2023 · 2025');
		expect(development).toContain('KV1: ▲ Gunstiger: 7 procentpunt lager. Marges overlappen niet.');
		expect(residents).toBe('3 gesprekken: niet apart, want daarmee is de kleine groep af te leiden');
		expect(professionals).toBe('2 gesprekken: te weinig om te splitsen');
		expect(fit).toContain('Vastgesteld: Bevestigt');
		expect(fit).toContain('2 van 2 indicatoren gunstiger; 3 van 5 gesprekken vooruit, 1 ‘kan beter’.');
		expect(page!.rows[1]![8]).toBe('Voorstel: Bevestigt\n1 van 1 indicator gunstiger; 2 van 2 gesprekken vooruit.');
		expect(message).toBe('Bewoners voelen zich veiliger.');
	});

	test('tells neither group apart when one is small, as the other and the whole would give it away', () => {
		const display = decidedDisplay();
		expect(display.method).toMatchObject({ residents: 3, professionals: 2 });
		for (const row of pageOf(display)) {
			expect(row[4]).not.toMatch(/vooruit|kan beter/i);
			expect(row[5]).not.toMatch(/vooruit|kan beter/i);
		}
		const told = jointDisplaySheets(display, [], () => 7, about, 'nl')[0]!
			.about.flat()
			.join(' ');
		expect(told).toContain('Van de groep professional zijn er 2 gesprekken. Dat is te weinig om te splitsen');
		expect(told).toContain('Van de groep bewoner zijn er 3 gesprekken. Wat deze groep zegt, staat er niet apart in');
	});

	test('quotes nobody of a group that is too small, and says how many quotes are not in it', () => {
		const display = decidedDisplay();
		const of = (smallCell: number) => {
			const [page] = jointDisplaySheets({ ...display, smallCell }, [], () => 7, about, 'nl');
			return { cells: page!.rows.map((row) => String(row[6])).join('\n'), said: page!.about.flat().join('\n') };
		};
		expect(of(1).cells).toContain('zei de');
		expect(of(1).said).not.toContain('groep met te weinig gesprekken');
		expect(of(3).cells).not.toContain('zei de');
		expect(of(3).cells).not.toContain('VOL-P-01');
		expect(of(3).cells).toContain('weer langs de flat');
		expect(of(3).said).toContain('1 gekozen citaat staat er niet in: het komt uit een groep met te weinig gesprekken.');
		expect(of(9).cells.trim()).toBe('');
		expect(of(9).said).toContain('3 gekozen citaten staan er niet in');
		expect(of(9).said).not.toContain('omdat er geen toestemming is');
	});

	test('tells each group apart when both are large enough', () => {
		const [, , , , residents, professionals] = pageOf({ ...decidedDisplay(), smallCell: 2 })[0]!;
		expect(residents).toBe('Vooruit; geen duidelijke zorg\nvooruit 2 · kan beter 1 · achteruit 0 van 3 gesprekken');
		expect(professionals).toContain('vooruit 1 · kan beter 0 · achteruit 0 van 2 gesprekken');
	});

	test('tells no counts of all together when even these are few, as when there is no other group', () => {
		const display = { ...decidedDisplay(), smallCell: 6 };
		const fits = pageOf(display).map((row) => String(row[8]));
		expect(fits.filter((fit) => /\d van \d gesprek/.test(fit))).toEqual([]);
		expect(fits[0]).toContain('5 gesprekken in totaal: te weinig om te vertellen wat er gezegd is.');
	});

	test('tells in no cell what interviews say when all together are too few: no proposal, no change in voices, not thin', () => {
		const display = { ...decidedDisplay(), smallCell: 9 };
		const changes: readonly DecisionChange[] = [
			{ kind: 'voices', saying: 'backward', before: 0, after: 1 },
			...(['new', 'gone', 'withdrawn', 'changed', 'regrouped'] as const).map(
				(what) => ({ kind: `interviews-${what}`, count: 1 }) as const
			),
			{ kind: 'codings', before: 1, after: 2 },
			{ kind: 'proposal', before: 'confirms', after: 'contradicts' },
			{ kind: 'figure-linked', label: 'Meldingen jeugdoverlast' }
		];
		const rows = display.rows.map((row) => ({
			...row,
			voices: { ...row.voices, together: { ...row.voices.together, isThin: true } },
			decision: row.decision && { ...row.decision, ...(row.decision.needsReview && { changes }) }
		}));
		const cells = (smallCell: number) => pageOf({ ...display, rows, smallCell }).map((row) => row.map(String));
		const telling =
			/Voorstel|het voorstel|achteruitgaat|gesprekken vooruit|vooruit \d|kan beter|coderingen|gesprekken? (is|zijn)|\bdun\b|van \d gesprek/i;
		expect(cells(1).flat().join('\n')).toMatch(telling);
		expect(
			cells(9)
				.flat()
				.filter((cell) => telling.test(cell))
		).toEqual([]);
		const fits = cells(9).map((row) => row[8]!);
		expect(fits[1]).toMatch(/^Nog geen oordeel\n5 gesprekken in totaal/);
		expect(fits.find((fit) => fit.includes('Meldingen jeugdoverlast'))).toContain('Vastgesteld');
		const said = jointDisplaySheets({ ...display, rows }, [], () => 7, about, 'nl')[0]!
			.about.flat()
			.join(' ');
		expect(said).toContain('De voorstellen staan er niet: er zijn te weinig gesprekken.');
		expect(said).not.toContain('Daar staat een voorstel');
	});

	test('tells in long form what a source tested itself, against a round of the display', () => {
		const tested = (testedAgainst: string) => {
			const from = demoInput('safety', 'vollenhove');
			const observations = from.observations.map((one) =>
				one.indicatorId === 'KV3' && one.waveId === '2025' ? { ...one, testedAgainst, testedChange: false } : one
			);
			const display = valueOf(buildJointDisplay({ ...from, observations }));
			const [, sheet] = jointDisplaySheets(display, [], () => 0, about, 'nl');
			const row = sheet?.rows.find(([, , key, , , wave]) => key === 'KV3' && wave === 2025);
			return [row?.[12], ...(row?.slice(-2) ?? [])];
		};
		expect(tested('2021')).toEqual(['gelijk', 2021, 'nee']);
		expect(tested('2019')).toEqual(['gunstiger', null, null]);
	});

	test('has the figures in long form with numbers as numbers', () => {
		expect(figures!.rows.find(([, , key, , , wave]) => key === 'KV3' && wave === 2025)).toEqual([
			'Vollenhove',
			'Veiligheid',
			'KV3',
			'Meldingen jeugdoverlast',
			'per 1.000 inwoners',
			2025,
			2025,
			13,
			'bekend',
			5500,
			null,
			null,
			'gunstiger',
			'Vergelijking (fictief landelijk)',
			9,
			'Politie / gemeente',
			...[null, null, null, null]
		]);
	});

	const long = (display: JointDisplay) => jointDisplaySheets(display, [], () => 7, about, 'nl')[2]!.rows;
	const ofTheme = (display: JointDisplay) =>
		long(display)
			.filter(([, , theme]) => theme === 'Je veilig voelen')
			.map((row) => row.slice(3));

	test('has the voices in long form: interviews of how many, and no direction without interviews', () => {
		expect(ofTheme({ ...decidedDisplay(), smallCell: 1 })).toEqual([
			[2023, 'bewoner', 'genoemd', 1, 1, 7],
			[2023, 'bewoner', 'kan beter', 1, 1, 7],
			[2023, 'professional', 'genoemd', 1, 1, 7],
			[2023, 'professional', 'zonder richting', 1, 1, 7],
			[2025, 'bewoner', 'genoemd', 2, 2, 7],
			[2025, 'bewoner', 'gaat vooruit', 2, 2, 7],
			[2025, 'professional', 'genoemd', 1, 1, 7],
			[2025, 'professional', 'gaat vooruit', 1, 1, 7]
		]);
		const told = long({ ...decidedDisplay(), smallCell: 1 });
		expect(told.every((row) => Number(row[6]) >= 1 && Number(row[6]) <= Number(row[7]))).toBe(true);
	});

	test('splits no group into rounds of too few, and tells together what is not told apart', () => {
		const [small, beside] = ['te weinig om te splitsen', 'niet apart: een kleine groep is ermee af te leiden'];
		// 1 + 2 residents and 1 + 1 professionals: 2 together in 2023 give 3 in 2025 away
		expect(ofTheme(decidedDisplay())).toEqual([
			[2023, 'bewoner', small, null, 1, null],
			[2023, 'professional', small, null, 1, null],
			[2023, 'samen', small, null, 2, null],
			[2025, 'bewoner', small, null, 2, null],
			[2025, 'professional', small, null, 1, null],
			[2025, 'samen', beside, null, 3, null]
		]);
		const said = jointDisplaySheets(decidedDisplay(), [], () => 7, about, 'nl')[0]!
			.about.flat()
			.join(' ');
		expect(said).toContain('6 groepen gesprekken staan er zonder wat zij zeggen.');
		const own = withRounds([
			[4, 1],
			[3, 5]
		]);
		expect(ofTheme(own).map((row) => row.slice(0, 5))).toEqual([
			[2023, 'bewoner', 'genoemd', 1, 4],
			[2023, 'bewoner', 'kan beter', 1, 4],
			[2023, 'professional', small, null, 1],
			[2025, 'bewoner', 'genoemd', 2, 3],
			[2025, 'bewoner', 'gaat vooruit', 2, 3],
			[2025, 'professional', beside, null, 5]
		]);
	});

	test('tells rounds of both groups together where these are enough', () => {
		const display = withRounds([
			[3, 1],
			[2, 1]
		]);
		expect(ofTheme(display).filter(([, group]) => group === 'samen')).toEqual([
			[2023, 'samen', 'genoemd', 2, 4, 14],
			[2023, 'samen', 'kan beter', 1, 4, 14],
			[2023, 'samen', 'zonder richting', 1, 4, 14],
			[2025, 'samen', 'genoemd', 3, 3, 14],
			[2025, 'samen', 'gaat vooruit', 3, 3, 14]
		]);
	});

	test('can be opened, with a last sheet on what it rests on', async () => {
		const sheets = sheetsOf(
			await toXlsx(
				jointDisplaySheets(decidedDisplay(), [], () => 7, about, 'nl'),
				'nl'
			)
		);
		expect(sheets.map(({ name }) => name)).toEqual(['Cijfers en stemmen', 'Cijfers', 'Stemmen', 'Over dit bestand']);
		expect(sheets[3]!.rows.flat().join(' ')).toContain('De gesprekken zijn geen steekproef.');
	});
});

describe('every display of the demo', () => {
	const districts = areas.filter(({ kind }) => kind === 'district');
	const cases = pillars.flatMap((pillar) => districts.map((area) => [pillar.id, area.id] as const));

	test.each(cases)('%s in %s: no theme is left out of the report', (pillarId, areaId) => {
		const built = buildJointDisplay(demoInput(pillarId, areaId));
		if (!built.ok) throw new Error('not built');
		for (const locale of ['nl', 'en'] as const) {
			const { blocks } = jointDisplayDocument(built.value, [], about, locale);
			const said = blocks.flatMap(textOf);
			for (const { name } of built.value.rows) expect(said).toContain(name);
			for (const { indicator } of built.value.figuresOnly)
				expect(said.some((text) => text.startsWith(`${indicator.key} `))).toBe(true);
			expect(said.filter((text) => /undefined|NaN|\{\w+\}|null/.test(text))).toEqual([]);
		}
	});
});

const textOf = (block: Block): readonly string[] => {
	switch (block.kind) {
		case 'table':
			return [...block.columns.map(({ label }) => label), ...block.rows.flat(2).map(({ text }) => text)];
		case 'list':
			return block.items;
		case 'box':
			return block.lines;
		case 'paragraph':
			return [block.line.text];
		case 'heading':
			return [block.text];
		case 'chart':
		case 'quote':
		case 'rich':
			throw new RangeError(`a joint display has no ${block.kind}`);
		default:
			return block satisfies never;
	}
};
