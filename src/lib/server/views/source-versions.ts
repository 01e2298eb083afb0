import { parse } from '../../contract/parse.ts';
import {
	differencesQuery,
	type SourceVersionAnswer,
	type SourceVersionItem,
	type SourceVersionsAnswer,
	type TextDifferencesAnswer
} from '../../contract/source-version.ts';
import { toCutAnswer } from '../../contract/source-answer.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { firstReadable } from '../../domain/source/version.ts';
import { refineEdit } from '../../domain/text/diff.ts';
import { passagesOf } from '../../domain/text/difference.ts';
import { invertEdit, type Edit } from '../../domain/text/edit.ts';
import { positionMap } from '../../domain/text/position.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource, type SourcePermit } from '../access/source-permit.ts';
import {
	findEditBetween,
	listTurnsOfVersion,
	listVersionsOfText,
	type VersionRecord
} from '../store/source-versions.ts';
import { findText } from '../store/sources.ts';

/** The versions of a text that this person may read, the newest first. */
export const listSourceVersions = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<SourceVersionsAnswer>> => {
	const open = await openVersions(context, projectId, sourceId);
	if (!open.ok) return open;
	const { versions, first } = open.value;
	return ok({ items: versions.map(toItem), hasClosed: first > 1 });
};

/** One version of a text, with the turns as they were. */
export const readSourceVersion = async (
	context: Context,
	projectId: string,
	sourceId: string,
	version: string | number
): Promise<Result<SourceVersionAnswer>> => {
	const open = await openVersions(context, projectId, sourceId);
	if (!open.ok) return open;
	const { source } = open.value.permit;
	const record = open.value.versions.find((one) => one.version === Number(version));
	const stored = record && (await findText(context.db, source.id, record.version));
	if (!record || !stored) return fail('version-unknown');
	const turns = await listTurnsOfVersion(context.db, source.id, record.version);
	return ok({ ...toItem(record), ...stored, turns: toCutAnswer({ turns, speakers: [] }).turns });
};

/** What differs between two versions of a text: by default between the newest and the one before it. */
export const readTextDifferences = async (
	context: Context,
	projectId: string,
	sourceId: string,
	query: unknown
): Promise<Result<TextDifferencesAnswer>> => {
	const open = await openVersions(context, projectId, sourceId);
	if (!open.ok) return open;
	const parsed = parse(differencesQuery, query);
	if (!parsed.ok) return parsed;
	const { permit, versions, first } = open.value;
	const to = parsed.value.to ?? permit.source.version;
	const from = parsed.value.from ?? Math.max(first, to - 1);
	if (![from, to].every((version) => versions.some((one) => one.version === version))) return fail('version-unknown');
	const [older, newer] = [Math.min(from, to), Math.max(from, to)];
	const [stored, edit] = await Promise.all([
		findText(context.db, permit.source.id, older),
		findEditBetween(context.db, permit.source.id, older, newer)
	]);
	if (!stored) return fail('version-unknown');
	const forward = refineEdit(stored.text, edit);
	if (from <= to) return ok({ from, to, operations: [...forward], passages: shown(stored.text, forward) });
	const start = await findText(context.db, permit.source.id, from);
	if (!start) return fail('version-unknown');
	const back = invertEdit(stored.text, forward);
	return ok({ from, to, operations: [...back], passages: shown(start.text, back) });
};

const shown = (text: string, edit: Edit): TextDifferencesAnswer['passages'] =>
	passagesOf(positionMap(text), edit).map(({ line, parts }) => ({ line, parts: parts.map((part) => ({ ...part })) }));

type OpenVersions = {
	readonly permit: SourcePermit;
	readonly versions: readonly VersionRecord[];
	/** the oldest one that this person may read */
	readonly first: number;
};

/** A source whose text this person may read, with the versions that are open to him or her. */
const openVersions = async (context: Context, projectId: string, sourceId: string): Promise<Result<OpenVersions>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.read-text');
	if (!permitted.ok) return permitted;
	const { source, can } = permitted.value;
	const versions = await listVersionsOfText(context.db, source.id);
	const first = firstReadable(versions, can('source.prepare'));
	return ok({ permit: permitted.value, versions: versions.filter(({ version }) => version >= first), first });
};

const toItem = ({ byId, byName, isSealed: _, ...version }: VersionRecord): SourceVersionItem => ({
	...version,
	by: { id: byId, name: byName }
});
