import { randomUUID } from 'node:crypto';
import type { Context, Listener, Presence, ProjectEvent } from '../access/context.ts';
import type { Store } from '../store/database.ts';
import { notify } from '../store/notify.ts';
import { fromPayload, toPayloads, type Message } from './payload.ts';
import { Presences } from './presences.ts';

/** The live link between screens: what is published reaches every listener of the project, in this process and others. */
export type Channel = Pick<Context, 'publish' | 'subscribe'> & {
	/** ends all listeners first, then the link to the database; once */
	readonly close: () => Promise<void>;
};

const name = 'wijkstem';
const together = 4; // ms in which events are gathered: one round through the screens, one NOTIFY
const presenceEvery = 15_000; // ms between two tellings of who is present
const presenceFor = 40_000; // ms after which a silent process is taken for gone

type Subscription = { readonly projectId: string; readonly listener: Listener; readonly presence: Presence | null };

/**
 * Opens the live link, one per process. Events travel after the change is stored, in a statement of their own, because
 * NOTIFY inside a transaction makes all writers commit one after the other. The embedded database has one process, so
 * there nothing needs to travel.
 */
export const openChannel = async (store: Store): Promise<Channel> => {
	const self = randomUUID();
	const subscriptions = new Map<symbol, Subscription>();
	const presences = new Presences();
	let queued: ProjectEvent[] = [];
	let outgoing: Message[] = [];
	let timer: NodeJS.Timeout | null = null;
	let sending: Promise<void> = Promise.resolve();
	let isClosed = false;

	const listeners = (matches: (subscription: Subscription) => boolean) =>
		[...subscriptions.values()].filter(matches).map(({ listener }) => listener);

	const deliver = (events: readonly ProjectEvent[]) => {
		for (const [projectId, ofProject] of Map.groupBy(events, (event) => event.projectId))
			for (const listener of listeners((subscription) => subscription.projectId === projectId))
				listener.onEvents(ofProject);
	};
	const showPresence = (openId: string) => {
		const people = presences.people(openId);
		for (const listener of listeners(({ presence }) => presence?.openId === openId))
			listener.onPresence(openId, people);
	};
	const gap = () => {
		for (const listener of listeners(() => true)) listener.onGap();
	};

	const send = (messages: readonly Message[]) => {
		sending = sending.then(async () => {
			try {
				for (const payload of toPayloads(self, messages)) await notify(store.db, name, payload);
			} catch {
				// The others must learn that they missed something as soon as the database is there again.
				if (!isClosed && !outgoing.some(({ kind }) => kind === 'gap')) outgoing.push({ kind: 'gap' });
			}
		});
	};
	const flush = () => {
		timer = null;
		const events = queued;
		const messages = outgoing;
		queued = [];
		outgoing = [];
		if (messages.length > 0) send(messages);
		if (events.length > 0) deliver(events);
	};
	const schedule = () => {
		timer ??= setTimeout(flush, together);
	};
	const tell = (message: Message) => {
		if (store.kind === 'embedded') return;
		outgoing.push(message);
		schedule();
	};
	const tellPresence = (projectId: string, openId: string) =>
		tell({ kind: 'presence', projectId, openId, people: presences.peopleHere(openId) });

	const receive = (text: string) => {
		const payload = fromPayload(text);
		if (!payload || payload.from === self) return;
		deliver(payload.messages.flatMap((message) => (message.kind === 'event' ? [message.event] : [])));
		for (const message of payload.messages) {
			if (message.kind === 'gap') gap();
			if (message.kind !== 'presence') continue;
			presences.tell(payload.from, message.openId, message.people, Date.now() + presenceFor);
			showPresence(message.openId);
		}
	};

	const publish: Channel['publish'] = (event) => {
		if (isClosed) return;
		queued.push(event);
		if (store.kind === 'server') outgoing.push({ kind: 'event', event });
		schedule();
	};
	const subscribe: Channel['subscribe'] = (projectId, listener, presence) => {
		if (isClosed) {
			listener.onClose();
			return () => {};
		}
		const key = Symbol(projectId);
		subscriptions.set(key, { projectId, listener, presence });
		const changePresence = (change: 'enter' | 'leave') => {
			if (!presence) return;
			presences[change](key, presence);
			showPresence(presence.openId);
			tellPresence(projectId, presence.openId);
		};
		changePresence('enter');
		return () => {
			if (!subscriptions.delete(key)) return;
			changePresence('leave');
		};
	};

	const stopListening = store.kind === 'server' ? await store.listen(name, receive, gap) : async () => {};
	const heartbeat = setInterval(() => {
		if (outgoing.length > 0) schedule();
		for (const openId of presences.expire(Date.now())) showPresence(openId);
		const projectOf = new Map([...subscriptions.values()].map((one) => [one.presence?.openId, one.projectId]));
		for (const openId of presences.openHere()) tellPresence(projectOf.get(openId) ?? '', openId);
	}, presenceEvery);
	heartbeat.unref();

	const close = async () => {
		if (isClosed) return;
		isClosed = true;
		clearInterval(heartbeat);
		if (timer) clearTimeout(timer);
		const ending = [...subscriptions.values()];
		subscriptions.clear();
		for (const { listener } of ending) listener.onClose();
		// The other processes need not wait until this one has been silent for long enough.
		const open = new Map(ending.map(({ projectId, presence }) => [presence?.openId, projectId]));
		if (store.kind === 'server')
			for (const [openId, projectId] of open)
				if (openId !== undefined) outgoing.push({ kind: 'presence', projectId, openId, people: [] });
		if (outgoing.length > 0) send(outgoing);
		outgoing = [];
		await sending;
		await stopListening().catch(() => {});
	};
	return { publish, subscribe, close };
};
