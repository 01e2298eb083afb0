import { describe, expect, test } from 'vitest';
import type { Code } from '#lib/domain/codebook/code.ts';
import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import type { CodebookHistory } from '#lib/domain/codebook/history.ts';
import type { Forerunner } from '#lib/domain/codebook/lineage.ts';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { changedPillarsOf, forerunnersApart } from '#lib/merge/codebook-change.ts';
import { changedPillarsSentence } from '#lib/words/codebook-change.ts';
import { warningSentences } from '#lib/words/display-warning.ts';
import { codebook, demoInput, pillars, waves } from './demo-project.ts';

const theme = (id: string, changed: Partial<Code> = {}): Code => ({ ...codebook.byId.get(id)!, ...changed });
const treeWith = (...changed: readonly Code[]): readonly Code[] => [
	...codebook.codes.filter(({ id }) => !changed.some((code) => code.id === id)),
	...changed
];
const without = (...ids: readonly string[]) => codebook.codes.filter(({ id }) => !ids.includes(id));

const history = (before: readonly Code[], forerunners: readonly Forerunner[] = []): CodebookHistory => ({
	versions: {
		from: { waveId: '2023', version: { id: 'v1', number: 1, name: 'Eerste ronde 😀', tree: before } },
		to: { waveId: '2025', version: { id: 'v2', number: 2, name: 'Tweede ronde', tree: codebook.codes } }
	},
	forerunners
});

const warned = (past: CodebookHistory, pillar = 'safety') => {
	const built = buildJointDisplay({ ...demoInput(pillar, 'overvecht'), history: past });
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value.warnings.filter(({ kind }) => kind === 'codebook-changed' || kind === 'forerunner-apart');
};
const path = (id: string) => `${codebook.byId.get(theme(id).parentId!)!.name} › ${theme(id).name}`;

