import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionMap } from '#lib/domain/text/position.ts';
import { cutTranscript } from '#lib/import/transcript.ts';
import { spoken } from './fixture.ts';

const cut = (text: string) => cutTranscript(text, 'block');

describe('styles of labels', () => {
	const expected = [
		['I', 'Hoe is het hier?'],
		['R', 'Goed 😀, in één wijk.']
	];
	test.each([
		['a colon', 'I: Hoe is het hier?\nR: Goed 😀, in één wijk.'],
		['a colon and blank lines', 'I: Hoe is het hier?\n\nR: Goed 😀, in één wijk.\n'],
		['a colon without a space', 'I:Hoe is het hier?\nR:Goed 😀, in één wijk.'],
		['a tab', 'I\tHoe is het hier?\nR\tGoed 😀, in één wijk.'],
		['a colon and a tab', 'I:\tHoe is het hier?\nR:\tGoed 😀, in één wijk.'],
		['bold with a tab', '**I**\tHoe is het hier?\n\n**R**\tGoed 😀, in één wijk.'],
		['bold with the colon inside', '**I:** Hoe is het hier?\n\n**R:** Goed 😀, in één wijk.'],
		['bold with the colon outside', '**I**: Hoe is het hier?\n**R**: Goed 😀, in één wijk.'],
		['bold with a space', '**I** Hoe is het hier?\n**R** Goed 😀, in één wijk.'],
		['a label on its own line', 'I:\nHoe is het hier?\n\nR:\nGoed 😀, in één wijk.'],
		['white space before the label', '  I: Hoe is het hier?\n\tR: Goed 😀, in één wijk.'],
		['brackets and a colon', '[I]: Hoe is het hier?\n[R]: Goed 😀, in één wijk.']
	])('%s', (_, text) => {
		expect(spoken(cut(text))).toEqual(expected);
	});

	test.each([
		['[00:01:02] Spreker 1\nJa.\n\n[00:01:05] Spreker 2\nNee.', [62_000, 65_000]],
		['[00:01:02] Spreker 1: Ja.\n[00:01:05] Spreker 2: Nee.', [62_000, 65_000]],
		['Spreker 1 [00:01:02]: Ja.\nSpreker 2 [00:01:05]: Nee.', [62_000, 65_000]],
		['Spreker 1  1:02\nJa.\n\nSpreker 2  1:05\nNee.', [62_000, 65_000]],
		['Spreker 1 (00:01:02)\nJa.\nSpreker 2 (00:01:05)\nNee.', [62_000, 65_000]],
		['00:01:02 Spreker 1: Ja.\n00:01:05 Spreker 2: Nee.', [62_000, 65_000]],
		['#00:01:02-5# Spreker 1: Ja.\n#00:01:05-0# Spreker 2: Nee.', [62_000, 65_000]],
		['[01:02.250]\nSpreker 1: Ja.\n[01:05.5]\nSpreker 2: Nee.', [62_250, 65_500]]
	])('a time beside the label is the start of the turn: %j', (text, times) => {
		const draft = cut(text);
		expect(spoken(draft)).toEqual([
			['Spreker 1', 'Ja.'],
			['Spreker 2', 'Nee.']
		]);
		expect(draft.turns.map(({ startMs }) => startMs)).toEqual(times);
	});

	test('a time within someone’s words begins a turn of the same speaker', () => {
		const draft = cut('I: Vraag?\nR: Begin.\n[00:05:00] Verder.\nEn door.\nI: Dank u.');
		expect(draft.turns.map(({ speaker, startMs }) => [speaker, startMs])).toEqual([
			['I', null],
			['R', null],
			['R', 300_000],
			['I', null]
		]);
		expect(spoken(draft)[2]).toEqual(['R', 'Verder.\nEn door.']);
	});
});

describe('what counts as a speaker', () => {
	test('"Let op:" and other words before a colon do not, even when they come back', () => {
		const text = 'I: Let op: dit is een test.\nLet op: morgen dicht.\nR: Ja.\nLet op: nog eens.\nNB: klaar\nNB: echt';
		expect(cut(text).speakers.map(({ label }) => label)).toEqual(['I', 'R']);
	});

	test('a name that comes back does, with its infixes; a name that occurs once does not', () => {
		const text =
			'Fatima el Idrissi: Ja.\nJ. de Vries: Nee.\nFatima el Idrissi: Toch.\nJ. de Vries: Goed.\nKarin: eenmaal';
		expect(cut(text).speakers.map(({ label }) => label)).toEqual(['Fatima el Idrissi', 'J. de Vries']);
	});

	test('a word for a role or an initial does at first sight', () => {
		const labels = [
			'Interviewer',
			'Bewoner 1',
			'Respondent (vrouw, 54)',
			'Tolk',
			'P2',
			'SPEAKER_00',
			'R',
			'Geïnterviewde'
		];
		const draft = cut(labels.map((label) => `${label}: woord`).join('\n'));
		expect(draft.speakers.map(({ label }) => label)).toEqual(labels);
		expect(draft.speakers.filter(({ role }) => role !== 'respondent')).toEqual([
			{ label: 'Interviewer', role: 'interviewer' },
			{ label: 'Tolk', role: 'interpreter' }
		]);
	});

	test('capitals make no second speaker', () => {
		expect(spoken(cut('Interviewer: a\nR: b\nINTERVIEWER: c'))).toEqual([
			['Interviewer', 'a'],
			['R', 'b'],
			['Interviewer', 'c']
		]);
	});

	test('addresses, times and references do not', () => {
		const text = 'Om 10:30 begon het.\nhttps://voorbeeld.nl\nhttps://voorbeeld.nl\nHet is 3:2 geworden.';
		expect(cut(text).speakers).toEqual([]);
	});

	test('a short answer after a time is no name', () => {
		const draft = cut('[00:01] Weet je het?\n[00:02] Jawel\n[00:03] Zeker?\n[00:04] Jawel\n[00:05] Mooi.');
		expect(draft.speakers).toEqual([]);
		expect(draft.turns.map(({ startMs }) => startMs)).toEqual([1000, 2000, 3000, 4000, 5000]);
	});
});

