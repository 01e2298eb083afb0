import { describe, expect, test } from 'vitest';
import { toDocx } from '#lib/report/to-docx.ts';
import { line, type ReportDocument } from '#lib/report/document.ts';
import { toHtml } from '#lib/report/to-html.ts';
import { isForeign, nextPath } from '#lib/server/request-rules.ts';
import { parts } from '../report/unzip.ts';

/** F34: script in names, codes and quotes was run from a report, and an address led to another host. */
const said = '</script><script>alert(1)</script><img src=x onerror="alert(2)">&amp;';

const report: ReportDocument = {
	title: said,
	subtitle: said,
	language: 'nl-NL',
	watermark: said,
	footer: said,
	madeAt: '2026-03-12T09:00:00Z',
	pageWords: { page: 'Bladzijde', of: 'van' },
	blocks: [
		{ kind: 'heading', level: 1, text: said },
		{ kind: 'paragraph', line: line(said) },
		{ kind: 'list', items: [said] },
		{ kind: 'quote', text: said, reference: said },
		{ kind: 'box', lines: [said] },
		{ kind: 'rich', level: 2, text: [{ kind: 'paragraph', content: [{ kind: 'text', text: said, marks: [] }] }] },
		{ kind: 'table', caption: said, columns: [{ label: said, width: 1 }], rows: [[[line(said)]]] }
	] as ReportDocument['blocks']
};

describe('what people wrote is words in every report', () => {
	test('on a page', () => {
		const html = toHtml(report);
		expect(html).toContain('&lt;/script&gt;');
		expect(html).not.toMatch(/<script|<img|onerror="/i);
		expect(html).toContain('&amp;amp;');
	});

	test('in Word', async () => {
		const files = parts(await toDocx(report));
		for (const part of ['word/document.xml', 'docProps/core.xml'])
			expect(files[part] ?? '').not.toMatch(/<script|<img/i);
		expect(files['word/document.xml']).toContain('&lt;/script&gt;');
	});
});

describe('where an address leads', () => {
	const own = 'https://wijkstem.example.nl';

	test.each([
		'https://elders.example/a',
		'//elders.example',
		'/\\elders.example',
		'\\\\elders.example',
		'javascript:alert(1)'
	])('%s leads to the beginning of the own site', (next) => {
		expect(nextPath(next, own)).toBe('/');
	});

	test('a form from another host, or from none, changes nothing', () => {
		for (const origin of ['https://elders.example', 'null', null]) expect(isForeign('POST', origin, own)).toBe(true);
		expect(isForeign('POST', own, own)).toBe(false);
	});
});
