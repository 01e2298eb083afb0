import { readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { positionMap } from '#lib/domain/text/position.ts';
import { readSource } from '#lib/import/read-source.ts';
import type { SourceDraft, UploadedFile } from '#lib/import/source-draft.ts';
import expected from '../fixtures/transcripts/derived-nl/nl-a.expected.json' with { type: 'json' };
import { codesOf, demo, fixture, spoken, textFile, utf8, valueOf } from './fixture.ts';

const read = async (file: UploadedFile) => valueOf(await readSource(file));
const derived = (name: string) => read(fixture(`transcripts/derived-nl/${name}`));

/** pandoc and Word write curly apostrophes */
const plain = (text: string) => text.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, ' ').trim();

/** turns of one speaker in a row as one: containers differ in how they cut long turns */
const joined = (turns: readonly (readonly [string | null, string])[]) => {
	const result: [string | null, string][] = [];
	for (const [speaker, words] of turns) {
		const last = result.at(-1);
		if (last && last[0] === speaker) last[1] = plain(`${last[1]} ${words}`);
		else result.push([speaker, plain(words)]);
	}
	return result;
};

const truth = expected.turns.map(({ speaker, text }) => [speaker, plain(text)] as const);
const asRespondents = (label: string | null) =>
	label?.replace(/^I$/, 'Interviewer').replace(/^R(\d)$/, 'Respondent $1') ?? null;
const asNumbers = (label: string | null) => {
	const number = Number(/\d+$/.exec(label ?? '')?.[0]);
	return number === 1 ? 'Interviewer' : `Respondent ${number - 1}`;
};

const asPlaces = (label: string | null) => asNumbers(`Spreker ${Number(/\d+$/.exec(label ?? '')?.[0]) + 1}`);

describe('one interview in many containers', () => {
	test.each([
		['nl-a-interviewer-respondent.utf8.txt', (label: string | null) => label],
		['nl-a-I-R1.utf8.txt', asRespondents],
		['nl-a-tab-bold.utf8.txt', asRespondents],
		['nl-a.utf8-bom-crlf.txt', (label: string | null) => label],
		['nl-a.utf16le-bom-crlf.txt', (label: string | null) => label],
		['nl-a.utf16be-bom.txt', (label: string | null) => label],
		['nl-a.windows-1252-crlf.txt', (label: string | null) => label],
		['nl-a.cr-only.txt', (label: string | null) => label],
		['nl-a-amberscript-style.txt', asNumbers],
		['nl-a-otter-style.txt', asNumbers],
		['nl-a.docx', (label: string | null) => label],
		['nl-a.odt', (label: string | null) => label],
		['nl-a.rtf', (label: string | null) => label],
		['nl-a.html', (label: string | null) => label]
	])('%s gives the same turns and speakers, turn by turn', async (name, label) => {
		const turns = spoken(await derived(name)).filter(([speaker]) => speaker !== null);
		expect(turns.map(([speaker, words]) => [label(speaker), plain(words)])).toEqual(truth);
	});

	test.each(['nl-a-teams.vtt', 'nl-a-teams-crlf-bom.vtt', 'nl-a-zoom.vtt'])(
		'%s gives the same turns; what one speaker says in a row is one turn',
		async (name) => {
			expect(spoken(await derived(name)).map(([speaker, words]) => [speaker, plain(words)])).toEqual(joined(truth));
		}
	);

	test('the JSON of WhisperX gives the same turns, with its numbers as speakers', async () => {
		const { turns, warnings, ...draft } = await derived('nl-a-whisperx.json');
		expect(spoken({ turns, warnings, ...draft }).map(([speaker, words]) => [asPlaces(speaker), plain(words)])).toEqual(
			joined(truth)
		);
		expect(turns[0]).toMatchObject({ startMs: 0 });
		expect(warnings).toEqual([]);
	});

	test('a Teams transcript in Word gives the same words of the same speakers, as far as it goes', async () => {
		const turns = joined(spoken(await derived('nl-a-teams.docx')).slice(1));
		const whole = joined(truth);
		expect(turns.length).toBeGreaterThanOrEqual(8);
		expect(turns.slice(0, -1)).toEqual(whole.slice(0, turns.length - 1));
		expect(whole[turns.length - 1]?.[1].startsWith(turns.at(-1)?.[1] ?? '-')).toBe(true);
	});

	test.each(['nl-a-whisper.srt', 'nl-a-whisper-short.vtt'])('%s has no speakers, and all the words', async (name) => {
		const draft = await derived(name);
		expect(draft.speakers).toEqual([]);
		expect(
			plain(
				spoken(draft)
					.map(([, words]) => words)
					.join(' ')
			)
		).toBe(truth.map(([, words]) => words).join(' '));
		expect(draft.warnings.map(({ code }) => code)).toEqual(['transcript-without-speakers']);
	});

	test('notes between the cues of MS Stream are no speech', async () => {
		const words = plain(
			spoken(await derived('nl-a-stream-note.vtt'))
				.map(([, said]) => said)
				.join(' ')
		);
		expect(
			truth
				.map(([, said]) => said)
				.join(' ')
				.startsWith(words)
		).toBe(true);
		expect(words.length).toBeGreaterThan(5000);
	});

	test('times of labels are kept', async () => {
		const starts = (await derived('nl-a-otter-style.txt')).turns.map(({ startMs }) => startMs);
		expect(starts.slice(0, 3)).toEqual([0, 27_000, 94_000]);
		expect((await derived('nl-a-amberscript-style.txt')).turns.map(({ startMs }) => startMs)).toEqual(starts);
	});

	test('encodings, line ends and the byte order mark leave no trace: equal text, equal positions (F5)', async () => {
		const { text, turns } = await derived('nl-a-interviewer-respondent.utf8.txt');
		for (const name of [
			'nl-a.utf8-bom-crlf.txt',
			'nl-a.utf16le-bom-crlf.txt',
			'nl-a.utf16be-bom.txt',
			'nl-a.cr-only.txt'
		])
			expect(await derived(name)).toMatchObject({ text, turns });
	});
});

