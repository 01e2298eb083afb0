import { fail, failAll, ok, type Problem, type Result } from '../problem.ts';
import type { ConsentId, UserId } from '../project/ids.ts';

/** What a person is asked for, each by itself (R1); parental consent is asked for somebody under 16 (R7). */
export const consentPurposes = ['participation', 'recording', 'quotes', 'archive', 'special-data', 'parental'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentStates = ['given', 'refused', 'withdrawn'] as const;
export type ConsentState = (typeof consentStates)[number];

/** How it was said: on paper, digitally, or spoken on the recording. */
export const consentWays = ['paper', 'digital', 'spoken'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** One answer of a person to one question; answers are never changed, a later one follows. */
export type Consent = {
	readonly id: ConsentId;
	readonly purpose: ConsentPurpose;
	readonly state: ConsentState;
	/** ISO day on which it was said */
	readonly decidedOn: string;
	readonly way: ConsentWay;
	/** version of the letter the person read; empty = not written down */
	readonly letter: string;
	readonly recordedBy: UserId;
	readonly recordedAt: Date;
};

/** What holds now for a purpose; unknown = nothing was written down. */
export type ConsentNow = ConsentState | 'unknown';

/** The last answer about a purpose: of the latest day, and of one day the one that was written down last. */
export const lastConsent = (history: readonly Consent[], purpose: ConsentPurpose): Consent | null =>
	history.reduce<Consent | null>(
		(last, consent) => (consent.purpose === purpose && (last === null || isLater(consent, last)) ? consent : last),
		null
	);

/** What holds now for a purpose. */
export const consentNow = (history: readonly Consent[], purpose: ConsentPurpose): ConsentNow =>
	lastConsent(history, purpose)?.state ?? 'unknown';

const isLater = (a: Consent, b: Consent): boolean =>
	a.decidedOn !== b.decidedOn
		? a.decidedOn > b.decidedOn
		: a.recordedAt.getTime() !== b.recordedAt.getTime()
			? a.recordedAt > b.recordedAt
			: a.id > b.id;

/** Whether an answer can be written down: an existing day, not after today, and nothing said after it about the same. */
export const checkConsent = (
	consent: Pick<Consent, 'purpose' | 'decidedOn'>,
	history: readonly Consent[],
	today: string
): Result<null> => {
	const problems: Problem[] = [];
	if (!isDay(consent.decidedOn)) problems.push({ code: 'day-unknown', at: 'decidedOn' });
	else if (consent.decidedOn > today) problems.push({ code: 'consent-in-future', at: 'decidedOn' });
	const last = lastConsent(history, consent.purpose);
	if (problems.length === 0 && last && last.decidedOn > consent.decidedOn)
		return fail('consent-before-last', { day: last.decidedOn }, 'decidedOn');
	return problems.length > 0 ? failAll(problems) : ok(null);
};

/** Whether a text is a day that exists, as 2025-03-14. */
export const isDay = (text: string): boolean => {
	const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!parts) return false;
	const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
	const last = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
	return day >= 1 && day <= last;
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
