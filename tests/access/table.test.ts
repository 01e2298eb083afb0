import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../src/lib/domain/problem.ts';
import { actions, roles } from '../../src/lib/domain/project/membership.ts';
import type { Actor, Context } from '../../src/lib/server/access/context.ts';
import { inviteMember } from '../../src/lib/server/commands/invite-member.ts';
import { newId } from '../../src/lib/server/new-id.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { codesOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addProject, addUser, contextFor } from '../support/project.ts';
import { cases, type Case } from './cases.ts';
import { countRows } from './count-rows.ts';
import { addPlace, reaches, type Place } from './place.ts';

/**
 * What administrator, interviewer, coder, codebook manager, author and reader get, in this order, and the key holder where
 * there is a seventh sign (else nothing): with the role in all areas, with the role in the one area that everything is
 * about, and with the role in another area only.
 *
 * + done · - not allowed · 0 an answer without anything of the area · s, c, m, x, p, i, q, r: source, coding, memo,
 * explanation, proposal, import, case or report unknown · d: review session unknown · e, l: edition or lesson unknown ·
 * f: finding or table unknown · t: task unknown · a, u: assignment unknown, or one that does not fit the roles
 */
const table = `
                                      AICKWRH | AICKWRH | AICKWRH
project.read
  readProject                         +++++++ | +++++++ | +++++++
  viewNavigation                      +++++++ | +++++++ | +++++++
  liveEvents                          +++++++ | +++++++ | +++++++
  liveEventsOn                        +++++++ | +++++++ | +++++++
  listSilenceTasks                    +0+++00 | +0+++00 | 0000000
  readSourceImport                    i+iiiii | i+iiiii | i+iiiii
  listSourceImports                   +++++++ | +++++++ | +++++++
project.manage
  update-project                      +----- | ------ | ------
  delete-project                      +----- | ------ | ------
  viewSettings                        +----- | ------ | ------
  update-pseudonym-settings           +----- | ------ | ------
member.manage
  add-member                          +----- | ------ | ------
  set-member-roles                    +----- | ------ | ------
  remove-member                       +----- | ------ | ------
  invite-member                       +----- | ------ | ------
  listMembers                         +----- | ------ | ------
  viewMembers                         +----- | ------ | ------
frame.read
  listAreas                           +++++++ | +++++++ | +++++++
  listWaves                           +++++++ | +++++++ | +++++++
  listStudies                         +++++++ | +++++++ | +++++++
  listPillars                         +++++++ | +++++++ | +++++++
  listIndicators                      +++++++ | +++++++ | +++++++
  listValences                        +++++++ | +++++++ | +++++++
  readOutline                         +++++++ | +++++++ | +++++++
  viewOutlines                        +++++++ | +++++++ | +++++++
frame.edit
  add-area                            +----- | ------ | ------
  update-area                         +----- | ------ | ------
  delete-area                         +----- | ------ | ------
  add-wave                            +----- | ------ | ------
  update-wave                         +----- | ------ | ------
  delete-wave                         +----- | ------ | ------
  store-outline                       +----- | ------ | ------
  store-outline deleteOutline         +----- | ------ | ------
  add-pillar                          +----- | ------ | ------
  update-pillar                       +----- | ------ | ------
  delete-pillar                       +----- | ------ | ------
  add-indicator                       +----- | ------ | ------
  update-indicator                    +----- | ------ | ------
  delete-indicator                    +----- | ------ | ------
  import-indicators                   +----- | ------ | ------
  add-kernset-template                +----- | ------ | ------
  save-observation                    +----- | ------ | ------
  save-typed-observation              +----- | ------ | ------
  store-observations                  +----- | ------ | ------
  import-figures                      +----- | ------ | ------
  import-figures previewObservations  +----- | ------ | ------
  viewFiguresImport                   +----- | ------ | ------
  undo-figure-import                  +----- | ------ | ------
  listFigureImports                   +----- | ------ | ------
  delete-observation                  +----- | ------ | ------
  exportKernset                       +----- | ------ | ------
  change-variables addVariable        +----- | ------ | ------
  change-variables updateVariable     +----- | ------ | ------
  change-variables deleteVariable     +----- | ------ | ------
figures.read
  listObservations                    +++++-+ | +++++-+ | 00000-0
  viewIndicator                       +++++-+ | +++++-+ | 00000-0
  listObservationChanges              +++++-+ | +++++-+ | 00000-0
source.list
  listSources                         +++++-+ | +++++-+ | 00000-0
  viewSourceList                      +++++-+ | +++++-+ | 00000-0
  readSourceAttributes                +++++-+ | +++++-+ | sssss-s
  viewSourcePreparation               +++++-+ | +++++-+ | sssss-s
  viewSourceUses                      +++++-+ | +++++-+ | sssss-s
  readSourceUses                      +++++-+ | +++++-+ | sssss-s
  liveEvents of a source              -++++-- | -++++-- | sssss-s
  liveEventsOn a source               -++++-- | -++++-- | sssss-s
  listAssignments                     +++++-+ | +0+++-+ | 00000-0
source.upload
  upload-source                       -+---- | -+---- | ------
  viewUploadChoices                   -+---- | -+---- | -+----
  import-sources                      -+---- | -+---- | ------
  cancel-import                       -+---- | -+---- | -+----
source.prepare
  update-source                       -+---- | -+---- | -s----
  change-turns                        -+---- | -+---- | -s----
  edit-source                         -+---- | -+---- | -s----
  compare-file                        -+---- | -+---- | -s----
  reread-source                       -+---- | -+---- | -s----
  reread-source preview               -+---- | -+---- | -s----
  previewEdit                         -+---- | -+---- | -s----
  add-photo                           -+---- | -+---- | -s----
  change-photo                        -+---- | -+---- | -s----
  change-photo deletePhoto            -+---- | -+---- | -s----
source.release
  update-source restrict              ++---- | ++---- | ss----
  delete-source                       ++---- | ++---- | ss----
  delete-source restoreSource         ++---- | ++---- | ss----
source.pseudonymise
  viewPseudonyms                      -+----+ | -+----+ | -s----s
  readPseudonymSettings               ++----+ | -+----+ | -+----+
  decide-pseudonyms                   -+----+ | -+----+ | -s----s
  replace-pseudonyms                  -+----+ | -+----+ | -s----s
  finish-pseudonyms                   -+----+ | -+----+ | -s----s
  finish-pseudonyms readTurns         -+----+ | -+----+ | -s----s
  settle-name                         -+----+ | -+----+ | -s----s
source.read-text
  readSource                          -++++- | -++++- | -ssss-
  listPhotos                          -++++- | -++++- | -ssss-
  readPicture                         -++++- | -++++- | -ssss-
source.assign
  assign-sources                      +--+--- | +--+--- | s--s---
  unassign-sources                    +--+--- | +a-+--- | aaaa--a
reading.mark
  record-reading                      --+++-- | --+++-- | --sss--
work.read
  viewMyWork                          -++++-+ | -++++-+ | -++++-+
work.settle
  note-visit                          -++++-+ | -++++-+ | -++++-+
  change-silence-tasks completeSilenceTask -t--+-t | -t--+-t | -tttt-t
  change-silence-tasks reopenSilenceTask -t--+-t | -t--+-t | -tttt-t
work.take
  assign-sources to oneself           -u+---u | -s+---u | -ss---s
  complete-assignment                 -a+---a | -a+---a | -aa---a
  complete-assignment reopenAssignment -a+---a | -a+---a | -aa---a
case.read
  listCases                           +++++- | +++++- | 00000-
  viewCases                           +++++- | +++++- | 00000-
  listVariables                       +++++- | +++++- | +++++-
  readCase                            +++++- | +++++- | qqqqq-
  viewCase                            +++++- | +++++- | qqqqq-
  viewSourceAttributes                +++++- | +++++- | sssss-
case.edit
  add-case                            ++---- | ++---- | ss----
  update-case                         ++---- | ++---- | qq----
  delete-case                         ++---- | ++---- | ++----
  record-consent                      ++---- | ++---- | qq----
  import-cases                        ++---- | ++---- | ++----
  exportCase                          -+---- | -+---- | qq----
case.withdraw
  withdraw-case                       ++---- | ++---- | qq----
  withdraw-case preview               ++---- | ++---- | qq----
  listSourceVersions                  -++++- | -++++- | -ssss-
  readSourceVersion                   -++++- | -++++- | -ssss-
  readTextDifferences                 -++++- | -++++- | -ssss-
  viewEditScreen                      -++++- | -++++- | -ssss-
  viewVersionsScreen                  -++++- | -++++- | -ssss-
codebook.read
  listCodes                           +++++- | +++++- | +++++-
  codebookScreen                      +++++- | +++++- | +++++-
  exportCodebook                      +++++- | +++++- | +++++-
  listVersions                        +++++- | +++++- | +++++-
  versionsScreen                      +++++- | +++++- | +++++-
  readVersion                         +++++- | +++++- | +++++-
  readVersionDifferences              +++++- | +++++- | +++++-
  readCodeLineage                     +++++- | +++++- | +++++-
  listChanges                         +++++- | +++++- | +++++-
codebook.edit
  add-code                            ---+-- | ------ | ------
  update-code                         ---+-- | ------ | ------
  merge-codes                         ---+-- | ------ | ------
  import-codebook                     ---+-- | ------ | ------
  change-codes                        ---+-- | ------ | ------
  split-code                          ---+-- | ------ | ------
  splitScreen                         ---+-- | ------ | ------
  undo-code-change                    ---+-- | ------ | ------
  undo-code-change redoCodeChange     ---+-- | ------ | ------
  undo-code-merge                     ---+-- | ------ | ------
  make-codebook-version               ---+-- | ------ | ------
  update-codebook-version             ---+-- | ------ | ------
  set-forerunners                     ---+-- | ------ | ------
  delete-code                         ---+-- | ------ | ------
  restore-code                        ---+-- | ------ | ------
  decide-proposal                     ---+-- | ------ | ------
  take-example                        ---+-- | ------ | ------
  take-example dropExample            ---+-- | ------ | ------
coding.read
  listCodings                         --+++- | --+++- | --000-
  listCodingNotes                     --+++- | --+++- | --000-
  viewNotes                           --+++- | --+++- | --000-
  readCoding                          --+++- | --+++- | --ccc-
  runQuery                            --+++- | --+++- | --000-
  search                              --+++- | --+++- | --000-
  searchByWords                       --+++- | --+++- | --+++-
  listCodingBatches                   --+++- | --+++- | --+++-
  viewSearch                          --+++- | --+++- | --000-
  viewQuestion                        --+++- | --+++- | --000-
  listCodeFrequencies                 --+++- | --+++- | --000-
  viewCrosstab                        --+++- | --+++- | --000-
  viewCooccurrences                   --+++- | --+++- | --000-
  readReading                         --+++- | --+++- | --sss-
  codingDesk                          --+++- | --+++- | --sss-
  viewQuoteChoices                    --+++- | --+++- | ------
  listOrphans                         --+++- | --+++- | --000-
  listChangedCodings                  --+++- | --+++- | --000-
  listProposals                       --+++- | --+++- | --000-
  readProposal                        --+++- | --+++- | --ppp-
  reopen-proposal                     ---+-- | ------ | --ppp-
coding.apply
  apply-code                          --+--- | --+--- | --s---
  add-coding-batch                    --+--- | --+--- | --s---
  undo-coding-batch removeCodingBatch --+--- | --+--- | --+---
  undo-coding-batch restoreCodingBatch --+--- | --+--- | --+---
  add-proposal                        --+--- | --+--- | --s---
  decide-proposal withdrawProposal    --+--- | --+--- | --+---
  carryPassages                       --+--- | --+--- | --s---
  place-orphan                        --++-- | --+--- | --s---
  place-orphan dismissOrphan          --++-- | --+--- | --s---
  place-orphan restoreOrphan          --++-- | --+--- | --s---
  unplace-orphan                      --++-- | --+--- | --s---
  review-codings                      --+--- | --+--- | --c---
  review-codings takeBackReviews      --+--- | --+--- | --c---
  change-coding                       --++-- | --+--- | --s---
  remove-coding                       --++-- | --+--- | --s---
  remove-coding restoreCoding         --++-- | --+--- | --s---
memo.read
  listMemos                           -0+++- | -0+++- | -0000-
  viewMemos                           -0+++- | -0+++- | -0000-
  readMemo                            -m+++- | -m+++- | -mmmm-
  exportMemos                         -0+++- | -0+++- | -0000-
memo.write
  add-memo                            -c+++- | -c+++- | -cccc-
  change-memo                         -++++- | -++++- | -++++-
  delete-memo                         -++++- | -++++- | -++++-
  restore-memo                        -++++- | -++++- | -++++-
memo.settle
  settle-memo                         -m++-- | -m++-- | -mmmm-
  settle-memo reopenMemo              -m++-- | -m++-- | -mmmm-
display.read
  readJointDisplay                    +-+++- | +-+++- | ------
  viewDecisionHistory                 +-+++- | +-+++- | ------
  viewMatrix                          +-+++- | +-+++- | 0-000-
  readMatrix                          +-+++- | +-+++- | 0-000-
  listDecisionsToReview               +-+++- | +-+++- | +-+++-
  viewNetworkDisplay                  +-+++- | +-+++- | 0-000-
  readNetworkDisplay                  +-+++- | +-+++- | 0-000-
display.decide
  decide-fit                          ----+- | ----+- | ------
  read-decision                       ----+- | ----+- | ------
  change-silence-tasks addSilenceTask ----+- | ----+- | ------
  change-silence-tasks deleteSilenceTask ----+- | ----+- | ----t-
  choose-quote                        ----+- | ----+- | ------
  drop-quote                          ----+- | ----+- | ------
explanation.read
  listExplanations                    +-+++- | +-+++- | 0-000-
  viewExplanations                    +-+++- | +-+++- | 0-000-
  listRecognitions                    +-+++- | +-+++- | 0-000-
  listReviewSessions                  +-+++- | +-+++- | 0-000-
  viewReviewSessions                  +-+++- | +-+++- | 0-000-
  viewReviewSession                   +-+++- | +-+++- | d-ddd-
  readReviewSession                   +-+++- | +-+++- | d-ddd-
  exportReviewSession                 +-+++- | +-+++- | d-ddd-
explanation.write
  add-explanation                     ----+- | ----+- | ------
  update-explanation                  ----+- | ----+- | ----x-
  delete-explanation                  ----+- | ----+- | ----x-
  add-recognition                     ----+- | ----+- | ----x-
  change-review-sessions addReviewSession ----+- | ----+- | ------
  change-review-sessions updateReviewSession ----+- | ----+- | ----d-
  change-review-sessions deleteReviewSession ----+- | ----+- | ----d-
  change-review-sessions recogniseFigure ----+- | ----+- | ----d-
study.read
  viewStudies                         +-+++- | +-+++- | +-+++-
  viewStudy                           +-+++- | +-+++- | 0-000-
  readStudy                           +-+++- | +-+++- | 0-000-
  exportStudyTable                    +-+++- | +-+++- | f-fff-
study.write
  add-study                           +---+- | ------ | ------
  update-study                        +---+- | ------ | ------
  delete-study                        +---+- | ------ | ------
  change-findings addFinding          +---+- | +---+- | ------
  change-findings updateFinding       +---+- | +---+- | f---f-
  change-findings deleteFinding       +---+- | +---+- | f---f-
  change-study-tables addStudyTable   +---+- | +---+- | ------
  change-study-tables updateStudyTable +---+- | +---+- | f---f-
  change-study-tables deleteStudyTable +---+- | +---+- | f---f-
report.read
  listReports                         ----+- | ----+- | ----0-
  readReport                          ----+- | ----+- | ----r-
  viewReport                          ----+- | ----+- | ----r-
  readSection                         ----+- | ----+- | ----r-
  readBlock                           ----+- | ----+- | ----r-
  viewExportCheck                     ----+- | ----+- | ----r-
  listReportComments                  ----+- | ----+- | ----r-
  viewReportComments                  ----+- | ----+- | ----r-
  listReportVersions                  ----+- | ----+- | ----r-
  readReportVersion                   ----+- | ----+- | ----r-
  viewReportVersions                  ----+- | ----+- | ----r-
  viewReportChoices                   ----+- | ----+- | ----r-
  searchReportQuotes                  ----+- | ----+- | ----r-
  exportReport                        ----+- | ----+- | ----r-
report.write
  add-report                          ----+- | ----+- | ------
  update-report                       ----+- | ----+- | ----r-
  delete-report                       ----+- | ----+- | ----r-
  delete-report restoreReport         ----+- | ----+- | ----r-
  write-section                       ----+- | ----+- | ----r-
  add-report-comment                  ----+- | ----+- | ----r-
  reply-to-comment                    ----+- | ----+- | ----r-
  settle-report-comment               ----+- | ----+- | ----r-
  settle-report-comment reopenReportComment ----+- | ----+- | ----r-
  delete-report-comment               ----+- | ----+- | ----r-
  delete-report-comment restoreReportComment ----+- | ----+- | ----r-
  make-report-version                 ----+- | ----+- | ----r-
  return-section                      ----+- | ----+- | ----r-
  place-block                         ----+- | ----+- | ----r-
  refresh-block                       ----+- | ----+- | ----r-
  keep-block                          ----+- | ----+- | ----r-
publication.read
  listEditions                        +-++++ | +-++++ | 0-0000
  viewEditions                        +-++++ | +-++++ | 0-0000
  viewEdition                         +-++++ | +-++++ | e-eeee
  readEdition                         +-++++ | +-++++ | e-eeee
  exportEdition                       +-++++ | +-++++ | e-eeee
  listLessons                         +-++++ | +-++++ | 0-0000
  viewLessons                         +-++++ | +-++++ | 0-0000
  readLesson                          +-++++ | +-++++ | l-llll
publication.write
  publish-factsheet                   ----+- | ----+- | ------
  withdraw-edition                    ----+- | ----+- | ----e-
  change-lessons addLesson            ----+- | ----+- | ------
  change-lessons updateLesson         ----+- | ----+- | ----l-
  change-lessons archiveLesson        ----+- | ----+- | ----l-
  change-lessons restoreLesson        ----+- | ----+- | ----l-
export.quotes
  exportQuotes                        ----+- | ----+- | ----0-
  exportQueriedQuotes                 ----+- | ----+- | ----0-
export.display
  exportNetworkDisplay                ----+- | ----+- | ----0-
  confirm-export                      ----+- | ----+- | ------
  exportLongDisplay                   ----+- | ----+- | ----0-
  exportJointDisplay                  ----+- | ----+- | ------
  exportFactsheet                     ----+- | ----+- | ------
name.report
  report-name                         --+++- | --+++- | --sss-
pseudonym.check
  check-pseudonyms                    ------+ | ------+ | ------s
key.open
  open-key                            ------+ | ------+ | ------s
  open-version                        ------+ | ------+ | ------s
  listSealedVersions                  ------+ | ------+ | ------s
  readSealedVersion                   ------+ | ------+ | ------s
  viewSealedVersions                  ------+ | ------+ | ------s
  open-original                       ------+ | ------+ | ------s
  open-original destroyOriginal       ------+ | ------+ | ------s
key.destroy
  destroy-key                         +-----+ | +-----+ | s-----s
  destroy-key decideDestruction       +-----+ | +-----+ | s-----s
  destroy-key proposeDestructions     +-----+ | +-----+ | s-----s
  destroy-key decideDestructions      +-----+ | +-----+ | s-----s
  viewRetention                       +-----+ | +-----+ | 0-----0
  exportDestructions                  +-----+ | +-----+ | 0-----0
`;

