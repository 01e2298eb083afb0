import { addStudy } from '../../src/lib/server/commands/add-study.ts';
import { addFinding } from '../../src/lib/server/commands/change-findings.ts';
import { addStudyTable } from '../../src/lib/server/commands/change-study-tables.ts';
import { roles, type Role } from '../../src/lib/domain/project/membership.ts';
import { makeCodebookVersion } from '../../src/lib/server/commands/make-codebook-version.ts';
import { changeCodes } from '../../src/lib/server/commands/change-codes.ts';
import { decidePseudonyms } from '../../src/lib/server/commands/decide-pseudonyms.ts';
import { finishPseudonyms } from '../../src/lib/server/commands/finish-pseudonyms.ts';
import { replacePseudonyms } from '../../src/lib/server/commands/replace-pseudonyms.ts';
import { reportName } from '../../src/lib/server/commands/report-name.ts';
import { undoCodeChange } from '../../src/lib/server/commands/undo-code-change.ts';
import { mergeCodes } from '../../src/lib/server/commands/merge-codes.ts';
import { deleteCode } from '../../src/lib/server/commands/delete-code.ts';
import { decideFit } from '../../src/lib/server/commands/decide-fit.ts';
import { deleteMemo } from '../../src/lib/server/commands/delete-memo.ts';
import { deleteSource } from '../../src/lib/server/commands/delete-source.ts';
import { chooseQuote } from '../../src/lib/server/commands/choose-quote.ts';
import { placeOrphan } from '../../src/lib/server/commands/place-orphan.ts';
import { removeCoding } from '../../src/lib/server/commands/remove-coding.ts';
import { settleMemo } from '../../src/lib/server/commands/settle-memo.ts';
import { newId } from '../../src/lib/server/new-id.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { viewJointDisplay } from '../../src/lib/server/views/joint-display.ts';
import { insertEdition } from '../../src/lib/server/store/factsheet-editions.ts';
import { insertLesson } from '../../src/lib/server/store/lessons.ts';
import { proposeDestruction } from '../../src/lib/server/commands/destroy-key.ts';
import { destroyOriginal } from '../../src/lib/server/commands/open-original.ts';
import { keepOriginal } from '../../src/lib/server/commands/keep-original.ts';
import { textFile, valueOf } from '../import/fixture.ts';
import { addReport } from '../../src/lib/server/commands/add-report.ts';
import { addReportComment } from '../../src/lib/server/commands/add-report-comment.ts';
import { deleteReport } from '../../src/lib/server/commands/delete-report.ts';
import { makeReportVersion } from '../../src/lib/server/commands/make-report-version.ts';
import { placeBlock } from '../../src/lib/server/commands/place-block.ts';
import { writeSection } from '../../src/lib/server/commands/write-section.ts';
import {
	addDisplayProject,
	addExplanationOf,
	addLinkedIndicator,
	type DisplayProject
} from '../support/display-project.ts';
import { addPerson } from '../support/cases.ts';
import { textOf, writeMemo } from '../support/memos.ts';
import { storeProposal } from '../support/proposals.ts';
import { addCode, addCoding, addMember, addSource, addUser, contextFor, testNow } from '../support/project.ts';

/** Where a person's role holds: in all areas, in the area that everything here is about, or in another one. */
export const reaches = ['everywhere', 'in the area', 'in another area'] as const;
export type Reach = (typeof reaches)[number];

/** What a person of the table has to do things with; an interviewer's source and a coder's coding are his or her own. */
type Own = {
	readonly sourceId: string;
	readonly deletedSourceId: string;
	/** a participant of that source, written down by the administrator */
	readonly caseId: string;
	readonly caseLabel: string;
	readonly codingId: string;
	readonly removed: { readonly codingId: string; readonly deletionId: string };
	/** codings whose words are gone: one that waits, one that was let go */
	readonly orphanId: string;
	readonly dismissed: { readonly codingId: string; readonly deletionId: string };
	/** a coding in which words changed */
	readonly changedId: string;
	/** a loose coding that was given a place */
	readonly placedId: string;
	/** observations with a photo: one on its way, one released */
	readonly observation: { readonly sourceId: string; readonly photoId: string };
	readonly seen: { readonly sourceId: string; readonly photoId: string };
	/** another source, with a name that a coder reported */
	readonly reported: { readonly sourceId: string; readonly leftoverId: string };
};

