import type { Actor, Context } from './access/context.ts';
import type { Entrance } from './auth/entrance.ts';
import type { SessionRules } from './auth/sessions.ts';
import { newId } from './new-id.ts';
import { closeParsing, warmParsing } from './parsing/parse.ts';
import { closePrinting } from './printing/print.ts';
import { openChannel, type Channel } from './realtime/channel.ts';
import { readSecret } from './secret.ts';
import { readSettings, type Settings } from './settings.ts';
import { openEmbedded, openServer, type Store } from './store/database.ts';
import { letOthersIn } from './store/let-others-in.ts';
import { migrate } from './store/migrate.ts';
import { refreshStatistics } from './store/statistics.ts';
import { keepWords, listUnworded } from './store/turn-words.ts';

/** The parts of Wijkstem that live as long as its process. */
export type Running = {
	readonly settings: Settings;
	readonly store: Store;
	readonly channel: Channel;
	/** names of the migrations that were applied at this start */
	readonly migrated: readonly string[];
	readonly secret: Uint8Array;
	readonly rules: SessionRules;
	/** ends the live link, the database and the hold on the folder, in that order; once */
	readonly stop: () => Promise<void>;
};

/** Opens everything: lock, database, migrations, live link. What was opened is closed again when a later step fails. */
export const open = async (settings: Settings): Promise<Running> => {
	const store =
		settings.databaseUrl === null ? await openEmbedded(settings.dataFolder) : openServer(settings.databaseUrl);
	try {
		const migrated = await migrate(store.db);
		const secret = readSecret(settings.secretFile);
		const channel = await openChannel(store);
		const endStatistics = await keepStatistics(store);
		const endWords = keepWordsReady(store);
		let stopping: Promise<void> | null = null;
		const stop = async () => {
			endStatistics();
			await endWords();
			await closeParsing();
			await closePrinting();
			await channel.close();
			await store.close();
		};
		return {
			settings,
			store,
			channel,
			migrated,
			secret,
			rules: {
				idleMinutes: settings.sessionIdleMinutes,
				hours: settings.sessionHours,
				isSecure: settings.origin.startsWith('https:')
			},
			stop: () => (stopping ??= stop())
		};
	} catch (error) {
		await store.close();
		throw error;
	}
};

const betweenStatistics = 5 * 60_000; // ms

/** Lets the embedded database know how large its tables are, now and while they grow; answers how to end that. */
const keepStatistics = async ({ db, kind }: Store): Promise<() => void> => {
	if (kind === 'server') return () => {};
	await refreshStatistics(db);
	// What goes wrong here makes nothing wrong, only slow, and the next round tries again.
	const timer = setInterval(() => void refreshStatistics(db).catch(() => {}), betweenStatistics);
	timer.unref();
	return () => clearInterval(timer);
};

const betweenWords = 60_000; // ms

/** Keeps the words of released texts before somebody searches them; answers how to end that. */
const keepWordsReady = ({ db }: Store): (() => Promise<void>) => {
	let hasEnded = false;
	let round = Promise.resolve();
	const all = async () => {
		for (const sourceId of await listUnworded(db)) {
			if (hasEnded) return;
			await keepWords(db, sourceId);
			await letOthersIn();
		}
	};
	// What goes wrong here makes nothing wrong: a search keeps the words that it lacks.
	const timer = setInterval(() => (round = round.then(all).catch(() => {})), betweenWords);
	timer.unref();
	return async () => {
		hasEnded = true;
		clearInterval(timer);
		await round;
	};
};

declare global {
	// Vite loads modules anew while one works on them; the embedded database can be opened only once.
	var wijkstemRunning: Promise<Running> | undefined;
}

/** The running installation of this process, started at the first call. */
export const start = (): Promise<Running> => {
	if (!globalThis.wijkstemRunning) warmParsing();
	globalThis.wijkstemRunning ??= open(readSettings()).catch((error: unknown) => {
		globalThis.wijkstemRunning = undefined;
		throw error;
	});
	return globalThis.wijkstemRunning;
};

const now = () => new Date();

/** What work in the background is given, which nobody waits for. */
export const backgroundOf = ({ store, channel, secret }: Running): Omit<Context, 'actor' | 'origin'> => ({
	db: store.db,
	now,
	newId: () => newId(),
	publish: channel.publish,
	subscribe: channel.subscribe,
	secret
});

/** What a command or view is given, for somebody who asks. */
export const contextOf = (running: Running, actor: Actor, origin: string | null, signal?: AbortSignal): Context => ({
	...backgroundOf(running),
	actor,
	origin,
	signal
});

/** What a step at the door is given, before anybody is signed in. */
export const entranceOf = ({ store, secret, rules }: Running, origin: string | null): Entrance => ({
	db: store.db,
	now,
	newId: () => newId(),
	origin,
	secret,
	rules
});
