import { fail, ok, type Result } from '../../domain/problem.ts';
import type { ProjectId, UserId } from '../../domain/project/ids.ts';
import { anchorOf } from '../../domain/coding/coding.ts';
import type { Group, SourceStatus } from '../../domain/source/source.ts';
import type { ExplanationKind, Recognised, Voice } from '../../domain/integration/explanation.ts';
import { positionMap } from '../../domain/text/position.ts';
import { readIndicators } from '../../import/indicators-table.ts';
import { readObservations } from '../../import/observations-table.ts';
import { readSource } from '../../import/read-source.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { insertArea, listAreas } from '../store/areas.ts';
import { insertCode } from '../store/codes.ts';
import { insertCodings } from '../store/codings.ts';
import type { Db } from '../store/database.ts';
import { insertExplanation, insertRecognition } from '../store/explanations.ts';
import { insertIndicators, listIndicators } from '../store/indicators.ts';
import { insertMembership } from '../store/memberships.ts';
import { storeObservations } from '../store/observations.ts';
import { insertPillars, listPillars } from '../store/pillars.ts';
import { insertProject, listProjects, updateProject } from '../store/projects.ts';
import { insertSecondCoder, insertSource } from '../store/sources.ts';
import { insertStudy } from '../store/studies.ts';
import { inTransaction } from '../store/transaction.ts';
import { insertCut } from '../store/turns.ts';
import { findAccountByEmail, insertAccount, noPassword } from '../store/users.ts';
import { insertWaves, listWaves } from '../store/waves.ts';
import { rolesOfMaker } from './create-project.ts';
import { demoBytes, demoCodes, demoProject, demoRows, demoTable } from './demo-files.ts';
import { cutOf, sha256Of } from './upload-source.ts';

type Ids = ReadonlyMap<string, string>;
type Loading = { readonly context: Context; readonly trx: Db; readonly projectId: ProjectId };
type Frame = { readonly areas: Ids; readonly waves: Ids; readonly studies: Ids; readonly pillars: Ids };

/**
 * Loads the fictional demo as a new project: frame, codebook, kernset, interviews as they are, codings of released ones,
 * explanations. All of it or nothing. A second demo gets a number in its name.
 */
export const loadDemo = async (context: Context): Promise<Result<{ projectId: string }>> => {
	const { actor } = context;
	if (!actor.isAdministrator || actor.token?.projectId) return fail('not-allowed', { action: 'demo.load' });
	if (actor.token?.scope === 'read') return fail('token-reads-only');
	return inTransaction(context.db, async (trx) => {
		const projectId: ProjectId = context.newId();
		const loading = { context, trx, projectId };
		const frame = await loadFrame(loading);
		const codes = await loadKernsetAndCodes(loading, frame);
		const coders = await loadCoders(loading);
		await loadInterviews(loading, frame, codes, coders);
		await loadExplanations(loading, frame);
		await audit(context, trx, projectId, 'demo.load', { kind: 'project', id: projectId });
		return ok({ projectId });
	});
};

/** The id of a key in our own files; a key that is not there is a mistake in them. */
const idOf = (ids: Ids, key: string): string => {
	const id = ids.get(key);
	if (id === undefined) throw new Error(`the demo refers to ${key}, which it does not have`);
	return id;
};

const namedFreely = (name: string, taken: readonly string[]): string => {
	for (let n = 1; ; n += 1) {
		const candidate = n === 1 ? name : `${name} ${n}`;
		if (!taken.includes(candidate)) return candidate;
	}
};