/** A project in which everything that one can do something with is there once, in one area. */
export type Place = {
	readonly project: DisplayProject;
	readonly person: (role: Role, reach: Reach) => string;
	readonly own: (userId: string) => Own;
	/** somebody with an account who is no member, and the e-mail address */
	readonly outsiderEmail: string;
	readonly spare: {
		readonly areaId: string;
		readonly waveId: string;
		readonly studyId: string;
		readonly pillarId: string;
		readonly indicatorId: string;
		readonly observationId: string;
		/** an import that brought in the value of the area, and where it came from */
		readonly figureImportId: string;
		readonly changeSource: string;
		readonly changedIndicatorId: string;
		readonly codeId: string;
		readonly memberId: string;
	};
	/** a participant of no interview, written down by this person; somebody else's for who writes nobody down */
	readonly freeCase: (userId: string) => string;
	/** written by this person about the project; somebody else's for who writes no memos */
	readonly ownMemo: (userId: string) => { readonly memoId: string; readonly deletedMemoId: string };
	/** shared questions of a colleague about a coding in the area */
	readonly questionId: string;
	readonly settledQuestionId: string;
	/** made by this person about a passage in the area; somebody else's for who codes nowhere */
	readonly ownProposal: (userId: string) => string;
	/** of a colleague about a passage in the area */
	readonly proposalId: string;
	readonly declinedProposalId: string;
	/** made by this person, with no codings left; somebody else's for who codes nowhere */
	readonly ownBatch: (userId: string) => { readonly batchId: string; readonly removedBatchId: string };
	/** of files that this person handed in; somebody else's for who hands in none */
	readonly ownImport: (userId: string) => string;
	/** coding of a colleague in the area, given by the administrator */
	readonly assignmentId: string;
	readonly colleagueId: string;
	/** coding in the area, given to this person; somebody else's for who codes nowhere */
	readonly ownAssignment: (userId: string) => string;
	readonly mergeId: string;
	/** of the codebook manager */
	readonly undoneChangeId: string;
	readonly versionId: string;
	readonly deletedCode: { readonly codeId: string; readonly deletionId: string };
	readonly explanationId: string;
	readonly recognitionId: string;
	/** about the area */
	readonly reviewSessionId: string;
	readonly editionId: string;
	readonly lessonId: string;
	/** a factsheet in which nothing waits for a judgement */
	readonly settled: { readonly areaId: string; readonly fromWaveId: string; readonly toWaveId: string };
	/** a study in all areas, with a finding and a table about the area */
	readonly studyId: string;
	readonly findingId: string;
	readonly studyTableId: string;
	/** about the area, and one that was taken away */
	readonly reportId: string;
	readonly deletedReportId: string;
	/** on the report, by its author */
	readonly commentId: string;
	/** of the report, kept before the text about points of attention was changed */
	readonly reportVersionId: string;
	/** figures in the report: one that stands, and one whose indicator is gone */
	readonly blockId: string;
	readonly goneBlockId: string;
	readonly rowId: string;
	/** pseudonymised, with a key, and marked as done */
	readonly keyedSourceId: string;
	/** another one, whose key somebody else proposes to destroy */
	readonly proposed: { readonly sourceId: string; readonly destructionId: string };
	/** one in the area whose file was destroyed */
	readonly destroyedSourceId: string;
	/** stands in the row already */
	readonly chosenCodingId: string;
	readonly silenceTaskId: string;
	/** of a figure that no voice speaks of */
	readonly silentIndicatorId: string;
};

