import { expect, test } from 'vitest';
import { changedFields } from '#lib/ui/merge/explanation-changes.ts';

const explanation: Parameters<typeof changedFields>[0] = {
	...{ id: 'e', version: 1, indicatorId: 'i', areaId: 'a', fromWaveId: 'w1', toWaveId: 'w2', sessionId: null },
	...{ kind: 'policy', saidBy: 'resident', strength: 'one', recognised: null },
	...{ text: 'Het café sloot 😀', evidence: 'Drie bewoners.', counterEvidence: '', evidenceItems: [] }
};
const frame = {
	areas: [
		{ id: 'a', name: 'Oost' },
		{ id: 'b', name: 'West' }
	],
	indicators: [{ id: 'i', key: 'KV1', label: 'Veilig' }],
	waves: [
		{ id: 'w1', year: 2021 },
		{ id: 'w2', year: 2023 }
	]
};

test('every field of an explanation that somebody else changed is told, and no other', () => {
	expect(changedFields(explanation, { ...explanation, version: 2 }, frame)).toEqual([]);
	const now = { ...explanation, version: 2, areaId: 'b', saidBy: 'professional', evidence: '' } as const;
	expect(changedFields(explanation, now, frame)).toEqual([
		{ label: 'Gebied', words: 'West' },
		{ label: 'Wie zei het', words: 'Professional' },
		{ label: 'In woorden: waar blijkt het uit', words: 'niets' }
	]);
});
