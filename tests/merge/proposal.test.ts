import { expect, test } from 'vitest';
import { proposalOf } from '#lib/merge/proposal.ts';

// The table of the handbook, in its own words: rows are the figures, columns the voices.
const columns = ['forward', 'divided', 'backward', 'improve-only', 'no-direction', 'silent'] as const;
const words = {
	Bevestigt: { fit: 'confirms', note: null },
	'Bevestigt deels': { fit: 'partly-confirms', note: null },
	'Spreekt tegen': { fit: 'contradicts', note: null },
	'Vult aan': { fit: 'expands', note: null },
	'Vult aan (beter, maar nog niet goed)': { fit: 'expands', note: 'better-not-good' },
	'Alleen cijfer': { fit: 'figures-only', note: null },
	'Alleen cijfer (thema wel genoemd)': { fit: 'figures-only', note: 'mentioned' },
	'Alleen stemmen': { fit: 'voices-only', note: null },
	'Geen gegevens': { fit: null, note: null }
} as const;
const mentioned = 'Alleen cijfer (thema wel genoemd)';
const table = {
	better: [
		'Bevestigt',
		'Bevestigt deels',
		'Spreekt tegen',
		'Vult aan (beter, maar nog niet goed)',
		mentioned,
		'Alleen cijfer'
	],
	same: ['Vult aan', 'Vult aan', 'Vult aan', 'Bevestigt deels', mentioned, 'Alleen cijfer'],
	worse: ['Spreekt tegen', 'Bevestigt deels', 'Bevestigt', 'Bevestigt deels', mentioned, 'Alleen cijfer'],
	mixed: ['Bevestigt deels', 'Vult aan', 'Bevestigt deels', 'Vult aan', mentioned, 'Alleen cijfer'],
	unknown: ['Alleen stemmen', 'Alleen stemmen', 'Alleen stemmen', 'Alleen stemmen', 'Alleen stemmen', 'Geen gegevens']
} as const;

const cases = Object.entries(table).flatMap(([figures, row]) =>
	row.map((proposal, at) => [figures as keyof typeof table, columns[at]!, proposal] as const)
);

test('the table has five rows and six columns', () => {
	expect(cases).toHaveLength(30);
});

test.each(cases)('figures %s and voices %s: %s', (figures, voices, proposal) => {
	expect(proposalOf(figures, voices)).toEqual(words[proposal]);
});