type Line = { readonly action: string; readonly name: string; readonly expected: readonly string[] };

const lines: readonly Line[] = (() => {
	let action = '';
	return table
		.trim()
		.split('\n')
		.slice(1)
		.flatMap((line) => {
			const found = /^ {2}(\S.*?) +(\S{6,7}) \| (\S{6,7}) \| (\S{6,7})$/.exec(line);
			if (found)
				return [{ action, name: found[1] ?? '', expected: found.slice(2).map((signs) => signs.padEnd(7, '-')) }];
			action = line.trim();
			return [];
		});
})();

/** Commands that are about the account or the installation, not about a project: tests/auth and tests/commands. */
const withoutProject = [
	'accept-invitation',
	'add-user',
	'change-password',
	'create-project',
	'create-token',
	'disable-user',
	'end-session',
	'load-demo',
	'make-setup-link',
	'revoke-token',
	'set-up',
	'sign-in',
	'sign-out',
	'update-account'
];
/** Steps that commands share. */
const shared = [
	'carry-turn-memos',
	'figure-memory',
	'preview-draft',
	'change-codebook',
	'change-codebook-versions',
	'take-made-code',
	'retake-acceptance',
	'add-evidence',
	'change-explanations',
	'change-frame',
	'change-study-evidence',
	'change-members',
	'change-memos',
	'apply-consent',
	'withdrawn-uses',
	'carry-readings',
	'case-input',
	'destroy-interview',
	'names-left',
	'withdrawn-traces',
	'work-changed',
	'change-proposals',
	'change-reports',
	'change-written',
	'change-report-comments',
	'change-pseudonyms',
	'change-text',
	'check-export',
	'clean-words',
	'keep-key',
	'keep-observations',
	'revise-figures',
	'lapse-tests',
	'tested-rounds',
	'photos-changed',
	'keep-original',
	'parse-words',
	'plan-merges',
	'seal-waiting',
	'sweep-originals',
	'hand-over-codings',
	'run-imports',
	'store-indicators',
	'store-source'
];