describe('letters of every kind', () => {
	const torture = () => read(fixture('transcripts/unicode-torture.txt'));

	test('nothing but line ends and normal form is changed; unusual line separators do not cut', async () => {
		const { bytes } = fixture('transcripts/unicode-torture.txt');
		const original = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
		expect((await torture()).text).toBe(original.normalize('NFC'));
		expect(spoken(await torture()).map(([speaker]) => speaker)).toEqual([
			'I',
			...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `R${n}`)
		]);
		expect(spoken(await torture())[8]?.[1]).toMatch(/^regelscheiding U\+2028:.*einde\.$/su);
	});

	test('NFC and NFD of one file give one text and equal positions (F3)', async () => {
		const text = 'I: Café, één reünie 😀\nR: Coördinatie, ’s ochtends';
		const composed = await read(textFile('a.txt', text.normalize('NFC')));
		expect(await read(textFile('a.txt', text.normalize('NFD')))).toEqual(composed);
		expect(spoken(composed)[1]).toEqual(['R', 'Coördinatie, ’s ochtends']);
	});
});

describe('hostile and mistaken files', () => {
	test.each([
		['docx-bomb-document.docx', ['zip-too-large']],
		['docx-macro.docm', ['file-has-macros']],
		['docx-as-pdf.pdf', ['file-extension-wrong']],
		['doc-old-binary.docx', ['file-is-old-word']],
		['exe-as-vtt.vtt', ['file-is-program']],
		['bomb-200k-entries.zip', ['zip-too-many-parts']],
		['bomb-overlap.zip', ['zip-unsafe']],
		['zipslip.qdpx', ['zip-unsafe']],
		['qdpx-symlink-entry.qdpx', ['file-type-unknown']],
		['qdpx-encrypted-flag.qdpx', ['file-is-encrypted']],
		['pdf-garbage.pdf', ['pdf-damaged']],
		['pdf-truncated.pdf', ['pdf-damaged']],
		['pdf-encrypted.pdf', ['file-is-encrypted']],
		['pdf-no-text-scan.pdf', ['pdf-without-text']],
		['csv-formula.csv', ['survey-without-answers']],
		['csv-ragged.csv', ['table-quote-open']],
		['text-nul-bytes.txt', ['text-has-nul']],
		['text-only-bom.txt', ['file-empty']],
		['text-100mb.txt.gz', ['file-is-archive']]
	])('%s is refused, and soon: %s', async (name, codes) => {
		const file = fixture(`hostile/${name}`);
		const start = performance.now();
		expect(codesOf(await readSource(file))).toEqual(codes);
		expect(performance.now() - start).toBeLessThan(8000);
	});

	test.each([
		['docx-deep-tables.docx', [[null, 'x']], ['left-out-tables', 'transcript-without-speakers']],
		['rtf-object.rtf', [['I', 'Hallo café €']], ['left-out-objects']],
		['html-scripts.html', [['I', 'Hallo']], ['left-out-fields', 'left-out-objects']],
		['pdf-javascript.pdf', [['I', 'Hallo wereld']], ['left-out-scripts']],
		['docx-external-image.docx', [['I', 'Hallo']], ['docx-pictures']],
		['docx-js-hyperlink.docx', [[null, 'klik']], ['transcript-without-speakers']],
		[
			'docx-tracked-changes.docx',
			[[null, 'Ik ben [naam]']],
			['docx-deleted-text', 'docx-hidden-text', 'transcript-without-speakers']
		],
		[
			'text-html-inside.txt',
			[['I', '<script>alert(document.cookie)</script> <img src=x onerror=alert(1)> &lt;b&gt; <svg/onload=alert(1)>']],
			[]
		],
		['text-bidi-override.txt', [['R1', 'ik zei \u202E\u2066gnaw tor\u2069 en niets anders\u202C']], []],
		['text-lone-surrogate-utf16.txt', [['I', '\uFFFD x']], ['text-half-characters']],
		['text-utf16-odd-length.txt', [['I', 'Hallo']], ['text-cut-off']]
	])('%s is read without harm', async (name, turns, warnings) => {
		const draft = await read(fixture(`hostile/${name}`));
		expect(spoken(draft)).toEqual(turns);
		expect(draft.warnings.map(({ code }) => code)).toEqual(warnings);
	});

	test.each(['txt-label-redos.txt', 'vtt-redos.vtt'])('%s is read in linear time', async (name) => {
		const start = performance.now();
		expect(codesOf(await readSource(fixture(`hostile/${name}`)))).toEqual([]);
		expect(performance.now() - start).toBeLessThan(5000);
	});

	test('100 MB of text is refused at once, without a second copy of it', async () => {
		const bytes = new Uint8Array(gunzipSync(fixture('hostile/text-100mb.txt.gz').bytes));
		const before = process.memoryUsage().rss;
		const start = performance.now();
		const result = await readSource({ name: 'groot.txt', bytes });
		expect(performance.now() - start).toBeLessThan(5000);
		expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000);
		expect(codesOf(result)).toEqual(['file-too-large']);
	});

	test('a text of 250,000 lines is refused', async () => {
		expect(codesOf(await readSource(textFile('a.txt', 'I: a\n'.repeat(250_000))))).toEqual(['text-too-many-lines']);
	});

	test.each([
		['leeg.txt', '', ['file-empty']],
		['wit.txt', ' \n\t\n', ['file-empty']],
		['leeg.vtt', 'WEBVTT\n\nNOTE niets', ['file-without-words']],
		['tekst.vtt', 'I: dit is geen ondertiteling', ['file-extension-wrong']],
		['tekst.docx', 'I: dit is geen Word', ['file-extension-wrong']],
		['lied.mp3', 'ID3\x04\x00\x00', ['file-is-recording']],
		['foto.txt', 'GIF89a\x01\x00\x01\x00', ['file-is-picture']]
	])('%s is refused: %s', async (name, content, codes) => {
		expect(codesOf(await readSource({ name, bytes: utf8(content) }))).toEqual(codes.slice());
	});

	test.each([
		'CON.txt',
		"quote';DROP TABLE--.txt",
		`${'n'.repeat(200)}.txt`,
		'geen extensie',
		'HOOFD.TXT',
		'../../weg.txt'
	])('the name %j does not matter', async (name) => {
		expect(spoken(await read(textFile(name, 'I: é')))).toEqual([['I', 'é']]);
	});

	test('subtitles in a .txt, or of the other kind, are read by their content, with a warning', async () => {
		const cue = '00:00:01,000 --> 00:00:02,000\nI: Hallo';
		for (const name of ['a.txt', 'a.vtt']) {
			const draft = await read(textFile(name, `1\n${cue}`));
			expect([draft.format, draft.text, draft.warnings.map(({ code }) => code)]).toEqual([
				'srt',
				'I: Hallo',
				['file-extension-differs']
			]);
		}
	});

	test('a transcript that begins with the initials MZ is no program', async () => {
		expect(codesOf(await readSource(textFile('a.txt', 'MZ: Hallo\nI: Dag\nMZ: Tot ziens')))).toEqual([]);
	});
});

