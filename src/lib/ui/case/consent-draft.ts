import type { RecordConsentInput } from '#lib/contract/case.ts';
import {
	consentPurposes,
	consentStates,
	consentWays,
	type ConsentPurpose,
	type ConsentWay
} from '#lib/domain/case/consent.ts';

/** What somebody fills in about consent: an answer by purpose, said on one day in one way. */
export type ConsentDraft = {
	/** empty = nothing is written down about it */
	readonly answers: Readonly<Record<string, string>>;
	readonly decidedOn: string;
	readonly way: ConsentWay;
	readonly letter: string;
};

/** Nothing filled in yet. */
export const emptyConsent = (today: string): ConsentDraft => ({
	answers: {},
	decidedOn: today,
	way: 'paper',
	letter: ''
});

/** The answers that were filled in, as the API takes them. */
export const consentsOf = ({ answers, decidedOn, way, letter }: ConsentDraft): RecordConsentInput['consents'] =>
	consentPurposes.flatMap((purpose) => {
		const state = consentStates.find((known) => known === answers[purpose]);
		return state ? [{ purpose, state, way, letter, ...(decidedOn !== '' && { decidedOn }) }] : [];
	});

/** A way as it was chosen in a list. */
export const wayOf = (value: string): ConsentWay => consentWays.find((known) => known === value) ?? 'paper';

/** The purposes that are asked: of a parent only for somebody under 16. */
export const askedPurposes = (isMinor: boolean): readonly ConsentPurpose[] =>
	consentPurposes.filter((purpose) => purpose !== 'parental' || isMinor);
