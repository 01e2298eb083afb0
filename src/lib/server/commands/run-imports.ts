import { parse } from '../../contract/parse.ts';
import { importSourcesInput } from '../../contract/source-import.ts';
import { fail, ok, type Problem, type Result } from '../../domain/problem.ts';
import { fileReadingOf, type FileReading } from '../../domain/source/file-reading.ts';
import type { Context } from '../access/context.ts';
import { permit } from '../access/permit.ts';
import { parseInArchive, parseSource, sharedBytes } from '../parsing/parse.ts';
import type { ReadPart } from '../parsing/parse-task.ts';
import type { Db } from '../store/database.ts';
import {
	claimNextJob,
	dropReadFiles,
	findImportBytes,
	forgetImports,
	releaseJobs,
	settleJob,
	type ClaimedJob
} from '../store/import-jobs.ts';
import { findAccount } from '../store/users.ts';
import { openWaiting } from './seal-waiting.ts';
import { checkPlace, intakeOf, sourceOf, storeSource } from './store-source.ts';

/** What runs in the background needs all of a request but the person: each file is taken in for who sent it. */
export type Background = Omit<Context, 'actor' | 'origin'>;

type Run = { again: boolean; readonly ended: Promise<void> };

/** one run for each database of this process */
const runs = new WeakMap<Db, Run>();
let isStopping = false;

const leaseMs = 120_000; // a file that a process took and did not finish in this time is free for another
const mostTries = 3; // of a file whose reading failed by a mistake of ours, or with the server
const keptMs = 24 * 3_600_000; // how long what became of an import can be looked up

/** Takes in whatever waits, unless that is going on already. */
export const runImports = (background: Background): void => {
	if (background.db.isTransaction) return; // what may still be taken back is not read yet
	const running = runs.get(background.db);
	if (running) {
		running.again = true;
		return;
	}
	const run: Run = { again: true, ended: Promise.resolve() };
	const ended = takeInAll(background, run)
		// The database went away: what was not finished waits for the next start.
		.catch(() => undefined)
		.finally(() => runs.delete(background.db));
	runs.set(background.db, Object.assign(run, { ended }));
};

/** Goes on after a start with what the process before it did not finish; `isOnly` = no other process can be at it. */
export const resumeImports = async (background: Background, isOnly: boolean): Promise<void> => {
	isStopping = false;
	const now = background.now().getTime();
	await releaseJobs(background.db, new Date(isOnly ? now + 1 : now - leaseMs));
	await forgetImports(background.db, new Date(now - keptMs));
	runImports(background);
};

const betweenLooks = 60_000; // ms

/**
 * Goes on with what waits, now and every minute: a process that died leaves its file to the others. Answers how to end
 * that; what is being read then is finished at the next start.
 */
export const tendImports = async (
	background: Background,
	isOnly: boolean,
	every = betweenLooks
): Promise<() => void> => {
	await resumeImports(background, isOnly);
	const timer = setInterval(
		// The database may be away for a moment; the next look comes.
		() => void resumeImports(background, false).catch(() => undefined),
		every
	);
	timer.unref();
	return () => {
		clearInterval(timer);
		stopImports();
	};
};

/** Waits until nothing is being taken in any more. */
export const importsAtRest = async (db: Db): Promise<void> => {
	for (let run = runs.get(db); run; run = runs.get(db)) await run.ended;
};

/** Begins nothing new; called when the server stops. */
export const stopImports = (): void => {
	isStopping = true;
};

const takeInAll = async (background: Background, run: Run): Promise<void> => {
	const read = newReader(background);
	while (run.again && !isStopping) {
		run.again = false;
		for (;;) {
			if (isStopping) return;
			const now = background.now();
			const job = await claimNextJob(background.db, now, new Date(now.getTime() - leaseMs));
			if (!job) break;
			await takeIn(background, job, read);
			await dropReadFiles(background.db, job.importId);
		}
	}
};

type Read = (job: ClaimedJob, reading: FileReading) => Promise<Result<ReadPart>>;

/** Reads files; the bytes of a zip are fetched once for all that it holds. */
const newReader = ({ db, secret }: Background): Read => {
	let archive: { readonly fileId: string; readonly bytes: Uint8Array } | null = null;
	return async ({ fileId, name, part }, reading) => {
		if (fileId === null) return fail('import-failed');
		if (part !== null && archive?.fileId === fileId) return parseInArchive(archive.bytes, part, reading);
		const stored = await findImportBytes(db, fileId);
		const bytes = stored && openWaiting(secret, fileId, stored);
		if (!bytes) return fail('import-failed');
		if (part === null) {
			const file = { name, bytes };
			const draft = await parseSource(file, reading);
			return draft.ok ? ok({ file, draft: draft.value }) : draft;
		}
		archive = { fileId, bytes: sharedBytes(bytes) };
		return parseInArchive(archive.bytes, part, reading);
	};
};

/** Makes a source of one file, or says why not; nothing that goes wrong with it reaches the next. */
const takeIn = async (background: Background, job: ClaimedJob, read: Read): Promise<void> => {
	let problems: readonly Problem[];
	try {
		const taken = await tryToTakeIn(background, job, read);
		if (taken.ok) return;
		problems = taken.problems;
	} catch (error) {
		if (isStopping) return;
		if (job.tries < mostTries) {
			await settleJob(background.db, job, { state: 'waiting', told: [] });
			return;
		}
		problems = [{ code: 'import-failed' }];
		void error; // said to nobody: it could hold words of a transcript
	}
	await settleJob(background.db, job, { state: 'refused', told: problems });
};

const tryToTakeIn = async (background: Background, job: ClaimedJob, read: Read): Promise<Result<null>> => {
	const account = await findAccount(background.db, job.madeBy);
	if (!account || account.isDisabled) return fail('not-allowed', { action: 'source.upload' });
	const { id, name, isAdministrator } = account;
	const context: Context = {
		...background,
		actor: { userId: id, name, isAdministrator, token: null },
		origin: job.origin
	};
	// Rights and places may have gone since the files were sent.
	const permitted = await permit(context, job.projectId, 'source.upload');
	if (!permitted.ok) return permitted;
	const parsed = parse(importSourcesInput, job.place);
	if (!parsed.ok) return parsed;
	const place = await checkPlace(context, permitted.value, parsed.value);
	if (!place.ok) return place;
	const reading = fileReadingOf(parsed.value);
	const taken = await read(job, reading);
	if (!taken.ok) return taken;
	const { file, draft } = taken.value;
	const source = sourceOf(context, parsed.value, job.title, draft);
	const arriving = { project: permitted.value.project, source, draft, file, intake: intakeOf(parsed.value), reading };
	const stored = await storeSource(context, arriving, async (trx, told) => {
		// Stored and said to be stored in one step: a restart in between cannot make a second source of it.
		const isOurs = await settleJob(trx, job, { state: 'stored', sourceId: source.id, told });
		return isOurs ? ok(null) : fail('import-taken-over');
	});
	return stored.ok || stored.problems.some(({ code }) => code === 'import-taken-over') ? ok(null) : stored;
};
