import { toStudyCells, type FindingDirection } from '../../domain/integration/study-evidence.ts';
import { listIndicators } from '../store/indicators.ts';
import { insertFinding, insertTable } from '../store/study-evidence.ts';
import { demoRows, demoTable } from './demo-files.ts';
import { idOf, ofDemo, type DemoFrame, type Ids, type Loading } from './demo-loading.ts';

/** What the deeper analyses of the demo found: findings in words, and a table of school careers. */
export const loadDemoStudies = async ({ context, trx, projectId }: Loading, frame: DemoFrame): Promise<void> => {
	const { newId, now, actor } = context;
	const making = { by: actor.userId, at: now() };
	const indicators: Ids = new Map((await listIndicators(trx, projectId)).map(({ key, id }) => [key, id]));
	const idsIn = (ids: Ids, keys: string) => (keys === '' ? [] : keys.split(';').map((key) => idOf(ids, key)));
	for (const row of demoRows('findings.csv')) {
		const finding = {
			id: newId(),
			studyId: idOf(frame.studies, row('study')),
			text: row('text'),
			direction: row('direction') as FindingDirection,
			pillarIds: [idOf(frame.pillars, row('pillar'))],
			indicatorIds: idsIn(indicators, row('indicators')),
			areaIds: idsIn(frame.areas, row('areas')),
			waveIds: idsIn(frame.waves, row('waves')),
			version: 1
		};
		await insertFinding(trx, finding, making);
	}
	const { columns, rows } = demoTable('school-careers.csv');
	const cells = ofDemo(
		toStudyCells(
			columns,
			rows.map((row) => row.cells)
		)
	);
	const table = {
		id: newId(),
		studyId: idOf(frame.studies, 'schoolloopbaan'),
		caption: 'Waar leerlingen vier jaar na groep 8 zijn (fictief)',
		note: 'Verzonnen cijfers; percentages van de leerlingen die in 2021 in groep 8 zaten.',
		...cells,
		pillarIds: [idOf(frame.pillars, 'education')],
		indicatorIds: [],
		areaIds: [],
		waveIds: idsIn(frame.waves, '2025'),
		rowHeaders: true,
		version: 1
	};
	await insertTable(trx, table, making);
};