/** Builds the place; `name` keeps two of them apart. */
export const addPlace = async (store: Store): Promise<Place> => {
	const { db } = store;
	const project = await addDisplayProject(store);
	const { id: project_id, areas, pillars, said, theme, users } = project;
	const people = new Map<string, string>();
	for (const role of roles) {
		people.set(`${role} everywhere`, users[role]);
		for (const [reach, areaId] of [
			['in the area', areas.district],
			['in another area', areas.other]
		] as const) {
			const userId = await addUser(store, `${role} ${reach}`);
			await addMember(store, project_id, userId, role, [areaId]);
			people.set(`${role} ${reach}`, userId);
		}
	}
	const person = (role: Role, reach: Reach) => known(people, `${role} ${reach}`);

	const owned = new Map<string, Own>();
	for (const reach of reaches) {
		const [interviewer, coder] = [person('interviewer', reach), person('coder', reach)];
		const source = await addSource(store, project, 'Een eigen gesprek.', { uploadedBy: interviewer });
		const gone = await addSource(store, project, 'Een weg gesprek.', { uploadedBy: interviewer });
		const interviewerEverywhere = await contextFor(store, users.administrator);
		valueOf(await deleteSource(interviewerEverywhere, project_id, gone.id));
		const range = { start: 3, end: 8 };
		const on = { id: said[0].sourceId, text: said[0].text };
		const codingId = await addCoding(store, project, on, range, theme, { coderId: coder });
		const removedId = await addCoding(store, project, on, { start: 0, end: 4 }, theme, { coderId: coder });
		const mender = await contextFor(store, users['codebook-manager']);
		const { deletionId } = valueOf(await removeCoding(mender, project_id, removedId));
		const caseLabel = `EIGEN ${reach}`;
		const links = [{ sourceId: source.id, speakerId: null }];
		const kase = await addPerson(interviewerEverywhere, project_id, { label: caseLabel, links });
		const orphaned = { orphaned_in: 1, orphaned_at: 0, deleted_at: testNow };
		const [orphanId, dismissedId, changedId, placedId] = [
			await addCoding(store, project, on, { start: 1, end: 5 }, theme, { coderId: coder }),
			await addCoding(store, project, on, { start: 1, end: 6 }, theme, { coderId: coder }),
			await addCoding(store, project, on, { start: 1, end: 7 }, theme, { coderId: coder }),
			await addCoding(store, project, on, { start: 1, end: 8 }, theme, { coderId: coder })
		];
		const dismissed = { codingId: dismissedId, deletionId: newId() };
		await db.updateTable('codings').set(orphaned).where('id', '=', orphanId).execute();
		await db
			.updateTable('codings')
			.set({ ...orphaned, deletion_id: dismissed.deletionId })
			.where('id', '=', dismissedId)
			.execute();
		await db.updateTable('codings').set(orphaned).where('id', '=', placedId).execute();
		valueOf(await placeOrphan(mender, project_id, placedId, { version: 1, start: 2, end: 10 }));
		await db.updateTable('codings').set({ changed_in: 1 }).where('id', '=', changedId).execute();
		const own = {
			sourceId: source.id,
			deletedSourceId: gone.id,
			caseId: kase.id,
			caseLabel,
			codingId,
			removed: { codingId: removedId, deletionId },
			orphanId,
			dismissed,
			changedId,
			placedId,
			observation: await addObservation(store, project, interviewer, 'uploaded'),
			seen: await addObservation(store, project, interviewer, 'released'),
			reported: await addReported(store, project, interviewer)
		};
		owned.set(interviewer, own).set(coder, own);
		if (reach === 'everywhere') owned.set('', own);
	}

	const freeCases = new Map<string, string>();
	for (const role of ['administrator', 'interviewer'] as const)
		for (const reach of reaches) {
			const userId = person(role, reach);
			const kase = await addPerson(await contextFor(store, userId), project_id, { label: `LOS ${role} ${reach}` });
			freeCases.set(userId, kase.id);
			if (!freeCases.has('')) freeCases.set('', kase.id);
		}

	const spare = {
		areaId: newId(),
		waveId: newId(),
		studyId: newId(),
		pillarId: newId(),
		indicatorId: newId(),
		codeId: await addCode(store, project, 'Ongebruikt'),
		memberId: await addUser(store, 'Gast')
	};
	await addMember(store, project_id, spare.memberId, 'reader');
	const insert = { project_id, name: 'Ongebruikt' };
	await db
		.insertInto('areas')
		.values({ ...insert, id: spare.areaId, parent_id: areas.municipality, kind: 'district' })
		.execute();
	await db.insertInto('waves').values({ project_id, id: spare.waveId, label: '2035', year: 2035 }).execute();
	await db
		.insertInto('studies')
		.values({ ...insert, id: spare.studyId, kind: 'interviews', area_id: null })
		.execute();
	await db
		.insertInto('pillars')
		.values({ project_id, id: spare.pillarId, name: 'Gezondheid', place: 9 }) // one that the template knows
		.execute();
	await db
		.insertInto('indicators')
		.values({
			id: spare.indicatorId,
			project_id,
			key: 'ONG',
			label: 'Ongebruikt',
			pillar_id: pillars.second,
			unit: '% 18+',
			direction: 'neutral',
			kind: 'survey',
			threshold: 3,
			threshold_unit: 'points'
		})
		.execute();
	const { id: observationId } = await db
		.selectFrom('observations')
		.select('id')
		.where('project_id', '=', project_id)
		.where('area_id', '=', areas.district)
		.orderBy('reference_year')
		.executeTakeFirstOrThrow();

	const networkGroup = await addCode(store, project, 'Samenwerking', { isCodable: false });
	await addCode(store, project, 'Elkaar kennen', { parentId: networkGroup });
	const reviewSessionId = newId();
	await db
		.insertInto('review_sessions')
		.values({
			...{ id: reviewSessionId, project_id, area_id: areas.district },
			...{ from_wave_id: project.waves[2021], to_wave_id: project.waves[2025] },
			...{ held_on: '2025-05-20', created_by: users.author, created_at: testNow }
		})
		.execute();
	const settled = { areaId: areas.district, fromWaveId: project.waves[2021], toWaveId: project.waves[2023] };
	const published = await addPublished(store, project);
	const figures = await addFigureImport(store, project_id, users.administrator, observationId);

	// A second code on a passage of the theme, so that two codes occur together.
	const beside = await addCode(store, project, 'Ernaast');
	await store.db.updateTable('codings').set({ memo: 'Opmerking' }).where('id', '=', said[0].codingId).execute();
	await addCoding(store, project, { id: said[0].sourceId, text: said[0].text }, { start: 3, end: 8 }, beside);

	const manager = await contextFor(store, users['codebook-manager']);
	const goneCode = await addCode(store, project, 'Weg');
	const { deletionId } = valueOf(await deleteCode(manager, project_id, goneCode, {}));
	const goingCode = await addCode(store, project, 'Gaat op');
	const merged = await mergeCodes(manager, project_id, { fromCodeId: goingCode, intoCodeId: beside }, {});
	const mergeId = valueOf(merged).id ?? '';
	const folding = { kind: 'fold', codeIds: [beside], folder: { name: 'Groep' } };
	const undoneChangeId = valueOf(await changeCodes(manager, project_id, folding, {})).id ?? '';
	valueOf(await undoCodeChange(manager, project_id, undoneChangeId));
	const versionId = valueOf(await makeCodebookVersion(manager, project_id, { name: 'Ronde 1' })).id;
	const explanationId = await addExplanationOf(store, project, project.indicatorId);
	const recognitionId = newId();
	await db
		.insertInto('recognitions')
		.values({
			id: recognitionId,
			project_id,
			explanation_id: explanationId,
			answer: 'yes',
			said_by: 'resident',
			session: 'Buurthuis',
			created_by: users.author,
			created_at: testNow
		})
		.execute();
	const memos = new Map<string, { memoId: string; deletedMemoId: string }>();
	for (const role of ['interviewer', 'coder', 'codebook-manager', 'author'] as const)
		for (const reach of reaches) {
			const userId = person(role, reach);
			const memo = await writeMemo(store, project_id, userId);
			const gone = await writeMemo(store, project_id, userId, { title: 'Een gedachte die wegging' });
			valueOf(await deleteMemo(await contextFor(store, userId), project_id, gone.id));
			const own = { memoId: memo.id, deletedMemoId: gone.id };
			memos.set(userId, own);
			if (!memos.has('')) memos.set('', own);
		}
	const asker = await addUser(store, 'Vrager');
	await addMember(store, project_id, asker, 'coder');
	const about = { kind: 'coding', codingId: said[0].codingId };
	const question = { about, kind: 'question', visibility: 'shared', title: 'Vraag over een citaat' };
	const questionId = (await writeMemo(store, project_id, asker, question)).id;
	const answered = { ...question, title: 'Vraag die beantwoord is' };
	const settledQuestionId = (await writeMemo(store, project_id, asker, answered)).id;
	valueOf(await settleMemo(await contextFor(store, asker), project_id, settledQuestionId));
	const batches = new Map<string, { batchId: string; removedBatchId: string }>();
	for (const reach of reaches) {
		const own = { batchId: newId(), removedBatchId: newId() };
		const coder_id = person('coder', reach);
		const batch = { project_id, code_id: beside, coder_id, made_at: testNow, placed_at: testNow };
		await db
			.insertInto('coding_batches')
			.values([
				{ ...batch, id: own.batchId, deletion_id: null },
				{ ...batch, id: own.removedBatchId, deletion_id: newId() }
			])
			.execute();
		batches.set(coder_id, own);
		if (!batches.has('')) batches.set('', own);
	}
	const imports = new Map<string, string>();
	for (const reach of reaches) {
		const id = newId();
		const made_by = person('interviewer', reach);
		await db
			.insertInto('source_imports')
			.values({ id, project_id, place: '{}', made_by, made_at: testNow, origin: null })
			.execute();
		imports.set(made_by, id);
		if (!imports.has('')) imports.set('', id);
	}
	const proposals = new Map<string, string>();
	for (const reach of reaches) {
		const userId = person('coder', reach);
		proposals.set(userId, await storeProposal(store, project_id, userId, said[0].sourceId));
	}
	const proposalId = await storeProposal(store, project_id, asker, said[0].sourceId);
	const declined = { state: 'declined', by: users['codebook-manager'] } as const;
	const declinedProposalId = await storeProposal(store, project_id, asker, said[0].sourceId, { outcome: declined });
	const assign = async (user_id: string) => {
		const id = newId();
		const work = { project_id, source_id: said[0].sourceId, task: 'code', given_by: users.administrator } as const;
		await db
			.insertInto('assignments')
			.values({ ...work, id, user_id, given_at: testNow })
			.execute();
		return id;
	};
	const assignments = new Map<string, string>();
	for (const reach of ['everywhere', 'in the area'] as const)
		assignments.set(person('coder', reach), await assign(person('coder', reach)));
	const assignmentId = await assign(asker);
	const rowId = project.rowOf(theme);
	const chosenCodingId = said[2].codingId;
	valueOf(await chooseQuote(await contextFor(store, users.author), project_id, rowId, chosenCodingId));
	const decider = await addUser(store, 'Auteur die besluit');
	await addMember(store, project_id, decider, 'author');
	const decision = { fit: 'confirms', reason: 'Zo is het.' };
	valueOf(await decideFit(await contextFor(store, decider), project_id, rowId, decision));
	const silent = await addCode(store, project, 'Drukte op straat', { pillarIds: [pillars.first] });
	const silentIndicatorId = await addLinkedIndicator(store, project, silent, [
		{ areaId: areas.district, year: 2025, value: 12 }
	]);
	const silenceTaskId = newId();
	await db
		.insertInto('silence_tasks')
		.values({
			...{ id: silenceTaskId, project_id, pillar_id: pillars.first, area_id: areas.district },
			...{
				from_wave_id: project.waves[2021],
				to_wave_id: project.waves[2025],
				code_id: project.other,
				user_id: decider
			},
			...{ given_by: decider, given_at: testNow }
		})
		.execute();
	const reports = await addReports(store, project);
	const outsider = await addUser(store, 'Buitenstaander');
	const { email } = await db.selectFrom('users').select('email').where('id', '=', outsider).executeTakeFirstOrThrow();

	await settle(store, project, settled);
	return {
		project,
		person,
		own: (userId) => owned.get(userId) ?? known(owned, ''),
		outsiderEmail: email,
		spare: { ...spare, observationId, ...figures },
		freeCase: (userId) => freeCases.get(userId) ?? known(freeCases, ''),
		ownBatch: (userId) => batches.get(userId) ?? known(batches, ''),
		ownImport: (userId) => imports.get(userId) ?? known(imports, ''),
		ownMemo: (userId) => memos.get(userId) ?? known(memos, ''),
		questionId,
		settledQuestionId,
		ownProposal: (userId) => proposals.get(userId) ?? proposalId,
		proposalId,
		declinedProposalId,
		assignmentId,
		colleagueId: asker,
		ownAssignment: (userId) => assignments.get(userId) ?? assignmentId,
		mergeId,
		undoneChangeId,
		versionId,
		deletedCode: { codeId: goneCode, deletionId },
		explanationId,
		recognitionId,
		reviewSessionId,
		...published,
		settled,
		...(await addStudyOf(store, project)),
		...reports,
		rowId,
		keyedSourceId: await addKeyed(store, project),
		proposed: await addProposed(store, project, asker),
		destroyedSourceId: await addDestroyed(store, project),
		chosenCodingId,
		silenceTaskId,
		silentIndicatorId
	};
};