describe('a display over rounds that were coded with different versions', () => {
	test('names the versions and what differs for its themes', () => {
		const before = treeWith(
			theme('V2', { definition: 'Anders 😀', exclude: 'Niets' }),
			theme('V3', { name: 'Vroeger é' })
		);
		const warnings = warned(history(before));
		expect(warnings).toMatchObject([
			{
				kind: 'codebook-changed',
				from: { year: 2023, versionId: 'v1', number: 1, name: 'Eerste ronde 😀' },
				to: { year: 2025, versionId: 'v2' },
				differences: [
					{ kind: 'described', codeId: 'V2', field: 'definition', before: 'Anders 😀' },
					{ kind: 'described', codeId: 'V2', field: 'exclude' },
					{ kind: 'renamed', codeId: 'V3', before: 'Vroeger é' }
				]
			}
		]);
		expect(warningSentences(warnings, 'nl')).toEqual([
			'In 2023 werkten de codeurs met een ander codeboek (‘Eerste ronde 😀’) dan in 2025 (‘Tweede ronde’). Een verschil kan ook daardoor komen.',
			`Bij ‘${path('V2')}’ is sinds 2023 veranderd: de betekenis en wat er niet onder valt.`,
			`‘${path('V3')}’ heette in 2023 nog ‘Vroeger é’.`
		]);
	});

	test('tells of a theme that became a group or stopped being one, and of no synonyms', () => {
		const before = treeWith(
			theme('V2', { isCodable: false, example: 'Toen 😀' }),
			theme('V3', { synonyms: ['anders'] })
		);
		const now = { ...theme('V1'), isCodable: false };
		const past = history(before);
		const to = past.versions!.to;
		const tree = to.version.tree.map((code) => (code.id === 'V1' ? now : code));
		const versions = { ...past.versions!, to: { ...to, version: { ...to.version, tree } } };
		expect(warningSentences(warned({ ...past, versions }), 'nl').slice(1)).toEqual([
			`‘${path('V1')}’ is sinds 2023 een groep geworden. Codeurs kunnen deze code niet meer kiezen.`,
			`‘${path('V2')}’ was in 2023 nog een groep. Codeurs konden deze code toen niet kiezen.`,
			`Bij ‘${path('V2')}’ is sinds 2023 veranderd: het voorbeeld.`
		]);
	});

	test('tells of a theme that is new, that follows on another, that was elsewhere or is gone, and of a merge', () => {
		const [old, away] = [theme('V5', { id: 'old', name: 'Oud' }), theme('V5', { id: 'away', name: 'Weg' })];
		const before = [
			...treeWith(theme('V3', { parentId: null })).filter(({ id }) => !['V1', 'V2'].includes(id)),
			old,
			away
		];
		const links = [
			{ codeId: 'V2', forerunnerId: 'old' },
			{ codeId: 'V5', forerunnerId: 'away' }
		];
		const warnings = warned(history([...before, theme('V5', { id: 'gone', name: 'Echt weg' })], links));
		const sentences = warningSentences(warnings, 'nl').slice(1);
		const group = codebook.byId.get(theme('V1').parentId!)!.name;
		expect(sentences).toEqual([
			`‘${path('V1')}’ is nieuw in het codeboek van 2025.`,
			`‘${path('V2')}’ is nieuw in het codeboek van 2025 en volgt op ‘${group} › Oud’.`,
			`‘${path('V3')}’ stond in 2023 nog bovenaan in het codeboek.`,
			`‘${group} › Echt weg’ stond in 2023 in het codeboek en is daarna weggehaald.`,
			`‘${group} › Oud’ stond in 2023 in het codeboek en is daarna opgegaan in ‘${path('V2')}’.`,
			`‘${group} › Weg’ stond in 2023 in het codeboek en is daarna opgegaan in ‘${path('V5')}’.`
		]);
		for (const sentence of warningSentences(warnings, 'en')) expect(sentence).toMatch(/^[‘A-Z].*\.$/u);
	});

	test('is silent about themes of another pillar, and where nothing differs or is known', () => {
		expect(warned(history(treeWith(theme('V2', { definition: 'Anders' }))), 'health')).toEqual([]);
		expect(warned(history(codebook.codes))).toEqual([]);
		expect(warned({ versions: null, forerunners: [] })).toEqual([]);
	});

	test('changes nothing of what is counted, proposed or decided on', () => {
		const input = demoInput('safety', 'overvecht');
		const plain = buildJointDisplay(input);
		const told = buildJointDisplay({
			...input,
			history: history(without('V1'), [{ codeId: 'V1', forerunnerId: 'V2' }])
		});
		expect(told.ok && told.value.rows).toEqual(plain.ok && plain.value.rows);
	});

	test('counts the changed themes of each pillar for an overview', () => {
		const past = {
			codebook,
			waves,
			history: history(treeWith(theme('V2', { include: 'x', exclude: 'y' }), theme('V1', { name: 'X' })))
		};
		const changed = changedPillarsOf(past, pillars)!;
		expect(changed.pillars.map(({ pillar, themes }) => [pillar.id, themes])).toEqual([['safety', 2]]);
		expect(changedPillarsSentence(changed, 'nl')).toMatch(/\. Het gaat om .+ \(2 thema’s\)\.$/);
		expect(changedPillarsOf({ ...past, history: history(codebook.codes) }, pillars)).toBeNull();
		expect(changedPillarsOf({ ...past, history: { versions: null, forerunners: [] } }, pillars)).toBeNull();
	});
});

describe('a forerunner that is a code of its own still', () => {
	test('is named, because what was said with it does not count with the theme', () => {
		const warnings = warned({ versions: null, forerunners: [{ codeId: 'V1', forerunnerId: 'V2' }] });
		expect(warnings).toEqual([
			{
				kind: 'forerunner-apart',
				codeId: 'V1',
				path: path('V1'),
				forerunners: [{ codeId: 'V2', path: path('V2') }]
			}
		]);
		expect(warningSentences(warnings, 'nl')).toEqual([
			`‘${path('V1')}’ volgt op een code die nog apart in het codeboek staat: ‘${path('V2')}’. Wat daarmee is gecodeerd, telt hier niet mee bij ‘${path('V1')}’.`
		]);
	});

	test('is not named when it went, when it counts with the theme as a narrower code, or when it is a folder', () => {
		const below = codebookOf(treeWith(theme('V2', { parentId: 'V1' })));
		expect(forerunnersApart(below, [{ codeId: 'V1', forerunnerId: 'V2' }], 'safety')).toEqual([]);
		expect(forerunnersApart(codebook, [{ codeId: 'V1', forerunnerId: 'went' }], 'safety')).toEqual([]);
		expect(forerunnersApart(codebook, [{ codeId: 'V1', forerunnerId: theme('V1').parentId! }], 'safety')).toEqual([]);
	});
});
