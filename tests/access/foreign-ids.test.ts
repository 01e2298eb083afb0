import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '../../src/lib/domain/problem.ts';
import { roles } from '../../src/lib/domain/project/membership.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
import { addArea } from '../../src/lib/server/commands/add-area.ts';
import { addCode } from '../../src/lib/server/commands/add-code.ts';
import { addExplanation } from '../../src/lib/server/commands/add-explanation.ts';
import { addIndicator } from '../../src/lib/server/commands/add-indicator.ts';
import { addMemo } from '../../src/lib/server/commands/add-memo.ts';
import { addPillar } from '../../src/lib/server/commands/add-pillar.ts';
import { addFinding } from '../../src/lib/server/commands/change-findings.ts';
import { addStudy } from '../../src/lib/server/commands/add-study.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCodes } from '../../src/lib/server/commands/change-codes.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { changeTurns } from '../../src/lib/server/commands/change-turns.ts';
import { chooseQuote } from '../../src/lib/server/commands/choose-quote.ts';
import { decideFit } from '../../src/lib/server/commands/decide-fit.ts';
import { dropQuote } from '../../src/lib/server/commands/drop-quote.ts';
import { inviteMember } from '../../src/lib/server/commands/invite-member.ts';
import { setMemberRoles } from '../../src/lib/server/commands/set-member-roles.ts';
import { splitCode } from '../../src/lib/server/commands/split-code.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import { updateProject } from '../../src/lib/server/commands/update-project.ts';
import { updateSource } from '../../src/lib/server/commands/update-source.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { readJointDisplay } from '../../src/lib/server/views/joint-display.ts';
import { listCodings } from '../../src/lib/server/views/list-codings.ts';
import { listSources } from '../../src/lib/server/views/list-sources.ts';
import { runQuery } from '../../src/lib/server/views/run-query.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addMember, addSource, addUser, contextFor } from '../support/project.ts';
import { mentionOf, textOf } from '../support/memos.ts';
import { cases } from './cases.ts';
import { countRows } from './count-rows.ts';
import { addPlace, type Place } from './place.ts';

let store: Store;
let here: Place;
let there: Place;
let context: Context;
let speakerThere = '';
let sourceHere = '';
beforeAll(async () => {
	store = await testStore();
	here = await addPlace(store);
	there = await addPlace(store);
	// Somebody who may do everything in both, so that only the project of the id can be what is wrong.
	const everybody = await addUser(store, 'Iedereen');
	for (const { project } of [here, there])
		for (const role of roles) await addMember(store, project.id, everybody, role);
	context = await contextFor(store, everybody);
	const source = await addSource(store, here.project, 'Een gesprek.', { uploadedBy: everybody, status: 'uploaded' });
	sourceHere = source.id;
});
afterAll(() => store.close());

const problemsOf = (result: Result<unknown>): string =>
	result.ok ? 'done' : result.problems.map(({ code, at }) => (at ? `${code} at ${at}` : code)).join(', ');

