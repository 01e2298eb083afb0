import type { CodedPassage } from '../../src/lib/query/coded-passage.ts';
import type { Material } from '../../src/lib/query/evaluate.ts';
import { listAreas } from '../../src/lib/server/store/areas.ts';
import { loadCodebook } from '../../src/lib/server/store/codes.ts';
import type { Db } from '../../src/lib/server/store/database.ts';
import { loadCut } from '../../src/lib/server/store/turns.ts';

/** A whole project as the pure query sees it: everything that was coded, also what does not count. */
export const loadMaterial = async (db: Db, projectId: string): Promise<Material> => {
	const sources = await db
		.selectFrom('sources')
		.select(['id', 'title', 'kind', 'area_id', 'wave_id', 'group', 'status', 'version'])
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is', null)
		.execute();
	const toSource = (row: (typeof sources)[number]): CodedPassage['source'] => ({
		id: row.id,
		title: row.title,
		kind: row.kind as CodedPassage['source']['kind'],
		areaId: row.area_id,
		waveId: row.wave_id,
		group: row.group as CodedPassage['source']['group'],
		status: row.status as CodedPassage['source']['status']
	});
	const byId = new Map(sources.map((row) => [row.id, toSource(row)]));
	const codings = await db
		.selectFrom('codings')
		.innerJoin('codes', 'codes.id', 'codings.code_id')
		.selectAll('codings')
		.where('codings.project_id', '=', projectId)
		.where('codings.deleted_at', 'is', null)
		.where('codes.deleted_at', 'is', null)
		.execute();
	const turns = new Map<string, Awaited<ReturnType<typeof loadCut>>['turns']>();
	for (const { id, version } of sources) turns.set(id, (await loadCut(db, id, version)).turns);
	return {
		codebook: await loadCodebook(db, projectId),
		areas: await listAreas(db, projectId),
		sources: [...byId.values()],
		turns,
		passages: codings.flatMap((row) => {
			const source = byId.get(row.source_id);
			if (!source) return [];
			return {
				id: row.id,
				codeId: row.code_id,
				coderId: row.coder_id,
				range: { start: row.start_position, end: row.end_position },
				valences: {
					change: row.change as 'forward' | 'backward' | null,
					level: row.level as 'good' | 'improve' | null
				},
				isImportant: row.is_important,
				layer: row.layer as 'shared' | 'second',
				quote: row.quote,
				source
			};
		})
	};
};
