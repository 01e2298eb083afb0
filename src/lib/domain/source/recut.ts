import { fail, ok, type Result } from '../problem.ts';
import type { SpeakerId } from '../project/ids.ts';
import type { Position, PositionMap } from '../text/position.ts';
import { trimmedRange } from '../text/range.ts';
import type { Speaker, SpeakerRole } from './speaker.ts';
import type { Turn } from './turn.ts';

/** How a text is cut: its turns in order, and who speaks. */
export type Cut = { readonly turns: readonly Turn[]; readonly speakers: readonly Speaker[] };

/** A turn as the person saw it; when it stands elsewhere by now, someone else changed the cut. */
type SeenTurn = { readonly ordinal: number; readonly start: Position };

/** The times on both sides of a border between turns, in milliseconds of the recording. */
export type BorderTimes = { readonly endMs: number | null; readonly startMs: number | null };

/** One step that mends the cut of a text. Only a new name of a speaker can change the text, and only when asked to. */
export type CutOperation =
	/** the words from `at` on become a turn of their own; up to `resumeAt` is a label and belongs to neither */
	| ({
			readonly kind: 'split';
			readonly at: Position;
			readonly resumeAt: Position | null;
			readonly speakerId: SpeakerId | null;
			/** when the first part ends and the second begins, if that is known: two turns that were joined and come apart */
			readonly times?: BorderTimes | undefined;
	  } & SeenTurn)
	/** this turn and the next become one, of this turn's speaker */
	| ({ readonly kind: 'join' } & SeenTurn)
	| ({ readonly kind: 'assign'; readonly speakerId: SpeakerId | null } & SeenTurn)
	/** when a turn begins and ends in the recording; null = not known */
	| ({ readonly kind: 'set-times' } & SeenTurn & { readonly startMs: number | null; readonly endMs: number | null })
	| { readonly kind: 'add-speaker'; readonly label: string; readonly role: SpeakerRole }
	| {
			readonly kind: 'rename-speaker';
			readonly speakerId: SpeakerId;
			readonly label: string;
			/** also where the old name stands as a label in the text: then the text changes, as a new version */
			readonly inText?: boolean | undefined;
	  }
	| { readonly kind: 'set-role'; readonly speakerId: SpeakerId; readonly role: SpeakerRole }
	/** all turns of one speaker go to another, and the first is gone */
	| { readonly kind: 'merge-speakers'; readonly speakerId: SpeakerId; readonly intoSpeakerId: SpeakerId };

/** Whether two cuts of a text say the same, whatever the ids of their speakers are. */
export const isSameCut = (one: Cut, other: Cut): boolean => toldBy(one) === toldBy(other);

const toldBy = ({ turns, speakers }: Cut): string => {
	const labels = new Map(speakers.map(({ id, label }) => [id, label]));
	return JSON.stringify([
		turns.map(({ start, end, speakerId, startMs, endMs }) => [start, end, labels.get(speakerId ?? ''), startMs, endMs]),
		speakers.map(({ label, role }) => [label, role])
	]);
};

/** Whether an operation moves the borders of turns, and with them the numbers in references to quotes. */
export const movesBorders = ({ kind }: CutOperation): boolean => kind === 'split' || kind === 'join';

/** Mends a cut by one operation; `newSpeakerId` is used when a speaker is added. */
export const recut = (map: PositionMap, cut: Cut, operation: CutOperation, newSpeakerId: SpeakerId): Result<Cut> => {
	switch (operation.kind) {
		case 'split':
		case 'join':
		case 'assign':
		case 'set-times':
			return recutTurn(map, cut, operation);
		case 'add-speaker': {
			const label = freeLabel(cut, operation.label, null);
			if (!label.ok) return label;
			const speaker = { id: newSpeakerId, label: label.value, role: operation.role };
			return ok({ ...cut, speakers: [...cut.speakers, speaker] });
		}
		case 'rename-speaker': {
			const label = freeLabel(cut, operation.label, operation.speakerId);
			return label.ok ? changeSpeaker(cut, operation.speakerId, { label: label.value }) : label;
		}
		case 'set-role':
			return changeSpeaker(cut, operation.speakerId, { role: operation.role });
		case 'merge-speakers':
			return mergeSpeakers(cut, operation.speakerId, operation.intoSpeakerId);
		default:
			return operation satisfies never;
	}
};

/** How many turns of two cuts with the same borders have another time. */
export const changedTimes = (before: Cut, after: Cut): number =>
	after.turns.filter(({ startMs, endMs }, at) => {
		const was = before.turns[at];
		return was !== undefined && (was.startMs !== startMs || was.endMs !== endMs);
	}).length;

