import { parse } from '../../contract/parse.ts';
import { toCutAnswer, toSourceAnswer } from '../../contract/source-answer.ts';
import { uploadSourceInput, type UploadAnswer, type UploadSourceInput } from '../../contract/source.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import { carryTurns } from '../../domain/source/carry-turns.ts';
import type { Cut } from '../../domain/source/recut.ts';
import type { Source } from '../../domain/source/source.ts';
import { titleFromFile } from '../../domain/source/title.ts';
import { applyEdit } from '../../domain/text/edit.ts';
import { codePointLength, positionMap } from '../../domain/text/position.ts';
import { oneFile } from '../../import/one-file.ts';
import { readSource } from '../../import/read-source.ts';
import type { SourceDraft, UploadedFile } from '../../import/source-draft.ts';
import { bsnBlock, withoutBsns } from '../../privacy/block-bsn.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { check, permit } from '../access/permit.ts';
import { brokenConstraint } from '../store/constraint.ts';
import { areaPathOf, findSource, insertSource, strangersOfFrame } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { insertCut } from '../store/turns.ts';
import { sha256Of } from './change-text.ts';

/** A source as it was taken in, with what a person should look at. */
export type Uploaded = Omit<UploadAnswer, 'warnings'> & { readonly warnings: readonly Problem[] };

/**
 * Takes one file in as a source: reads it, cuts it into turns, and stores all of it or nothing. Fields that a form sends
 * empty count as left out; without a title the name of the file is the title.
 */
export const uploadSource = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown
): Promise<Result<Uploaded>> => {
	const permitted = await permit(context, projectId, 'source.upload');
	if (!permitted.ok) return permitted;
	const parsed = parse(uploadSourceInput, withoutEmpty(fields));
	if (!parsed.ok) return parsed;
	const file = oneFile(files, 'file-missing');
	if (!file.ok) return file;
	const { project } = permitted.value;
	const input = parsed.value;

	const strangers = await strangersOfFrame(context.db, project.id, { ...input, studyId: input.studyId ?? null });
	if (strangers.length > 0)
		return failAll(strangers.map((at) => ({ code: 'frame-unknown', params: { field: at }, at })));
	const areaPath = await areaPathOf(context.db, project.id, input.areaId);
	const inArea = check(permitted.value, 'source.upload', { areaPath });
	if (!inArea.ok) return inArea;

	const read = readSource(file.value);
	if (!read.ok) return read;
	const draft = draftWithoutBsns(read.value);
	const title = withoutBsns(input.title ?? titleFromFile(file.value.name));
	if (title === '') return fail('source-title-empty', undefined, 'title');
	return store(context, project.id, sourceOf(context, input, title, draft), draft);
};

/**
 * The draft with [BSN] in the place of every citizen service number, and a warning: such a number is never stored (UAVG
 * 46), not in the first version of a text either.
 */
export const draftWithoutBsns = (draft: SourceDraft): SourceDraft => {
	const { edit, found } = bsnBlock(draft.text);
	if (found === 0) return draft;
	const text = applyEdit(draft.text, edit);
	return {
		...draft,
		text,
		turns: carryTurns(draft.turns, edit, positionMap(text)).map((turn) => ({
			...turn,
			speaker: turn.speaker === null ? null : withoutBsns(turn.speaker)
		})),
		speakers: draft.speakers
			.map((speaker) => ({ ...speaker, label: withoutBsns(speaker.label) }))
			.filter(({ label }, index, all) => all.findIndex((one) => one.label === label) === index),
		warnings: [...draft.warnings, { code: 'bsn-replaced', params: { count: found } }]
	};
};

/** A source as it begins. */
const sourceOf = (
	{ newId, actor }: Context,
	input: UploadSourceInput,
	title: string,
	{ text }: SourceDraft
): Source => ({
	id: newId(),
	title,
	kind: input.kind ?? 'transcript',
	areaId: input.areaId,
	waveId: input.waveId,
	studyId: input.studyId ?? null,
	group: input.group,
	conductedOn: input.conductedOn ?? null,
	language: input.language ?? 'nl',
	status: 'uploaded',
	version: 1,
	characters: codePointLength(text),
	quotesAllowed: true,
	uploadedBy: actor.userId
});

const store = async (
	context: Context,
	projectId: string,
	source: Source,
	draft: SourceDraft
): Promise<Result<Uploaded>> => {
	const sha256 = sha256Of(draft.text);
	const cut = cutOf(draft, context.newId);
	try {
		await inTransaction(context.db, async (trx) => {
			await insertSource(trx, projectId, source, { text: draft.text, sha256 }, draft.format, context.now());
			await insertCut(trx, source.id, source.version, cut);
			await audit(context, trx, projectId, 'source.upload', { kind: 'source', id: source.id });
		});
	} catch (error) {
		if (brokenConstraint(error) === 'sources_unique')
			return fail('source-title-taken', { title: source.title }, 'title');
		throw error;
	}
	context.publish({
		projectId,
		kind: 'source',
		change: 'added',
		ids: [source.id],
		sourceId: source.id,
		version: source.version,
		actorId: context.actor.userId
	});
	const stored = await findSource(context.db, projectId, source.id);
	if (!stored) return fail('source-unknown');
	const { turns, speakers } = toCutAnswer(cut);
	return ok({ ...toSourceAnswer(stored), sha256, turns: turns.length, speakers, warnings: draft.warnings });
};

/** The proposed cut with ids for its speakers. */
export const cutOf = (draft: SourceDraft, newId: () => string): Cut => {
	const speakers = draft.speakers.map(({ label, role }) => ({ id: newId(), label, role }));
	const idOf = new Map(speakers.map(({ id, label }) => [label, id]));
	return {
		speakers,
		turns: draft.turns.map(({ ordinal, start, end, speaker, startMs, endMs }) => ({
			ordinal,
			start,
			end,
			speakerId: speaker === null ? null : (idOf.get(speaker) ?? null),
			startMs,
			endMs
		}))
	};
};

const withoutEmpty = (fields: unknown): unknown =>
	typeof fields === 'object' && fields !== null
		? Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
		: fields;
