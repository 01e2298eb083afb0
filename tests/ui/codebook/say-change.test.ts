import { expect, test } from 'vitest';
import type { CodeChangeAnswer } from '#lib/contract/code-change.ts';
import { sayChange } from '#lib/ui/codebook/say-change.ts';

const added: CodeChangeAnswer = {
	...{ id: 'one', kind: 'add', by: { id: 'me', name: 'Ada' }, isMine: true, madeAt: '2026-01-01T00:00:00.000Z' },
	...{ undoneAt: null, codes: [{ id: 'c', name: 'Groen 😀', isHere: true }], codesInAll: 1, proposalId: null },
	...{ codings: 0, interviews: 0, otherTexts: 0, canUndo: true, canRedo: false }
};

test('a code that was added is told apart from a proposal that was accepted', () => {
	expect(sayChange(added)).toBe('Toegevoegd: Groen 😀');
	expect(sayChange({ ...added, proposalId: 'proposal' })).toBe('Voorstel overgenomen: Groen 😀');
});
