import { wavesBetween } from './scope.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { Code } from '../domain/codebook/code.ts';
import { inTreeOrder, pillarsOf, type Codebook } from '../domain/codebook/codebook.ts';
import type { PillarId } from '../domain/project/ids.ts';
import type { RowKey } from './row-id.ts';

/** The themes of a pillar: the codable codes that serve it, in the order of the tree. */
export const themesOf = (codebook: Codebook, pillarId: PillarId): readonly Code[] =>
	inTreeOrder(codebook)
		.map(({ code }) => code)
		.filter(({ id, isCodable }) => isCodable && pillarsOf(codebook, id).includes(pillarId));

/** The theme a row is about; null when there is no such row (any more): another code, or no such pair of waves. */
export const themeOfRow = (codebook: Codebook, waves: readonly Wave[], key: RowKey): Code | null => {
	if (!wavesBetween(waves, key.fromWaveId, key.toWaveId).ok) return null;
	return themesOf(codebook, key.pillarId).find(({ id }) => id === key.codeId) ?? null;
};
