import type { Area } from '../../domain/area/area.ts';
import { countedWaves, type Wave } from '../../domain/area/wave.ts';
import { pillarsOf, type Codebook } from '../../domain/codebook/codebook.ts';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Db } from '../store/database.ts';
import { listObserved, type Observed, type ObservedCode } from '../store/display-observed.ts';

/** An observation of public space with the names of its codes, in the order of the codebook. */
export type NamedObservation = Omit<Observed, 'codes'> & {
	readonly codes: readonly (ObservedCode & { readonly name: string })[];
};

/** The observations that count for a pillar in an area, with its codes; `waves`: the rounds from the first to the last. */
export const loadObserved = async (
	db: Db,
	{
		project,
		codebook,
		pillar,
		area,
		waves
	}: {
		readonly project: Pick<Project, 'id' | 'includeEarlierWaves'>;
		readonly codebook: Codebook;
		readonly pillar: Pillar;
		readonly area: Area;
		readonly waves: readonly Wave[];
	}
): Promise<readonly NamedObservation[]> => {
	const to = waves.at(-1);
	const codes = codebook.codes.filter(({ id }) => pillarsOf(codebook, id).includes(pillar.id));
	const place = new Map(codes.map(({ id, name }, at) => [id, { at, name }]));
	const counted = to ? countedWaves(waves, { ...project, toWaveId: to.id }) : [];
	const found = await listObserved(db, project.id, {
		areaId: area.id,
		waveIds: counted.map(({ id }) => id),
		codeIds: codes.map(({ id }) => id)
	});
	return found.map(({ codes: seen, ...one }) => ({
		...one,
		codes: seen
			.map((code) => ({ ...code, name: place.get(code.codeId)?.name ?? '' }))
			.sort((a, b) => (place.get(a.codeId)?.at ?? 0) - (place.get(b.codeId)?.at ?? 0))
	}));
};
