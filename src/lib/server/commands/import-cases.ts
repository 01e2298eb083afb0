import { createHash } from 'node:crypto';
import { importCasesFields, importCasesQuery, type ImportedCasesAnswer } from '../../contract/case-import.ts';
import { parse } from '../../contract/parse.ts';
import { checkNotWithdrawn, type Case } from '../../domain/case/case.ts';
import { consentNow } from '../../domain/case/consent.ts';
import { mayOnCase, maySeeCase } from '../../domain/case/who-may.ts';
import { fail, failAll, ok, type Problem, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import { readCases, type CaseDraft } from '../../import/cases-table.ts';
import { oneFile } from '../../import/one-file.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import { audit } from '../access/audit.ts';
import { placesOf } from '../access/case-permit.ts';
import type { Context } from '../access/context.ts';
import { permit, type Permit } from '../access/permit.ts';
import { targetOf } from '../access/source-permit.ts';
import { parseTable } from '../parsing/parse.ts';
import { insertCase, listCases, updateCase } from '../store/cases.ts';
import { insertConsents } from '../store/consents.ts';
import type { Db } from '../store/database.ts';
import { lockProject } from '../store/frame.ts';
import { listSourcesByTitle, type TitledSource } from '../store/source-titles.ts';
import { inTransaction } from '../store/transaction.ts';
import { keepVariables, listVariables } from '../store/variables.ts';
import { applyConsent, auditRestricted, publishCases } from './apply-consent.ts';
import { readConsents } from './case-input.ts';

/**
 * Reads properties and consent of many people from a CSV or XLSX file: all of it or nothing. Somebody the project knows
 * by this code is changed, anybody else is written down. An answer that holds already is not written down again. Whoever sends the fingerprint of
 * what was shown gets a refusal when something else would happen now.
 */
export const importCases = async (
	context: Context,
	projectId: string,
	files: readonly UploadedFile[],
	fields: unknown,
	query: unknown
): Promise<Result<ImportedCasesAnswer>> => {
	const permitted = await permit(context, projectId, 'case.edit');
	if (!permitted.ok) return permitted;
	const asked = parse(importCasesQuery, query);
	if (!asked.ok) return asked;
	const given = parse(importCasesFields, fields);
	if (!given.ok) return given;
	const file = oneFile(files, 'table-file-missing');
	if (!file.ok) return file;
	const table = await parseTable(file.value, 'cases');
	if (!table.ok) return table;
	const dryRun = asked.value.dryRun === 'true';
	const { project } = permitted.value;
	const done = await inTransaction(context.db, async (trx) => {
		await lockProject(trx, project.id);
		const variables = await listVariables(trx, project.id);
		const read = readCases(table.value, variables);
		if (!read.ok) return read;
		const plan = await planOf(context, permitted.value, trx, read.value.cases);
		if (!plan.ok) return plan;
		const ignoredColumns = read.value.warnings.map(({ params }) => String(params?.['column'] ?? ''));
		const told = plan.value.filter((step) => step.before === null || isChanged(step));
		const fingerprint = fingerprintOf(tell(plan.value, told, true));
		if (given.value.fingerprint !== undefined && given.value.fingerprint !== fingerprint)
			return fail('case-import-stale');
		const answer: ImportedCasesAnswer = { dryRun, fingerprint, ...tell(plan.value, told, dryRun), ignoredColumns };
		if (dryRun || told.length === 0) return ok({ answer, told: [], restricted: [] });
		await keepVariables(trx, project.id, variables);
		for (const step of told) await store(trx, step);
		const touched = told.flatMap(({ after }) => after.links.map(({ sourceId }) => sourceId));
		const restricted = await applyConsent(trx, project.id, touched);
		await audit(context, trx, project.id, 'case.import', { kind: 'project', id: project.id });
		await auditRestricted(context, trx, project.id, restricted);
		return ok({ answer, told, restricted });
	});
	if (!done.ok) return done;
	const { answer, told, restricted } = done.value;
	publishCases(
		context,
		project.id,
		'changed',
		told.map(({ after }) => after.id),
		restricted
	);
	return ok(answer);
};

type Step = {
	readonly draft: CaseDraft;
	readonly before: Case | null;
	readonly after: Case;
	readonly said: Case['consents'];
	readonly sources: readonly string[];
};

const planOf = async (
	context: Context,
	{ project, access }: Permit,
	trx: Db,
	drafts: readonly CaseDraft[]
): Promise<Result<readonly Step[]>> => {
	const present = await listCases(trx, project.id);
	const places = await placesOf(trx, project.id, present);
	const byLabel = new Map(present.map((kase) => [kase.label.toLowerCase(), kase]));
	const titles = await listSourcesByTitle(trx, project.id);
	const problems: Problem[] = [];
	const steps: Step[] = [];
	for (const draft of drafts) {
		const at = `row ${draft.row}`;
		const before = byLabel.get(draft.label.toLowerCase()) ?? null;
		const place = before && places.get(before.id);
		if (before && place && !mayOnCase(access, 'case.edit', place))
			// A code is taken for everybody, also for who does not see whose it is.
			problems.push({
				code: maySeeCase(access, place) ? 'case-row-not-yours' : 'case-row-taken',
				params: { row: draft.row },
				at
			});
		const standing = before ? checkNotWithdrawn(before) : ok(null);
		if (!standing.ok) problems.push({ code: 'case-row-withdrawn', params: { row: draft.row }, at });
		if (!before && draft.group === null) problems.push({ code: 'case-row-group', params: { row: draft.row }, at });
		const links = linksOf(draft, before, titles, (source) => may(access, 'case.edit', targetOf(source)));
		if (!links.ok) problems.push(...links.problems);
		const said = readConsents(
			context,
			draft.consents
				.filter(({ purpose, state }) => consentNow(before?.consents ?? [], purpose) !== state)
				.map((one) => ({
					...one,
					decidedOn: draft.decidedOn ?? undefined,
					way: draft.way ?? ('paper' as const),
					letter: withoutBsns(draft.letter)
				})),
			before?.consents ?? []
		);
		if (!said.ok) problems.push(...said.problems.map(({ code, params }) => ({ code, params: { ...params }, at })));
		if (!links.ok || !said.ok || !standing.ok) continue;
		const { now, actor, newId } = context;
		const base: Case = before ?? {
			id: newId(),
			projectId: project.id,
			label: draft.label,
			group: draft.group ?? 'resident',
			values: {},
			links: [],
			consents: [],
			withdrawalRequestedOn: null,
			withdrawalUntil: null,
			withdrawnAt: null,
			createdBy: actor.userId,
			createdAt: now(),
			version: 0
		};
		steps.push({
			draft,
			before,
			after: {
				...base,
				group: draft.group ?? base.group,
				values: { ...base.values, ...draft.values },
				links: [...base.links, ...links.value.map(({ id }) => ({ sourceId: id, speakerId: null }))],
				withdrawalRequestedOn: draft.withdrawalRequestedOn ?? base.withdrawalRequestedOn,
				version: base.version + 1
			},
			said: said.value,
			sources: links.value.map(({ title }) => title)
		});
	}
	return problems.length > 0 ? failAll(problems) : ok(steps);
};

/** Interviews that come to a person; without a column for them, the one whose title is this code. */
const linksOf = (
	{ row, label, sources }: CaseDraft,
	before: Case | null,
	titles: ReadonlyMap<string, TitledSource>,
	mayLink: (source: TitledSource) => boolean
): Result<readonly TitledSource[]> => {
	const known = new Set(before?.links.map(({ sourceId }) => sourceId));
	const same = titles.get(label.toLowerCase());
	if (sources === null) return ok(same && mayLink(same) && !known.has(same.id) ? [same] : []);
	const found: TitledSource[] = [];
	for (const title of sources) {
		const source = titles.get(title.toLowerCase());
		if (!source || (!mayLink(source) && !known.has(source.id)))
			return fail('case-row-source', { row, title }, `row ${row}`);
		if (!known.has(source.id)) found.push(source);
	}
	return ok(found.filter((source, at) => found.indexOf(source) === at));
};

const isChanged = ({ before, after, said }: Step): boolean =>
	before !== null &&
	(said.length > 0 ||
		before.group !== after.group ||
		before.links.length !== after.links.length ||
		before.withdrawalRequestedOn !== after.withdrawalRequestedOn ||
		valueChanges(before, after).length > 0);

const valueChanges = (before: Case | null, after: Case) =>
	Object.entries(after.values)
		.map(([key, to]) => ({ key, from: before?.values[key] ?? '', to }))
		.filter(({ from, to }) => from !== to);

const store = async (trx: Db, { before, after, said }: Step): Promise<void> => {
	if (before) await updateCase(trx, after);
	else await insertCase(trx, after);
	await insertConsents(trx, after.id, said);
};

const tell = (all: readonly Step[], told: readonly Step[], dryRun: boolean) => {
	const added = told.filter(({ before }) => before === null).length;
	return {
		cases: { inFile: all.length, added, changed: told.length - added, unchanged: all.length - told.length },
		changes: told.map((step) => ({
			row: step.draft.row,
			id: step.before === null && dryRun ? null : step.after.id,
			label: step.after.label,
			change: step.before === null ? ('added' as const) : ('changed' as const),
			values: valueChanges(step.before, step.after),
			consents: step.said.map(({ purpose, state, decidedOn, way, letter }) => ({
				purpose,
				state,
				decidedOn,
				way,
				letter
			})),
			sources: [...step.sources]
		}))
	};
};

const fingerprintOf = (told: ReturnType<typeof tell>): string =>
	createHash('sha256').update(JSON.stringify(told), 'utf8').digest('hex').slice(0, 32);