let store: Store;
let place: Place;
let elsewhere: { readonly id: string };
beforeAll(async () => {
	store = await testStore();
	place = await addPlace(store);
	elsewhere = await addProject(store, 'Elders');
});
afterAll(() => store.close());

const caseOf = (name: string): Case => {
	const found = cases[name];
	if (!found) throw new RangeError(`no case ${name}`);
	return found;
};
const isCommand = (name: string) => /^[a-z]+-/.test(name);

/** What came of it, in one sign. */
const signOf = (result: Result<unknown>, shown: string | null): string => {
	if (result.ok) return shown === null || textOf(result.value).includes(shown) ? '+' : '0';
	const signs: Readonly<Record<string, string>> = {
		'not-allowed': '-',
		'source-unknown': 's',
		'coding-unknown': 'c',
		'memo-unknown': 'm',
		'assignment-unknown': 'a',
		'assignment-unfit': 'u',
		'case-unknown': 'q',
		'report-unknown': 'r',
		'proposal-unknown': 'p',
		'explanation-unknown': 'x',
		'silence-task-unknown': 't',
		'review-session-unknown': 'd',
		'edition-unknown': 'e',
		'lesson-unknown': 'l',
		'evidence-unknown': 'f',
		'import-unknown': 'i'
	};
	const codes = codesOf(result).join();
	return signs[codes] ?? codes;
};

