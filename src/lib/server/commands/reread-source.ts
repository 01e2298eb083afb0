import { parse } from '../../contract/parse.ts';
import { rereadInput, rereadQuery, type RereadAnswer, type RereadInput } from '../../contract/reread.ts';
import { fail, ok, type Problem, type Result } from '../../domain/problem.ts';
import { fileReadingOf, recognised } from '../../domain/source/file-reading.ts';
import { madeOf } from '../../domain/source/reading.ts';
import { isSameCut, type Cut } from '../../domain/source/recut.ts';
import type { Source } from '../../domain/source/source.ts';
import { isSettled } from '../../domain/source/status.ts';
import { diffTexts } from '../../domain/text/diff.ts';
import type { SourceDraft } from '../../import/source-draft.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import { hasBsn } from '../../privacy/find/bsn.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { parseSource } from '../parsing/parse.ts';
import { countCodingsOfSource } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { listDecisions } from '../store/pseudonym-decisions.ts';
import { findPseudonymWork } from '../store/pseudonym-work.ts';
import { findReading, storeReadAs } from '../store/read-as.ts';
import { findUpload } from '../store/source-uploads.ts';
import { findText, lockSource } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { freeSpeakers, loadCut, saveCut } from '../store/turns.ts';
import { carryReadings } from './carry-readings.ts';
import { carryTurnMemos } from './carry-turn-memos.ts';
import { changeText } from './change-text.ts';
import { destroyOriginalOf, openOriginalOf } from './keep-original.ts';
import { previewOfDraft } from './preview-draft.ts';
import { cutOf, draftFor, draftWithoutBsns } from './store-source.ts';

/** A source as another reading of its file gives it, and what a person should look at. */
export type Reread = Omit<RereadAnswer, 'warnings'> & { readonly warnings: readonly Problem[] };

/**
 * Reads the file of a source in another way: the file as it is kept, sealed, on the server. Only while the source is being
 * prepared and nothing hangs on its text that would be lost; turns and speakers that were mended by hand only go when
 * somebody says so. A text that becomes another one gets a new version.
 */
export const rereadSource = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown,
	query: unknown
): Promise<Result<Reread>> => {
	const parsed = parse(rereadInput, input);
	if (!parsed.ok) return parsed;
	const asked = parse(rereadQuery, query);
	if (!asked.ok) return asked;
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.prepare');
	if (!permitted.ok) return permitted;
	const { project, source } = permitted.value;
	const read = await readAgain(context, source, parsed.value);
	if (!read.ok) return read;
	const isPreview = asked.value.preview === 'true';
	const done = isPreview
		? await answer(context.db, source.id, source.version, read.value)
		: await inTransaction(context.db, (trx) => store(context, trx, project.id, source.id, parsed.value, read.value));
	if (!done.ok) return done;
	if (!isPreview)
		context.publish({
			projectId: project.id,
			kind: 'source',
			change: 'changed',
			ids: [source.id],
			sourceId: source.id,
			version: done.value.version,
			actorId: context.actor.userId
		});
	return ok({ ...done.value, isPreview });
};

/** A file as somebody wants it to be read now, and as it was read before. */
type ReadAgain = {
	readonly draft: SourceDraft;
	readonly cut: Cut;
	/** the cut as the reading so far proposed it; another one by now was mended by hand */
	readonly proposed: Cut;
	/** a citizen service number stands in the file, so it may not be kept any longer */
	readonly hasBsns: boolean;
};

const readAgain = async (context: Context, source: Source, input: RereadInput): Promise<Result<ReadAgain>> => {
	const free = await mayReread(context.db, source, input.version);
	if (!free.ok) return free;
	const upload = await findUpload(context.db, source.id);
	if (upload?.state !== 'kept') return fail('reread-file-gone');
	const file = await openOriginalOf(context, context.db, source.id, upload);
	if (!file) return fail('original-unreadable');
	const reading = fileReadingOf(input);
	const given = await parseSource(file, reading);
	if (!given.ok) return given;
	const so = fileReadingOf((await findReading(context.db, source.id, source.version)) ?? recognised);
	const before = await parseSource(file, so);
	const read = draftFor(source, given.value, reading);
	const draft = draftWithoutBsns(read);
	return ok({
		draft,
		cut: cutOf(draft, context.newId),
		proposed: before.ok
			? cutOf(draftWithoutBsns(draftFor(source, before.value, so)), context.newId)
			: { turns: [], speakers: [] },
		hasBsns: draft !== read || hasBsn(read.typed ?? '')
	});
};

