import { parse } from '../../contract/parse.ts';
import { toSourceAnswer } from '../../contract/source-answer.ts';
import { updateSourceInput, type SourceAnswer, type UpdateSourceInput } from '../../contract/source.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { coarseSpot, type Spot } from '../../domain/area/spot.ts';
import type { Action } from '../../domain/project/membership.ts';
import { lacksOf } from '../../domain/source/photo.ts';
import { isSettled, checkStatus } from '../../domain/source/status.ts';
import type { Intake } from '../../domain/source/intake.ts';
import { voiceOf, type Source } from '../../domain/source/source.ts';
import type { Project } from '../../domain/project/project.ts';
import { lacksParent, participantsOf, participationOf } from '../../privacy/consent-check.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { countOpenNames } from '../access/open-names.ts';
import { check } from '../access/permit.ts';
import { permitOnSource, type SourcePermit } from '../access/source-permit.ts';
import { listCasesOfSource } from '../store/cases.ts';
import { hasCases } from '../store/case-sources.ts';
import { countCodingsOfSource } from '../store/codings.ts';
import { brokenConstraint } from '../store/constraint.ts';
import type { Db } from '../store/database.ts';
import { areaPathOf, findSource, lockSource, strangersOfFrame, updateSource as save } from '../store/sources.ts';
import { listPhotos } from '../store/photos.ts';
import { findIntake, saveIntake } from '../store/source-intake.ts';
import { markReleased } from '../store/source-uploads.ts';
import { awaitsNames, awaitsSecondReader } from '../store/pseudonym-work.ts';
import { inTransaction } from '../store/transaction.ts';
import { loadCut } from '../store/turns.ts';
import { countNamesLeft } from './names-left.ts';

/** Changes attributes of a source, or takes it a step further or back on its way to release. */
export const updateSource = async (
	context: Context,
	projectId: string,
	sourceId: string,
	input: unknown
): Promise<Result<SourceAnswer>> => {
	const parsed = parse(updateSourceInput, input);
	if (!parsed.ok) return parsed;
	const actions = neededFor(parsed.value);
	const permitted = await permitOnSource(context, projectId, sourceId, actions[0]);
	if (!permitted.ok) return permitted;
	const { project, source, can } = permitted.value;
	const refused = actions.find((action) => !can(action));
	if (refused) return fail('not-allowed', { action: refused });

	const voice = voiceOf(source.kind, parsed.value.group ?? source.group);
	if (!voice.ok) return voice;
	const spot = spotFor(source, parsed.value.spot);
	if (!spot.ok) return spot;
	const frame = await checkFrame(context, permitted.value, parsed.value);
	if (!frame.ok) return frame;
	try {
		const stored = await inTransaction(context.db, (trx) =>
			change(context, trx, project, source.id, { ...parsed.value, spot: spot.value })
		);
		if (!stored.ok) return stored;
	} catch (error) {
		if (brokenConstraint(error) === 'sources_unique')
			return fail('source-title-taken', { title: parsed.value.title ?? '' }, 'title');
		throw error;
	}
	context.publish({
		projectId: project.id,
		kind: 'source',
		change: 'changed',
		ids: [source.id],
		sourceId: source.id,
		version: source.version,
		actorId: context.actor.userId
	});
	const stored = await findSource(context.db, project.id, source.id);
	return stored ? ok(toSourceAnswer(stored)) : fail('source-unknown');
};

/** Attributes are for who prepares a source; releasing and restricting for who is responsible. */
const neededFor = ({ status, openNames: _, ...attributes }: UpdateSourceInput): readonly [Action, ...Action[]] => {
	const release: readonly Action[] = status !== undefined && isSettled(status) ? ['source.release'] : [];
	const isOnlyRelease = release.length > 0 && Object.values(attributes).every((value) => value === undefined);
	return isOnlyRelease ? ['source.release'] : ['source.prepare', ...release];
};

