import type { Result } from '../../src/lib/domain/problem.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
import { assignSources } from '../../src/lib/server/commands/assign-sources.ts';
import {
	addSilenceTask,
	completeSilenceTask,
	deleteSilenceTask,
	reopenSilenceTask
} from '../../src/lib/server/commands/change-silence-tasks.ts';
import { readDecision } from '../../src/lib/server/commands/read-decision.ts';
import { listDecisionsToReview } from '../../src/lib/server/views/decisions-to-review.ts';
import { listSilenceTasks } from '../../src/lib/server/views/silence-tasks.ts';
import { completeAssignment, reopenAssignment } from '../../src/lib/server/commands/complete-assignment.ts';
import { noteVisit } from '../../src/lib/server/commands/note-visit.ts';
import { recordReading } from '../../src/lib/server/commands/record-reading.ts';
import { unassignSources } from '../../src/lib/server/commands/unassign-sources.ts';
import { listAssignments } from '../../src/lib/server/views/list-assignments.ts';
import { viewMyWork } from '../../src/lib/server/views/my-work.ts';
import { readReading } from '../../src/lib/server/views/read-reading.ts';
import { addCase } from '../../src/lib/server/commands/add-case.ts';
import { addVariable, deleteVariable, updateVariable } from '../../src/lib/server/commands/change-variables.ts';
import { deleteCase } from '../../src/lib/server/commands/delete-case.ts';
import { importCases } from '../../src/lib/server/commands/import-cases.ts';
import { recordConsent } from '../../src/lib/server/commands/record-consent.ts';
import { updateCase } from '../../src/lib/server/commands/update-case.ts';
import { withdrawCase } from '../../src/lib/server/commands/withdraw-case.ts';
import { viewCase, viewCases, viewSourceAttributes } from '../../src/lib/server/views/case-screens.ts';
import { exportCase } from '../../src/lib/server/views/export-case.ts';
import { listCases, listVariables, readCase } from '../../src/lib/server/views/list-cases.ts';
import { addPhoto } from '../../src/lib/server/commands/add-photo.ts';
import { changePhoto, deletePhoto } from '../../src/lib/server/commands/change-photo.ts';
import { deleteOutline, storeOutline } from '../../src/lib/server/commands/store-outline.ts';
import { readOutline, viewOutlines } from '../../src/lib/server/views/area-outlines.ts';
import { listPhotos, readPicture } from '../../src/lib/server/views/photos.ts';
import { png } from '../import/photo/pictures.ts';
import { addArea } from '../../src/lib/server/commands/add-area.ts';
import { addCode } from '../../src/lib/server/commands/add-code.ts';
import { addCodingBatch } from '../../src/lib/server/commands/add-coding-batch.ts';
import { addExplanation } from '../../src/lib/server/commands/add-explanation.ts';
import { addIndicator } from '../../src/lib/server/commands/add-indicator.ts';
import { addKernsetTemplate } from '../../src/lib/server/commands/add-kernset-template.ts';
import { addMember } from '../../src/lib/server/commands/add-member.ts';
import { addMemo } from '../../src/lib/server/commands/add-memo.ts';
import { addProposal } from '../../src/lib/server/commands/add-proposal.ts';
import { decideProposal, withdrawProposal } from '../../src/lib/server/commands/decide-proposal.ts';
import { reopenProposal } from '../../src/lib/server/commands/reopen-proposal.ts';
import { listProposals, readProposal } from '../../src/lib/server/views/code-proposals.ts';
import { addPillar } from '../../src/lib/server/commands/add-pillar.ts';
import {
	addReviewSession,
	deleteReviewSession,
	recogniseFigure,
	updateReviewSession
} from '../../src/lib/server/commands/change-review-sessions.ts';
import {
	exportReviewSession,
	listReviewSessions,
	readReviewSession,
	viewReviewSession,
	viewReviewSessions
} from '../../src/lib/server/views/review-sessions.ts';
import { addLesson, archiveLesson, restoreLesson, updateLesson } from '../../src/lib/server/commands/change-lessons.ts';
import { publishFactsheet } from '../../src/lib/server/commands/publish-factsheet.ts';
import { withdrawEdition } from '../../src/lib/server/commands/withdraw-edition.ts';
import {
	exportEdition,
	listEditions,
	readEdition,
	viewEdition,
	viewEditions
} from '../../src/lib/server/views/factsheet-editions.ts';
import { listLessons, readLesson, viewLessons } from '../../src/lib/server/views/lessons.ts';
import { addRecognition } from '../../src/lib/server/commands/add-recognition.ts';
import { addFinding, deleteFinding, updateFinding } from '../../src/lib/server/commands/change-findings.ts';
import {
	addStudyTable,
	deleteStudyTable,
	updateStudyTable
} from '../../src/lib/server/commands/change-study-tables.ts';
import { exportStudyTable, readStudy, viewStudies, viewStudy } from '../../src/lib/server/views/studies.ts';
import { addStudy } from '../../src/lib/server/commands/add-study.ts';
import { addWave } from '../../src/lib/server/commands/add-wave.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCodes } from '../../src/lib/server/commands/change-codes.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { changeMemo } from '../../src/lib/server/commands/change-memo.ts';
import { changeTurns } from '../../src/lib/server/commands/change-turns.ts';
import { compareFile } from '../../src/lib/server/commands/compare-file.ts';
import { dismissOrphan, placeOrphan, restoreOrphan } from '../../src/lib/server/commands/place-orphan.ts';
import { reviewCodings, takeBackReviews } from '../../src/lib/server/commands/review-codings.ts';
import { listChangedCodings, listOrphans } from '../../src/lib/server/views/carried-codings.ts';
import { carryPassages } from '../../src/lib/server/views/carried-passages.ts';
import { previewEdit } from '../../src/lib/server/views/edit-preview.ts';
import { viewEditScreen, viewVersionsScreen } from '../../src/lib/server/views/edit-screen.ts';
import {
	listSourceVersions,
	readSourceVersion,
	readTextDifferences
} from '../../src/lib/server/views/source-versions.ts';
import { checkPseudonyms } from '../../src/lib/server/commands/check-pseudonyms.ts';
import { chooseQuote } from '../../src/lib/server/commands/choose-quote.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { decideFit } from '../../src/lib/server/commands/decide-fit.ts';
import { deleteArea } from '../../src/lib/server/commands/delete-area.ts';
import { deleteCode } from '../../src/lib/server/commands/delete-code.ts';
import { deleteExplanation } from '../../src/lib/server/commands/delete-explanation.ts';
import { deleteIndicator } from '../../src/lib/server/commands/delete-indicator.ts';
import { deleteMemo } from '../../src/lib/server/commands/delete-memo.ts';
import { deleteObservation } from '../../src/lib/server/commands/delete-observation.ts';
import { deletePillar } from '../../src/lib/server/commands/delete-pillar.ts';
import { deleteProject } from '../../src/lib/server/commands/delete-project.ts';
import { deleteSource, restoreSource } from '../../src/lib/server/commands/delete-source.ts';
import { deleteStudy } from '../../src/lib/server/commands/delete-study.ts';
import { deleteWave } from '../../src/lib/server/commands/delete-wave.ts';
import { dropQuote } from '../../src/lib/server/commands/drop-quote.ts';
import { importCodebook } from '../../src/lib/server/commands/import-codebook.ts';
import { cancelImport } from '../../src/lib/server/commands/cancel-import.ts';
import { importIndicators } from '../../src/lib/server/commands/import-indicators.ts';
import { importSources } from '../../src/lib/server/commands/import-sources.ts';
import { inviteMember } from '../../src/lib/server/commands/invite-member.ts';
import { decidePseudonyms } from '../../src/lib/server/commands/decide-pseudonyms.ts';
import { finishPseudonyms, readTurns } from '../../src/lib/server/commands/finish-pseudonyms.ts';
import { openVersion } from '../../src/lib/server/commands/open-version.ts';
import {
	listSealedVersions,
	readSealedVersion,
	viewSealedVersions
} from '../../src/lib/server/views/sealed-versions.ts';
import { openKey } from '../../src/lib/server/commands/open-key.ts';
import {
	decideDestruction,
	decideDestructions,
	proposeDestruction,
	proposeDestructions
} from '../../src/lib/server/commands/destroy-key.ts';
import { exportDestructions } from '../../src/lib/server/views/export-destructions.ts';
import { viewRetention } from '../../src/lib/server/views/retention-page.ts';
import { destroyOriginal, openOriginal } from '../../src/lib/server/commands/open-original.ts';
import { replacePseudonyms } from '../../src/lib/server/commands/replace-pseudonyms.ts';
import { reportName } from '../../src/lib/server/commands/report-name.ts';
import { settleName } from '../../src/lib/server/commands/settle-name.ts';
import { updatePseudonymSettings } from '../../src/lib/server/commands/update-pseudonym-settings.ts';
import { readPseudonymSettings, viewPseudonyms } from '../../src/lib/server/views/pseudonyms.ts';
import { removeCoding, restoreCoding } from '../../src/lib/server/commands/remove-coding.ts';
import { removeMember } from '../../src/lib/server/commands/remove-member.ts';
import { dropExample, takeExample } from '../../src/lib/server/commands/take-example.ts';
import { makeCodebookVersion } from '../../src/lib/server/commands/make-codebook-version.ts';
import { mergeCodes } from '../../src/lib/server/commands/merge-codes.ts';
import { rereadSource } from '../../src/lib/server/commands/reread-source.ts';
import { restoreCode } from '../../src/lib/server/commands/restore-code.ts';
import { restoreMemo } from '../../src/lib/server/commands/restore-memo.ts';
import { saveObservation } from '../../src/lib/server/commands/save-observation.ts';
import { saveTypedObservation } from '../../src/lib/server/commands/save-typed-observation.ts';
import { setForerunners } from '../../src/lib/server/commands/set-forerunners.ts';
import { setMemberRoles } from '../../src/lib/server/commands/set-member-roles.ts';
import { reopenMemo, settleMemo } from '../../src/lib/server/commands/settle-memo.ts';
import { importObservations, previewObservations } from '../../src/lib/server/commands/import-figures.ts';
import { undoFigureImport } from '../../src/lib/server/commands/undo-figure-import.ts';
import { listFigureImports, listObservationChanges } from '../../src/lib/server/views/figure-history.ts';
import { viewIndicator } from '../../src/lib/server/views/indicator-page.ts';
import { viewFiguresImport } from '../../src/lib/server/views/figures-import.ts';
import { storeObservations } from '../../src/lib/server/commands/store-observations.ts';
import { splitCode } from '../../src/lib/server/commands/split-code.ts';
import { redoCodeChange, undoCodeChange } from '../../src/lib/server/commands/undo-code-change.ts';
import { removeCodingBatch, restoreCodingBatch } from '../../src/lib/server/commands/undo-coding-batch.ts';
import { undoCodeMerge } from '../../src/lib/server/commands/undo-code-merge.ts';
import { updateArea } from '../../src/lib/server/commands/update-area.ts';
import { updateCode } from '../../src/lib/server/commands/update-code.ts';
import { updateCodebookVersion } from '../../src/lib/server/commands/update-codebook-version.ts';
import { updateExplanation } from '../../src/lib/server/commands/update-explanation.ts';
import { updateIndicator } from '../../src/lib/server/commands/update-indicator.ts';
import { updatePillar } from '../../src/lib/server/commands/update-pillar.ts';
import { updateProject } from '../../src/lib/server/commands/update-project.ts';
import { updateSource } from '../../src/lib/server/commands/update-source.ts';
import { updateStudy } from '../../src/lib/server/commands/update-study.ts';
import { updateWave } from '../../src/lib/server/commands/update-wave.ts';
import { uploadSource } from '../../src/lib/server/commands/upload-source.ts';
import { listChanges } from '../../src/lib/server/views/code-changes.ts';
import { listCodeFrequencies, viewCooccurrences, viewCrosstab } from '../../src/lib/server/views/code-counts.ts';
import { readCodeLineage } from '../../src/lib/server/views/code-lineage.ts';
import {
	listVersions,
	readVersion,
	readVersionDifferences,
	versionsScreen
} from '../../src/lib/server/views/codebook-versions.ts';
import { codingDesk } from '../../src/lib/server/views/coding-desk.ts';
import { viewDecisionHistory } from '../../src/lib/server/views/decision-history.ts';
import { viewExplanations } from '../../src/lib/server/views/explanations-page.ts';
import {
	exportNetworkDisplay,
	readNetworkDisplay,
	viewNetworkDisplay
} from '../../src/lib/server/views/network-display.ts';
import { exportJointDisplay } from '../../src/lib/server/views/export-joint-display.ts';
import { exportLongDisplay } from '../../src/lib/server/views/export-long-display.ts';
import { exportMemos } from '../../src/lib/server/views/export-memos.ts';
import { exportCodebook } from '../../src/lib/server/views/export-codebook.ts';
import { exportQueriedQuotes, exportQuotes } from '../../src/lib/server/views/export-quotes.ts';
import { readJointDisplay } from '../../src/lib/server/views/joint-display.ts';
import { exportKernset } from '../../src/lib/server/views/export-kernset.ts';
import { listAreas } from '../../src/lib/server/views/list-areas.ts';
import { codebookScreen, listCodes } from '../../src/lib/server/views/list-codes.ts';
import { listCodingBatches } from '../../src/lib/server/views/list-coding-batches.ts';
import { listCodings, readCoding } from '../../src/lib/server/views/list-codings.ts';
import { listExplanations } from '../../src/lib/server/views/list-explanations.ts';
import { listIndicators } from '../../src/lib/server/views/list-indicators.ts';
import { listMembers } from '../../src/lib/server/views/list-members.ts';
import { listCodingNotes } from '../../src/lib/server/views/list-coding-notes.ts';
import { listMemos, readMemo } from '../../src/lib/server/views/list-memos.ts';
import { viewMemos } from '../../src/lib/server/views/memos-page.ts';
import { viewNotes } from '../../src/lib/server/views/notes-page.ts';
import { listObservations } from '../../src/lib/server/views/list-observations.ts';
import { listPillars } from '../../src/lib/server/views/list-pillars.ts';
import { listRecognitions } from '../../src/lib/server/views/list-recognitions.ts';
import { listSources } from '../../src/lib/server/views/list-sources.ts';
import { listStudies } from '../../src/lib/server/views/list-studies.ts';
import { listValences } from '../../src/lib/server/views/list-valences.ts';
import { listWaves } from '../../src/lib/server/views/list-waves.ts';
import { liveEvents, liveEventsOn } from '../../src/lib/server/views/live-events.ts';
import { unplaceOrphan } from '../../src/lib/server/commands/unplace-orphan.ts';
import { readMatrix, viewMatrix } from '../../src/lib/server/views/matrix.ts';
import { viewMembers } from '../../src/lib/server/views/members-page.ts';
import { viewNavigation } from '../../src/lib/server/views/navigation.ts';
import { viewQuestion } from '../../src/lib/server/views/question.ts';
import { viewQuoteChoices } from '../../src/lib/server/views/quote-choices.ts';
import { readProject } from '../../src/lib/server/views/read-project.ts';
import { readSource, readSourceAttributes } from '../../src/lib/server/views/read-source.ts';
import { runQuery } from '../../src/lib/server/views/run-query.ts';
import { search, searchByWords } from '../../src/lib/server/views/search.ts';
import { splitScreen } from '../../src/lib/server/views/split-screen.ts';
import { viewSearch } from '../../src/lib/server/views/search-page.ts';
import { viewSettings } from '../../src/lib/server/views/settings-page.ts';
import { listSourceImports, readSourceImport } from '../../src/lib/server/views/source-imports.ts';
import { viewSourceList, viewSourcePreparation, viewUploadChoices } from '../../src/lib/server/views/source-screens.ts';
import { addReport } from '../../src/lib/server/commands/add-report.ts';
import { confirmExport } from '../../src/lib/server/commands/confirm-export.ts';
import { viewExportCheck } from '../../src/lib/server/views/export-check.ts';
import { addReportComment } from '../../src/lib/server/commands/add-report-comment.ts';
import { deleteReportComment, restoreReportComment } from '../../src/lib/server/commands/delete-report-comment.ts';
import { replyToComment } from '../../src/lib/server/commands/reply-to-comment.ts';
import { reopenReportComment, settleReportComment } from '../../src/lib/server/commands/settle-report-comment.ts';
import { makeReportVersion } from '../../src/lib/server/commands/make-report-version.ts';
import { returnSection } from '../../src/lib/server/commands/return-section.ts';
import { deleteReport, restoreReport } from '../../src/lib/server/commands/delete-report.ts';
import { keepBlock } from '../../src/lib/server/commands/keep-block.ts';
import { placeBlock } from '../../src/lib/server/commands/place-block.ts';
import { refreshBlock } from '../../src/lib/server/commands/refresh-block.ts';
import { updateReport } from '../../src/lib/server/commands/update-report.ts';
import { writeSection } from '../../src/lib/server/commands/write-section.ts';
import { exportReport } from '../../src/lib/server/views/export-report.ts';
import { exportFactsheet } from '../../src/lib/server/views/factsheet.ts';
import { listReports, readReport } from '../../src/lib/server/views/list-reports.ts';
import { searchReportQuotes, viewReportChoices } from '../../src/lib/server/views/report-choices.ts';
import { viewReport } from '../../src/lib/server/views/report-page.ts';
import { readSourceUses, viewSourceUses } from '../../src/lib/server/views/source-uses.ts';
import { readBlock, readSection } from '../../src/lib/server/views/report-sections.ts';
import { listReportComments, viewReportComments } from '../../src/lib/server/views/report-comments.ts';
import {
	listReportVersions,
	readReportVersion,
	viewReportVersions
} from '../../src/lib/server/views/report-versions.ts';
import { textFile } from '../import/fixture.ts';
import { textOf } from '../support/memos.ts';
import type { Place } from './place.ts';

