declare const kind: unique symbol;

/** An opaque identifier. Ids of different kinds cannot be mixed up; a plain string from the edge may become one. */
type Id<K extends string> = string & { readonly [kind]?: K };

export type ProjectId = Id<'project'>;
export type UserId = Id<'user'>;
export type MembershipId = Id<'membership'>;
export type AreaId = Id<'area'>;
export type WaveId = Id<'wave'>;
export type StudyId = Id<'study'>;
export type StudyTableId = Id<'study-table'>;
export type FindingId = Id<'finding'>;
export type PillarId = Id<'pillar'>;
export type IndicatorId = Id<'indicator'>;
export type ObservationId = Id<'observation'>;
export type FigureImportId = Id<'figure-import'>;
export type PhotoId = Id<'photo'>;
export type SourceId = Id<'source'>;
export type SpeakerId = Id<'speaker'>;
export type CodeId = Id<'code'>;
export type CodebookVersionId = Id<'codebook-version'>;
export type CodingId = Id<'coding'>;
export type CodeProposalId = Id<'code-proposal'>;
export type MemoId = Id<'memo'>;
export type ExplanationId = Id<'explanation'>;
export type EvidenceId = Id<'evidence'>;
export type SilenceTaskId = Id<'silence-task'>;
export type ReviewSessionId = Id<'review-session'>;
export type RecognitionId = Id<'recognition'>;
export type CaseId = Id<'case'>;
export type AssignmentId = Id<'assignment'>;
export type ConsentId = Id<'consent'>;
export type ReportId = Id<'report'>;
export type LiveBlockId = Id<'live-block'>;
export type EditionId = Id<'edition'>;
export type LessonId = Id<'lesson'>;
export type ReportVersionId = Id<'report-version'>;
export type ReportCommentId = Id<'report-comment'>;