/** A study in all areas, with a finding and a table about the area. */
const addStudyOf = async (store: Store, project: DisplayProject) => {
	const author = await contextFor(store, project.users.author);
	const { id: studyId } = valueOf(
		await addStudy(author, project.id, { name: 'Schoolloopbanen', kind: 'secondary-analysis' })
	);
	const { district } = project.areas;
	const { first } = project.pillars;
	const said = { text: 'Meer jongeren halen een diploma.', areaIds: [district], pillarIds: [first] };
	const finding = valueOf(await addFinding(author, project.id, studyId, said));
	const file = { name: 'Diploma.csv', bytes: new TextEncoder().encode('Jaar;Aantal\n2021;30') };
	const about = { areaIds: district, pillarIds: first };
	const table = valueOf(await addStudyTable(author, project.id, studyId, [file], about));
	return { studyId, findingId: finding.id, studyTableId: table.id };
};

/** A report about the area with a figure that stands and one that is gone, and a report that was taken away. */
const addReports = async (store: Store, project: DisplayProject) => {
	const author = await contextFor(store, project.users.author);
	const { 2021: fromWaveId, 2025: toWaveId } = project.waves;
	const input = { kind: 'final', areaIds: [project.areas.district], fromWaveId, toWaveId };
	const { id: reportId } = valueOf(await addReport(author, project.id, { ...input, title: 'Testwijk' }));
	const { id: deletedReportId } = valueOf(await addReport(author, project.id, { ...input, title: 'Weg' }));
	valueOf(await deleteReport(author, project.id, deletedReportId));
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const shows = { kind: 'figure', indicatorId: project.indicatorId };
	const put = async () => valueOf(await placeBlock(author, project.id, reportId, { ...place, shows })).id;
	const [blockId, goneBlockId] = [await put(), await put()];
	await store.db.updateTable('report_blocks').set({ indicator_id: null }).where('id', '=', goneBlockId).execute();
	const attention = { ...place, slot: 'attention' };
	const write = async (version: number, words: string) =>
		valueOf(await writeSection(author, project.id, reportId, attention, { version, text: textOf(words) }));
	await write(0, 'Let op de lantaarns.');
	const { id: reportVersionId } = valueOf(await makeReportVersion(author, project.id, reportId, { name: 'Eerste' }));
	await write(1, 'De lantaarns zijn er.');
	// The report itself gives nobody away, a figure of the area about few people does.
	await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', project.id).execute();
	await store.db
		.updateTable('observations')
		.set({ n: 5 })
		.where('indicator_id', '=', project.indicatorId)
		.where('area_id', '=', place.areaId)
		.where('wave_id', '=', toWaveId)
		.execute();
	const comment = await addReportComment(author, project.id, reportId, { ...attention, body: 'Klopt dit?' });
	const commentId = valueOf(comment).id;
	return { reportId, deletedReportId, reportVersionId, commentId, blockId, goneBlockId };
};