/** Something a person tries at a place, and (for what shows many things) the text that shows the area's own. */
export type Case = {
	readonly run: (context: Context, place: Place, projectId: string) => Promise<Result<unknown>>;
	readonly shows?: (place: Place, userId: string) => string;
};

const reportPlace = ({ project }: Place) => ({ pillarId: project.pillars.first, areaId: project.areas.district });
const comment = (context: Context, place: Place, id: string) =>
	addReportComment(context, id, place.reportId, { ...reportPlace(place), slot: 'message', body: 'Klopt dit?' });
const me = (context: Context, place: Place) => place.own(context.actor.userId);
const indicator = (place: Place) => ({
	key: 'NIEUW',
	label: 'Nieuw',
	pillarId: place.project.pillars.first,
	unit: '% 18+',
	direction: 'neutral',
	kind: 'survey'
});
const observation = ({ project, spare }: Place) => ({
	indicatorId: spare.indicatorId,
	areaId: project.areas.district,
	waveId: project.waves[2025]
});
const explanation = ({ project }: Place) => ({
	indicatorId: project.indicatorId,
	areaId: project.areas.district,
	fromWaveId: project.waves[2021],
	toWaveId: project.waves[2025],
	kind: 'policy',
	text: 'Er zijn lantaarns bij gekomen.',
	saidBy: 'resident'
});
const display = ({ project }: Place) => ({ pillarId: project.pillars.first, areaId: project.areas.district });
const upload = ({ project }: Place) => ({
	title: 'Nieuw gesprek',
	areaId: project.areas.district,
	waveId: project.waves[2025],
	group: 'resident'
});
const indicatorTable = 'key;pillar;label;unit;direction;kind\nNIEUW;Samen leven;Nieuw;% 18+;neutral;survey';
const observationTable = 'indicatorKey;area;wave;referenceYear;value\nONG;Testwijk;2025;2025;12';
const quote = ({ project }: Place) => project.said[0].codingId;
const heard = ({ project }: Place) => project.said[0].sourceId;
const observed = ({ spare }: Place) => spare.observationId;

