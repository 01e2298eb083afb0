import type { Revision, RevisionNote } from '../domain/indicator/figure-revision.ts';
import type { Problem } from '../domain/problem.ts';
import type { Frame } from './observations-table.ts';

const codes: Readonly<Record<RevisionNote, string>> = {
	'break-kept': 'figures-break-kept',
	'note-kept': 'figures-note-kept',
	'test-kept': 'figures-test-kept',
	'test-lapsed': 'figures-test-lapsed',
	'suppression-kept': 'figures-suppression-kept',
	'count-dropped': 'figures-count-dropped',
	'source-dropped': 'figures-source-dropped'
};

/** What somebody is told of stored figures about which a file does not say everything: each kind once, with the first. */
export const tellRevisions = (
	revisions: readonly Revision[],
	{ indicators, areas, waves }: Pick<Frame, 'indicators' | 'areas' | 'waves'>
): readonly Problem[] =>
	(Object.keys(codes) as RevisionNote[]).flatMap((note) => {
		const [first, ...others] = revisions.filter(({ notes }) => notes.includes(note));
		if (!first) return [];
		const { indicatorId, areaId, waveId } = first.observation;
		const params = {
			n: others.length + 1,
			indicator: indicators.find(({ id }) => id === indicatorId)?.key ?? '',
			area: areas.find(({ id }) => id === areaId)?.name ?? '',
			wave: waves.find(({ id }) => id === waveId)?.label ?? '',
			...(note === 'note-kept' && { note: shortly(first.observation.note) })
		};
		return [{ code: codes[note], params }];
	});

const longestShown = 120;

/** As much of a remark as is needed to know it again. */
const shortly = (text: string): string => {
	const signs = [...text.replaceAll(/\s+/g, ' ').trim()];
	return signs.length > longestShown ? `${signs.slice(0, longestShown).join('').trimEnd()}…` : signs.join('');
};
