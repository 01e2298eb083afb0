import { toCutAnswer, toSourceAnswer } from '../../contract/source-answer.ts';
import type { UploadAnswer, UploadSourceInput } from '../../contract/source.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Cut } from '../../domain/source/recut.ts';
import type { Intake } from '../../domain/source/intake.ts';
import { recognised, type FileReading } from '../../domain/source/file-reading.ts';
import { voiceOf, type Source } from '../../domain/source/source.ts';
import { carryTurns } from '../../domain/source/carry-turns.ts';
import { applyEdit } from '../../domain/text/edit.ts';
import { codePointLength, positionMap } from '../../domain/text/position.ts';
import type { SourceDraft, UploadedFile } from '../../import/source-draft.ts';
import { asObservation } from '../../import/transcript.ts';
import { bsnBlock, withoutBsns } from '../../privacy/block-bsn.ts';
import { hasBsn } from '../../privacy/find/bsn.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { check, type Permit } from '../access/permit.ts';
import { brokenConstraint } from '../store/constraint.ts';
import { saveIntake } from '../store/source-intake.ts';
import { areaPathOf, findSource, insertSource, strangersOfFrame } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { insertCut } from '../store/turns.ts';
import type { Db } from '../store/database.ts';
import { sha256Of } from './change-text.ts';
import { keepOriginal } from './keep-original.ts';

/** A source as it was taken in, with what a person should look at. */
export type Uploaded = Omit<UploadAnswer, 'warnings'> & { readonly warnings: readonly Problem[] };

/** Whether sources of this person may come at this place of the frame. */
export const checkPlace = async (
	context: Context,
	permitted: Permit,
	place: Pick<UploadSourceInput, 'areaId' | 'waveId' | 'studyId' | 'kind' | 'group'>
): Promise<Result<null>> => {
	const { project } = permitted;
	const voice = voiceOf(place.kind ?? 'transcript', place.group ?? null);
	if (!voice.ok) return voice;
	const strangers = await strangersOfFrame(context.db, project.id, { ...place, studyId: place.studyId ?? null });
	if (strangers.length > 0)
		return failAll(strangers.map((at) => ({ code: 'frame-unknown', params: { field: at }, at })));
	const areaPath = await areaPathOf(context.db, project.id, place.areaId);
	return check(permitted, 'source.upload', { areaPath });
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
export const sourceOf = (
	{ newId, actor }: Context,
	input: UploadSourceInput,
	title: string,
	{ text }: SourceDraft
): Source => ({
	id: newId(),
	title: withoutBsns(title),
	kind: input.kind ?? 'transcript',
	areaId: input.areaId,
	waveId: input.waveId,
	studyId: input.studyId ?? null,
	group: input.group ?? null,
	conductedOn: input.conductedOn ?? null,
	language: input.language ?? 'nl',
	status: 'uploaded',
	version: 1,
	characters: codePointLength(text),
	quotesAllowed: true,
	spot: null,
	uploadedBy: actor.userId
});

/** A file that was read, on its way to become a source. */
export type Arriving = {
	readonly project: Pick<Project, 'id' | 'originalDays'>;
	readonly source: Source;
	readonly draft: SourceDraft;
	/** what was read; it is kept sealed for as long as the project says */
	readonly file: UploadedFile;
	/** what was asked beside it */
	readonly intake: Pick<Intake, 'isMinor' | 'interpreter'>;
	/** how somebody wanted the file to be read; absent = as its content says */
	readonly reading?: FileReading;
};

/** The answers of an upload; a form sends them as texts. */
export const intakeOf = ({ isMinor, interpreter }: Pick<UploadSourceInput, 'isMinor' | 'interpreter'>) => ({
	isMinor: isMinor === undefined ? null : isMinor === 'true',
	interpreter: interpreter === undefined ? null : interpreter === 'true'
});

/**
 * Stores a source with its text, turns and file, all of it or nothing, and never a citizen service number; `also` is a
 * step that must succeed with it.
 */
export const storeSource = async (
	context: Context,
	{ project, source: asked, draft: given, file, intake, reading = recognised }: Arriving,
	also?: (trx: Db, warnings: readonly Problem[]) => Promise<Result<null>>
): Promise<Result<Uploaded>> => {
	const projectId = project.id;
	const read = draftFor(asked, given, reading);
	const draft = draftWithoutBsns(read);
	const hasBsns = draft !== read || hasBsn(read.typed ?? '');
	const isLeftOut = hasBsns && project.originalDays > 0;
	const warnings = isLeftOut ? [...draft.warnings, { code: 'original-with-bsn' }] : draft.warnings;
	const source = draft === read ? asked : { ...asked, characters: codePointLength(draft.text) };
	const sha256 = sha256Of(draft.text);
	const cut = cutOf(draft, context.newId);
	try {
		const stored = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
			await insertSource(trx, projectId, source, { text: draft.text, sha256 }, draft, context.now());
			await insertCut(trx, source.id, source.version, cut);
			if (intake.isMinor !== null || intake.interpreter !== null)
				await saveIntake(trx, source.id, { ...intake, note: '' }, null);
			await keepOriginal(context, trx, project, source, file, { format: draft.format, hasBsns });
			const done = also ? await also(trx, warnings) : ok(null);
			if (done.ok) await audit(context, trx, projectId, 'source.upload', { kind: 'source', id: source.id });
			return done;
		});
		if (!stored.ok) return stored;
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
	return ok({
		...toSourceAnswer(stored),
		...{ sha256, turns: turns.length, speakers, warnings, readAs: draft.readAs }
	});
};

/** The draft as it suits the kind of source: in an observation nobody speaks. */
export const draftFor = (
	{ kind }: Pick<Source, 'kind'>,
	draft: SourceDraft,
	{ paragraphs }: FileReading
): SourceDraft => (kind === 'observation' ? asObservation(draft, paragraphs) : draft);

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
