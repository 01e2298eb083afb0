import { fail, ok, type Result } from '../problem.ts';
import type { CaseId, ProjectId, SourceId, SpeakerId, UserId } from '../project/ids.ts';
import type { Group } from '../source/source.ts';
import type { Consent } from './consent.ts';
import { exactIn } from './exact.ts';
import type { CaseValues } from './variable.ts';

/** An interview a person took part in; the speaker is known when somebody pointed out which voice is his or hers. */
export type CaseLink = { readonly sourceId: SourceId; readonly speakerId: SpeakerId | null };

/** A person who took part (respondent), known by a code, with properties in classes and what he or she consented to. */
export type Case = {
	readonly id: CaseId;
	readonly projectId: ProjectId;
	/** a code such as VOL-B-03; never a name or an address */
	readonly label: string;
	readonly group: Group;
	readonly values: CaseValues;
	readonly links: readonly CaseLink[];
	/** everything that was said about consent, oldest first */
	readonly consents: readonly Consent[];
	/** ISO day of a request to withdraw that still waits; null = there is none */
	readonly withdrawalRequestedOn: string | null;
	/** ISO day until which this person can withdraw; null = that of the project */
	readonly withdrawalUntil: string | null;
	/** when the content of this person was deleted; then only the code and what was said about consent are left */
	readonly withdrawnAt: Date | null;
	readonly createdBy: UserId;
	readonly createdAt: Date;
	/** from 1; one more with each change */
	readonly version: number;
};

export const longestCaseLabel = 60; // characters: a code, not a sentence

/** Whether a label is a code, and says nothing exact about a person. */
export const checkCaseLabel = (label: string): Result<null> => {
	const kind = exactIn(label);
	return kind === null ? ok(null) : fail('value-too-exact', { kind, classes: '' }, 'label');
};

/** Whether a person was under 16, so that a parent must have consented (UAVG 5). */
export const isMinor = ({ values }: Pick<Case, 'values'>): boolean => values['minor'] === 'yes';

/** Until when a person can withdraw: a day of his or her own, else that of the project; null = always. */
export const lastDayToWithdraw = (
	kase: Pick<Case, 'withdrawalUntil'>,
	project: { readonly withdrawalUntil: string | null }
): string | null => kase.withdrawalUntil ?? project.withdrawalUntil;

/** Nothing changes any more about somebody whose content was deleted. */
export const checkNotWithdrawn = (kase: Pick<Case, 'withdrawnAt'>): Result<null> =>
	kase.withdrawnAt === null ? ok(null) : fail('case-withdrawn');