const textOf = (value: unknown): string =>
	typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array
		? new TextDecoder().decode(value.bytes)
		: JSON.stringify(value);

class Undone extends Error {}

/** Tries a case; what it stores is undone when it may be stored. What must be refused runs as it does in the product. */
const attempt = async (
	{ name, isExpected }: { readonly name: string; readonly isExpected: boolean },
	userId: string,
	options: { readonly token?: Actor['token']; readonly projectId?: string } = {}
): Promise<Result<unknown>> => {
	const { run } = caseOf(name);
	const { token = null, projectId = place.project.id } = options;
	const context = await contextFor(store, userId, { token });
	if (!isExpected || name.startsWith('liveEvents')) return run(context, place, projectId);
	const outcome: { result?: Result<unknown> } = {};
	try {
		await store.db.transaction().execute(async (trx) => {
			const inside: Context = { ...context, db: trx };
			outcome.result = await run(inside, place, projectId);
			throw new Undone();
		});
	} catch (error) {
		if (!(error instanceof Undone)) throw error;
	}
	if (!outcome.result) throw new Error('nothing came of it');
	return outcome.result;
};

describe('the table', () => {
	test('has something to try for every action', () => {
		expect([...new Set(lines.map(({ action }) => action))]).toEqual([...actions]);
	});

	test('tries everything there is to try, once', () => {
		expect(lines.map(({ name }) => name).toSorted()).toEqual(Object.keys(cases).toSorted());
	});

	test('tries every command that changes something of a project', () => {
		const present = readdirSync(new URL('../../src/lib/server/commands/', import.meta.url))
			.map((file) => file.replace(/\.ts$/, ''))
			.filter((name) => !name.startsWith('demo-') && !withoutProject.includes(name) && !shared.includes(name));
		const tried = new Set(lines.map(({ name }) => name.split(' ')[0] ?? '').filter(isCommand));
		expect([...tried].toSorted()).toEqual(present.toSorted());
	});
});

