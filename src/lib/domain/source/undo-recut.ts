import type { Position } from '../text/position.ts';
import type { Cut, CutOperation } from './recut.ts';
import type { Speaker } from './speaker.ts';

/** What takes a change of the cut back. A speaker that was merged away comes back under a new id. */
export type UndoStep = CutOperation | { readonly kind: 'restore-speaker'; readonly speaker: Speaker };

/** The steps, in order, that turn the cut after an operation back into the cut `before` it. */
export const undoOf = (before: Cut, operation: CutOperation): readonly UndoStep[] => {
	switch (operation.kind) {
		case 'split':
			return [{ kind: 'join', ordinal: operation.ordinal, start: operation.start }];
		case 'join':
			return splitAgain(before, operation.ordinal);
		case 'assign': {
			const turn = before.turns.find(({ ordinal }) => ordinal === operation.ordinal);
			return turn ? [assignment(turn)] : [];
		}
		case 'set-times': {
			const turn = before.turns.find(({ ordinal }) => ordinal === operation.ordinal);
			if (!turn) return [];
			const { ordinal, start, startMs, endMs } = turn;
			return [{ kind: 'set-times', ordinal, start, startMs, endMs }];
		}
		case 'add-speaker':
			return []; // a speaker without turns does no harm
		case 'rename-speaker':
		case 'set-role': {
			const speaker = before.speakers.find(({ id }) => id === operation.speakerId);
			if (!speaker) return [];
			return operation.kind === 'set-role'
				? [{ kind: 'set-role', speakerId: speaker.id, role: speaker.role }]
				: [
						{
							kind: 'rename-speaker',
							speakerId: speaker.id,
							label: speaker.label,
							...(operation.inText === true && { inText: true })
						}
					];
		}
		case 'merge-speakers': {
			const speaker = before.speakers.find(({ id }) => id === operation.speakerId);
			if (!speaker) return [];
			const turns = before.turns.filter(({ speakerId }) => speakerId === speaker.id);
			return [{ kind: 'restore-speaker', speaker }, ...turns.map(assignment)];
		}
		default:
			return operation satisfies never;
	}
};

/** Steps with one speaker's id put in the place of another's. */
export const withSpeaker = (steps: readonly UndoStep[], from: string, to: string): readonly UndoStep[] =>
	steps.map((step) => {
		switch (step.kind) {
			case 'split':
			case 'assign':
			case 'rename-speaker':
			case 'set-role':
				return step.speakerId === from ? { ...step, speakerId: to } : step;
			case 'merge-speakers':
				return {
					...step,
					speakerId: step.speakerId === from ? to : step.speakerId,
					intoSpeakerId: step.intoSpeakerId === from ? to : step.intoSpeakerId
				};
			case 'restore-speaker':
				return step.speaker.id === from ? { ...step, speaker: { ...step.speaker, id: to } } : step;
			case 'join':
			case 'set-times':
			case 'add-speaker':
				return step;
			default:
				return step satisfies never;
		}
	});

const assignment = ({ ordinal, start, speakerId }: { ordinal: number; start: Position; speakerId: string | null }) =>
	({ kind: 'assign', ordinal, start, speakerId }) as const;

const splitAgain = ({ turns }: Cut, ordinal: number): readonly UndoStep[] => {
	const index = turns.findIndex((turn) => turn.ordinal === ordinal);
	const [first, second] = [turns[index], turns[index + 1]];
	if (!first || !second) return [];
	const times = { endMs: first.endMs, startMs: second.startMs };
	return [
		{
			kind: 'split',
			ordinal,
			start: first.start,
			at: first.end,
			resumeAt: second.start,
			speakerId: second.speakerId,
			times
		}
	];
};
