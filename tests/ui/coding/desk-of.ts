import { onTestFinished } from 'vitest';
import type { CodingDesk } from '#lib/contract/coding-desk.ts';
import { codePointLength } from '#lib/domain/text/position.ts';
import { DeskState } from '#lib/ui/coding/desk-state.svelte.ts';

export const at = '2026-01-01T00:00:00.000Z';

/**
 * A desk with one interview of one turn, coded once by Ada with "Groen 😀". It asks nothing more after its test, and its
 * project tells its requests from those of others.
 */
export const deskOf = (more: Partial<CodingDesk> = {}, projectId = 'project'): DeskState => {
	const desk = newDesk(more, projectId);
	onTestFinished(() => desk.work.stop());
	return desk;
};

const newDesk = (more: Partial<CodingDesk>, projectId: string): DeskState => {
	const text = 'Café 😀 veilig. Het park is fijn.';
	const characters = codePointLength(text);
	const me = { id: 'me', name: 'Ada' };
	return new DeskState(
		{
			source: {
				...{ id: 'source', title: 'VOL-B-01', kind: 'transcript', areaId: 'area', areaName: 'Testwijk' },
				...{ waveId: 'wave', waveLabel: 'Eerste meting', waveYear: 2021, studyId: null, studyName: null },
				...{ group: 'resident', conductedOn: null, language: 'nl', status: 'released', version: 2, characters },
				...{ quotesAllowed: true, spot: null, uploadedBy: 'someone', uploadedAt: at }
			},
			version: 2,
			readAt: at,
			text,
			turns: [{ ordinal: 1, start: 0, end: characters, speakerId: null, startMs: null, endMs: null }],
			photos: [],
			speakers: [],
			codes: [
				{
					...{ id: 'green', parentId: null, depth: 0, name: 'Groen 😀', path: 'Groen 😀', definition: '', include: '' },
					...{ exclude: '', example: '', synonyms: [], color: 0, isCodable: true, pillarIds: [] }
				}
			],
			coders: [me],
			codings: [['kept', 0, 6, 0, 0, null, null, 0, 0, Date.parse(at), null]],
			pillars: [],
			permissions: { mayApply: true, mayEditCodebook: false },
			layer: 'shared',
			studyKind: null,
			note: null,
			hasInterpreter: false,
			me,
			orphans: 0,
			changed: [],
			reading: [],
			codebookVersions: [],
			assignment: null,
			...more
		},
		projectId,
		() => {}
	);
};
