import { mkdirSync, writeFileSync } from 'node:fs';
import { zipSync, type Zippable } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { pdfFile } from './pdf-file.ts';

/**
 * Writes the files of tests/fixtures/formats anew: one for each format and style, with in it whatever that format can
 * hold beside its text. Run: node tests/support/make-formats.ts
 */
const folder = new URL('../fixtures/formats/', import.meta.url);
mkdirSync(folder, { recursive: true });
const put = (name: string, content: Uint8Array | string) => writeFileSync(new URL(name, folder), content);
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const at = new Date('2026-01-01T00:00:00Z');
const zip = (parts: Zippable) => zipSync(parts, { mtime: at });

/** code points outside ASCII and outside the BMP, and a combining mark */
const question = 'Hoe is het 😀 in e\u0301e\u0301n wijk?';
const answer = 'Goed, ’s ochtends. De coördinatie kost € 5.';

// ---- text, in styles and encodings
put(
	'groep.txt',
	[
		'Gesprek met bewoners, 14 maart',
		'',
		'Gespreksleider: Wat vindt u van het park? 🌳',
		'',
		'R1: Mooi.',
		'R2 (lacht): Te donker.',
		'R1 & R2: Precies!',
		'Man 1: Mag ik iets zeggen?',
		'Allen: Ja.',
		'Let op: hier viel de opname even weg.',
		'Vrouw 2: Het is één groot feest.'
	].join('\n')
);
put(
	'tolk.txt',
	[
		'I: Woont u hier al lang?',
		'Tolk (namens R): Zij vraagt wat u bedoelt met lang.',
		'R: Fatima zegt: twintig jaar. 😀',
		'T: Twintig jaar.',
		'Tolk (namens R): Ja, sinds 2005.'
	].join('\n')
);
put('tijd-achteraan.txt', `I: ${question} #00:00:04-2#\n\nB: ${answer} #00:00:09-8#\n\nI: Dank u. #00:00:11-0#\n`);
put(
	'tijd-boven-naam.txt',
	[
		'00:00:01',
		'Jan de Vries',
		question,
		'',
		'00:00:05',
		'Aïsha',
		answer,
		'',
		'00:00:12',
		'Jan de Vries',
		'Dank u wel.'
	].join('\n')
);
put(
	'naam-boven-tijd.txt',
	[
		'Jan de Vries',
		'00:01',
		question,
		'',
		'Aïsha',
		'00:05',
		answer,
		'',
		'Jan de Vries',
		'00:12',
		'Dank u wel.',
		'',
		'Aïsha',
		'00:14',
		'Tot ziens.'
	].join('\n')
);
put('streepje.txt', `[00:00:01.500] - Interviewer\n${question}\n\n[00:00:05.000] - Bewoner 2\n${answer}\n`);
put('rol-alleen.txt', `Interviewer\n${question}\n\nBewoner\n${answer}\n\nInterviewer\nDank u.\n`);
put('tijd-na-naam.txt', `S00: [00:00:01] ${question}\n\nS01: [00:00:05] ${answer}\n`);
const letters = `I: Café – één reünie\r\nR: ’s Ochtends, € 5`;
const utf16 = (text: string, isLittle: boolean) => {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), isLittle);
	return bytes;
};
const windows = latin(letters.replaceAll('–', '\x96').replaceAll('’', '\x92').replaceAll('€', '\x80'));
put('utf-8-bom.txt', utf8(`\uFEFF${letters}`));
put('utf-16le-zonder-bom.txt', utf16(letters, true));
put('utf-16be-zonder-bom.txt', utf16(letters, false));
put('windows-1252.txt', windows);

// ---- Markdown
put(
	'gesprek.md',
	`---
title: Gesprek
---
# Gesprek in één wijk

**Interviewer:** ${question}

**Bewoner:** _Goed_, [het park](https://example.org/park) is ~~niet~~ \\*mooi\\*. ![foto](foto.png)[^1]

> **Interviewer:** 5 * 3 = 15, en snake_case_woord blijft

\`\`\`
**Bewoner:** dit is code
\`\`\`
<!-- nog navragen -->
[^1]: Een voetnoot.
`
);

