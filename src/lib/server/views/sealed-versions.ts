import type { SealedScreen, SealedVersionAnswer, SealedVersionsAnswer } from '../../contract/sealed-version.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { isStillOpen } from '../../domain/source/retention.ts';
import type { Context } from '../access/context.ts';
import { unsealVersion } from '../access/seal-version.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { findSealedVersion, listOpenUntil, listSealedVersions as listOfSource } from '../store/pseudonym-keys.ts';

/** The texts of a source from before their pseudonyms, without their words, for the holder of the key. */
export const listSealedVersions = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<SealedVersionsAnswer>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'key.open');
	if (!permitted.ok) return permitted;
	const { id } = permitted.value.source;
	const opened = await listOpenUntil(context.db, id, context.actor.userId);
	const items = (await listOfSource(context.db, id)).map((one) => ({
		...one,
		openUntil: stillOpen(opened.get(one.version), context.now())?.toISOString() ?? null
	}));
	return ok({ sourceId: id, items });
};

/** One of them to read, as long as this person has it open; for everybody else, and afterwards, it is sealed. */
export const readSealedVersion = async (
	context: Context,
	projectId: string,
	sourceId: string,
	version: string | number
): Promise<Result<SealedVersionAnswer>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'key.open');
	if (!permitted.ok) return permitted;
	const { id } = permitted.value.source;
	const number = Number(version);
	const sealed = Number.isInteger(number) ? await findSealedVersion(context.db, id, number) : null;
	if (!sealed) return fail('version-unknown');
	const opened = await listOpenUntil(context.db, id, context.actor.userId);
	const until = stillOpen(opened.get(number), context.now());
	if (!until) return fail('version-sealed');
	const text = unsealVersion(context, id, number, sealed);
	return text === null ? fail('key-unreadable') : ok({ version: number, openUntil: until.toISOString(), text });
};

/** The page with both: which there are, and the one that was asked for when it is open. */
export const viewSealedVersions = async (
	context: Context,
	projectId: string,
	sourceId: string,
	version: string | null
): Promise<Result<SealedScreen>> => {
	const list = await listSealedVersions(context, projectId, sourceId);
	if (!list.ok) return list;
	const seen = version === null ? null : await readSealedVersion(context, projectId, sourceId, version);
	return ok({ ...list.value, seen: seen?.ok ? seen.value : null });
};

const stillOpen = (until: Date | undefined, now: Date): Date | null =>
	until && isStillOpen(until, now) ? until : null;
