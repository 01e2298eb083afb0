import { exportCaseQuery, mediaTypes } from '../../contract/export.ts';
import { parse } from '../../contract/parse.ts';
import { lastDayToWithdraw, type Case } from '../../domain/case/case.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { may } from '../../domain/project/membership.ts';
import type { Project } from '../../domain/project/project.ts';
import { positionMap } from '../../domain/text/position.ts';
import { caseDocument, type CasePackage } from '../../report/case-document.ts';
import type { Locale } from '../../words/locale.ts';
import { audit } from '../access/audit.ts';
import { permitOnCase } from '../access/case-permit.ts';
import type { Context } from '../access/context.ts';
import { namesOfUsers } from '../store/case-sources.ts';
import { listCasesOfSource } from '../store/cases.ts';
import type { Db } from '../store/database.ts';
import { findSource, findText } from '../store/sources.ts';
import { loadCut } from '../store/turns.ts';
import { listVariables } from '../store/variables.ts';
import { bytesOf } from './document-bytes.ts';
import { aboutOf, exportName, type ExportedFile } from './exported-file.ts';

/**
 * Everything that is kept about a person, for that person: interviews, properties and what was said about consent. Only
 * for who may read all of it, since half a package answers no request.
 */
export const exportCase = async (
	context: Context,
	projectId: string,
	caseId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportedFile>> => {
	const parsed = parse(exportCaseQuery, query);
	if (!parsed.ok) return parsed;
	const permitted = await permitOnCase(context, projectId, caseId, 'case.edit');
	if (!permitted.ok) return permitted;
	const { project, access, kase, place } = permitted.value;
	if (!place.targets.every((target) => may(access, 'source.read-text', target)))
		return fail('not-allowed', { action: 'source.read-text' });

	const now = context.now();
	const about = aboutOf(project, now);
	const content = await packageOf(context.db, project, kase);
	const { format } = parsed.value;
	const bytes =
		format === 'docx'
			? await bytesOf(context, caseDocument(content, about, locale), 'docx')
			: new TextEncoder().encode(`${JSON.stringify({ ...about, ...content }, null, '\t')}\n`);
	await audit(context, context.db, project.id, 'export.case', { kind: 'case', id: kase.id });
	return ok({ name: exportName([kase.label, project.name], now, format), type: mediaTypes[format], bytes });
};

const packageOf = async (db: Db, project: Project, kase: Case): Promise<CasePackage> => {
	const variables = await listVariables(db, project.id);
	const names = await namesOfUsers(
		db,
		kase.consents.map(({ recordedBy }) => recordedBy)
	);
	const interviews: CasePackage['interviews'][number][] = [];
	for (const link of kase.links) interviews.push(...(await interviewOf(db, project, kase, link)));
	return {
		label: kase.label,
		group: kase.group,
		values: variables.flatMap(({ key, name }) => {
			const value = kase.values[key];
			return value === undefined ? [] : [{ key, name, value }];
		}),
		consents: kase.consents.map(({ purpose, state, decidedOn, way, letter, recordedBy, recordedAt }) => ({
			...{ purpose, state, decidedOn, way, letter },
			recordedBy: names.get(recordedBy) ?? '',
			recordedAt: recordedAt.toISOString()
		})),
		withdrawalRequestedOn: kase.withdrawalRequestedOn,
		lastDayToWithdraw: lastDayToWithdraw(kase, project),
		withdrawnAt: kase.withdrawnAt?.toISOString() ?? null,
		interviews
	};
};

/** An interview as this person may have it: what others in it said is theirs (AVG 15, fourth part). */
const interviewOf = async (
	db: Db,
	project: Project,
	kase: Case,
	{ sourceId, speakerId }: Case['links'][number]
): Promise<readonly CasePackage['interviews'][number][]> => {
	const source = await findSource(db, project.id, sourceId);
	const stored = source && (await findText(db, source.id, source.version));
	if (!source || !stored) return [];
	const others = (await listCasesOfSource(db, project.id, sourceId)).filter(({ id }) => id !== kase.id);
	const { turns, speakers } = await loadCut(db, source.id, source.version);
	const part = others.length === 0 ? 'whole' : speakerId === null ? 'unknown' : 'own';
	const map = positionMap(stored.text);
	const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
	const isShown = (id: string | null) =>
		part === 'whole' || (part === 'own' && id !== null && (id === speakerId || byId.get(id)?.role === 'interviewer'));
	return [
		{
			title: source.title,
			areaName: source.areaName,
			wave: `${source.waveLabel} ${source.waveYear}`,
			conductedOn: source.conductedOn,
			part,
			turns: turns
				.filter((turn) => isShown(turn.speakerId))
				.map(({ ordinal, speakerId: id, start, end }) => ({
					turn: ordinal,
					speaker: (id && byId.get(id)?.label) ?? '–',
					text: map.slice(start, end)
				}))
		}
	];
};
