import { describe, expect, test } from 'vitest';
import { checkConsent, consentNow, isDay, lastConsent, type Consent } from '#lib/domain/case/consent.ts';

const said = (id: string, decidedOn: string, change: Partial<Consent> = {}): Consent => ({
	id,
	purpose: 'quotes',
	state: 'given',
	decidedOn,
	way: 'paper',
	letter: 'brief 2',
	recordedBy: 'anna',
	recordedAt: new Date('2025-06-01T09:00:00Z'),
	...change
});
const codeOf = (decidedOn: string, history: readonly Consent[] = []) => {
	const checked = checkConsent({ purpose: 'quotes', decidedOn }, history, '2025-06-01');
	return checked.ok ? null : checked.problems[0]?.code;
};

describe('what holds now', () => {
	test('is unknown until something is written down, and differs by purpose', () => {
		const history = [said('1', '2025-03-01', { state: 'refused' })];
		expect(consentNow([], 'quotes')).toBe('unknown');
		expect(consentNow(history, 'quotes')).toBe('refused');
		expect(consentNow(history, 'participation')).toBe('unknown');
	});

	test('is what was said last, not what was written down last', () => {
		const withdrawn = said('1', '2025-05-01', { state: 'withdrawn' });
		const typedLater = said('2', '2025-03-01', { recordedAt: new Date('2025-06-02T09:00:00Z') });
		expect(lastConsent([withdrawn, typedLater], 'quotes')).toBe(withdrawn);
	});

	test('of one day it is the last line', () => {
		const first = said('1', '2025-05-01', { state: 'refused' });
		const mended = said('2', '2025-05-01', { recordedAt: new Date('2025-06-01T09:00:01Z') });
		expect(lastConsent([mended, first], 'quotes')).toBe(mended);
		expect(lastConsent([first, { ...mended, recordedAt: first.recordedAt }], 'quotes')?.id).toBe('2');
	});
});

describe('writing down', () => {
	test('is about a day that exists and is not to come', () => {
		expect(codeOf('2025-06-01')).toBeNull();
		expect(codeOf('2025-06-02')).toBe('consent-in-future');
		expect(codeOf('2025-02-29')).toBe('day-unknown');
		expect(codeOf('29-02-2024')).toBe('day-unknown');
		expect(isDay('2024-02-29')).toBe(true);
		expect(isDay('2024-13-01')).toBe(false);
	});

	test('does not go back behind what was said later about the same', () => {
		const history = [said('1', '2025-05-01')];
		expect(codeOf('2025-04-30', history)).toBe('consent-before-last');
		expect(codeOf('2025-05-01', history)).toBeNull();
		expect(codeOf('2025-04-30', [said('1', '2025-05-01', { purpose: 'recording' })])).toBeNull();
	});
});
