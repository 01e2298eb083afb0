import type { EditScreen, SeenVersion, VersionsScreen } from '../../contract/edit-screen.ts';
import { toCutAnswer, toSourceAnswer } from '../../contract/source-answer.ts';
import { inTreeOrder, pathName } from '../../domain/codebook/codebook.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { permitOnSource, type SourcePermit } from '../access/source-permit.ts';
import { loadCodebook } from '../store/codes.ts';
import { findMadePlace } from '../store/named-codings.ts';
import { findText } from '../store/sources.ts';
import { isSecondCoder } from '../store/second-coders.ts';
import { loadCut } from '../store/turns.ts';
import { listChangedCodings, listOrphans } from './carried-codings.ts';
import { listSourceVersions, readSourceVersion, readTextDifferences } from './source-versions.ts';

const most = 500; // of each list on one page; the rest comes when these are settled

/** The page on which a text is corrected, for who may; others who read it place their loose codings there. */
export const viewEditScreen = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<EditScreen>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.read-text');
	if (!permitted.ok) return permitted;
	const { project, source, can } = permitted.value;
	const stored = await findText(context.db, source.id, source.version);
	if (!stored) return fail('source-unknown');
	const cut = await loadCut(context.db, source.id, source.version);
	const query = { sourceId: source.id, limit: most };
	const orphans = can('coding.read') ? await listOrphans(context, project.id, query) : null;
	const changed = can('coding.read') ? await listChangedCodings(context, project.id, query) : null;
	const needsCodes = orphans?.ok === true && orphans.value.items.some(({ code }) => code.isGone);
	const book = needsCodes ? await loadCodebook(context.db, project.id) : null;
	return ok({
		source: toSourceAnswer(source),
		text: stored.text,
		...toCutAnswer(cut),
		mayEdit: mayEdit(context, permitted.value),
		orphans: orphans?.ok ? orphans.value.items : null,
		changed: changed?.ok ? changed.value.items : [],
		codes: book
			? inTreeOrder(book)
					.filter(({ code }) => code.isCodable)
					.map(({ code }) => ({ id: code.id, path: pathName(book, code.id) }))
			: [],
		userId: context.actor.userId
	});
};

/** What somebody wants to see of the versions: two beside each other, one, or the one in which a coding was made. */
export type VersionsAsked = {
	readonly from: string | null;
	readonly to: string | null;
	readonly version: string | null;
	readonly codingId: string | null;
};

/** The versions of a text: who, when, why, and what differs. */
export const viewVersionsScreen = async (
	context: Context,
	projectId: string,
	sourceId: string,
	{ from, to, version, codingId }: VersionsAsked
): Promise<Result<VersionsScreen>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.read-text');
	if (!permitted.ok) return permitted;
	const { source } = permitted.value;
	const versions = await listSourceVersions(context, projectId, sourceId);
	if (!versions.ok) return versions;
	const coding = codingId === null ? null : await placeOf(context, permitted.value, codingId);
	const read = coding?.madeIn ?? version;
	const opened = read === null ? null : await readSourceVersion(context, projectId, sourceId, read);
	if (opened && !opened.ok && !coding) return opened;
	const seen: SeenVersion | null = opened?.ok
		? { version: opened.value.version, text: opened.value.text, coding }
		: null;
	const isAlone = versions.value.items.length < 2;
	const difference =
		seen || isAlone
			? null
			: await readTextDifferences(context, projectId, sourceId, {
					...(from !== null && { from }),
					...(to !== null && { to })
				});
	if (difference && !difference.ok) return difference;
	return ok({
		source: toSourceAnswer(source),
		versions: versions.value.items,
		hasClosed: versions.value.hasClosed,
		mayEdit: mayEdit(context, permitted.value),
		mayOpenSealed: permitted.value.can('key.open'),
		difference: difference?.value ?? null,
		seen,
		isCodingHidden: codingId !== null && seen === null
	});
};

const mayEdit = ({ actor }: Context, { can }: SourcePermit) => can('source.prepare') && actor.token?.scope !== 'read';

/** Where a coding that this person may see stood when it was made. */
const placeOf = async (context: Context, { project, source, can }: SourcePermit, codingId: string) => {
	if (!isUuid(codingId) || !can('coding.read')) return null;
	const place = await findMadePlace(context.db, project.id, codingId);
	if (!place || place.sourceId !== source.id) return null;
	const isBlind = await isSecondCoder(context.db, source.id, context.actor.userId);
	const isSeen = isBlind
		? place.layer === 'second' && place.coderId === context.actor.userId
		: place.layer === 'shared';
	if (!isSeen) return null;
	const { id, codeName, coderName, start, end, madeIn } = place;
	return { id, codeName, coderName, start, end, madeIn };
};