const checkFrame = async (
	{ db }: Context,
	permitted: SourcePermit,
	input: UpdateSourceInput
): Promise<Result<null>> => {
	const { project, source } = permitted;
	const strangers = await strangersOfFrame(db, project.id, {
		areaId: input.areaId ?? source.areaId,
		waveId: input.waveId ?? source.waveId,
		studyId: input.studyId ?? null
	});
	if (strangers.length > 0)
		return failAll(strangers.map((at) => ({ code: 'frame-unknown', params: { field: at }, at })));
	if (input.areaId === undefined || input.areaId === source.areaId) return ok(null);
	const areaPath = await areaPathOf(db, project.id, input.areaId);
	return check(permitted, 'source.prepare', { areaPath, uploadedBy: source.uploadedBy });
};

const change = async (
	context: Context,
	trx: Db,
	{ id: projectId, asksForConsent }: Project,
	sourceId: string,
	input: UpdateSourceInput
): Promise<Result<null>> => {
	const present = await lockSource(trx, sourceId);
	if (!present) return fail('source-unknown');
	const asked = input.quotesAllowed;
	if (asked !== undefined && asked !== present.quotesAllowed && (await hasCases(trx, sourceId)))
		return fail('quotes-from-consent', undefined, 'quotesAllowed');
	const intake = withIntake(await findIntake(trx, sourceId), input);
	const status = input.status ?? present.status;
	if (status !== present.status) {
		const participants = participantsOf(await listCasesOfSource(trx, projectId, sourceId), sourceId);
		const { speakers } = await loadCut(trx, sourceId, present.version);
		const possible = checkStatus(present.status, status, {
			kind: present.kind,
			roles: speakers.map(({ role }) => role),
			codings: await countCodingsOfSource(trx, sourceId),
			consent: participationOf(participants),
			lacksParent: lacksParent(intake.isMinor, participants),
			asksForConsent,
			photos: lacksOf(await listPhotos(trx, sourceId)),
			namesLeft: status === 'released' ? await countNamesLeft(context, trx, { id: projectId }, present) : 0,
			openNames:
				status === 'released' && input.openNames === 'refuse'
					? await countOpenNames(context, trx, { id: projectId }, present)
					: 0,
			awaitsNames: await awaitsNames(trx, projectId, present),
			awaitsReader: await awaitsSecondReader(trx, projectId, present)
		});
		if (!possible.ok) return possible;
	}
	await save(trx, merged(present, input));
	if (input.isMinor !== undefined || input.interpreter !== undefined || input.note !== undefined)
		await saveIntake(
			trx,
			sourceId,
			intake,
			input.note === undefined ? null : { by: context.actor.userId, at: context.now() }
		);
	if (status === 'released' && status !== present.status) await markReleased(trx, sourceId, context.now());
	if (status !== present.status)
		await audit(context, trx, projectId, `source.${status}`, { kind: 'source', id: sourceId });
	return ok(null);
};

/** What the interviewer says now; a citizen service number in it is taken out. */
const withIntake = (before: Intake, { isMinor, interpreter, note }: UpdateSourceInput): Intake => ({
	isMinor: isMinor === undefined ? before.isMinor : isMinor,
	interpreter: interpreter === undefined ? before.interpreter : interpreter,
	note: note === undefined ? before.note : withoutBsns(note)
});
/** The spot of an observation as it is kept; what is no observation has none. */
const spotFor = (source: Source, asked: UpdateSourceInput['spot']): Result<Spot | null | undefined> => {
	if (asked === undefined || asked === null) return ok(asked);
	return source.kind === 'observation' ? coarseSpot(asked) : fail('spot-without-observation', undefined, 'spot');
};

const merged = (source: Source, input: UpdateSourceInput): Source => ({
	...source,
	title: input.title === undefined ? source.title : withoutBsns(input.title),
	areaId: input.areaId ?? source.areaId,
	waveId: input.waveId ?? source.waveId,
	studyId: input.studyId === undefined ? source.studyId : input.studyId,
	group: input.group ?? source.group,
	conductedOn: input.conductedOn === undefined ? source.conductedOn : input.conductedOn,
	language: input.language ?? source.language,
	quotesAllowed: input.quotesAllowed ?? source.quotesAllowed,
	spot: input.spot === undefined ? source.spot : input.spot,
	status: input.status ?? source.status
});