/** Whether nothing hangs on the text that another reading would lose. */
const mayReread = async (db: Db, source: Source, version: number): Promise<Result<null>> => {
	if (source.version !== version) return fail('version-conflict', { version, present: source.version }, 'version');
	if (isSettled(source.status)) return fail('reread-settled');
	if ((await countCodingsOfSource(db, source.id)) > 0) return fail('reread-coded');
	const names = await findPseudonymWork(db, source.id);
	if (names.done || (await listDecisions(db, source.id)).length > 0) return fail('reread-names');
	return source.version > 1 && (await findReading(db, source.id, source.version)) === null
		? fail('reread-edited')
		: ok(null);
};

type Answer = Omit<Reread, 'isPreview'>;

const answer = async (db: Db, sourceId: string, version: number, read: ReadAgain): Promise<Result<Answer>> => {
	const stored = await findText(db, sourceId, version);
	if (!stored) return fail('source-unknown');
	const { draft, cut, proposed } = read;
	return ok({
		...previewOfDraft(draft, cut),
		version,
		changesText: draft.text !== stored.text,
		losesMends: !isSameCut(await loadCut(db, sourceId, version), proposed)
	});
};

const store = async (
	context: Context,
	trx: Db,
	projectId: string,
	sourceId: string,
	{ version, overMends, reason }: RereadInput,
	read: ReadAgain
): Promise<Result<Answer>> => {
	const source = await lockSource(trx, sourceId);
	const stored = source && (await findText(trx, sourceId, source.version));
	if (!source || !stored) return fail('source-unknown');
	const free = await mayReread(trx, source, version);
	if (!free.ok) return free;
	const told = await answer(trx, sourceId, version, read);
	if (!told.ok) return told;
	if (told.value.losesMends && !overMends) return fail('reread-loses-mends');
	const { draft } = read;
	const before = await loadCut(trx, sourceId, version);
	const cut = withKnownSpeakers(read.cut, before);
	let next = version;
	if (told.value.changesText) {
		const edit = diffTexts(stored.text, draft.text);
		const text = { text: stored.text, edit, reason: withoutBsns(reason), closesBefore: true, readAs: draft.readAs };
		next = (await changeText(context, trx, source, text)).version;
	} else await storeReadAs(trx, sourceId, version, draft.readAs);
	const carried = await loadCut(trx, sourceId, next);
	const made = madeOf(carried.turns, cut.turns);
	const placed = cut.turns.map((turn, index) => ({ ...turn, from: made[index]?.from ?? [] }));
	await carryReadings(trx, sourceId, next, placed);
	await carryTurnMemos(trx, sourceId, next, carried.turns, placed);
	await freeSpeakers(trx, sourceId, next, cut.speakers);
	await saveCut(trx, sourceId, next, cut);
	const place = { projectId, sourceId };
	if (read.hasBsns) await destroyOriginalOf(context, trx, place, 'hand');
	await audit(context, trx, projectId, 'source.reread', { kind: 'source', id: sourceId });
	return ok({ ...told.value, version: next });
};

/** Speakers who were there already stay who they were, with the participants that belong to them. */
const withKnownSpeakers = (cut: Cut, before: Cut): Cut => {
	const known = new Map(before.speakers.map(({ id, label }) => [label, id]));
	const idOf = new Map(cut.speakers.map(({ id, label }) => [id, known.get(label) ?? id]));
	return {
		speakers: cut.speakers.map((speaker) => ({ ...speaker, id: idOf.get(speaker.id) ?? speaker.id })),
		turns: cut.turns.map((turn) => ({
			...turn,
			speakerId: turn.speakerId === null ? null : (idOf.get(turn.speakerId) ?? null)
		}))
	};
};
