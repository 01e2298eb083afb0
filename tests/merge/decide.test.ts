import { describe, expect, test } from 'vitest';
import type { DecisionBasis } from '#lib/domain/integration/decision-basis.ts';
import type { Explanation } from '#lib/domain/integration/explanation.ts';
import { decide, reviewed, type DecisionInput } from '#lib/merge/decide.ts';
import type { DisplayRow } from '#lib/merge/joint-display.ts';
import { codesOf } from '../import/fixture.ts';

const explanation: Explanation = {
	id: 'e',
	indicatorId: 'KV3',
	areaId: 'a',
	fromWaveId: '2021',
	toWaveId: '2025',
	kind: 'substantive',
	text: 'Bewoners melden minder.',
	saidBy: 'resident',
	evidence: '',
	counterEvidence: '',
	evidenceItems: [],
	strength: 'one',
	sessionId: null,
	recognised: null,
	recognitions: []
};
const emptyBasis: DecisionBasis = {
	figures: [],
	voices: [],
	counts: { total: 0, mentions: 0, forward: 0, backward: 0, good: 0, improve: 0 },
	codings: 0,
	proposal: null
};
const row = (fit: DisplayRow['proposal']['fit'], explanations: readonly Explanation[] = []) => ({
	proposal: { fit, note: null },
	explanations,
	fingerprint: 'v1-today'
});
const input = (more: Partial<DecisionInput>): DecisionInput => ({
	fit: 'confirms',
	reason: '',
	metaInference: '',
	withoutExplanation: false,
	...more
});
const author = { userId: 'u1', name: 'Auteur Één', at: '2026-03-12T09:00:00Z' };

describe('a decision', () => {
	test('that follows the proposal needs no reason and keeps what it was made on', () => {
		expect(decide(row('confirms'), input({ metaInference: ' Het wordt veiliger. ' }), author)).toEqual({
			ok: true,
			value: {
				fit: 'confirms',
				reason: '',
				metaInference: 'Het wordt veiliger.',
				proposal: 'confirms',
				dataFingerprint: 'v1-today',
				withoutExplanation: false,
				decidedBy: 'u1',
				decidedByName: 'Auteur Één',
				decidedAt: '2026-03-12T09:00:00Z'
			}
		});
	});

	test('that differs from the proposal needs a reason; blanks are none', () => {
		expect(codesOf(decide(row('expands'), input({ reason: ' \n' }), author))).toEqual(['decision-reason-differs']);
		expect(codesOf(decide(row('expands'), input({ reason: 'De wens telt zwaar.' }), author))).toEqual([]);
	});

	test('on a row without a proposal needs a reason', () => {
		expect(codesOf(decide(row(null), input({ fit: 'voices-only' }), author))).toEqual(['decision-reason-differs']);
	});

	test('that contradicts always needs a reason, also when that was the proposal', () => {
		const contradicts = input({ fit: 'contradicts' });
		expect(codesOf(decide(row('contradicts', [explanation]), contradicts, author))).toEqual([
			'decision-reason-contradicts'
		]);
	});

	test('that contradicts needs an explanation or the explicit choice that there is none', () => {
		const contradicts = input({ fit: 'contradicts', reason: 'Meldingen zijn geen overlast.' });
		expect(codesOf(decide(row('contradicts'), contradicts, author))).toEqual(['decision-explanation-missing']);
		expect(codesOf(decide(row('contradicts', [explanation]), contradicts, author))).toEqual([]);
		expect(codesOf(decide(row('contradicts'), { ...contradicts, withoutExplanation: true }, author))).toEqual([]);
	});

	test('names all that is missing at once', () => {
		expect(codesOf(decide(row('confirms'), input({ fit: 'contradicts' }), author))).toEqual([
			'decision-reason-contradicts',
			'decision-explanation-missing'
		]);
	});

	test('asks to be looked at again when the data changed, and is otherwise left alone', () => {
		const made = decide(row('confirms'), input({}), author);
		if (!made.ok) throw new Error('the decision was refused');
		const kept = { decision: made.value, basis: null, readings: [] };
		const now = (fingerprint: string) => ({ fingerprintLike: () => fingerprint, basis: emptyBasis });
		expect(reviewed(kept, now('v1-today'))).toMatchObject({ needsReview: false, changes: [] });
		expect(reviewed(kept, now('v1-tomorrow'))).toEqual({
			...made.value,
			...{ needsReview: true, changes: null, readings: [] }
		});
		const known = { ...kept, basis: { ...emptyBasis, codings: 2 } };
		expect(reviewed(known, now('v1-tomorrow')).changes).toEqual([{ kind: 'codings', before: 2, after: 0 }]);
	});
});