/** A source of an interviewer in which a coder found a name that was left. */
const addReported = async (store: Store, project: DisplayProject, uploadedBy: string) => {
	const { id: sourceId } = await addSource(store, project, 'Dat zei Żaneta.', { uploadedBy });
	const coder = await contextFor(store, project.users.coder);
	const reported = await reportName(coder, project.id, sourceId, { version: 1, start: 8, end: 14 });
	return { sourceId, leftoverId: valueOf(reported).id };
};

/** An import that brought in a value as it stands. */
const addFigureImport = async ({ db }: Store, project_id: string, by: string, observationId: string) => {
	const [figureImportId, changeSource] = [newId(), `Bron ${observationId}`];
	const stood = await db
		.selectFrom('observations')
		.selectAll()
		.where('id', '=', observationId)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('figure_imports')
		.values({
			...{ id: figureImportId, project_id, source_name: changeSource, added: 1, changed: 0 },
			...{ imported_by: by, imported_at: testNow }
		})
		.execute();
	const { indicator_id, area_id, wave_id, value, n, lower, upper, suppressed, note } = stood;
	const after = {
		...{ value, n, lower, upper, suppressed, note },
		...{ referenceYear: stood.reference_year, trendBreak: stood.trend_break }
	};
	await db
		.insertInto('observation_changes')
		.values({
			...{ project_id, indicator_id, area_id, wave_id, import_id: figureImportId },
			...{ before: null, after: JSON.stringify(after), changed_by: by, changed_at: testNow }
		})
		.execute();
	return { figureImportId, changeSource, changedIndicatorId: indicator_id };
};

