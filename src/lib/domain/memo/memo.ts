import type { CaseId, CodeId, CodingId, MemoId, ProjectId, SourceId, UserId } from '../project/ids.ts';
import type { RichText } from '../text/rich-text.ts';

/** What a memo is: a thought, a question to the team, or a possible explanation. */
export const memoKinds = ['thought', 'question', 'explanation'] as const;
export type MemoKind = (typeof memoKinds)[number];

/** Who reads a memo: its author only, or everybody who may see what it is about. */
export const memoVisibilities = ['private', 'shared'] as const;
export type MemoVisibility = (typeof memoVisibilities)[number];

/** What a memo can be about. */
export const memoSubjects = ['project', 'source', 'turn', 'coding', 'code', 'case'] as const;
export type MemoSubject = (typeof memoSubjects)[number];

/** What a memo is about; a turn is told by its number in the text, as references to quotes do. */
export type MemoAbout =
	| { readonly kind: 'project' }
	| { readonly kind: 'source'; readonly sourceId: SourceId }
	| { readonly kind: 'turn'; readonly sourceId: SourceId; readonly turn: number }
	| { readonly kind: 'coding'; readonly codingId: CodingId }
	| { readonly kind: 'code'; readonly codeId: CodeId }
	| { readonly kind: 'case'; readonly caseId: CaseId };

/** That a question was answered: by whom, and when. */
export type Settlement = { readonly by: UserId; readonly at: Date };

/** What somebody writes down while reading: about the project, an interview, a turn, a coding, a code or a participant. */
export type Memo = {
	readonly id: MemoId;
	readonly projectId: ProjectId;
	readonly about: MemoAbout;
	readonly memoKind: MemoKind;
	/** may be empty: then the first words of the body stand for it */
	readonly title: string;
	readonly body: RichText;
	readonly visibility: MemoVisibility;
	readonly authorId: UserId;
	readonly createdAt: Date;
	readonly changedAt: Date;
	/** from 1; one more with each change of what the author wrote */
	readonly version: number;
	/** null: no question, or one that waits for an answer */
	readonly settled: Settlement | null;
};

export const longestMemo = 50_000; // characters of plain text: some twenty pages
export const mostMemoReferences = 200;
