import type { z } from 'zod';
import * as areaOutline from './area-outline.ts';
import * as area from './area.ts';
import * as assignment from './assignment.ts';
import * as kase from './case.ts';
import * as caseImport from './case-import.ts';
import * as caseWithdrawal from './case-withdrawal.ts';
import * as carriedCoding from './carried-coding.ts';
import * as carriedPassage from './carried-passage.ts';
import * as code from './code.ts';
import * as codeChange from './code-change.ts';
import * as codeLineage from './code-lineage.ts';
import * as codeMerge from './code-merge.ts';
import * as codeSplit from './code-split.ts';
import * as codebookVersion from './codebook-version.ts';
import * as codebookImport from './codebook-import.ts';
import * as codingBatch from './coding-batch.ts';
import * as codingNote from './coding-note.ts';
import * as coding from './coding.ts';
import * as edition from './edition.ts';
import * as silenceTask from './silence-task.ts';
import * as explanation from './explanation.ts';
import * as figureImport from './figure-import.ts';
import * as indicator from './indicator.ts';
import * as decision from './decision.ts';
import * as indicatorFigures from './indicator-figures.ts';
import * as jointDisplay from './joint-display.ts';
import * as quoteChoice from './quote-choice.ts';
import * as lesson from './lesson.ts';
import * as member from './member.ts';
import * as codeProposal from './code-proposal.ts';
import * as memo from './memo.ts';
import * as matrix from './matrix.ts';
import * as networkDisplay from './network-display.ts';
import * as observation from './observation.ts';
import * as photo from './photo.ts';
import * as pillar from './pillar.ts';
import * as project from './project.ts';
import * as pseudonym from './pseudonym.ts';
import * as query from './query.ts';
import * as report from './report.ts';
import * as reportDocument from './report-document.ts';
import * as exportCheck from './export-check.ts';
import * as reportComment from './report-comment.ts';
import * as reportVersion from './report-version.ts';
import * as reread from './reread.ts';
import * as retention from './retention.ts';
import * as reviewSession from './review-session.ts';
import * as richText from './rich-text.ts';
import * as sealedVersion from './sealed-version.ts';
import * as search from './search.ts';
import * as source from './source.ts';
import * as sourceEdit from './source-edit.ts';
import * as sourceImport from './source-import.ts';
import * as sourceUses from './source-uses.ts';
import * as sourceVersion from './source-version.ts';
import * as study from './study.ts';
import * as studyEvidence from './study-evidence.ts';
import * as turns from './turns.ts';
import * as valence from './valence.ts';
import * as variable from './variable.ts';
import * as wave from './wave.ts';

const modules = [
	...[project, member, area, areaOutline, wave, study, studyEvidence, pillar, indicator, observation, figureImport],
	...[
		source,
		photo,
		sourceEdit,
		assignment,
		sourceImport,
		sourceUses,
		sourceVersion,
		reread,
		pseudonym,
		retention,
		sealedVersion,
		turns,
		kase,
		caseImport,
		caseWithdrawal,
		variable,
		code,
		codeMerge,
		codeSplit,
		codeChange,
		codeProposal,
		codebookImport,
		codeLineage,
		codebookVersion,
		valence,
		coding,
		codingNote,
		carriedCoding,
		carriedPassage,
		codingBatch,
		richText,
		memo,
		query,
		search,
		jointDisplay,
		decision,
		indicatorFigures,
		quoteChoice,
		matrix,
		networkDisplay,
		explanation,
		silenceTask,
		reviewSession,
		report,
		reportDocument,
		edition,
		lesson,
		exportCheck,
		reportComment,
		reportVersion
	]
];

const isSchema = (value: unknown): value is z.core.$ZodType =>
	typeof value === 'object' && value !== null && '_zod' in value;

/**
 * The schemas that have a name in the description of the API: that of their constant, e.g. `areaAnswer` is AreaAnswer.
 * A schema without one is written out where it is used.
 */
export const schemaNames: ReadonlyMap<z.core.$ZodType, string> = new Map(
	modules.flatMap((module) =>
		Object.entries<unknown>(module).flatMap(([name, value]) =>
			/(Answer|Item|Input)$/.test(name) && isSchema(value) ? [[value, name[0]?.toUpperCase() + name.slice(1)]] : []
		)
	)
);
