import type { Layer } from '../../domain/coding/coding.ts';
import { valenceList } from '../../domain/coding/valence.ts';
import type { Target } from '../../domain/project/membership.ts';
import type { ProjectEvent } from '../access/context.ts';
import { targetOf } from '../access/source-permit.ts';
import { findCodingsOfEvent, type CodingOfEvent } from '../store/desk-codings.ts';
import type { Db } from '../store/database.ts';
import { findMemosOfEvent, type MemoOfEvent } from '../store/memo-places.ts';
import { findTargets } from '../store/sources.ts';
import { eventText } from './stream.ts';

/** An event written out for all screens of this process, with what decides who gets it. */
export type LiveText = {
	readonly event: ProjectEvent;
	readonly text: string;
	/** where the source of the event is; null = it is about no source, or the source has gone */
	readonly target: Target | null;
	/** of a coding that was added or changed */
	readonly coding: { readonly layer: Layer; readonly coderId: string } | null;
	/** of a memo; null = the event is about something else */
	readonly memo: MemoOfEvent | null;
};

const written = new WeakMap<readonly ProjectEvent[], Promise<readonly LiveText[]>>();

/** Writes a list of events out once, however many screens follow the project. */
export const liveTexts = (db: Db, events: readonly ProjectEvent[]): Promise<readonly LiveText[]> => {
	const known = written.get(events);
	if (known) return known;
	const texts = write(db, events);
	written.set(events, texts);
	return texts;
};

const write = async (db: Db, events: readonly ProjectEvent[]): Promise<readonly LiveText[]> => {
	const projectId = events[0]?.projectId ?? '';
	const codingIds = events.flatMap((event) => (isCoding(event) && event.change !== 'removed' ? event.ids : []));
	const sourceIds = new Set(events.flatMap(({ sourceId }) => (sourceId === undefined ? [] : [sourceId])));
	const codings = codingIds.length > 0 ? await findCodingsOfEvent(db, projectId, codingIds) : [];
	const memos = await memosOf(db, projectId, events);
	const targets = await findTargets(db, projectId, [...sourceIds]);
	const codingOf = new Map(codings.map((coding) => [coding.id, coding]));
	const targetFor = ({ sourceId }: ProjectEvent) => {
		const source = sourceId === undefined ? undefined : targets.get(sourceId);
		return source ? targetOf(source) : null;
	};
	return events.flatMap((event): readonly LiveText[] => {
		const target = targetFor(event);
		const about = { event, target, coding: null, memo: null };
		if (event.kind === 'memo')
			return event.ids.flatMap((id) => {
				const memo = memos.get(id);
				return memo ? [{ ...about, memo, text: changedText({ ...event, ids: [id] }) }] : [];
			});
		if (!isCoding(event)) return [{ ...about, text: changedText(event) }];
		if (event.change === 'removed') return [{ ...about, text: removedText(event) }];
		return event.ids.flatMap((id) => {
			const coding = codingOf.get(id);
			return coding ? [{ ...about, coding, text: eventText(`coding-${event.change}`, { coding: live(coding) }) }] : [];
		});
	});
};

const memosOf = async (
	db: Db,
	projectId: string,
	events: readonly ProjectEvent[]
): Promise<ReadonlyMap<string, MemoOfEvent>> => {
	const ids = events.flatMap((event) => (event.kind === 'memo' ? event.ids : []));
	const memos = ids.length > 0 ? await findMemosOfEvent(db, projectId, ids) : [];
	return new Map(memos.map((memo) => [memo.id, memo]));
};

const isCoding = ({ kind }: ProjectEvent) => kind === 'coding';

const removedText = ({ sourceId, version, ids, actorId }: ProjectEvent) =>
	eventText('coding-removed', { sourceId, version, ids, actorId });

const changedText = ({ kind, change, ids, sourceId, actorId }: ProjectEvent) =>
	eventText('changed', { what: kind, change, ids, sourceId: sourceId ?? null, actorId });

/** A coding without words: who may read them asks for them. */
const live = (coding: CodingOfEvent) => ({
	id: coding.id,
	sourceId: coding.sourceId,
	version: coding.version,
	start: coding.range.start,
	end: coding.range.end,
	codeId: coding.codeId,
	coderId: coding.coderId,
	coderName: coding.coderName,
	valences: valenceList(coding.valences),
	important: coding.isImportant,
	hasMemo: coding.hasMemo,
	codedAt: coding.codedAt,
	codeSetAt: coding.codeSetAt,
	...(coding.decidedAt !== undefined && { decidedAt: coding.decidedAt }),
	changedAt: coding.changedAt
});