/** What a case of the table says when all its ids are those of another project. */
const refusals: Readonly<Record<string, string>> = {
	readCase: 'case-unknown',
	viewCase: 'case-unknown',
	viewSourceAttributes: 'source-unknown',
	'add-case': 'source-unknown at sourceIds',
	'update-case': 'case-unknown',
	'delete-case': 'case-unknown',
	'record-consent': 'case-unknown',
	exportCase: 'case-unknown',
	'withdraw-case': 'case-unknown',
	'withdraw-case preview': 'case-unknown',
	readProposal: 'proposal-unknown',
	'add-proposal': 'source-unknown at sourceId',
	'decide-proposal': 'proposal-unknown',
	'decide-proposal withdrawProposal': 'proposal-unknown',
	'reopen-proposal': 'proposal-unknown',
	'take-example': 'coding-unknown',
	'take-example dropExample': 'coding-unknown',
	readMemo: 'memo-unknown',
	'add-memo': 'coding-unknown at about.codingId',
	'change-memo': 'memo-unknown',
	'delete-memo': 'memo-unknown',
	'restore-memo': 'memo-unknown',
	'settle-memo': 'memo-unknown',
	'settle-memo reopenMemo': 'memo-unknown',
	'set-member-roles': 'member-unknown',
	'remove-member': 'member-unknown',
	'update-area': 'frame-part-unknown',
	'delete-area': 'frame-part-unknown',
	'update-wave': 'frame-part-unknown',
	'delete-wave': 'frame-part-unknown',
	'update-study': 'frame-part-unknown',
	'delete-study': 'frame-part-unknown',
	viewStudy: 'frame-part-unknown',
	readStudy: 'frame-part-unknown',
	exportStudyTable: 'evidence-unknown',
	'change-findings addFinding': 'frame-part-unknown',
	'change-findings updateFinding': 'frame-part-unknown',
	'change-findings deleteFinding': 'frame-part-unknown',
	'change-study-tables addStudyTable': 'frame-part-unknown',
	'change-study-tables updateStudyTable': 'frame-part-unknown',
	'change-study-tables deleteStudyTable': 'frame-part-unknown',
	'update-pillar': 'frame-part-unknown',
	'delete-pillar': 'frame-part-unknown',
	'add-indicator': 'reference-unknown at pillarId',
	'update-indicator': 'frame-part-unknown',
	'delete-indicator': 'frame-part-unknown',
	'save-observation': 'reference-unknown at indicatorId, reference-unknown at areaId, reference-unknown at waveId',
	'save-typed-observation':
		'reference-unknown at indicatorId, reference-unknown at areaId, reference-unknown at waveId',
	'delete-observation': 'observation-unknown',
	viewIndicator: 'frame-part-unknown',
	'undo-figure-import': 'figure-import-unknown',
	readSourceAttributes: 'source-unknown',
	viewSourcePreparation: 'source-unknown',
	viewSourceUses: 'source-unknown',
	readSourceUses: 'source-unknown',
	'liveEvents of a source': 'source-unknown',
	'liveEventsOn a source': 'source-unknown',
	'upload-source': 'frame-unknown at areaId, frame-unknown at waveId',
	'import-sources': 'frame-unknown at areaId, frame-unknown at waveId',
	'cancel-import': 'import-unknown',
	readSourceImport: 'import-unknown',
	'update-source': 'source-unknown',
	'change-turns': 'source-unknown',
	viewPseudonyms: 'source-unknown',
	'decide-pseudonyms': 'source-unknown',
	'replace-pseudonyms': 'source-unknown',
	'finish-pseudonyms': 'source-unknown',
	'finish-pseudonyms readTurns': 'source-unknown',
	'settle-name': 'source-unknown',
	'assign-sources': 'source-unknown at sourceIds',
	'assign-sources to oneself': 'source-unknown at sourceIds',
	'unassign-sources': 'assignment-unknown',
	'complete-assignment': 'assignment-unknown',
	'complete-assignment reopenAssignment': 'assignment-unknown',
	'record-reading': 'source-unknown',
	readReading: 'source-unknown',
	'report-name': 'source-unknown',
	'check-pseudonyms': 'source-unknown',
	'open-key': 'source-unknown',
	'destroy-key': 'source-unknown',
	'destroy-key decideDestruction': 'source-unknown',
	'destroy-key proposeDestructions': 'source-unknown',
	'destroy-key decideDestructions': 'source-unknown',
	'open-version': 'source-unknown',
	listSealedVersions: 'source-unknown',
	readSealedVersion: 'source-unknown',
	viewSealedVersions: 'source-unknown',
	'open-original': 'source-unknown',
	'open-original destroyOriginal': 'source-unknown',
	'update-source restrict': 'source-unknown',
	'delete-source': 'source-unknown',
	'delete-source restoreSource': 'source-unknown',
	readSource: 'source-unknown',
	'add-photo': 'source-unknown',
	'change-photo': 'source-unknown',
	'change-photo deletePhoto': 'source-unknown',
	listPhotos: 'source-unknown',
	readPicture: 'source-unknown',
	'store-outline': 'frame-part-unknown',
	'store-outline deleteOutline': 'frame-part-unknown',
	readOutline: 'frame-part-unknown',
	'edit-source': 'source-unknown',
	'compare-file': 'source-unknown',
	'reread-source': 'source-unknown',
	'reread-source preview': 'source-unknown',
	previewEdit: 'source-unknown',
	carryPassages: 'source-unknown',
	listSourceVersions: 'source-unknown',
	readSourceVersion: 'source-unknown',
	readTextDifferences: 'source-unknown',
	viewEditScreen: 'source-unknown',
	viewVersionsScreen: 'source-unknown',
	'place-orphan': 'orphan-unknown',
	'place-orphan dismissOrphan': 'orphan-unknown',
	'place-orphan restoreOrphan': 'orphan-unknown',
	'unplace-orphan': 'orphan-not-placed',
	'review-codings': 'coding-unknown',
	'review-codings takeBackReviews': 'coding-unknown',
	'update-code': 'code-unknown',
	'merge-codes': 'code-unknown at fromCodeId',
	'undo-code-merge': 'code-merge-unknown',
	'change-codes': 'code-unknown at codeIds',
	'split-code': 'code-unknown at codeId',
	splitScreen: 'code-unknown',
	'undo-code-change': 'code-change-unknown',
	'undo-code-change redoCodeChange': 'code-change-unknown',
	'update-codebook-version': 'codebook-version-unknown',
	'set-forerunners': 'code-unknown',
	readVersion: 'codebook-version-unknown',
	readVersionDifferences: 'codebook-version-unknown',
	readCodeLineage: 'code-unknown',
	'delete-code': 'code-unknown',
	'restore-code': 'code-unknown',
	readCoding: 'coding-unknown',
	codingDesk: 'source-unknown',
	viewQuoteChoices: 'display-unknown',
	'apply-code': 'source-unknown at sourceId',
	'add-coding-batch': 'source-unknown at sourceId',
	'undo-coding-batch removeCodingBatch': 'coding-batch-unknown',
	'undo-coding-batch restoreCodingBatch': 'coding-batch-unknown',
	'change-coding': 'coding-unknown',
	'remove-coding': 'coding-unknown',
	'remove-coding restoreCoding': 'coding-unknown',
	readJointDisplay: 'display-unknown',
	viewDecisionHistory: 'display-unknown',
	'decide-fit': 'display-unknown',
	'read-decision': 'display-unknown',
	'change-silence-tasks addSilenceTask': 'display-unknown',
	'change-silence-tasks completeSilenceTask': 'silence-task-unknown',
	'change-silence-tasks reopenSilenceTask': 'silence-task-unknown',
	'change-silence-tasks deleteSilenceTask': 'silence-task-unknown',
	'choose-quote': 'display-unknown',
	'drop-quote': 'display-unknown',
	'add-explanation':
		'reference-unknown at areaId, reference-unknown at indicatorId, reference-unknown at fromWaveId, reference-unknown at toWaveId',
	viewReviewSession: 'review-session-unknown',
	readReviewSession: 'review-session-unknown',
	exportReviewSession: 'review-session-unknown',
	'change-review-sessions addReviewSession':
		'reference-unknown at areaId, reference-unknown at fromWaveId, reference-unknown at toWaveId',
	'change-review-sessions updateReviewSession': 'review-session-unknown',
	'change-review-sessions deleteReviewSession': 'review-session-unknown',
	'change-review-sessions recogniseFigure': 'review-session-unknown',
	viewEdition: 'edition-unknown',
	readEdition: 'edition-unknown',
	exportEdition: 'edition-unknown',
	'publish-factsheet': 'reference-unknown at areaId, reference-unknown at fromWaveId, reference-unknown at toWaveId',
	'withdraw-edition': 'edition-unknown',
	readLesson: 'lesson-unknown',
	'change-lessons addLesson': 'reference-unknown at areaId',
	'change-lessons updateLesson': 'lesson-unknown',
	'change-lessons archiveLesson': 'lesson-unknown',
	'change-lessons restoreLesson': 'lesson-unknown',
	'update-explanation': 'explanation-unknown',
	'delete-explanation': 'explanation-unknown',
	'add-recognition': 'explanation-unknown',
	readReport: 'report-unknown',
	viewReport: 'report-unknown',
	readSection: 'report-unknown',
	readBlock: 'report-unknown',
	viewExportCheck: 'report-unknown',
	'confirm-export': 'display-unknown',
	listReportComments: 'report-unknown',
	viewReportComments: 'report-unknown',
	'add-report-comment': 'report-unknown',
	'reply-to-comment': 'report-unknown',
	'settle-report-comment': 'report-unknown',
	'settle-report-comment reopenReportComment': 'report-unknown',
	'delete-report-comment': 'report-unknown',
	'delete-report-comment restoreReportComment': 'report-unknown',
	listReportVersions: 'report-unknown',
	readReportVersion: 'report-unknown',
	viewReportVersions: 'report-unknown',
	'make-report-version': 'report-unknown',
	'return-section': 'report-unknown',
	viewReportChoices: 'report-unknown',
	searchReportQuotes: 'report-unknown',
	exportReport: 'report-unknown',
	'update-report': 'report-unknown',
	'delete-report': 'report-unknown',
	'delete-report restoreReport': 'report-unknown',
	'write-section': 'report-unknown',
	'place-block': 'report-unknown',
	'refresh-block': 'report-unknown',
	'keep-block': 'report-unknown',
	'add-report': 'reference-unknown at areaIds',
	exportFactsheet: 'display-unknown',
	exportJointDisplay: 'display-unknown'
};