describe('who gets what, with nothing stored when it is refused', () => {
	for (const { action, name, expected } of lines)
		test(`${action}: ${name}`, async () => {
			const before = await countRows(store.db);
			const { shows } = caseOf(name);
			const found: string[] = [];
			for (const [index, reach] of reaches.entries()) {
				let signs = '';
				for (const [at, role] of roles.entries()) {
					const userId = place.person(role, reach);
					const isExpected = /[+0]/.test((expected[index] ?? '')[at] ?? '');
					signs += signOf(await attempt({ name, isExpected }, userId), shows ? shows(place, userId) : null);
				}
				found.push(signs);
			}
			expect(found).toEqual(expected);

			const stranger = place.project.users.stranger;
			expect(codesOf(await attempt({ name, isExpected: false }, stranger))).toEqual(['project-unknown']);
			expect(await countRows(store.db)).toEqual(before);
		});
});

describe('who has an account but no role in the project', () => {
	test('gets nothing of it by managing the installation', async () => {
		const before = await countRows(store.db);
		const manager = await addUser(store, 'Beheerder van alles', true);
		for (const { name } of lines)
			expect({ name, codes: codesOf(await attempt({ name, isExpected: false }, manager)) }).toEqual({
				name,
				codes: ['project-unknown']
			});
		expect(await countRows(store.db)).toEqual({ ...before, users: (before['users'] ?? 0) + 1 });
	});

	test('does not get in by inviting somebody as a manager of the installation too', async () => {
		const manager = await contextFor(store, await addUser(store, 'Beheerder van alles', true));
		const { email } = await store.db
			.selectFrom('users')
			.select('email')
			.where('id', '=', manager.actor.userId)
			.executeTakeFirstOrThrow();
		const before = await countRows(store.db);
		for (const projectId of [place.project.id, newId(), 'geen-id']) {
			const input = { email, name: 'Ikzelf', role: 'author', isAdministrator: true };
			expect(codesOf(await inviteMember(manager, projectId, input))).toEqual(['project-unknown']);
		}
		expect(await countRows(store.db)).toEqual(before);
	});

	test('gets nothing of it with a role in another project', async () => {
		for (const { name, expected } of lines) {
			const role = roles[(expected[0] ?? '').indexOf('+')] ?? 'reader';
			const userId = place.person(role, 'everywhere');
			const found = codesOf(await attempt({ name, isExpected: false }, userId, { projectId: elsewhere.id }));
			expect({ name, found }).toEqual({ name, found: ['project-unknown'] });
		}
	});
});