/** A cut with the times of another one of as many turns. */
export const withTimesOf = (times: Cut, cut: Cut): Cut => ({
	...cut,
	turns: cut.turns.map((turn, at) => {
		const { startMs = turn.startMs, endMs = turn.endMs } = times.turns[at] ?? {};
		return { ...turn, startMs, endMs };
	})
});

const recutTurn = (
	map: PositionMap,
	cut: Cut,
	operation: Extract<CutOperation, { kind: 'split' | 'join' | 'assign' | 'set-times' }>
): Result<Cut> => {
	const index = cut.turns.findIndex(({ ordinal }) => ordinal === operation.ordinal);
	const turn = cut.turns[index];
	if (!turn || turn.start !== operation.start) return fail('turn-changed', { turn: operation.ordinal });
	switch (operation.kind) {
		case 'split': {
			// The turn begins where it did, but no longer reaches the place: someone else split it.
			if (operation.at < turn.start || operation.at >= turn.end) return fail('turn-changed', { turn: turn.ordinal });
			const parts = splitTurn(map, turn, operation);
			if (!parts) return fail('turn-part-empty', { turn: turn.ordinal });
			if (!knows(cut, operation.speakerId)) return fail('speaker-unknown');
			const [before, after] = parts;
			return ok(replaceTurns(cut, index, 1, [before, { ...after, speakerId: operation.speakerId }]));
		}
		case 'join': {
			const next = cut.turns[index + 1];
			if (!next) return fail('turn-is-last', { turn: turn.ordinal });
			return ok(replaceTurns(cut, index, 2, [{ ...turn, end: next.end, endMs: next.endMs ?? turn.endMs }]));
		}
		case 'assign':
			if (!knows(cut, operation.speakerId)) return fail('speaker-unknown');
			return ok(replaceTurns(cut, index, 1, [{ ...turn, speakerId: operation.speakerId }]));
		case 'set-times': {
			const { startMs, endMs } = operation;
			if (startMs !== null && endMs !== null && endMs < startMs)
				return fail('turn-times-reversed', { turn: turn.ordinal }, 'endMs');
			return ok(replaceTurns(cut, index, 1, [{ ...turn, startMs, endMs }]));
		}
		default:
			return operation satisfies never;
	}
};

/** Both parts without white space at their ends, or null when one has no words. */
const splitTurn = (
	map: PositionMap,
	turn: Turn,
	{ at, resumeAt: resume, times }: Extract<CutOperation, { kind: 'split' }>
): readonly [Turn, Turn] | null => {
	const resumeAt = resume ?? at;
	if (at <= turn.start || resumeAt < at || resumeAt >= turn.end) return null;
	const before = trimmedRange(map, { start: turn.start, end: at });
	const after = trimmedRange(map, { start: resumeAt, end: turn.end });
	if (!before || !after) return null;
	return [
		{ ...turn, ...before, endMs: times?.endMs ?? null },
		{ ...turn, ...after, startMs: times?.startMs ?? null }
	];
};

const replaceTurns = (cut: Cut, index: number, count: number, turns: readonly Turn[]): Cut => ({
	...cut,
	turns: cut.turns
		.toSpliced(index, count, ...turns)
		.map((turn, place) => (turn.ordinal === place + 1 ? turn : { ...turn, ordinal: place + 1 }))
});

const knows = ({ speakers }: Cut, speakerId: SpeakerId | null) =>
	speakerId === null || speakers.some(({ id }) => id === speakerId);

const plain = (label: string) => label.trim().toLocaleLowerCase('nl');

const freeLabel = ({ speakers }: Cut, label: string, self: SpeakerId | null): Result<string> => {
	if (plain(label) === '') return fail('speaker-label-empty', undefined, 'label');
	return speakers.some((speaker) => speaker.id !== self && plain(speaker.label) === plain(label))
		? fail('speaker-label-taken', { label: label.trim() }, 'label')
		: ok(label.trim());
};

const changeSpeaker = (cut: Cut, speakerId: SpeakerId, change: Partial<Omit<Speaker, 'id'>>): Result<Cut> =>
	knows(cut, speakerId)
		? ok({
				...cut,
				speakers: cut.speakers.map((speaker) => (speaker.id === speakerId ? { ...speaker, ...change } : speaker))
			})
		: fail('speaker-unknown');

const mergeSpeakers = (cut: Cut, speakerId: SpeakerId, intoSpeakerId: SpeakerId): Result<Cut> => {
	if (!knows(cut, speakerId) || !knows(cut, intoSpeakerId)) return fail('speaker-unknown');
	if (speakerId === intoSpeakerId) return fail('speaker-into-itself');
	return ok({
		turns: cut.turns.map((turn) => (turn.speakerId === speakerId ? { ...turn, speakerId: intoSpeakerId } : turn)),
		speakers: cut.speakers.filter(({ id }) => id !== speakerId)
	});
};
