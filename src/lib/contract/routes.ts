import { areaOutlineRoutes } from './area-outline.ts';
import { areaRoutes } from './area.ts';
import { assignmentRoutes } from './assignment.ts';
import { caseRoutes } from './case-routes.ts';
import { carriedCodingRoutes } from './carried-coding.ts';
import { carriedPassageRoutes } from './carried-passage.ts';
import { codeChangeRoutes } from './code-change.ts';
import { codeLineageRoutes } from './code-lineage.ts';
import { codeMergeRoutes } from './code-merge.ts';
import { codeSplitRoutes } from './code-split.ts';
import { codebookVersionRoutes } from './codebook-version.ts';
import { codeRoutes } from './code.ts';
import { codebookImportRoutes } from './codebook-import.ts';
import { codingBatchRoutes } from './coding-batch.ts';
import { codingNoteRoutes } from './coding-note.ts';
import { codingRoutes } from './coding-routes.ts';
import { editionRoutes } from './edition.ts';
import { silenceTaskRoutes } from './silence-task.ts';
import { explanationRoutes } from './explanation.ts';
import { figureImportRoutes } from './figure-import.ts';
import { exportRoutes } from './export.ts';
import { indicatorRoutes } from './indicator.ts';
import { jointDisplayRoutes } from './joint-display-routes.ts';
import { lessonRoutes } from './lesson.ts';
import { memberRoutes } from './member.ts';
import { codeProposalRoutes } from './code-proposal.ts';
import { memoRoutes } from './memo.ts';
import { matrixRoutes } from './matrix.ts';
import { networkDisplayRoutes } from './network-display.ts';
import { observationRoutes } from './observation.ts';
import { photoRoutes } from './photo.ts';
import { pillarRoutes } from './pillar.ts';
import { projectRoutes } from './project.ts';
import { pseudonymRoutes } from './pseudonym-routes.ts';
import { queryRoutes } from './query.ts';
import { exportCheckRoutes } from './export-check.ts';
import { reportCommentRoutes } from './report-comment.ts';
import { reportRoutes } from './report-routes.ts';
import { reportVersionRoutes } from './report-version.ts';
import { reviewSessionRoutes } from './review-session.ts';
import { rereadRoutes } from './reread.ts';
import { retentionRoutes } from './retention.ts';
import { sealedVersionRoutes } from './sealed-version.ts';
import { searchRoutes } from './search.ts';
import type { RouteDescription } from './route-description.ts';
import { sourceImportRoutes } from './source-import.ts';
import { sourceRoutes } from './source-routes.ts';
import { sourceUsesRoutes } from './source-uses.ts';
import { sourceVersionRoutes } from './source-version.ts';
import { studyEvidenceRoutes } from './study-evidence.ts';
import { studyRoutes } from './study.ts';
import { valenceRoutes } from './valence.ts';
import { variableRoutes } from './variable.ts';
import { waveRoutes } from './wave.ts';

const descriptionRoutes: readonly RouteDescription[] = [
	{
		method: 'GET',
		path: '/openapi.json',
		summary: 'Deze beschrijving van de API, voor iedereen',
		tag: 'Beschrijving',
		status: 200,
		media: ['application/json'],
		isPublic: true
	}
];

/** Every route of the API, in the order in which a project is set up and worked on. A test compares them with the files. */
export const routes: readonly RouteDescription[] = [
	...descriptionRoutes,
	...projectRoutes,
	...memberRoutes,
	...areaRoutes,
	...areaOutlineRoutes,
	...waveRoutes,
	...studyRoutes,
	...studyEvidenceRoutes,
	...pillarRoutes,
	...indicatorRoutes,
	...observationRoutes,
	...figureImportRoutes,
	...sourceRoutes,
	...sourceUsesRoutes,
	...rereadRoutes,
	...photoRoutes,
	...sourceImportRoutes,
	...assignmentRoutes,
	...caseRoutes,
	...variableRoutes,
	...sourceVersionRoutes,
	...pseudonymRoutes,
	...sealedVersionRoutes,
	...retentionRoutes,
	...codeRoutes,
	...codeMergeRoutes,
	...codeSplitRoutes,
	...codeChangeRoutes,
	...codeLineageRoutes,
	...codebookVersionRoutes,
	...codebookImportRoutes,
	...valenceRoutes,
	...codingRoutes,
	...carriedCodingRoutes,
	...carriedPassageRoutes,
	...codingBatchRoutes,
	...codeProposalRoutes,
	...memoRoutes,
	...codingNoteRoutes,
	...queryRoutes,
	...searchRoutes,
	...matrixRoutes,
	...jointDisplayRoutes,
	...networkDisplayRoutes,
	...explanationRoutes,
	...silenceTaskRoutes,
	...reviewSessionRoutes,
	...exportCheckRoutes,
	...reportRoutes,
	...editionRoutes,
	...lessonRoutes,
	...reportCommentRoutes,
	...reportVersionRoutes,
	...exportRoutes
];
