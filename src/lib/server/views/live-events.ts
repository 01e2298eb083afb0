import { eventsOnQuery, eventsQuery } from '../../contract/events.ts';
import { parse } from '../../contract/parse.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { mayReadMemo } from '../../domain/memo/who-may.ts';
import { may, type Action } from '../../domain/project/membership.ts';
import type { Context, Presence, ProjectEvent } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { permitReport } from '../access/report-permit.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { liveTexts, type LiveText } from '../realtime/live-texts.ts';
import { sideBySide } from '../realtime/side-by-side.ts';
import { eventStream, type EventStream, type Feed } from '../realtime/stream.ts';
import { listCodingsSince } from '../store/desk-codings.ts';
import { listBlindSources } from '../store/second-coders.ts';

/** What a screen may see now; looked at again at every heartbeat. */
type Sight = Pick<Permit, 'access'> & { readonly blindSources: ReadonlySet<string> };

/**
 * The stream of what changes in a project, or in the one source that a screen has open; `all` adds the other sources,
 * for a screen that shows more than one. Events of sources that the person may not see are left out; events of a blind
 * second coding reach nobody but its coder.
 */
export const liveEvents = async (context: Context, projectId: string, query: unknown): Promise<Result<Response>> => {
	const feed = await feedOf(context, projectId, query);
	return feed.ok ? ok(eventStream(feed.value)) : feed;
};

/**
 * The same for several places at once over one stream, also of several projects: what all windows of one browser have
 * open. A place that the person may not see is told as `refused`; when that holds for all, the answer is why.
 */
export const liveEventsOn = async (context: Context, query: unknown): Promise<Result<Response>> => {
	const parsed = parse(eventsOnQuery, query);
	if (!parsed.ok) return parsed;
	const feeds = await Promise.all(
		parsed.value.on.map(({ projectId, query: within }) => feedOf(context, projectId, within))
	);
	const [first] = feeds;
	if (first?.ok === false && feeds.every(({ ok: isOk }) => !isOk)) return first;
	return ok(eventStream(sideBySide(feeds.map((feed) => (feed.ok ? feed.value : null)))));
};

/** What feeds the stream of one place: a project, or what a screen has open in it. */
const feedOf = async (context: Context, projectId: string, query: unknown): Promise<Result<Feed>> => {
	const parsed = parse(eventsQuery, query);
	if (!parsed.ok) return parsed;
	const { sourceId, since, all, reportId, pillarId, areaId } = parsed.value;
	const only = all === true ? undefined : sourceId;
	const first = await sightOf(context, projectId, sourceId);
	if (!first.ok) return first;
	let sight = first.value;
	if (reportId !== undefined) {
		const report = await permitReport(context, context.db, projectId, reportId, 'report.read');
		if (!report.ok) return report;
	}
	const { userId, name } = context.actor;
	const open: Presence | null =
		reportId !== undefined
			? { openId: reportId, userId, name, at: `${pillarId ?? ''} ${areaId ?? ''}` }
			: sourceId !== undefined
				? { openId: sourceId, userId, name }
				: null;

	const start = (stream: EventStream) => {
		let last: Promise<unknown> = Promise.resolve(); // events stay in order, also while one is being written out
		const forward = (events: readonly ProjectEvent[] | Promise<readonly ProjectEvent[]>) => {
			last = last
				.then(async () => liveTexts(context.db, await events))
				.then(
					(texts) => {
						for (const live of texts) if (isFor(live, sight, only)) stream.sendText(live.text);
					},
					() => stream.send('gap', {})
				);
		};
		const leave = context.subscribe(
			projectId,
			{
				onEvents: forward,
				onPresence: (openId, people) => stream.send('presence', { openId, people: shown(people) }),
				onGap: () => stream.send('gap', {}),
				onClose: stream.close
			},
			open
		);
		if (sourceId !== undefined && since !== undefined) forward(missed(context, projectId, sourceId, since));
		return leave;
	};
	const stillAllowed = async () => {
		const next = await sightOf(context, projectId, sourceId);
		if (next.ok) sight = next.value;
		return next.ok;
	};
	return ok({ start, stillAllowed });
};

const slack = 5_000; // ms by which the clocks of two servers may differ

/** What happened to the codings of a source between the moment a screen read them and now, as events. */
const missed = async (
	{ db }: Context,
	projectId: string,
	sourceId: string,
	since: string
): Promise<readonly ProjectEvent[]> => {
	const { present, removed } = await listCodingsSince(db, sourceId, new Date(Date.parse(since) - slack));
	const event = { projectId, kind: 'coding' as const, sourceId, actorId: '' };
	return [
		...(present.length > 0 ? [{ ...event, change: 'changed' as const, ids: present }] : []),
		...(removed.length > 0 ? [{ ...event, change: 'removed' as const, ids: removed }] : [])
	];
};

const sightOf = async (context: Context, projectId: string, sourceId: string | undefined): Promise<Result<Sight>> => {
	const permitted =
		sourceId === undefined
			? await permit(context, projectId, 'project.read')
			: await permitOnSource(context, projectId, sourceId, 'source.list');
	if (!permitted.ok) return permitted;
	const { access } = permitted.value;
	if (sourceId !== undefined && !may(access, 'coding.read') && !may(access, 'source.read-text'))
		return fail('not-allowed', { action: 'coding.read' });
	return ok({ access, blindSources: new Set(await listBlindSources(context.db, context.actor.userId)) });
};

const neededFor: Readonly<Record<ProjectEvent['kind'], Action>> = {
	coding: 'coding.read',
	source: 'source.list',
	code: 'codebook.read',
	frame: 'frame.read',
	decision: 'display.read',
	explanation: 'explanation.read',
	study: 'study.read',
	memo: 'memo.read',
	proposal: 'coding.read',
	case: 'case.read',
	work: 'source.list',
	publication: 'publication.read',
	report: 'report.read',
	task: 'work.read'
};

const isFor = (
	{ event, target, coding, memo }: LiveText,
	{ access, blindSources }: Sight,
	sourceId?: string
): boolean => {
	const isAboutSource = event.kind === 'coding' || event.kind === 'source' || event.kind === 'work';
	if (sourceId !== undefined && isAboutSource && event.sourceId !== sourceId) return false;
	// Ids only, and a source that has just been hidden must leave the screens that show it.
	if (event.kind === 'source') return may(access, 'source.list');
	if (memo) {
		if (sourceId !== undefined && event.sourceId !== undefined && event.sourceId !== sourceId) return false;
		// One that is private by now was shared until this event, if the event takes it away.
		const isTold = memo.visibility === 'shared' || event.change === 'removed';
		return isTold && mayReadMemo(access, { ...memo, visibility: 'shared' }, memo.placeFor(blindSources));
	}
	if (event.kind === 'work' && !target) return false; // its source has gone
	if (!may(access, neededFor[event.kind], target ?? {})) return false;
	if (!coding) return true;
	if (coding.layer === 'second') return coding.coderId === access.userId;
	return !blindSources.has(event.sourceId ?? '');
};

const shown = (people: readonly Presence[]) =>
	people.map(({ userId, name, at }) => ({ id: userId, name, ...(at !== undefined && { at }) }));