test.each(Object.entries(refusals))('%s: what is of another project does not exist', async (name, expected) => {
	const before = await countRows(store.db);
	const result = await cases[name]?.run(context, there, here.project.id);
	expect(result && problemsOf(result)).toBe(expected);
	expect(await countRows(store.db)).toEqual(before);
});

const memo = (about: unknown, body = textOf('Nieuw')) => addMemo(context, here.project.id, { about, body });

/** Things of this project that are told to refer to one thing of another. */
const mixed: Readonly<Record<string, readonly [() => Promise<Result<unknown>>, string]>> = {
	'a memo about a source': [
		() => memo({ kind: 'source', sourceId: there.project.said[0].sourceId }),
		'source-unknown at about.sourceId'
	],
	'a memo about a turn': [
		() => memo({ kind: 'turn', sourceId: there.project.said[0].sourceId, turn: 1 }),
		'source-unknown at about.sourceId'
	],
	'a memo about a code': [() => memo({ kind: 'code', codeId: there.spare.codeId }), 'code-unknown at about.codeId'],
	'a memo about a participant': [
		() => memo({ kind: 'case', caseId: there.own('').caseId }),
		'case-unknown at about.caseId'
	],
	'a memo that mentions a code': [
		() => memo({ kind: 'project' }, mentionOf('code', there.spare.codeId, 'Code')),
		'memo-reference-unknown at body'
	],
	'a memo that mentions a coding': [
		() => memo({ kind: 'project' }, mentionOf('coding', there.project.said[0].codingId, 'Citaat')),
		'memo-reference-unknown at body'
	],
	'a memo that mentions a source': [
		() => memo({ kind: 'project' }, mentionOf('source', there.project.said[0].sourceId, 'Gesprek')),
		'memo-reference-unknown at body'
	],
	'a code on a passage': [
		() =>
			applyCode(context, here.project.id, {
				sourceId: here.project.said[0].sourceId,
				start: 3,
				end: 8,
				codeId: there.project.other
			}),
		'code-unknown at codeId'
	],
	'another code for a coding': [
		() => changeCoding(context, here.project.id, here.project.said[0].codingId, { codeId: there.project.other }),
		'code-unknown at codeId'
	],
	'the code above a new one': [
		() => addCode(context, here.project.id, { name: 'Nieuw', parentId: there.spare.codeId }),
		'code-parent-unknown at parentId'
	],
	'the code above one that is there': [
		() => updateCode(context, here.project.id, here.spare.codeId, { parentId: there.spare.codeId }),
		'code-parent-unknown'
	],
	'the code that several go below': [
		() =>
			changeCodes(
				context,
				here.project.id,
				{ kind: 'move', codeIds: [here.spare.codeId], parentId: there.spare.codeId },
				{}
			),
		'code-parent-unknown'
	],
	'the code that gets codings of a split': [
		() =>
			splitCode(
				context,
				here.project.id,
				{
					codeId: here.project.theme,
					targets: [{ codeId: there.project.other }],
					assignments: [{ codingId: here.project.said[0].codingId, target: 0 }]
				},
				{}
			),
		'code-unknown at targets.0'
	],
	'the codings of a split': [
		() =>
			splitCode(
				context,
				here.project.id,
				{
					codeId: here.project.theme,
					targets: [{ codeId: here.project.other }],
					assignments: [{ codingId: there.project.said[0].codingId, target: 0 }]
				},
				{}
			),
		'code-split-nothing at assignments'
	],
	'the pillar of a code': [
		() => updateCode(context, here.project.id, here.spare.codeId, { pillarIds: [there.spare.pillarId] }),
		'reference-unknown at pillarIds'
	],
	'the indicator of a code': [
		() =>
			updateCode(context, here.project.id, here.spare.codeId, {
				indicators: [{ indicatorId: there.spare.indicatorId, relation: 'same-topic' }]
			}),
		'reference-unknown at indicators'
	],
	'the area around a new one': [
		() =>
			addArea(context, here.project.id, {
				name: 'Nieuw',
				kind: 'district',
				parentId: there.project.areas.municipality
			}),
		'reference-unknown at parentId'
	],
	'the area of a study': [
		() =>
			addStudy(context, here.project.id, { name: 'Nieuw', kind: 'interviews', areaId: there.project.areas.district }),
		'reference-unknown at areaId'
	],
	'what a finding is about': [
		() =>
			addFinding(context, here.project.id, here.studyId, {
				text: 'Nieuw',
				pillarIds: [there.project.pillars.first],
				indicatorIds: [there.spare.indicatorId],
				areaIds: [there.project.areas.district],
				waveIds: [there.spare.waveId]
			}),
		'reference-unknown at pillarIds, reference-unknown at indicatorIds, reference-unknown at areaIds, reference-unknown at waveIds'
	],
	'the areas of a pillar': [
		() => addPillar(context, here.project.id, { name: 'Nieuw', areaIds: [there.project.areas.district] }),
		'reference-unknown at areaIds'
	],
	'the pillar of an indicator': [
		() =>
			addIndicator(context, here.project.id, {
				key: 'NIEUW',
				label: 'Nieuw',
				pillarId: there.project.pillars.first,
				unit: '%',
				direction: 'neutral',
				kind: 'survey'
			}),
		'reference-unknown at pillarId'
	],
	'the area of a source': [
		() => updateSource(context, here.project.id, sourceHere, { areaId: there.project.areas.district }),
		'frame-unknown at areaId'
	],
	'the study of a source': [
		() => updateSource(context, here.project.id, sourceHere, { studyId: there.project.studyId }),
		'frame-unknown at studyId'
	],
	'the speaker of a turn': [
		() =>
			changeTurns(context, here.project.id, sourceHere, {
				version: 1,
				operations: [{ kind: 'assign', ordinal: 1, start: 0, speakerId: speakerThere }]
			}),
		'speaker-unknown at operations.0'
	],
	'the indicator of an explanation': [
		() =>
			addExplanation(context, here.project.id, {
				indicatorId: there.project.indicatorId,
				areaId: here.project.areas.district,
				fromWaveId: here.project.waves[2021],
				toWaveId: here.project.waves[2025],
				kind: 'policy',
				text: 'Lantaarns.',
				saidBy: 'resident'
			}),
		'reference-unknown at indicatorId'
	],
	'the area a project compares with': [
		() => updateProject(context, here.project.id, { comparisonAreaId: there.project.areas.country }),
		'reference-unknown at comparisonAreaId'
	],
	'the area of a role': [
		() =>
			setMemberRoles(context, here.project.id, here.spare.memberId, {
				roles: [{ role: 'reader', areaIds: [there.project.areas.district] }]
			}),
		'reference-unknown at roles.0.areaIds'
	],
	'the area of an invitation': [
		() =>
			inviteMember(context, here.project.id, {
				email: 'nieuw@voorbeeld.nl',
				name: 'Nieuw',
				role: 'reader',
				areaIds: [there.project.areas.district]
			}),
		'area-unknown at areaIds'
	],
	'a quote in a row': [
		() => chooseQuote(context, here.project.id, here.rowId, there.project.said[0].codingId),
		'coding-unknown'
	],
	'a quote out of a row': [
		() => dropQuote(context, here.project.id, here.rowId, there.chosenCodingId),
		'quote-not-chosen'
	],
	'the theme of a row': [
		() => decideFit(context, here.project.id, here.project.rowOf(there.project.theme), { fit: 'confirms' }),
		'row-unknown'
	],
	'the area of a display': [
		() =>
			readJointDisplay(context, here.project.id, {
				pillarId: here.project.pillars.first,
				areaId: there.project.areas.district
			}),
		'display-unknown'
	]
};

