import type { AreaId, CodeId, PillarId, WaveId } from '../domain/project/ids.ts';

/** Which row of which display: what a decision belongs to. */
export type RowKey = {
	readonly pillarId: PillarId;
	readonly areaId: AreaId;
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	readonly codeId: CodeId;
};

/** The id of a row: its five ids joined. Callers treat it as opaque. */
export const rowIdOf = ({ pillarId, areaId, fromWaveId, toWaveId, codeId }: RowKey): string =>
	[pillarId, areaId, fromWaveId, toWaveId, codeId].join('.');

/** Reads a row's id; null when it is none. Whether the five exist is for the caller to find out. */
export const rowKeyFrom = (rowId: string): RowKey | null => {
	const [pillarId, areaId, fromWaveId, toWaveId, codeId, ...rest] = rowId.split('.');
	if (!pillarId || !areaId || !fromWaveId || !toWaveId || !codeId || rest.length > 0) return null;
	return { pillarId, areaId, fromWaveId, toWaveId, codeId };
};
