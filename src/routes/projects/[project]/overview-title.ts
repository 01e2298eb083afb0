import type { Matrix } from '#lib/merge/matrix.ts';
import { m } from '#lib/paraglide/messages.js';
import { capitalised } from '#lib/words/labels.ts';

/** "Vijf pijlers, vier wijken": small numbers as words. */
export const overviewTitle = ({ pillars, areas }: Pick<Matrix, 'pillars' | 'areas'>): string => {
	const isDistricts = areas.every(({ kind }) => kind === 'district');
	const places = { n: areas.length, number: numberWord(areas.length) };
	return capitalised(
		m.matrix_title({
			pillars: m.matrix_pillars({ n: pillars.length, number: numberWord(pillars.length) }),
			areas: isDistricts ? m.matrix_districts(places) : m.matrix_areas(places)
		})
	);
};

const numberWord = (n: number): string => m.matrix_numbers().split(' ')[n - 1] ?? String(n);