// ---- HTML
put(
	'pagina.html',
	`<!-- opgeslagen -->
<!DOCTYPE html><html><head><title>Gesprek</title><style>.geheim, p.weg { display: none } @media print { .toon { display: none } }</style>
<script>document.write('I: nep')</script></head><body>
<h1>Gesprek</h1>
<p>I: Hoe is   het
 &#128512; in &eacute;&eacute;n wijk?<p>R: Goed,<br>echt &lt;goed&gt; &amp; <b>wel</b>.<!-- I: commentaar -->
<p hidden>R: verborgen</p><p class="x geheim">R: ook verborgen</p><div style="color:red; DISPLAY : none">weg<div>dieper</div></div><p class="toon">R: wel te zien</p>
<table><tr><td>I<td>Tabel?<tr><td><p>R</p></td><td></td><td>Ja</td></tr></table>
<p>R: <del>Jan</del> <ins>[naam]</ins> <img src="http://127.0.0.1:9/x.png" onerror="alert(1)"></p>
<pre>I: regel   een
R: regel twee</pre><select><option>kies</select><svg><text>plaatje</text></svg>
<p title="a > b">R: einde</body></html>`
);
put(
	'windows-1252.html',
	latin(
		'<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"></head><body><p>I: Caf\xe9 \x96 \x80 5</p><p>R: \x92s ochtends</p></body></html>'
	)
);

// ---- RTF
put(
	'tekens.rtf',
	latin(`{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fswiss\\fcharset204 Arial Cyr;}{\\f2\\fcharset238 Arial CE;}}
{\\stylesheet{\\s0 Normal;}}{\\info{\\author Jan}{\\title Geheim}}{\\*\\generator Test;}{\\header\\pard Kop\\par}
\\pard\\plain\\f0 {\\b I:} Hoe is het \\u-10179?\\u-8704? in \\'e9\\'e9n wijk\\~\\endash  ok?\\par
R: {\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2} {\\f2 \\'b3\\'f3d\\'9f} {\\uc2\\u8364\\'80\\'80}5 {\\upr{ansi}{\\*\\ud{\\u252\\'fcber}}} \\{accolade\\}\\line tweede regel\\par
R: zicht{\\v baar niet}baar{\\deleted weg}{\\footnote\\pard noot\\par}{\\*\\annotation opmerking}{\\pict\\wmetafile8 0102}{\\*\\shppict{\\pict\\pngblip 89}}{\\nonshppict{\\pict 01}}\\par
{\\field{\\*\\fldinst HYPERLINK "javascript:alert(1)"}{\\fldrslt I: klik}}\\par
\\trowd\\cellx100\\cellx200\\pard\\intbl R\\cell Cel twee\\cell\\row\\pard
{\\shp{\\*\\shpinst{\\sp{\\sn naam}{\\sv 1}}{\\shptxt\\pard R: tekstvak\\par}}}{\\object\\objemb{\\*\\objdata 01}{\\result R: resultaat}}\\bin3 {}}I: einde\\par}`)
);
put('halverwege.rtf', latin('{\\rtf1\\ansi {\\b I:} Hallo\\par {\\i R: afgebro'));
put('dos.rtf', latin("{\\rtf1\\pca I: Caf\\'82 \\'d5\\par}"));

// ---- OpenDocument
const namespaces = ['office', 'text', 'style', 'table', 'manifest']
	.map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
	.join(' ');