const loadFrame = async ({ context, trx, projectId }: Loading): Promise<Frame> => {
	const demo = demoProject();
	const { newId, now, actor } = context;
	const keyed = (items: readonly { key: string }[]): Ids => new Map(items.map(({ key }) => [key, newId()]));
	const areas = keyed(demo.areas);
	const waves = keyed(demo.waves);
	const studies = keyed(demo.studies);
	const pillars = keyed(demo.pillars);
	const mine = await listProjects(trx, actor.userId);
	const project = {
		id: projectId,
		name: namedFreely(
			demo.name,
			mine.map(({ name }) => name)
		),
		language: demo.language,
		isFictional: true,
		comparisonAreaId: null,
		includeEarlierWaves: demo.includeEarlierWaves,
		smallCell: demo.smallCell
	};
	await insertProject(trx, project, actor.userId, now());
	for (const role of rolesOfMaker)
		await insertMembership(trx, projectId, { id: newId(), userId: actor.userId, role, areaIds: null }, now());
	for (const [place, { key, name, kind, parent, aliasName }] of demo.areas.entries())
		await insertArea(
			trx,
			projectId,
			{
				id: idOf(areas, key),
				parentId: parent === null ? null : idOf(areas, parent),
				name,
				aliasName,
				kind,
				statisticalCodes: []
			},
			place
		);
	await updateProject(trx, { ...project, comparisonAreaId: idOf(areas, demo.comparisonArea) });
	await insertWaves(
		trx,
		projectId,
		demo.waves.map(({ key, label, year }) => ({ id: idOf(waves, key), label, year }))
	);
	for (const { key, name, kind } of demo.studies)
		await insertStudy(trx, projectId, { id: idOf(studies, key), name, kind, areaId: null });
	await insertPillars(
		trx,
		projectId,
		demo.pillars.map(({ key, name, shortName, absentIn }) => ({
			id: idOf(pillars, key),
			name,
			shortName: shortName ?? null,
			absentIn: absentIn.map((area) => idOf(areas, area))
		})),
		0
	);
	return { areas, waves, studies, pillars };
};

const ofDemo = <T>(result: Result<T>): T => {
	if (result.ok) return result.value;
	throw new Error(
		`a file of the demo does not fit: ${result.problems.map(({ code, at }) => `${code} ${at ?? ''}`).join(', ')}`
	);
};

/** The kernset and the codes that point to it; answers the ids of the codes by their keys. */
const loadKernsetAndCodes = async ({ context, trx, projectId }: Loading, frame: Frame): Promise<Ids> => {
	const { newId, now, actor } = context;
	const pillars = await listPillars(trx, projectId);
	const read = ofDemo(readIndicators(demoTable('indicators.csv'), { pillars, pillarNames: [...frame.pillars] }));
	const indicators = read.indicators.map((indicator) => ({ ...indicator, id: newId() }));
	await insertIndicators(trx, projectId, indicators, 0);
	const { observations } = ofDemo(
		readObservations(demoTable('observations.csv'), {
			indicators,
			areas: await listAreas(trx, projectId),
			waves: await listWaves(trx, projectId),
			areaNames: [...frame.areas]
		})
	);
	const stored = observations.map((observation) => ({
		...observation,
		id: newId(),
		importedBy: actor.userId,
		importedAt: now()
	}));
	await storeObservations(trx, projectId, stored);

	const indicatorIds: Ids = new Map(indicators.map(({ key, id }) => [key, id]));
	const codes = demoCodes();
	const ids: Ids = new Map(codes.map(({ key }) => [key, newId()]));
	for (const [place, code] of codes.entries())
		await insertCode(
			trx,
			projectId,
			{
				id: idOf(ids, code.key),
				parentId: code.parent === null ? null : idOf(ids, code.parent),
				name: code.name,
				definition: code.definition,
				include: code.include,
				exclude: code.exclude,
				example: code.example,
				synonyms: code.synonyms,
				color: null,
				isCodable: code.isCodable,
				place,
				pillarIds: code.parent === null ? (code.pillar === null ? [] : [idOf(frame.pillars, code.pillar)]) : null,
				indicators: code.indicators.map(({ key, relation }) => ({ indicatorId: idOf(indicatorIds, key), relation }))
			},
			{ by: actor.userId, at: now() }
		);
	return ids;
};

/** The two coders of the demo; nobody can sign in as one of them. */
const loadCoders = async ({ context, trx, projectId }: Loading): Promise<Ids> => {
	const coders = new Map<string, string>();
	for (const [key, name] of [
		['codeur-1', 'Codeur 1'],
		['codeur-2', 'Codeur 2']
	] as const) {
		const email = `${key}@demo.invalid`;
		const known = await findAccountByEmail(trx, email);
		const id: UserId = known?.id ?? context.newId();
		if (!known)
			await insertAccount(
				trx,
				{ id, email, name, isAdministrator: false, locale: 'nl', passwordHash: noPassword },
				context.now()
			);
		await insertMembership(
			trx,
			projectId,
			{ id: context.newId(), userId: id, role: 'coder', areaIds: null },
			context.now()
		);
		coders.set(key, id);
	}
	return coders;
};

