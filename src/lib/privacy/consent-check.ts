import { isMinor, type Case } from '../domain/case/case.ts';
import { consentNow, type Consent } from '../domain/case/consent.ts';
import type { SourceId, SpeakerId } from '../domain/project/ids.ts';

/** A person who took part in an interview, as far as consent goes. */
export type Participant = {
	readonly label: string;
	readonly isMinor: boolean;
	readonly consents: readonly Consent[];
	/** the voice that is this person's; null = nobody pointed it out */
	readonly speakerId: SpeakerId | null;
};

/** The people of an interview, as far as consent goes; who withdrew altogether is no part of it any more. */
export const participantsOf = (cases: readonly Case[], sourceId: SourceId): readonly Participant[] =>
	cases
		.filter(({ withdrawnAt }) => withdrawnAt === null)
		.map((kase) => ({
			label: kase.label,
			isMinor: isMinor(kase),
			consents: kase.consents,
			speakerId: kase.links.find((link) => link.sourceId === sourceId)?.speakerId ?? null
		}));

/**
 * Whether an interview may be used: everybody in it consents to take part, and a parent where somebody is under 16.
 * no-case: nobody was written down as its participant; missing: of somebody nothing is known; stopped: somebody
 * refused or withdrew.
 */
export type Participation =
	{ readonly kind: 'given' | 'no-case' } | { readonly kind: 'missing' | 'stopped'; readonly labels: readonly string[] };

export const participationOf = (participants: readonly Participant[]): Participation => {
	if (participants.length === 0) return { kind: 'no-case' };
	const stopped = participants.filter((person) => answers(person, 'participation').some(isStop));
	if (stopped.length > 0) return { kind: 'stopped', labels: stopped.map(({ label }) => label) };
	const missing = participants.filter((person) => answers(person, 'participation').includes('unknown'));
	return missing.length > 0 ? { kind: 'missing', labels: missing.map(({ label }) => label) } : { kind: 'given' };
};

/**
 * Whether a parent still has to consent: who uploaded the interview said that a participant is younger than 16, and of
 * none of its participants a parent's consent is on record (R7).
 */
export const lacksParent = (isMinor: boolean | null, participants: readonly Participant[]): boolean =>
	isMinor === true && !participants.some(({ consents }) => consentNow(consents, 'parental') === 'given');

/** Whether words of an interview may be shown in reports and exports. */
export type QuoteConsent = {
	/** of any passage: everybody in the interview allows it */
	readonly wholeSource: boolean;
	/** the voices of one person each; their own answer counts for what they alone say */
	readonly speakers: ReadonlyMap<SpeakerId, boolean>;
};

/**
 * Quotes may be shown when everybody in the interview consents to that. Where a voice belongs to one person, what that
 * voice says is decided by that person alone; what an interpreter, an interviewer or an unknown voice says, by everybody.
 */
export const quoteConsentOf = (participants: readonly Participant[]): QuoteConsent => {
	const speakers = new Map<SpeakerId, boolean>();
	for (const person of participants)
		if (person.speakerId !== null)
			speakers.set(person.speakerId, (speakers.get(person.speakerId) ?? true) && allowsQuotes(person));
	return { wholeSource: participants.length > 0 && participants.every(allowsQuotes), speakers };
};

/** Whether a passage may be shown, by the voices whose turns it touches; null = words of no known voice. */
export const mayQuotePassage = (
	{ wholeSource, speakers }: QuoteConsent,
	touched: readonly (SpeakerId | null)[]
): boolean =>
	wholeSource || (touched.length > 0 && touched.every((speaker) => speaker !== null && speakers.get(speaker) === true));

const allowsQuotes = (person: Participant): boolean => answers(person, 'quotes').every((answer) => answer === 'given');

const answers = ({ consents, isMinor }: Participant, purpose: 'participation' | 'quotes') => [
	consentNow(consents, purpose),
	...(isMinor ? [consentNow(consents, 'parental')] : [])
];

const isStop = (answer: string): boolean => answer === 'refused' || answer === 'withdrawn';
