import type { Cut } from '../domain/source/recut.ts';
import type { Source } from '../domain/source/source.ts';
import type { SourceAnswer, SpeakerAnswer, TurnAnswer } from './source.ts';

type Framed = Source & Pick<SourceAnswer, 'areaName' | 'waveLabel' | 'waveYear' | 'studyName' | 'uploadedAt'>;

/** A source as it crosses the edge, without its words. */
export const toSourceAnswer = (source: Framed): SourceAnswer => ({
	id: source.id,
	title: source.title,
	kind: source.kind,
	areaId: source.areaId,
	areaName: source.areaName,
	waveId: source.waveId,
	waveLabel: source.waveLabel,
	waveYear: source.waveYear,
	studyId: source.studyId,
	studyName: source.studyName,
	group: source.group,
	conductedOn: source.conductedOn,
	language: source.language,
	status: source.status,
	version: source.version,
	characters: source.characters,
	quotesAllowed: source.quotesAllowed,
	spot: source.spot,
	uploadedBy: source.uploadedBy,
	uploadedAt: source.uploadedAt
});

/** Turns and speakers as they cross the edge; each speaker with the number of its turns. */
export const toCutAnswer = ({ turns, speakers }: Cut): { turns: TurnAnswer[]; speakers: SpeakerAnswer[] } => {
	const counts = new Map<string, number>();
	for (const { speakerId } of turns) if (speakerId !== null) counts.set(speakerId, (counts.get(speakerId) ?? 0) + 1);
	return {
		turns: turns.map(({ ordinal, start, end, speakerId, startMs, endMs }) => ({
			ordinal,
			start,
			end,
			speakerId,
			startMs,
			endMs
		})),
		speakers: speakers.map(({ id, label, role }) => ({ id, label, role, turns: counts.get(id) ?? 0 }))
	};
};