beforeAll(async () => {
	const row = await store.db
		.selectFrom('speakers')
		.select('id')
		.where('source_id', '=', there.project.said[0].sourceId)
		.executeTakeFirstOrThrow();
	speakerThere = row.id;
});

test.each(Object.entries(mixed))('%s is of the same project', async (_what, [run, expected]) => {
	const before = await countRows(store.db);
	expect(problemsOf(await run())).toBe(expected);
	expect(await countRows(store.db)).toEqual(before);
});

test('filters on another project find nothing', async () => {
	const { project } = there;
	const filters = [
		{ codeId: project.theme },
		{ sourceId: project.said[0].sourceId },
		{ areaId: project.areas.district },
		{ waveId: project.waves[2025] },
		{ pillarId: project.pillars.first }
	];
	for (const filter of filters) {
		const result = await listCodings(context, here.project.id, filter);
		expect({ filter, items: result.ok ? result.value.items : [] }).toEqual({ filter, items: [] });
	}
	for (const where of [
		{ code: project.theme },
		{ source: project.said[0].sourceId },
		{ area: project.areas.country },
		{ wave: project.waves[2025] },
		{ pillar: project.pillars.first }
	]) {
		const result = await runQuery(context, here.project.id, { where });
		expect({ where, items: result.ok ? result.value.items : [] }).toEqual({ where, items: [] });
	}
	const sources = await listSources(context, here.project.id, { areaId: project.areas.district });
	expect(sources.ok ? sources.value.items : []).toEqual([]);
});

test('what is not excluded by a filter is still of this project only', async () => {
	const { items } = valueOf(await runQuery(context, here.project.id, { where: { not: { important: true } } }));
	expect(items.length).toBeGreaterThan(0);
	const own = new Set((await sourcesOf(here)).map(({ id }) => id));
	expect(items.filter(({ source }) => !own.has(source.id))).toEqual([]);
});

const sourcesOf = ({ project }: Place) =>
	store.db.selectFrom('sources').select('id').where('project_id', '=', project.id).execute();
