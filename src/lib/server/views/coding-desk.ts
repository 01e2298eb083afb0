import type { CodingDesk, DeskCode, DeskCoder } from '../../contract/coding-desk.ts';
import { toPhotoAnswer } from '../../contract/photo-answer.ts';
import { toCutAnswer, toSourceAnswer } from '../../contract/source-answer.ts';
import { colorOf, inTreeOrder, pathName, pillarsOf, type Codebook } from '../../domain/codebook/codebook.ts';
import type { CompactCoding } from '../../domain/coding/compact.ts';
import { shortNameOf } from '../../domain/indicator/pillar.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { listAssignments } from '../store/assignments.ts';
import { listVersionNames } from '../store/codebook-versions.ts';
import { loadCodebook } from '../store/codes.ts';
import { findCoderNames, listDeskRows, type DeskRow } from '../store/desk-codings.ts';
import { findCarriedOfDesk } from '../store/carried-codings.ts';
import { listPhotos } from '../store/photos.ts';
import { listPillars } from '../store/pillars.ts';
import { findReading } from '../store/readings.ts';
import { findHandOverNote, findIntake } from '../store/source-intake.ts';
import { findText } from '../store/sources.ts';
import { isSecondCoder } from '../store/second-coders.ts';
import { loadCut } from '../store/turns.ts';

/** Everything the coding desk of a source shows: its words, the codebook, and the codings this person may see. */
export const codingDesk = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<CodingDesk>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'coding.read');
	if (!permitted.ok) return permitted;
	const { db, actor } = context;
	const { project, access, source, can } = permitted.value;
	if (!can('source.read-text')) return fail('not-allowed', { action: 'source.read-text' });

	const isBlind = await isSecondCoder(db, source.id, actor.userId);
	const layer = isBlind ? 'second' : 'shared';
	const readAt = context.now().toISOString();
	// Codings before codes: a code that is made meanwhile is then known, whatever its codings are.
	const rows = await listDeskRows(db, source.id, layer, isBlind ? actor.userId : null);
	const [note, intake, stored, cut, book, versions, pillars, carried, reading, work] = await Promise.all([
		findHandOverNote(db, source.id),
		findIntake(db, source.id),
		findText(db, source.id, source.version),
		loadCut(db, source.id, source.version),
		loadCodebook(db, project.id),
		listVersionNames(db, project.id),
		listPillars(db, project.id),
		findCarriedOfDesk(db, source.id, layer, isBlind ? actor.userId : null),
		findReading(db, source.id, actor.userId),
		listAssignments(db, project.id, access, { sourceId: source.id, userId: actor.userId, task: 'code' }, null, 1)
	]);
	if (!stored) return fail('source-unknown');
	const me: DeskCoder = { id: actor.userId, name: actor.name };
	const coders = await codersOf(context, rows, me);
	const codes = deskCodes(book);
	return ok({
		source: toSourceAnswer(source),
		version: source.version,
		readAt,
		text: stored.text,
		...toCutAnswer(cut),
		photos: (await listPhotos(db, source.id)).map(toPhotoAnswer),
		codes,
		coders,
		codings: compact(rows, codes, coders),
		pillars: pillars.map((pillar) => ({ id: pillar.id, name: pillar.name, shortName: shortNameOf(pillar) })),
		permissions: {
			mayApply: can('coding.apply') && actor.token?.scope !== 'read',
			mayEditCodebook: can('codebook.edit') && actor.token?.scope !== 'read'
		},
		layer,
		studyKind: source.studyKind,
		note,
		hasInterpreter: intake.interpreter === true,
		me,
		reading: reading?.turns ?? [],
		codebookVersions: versions.map(({ id, number, name, madeAt }) => ({
			id,
			number,
			name,
			madeAt: madeAt.toISOString()
		})),
		assignment: work[0] ? { id: work[0].id, isDone: work[0].doneAt !== null } : null,
		...carried
	});
};

const codersOf = async ({ db }: Context, rows: readonly DeskRow[], me: DeskCoder): Promise<readonly DeskCoder[]> => {
	const ids = new Set(rows.map(([, , , , coderId]) => coderId));
	ids.delete(me.id);
	return [me, ...(ids.size > 0 ? await findCoderNames(db, [...ids]) : [])];
};

const deskCodes = (book: Codebook): readonly DeskCode[] =>
	inTreeOrder(book).map(({ code, depth }) => ({
		id: code.id,
		parentId: code.parentId,
		depth,
		name: code.name,
		path: pathName(book, code.id),
		definition: code.definition,
		include: code.include,
		exclude: code.exclude,
		example: code.example,
		synonyms: code.synonyms,
		color: colorOf(book, code.id),
		isCodable: code.isCodable,
		pillarIds: pillarsOf(book, code.id)
	}));

/** Ids that repeat become places in the lists of the desk. */
const compact = (
	rows: readonly DeskRow[],
	codes: readonly DeskCode[],
	coders: readonly DeskCoder[]
): readonly CompactCoding[] => {
	const placeOfCode = new Map(codes.map(({ id }, place) => [id, place]));
	const placeOfCoder = new Map(coders.map(({ id }, place) => [id, place]));
	return rows.flatMap(([id, start, end, codeId, coderId, ...rest]): readonly CompactCoding[] => {
		const code = placeOfCode.get(codeId);
		const coder = placeOfCoder.get(coderId);
		return code === undefined || coder === undefined ? [] : [[id, start, end, code, coder, ...rest]];
	});
};
