import type { ExplanationKind } from '../../src/lib/domain/integration/explanation.ts';
import { rowIdOf } from '../../src/lib/merge/row-id.ts';
import { newId } from '../../src/lib/server/new-id.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { marked } from './marked.ts';
import { addCode, addCoding, addProject, addSource, testNow, type TestProject } from './project.ts';

/** An indicator of the first pillar in percent (fewer is better), linked to a code as the same topic. */
export const addLinkedIndicator = async (
	{ db }: Store,
	project: TestProject,
	codeId: string,
	values: readonly { readonly areaId: string; readonly year: 2021 | 2023 | 2025; readonly value: number | null }[]
): Promise<string> => {
	const id = newId();
	await db
		.insertInto('indicators')
		.values({
			id,
			project_id: project.id,
			key: `K-${id.slice(-6)}`,
			label: 'Voelt zich wel eens onveilig',
			pillar_id: project.pillars.first,
			unit: '% 15+',
			direction: 'lower-better',
			kind: 'survey',
			threshold: 3,
			threshold_unit: 'points'
		})
		.execute();
	await db
		.insertInto('code_indicators')
		.values({ code_id: codeId, indicator_id: id, relation: 'same-topic' })
		.execute();
	for (const { areaId, year, value } of values) await addValue({ db }, project, id, areaId, year, value);
	return id;
};

/** One value of an indicator. */
export const addValue = async (
	{ db }: Pick<Store, 'db'>,
	project: TestProject,
	indicatorId: string,
	areaId: string,
	year: 2021 | 2023 | 2025,
	value: number | null
): Promise<void> => {
	await db
		.insertInto('observations')
		.values({
			id: newId(),
			project_id: project.id,
			indicator_id: indicatorId,
			area_id: areaId,
			wave_id: project.waves[year],
			reference_year: year,
			value,
			imported_by: project.users.administrator,
			imported_at: testNow
		})
		.execute();
};

/** A possible explanation of an indicator in the district, from 2021 to 2025. */
export const addExplanationOf = async (
	{ db }: Store,
	project: TestProject,
	indicatorId: string,
	kind: ExplanationKind = 'policy'
): Promise<string> => {
	const id = newId();
	await db
		.insertInto('explanations')
		.values({
			id,
			project_id: project.id,
			indicator_id: indicatorId,
			area_id: project.areas.district,
			from_wave_id: project.waves[2021],
			to_wave_id: project.waves[2025],
			kind,
			text: 'Er is elke dag een jongerenwerker op straat.',
			said_by: 'resident',
			evidence: 'VOL-B-02',
			created_by: project.users.author,
			created_at: testNow
		})
		.execute();
	return id;
};

/** What one interview of a display project says. */
export type Said = { readonly sourceId: string; readonly codingId: string; readonly text: string };

export type DisplayProject = TestProject & {
	/** "Je veilig voelen", with an indicator that went from 34 to 26: better */
	readonly theme: string;
	/** "’s Avonds op straat", below the theme */
	readonly narrower: string;
	/** "Rommel", without an indicator */
	readonly other: string;
	readonly indicatorId: string;
	/** two residents and a professional, all of 2025 and all forward on the theme: the rules propose "confirms" */
	readonly said: readonly [Said, Said, Said];
	/** the row of a code in the district, 2021 to 2025 */
	readonly rowOf: (codeId: string, areaId?: string) => string;
};

/** Three released interviews that say the same as the figure: a row on which everything can be decided. */
export const addDisplayProject = async (store: Store): Promise<DisplayProject> => {
	const project = await addProject(store, 'Cijfers en stemmen');
	const { first } = project.pillars;
	const theme = await addCode(store, project, 'Je veilig voelen', { pillarIds: [first] });
	const narrower = await addCode(store, project, '’s Avonds op straat', { parentId: theme });
	const other = await addCode(store, project, 'Rommel', { pillarIds: [first] });
	const indicatorId = await addLinkedIndicator(store, project, theme, [
		{ areaId: project.areas.district, year: 2021, value: 34 },
		{ areaId: project.areas.district, year: 2023, value: 31 },
		{ areaId: project.areas.district, year: 2025, value: 26 },
		{ areaId: project.areas.municipality, year: 2025, value: 23 },
		{ areaId: project.areas.country, year: 2025, value: 26 }
	]);
	const say = (title: string, group: 'resident' | 'professional', codeId: string) =>
		addVoice(store, project, { title, group, codeId, change: 'forward' });
	return {
		...project,
		theme,
		narrower,
		other,
		indicatorId,
		said: [
			await say('TES-B-01', 'resident', theme),
			await say('TES-B-02', 'resident', narrower),
			await say('TES-P-01', 'professional', theme)
		],
		rowOf: (codeId, areaId = project.areas.district) =>
			rowIdOf({
				pillarId: first,
				areaId,
				fromWaveId: project.waves[2021],
				toWaveId: project.waves[2025],
				codeId
			})
	};
};

/** An interview with one coding on words that are not all ASCII. */
export const addVoice = async (
	store: Store,
	project: TestProject,
	said: {
		readonly title: string;
		readonly codeId: string;
		readonly group?: 'resident' | 'professional';
		readonly change?: 'forward' | 'backward';
		readonly level?: 'good' | 'improve';
		readonly layer?: 'shared' | 'second';
		readonly areaId?: string;
		readonly waveId?: string;
		readonly status?: 'uploaded' | 'released' | 'restricted';
	}
): Promise<Said> => {
	const { text, ranges } = marked('Ik 😀 voel me <a>in één wijk er\u0303g thuis, met 👩‍👩‍👧</a>.');
	const range = ranges['a'];
	if (!range) throw new RangeError('the text has no passage a');
	const source = await addSource(store, project, text, said);
	const { change, level, layer } = said;
	const codingId = await addCoding(store, project, source, range, said.codeId, {
		...(change && { change }),
		...(level && { level }),
		...(layer && { layer })
	});
	return { sourceId: source.id, codingId, text };
};
