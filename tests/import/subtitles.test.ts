import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionMap } from '#lib/domain/text/position.ts';
import { parseTime } from '#lib/import/subtitle-time.ts';
import { readSubtitles } from '#lib/import/subtitles.ts';
import { spoken } from './fixture.ts';

const vtt = (...cues: string[]) => readSubtitles(`WEBVTT\n\n${cues.join('\n\n')}\n`, 'vtt');
const cue = (words: string, from = 1) => `00:0${from}.000 --> 00:0${from}.900\n${words}`;

describe('speakers of subtitles', () => {
	test('cues of one speaker in a row become one turn, and the text is composed of labels and words', () => {
		const draft = vtt(cue('<v Anna>Een 😀</v>', 1), cue('<v Anna>twee.</v>', 2), cue('<v Bé>Drie.</v>', 3));
		expect(draft.text).toBe('Anna: Een 😀 twee.\n\nBé: Drie.');
		expect(draft.turns).toEqual([
			{ ordinal: 1, start: 6, end: 17, speaker: 'Anna', startMs: 1000, endMs: 2900 },
			{ ordinal: 2, start: 23, end: 28, speaker: 'Bé', startMs: 3000, endMs: 3900 }
		]);
	});

	test('two voices in one cue are two turns; classes and a missing end mark do no harm', () => {
		expect(spoken(vtt(cue('<v.loud Anna>Ja?</v> <v Bé>Nee!')))).toEqual([
			['Anna', 'Ja?'],
			['Bé', 'Nee!']
		]);
	});

	test('overlapping speech as noScribe writes it belongs to the speaker', () => {
		expect(spoken(vtt(cue('<v S01>Ja. //S02: Nee. // Toch.'), cue('<v //S02>Goed.', 2)))).toEqual([
			['S01', 'Ja. //S02: Nee. // Toch.'],
			['S02', 'Goed.']
		]);
	});

	test('"Name: words" gives the speaker; a cue without a name goes on with the one before', () => {
		const draft = vtt(
			cue('Interviewer: Hoe', 1),
			cue('is het?', 2),
			cue('Marieke: Goed.', 3),
			cue('Marieke: Heel goed.', 4)
		);
		expect(spoken(draft)).toEqual([
			['Interviewer', 'Hoe is het?'],
			['Marieke', 'Goed. Heel goed.']
		]);
	});

	test('"[Full Name] words" gives the speaker; "[Muziek]" and "[lacht]" stay in the text', () => {
		const draft = vtt(
			cue(' [Anna de Boer] Hallo.', 1),
			cue('[lacht] ja', 2),
			cue('[Muziek]', 3),
			cue('[Bé Smit] Dag.', 4)
		);
		expect(spoken(draft)).toEqual([
			['Anna de Boer', 'Hallo. [lacht] ja [Muziek]'],
			['Bé Smit', 'Dag.']
		]);
	});

	test('without speakers, words are joined up to the end of a sentence or a silence, and a warning says so', () => {
		const sentence = 'woord '.repeat(30).trim();
		const cues = [`${sentence}`, `${sentence}.`, 'Nieuwe zin'].map((words, index) => cue(words, index + 1));
		const draft = vtt(...cues, `00:20.000 --> 00:21.000\nna de stilte`);
		expect(spoken(draft).map(([, words]) => words)).toEqual([`${sentence} ${sentence}.`, 'Nieuwe zin', 'na de stilte']);
		expect(draft.warnings).toEqual([{ code: 'transcript-without-speakers', params: { count: 3 } }]);
	});
});

