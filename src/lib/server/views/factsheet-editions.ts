import { momentOf, toPage, type Page } from '../../contract/cursor.ts';
import { listEditionsQuery, type EditionAnswer, type ReadEditionAnswer } from '../../contract/edition.ts';
import { toEditionAnswer } from '../../contract/edition-answer.ts';
import { exportEditionQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import type { ReportDocumentAnswer } from '../../contract/report-document.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { ReportDocument } from '../../report/document.ts';
import { thawDocument, type FrozenDocument } from '../../report/frozen-document.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitEdition, type EditionPermit } from '../access/edition-permit.ts';
import { permit } from '../access/permit.ts';
import { listEditionQuotes } from '../store/edition-quotes.ts';
import {
	listEditions as readEditions,
	listSuppressed,
	readEditionDocument,
	wasSuppressedSince
} from '../store/factsheet-editions.ts';
import { areasOfReader } from './areas-of-reader.ts';
import { bytesOf } from './document-bytes.ts';
import { isEditionOutdated } from './edition-outdated.ts';
import { exportName, type ExportedFile } from './exported-file.ts';

/** The published factsheets of the areas of this person, the last first; who publishes also sees those withdrawn. */
export const listEditions = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<Page<EditionAnswer>>> => {
	const permitted = await permit(context, projectId, 'publication.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(listEditionsQuery, query);
	if (!parsed.ok) return parsed;
	const { cursor, limit, areaId } = parsed.value;
	const after = momentOf(cursor);
	if (!after.ok) return after;
	const { db } = context;
	const rows = await readEditions(db, permitted.value.project.id, {
		areaId,
		areaIds: await areasOfReader(db, permitted.value, 'publication.read'),
		withdrawnIn: await areasOfReader(db, permitted.value, 'publication.write'),
		after: after.value,
		limit: limit + 1
	});
	const page = toPage(rows, limit, ({ publishedAt, id }) => [publishedAt.toISOString(), id]);
	return ok({ ...page, items: page.items.map(toEditionAnswer) });
};

/** The page of published factsheets. */
export type EditionsPage = {
	readonly items: readonly EditionAnswer[];
	/** may publish somewhere in the project */
	readonly mayPublish: boolean;
};

const mostListed = 500; // editions; a project has some ten a year

/** All published factsheets that somebody may read. */
export const viewEditions = async (context: Context, projectId: string): Promise<Result<EditionsPage>> => {
	const listed = await listEditions(context, projectId, { limit: String(mostListed) });
	if (!listed.ok) return listed;
	const writes = await permit(context, projectId, 'publication.write');
	return ok({ items: listed.value.items, mayPublish: writes.ok });
};

/** A published factsheet as its page shows it. */
export type EditionPage = {
	readonly edition: EditionAnswer;
	/** null = it was withdrawn, and this person does not publish */
	readonly document: ReportDocument | null;
	/** the data say something else since; null = not for this person, or not of this edition */
	readonly isOutdated: boolean | null;
	/** it is too old to leave out figures that were suppressed since; null = not for this person, or nobody reads it */
	readonly tellsSuppressed: boolean | null;
	readonly mayPublish: boolean;
};

/** A published factsheet as it was published, without quotes and figures that may not be shown any more. */
export const viewEdition = async (
	context: Context,
	projectId: string,
	editionId: string
): Promise<Result<EditionPage>> => {
	const permitted = await permitEdition(context, context.db, projectId, editionId, 'publication.read');
	if (!permitted.ok) return permitted;
	const { edition, can } = permitted.value;
	const mayPublish = can('publication.write', edition.areaId);
	const isRead = edition.withdrawal === null;
	const frozen = await frozenOf(context, permitted.value);
	return ok({
		edition: toEditionAnswer(edition),
		document: isRead || mayPublish ? await documentOf(context, permitted.value, frozen) : null,
		isOutdated: await isEditionOutdated(context, permitted.value, edition),
		tellsSuppressed:
			mayPublish && isRead ? !frozen.knowsFigures && (await wasSuppressedSince(context.db, edition)) : null,
		mayPublish
	});
};

/** The same as the API answers it. */
export const readEdition = async (
	context: Context,
	projectId: string,
	editionId: string
): Promise<Result<ReadEditionAnswer>> => {
	const page = await viewEdition(context, projectId, editionId);
	if (!page.ok) return page;
	const { edition, document, isOutdated, tellsSuppressed } = page.value;
	return ok({ ...edition, document: document && toDocumentAnswer(document), isOutdated, tellsSuppressed });
};

/** Takes a published factsheet away, as it was published. */
export const exportEdition = async (
	context: Context,
	projectId: string,
	query: unknown
): Promise<Result<ExportedFile>> => {
	const permitted = await permit(context, projectId, 'publication.read');
	if (!permitted.ok) return permitted;
	const parsed = parse(exportEditionQuery, query);
	if (!parsed.ok) return parsed;
	const { editionId, format } = parsed.value;
	const page = await viewEdition(context, projectId, editionId);
	if (!page.ok) return page;
	const { edition, document } = page.value;
	if (!document) return fail('edition-withdrawn');
	await audit(context, context.db, permitted.value.project.id, 'export.edition', { kind: 'edition', id: editionId });
	const name = [edition.title, `${edition.fromYear}-${edition.toYear}`, String(edition.number)];
	return ok({
		name: exportName(name, new Date(edition.publishedAt), format),
		type: mediaTypes[format],
		bytes: await bytesOf(context, document, format)
	});
};

const toDocumentAnswer = ({ isUpright: _, pageWords: __, ...said }: ReportDocument): ReportDocumentAnswer => said;

const frozenOf = async ({ db }: Context, { edition }: EditionPermit): Promise<FrozenDocument> =>
	// Stored by `publishFactsheet`; it never changes.
	(await readEditionDocument(db, edition.id)) as FrozenDocument;

const documentOf = async (
	{ db }: Context,
	{ edition, project }: EditionPermit,
	frozen: FrozenDocument
): Promise<ReportDocument> =>
	thawDocument(frozen, await listEditionQuotes(db, edition.id), await listSuppressed(db, project.id));
