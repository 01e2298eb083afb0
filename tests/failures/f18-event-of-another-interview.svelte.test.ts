import { describe, expect, it } from 'vitest';
import type { CodingDesk, LiveEvent } from '#lib/contract/coding-desk.ts';
import { DeskState } from '#lib/ui/coding/desk-state.svelte.ts';
import { receiveEvent } from '#lib/ui/coding/receive-event.ts';

/** F18: a code was drawn in the wrong document after switching. Events carry source and version; others are ignored. */

const at = '2026-01-01T00:00:00.000Z';
const deskOf = (id: string): DeskState => {
	const text = 'Café 😀 veilig';
	const source: CodingDesk['source'] = {
		id,
		title: id,
		kind: 'transcript',
		areaId: 'area',
		areaName: 'Testwijk',
		waveId: 'wave',
		waveLabel: 'Eerste meting',
		waveYear: 2021,
		studyId: null,
		studyName: null,
		group: 'resident',
		conductedOn: null,
		language: 'nl',
		status: 'released',
		version: 2,
		characters: 13,
		quotesAllowed: true,
		spot: null,
		uploadedBy: 'someone',
		uploadedAt: at
	};
	const me = { id: 'me', name: 'Ada' };
	return new DeskState(
		{
			source,
			version: 2,
			readAt: at,
			text,
			turns: [{ ordinal: 1, start: 0, end: 13, speakerId: null, startMs: null, endMs: null }],
			photos: [],
			speakers: [],
			codes: [],
			coders: [me],
			codings: [['kept', 0, 4, 0, 0, null, null, 0, 0, 0, null]],
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
			assignment: null
		},
		'project',
		() => {}
	);
};
const added = (sourceId: string, version: number): LiveEvent => ({
	kind: 'coding-added',
	coding: {
		id: 'new',
		sourceId,
		version,
		start: 5,
		end: 6,
		codeId: 'code',
		coderId: 'other',
		coderName: 'Bo',
		valences: [],
		important: false,
		hasMemo: false,
		codedAt: at,
		codeSetAt: at,
		changedAt: at
	}
});
/** What both panes show after an event, by ids; and how often each had to be read again. */
const after = (event: LiveEvent) => {
	const [text, pane] = [deskOf('text'), deskOf('pane')];
	const read = { text: 0, pane: 0 };
	receiveEvent(text, event, () => (read.text += 1));
	receiveEvent(pane, event, () => (read.pane += 1));
	const ids = ({ store }: DeskState) => store.all.map(({ id }) => id);
	return { text: ids(text), pane: ids(pane), read };
};
const none = { text: 0, pane: 0 };

describe('with two interviews side by side', () => {
	it('a coding is drawn in its own interview only', () => {
		expect(after(added('pane', 2))).toEqual({ text: [], pane: ['new'], read: none });
		expect(after(added('text', 2))).toEqual({ text: ['new'], pane: [], read: none });
		expect(after(added('third', 2))).toEqual({ text: [], pane: [], read: none });
	});

	it('a coding of another text version is drawn in neither', () => {
		expect(after(added('pane', 1))).toEqual({ text: [], pane: [], read: none });
	});

	it('a text that changed is read again where it is shown', () => {
		const event = { kind: 'changed', what: 'source', change: 'changed', ids: ['pane'], sourceId: 'pane', actorId: 'x' };
		expect(after(event as LiveEvent).read).toEqual({ text: 0, pane: 1 });
	});
});