const loadInterviews = async (
	{ context, trx, projectId }: Loading,
	frame: Frame,
	codes: Ids,
	coders: Ids
): Promise<void> => {
	const { newId, now, actor } = context;
	const codings = demoRows('codings.csv');
	for (const row of demoRows('interviews.csv')) {
		const file = row('file');
		const draft = ofDemo(readSource({ name: file, bytes: demoBytes('interviews', file) }));
		const map = positionMap(draft.text);
		const status = (row('status') === 'blocked' ? 'pseudonymising' : row('status')) as SourceStatus;
		const id = newId();
		const source = {
			id,
			title: row('label'),
			kind: 'transcript' as const,
			areaId: idOf(frame.areas, row('area')),
			waveId: idOf(frame.waves, row('wave')),
			studyId: idOf(frame.studies, row('study')),
			group: row('group') as Group,
			conductedOn: row('month'),
			language: row('language'),
			status,
			version: 1,
			characters: map.length,
			quotesAllowed: row('consentQuote') === 'yes',
			uploadedBy: actor.userId
		};
		await insertSource(trx, projectId, source, { text: draft.text, sha256: sha256Of(draft.text) }, draft.format, now());
		await insertCut(trx, id, 1, cutOf(draft, newId));
		const second = row('coders').includes('codeur-2');
		if (second) await insertSecondCoder(trx, id, idOf(coders, 'codeur-2'));
		if (status !== 'released') continue;
		for (const coding of codings.filter((one) => one('file') === file)) {
			const start = map.toPosition(nthIndex(draft.text, coding('quote'), Number(coding('occurrence'))));
			const range = { start, end: start + positionMap(coding('quote').normalize('NFC')).length };
			await insertCodings(trx, {
				projectId,
				sourceId: id,
				version: 1,
				range,
				anchor: anchorOf(map, range),
				coderId: idOf(coders, coding('coder')),
				valences: {
					change:
						coding('change') === 'forward' || coding('change') === 'backward' ? (coding('change') as 'forward') : null,
					level: coding('level') === 'good' || coding('level') === 'improve' ? (coding('level') as 'good') : null
				},
				memo: '',
				isImportant: false,
				layer: second && coding('coder') === 'codeur-2' ? 'second' : 'shared',
				at: now(),
				codes: [{ id: newId(), codeId: idOf(codes, coding('codeKey')) }]
			});
		}
	}
};

/** Where the n-th literal occurrence of some words begins, in UTF-16 units. */
const nthIndex = (text: string, words: string, n: number): number => {
	const plain = words.normalize('NFC');
	let found = -1;
	for (let count = 0; count < n; count += 1) {
		found = text.indexOf(plain, found + 1);
		if (found < 0) throw new Error('a coding of the demo is not in its interview');
	}
	return found;
};

const loadExplanations = async ({ context, trx, projectId }: Loading, frame: Frame): Promise<void> => {
	const { newId, now, actor } = context;
	const indicators: Ids = new Map((await listIndicators(trx, projectId)).map(({ key, id }) => [key, id]));
	for (const row of demoRows('explanations.csv')) {
		const id = newId();
		const explanation = {
			id,
			indicatorId: idOf(indicators, row('indicatorKey')),
			areaId: idOf(frame.areas, row('area')),
			fromWaveId: idOf(frame.waves, row('fromWave')),
			toWaveId: idOf(frame.waves, row('toWave')),
			kind: row('kind') as ExplanationKind,
			text: row('text'),
			saidBy: row('saidBy') as Voice,
			evidence: row('evidence').replaceAll(';', ', '),
			recognised: null
		};
		await insertExplanation(trx, projectId, explanation, { by: actor.userId, at: now() });
		await insertRecognition(trx, projectId, {
			id: newId(),
			explanationId: id,
			answer: row('recognition') as Recognised,
			saidBy: 'municipality',
			session: '',
			createdBy: actor.userId,
			createdAt: now().toISOString()
		});
	}
};
