import { withDescendants, type Codebook } from '../domain/codebook/codebook.ts';
import type { Valence, Valences } from '../domain/coding/valence.ts';
import type { CodeId, SourceId, WaveId } from '../domain/project/ids.ts';
import type { Group } from '../domain/source/source.ts';
import type { JointDisplay } from './joint-display.ts';
import { codesOfPillar } from './lay-out.ts';

/** How many passages of an interview were coded with a code in one direction on each axis. */
export type CountedCodings = {
	readonly sourceId: SourceId;
	readonly codeId: CodeId;
	readonly valences: Valences;
	readonly passages: number;
};

/** Codings of a theme by interviews of one group and round; a narrower code below it counts for it, as its voices do. */
export type CodingsOf = (
	theme: { readonly codeId: CodeId; readonly waveId: WaveId; readonly group: Group },
	/** null: those without a direction; all: whatever they say */
	direction: Valence | null | 'all'
) => number;

/** Counts codings for the long form of a joint display; never instead of interviews, always beside them. */
export const codingsOf = (
	counted: readonly CountedCodings[],
	codebook: Codebook,
	{ pillar, rows }: Pick<JointDisplay, 'pillar' | 'rows'>
): CodingsOf => {
	const byCode = Map.groupBy(counted, ({ codeId }) => codeId);
	const speaking = new Map(rows.flatMap(({ voices }) => voices.signs).map((sign) => [sign.sourceId, sign]));
	const serving = new Set(codesOfPillar({ codebook, pillar }));
	return ({ codeId, waveId, group }, direction) =>
		withDescendants(codebook, codeId)
			.filter(({ id }) => serving.has(id))
			.flatMap(({ id }) => byCode.get(id) ?? [])
			.filter(({ sourceId, valences }) => {
				const source = speaking.get(sourceId);
				return source?.waveId === waveId && source.group === group && says(valences, direction);
			})
			.reduce((sum, { passages }) => sum + passages, 0);
};

const says = ({ change, level }: Valences, direction: Valence | null | 'all'): boolean => {
	if (direction === 'all') return true;
	return direction === null ? change === null && level === null : change === direction || level === direction;
};
