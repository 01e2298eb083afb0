import { fewestCases } from '../domain/indicator/check-observation.ts';
import type { StudyTable } from '../domain/integration/study-evidence.ts';
import type { SmallCountsFact } from '../domain/report/file-facts.ts';

/** Names of columns that hold how many people or cases there are: "n", "Aantal", "Aantal leerlingen", "Respondenten". */
const countName = /^(n|aantal(len)?|respondenten|antwoorden|gevallen|count|number|respondents|cases)(\s|$|\()/iu;

/** Whether a table of a study tells of groups so small that people could be known, and of how many. */
export const smallCountsIn = (
	{ caption, columns, rows }: Pick<StudyTable, 'caption' | 'columns' | 'rows'>,
	place: string
): readonly SmallCountsFact[] => {
	const counted = new Set(columns.flatMap((name, at) => (countName.test(name.trim()) ? [at] : [])));
	const n = rows.flatMap((row) => row.filter((cell, at) => counted.has(at) && isSmall(cell))).length;
	return n > 0 ? [{ place, label: caption, n }] : [];
};

const isSmall = (cell: string | number | null): boolean => {
	const value = typeof cell === 'string' && /^\d+$/.test(cell.trim()) ? Number(cell) : cell;
	return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < fewestCases;
};
