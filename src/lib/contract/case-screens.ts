import type { CaseAnswer } from './case.ts';
import type { PseudonymStage } from '../domain/source/pseudonym.ts';
import type { SourceAnswer } from './source.ts';
import type { VariableAnswer } from './variable.ts';

/** The page of all participants. */
export type CaseListScreen = {
	readonly items: readonly CaseAnswer[];
	readonly variables: readonly VariableAnswer[];
	readonly mayAdd: boolean;
	readonly mayEditVariables: boolean;
	/** of the project; null = none was set */
	readonly withdrawalUntil: string | null;
	readonly asksForConsent: boolean;
};

/** An interview that can be linked to somebody, with its voices. */
export type LinkableSource = {
	readonly id: string;
	readonly title: string;
	readonly speakers: readonly { readonly id: string; readonly label: string }[];
};

/** The page of one participant. */
export type CaseScreen = {
	readonly kase: CaseAnswer;
	readonly variables: readonly VariableAnswer[];
	/** interviews this person may link, the linked ones among them */
	readonly sources: readonly LinkableSource[];
	readonly mayReadMemos: boolean;
	readonly mayWriteMemos: boolean;
	readonly today: string;
};

/** The step of an interview at which its participants and their consent are written down. */
export type SourceAttributesScreen = {
	readonly source: SourceAnswer;
	readonly speakers: readonly { readonly id: string; readonly label: string; readonly role: string }[];
	readonly cases: readonly CaseAnswer[];
	/** participants of the project that are not in this interview */
	readonly others: readonly { readonly id: string; readonly label: string }[];
	readonly variables: readonly VariableAnswer[];
	readonly consent: { readonly kind: 'given' | 'no-case' | 'missing' | 'stopped'; readonly labels: readonly string[] };
	readonly asksForConsent: boolean;
	/** a participant is younger than 16, and no parent's consent is on record */
	readonly lacksParent: boolean;
	/** how far the names are; nothing else tells before a release */
	readonly pseudonyms: PseudonymStage;
	/** things found that nobody decided on; 0 for who may not release */
	readonly openNames: number;
	/** what the interviewer wrote for who codes */
	readonly note: string;
	readonly mayEdit: boolean;
	readonly mayRelease: boolean;
	readonly mayPseudonymise: boolean;
	readonly today: string;
};
