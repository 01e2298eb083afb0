import { describe, expect, test } from 'vitest';
import type { LiveState, Said } from '#lib/domain/report/live-block.ts';
import { sectionBlocks } from '#lib/report/section-blocks.ts';

const lines: Said = { kind: 'lines', lines: ['Voelt zich onveilig: 34% in 2021 😀.'] };
const quote: Said = { kind: 'quote', text: 'Hier liep ik nooit alleen.', reference: 'VOL-B-02 · 2025 · beurt 2' };
const made = (said: Said, state: LiveState) =>
	sectionBlocks(
		[{ kind: 'live', id: 'x' }],
		new Map([['x', { said, state }]]),
		{ place: 'Veiligheid', level: 4 },
		'nl'
	);
const words = (said: Said, state: LiveState) => JSON.stringify(made(said, state).blocks);

describe('a block in a report whose data changed', () => {
	test('says so where it stands, so that what it says is not taken for the data of now', () => {
		expect(words(lines, 'changed')).toContain('de gegevens zijn veranderd sinds dit hier is gezet');
		expect(made(lines, 'changed').leftOut).toEqual([{ kind: 'block', place: 'Veiligheid', state: 'changed', n: 1 }]);
	});

	test('says nothing of that when nothing changed, or when it is what somebody said', () => {
		expect(words(lines, 'same')).not.toContain('veranderd');
		expect(words(quote, 'changed')).not.toContain('veranderd');
	});
});
