import { describe, expect, test } from 'vitest';
import type { Consent, ConsentPurpose, ConsentState } from '#lib/domain/case/consent.ts';
import { mayQuotePassage, participationOf, quoteConsentOf, type Participant } from '#lib/privacy/consent-check.ts';

const said = (purpose: ConsentPurpose, state: ConsentState): Consent => ({
	id: `${purpose} ${state}`,
	purpose,
	state,
	decidedOn: '2025-03-01',
	way: 'spoken',
	letter: '',
	recordedBy: 'anna',
	recordedAt: new Date('2025-03-01T09:00:00Z')
});
const person = (
	label: string,
	answers: Partial<Record<ConsentPurpose, ConsentState>>,
	change: Partial<Participant> = {}
): Participant => ({
	label,
	isMinor: false,
	speakerId: null,
	consents: Object.entries(answers).map(([purpose, state]) => said(purpose as ConsentPurpose, state)),
	...change
});

describe('an interview may be used', () => {
	test('when everybody in it consents to take part', () => {
		expect(participationOf([])).toEqual({ kind: 'no-case' });
		expect(participationOf([person('A', { participation: 'given' })])).toEqual({ kind: 'given' });
		expect(participationOf([person('A', { participation: 'given' }), person('B', { quotes: 'given' })])).toEqual({
			kind: 'missing',
			labels: ['B']
		});
	});

	test('not when somebody refused or withdrew, whatever is missing of others', () => {
		const people = [
			person('A', {}),
			person('B', { participation: 'withdrawn' }),
			person('C', { participation: 'refused' })
		];
		expect(participationOf(people)).toEqual({ kind: 'stopped', labels: ['B', 'C'] });
	});

	test('of somebody under 16 only with consent of a parent', () => {
		const child = (answers: Partial<Record<ConsentPurpose, ConsentState>>) =>
			participationOf([person('A', { participation: 'given', ...answers }, { isMinor: true })]);
		expect(child({})).toEqual({ kind: 'missing', labels: ['A'] });
		expect(child({ parental: 'refused' })).toEqual({ kind: 'stopped', labels: ['A'] });
		expect(child({ parental: 'given' })).toEqual({ kind: 'given' });
	});
});

describe('words may be shown', () => {
	const yes = person('A', { quotes: 'given' }, { speakerId: 'a' });
	const no = person('B', { quotes: 'refused' }, { speakerId: 'b' });
	const silent = person('C', {}, { speakerId: null });

	test('of the whole interview when everybody in it allows it', () => {
		expect(quoteConsentOf([yes]).wholeSource).toBe(true);
		expect(quoteConsentOf([yes, no]).wholeSource).toBe(false);
		expect(quoteConsentOf([yes, silent]).wholeSource).toBe(false);
		expect(quoteConsentOf([]).wholeSource).toBe(false);
	});

	test('of one voice by the person it belongs to', () => {
		const consent = quoteConsentOf([yes, no]);
		expect(mayQuotePassage(consent, ['a'])).toBe(true);
		expect(mayQuotePassage(consent, ['b'])).toBe(false);
		expect(mayQuotePassage(consent, ['a', 'b'])).toBe(false);
	});

	test('of an interpreter, an interviewer or an unknown voice only by everybody', () => {
		const consent = quoteConsentOf([yes, no]);
		expect(mayQuotePassage(consent, ['tolk'])).toBe(false);
		expect(mayQuotePassage(consent, ['a', null])).toBe(false);
		expect(mayQuotePassage(consent, [])).toBe(false);
		expect(mayQuotePassage(quoteConsentOf([yes]), ['tolk', null])).toBe(true);
	});

	test('of a voice that two people share only when both allow it', () => {
		const shared = quoteConsentOf([yes, { ...no, speakerId: 'a' }]);
		expect(mayQuotePassage(shared, ['a'])).toBe(false);
	});

	test('of somebody under 16 only with consent of a parent', () => {
		const child = person('A', { quotes: 'given' }, { isMinor: true });
		expect(quoteConsentOf([child]).wholeSource).toBe(false);
	});
});
