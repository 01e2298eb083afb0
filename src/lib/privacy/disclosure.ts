import type { AreaId } from '../domain/project/ids.ts';
import { groups, type Group } from '../domain/source/source.ts';

/** An interview as far as it can point to a person; several people in it are one interview. */
export type DisclosedInterview = {
	readonly areaId: AreaId;
	readonly areaName: string;
	readonly group: Group;
	/** of its participants; none = nothing was written down */
	readonly functionGroups: readonly string[];
};

/** Interviews of one group, of one function group where that is known, in one area. */
export type DisclosureCell = {
	readonly areaId: AreaId;
	readonly areaName: string;
	readonly group: Group;
	/** null = all of the group whose function is not known or not asked */
	readonly functionGroup: string | null;
	readonly interviews: number;
};

/** The cells of area, group and function group with fewer interviews than is safe, but with one at least (R12). */
export const smallCells = (interviews: readonly DisclosedInterview[], smallest: number): readonly DisclosureCell[] => {
	const cells = new Map<string, DisclosureCell>();
	for (const { areaId, areaName, group, functionGroups } of interviews)
		for (const functionGroup of functionGroups.length > 0 ? new Set(functionGroups) : [null]) {
			const key = JSON.stringify([areaId, group, functionGroup]);
			const count = (cells.get(key)?.interviews ?? 0) + 1;
			cells.set(key, { areaId, areaName, group, functionGroup, interviews: count });
		}
	return [...cells.values()].filter((cell) => cell.interviews < smallest).sort(byCell);
};

const byCell = (a: DisclosureCell, b: DisclosureCell): number =>
	compare(a.areaName, b.areaName) ||
	groups.indexOf(a.group) - groups.indexOf(b.group) ||
	compare(a.functionGroup ?? '', b.functionGroup ?? '');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