describe('the demo project', () => {
	const names = readdirSync(new URL('../../static/demo/interviews/', import.meta.url));
	const drafts = new Map<string, SourceDraft>();
	beforeAll(async () => {
		for (const name of names) drafts.set(name, await read(demo(`interviews/${name}`)));
	});

	test('all 15 interviews are read, with speakers and without warnings', async () => {
		expect(names).toHaveLength(15);
		for (const { speakers, turns, warnings } of drafts.values()) {
			expect(warnings).toEqual([]);
			expect(turns.length).toBeGreaterThan(20);
			expect(turns.every(({ speaker }) => speaker !== null)).toBe(true);
			expect(speakers[0]?.role).toBe('interviewer');
		}
		expect(drafts.get('OVE-B-02.txt')?.speakers.map(({ role }) => role)).toEqual([
			'interviewer',
			'interpreter',
			'respondent'
		]);
		expect(drafts.get('BAT-P-01.txt')?.speakers.map(({ label }) => label)).toEqual(['I', 'P']);
	});

	const codings = Papa.parse<{ file: string; quote: string; occurrence: string }>(
		new TextDecoder().decode(demo('codings.csv').bytes),
		{ header: true, skipEmptyLines: true }
	).data;

	test('every quote that is coded stands in its interview, inside one turn', async () => {
		expect(codings.length).toBeGreaterThan(200);
		const lost = codings.filter(({ file, quote, occurrence }) => {
			const draft = drafts.get(file);
			if (!draft) return true;
			let offset = -1;
			for (let count = 0; count < Number(occurrence); count += 1) {
				offset = draft.text.indexOf(quote.normalize('NFC'), offset + 1);
				if (offset < 0) return true;
			}
			const map = positionMap(draft.text);
			const [start, end] = [map.toPosition(offset), map.toPosition(offset + quote.normalize('NFC').length)];
			return !draft.turns.some((turn) => turn.start <= start && end <= turn.end);
		});
		expect(lost).toEqual([]);
	});
});