/** An observation with one photo, that is described and looked at. */
const addObservation = async (
	store: Store,
	project: DisplayProject,
	uploadedBy: string,
	status: 'uploaded' | 'released'
) => {
	const { id: sourceId } = await addSource(store, project, 'Een leeg plein.', { uploadedBy, status });
	const file = textFile('plein.txt', 'Een leeg plein.');
	const kept = { format: 'txt', hasBsns: false };
	await keepOriginal(await contextFor(store, uploadedBy), store.db, { originalDays: 30 }, { id: sourceId }, file, kept);
	await store.db.updateTable('sources').set({ kind: 'observation', group: null }).where('id', '=', sourceId).execute();
	const photoId = newId();
	await store.db
		.insertInto('photos')
		.values({
			...{ id: photoId, source_id: sourceId, place: 0, format: 'png', width: 2, height: 2, orientation: 1 },
			...{ sha256: photoId, bytes: Buffer.from('PNG'), alternative: 'Een plein', added_by: uploadedBy },
			...{ added_at: testNow, checked_by: uploadedBy, checked_at: testNow }
		})
		.execute();
	return { sourceId, photoId };
};

/** A source whose one name was replaced, with the key to it. */
const addKeyed = async (store: Store, project: DisplayProject): Promise<string> => {
	const interviewer = await contextFor(store, project.users.interviewer);
	const { id } = await addSource(store, project, 'Dat zei Żaneta.', { uploadedBy: project.users.interviewer });
	const decisions = [{ decision: 'choose', kind: 'name', hits: [{ start: 8, end: 14 }] }];
	valueOf(await decidePseudonyms(interviewer, project.id, id, { version: 1, decisions }));
	valueOf(await replacePseudonyms(interviewer, project.id, id, { version: 1 }));
	valueOf(await finishPseudonyms(interviewer, project.id, id, { version: 2, wholeTextRead: true }));
	const file = textFile('gesprek.txt', 'Dat zei Żaneta.');
	const kept = { format: 'txt', hasBsns: false };
	await keepOriginal(interviewer, store.db, { originalDays: 30 }, { id }, file, kept);
	return id;
};