describe('mark-up of subtitles', () => {
	test('styles, classes, times and entities go; what a transcriber wrote between < and > stays', () => {
		const draft = vtt(cue('<i>Een</i> <00:17.500><c.colorE5E5E5>twee</c> &amp; <lacht> &lt;b&gt; 3 < 4'));
		expect(draft.text).toBe('Een twee & <lacht> <b> 3 < 4');
	});

	test('notes, styles, regions, cue names and settings are no speech', () => {
		const text =
			'WEBVTT Titel\nKind: captions\n\nNOTE\neen\ntwee\n\nSTYLE\n::cue { }\n\nREGION\nid:x\n\nafd/1-0\n00:01.000 --> 00:02.000 align:start position:0%\nWoorden';
		expect(readSubtitles(text, 'vtt').text).toBe('Woorden');
	});

	test('SubRip: numbers, commas, fonts and positions', () => {
		const text =
			'1\n00:00:01,500 --> 00:00:02,000\n{\\an8}<font color="red">Een</font>\n&amp;\n\n2\n00:00:02,000 --> 00:00:03,250\n1984 was het';
		const draft = readSubtitles(text, 'srt');
		expect(draft.text).toBe('Een &amp; 1984 was het');
		expect(draft.turns).toMatchObject([{ startMs: 1500, endMs: 3250 }]);
	});

	test('a missing blank line between cues loses nothing', () => {
		const draft = readSubtitles('1\n00:01,0 --> 00:02,0\nEen\n2\n00:02,0 --> 00:03,0\nTwee', 'srt');
		expect(draft.text).toBe('Een Twee');
	});
});

describe('broken subtitles', () => {
	test('an unreadable time, or an end before the start, keeps the words and is told with its line', () => {
		const draft = vtt('00:xx --> 00:02.000\n<v A>Een</v>', '00:05.000 --> 00:04.000\n<v B>Twee</v>');
		expect(spoken(draft)).toEqual([
			['A', 'Een'],
			['B', 'Twee']
		]);
		expect(draft.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
			[null, null],
			[5000, null]
		]);
		expect(draft.warnings).toEqual([{ code: 'subtitles-bad-times', params: { count: 2, row: 3 }, at: 'row 3' }]);
	});

	test('words without a time are kept and told', () => {
		const draft = vtt(cue('<v A>Een</v>'), '<v A>Twee</v>', cue('<v A>Drie</v>', 2));
		expect(draft.text).toBe('A: Een Twee Drie');
		expect(draft.warnings).toEqual([{ code: 'subtitles-without-times', params: { count: 1, row: 6 }, at: 'row 6' }]);
	});

	test('an arrow in running text is no time', () => {
		expect(vtt(cue('van A --> B')).text).toBe('van A --> B');
	});
});

test.each([
	['00:00:01.500', 1500],
	['1:02:03,004', 3_723_004],
	['12:34', 754_000],
	['100:00.5', 6_000_500],
	['00:60', null],
	['1:2', null],
	['tien', null]
])('the time %s is %s ms', (written, ms) => {
	expect(parseTime(written)).toBe(ms);
});

describe('laws', () => {
	const words = fc.oneof(
		fc.constantFrom(
			'één 😀',
			'<v Anna>',
			'</v>',
			'<',
			'>',
			'&amp;',
			'&lt;v X&gt;',
			'I: ',
			'[Anna Boer] ',
			'-->',
			'\n',
			'<00:01.000>',
			'e\u0301',
			'<b>\u0301'
		),
		fc.string({ unit: 'grapheme', maxLength: 6 })
	);
	const cues = fc.array(
		fc.array(words, { maxLength: 6 }).map((parts) => parts.join('')),
		{ maxLength: 12 }
	);

	test('turns are in order, disjoint, inside the text, and the text is canonical', () => {
		fc.assert(
			fc.property(cues, fc.constantFrom('vtt' as const, 'srt' as const), (each, format) => {
				const text = `WEBVTT\n\n${each.map((part) => `00:01.000 --> 00:02.000\n${part}`).join('\n\n')}`.normalize(
					'NFC'
				);
				const draft = readSubtitles(text, format);
				expect(draft.text).toBe(draft.text.normalize('NFC'));
				const { length } = positionMap(draft.text);
				let end = 0;
				for (const turn of draft.turns) {
					expect(turn.start).toBeGreaterThanOrEqual(end);
					expect(turn.end).toBeGreaterThan(turn.start);
					end = turn.end;
				}
				expect(end).toBe(length);
			}),
			{ numRuns: 500 }
		);
	});

	test('time grows in proportion to the text, whatever marks stand in it', () => {
		const start = performance.now();
		for (const part of ['<v ', '<', '&', '-->', '00:01.000 --> ', '[A ', '{\\an']) vtt(cue(part.repeat(200_000)));
		expect(performance.now() - start).toBeLessThan(10_000);
	});
});