describe('turns', () => {
	test('lines without a label belong to the turn before; words before the first label have no speaker', () => {
		const draft = cut('Gesprek in de wijk\n3 maart\n\nI: Vraag?\nverder\n\nR: Antwoord.\n\nTweede alinea.\n');
		expect(spoken(draft)).toEqual([
			[null, 'Gesprek in de wijk\n3 maart'],
			['I', 'Vraag?\nverder'],
			['R', 'Antwoord.\n\nTweede alinea.']
		]);
		expect(draft.turns.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3]);
	});

	test('turns of one speaker in a row stay apart when the file labels them apart', () => {
		expect(spoken(cut('R: Een.\nR: Twee.'))).toEqual([
			['R', 'Een.'],
			['R', 'Twee.']
		]);
	});

	test('a label without words makes no turn, and is told', () => {
		const draft = cut('I: Vraag?\nR:\nI: Nog eens?');
		expect(draft.turns).toHaveLength(2);
		expect(draft.warnings).toEqual([{ code: 'transcript-empty-turns', params: { count: 1 } }]);
	});

	test('the line in which a service signs its transcript is no speech', () => {
		expect(spoken(cut('I: Dag.\n\nTranscribed by https://otter.ai\n'))).toEqual([['I', 'Dag.']]);
	});

	test('positions are code points', () => {
		const [turn] = cut('I: 😀😀 é').turns;
		expect(turn).toEqual({ ordinal: 1, start: 3, end: 7, speaker: 'I', startMs: null, endMs: null });
	});

	test('without labels, paragraphs become turns without a speaker, and a warning says so', () => {
		const draft = cut('Eerste alinea\nop twee regels.\n\nTweede alinea.');
		expect(spoken(draft)).toEqual([
			[null, 'Eerste alinea\nop twee regels.'],
			[null, 'Tweede alinea.']
		]);
		expect(draft.warnings).toEqual([{ code: 'transcript-without-speakers', params: { count: 2 } }]);
	});

	test('without labels and blank lines, or in Word, every line is a paragraph', () => {
		expect(spoken(cut('een\ntwee'))).toHaveLength(2);
		expect(spoken(cutTranscript('een\n\ntwee\ndrie', 'line'))).toHaveLength(3);
	});
});

describe('laws', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			'I: ',
			'R1: ',
			'Interviewer:',
			'Speaker 1  0:27\n',
			'[00:12:34] ',
			'[00:00:01] Spreker 2\n',
			'**I**\t',
			'Let op: ',
			'\n',
			'\n\n',
			'\t'
		),
		fc.constantFrom('één', '😀', '👨‍👩‍👧‍👦', 'e\u0301', '𝒜 𐍈', ' ', '\u2028', '\u200B', '[', ':', '(12:00)'),
		fc.string({ unit: 'grapheme', maxLength: 8 })
	);
	const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('').normalize('NFC'));

	test('turns are in order, disjoint, inside the text, begin and end with words, and use known speakers', () => {
		fc.assert(
			fc.property(text, fc.constantFrom('line' as const, 'block' as const), (each, kind) => {
				const draft = cutTranscript(each, kind);
				const map = positionMap(each);
				let end = 0;
				for (const [index, turn] of draft.turns.entries()) {
					expect(turn.ordinal).toBe(index + 1);
					expect(turn.start).toBeGreaterThanOrEqual(end);
					expect(turn.end).toBeGreaterThan(turn.start);
					expect(turn.end).toBeLessThanOrEqual(map.length);
					const words = map.slice(turn.start, turn.end);
					expect(words).toBe(words.trim());
					expect(turn.speaker === null || draft.speakers.some(({ label }) => label === turn.speaker)).toBe(true);
					end = turn.end;
				}
				expect(draft.text).toBe(each);
			}),
			{ numRuns: 500 }
		);
	});

	test('without labels no word is lost: all that is not white space or time lies in a turn', () => {
		const plain = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '.') });
		fc.assert(
			fc.property(plain, (each) => {
				const words = spoken(cutTranscript(each, 'block')).map(([, said]) => said);
				expect(words.join('').replaceAll(/\s/g, '')).toBe(each.replaceAll(/\s/g, ''));
			})
		);
	});

	test('time grows in proportion to the text: 2 million characters on one line, or in 400,000 lines', () => {
		const start = performance.now();
		cut('A'.repeat(2_000_000) + ' '.repeat(2_000_000));
		cut('A '.repeat(1_000_000));
		cut('[[[[\n'.repeat(400_000));
		cut(' '.repeat(2_000_000));
		expect(performance.now() - start).toBeLessThan(10_000);
	});
});