/** A source whose key somebody proposes to destroy. */
const addProposed = async (store: Store, project: DisplayProject, by: string) => {
	const sourceId = await addKeyed(store, project);
	await addMember(store, project.id, by, 'key-holder');
	const proposing = await contextFor(store, by);
	const proposal = await proposeDestruction(proposing, project.id, sourceId, { reason: 'Termijn voorbij' });
	return { sourceId, destructionId: valueOf(proposal).id };
};

/** A source whose file was destroyed by hand. */
const addDestroyed = async (store: Store, project: DisplayProject): Promise<string> => {
	const sourceId = await addKeyed(store, project);
	const holder = await contextFor(store, project.users['key-holder']);
	valueOf(await destroyOriginal(holder, project.id, sourceId, { reason: 'Niet meer nodig' }));
	return sourceId;
};

const known = <T>(map: ReadonlyMap<string, T>, key: string): T => {
	const value = map.get(key);
	if (value === undefined) throw new RangeError(`nobody is ${key}`);
	return value;
};

/** Judges all that the rules propose about an area and two rounds, as they propose. */
const settle = async (store: Store, { id, users, pillars }: DisplayProject, about: Place['settled']): Promise<void> => {
	const author = await contextFor(store, users.author);
	for (const pillarId of Object.values(pillars)) {
		const { display } = valueOf(await viewJointDisplay(author, id, { ...about, pillarId }));
		for (const { rowId, proposal } of display.rows) {
			if (proposal.fit === null) continue;
			const input = { fit: proposal.fit, reason: 'Samen bekeken.', withoutExplanation: true };
			valueOf(await decideFit(author, id, rowId, input));
		}
	}
};