describe('a token', () => {
	/** Who may do it without a token. */
	const ableOne = (expected: readonly string[]) => {
		const role = roles[(expected[0] ?? '').indexOf('+')];
		if (!role) throw new RangeError('nobody may do this');
		return place.person(role, 'everywhere');
	};
	/** Views that only serve a change. */
	const asksWriting = [
		...[
			'exportKernset',
			'viewFiguresImport',
			'listFigureImports',
			'viewUploadChoices',
			'viewSettings',
			'viewMembers',
			'splitScreen'
		],
		...['exportCase', 'previewEdit', 'carryPassages', 'viewPseudonyms', 'readPseudonymSettings'],
		...['viewRetention', 'exportDestructions', 'listSealedVersions', 'readSealedVersion', 'viewSealedVersions']
	];

	test('that reads only is refused for every change, and reads what its person reads', async () => {
		const before = await countRows(store.db);
		const token = { scope: 'read', projectId: null } as const;
		for (const { name, expected } of lines) {
			const isRefused = isCommand(name) || asksWriting.includes(name);
			const result = await attempt({ name, isExpected: !isRefused }, ableOne(expected), { token });
			expect({ name, found: codesOf(result) }).toEqual({ name, found: isRefused ? ['token-reads-only'] : [] });
		}
		expect(await countRows(store.db)).toEqual(before);
	});

	test('that writes does what its person may do, and no more', async () => {
		const token = { scope: 'write', projectId: place.project.id } as const;
		for (const { name, expected } of lines) {
			const able = await attempt({ name, isExpected: true }, ableOne(expected), { token });
			expect({ name, found: codesOf(able) }).toEqual({ name, found: [] });
			const at = (expected[0] ?? '').indexOf('-');
			const unable = roles[at];
			if (!unable) continue;
			const refused = await attempt({ name, isExpected: false }, place.person(unable, 'everywhere'), { token });
			expect({ name, found: codesOf(refused) }).toEqual({ name, found: ['not-allowed'] });
		}
	});

	test('of another project opens nothing here', async () => {
		const before = await countRows(store.db);
		const token = { scope: 'write', projectId: elsewhere.id } as const;
		for (const { name, expected } of lines) {
			const result = await attempt({ name, isExpected: false }, ableOne(expected), { token });
			expect({ name, found: codesOf(result) }).toEqual({ name, found: ['project-unknown'] });
		}
		expect(await countRows(store.db)).toEqual(before);
	});
});