const odt = (styles: string, body: string) =>
	`<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces} xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
const odtMime = 'application/vnd.oasis.opendocument.text';
const odtFile = (content: string, more: Zippable = {}) =>
	zip({ mimetype: [utf8(odtMime), { level: 0 }], 'content.xml': utf8(content), ...more });
put(
	'alles.odt',
	odtFile(
		odt(
			'<style:style style:name="T1"><style:text-properties text:display="none"/></style:style><style:style style:name="P9" style:parent-style-name="T1"/>',
			`<text:tracked-changes><text:changed-region><text:deletion><text:p>Jan de Vries</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:h>Gesprek</text:h>
<text:p><text:span>I:</text:span> Hoe is   het<text:s text:c="2"/>😀 in
e\u0301e\u0301n wijk?<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>noot</text:p></text:note-body></text:note></text:p>
<text:p>R:<text:tab/>Goed<office:annotation><text:p>opmerking</text:p></office:annotation>,<text:line-break/>echt.<text:span text:style-name="T1">geheim</text:span></text:p>
<text:p text:style-name="P9">R: ook geheim</text:p>
<text:p>I: Kader<draw:frame><draw:text-box><text:p>R: in een kader</text:p></draw:text-box></draw:frame> erbij<draw:frame><draw:image/></draw:frame></text:p>
<table:table><table:table-row><table:table-cell><text:p>R</text:p></table:table-cell><table:table-cell/><table:table-cell><text:p>Cel</text:p></table:table-cell></table:table-row></table:table>
<text:list><text:list-item><text:p>I: Einde</text:p></text:list-item></text:list>`
		),
		{ 'Basic/Standard/Module1.xml': utf8('<x/>') }
	)
);
put(
	'wachtwoord.odt',
	odtFile('versleuteld', {
		'META-INF/manifest.xml': utf8(
			`<manifest:manifest ${namespaces}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
		)
	})
);
put(
	'buiten-het-bestand.odt',
	odtFile(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${odt('', '<text:p>&e;</text:p>')}`)
);

// ---- subtitles of meetings and of recognisers of speech
const cues = (written: readonly (readonly [string, string])[]) => written.map((cue) => cue.join('\n')).join('\n\n');
put(
	'teams.vtt',
	`\uFEFFWEBVTT\r\n\r\n${cues([
		['c1d2/10-0\n00:00:03.120 --> 00:00:05.385', `<v Jan de Vries>${question}</v>`],
		['c1d2/11-0\n00:00:05.505 --> 00:00:07.000', '<v Aïsha B. (Gast)>Goed,</v>'],
		['c1d2/11-1\n00:00:07.000 --> 00:00:09.250', '<v Aïsha B. (Gast)>’s ochtends.\nMeestal 👍🏽.</v>'],
		['c1d2/12-0\n01:00:00.000 --> 01:00:01.000', '<v Jan de Vries>Dank u.</v>']
	]).replaceAll('\n', '\r\n')}\r\n`
);
put(
	'zoom.vtt',
	`WEBVTT\n\n${cues([
		['1\n00:00:01.000 --> 00:00:03.500', `Jan de Vries: ${question}`],
		['2\n00:00:03.500 --> 00:00:06.000', `Aïsha: ${answer}`],
		['3\n00:00:6x.000 --> 00:00:08.000', 'Jan de Vries: Wanneer was dat?'],
		['4\n00:00:08.000 --> 00:00:09.000', 'Aïsha: In één jaar.']
	])}\n`
);
put(
	'whisper.vtt',
	`WEBVTT\n\n${cues([
		['00:00.000 --> 00:02.400', ' Hoe is het hier?'],
		['00:02.400 --> 00:05.960', ' Goed. Het is een fijne wijk 😀,'],
		['00:12.000 --> 00:14.000', ' met één bankje te weinig.']
	])}\n`
);
put(
	'ondertitels.srt',
	cues([
		['1\n00:00:01,000 --> 00:00:03,500', `<i>Interviewer:</i> ${question}`],
		['2\n00:00:03,500 --> 00:00:06,000', '{\\an8}Bewoner: Goed, 🌳'],
		['3\n00:00:06,000 --> 00:00:05,000', 'maar één bankje mist.'],
		['4\nzonder tijd', 'Interviewer: Dank u.'],
		['5\n00:00:09,000 --> 00:00:10,000', 'Bewoner: Graag gedaan.']
	])
);

// ---- Word: a transcript as people type it, with what Word can hold beside it
const typed = (label: string, words: string) =>
	`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${label}: </w:t></w:r><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
put(
	'gesprek.docx',
	zip({
		'[Content_Types].xml': utf8('<Types/>'),
		'word/header1.xml': utf8(
			'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Vertrouwelijk</w:t></w:r></w:p></w:hdr>'
		),
		'word/document.xml': utf8(
			`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[
				'<w:p><w:r><w:t>Gesprek in de wijk, 14 maart</w:t></w:r></w:p>',
				typed('Interviewer', `[00:00:04] ${question}`),
				typed(
					'Bewoner',
					`[00:00:09] ${answer}</w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:commentReference/><w:t>`
				),
				'<w:p><w:r><w:t>Een tweede alinea van de bewoner. 🌳</w:t></w:r></w:p>',
				typed('Interviewer', '[00:01:10] Dank u.'),
				typed('Bewoner', '')
			].join('')}</w:body></w:document>`
		)
	})
);

// ---- Word: transcripts of Teams
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const run = (text: string) =>
	text
		.split('\n')
		.map((line) => `<w:r><w:t xml:space="preserve">${line}</w:t></w:r>`)
		.join('<w:r><w:br/></w:r>');
const docx = (paragraphs: readonly string[]) =>
	zip({
		'[Content_Types].xml': utf8('<Types/>'),
		'word/document.xml': utf8(
			`<w:document xmlns:w="${word}"><w:body>${paragraphs.map((text) => `<w:p>${run(text)}</w:p>`).join('')}</w:body></w:document>`
		)
	});
put(
	'teams.docx',
	docx([
		'Wijkgesprek één',
		'14 maart 2025, 10:02AM',
		'8m 21s',
		'Vries, Jan de started transcription',
		`Vries, Jan de   0:03\n${question}`,
		'Aïsha B. (Gast)   0:09\nGoed,',
		'Aïsha B. (Gast)   0:12\n’s ochtends.',
		'Vries, Jan de   0:15\nDank u.',
		'Vries, Jan de stopped transcription'
	])
);
put(
	'teams-oud.docx',
	docx([
		'0:0:0.0 --> 0:0:3.230\nJan de Vries\nHoe is het?',
		'0:0:4.10 --> 0:0:7.0\nAïsha\nGoed 😀.',
		'0:0:7.5 --> 0:0:9.0\nJan de Vries\nFijn.',
		'0:1:7.5 --> 0:1:9.0\nAïsha\nJa.'
	])
);

// ---- recognised speech
put(
	'whisper.json',
	JSON.stringify({
		text: ' ...',
		language: 'nl',
		segments: [
			{ id: 0, start: 0, end: 2.5, text: ` ${question}`, speaker: 'SPEAKER_00' },
			{ id: 1, start: 2.5, end: 4, text: ' Goed,', speaker: 'SPEAKER_01', words: [{ word: 'Goed', start: 2.5 }] },
			{ id: 2, start: 4, end: 5.25, text: ' echt.', speaker: 'SPEAKER_01' },
			{ id: 3, start: 6, end: 5, text: ' (stilte) ' }
		]
	})
);
put(
	'whisper-cpp.json',
	JSON.stringify({
		systeminfo: '',
		transcription: [
			{
				timestamps: { from: '00:00:00,000', to: '00:00:02,000' },
				offsets: { from: 0, to: 2000 },
				text: ' Hoe is het 😀?'
			},
			{ timestamps: { from: '00:00:02,000', to: '00:00:04,000' }, text: ' Goed.' }
		]
	})
);
put(
	'uitingen.json',
	JSON.stringify({
		utterances: [
			{ speaker: 'A', start: 250, end: 1500, text: 'Hoe is het?' },
			{ speaker: 'B', start: 1500, end: 2750, text: 'Één keer goed.' },
			{ speaker: 'A', start: 3000, end: 3500, text: 'Mooi.' }
		]
	})
);
put('youtube.sbv', '0:00:00.500,0:00:02.000\nI: Hoe is het 😀?\n\n0:00:02.000,0:00:04.000\nR: Goed,\necht.\n');

// ---- tables
const survey = [
	[
		'Respondent',
		'E-mail',
		'Leeftijd',
		'Hoe tevreden bent u?',
		'Wat vindt u van uw wijk?',
		'Wilt u nog iets kwijt? (toelichting)'
	],
	['12', 'a@example.org', '44', 'tevreden', 'Fijn, één grote familie 😀. We kennen elkaar hier allemaal.', ''],
	[
		'13',
		'b@example.org',
		'61',
		'tevreden',
		'Te druk op straat,\nvooral ’s avonds laat.',
		'Meer bankjes in het park graag.'
	],
	['15', 'c@example.org', '29', 'ontevreden', '', ''],
	['16', 'd@example.org', '35', 'tevreden', '=HYPERLINK("http://127.0.0.1:9") staat er letterlijk bij mij', 'Nee']
];
const csv = (rows: readonly (readonly string[])[]) =>
	rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
put('enquete.csv', `\uFEFF${csv(survey)}`);
put(
	'enquete.xlsx',
	await (
		await writeXlsxFile([
			{ sheet: 'Antwoorden', data: survey.map((row) => row.map((value) => ({ value }))) },
			{ sheet: 'Uitleg', data: [[{ value: 'Uitleg' }]] }
		])
	).toBuffer()
);
put('cijfers.csv', 'wijk;jaar;waarde\r\nOvervecht;2021;6,1\r\nBatau;2021;7,2');
put(
	'gesprek.csv',
	csv([
		['Start', 'Einde', 'Spreker', 'Tekst'],
		['00:00:01', '00:00:03', 'Interviewer', question],
		['00:00:03', '00:00:05', 'Bewoner', 'Goed,'],
		['00:00:05', '00:00:07', 'Bewoner', '’s ochtends.']
	])
);

// ---- PDF
put(
	'gesprek.pdf',
	pdfFile(
		[
			[
				['Wijkgesprek 1', 72, 800],
				['Interviewer: Hoe is het in \\351\\351n wijk, en wat vindt u hier van het park en van', 72, 740],
				['de straat waar u al zo lang woont?', 72, 726],
				['Bewoner: Goed. Ik woon hier met veel plezier, al is het in de winter wel heel', 72, 700],
				['erg donker. Er staan te weinig lan-', 72, 686],
				['Pagina 1', 280, 30]
			],
			'picture',
			[
				['Wijkgesprek 1', 72, 800],
				['taarns.', 72, 740],
				['Interviewer: Dank u.', 72, 700],
				['Pagina 3', 280, 30]
			],
			[
				['Wijkgesprek 1', 72, 800],
				['Bewoner: Graag gedaan.', 72, 740],
				['Pagina 4', 280, 30]
			]
		],
		{ comment: 'nagaan', script: 'app.alert(1)' }
	)
);

// ---- many files in one
put(
	'gesprekken.zip',
	zip({
		'wijk/een.txt': utf8(`I: ${question}\nR: ${answer}`),
		'twee/gesprek.md': utf8('**I:** Hallo\n\n**R:** Dag'),
		'leeg.txt': utf8(''),
		'foto.jpg': latin('\xFF\xD8\xFF\xE0\x00\x10JFIF'),
		'__MACOSX/wijk/._een.txt': utf8('x'),
		'.DS_Store': utf8('x'),
		'weer/een.txt': utf8('I: Nog een\nR: Ja'),
		'binnenin.zip': zip({ 'a.txt': utf8('I: a') }),
		'wijzer.txt': [utf8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }]
	})
);