/** A published factsheet, of rounds on which nothing else rests, and a published lesson of the district. */
const addPublished = async (
	{ db }: Store,
	project: DisplayProject
): Promise<{ readonly editionId: string; readonly lessonId: string }> => {
	const editionId = newId();
	const lessonId = newId();
	const { id: projectId, areas, waves, users } = project;
	const about = { projectId, areaId: areas.district, fromWaveId: waves[2023], toWaveId: waves[2025] };
	const pages = { page: 'Bladzijde', of: 'van' };
	await insertEdition(
		db,
		{
			...{ id: editionId, ...about, number: 1, title: 'Factsheet Testwijk', language: 'nl', fingerprint: 'x' },
			...{ publishedBy: users.author, publishedAt: testNow, withdrawal: null }
		},
		{
			...{ title: 'Factsheet Testwijk', subtitle: 'Van 2023 tot 2025', language: 'nl-NL', watermark: null },
			...{ footer: '', madeAt: testNow.toISOString(), pageWords: pages, blocks: [] }
		}
	);
	await insertLesson(db, projectId, {
		...{ id: lessonId, areaId: areas.district, waveId: null, period: '', pillarIds: [project.pillars.first] },
		...{ title: 'Begin op straat', happened: 'Wij stonden er.', learnt: 'Ga erheen.', audience: '', evidence: null },
		...{ state: 'published', isShared: false, version: 1, archivedAt: null },
		...{ createdBy: users.author, createdAt: testNow, changedAt: testNow }
	});
	return { editionId, lessonId };
};
