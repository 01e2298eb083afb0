import { readIndicators } from '../../import/indicators-table.ts';
import { readObservations } from '../../import/observations-table.ts';
import { listAreas } from '../store/areas.ts';
import { insertCode } from '../store/codes.ts';
import { insertIndicators } from '../store/indicators.ts';
import { listPillars } from '../store/pillars.ts';
import { listWaves } from '../store/waves.ts';
import { demoCodes, demoTable } from './demo-files.ts';
import { idOf, ofDemo, type DemoFrame, type Ids, type Loading } from './demo-loading.ts';
import { keepObservations } from './keep-observations.ts';

/** The kernset and the codes that point to it; answers the ids of the codes by their keys. */
export const loadDemoKernset = async ({ context, trx, projectId }: Loading, frame: DemoFrame): Promise<Ids> => {
	const { newId, now, actor } = context;
	const pillars = await listPillars(trx, projectId);
	const read = ofDemo(readIndicators(demoTable('indicators.csv'), { pillars, pillarNames: [...frame.pillars] }));
	const indicators = read.indicators.map((indicator) => ({ ...indicator, id: newId() }));
	await insertIndicators(trx, projectId, indicators, 0);
	const { observations } = ofDemo(
		readObservations(demoTable('observations.csv'), {
			indicators,
			areas: await listAreas(trx, projectId),
			waves: await listWaves(trx, projectId),
			areaNames: [...frame.areas]
		})
	);
	await keepObservations(context, trx, projectId, observations);

	const indicatorIds: Ids = new Map(indicators.map(({ key, id }) => [key, id]));
	const codes = demoCodes();
	const ids: Ids = new Map(codes.map(({ key }) => [key, newId()]));
	for (const [place, code] of codes.entries())
		await insertCode(
			trx,
			projectId,
			{
				id: idOf(ids, code.key),
				parentId: code.parent === null ? null : idOf(ids, code.parent),
				name: code.name,
				definition: code.definition,
				include: code.include,
				exclude: code.exclude,
				example: code.example,
				synonyms: code.synonyms,
				color: null,
				isCodable: code.isCodable,
				place,
				pillarIds: code.parent === null ? (code.pillar === null ? [] : [idOf(frame.pillars, code.pillar)]) : null,
				indicators: code.indicators.map(({ key, relation }) => ({ indicatorId: idOf(indicatorIds, key), relation }))
			},
			{ by: actor.userId, at: now() }
		);
	return ids;
};
