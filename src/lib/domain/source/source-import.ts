import type { Problem } from '../problem.ts';
import type { SourceId } from '../project/ids.ts';

/** What became of one file of an import so far. */
export type ImportState = 'waiting' | 'reading' | 'stored' | 'refused' | 'cancelled';
export const importStates: readonly ImportState[] = ['waiting', 'reading', 'stored', 'refused', 'cancelled'];

/** A file of an import: on its way, or with what became of it. */
export type ImportedFile = {
	readonly id: string;
	/** of the file, with its folders when it came in a zip */
	readonly name: string;
	readonly title: string;
	readonly state: ImportState;
	/** null = not stored, or removed since */
	readonly sourceId: SourceId | null;
	/** what was left out of it, or why it was refused */
	readonly told: readonly Problem[];
};

/** Files that were handed in together and are taken in one by one. */
export type SourceImport = {
	readonly id: string;
	readonly madeAt: Date;
	readonly files: readonly ImportedFile[];
};

/** Files that one import may hold. */
export const mostFilesInImport = 500;

/** How many files of an import are in each state. */
export const countStates = (files: readonly Pick<ImportedFile, 'state'>[]): Readonly<Record<ImportState, number>> => {
	const counts = { waiting: 0, reading: 0, stored: 0, refused: 0, cancelled: 0 };
	for (const { state } of files) counts[state] += 1;
	return counts;
};

/** Titles of which none occurs twice, whatever its capitals: a second one gets a number. */
export const distinctTitles = (titles: readonly string[], longest: number): readonly string[] => {
	const taken = new Set<string>();
	return titles.map((title) => {
		let given = title;
		for (let number = 2; taken.has(given.toLowerCase()); number += 1) {
			const ending = ` (${number})`;
			given = [...title].slice(0, longest - ending.length).join('') + ending;
		}
		if (given !== '') taken.add(given.toLowerCase());
		return given;
	});
};