const pseudonymSettings = {
	...{ allowed: ['Het Plein'], organisations: [], functions: [] },
	...{ secondReader: 'sample', samplePercent: 10, numbering: 'interview' }
};

/** Everything the table names: file and function of a command, or the function of a view. */
export const cases: Readonly<Record<string, Case>> = {
	readProject: { run: (context, _place, id) => readProject(context, id) },
	viewNavigation: { run: (context, _place, id) => viewNavigation(context, id) },
	liveEvents: { run: (context, _place, id) => closed(liveEvents(context, id, {})) },
	liveEventsOn: { run: (context, _place, id) => closed(liveEventsOn(context, { on: [id] })) },

	'update-project': { run: (context, _place, id) => updateProject(context, id, { smallCell: 5 }) },
	'delete-project': { run: (context, _place, id) => deleteProject(context, id) },
	viewSettings: { run: (context, _place, id) => viewSettings(context, id) },

	'add-member': {
		run: (context, { outsiderEmail }, id) =>
			addMember(context, id, { email: outsiderEmail, roles: [{ role: 'coder' }] })
	},
	'set-member-roles': {
		run: (context, { spare }, id) => setMemberRoles(context, id, spare.memberId, { roles: [{ role: 'coder' }] })
	},
	'remove-member': { run: (context, { spare }, id) => removeMember(context, id, spare.memberId) },
	'invite-member': {
		run: (context, _place, id) =>
			inviteMember(context, id, { email: 'nieuw@voorbeeld.nl', name: 'Nieuw', role: 'coder' })
	},
	listMembers: { run: (context, _place, id) => listMembers(context, id) },
	viewMembers: { run: (context, _place, id) => viewMembers(context, id) },

	listAreas: { run: (context, _place, id) => listAreas(context, id, {}) },
	listWaves: { run: (context, _place, id) => listWaves(context, id, {}) },
	listStudies: { run: (context, _place, id) => listStudies(context, id, {}) },
	listPillars: { run: (context, _place, id) => listPillars(context, id, {}) },
	listIndicators: { run: (context, _place, id) => listIndicators(context, id, {}) },
	listValences: { run: (context, _place, id) => listValences(context, id) },
	listObservations: { run: (context, _place, id) => listObservations(context, id, {}), shows: observed },

	viewIndicator: {
		run: (context, { spare }, id) => viewIndicator(context, id, spare.changedIndicatorId),
		shows: ({ spare }) => spare.changeSource
	},
	listObservationChanges: {
		run: (context, { spare }, id) => listObservationChanges(context, id, { indicatorId: spare.changedIndicatorId }),
		shows: ({ spare }) => spare.changeSource
	},

	'add-area': { run: (context, _place, id) => addArea(context, id, { name: 'Nieuw', kind: 'district' }) },
	'update-area': { run: (context, { spare }, id) => updateArea(context, id, spare.areaId, { name: 'Anders' }) },
	'delete-area': { run: (context, { spare }, id) => deleteArea(context, id, spare.areaId) },
	'add-wave': { run: (context, _place, id) => addWave(context, id, { label: '2036', year: 2036 }) },
	'update-wave': { run: (context, { spare }, id) => updateWave(context, id, spare.waveId, { label: 'Later' }) },
	'delete-wave': { run: (context, { spare }, id) => deleteWave(context, id, spare.waveId) },
	'add-study': { run: (context, _place, id) => addStudy(context, id, { name: 'Nieuw', kind: 'interviews' }) },
	'update-study': { run: (context, { spare }, id) => updateStudy(context, id, spare.studyId, { name: 'Anders' }) },
	'delete-study': { run: (context, { spare }, id) => deleteStudy(context, id, spare.studyId) },
	'add-pillar': { run: (context, _place, id) => addPillar(context, id, { name: 'Nieuw' }) },
	'update-pillar': { run: (context, { spare }, id) => updatePillar(context, id, spare.pillarId, { name: 'Anders' }) },
	'delete-pillar': { run: (context, { spare }, id) => deletePillar(context, id, spare.pillarId) },
	'add-indicator': { run: (context, place, id) => addIndicator(context, id, indicator(place)) },
	'update-indicator': {
		run: (context, { spare }, id) => updateIndicator(context, id, spare.indicatorId, { label: 'Anders' })
	},
	'delete-indicator': { run: (context, { spare }, id) => deleteIndicator(context, id, spare.indicatorId, {}) },
	'import-indicators': {
		run: (context, _place, id) => importIndicators(context, id, [textFile('kernset.csv', indicatorTable)])
	},
	'add-kernset-template': { run: (context, _place, id) => addKernsetTemplate(context, id) },
	'save-observation': {
		run: (context, place, id) => saveObservation(context, id, { ...observation(place), referenceYear: 2025, value: 12 })
	},
	'save-typed-observation': {
		run: (context, place, id) => {
			const numbers = { referenceYear: '2025', value: '12,5', n: '', lower: '', upper: '' };
			const rest = { trendBreak: false, suppressed: false, note: '' };
			return saveTypedObservation(context, id, { ...observation(place), ...numbers, ...rest });
		}
	},
	'store-observations': {
		run: (context, _place, id) =>
			storeObservations(context, id, {
				items: [{ indicatorKey: 'ONG', area: 'Testwijk', wave: 2025, referenceYear: 2025, value: 12 }]
			})
	},
	viewFiguresImport: { run: (context, _place, id) => viewFiguresImport(context, id) },
	'import-figures previewObservations': {
		run: (context, _place, id) => previewObservations(context, id, [textFile('cijfers.csv', observationTable)])
	},
	'import-figures': {
		run: (context, _place, id) => importObservations(context, id, [textFile('cijfers.csv', observationTable)])
	},
	'undo-figure-import': { run: (context, { spare }, id) => undoFigureImport(context, id, spare.figureImportId) },
	listFigureImports: { run: (context, _place, id) => listFigureImports(context, id, {}) },
	'delete-observation': { run: (context, { spare }, id) => deleteObservation(context, id, spare.observationId) },
	exportKernset: {
		run: (context, _place, id) => exportKernset(context, id, { file: 'observations', format: 'xlsx' }, 'nl')
	},

	listSources: {
		run: (context, _place, id) => listSources(context, id, {}),
		shows: (place, userId) => place.own(userId).sourceId
	},
	viewSourceList: {
		run: (context, _place, id) => viewSourceList(context, id, {}),
		shows: (place, userId) => place.own(userId).sourceId
	},
	readSourceAttributes: {
		run: (context, place, id) => readSourceAttributes(context, id, me(context, place).sourceId)
	},
	viewSourcePreparation: {
		run: (context, place, id) => viewSourcePreparation(context, id, me(context, place).sourceId)
	},
	viewSourceUses: { run: (context, place, id) => viewSourceUses(context, id, me(context, place).sourceId) },
	readSourceUses: { run: (context, place, id) => readSourceUses(context, id, me(context, place).sourceId) },
	'liveEvents of a source': {
		run: (context, place, id) => closed(liveEvents(context, id, { sourceId: me(context, place).sourceId }))
	},
	'liveEventsOn a source': {
		run: (context, place, id) => closed(liveEventsOn(context, { on: `${id}?sourceId=${me(context, place).sourceId}` }))
	},
	'upload-source': {
		run: (context, place, id) =>
			uploadSource(context, id, [textFile('gesprek.txt', 'I: Hoe is het?\nR: Goed 😀.')], upload(place))
	},
	viewUploadChoices: { run: (context, _place, id) => viewUploadChoices(context, id) },
	'import-sources': {
		run: (context, place, id) => {
			const { title, ...where } = upload(place);
			return importSources(context, id, [textFile(`${title}.txt`, 'I: Hallo')], where);
		}
	},
	'cancel-import': {
		run: (context, place, id) => cancelImport(context, id, place.ownImport(context.actor.userId))
	},
	readSourceImport: {
		run: (context, place, id) => readSourceImport(context, id, place.ownImport(context.actor.userId))
	},
	listSourceImports: { run: (context, _place, id) => listSourceImports(context, id, {}) },
	'update-source': {
		run: (context, place, id) => updateSource(context, id, me(context, place).sourceId, { title: 'Anders' })
	},
	'change-turns': {
		run: (context, place, id) =>
			changeTurns(context, id, me(context, place).sourceId, {
				version: 1,
				operations: [{ kind: 'add-speaker', label: 'T', role: 'interpreter' }]
			})
	},
	'edit-source': {
		run: (context, place, id) =>
			editSource(context, id, me(context, place).sourceId, { version: 1, operations: [{ insert: 'Nou. ' }] })
	},
	'compare-file': {
		run: (context, place, id) =>
			compareFile(context, id, me(context, place).sourceId, [textFile('beter.txt', 'I: Hoe is het?\nR: Goed 😀.')])
	},
	'reread-source': {
		run: (context, place, id) =>
			rereadSource(context, id, me(context, place).observation.sourceId, { version: 1, overMends: true }, {})
	},
	'reread-source preview': {
		run: (context, place, id) =>
			rereadSource(context, id, me(context, place).observation.sourceId, { version: 1 }, { preview: 'true' })
	},
	previewEdit: {
		run: (context, place, id) =>
			previewEdit(context, id, me(context, place).sourceId, { version: 1, operations: [{ insert: 'Nou. ' }] })
	},
	'update-source restrict': {
		run: (context, place, id) => updateSource(context, id, me(context, place).sourceId, { status: 'restricted' })
	},
	'add-photo': {
		run: (context, place, id) =>
			addPhoto(context, id, me(context, place).observation.sourceId, [{ name: 'plein.png', bytes: png() }])
	},
	'change-photo': {
		run: (context, place, id) => {
			const { sourceId, photoId } = me(context, place).observation;
			return changePhoto(context, id, sourceId, photoId, { alternative: 'Anders' });
		}
	},
	'change-photo deletePhoto': {
		run: (context, place, id) => {
			const { sourceId, photoId } = me(context, place).observation;
			return deletePhoto(context, id, sourceId, photoId);
		}
	},
	listPhotos: { run: (context, place, id) => listPhotos(context, id, me(context, place).seen.sourceId) },
	readPicture: {
		run: (context, place, id) => {
			const { sourceId, photoId } = me(context, place).seen;
			return readPicture(context, id, sourceId, photoId);
		}
	},
	'store-outline': {
		run: (context, { project }, id) => {
			const line = {
				type: 'LineString',
				coordinates: [
					[5.1, 52.1],
					[5.2, 52.2]
				]
			};
			return storeOutline(context, id, project.areas.district, [textFile('wijk.geojson', JSON.stringify(line))]);
		}
	},
	'store-outline deleteOutline': {
		run: (context, { project }, id) => deleteOutline(context, id, project.areas.district)
	},
	readOutline: { run: (context, { project }, id) => readOutline(context, id, project.areas.district) },
	viewOutlines: { run: (context, _place, id) => viewOutlines(context, id) },
	'delete-source': { run: (context, place, id) => deleteSource(context, id, me(context, place).sourceId) },
	'delete-source restoreSource': {
		run: (context, place, id) => restoreSource(context, id, me(context, place).deletedSourceId)
	},
	listSourceVersions: { run: (context, place, id) => listSourceVersions(context, id, me(context, place).sourceId) },
	readSourceVersion: { run: (context, place, id) => readSourceVersion(context, id, me(context, place).sourceId, 1) },
	readTextDifferences: {
		run: (context, place, id) => readTextDifferences(context, id, me(context, place).sourceId, { from: 1, to: 1 })
	},
	viewEditScreen: { run: (context, place, id) => viewEditScreen(context, id, me(context, place).sourceId) },
	viewVersionsScreen: {
		run: (context, place, id) =>
			viewVersionsScreen(context, id, me(context, place).sourceId, {
				...{ from: null, to: null, version: '1', codingId: null }
			})
	},
	viewPseudonyms: { run: (context, place, id) => viewPseudonyms(context, id, me(context, place).sourceId) },
	readPseudonymSettings: { run: (context, _place, id) => readPseudonymSettings(context, id) },
	'update-pseudonym-settings': {
		run: (context, _place, id) => updatePseudonymSettings(context, id, pseudonymSettings)
	},
	'decide-pseudonyms': {
		run: (context, place, id) =>
			decidePseudonyms(context, id, me(context, place).sourceId, {
				version: 1,
				decisions: [{ decision: 'choose', kind: 'name', hits: [{ start: 0, end: 3 }] }]
			})
	},
	'replace-pseudonyms': {
		run: (context, place, id) => replacePseudonyms(context, id, me(context, place).sourceId, { version: 1 })
	},
	'finish-pseudonyms': {
		run: (context, place, id) =>
			finishPseudonyms(context, id, me(context, place).sourceId, { version: 1, wholeTextRead: true })
	},
	'finish-pseudonyms readTurns': {
		run: (context, place, id) => readTurns(context, id, me(context, place).sourceId, { turns: [1] })
	},
	'settle-name': {
		run: (context, place, id) => {
			const { sourceId, leftoverId } = me(context, place).reported;
			return settleName(context, id, sourceId, leftoverId, { outcome: 'reject', version: 2 });
		}
	},
	'report-name': {
		run: (context, place, id) => reportName(context, id, heard(place), { version: 1, start: 0, end: 3 })
	},
	'check-pseudonyms': {
		run: (context, { keyedSourceId }, id) =>
			checkPseudonyms(context, id, keyedSourceId, { version: 2, outcome: 'confirmed' })
	},
	'open-key': {
		run: (context, { keyedSourceId }, id) => openKey(context, id, keyedSourceId, { reason: 'Vraag om inzage' })
	},
	'destroy-key': {
		run: (context, { keyedSourceId }, id) =>
			proposeDestruction(context, id, keyedSourceId, { reason: 'Termijn voorbij' })
	},
	'destroy-key decideDestruction': {
		run: (context, { proposed }, id) =>
			decideDestruction(context, id, proposed.sourceId, proposed.destructionId, { decision: 'confirm' })
	},
	'destroy-key proposeDestructions': {
		run: (context, { keyedSourceId }, id) =>
			proposeDestructions(context, id, { sourceIds: [keyedSourceId], reason: 'Termijn voorbij' })
	},
	'destroy-key decideDestructions': {
		run: (context, { proposed }, id) => decideDestructions(context, id, { proposals: [proposed], decision: 'confirm' })
	},
	viewRetention: {
		run: (context, _place, id) => viewRetention(context, id),
		shows: ({ keyedSourceId }) => keyedSourceId
	},
	exportDestructions: {
		run: (context, _place, id) => exportDestructions(context, id, { format: 'csv' }, 'nl'),
		shows: ({ destroyedSourceId }) => destroyedSourceId
	},
	'open-version': {
		run: (context, { keyedSourceId }, id) => openVersion(context, id, keyedSourceId, 1, { reason: 'Vraag om inzage' })
	},
	listSealedVersions: { run: (context, { keyedSourceId }, id) => listSealedVersions(context, id, keyedSourceId) },
	readSealedVersion: {
		run: async (context, { keyedSourceId }, id) => {
			const opened = await openVersion(context, id, keyedSourceId, 1, { reason: 'Vraag om inzage' });
			return opened.ok ? readSealedVersion(context, id, keyedSourceId, 1) : opened;
		}
	},
	viewSealedVersions: { run: (context, { keyedSourceId }, id) => viewSealedVersions(context, id, keyedSourceId, '1') },
	'open-original': {
		run: (context, { keyedSourceId }, id) => openOriginal(context, id, keyedSourceId, { reason: 'Vraag om inzage' })
	},
	'open-original destroyOriginal': {
		run: (context, { keyedSourceId }, id) => destroyOriginal(context, id, keyedSourceId, { reason: 'Niet meer nodig' })
	},
	readSource: { run: (context, place, id) => readSource(context, id, me(context, place).sourceId) },

	listAssignments: {
		run: (context, _place, id) => listAssignments(context, id, { limit: 500 }),
		shows: ({ assignmentId }) => assignmentId
	},
	'assign-sources': {
		run: (context, place, id) =>
			assignSources(context, id, {
				sourceIds: [heard(place)],
				task: 'code',
				userId: place.colleagueId,
				dueOn: '2025-07-01'
			})
	},
	'assign-sources to oneself': {
		run: (context, place, id) =>
			assignSources(context, id, { sourceIds: [place.project.said[2].sourceId], task: 'code' })
	},
	'unassign-sources': {
		run: (context, { assignmentId }, id) => unassignSources(context, id, { assignmentIds: [assignmentId] })
	},
	'complete-assignment': {
		run: (context, place, id) => completeAssignment(context, id, place.ownAssignment(context.actor.userId))
	},
	'complete-assignment reopenAssignment': {
		run: (context, place, id) => reopenAssignment(context, id, place.ownAssignment(context.actor.userId))
	},
	'record-reading': {
		run: (context, place, id) =>
			recordReading(context, id, heard(place), { version: 1, read: [{ first: 1, last: 1 }], at: 1 })
	},
	readReading: { run: (context, place, id) => readReading(context, id, heard(place)) },
	viewMyWork: { run: (context, _place, id) => viewMyWork(context, id) },
	'note-visit': { run: (context, _place, id) => noteVisit(context, id) },

	listCases: {
		run: (context, _place, id) => listCases(context, id, { limit: 500 }),
		shows: (place, userId) => place.own(userId).caseLabel
	},
	viewCases: {
		run: (context, _place, id) => viewCases(context, id),
		shows: (place, userId) => place.own(userId).caseLabel
	},
	listVariables: { run: (context, _place, id) => listVariables(context, id) },
	readCase: { run: (context, place, id) => readCase(context, id, me(context, place).caseId) },
	viewCase: { run: (context, place, id) => viewCase(context, id, me(context, place).caseId) },
	viewSourceAttributes: {
		run: (context, place, id) => viewSourceAttributes(context, id, me(context, place).sourceId)
	},
	'add-case': {
		run: (context, place, id) =>
			addCase(context, id, { label: 'NIEUW-1', group: 'resident', sourceIds: [me(context, place).sourceId] })
	},
	'update-case': {
		run: (context, place, id) => updateCase(context, id, me(context, place).caseId, { version: 1, ageBand: '30-44' })
	},
	'delete-case': {
		run: (context, place, id) => deleteCase(context, id, place.freeCase(context.actor.userId))
	},
	'record-consent': {
		run: (context, place, id) =>
			recordConsent(context, id, me(context, place).caseId, { consents: [{ purpose: 'archive' }] })
	},
	'import-cases': {
		run: (context, _place, id) =>
			importCases(context, id, [textFile('deelnemers.csv', 'code;groep\nNIEUW-2;bewoner')], {}, {})
	},
	exportCase: {
		run: (context, place, id) => exportCase(context, id, me(context, place).caseId, { format: 'json' }, 'nl')
	},
	'withdraw-case': { run: (context, place, id) => withdrawCase(context, id, me(context, place).caseId, {}) },
	'withdraw-case preview': {
		run: (context, place, id) => withdrawCase(context, id, me(context, place).caseId, { preview: 'true' })
	},
	'change-variables addVariable': {
		run: (context, _place, id) => addVariable(context, id, { name: 'Woning', classes: ['huur', 'koop'] })
	},
	'change-variables updateVariable': {
		run: (context, _place, id) => updateVariable(context, id, 'ageBand', { name: 'Leeftijd' })
	},
	'change-variables deleteVariable': {
		run: async (context, _place, id) => {
			const added = await addVariable(context, id, { name: 'Woning', classes: ['huur', 'koop'] });
			return added.ok ? deleteVariable(context, id, added.value.key) : added;
		}
	},

	listCodes: { run: (context, _place, id) => listCodes(context, id, {}) },
	codebookScreen: { run: (context, _place, id) => codebookScreen(context, id) },
	'add-code': { run: (context, _place, id) => addCode(context, id, { name: 'Nieuw' }) },
	'update-code': { run: (context, { spare }, id) => updateCode(context, id, spare.codeId, { name: 'Anders' }) },
	'merge-codes': {
		run: (context, { spare, project }, id) =>
			mergeCodes(context, id, { fromCodeId: spare.codeId, intoCodeId: project.other }, {})
	},
	'import-codebook': {
		run: (context, _place, id) => importCodebook(context, id, [textFile('codes.csv', 'naam;wel\nNieuw;ja')], {}, {})
	},
	'change-codes': {
		run: (context, { spare }, id) =>
			changeCodes(context, id, { kind: 'fold', codeIds: [spare.codeId], folder: { name: 'Map' } }, {})
	},
	'split-code': {
		run: (context, { project }, id) =>
			splitCode(
				context,
				id,
				{
					codeId: project.theme,
					targets: [{ name: 'Afgesplitst' }],
					assignments: [{ codingId: project.said[0].codingId, target: 0 }]
				},
				{}
			)
	},
	splitScreen: { run: (context, { project }, id) => splitScreen(context, id, project.theme) },
	'undo-code-change': { run: (context, { mergeId }, id) => undoCodeChange(context, id, mergeId) },
	'undo-code-change redoCodeChange': {
		run: (context, { undoneChangeId }, id) => redoCodeChange(context, id, undoneChangeId)
	},
	listChanges: { run: (context, _place, id) => listChanges(context, id, {}) },
	'undo-code-merge': { run: (context, { mergeId }, id) => undoCodeMerge(context, id, mergeId) },
	'make-codebook-version': { run: (context, _place, id) => makeCodebookVersion(context, id, { name: 'Nieuw' }) },
	'update-codebook-version': {
		run: (context, { versionId }, id) => updateCodebookVersion(context, id, versionId, { note: 'Anders' })
	},
	'set-forerunners': {
		run: (context, { spare, project }, id) =>
			setForerunners(context, id, spare.codeId, { forerunnerIds: [project.other] })
	},
	listVersions: { run: (context, _place, id) => listVersions(context, id, {}) },
	versionsScreen: { run: (context, _place, id) => versionsScreen(context, id) },
	readVersion: { run: (context, { versionId }, id) => readVersion(context, id, versionId) },
	readVersionDifferences: {
		run: (context, { versionId }, id) => readVersionDifferences(context, id, versionId, {})
	},
	readCodeLineage: { run: (context, { spare }, id) => readCodeLineage(context, id, spare.codeId) },
	'delete-code': { run: (context, { spare }, id) => deleteCode(context, id, spare.codeId, {}) },
	'restore-code': {
		run: (context, { deletedCode: { codeId, deletionId } }, id) => restoreCode(context, id, codeId, { deletionId })
	},

	listCodings: { run: (context, _place, id) => listCodings(context, id, {}), shows: quote },
	listCodingNotes: { run: (context, _place, id) => listCodingNotes(context, id, {}), shows: quote },
	viewNotes: { run: (context, _place, id) => viewNotes(context, id, {}), shows: quote },
	readCoding: { run: (context, place, id) => readCoding(context, id, quote(place)) },
	runQuery: { run: (context, _place, id) => runQuery(context, id, { where: { and: [] } }), shows: quote },
	search: { run: (context, _place, id) => search(context, id, { kind: 'speaker' }), shows: heard },
	searchByWords: { run: (context, _place, id) => searchByWords(context, id, { text: 'park*' }) },
	viewSearch: { run: (context, _place, id) => viewSearch(context, id), shows: heard },
	viewQuestion: { run: (context, _place, id) => viewQuestion(context, id, {}), shows: quote },
	listCodeFrequencies: {
		run: (context, _place, id) => listCodeFrequencies(context, id),
		shows: () => '"codings":11,' // of the theme: two passages of the project, and three of each coder
	},
	viewCrosstab: {
		run: (context, _place, id) => viewCrosstab(context, id, { columns: 'area' }),
		shows: ({ project }) => project.areas.district
	},
	viewCooccurrences: { run: (context, _place, id) => viewCooccurrences(context, id, {}), shows: () => '"codings":' },
	codingDesk: { run: (context, { project }, id) => codingDesk(context, id, project.said[0].sourceId) },
	viewQuoteChoices: { run: (context, { rowId }, id) => viewQuoteChoices(context, id, rowId, {}), shows: quote },
	listOrphans: {
		run: (context, _place, id) => listOrphans(context, id, {}),
		shows: (place, userId) => place.own(userId).orphanId
	},
	listChangedCodings: {
		run: (context, _place, id) => listChangedCodings(context, id, {}),
		shows: (place, userId) => place.own(userId).changedId
	},
	carryPassages: {
		run: (context, { project }, id) =>
			carryPassages(context, id, project.said[0].sourceId, { version: 1, passages: [{ start: 3, end: 8 }] })
	},
	'place-orphan': {
		run: (context, place, id) => placeOrphan(context, id, me(context, place).orphanId, { version: 1, start: 2, end: 9 })
	},
	'place-orphan dismissOrphan': {
		run: (context, place, id) => dismissOrphan(context, id, me(context, place).orphanId)
	},
	'place-orphan restoreOrphan': {
		run: (context, place, id) => {
			const { codingId, deletionId } = me(context, place).dismissed;
			return restoreOrphan(context, id, codingId, { deletionId });
		}
	},
	'unplace-orphan': {
		run: (context, place, id) => unplaceOrphan(context, id, me(context, place).placedId)
	},
	'review-codings': {
		run: (context, place, id) => reviewCodings(context, id, { codingIds: [me(context, place).changedId] })
	},
	'review-codings takeBackReviews': {
		run: (context, place, id) => takeBackReviews(context, id, { codingIds: [me(context, place).changedId] })
	},
	'apply-code': {
		run: (context, { project }, id) =>
			applyCode(context, id, { sourceId: project.said[0].sourceId, start: 3, end: 8, codeId: project.other })
	},
	'add-coding-batch': {
		run: (context, { project }, id) =>
			addCodingBatch(context, id, {
				codeId: project.other,
				items: [{ sourceId: project.said[0].sourceId, version: 1, start: 3, end: 8 }]
			})
	},
	'undo-coding-batch removeCodingBatch': {
		run: (context, place, id) => removeCodingBatch(context, id, place.ownBatch(context.actor.userId).batchId)
	},
	'undo-coding-batch restoreCodingBatch': {
		run: (context, place, id) => restoreCodingBatch(context, id, place.ownBatch(context.actor.userId).removedBatchId)
	},
	listCodingBatches: {
		run: (context, _place, id) => listCodingBatches(context, id, {})
	},
	'change-coding': {
		run: (context, place, id) => changeCoding(context, id, me(context, place).codingId, { important: true })
	},
	'remove-coding': { run: (context, place, id) => removeCoding(context, id, me(context, place).codingId) },
	'remove-coding restoreCoding': {
		run: (context, place, id) => {
			const { codingId, deletionId } = me(context, place).removed;
			return restoreCoding(context, id, codingId, { deletionId });
		}
	},

	listMemos: { run: (context, _place, id) => listMemos(context, id, {}), shows: ({ questionId }) => questionId },
	viewMemos: { run: (context, _place, id) => viewMemos(context, id, {}), shows: ({ questionId }) => questionId },
	readMemo: { run: (context, { questionId }, id) => readMemo(context, id, questionId) },
	exportMemos: {
		run: (context, _place, id) => exportMemos(context, id, { format: 'csv', settled: 'false' }, 'nl'),
		shows: () => 'Vraag over een citaat'
	},
	'add-memo': {
		run: (context, place, id) =>
			addMemo(context, id, { about: { kind: 'coding', codingId: quote(place) }, body: textOf('Nieuw') })
	},
	'change-memo': {
		run: (context, place, id) =>
			changeMemo(context, id, place.ownMemo(context.actor.userId).memoId, { version: 1, title: 'Anders' })
	},
	'delete-memo': {
		run: (context, place, id) => deleteMemo(context, id, place.ownMemo(context.actor.userId).memoId)
	},
	'restore-memo': {
		run: (context, place, id) => restoreMemo(context, id, place.ownMemo(context.actor.userId).deletedMemoId)
	},
	'settle-memo': { run: (context, { questionId }, id) => settleMemo(context, id, questionId) },
	'settle-memo reopenMemo': {
		run: (context, { settledQuestionId }, id) => reopenMemo(context, id, settledQuestionId)
	},

	listProposals: {
		run: (context, _place, id) => listProposals(context, id, { mine: 'false', limit: 500 }),
		shows: ({ declinedProposalId }) => declinedProposalId
	},
	readProposal: { run: (context, { proposalId }, id) => readProposal(context, id, proposalId) },
	'add-proposal': {
		run: (context, place, id) =>
			addProposal(context, id, { name: 'Nieuw voorstel', sourceId: heard(place), version: 1, start: 0, end: 3 })
	},
	'decide-proposal': {
		run: (context, { proposalId }, id) =>
			decideProposal(context, id, proposalId, { decision: 'decline', reason: 'Bestaat al.' })
	},
	'decide-proposal withdrawProposal': {
		run: (context, place, id) => withdrawProposal(context, id, place.ownProposal(context.actor.userId))
	},
	'take-example': { run: (context, place, id) => takeExample(context, id, me(context, place).codingId) },
	'take-example dropExample': { run: (context, place, id) => dropExample(context, id, me(context, place).codingId) },
	'reopen-proposal': {
		run: (context, { declinedProposalId }, id) => reopenProposal(context, id, declinedProposalId)
	},

	readJointDisplay: { run: (context, place, id) => readJointDisplay(context, id, display(place)) },
	viewDecisionHistory: { run: (context, { rowId }, id) => viewDecisionHistory(context, id, rowId) },
	readMatrix: {
		run: (context, _place, id) => readMatrix(context, id, {}),
		shows: ({ project }) => project.areas.district
	},
	viewMatrix: {
		run: (context, _place, id) => viewMatrix(context, id, {}),
		shows: ({ project }) => project.areas.district
	},
	'decide-fit': { run: (context, { rowId }, id) => decideFit(context, id, rowId, { fit: 'confirms' }) },
	'read-decision': { run: (context, { rowId }, id) => readDecision(context, id, rowId, { answer: 'confirms' }) },
	listDecisionsToReview: { run: (context, _place, id) => listDecisionsToReview(context, id) },
	listSilenceTasks: {
		run: (context, _place, id) => listSilenceTasks(context, id),
		shows: ({ silenceTaskId }) => silenceTaskId
	},
	'change-silence-tasks addSilenceTask': {
		run: (context, place, id) =>
			addSilenceTask(context, id, {
				...display(place),
				...{ fromWaveId: place.project.waves[2021], toWaveId: place.project.waves[2025] },
				...{ indicatorId: place.silentIndicatorId, userId: place.project.users.author }
			})
	},
	'change-silence-tasks completeSilenceTask': {
		run: (context, { silenceTaskId }, id) => completeSilenceTask(context, id, silenceTaskId)
	},
	'change-silence-tasks reopenSilenceTask': {
		run: (context, { silenceTaskId }, id) => reopenSilenceTask(context, id, silenceTaskId)
	},
	'change-silence-tasks deleteSilenceTask': {
		run: (context, { silenceTaskId }, id) => deleteSilenceTask(context, id, silenceTaskId)
	},
	'choose-quote': { run: (context, place, id) => chooseQuote(context, id, place.rowId, quote(place)) },
	'drop-quote': { run: (context, { rowId, chosenCodingId }, id) => dropQuote(context, id, rowId, chosenCodingId) },

	listExplanations: {
		run: (context, _place, id) => listExplanations(context, id, {}),
		shows: ({ explanationId }) => explanationId
	},
	viewExplanations: {
		run: (context, _place, id) => viewExplanations(context, id, {}),
		shows: ({ explanationId }) => explanationId
	},
	listRecognitions: {
		run: (context, _place, id) => listRecognitions(context, id, {}),
		shows: ({ recognitionId }) => recognitionId
	},
	'add-explanation': { run: (context, place, id) => addExplanation(context, id, explanation(place)) },
	listReviewSessions: {
		run: (context, _place, id) => listReviewSessions(context, id, {}),
		shows: ({ reviewSessionId }) => reviewSessionId
	},
	viewReviewSessions: {
		run: (context, _place, id) => viewReviewSessions(context, id),
		shows: ({ reviewSessionId }) => reviewSessionId
	},
	viewReviewSession: { run: (context, { reviewSessionId }, id) => viewReviewSession(context, id, reviewSessionId) },
	readReviewSession: { run: (context, { reviewSessionId }, id) => readReviewSession(context, id, reviewSessionId) },
	exportReviewSession: {
		run: (context, { reviewSessionId: sessionId }, id) =>
			exportReviewSession(context, id, { sessionId, format: 'html' }, 'nl')
	},
	'change-review-sessions addReviewSession': {
		run: (context, { project: { areas, waves } }, id) =>
			addReviewSession(context, id, {
				...{ areaId: areas.district, fromWaveId: waves[2021], toWaveId: waves[2025], heldOn: '2025-06-03' }
			})
	},
	'change-review-sessions updateReviewSession': {
		run: (context, { reviewSessionId }, id) =>
			updateReviewSession(context, id, reviewSessionId, { participants: 'wijkmanager' })
	},
	'change-review-sessions deleteReviewSession': {
		run: (context, { reviewSessionId }, id) => deleteReviewSession(context, id, reviewSessionId)
	},
	'change-review-sessions recogniseFigure': {
		run: (context, { reviewSessionId, spare }, id) =>
			recogniseFigure(context, id, reviewSessionId, {
				...{ indicatorId: spare.indicatorId, answer: 'partly', saidBy: 'municipality' }
			})
	},
	'update-explanation': {
		run: (context, { explanationId }, id) => updateExplanation(context, id, explanationId, { text: 'Anders.' })
	},
	'delete-explanation': { run: (context, { explanationId }, id) => deleteExplanation(context, id, explanationId) },
	'add-recognition': {
		run: (context, { explanationId }, id) =>
			addRecognition(context, id, { explanationId, answer: 'partly', saidBy: 'professional' })
	},

	listEditions: {
		run: (context, _place, id) => listEditions(context, id, {}),
		shows: ({ editionId }) => editionId
	},
	viewEditions: {
		run: (context, _place, id) => viewEditions(context, id),
		shows: ({ editionId }) => editionId
	},
	viewEdition: { run: (context, { editionId }, id) => viewEdition(context, id, editionId) },
	readEdition: { run: (context, { editionId }, id) => readEdition(context, id, editionId) },
	exportEdition: {
		run: (context, { editionId }, id) => exportEdition(context, id, { editionId, format: 'html' })
	},
	'publish-factsheet': {
		run: (context, { settled }, id) => publishFactsheet(context, id, settled)
	},
	'withdraw-edition': {
		run: (context, { editionId }, id) => withdrawEdition(context, id, editionId, { reason: 'Een fout in een cijfer' })
	},
	listLessons: {
		run: (context, _place, id) => listLessons(context, id, {}),
		shows: ({ lessonId }) => lessonId
	},
	viewLessons: {
		run: (context, _place, id) => viewLessons(context, id, {}),
		shows: ({ lessonId }) => lessonId
	},
	readLesson: { run: (context, { lessonId }, id) => readLesson(context, id, lessonId) },
	'change-lessons addLesson': {
		run: (context, { project }, id) =>
			addLesson(context, id, {
				...{ areaId: project.areas.district, title: 'Begin op straat', happened: 'Wij stonden er.', learnt: 'Ga.' }
			})
	},
	'change-lessons updateLesson': {
		run: (context, { lessonId }, id) => updateLesson(context, id, lessonId, { version: 1, title: 'Anders' })
	},
	'change-lessons archiveLesson': { run: (context, { lessonId }, id) => archiveLesson(context, id, lessonId) },
	'change-lessons restoreLesson': { run: (context, { lessonId }, id) => restoreLesson(context, id, lessonId) },
	viewStudies: { run: (context, _place, id) => viewStudies(context, id), shows: ({ studyId }) => studyId },
	viewStudy: {
		run: (context, { studyId }, id) => viewStudy(context, id, studyId),
		shows: ({ findingId }) => findingId
	},
	readStudy: {
		run: (context, { studyId }, id) => readStudy(context, id, studyId),
		shows: ({ studyTableId }) => studyTableId
	},
	exportStudyTable: {
		run: (context, { studyTableId: tableId }, id) => exportStudyTable(context, id, { tableId, format: 'csv' }, 'nl')
	},
	'change-findings addFinding': {
		run: (context, { studyId, project: { areas, pillars } }, id) =>
			addFinding(context, id, studyId, { text: 'Nieuw.', areaIds: [areas.district], pillarIds: [pillars.first] })
	},
	'change-findings updateFinding': {
		run: (context, { studyId, findingId }, id) =>
			updateFinding(context, id, studyId, findingId, { version: 1, text: 'Anders.' })
	},
	'change-findings deleteFinding': {
		run: (context, { studyId, findingId }, id) => deleteFinding(context, id, studyId, findingId)
	},
	'change-study-tables addStudyTable': {
		run: (context, { studyId, project: { areas, pillars } }, id) =>
			addStudyTable(
				context,
				id,
				studyId,
				[{ name: 'Tabel.csv', bytes: new TextEncoder().encode('Jaar;Aantal\n2021;3') }],
				{
					...{ areaIds: areas.district, pillarIds: pillars.first }
				}
			)
	},
	'change-study-tables updateStudyTable': {
		run: (context, { studyId, studyTableId }, id) =>
			updateStudyTable(context, id, studyId, studyTableId, { version: 1, caption: 'Anders' })
	},
	'change-study-tables deleteStudyTable': {
		run: (context, { studyId, studyTableId }, id) => deleteStudyTable(context, id, studyId, studyTableId)
	},

	listReports: {
		run: (context, _place, id) => listReports(context, id),
		shows: ({ reportId }) => reportId
	},
	readReport: { run: (context, { reportId }, id) => readReport(context, id, reportId) },
	viewReport: { run: (context, { reportId }, id) => viewReport(context, id, reportId, {}) },
	readSection: {
		run: (context, place, id) => readSection(context, id, place.reportId, { ...reportPlace(place), slot: 'message' })
	},
	readBlock: { run: (context, { reportId, blockId }, id) => readBlock(context, id, reportId, blockId) },
	listReportComments: { run: (context, { reportId }, id) => listReportComments(context, id, reportId, {}) },
	viewReportComments: { run: (context, { reportId }, id) => viewReportComments(context, id, reportId) },
	listReportVersions: { run: (context, { reportId }, id) => listReportVersions(context, id, reportId, {}) },
	readReportVersion: {
		run: (context, { reportId, reportVersionId }, id) => readReportVersion(context, id, reportId, reportVersionId, 'nl')
	},
	viewReportVersions: {
		run: (context, { reportId, reportVersionId }, id) =>
			viewReportVersions(context, id, reportId, reportVersionId, 'nl')
	},
	viewReportChoices: {
		run: (context, place, id) => viewReportChoices(context, id, place.reportId, reportPlace(place))
	},
	searchReportQuotes: {
		run: (context, place, id) =>
			searchReportQuotes(context, id, place.reportId, { ...reportPlace(place), words: 'wijk' })
	},
	exportReport: {
		run: (context, { reportId }, id) => exportReport(context, id, { reportId, format: 'html' })
	},
	'add-report': {
		run: (context, { project }, id) =>
			addReport(context, id, { title: 'Nieuw', kind: 'factsheet', areaIds: [project.areas.district] })
	},
	'update-report': {
		run: (context, { reportId }, id) => updateReport(context, id, reportId, { version: 1, title: 'Anders' })
	},
	'delete-report': { run: (context, { reportId }, id) => deleteReport(context, id, reportId) },
	'delete-report restoreReport': {
		run: (context, { deletedReportId }, id) => restoreReport(context, id, deletedReportId)
	},
	'write-section': {
		run: (context, place, id) =>
			writeSection(
				context,
				id,
				place.reportId,
				{ ...reportPlace(place), slot: 'message' },
				{ version: 0, text: textOf('Het gaat beter.') }
			)
	},
	viewExportCheck: {
		run: (context, { reportId }, id) => viewExportCheck(context, id, { kind: 'report', reportId }, 'nl')
	},
	'confirm-export': {
		run: async (context, place, id) => {
			const file = { kind: 'joint-display', ...display(place) };
			const check = await viewExportCheck(context, id, file, 'nl');
			const fingerprint = check.ok ? check.value.fingerprint : '';
			return confirmExport(context, id, { export: file, fingerprint, reason: 'Het cijfer is al openbaar.' });
		}
	},
	'add-report-comment': { run: (context, place, id) => comment(context, place, id) },
	'reply-to-comment': {
		run: (context, { reportId, commentId }, id) => replyToComment(context, id, reportId, commentId, { body: 'Ja.' })
	},
	'settle-report-comment': {
		run: (context, { reportId, commentId }, id) => settleReportComment(context, id, reportId, commentId)
	},
	'settle-report-comment reopenReportComment': {
		run: (context, { reportId, commentId }, id) => reopenReportComment(context, id, reportId, commentId)
	},
	'delete-report-comment': {
		run: async (context, place, id) => {
			const own = await comment(context, place, id);
			return deleteReportComment(context, id, place.reportId, own.ok ? own.value.id : place.commentId);
		}
	},
	'delete-report-comment restoreReportComment': {
		run: async (context, place, id) => {
			const own = await comment(context, place, id);
			const commentId = own.ok ? own.value.id : place.commentId;
			await deleteReportComment(context, id, place.reportId, commentId);
			return restoreReportComment(context, id, place.reportId, commentId);
		}
	},
	'make-report-version': {
		run: (context, { reportId }, id) => makeReportVersion(context, id, reportId, { name: 'Naar de gemeente' })
	},
	'return-section': {
		run: (context, place, id) =>
			returnSection(context, id, place.reportId, place.reportVersionId, {
				...reportPlace(place),
				slot: 'attention',
				version: 2
			})
	},
	'place-block': {
		run: (context, place, id) =>
			placeBlock(context, id, place.reportId, { ...reportPlace(place), shows: { kind: 'table' } })
	},
	'refresh-block': {
		run: (context, { reportId, blockId }, id) => refreshBlock(context, id, reportId, blockId, {})
	},
	'keep-block': {
		run: (context, { reportId, goneBlockId }, id) =>
			keepBlock(context, id, reportId, goneBlockId, { reason: 'Het rapport is al vastgesteld.' })
	},
	exportFactsheet: {
		run: (context, { project }, id) =>
			exportFactsheet(context, id, { areaId: project.areas.district, format: 'html' }, 'nl')
	},

	exportCodebook: { run: (context, _place, id) => exportCodebook(context, id, { format: 'csv' }, 'nl') },
	exportQuotes: {
		run: (context, _place, id) => exportQuotes(context, id, { format: 'csv' }, 'nl'),
		shows: () => 'TES-B-01'
	},
	exportQueriedQuotes: {
		run: (context, _place, id) => exportQueriedQuotes(context, id, { format: 'csv', where: { and: [] } }, 'nl'),
		shows: () => 'TES-B-01'
	},
	viewNetworkDisplay: {
		run: (context, _place, id) => viewNetworkDisplay(context, id, {}),
		shows: ({ project: { areas } }) => areas.district
	},
	readNetworkDisplay: {
		run: (context, _place, id) => readNetworkDisplay(context, id, {}),
		shows: ({ project: { areas } }) => areas.district
	},
	exportNetworkDisplay: {
		run: (context, _place, id) => exportNetworkDisplay(context, id, { format: 'csv' }, 'nl'),
		shows: () => 'Testwijk'
	},
	exportLongDisplay: {
		run: (context, _place, id) => exportLongDisplay(context, id, { format: 'csv', table: 'figures' }, 'nl'),
		shows: () => 'Testwijk'
	},
	exportJointDisplay: {
		run: (context, place, id) => exportJointDisplay(context, id, { ...display(place), format: 'xlsx' }, 'nl')
	}
};

/** A stream that is let go of at once. */
const closed = async (streaming: Promise<Result<Response>>): Promise<Result<unknown>> => {
	const result = await streaming;
	if (result.ok) await result.value.body?.cancel();
	return result;
};
