import { describe, expect, test } from 'vitest';
import { titleFromFile } from '#lib/domain/source/title.ts';
import { readSource } from '#lib/import/read-source.ts';
import { spoken, textFile, valueOf } from '../import/fixture.ts';
import { inEveryFormat } from '../support/in-every-format.ts';

/**
 * F34: script in stored text. What people say stays what they said, as text; what a page or a file would run is left out.
 * That the screen shows text as text is seen in the browser (tests/e2e).
 */
const said = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';

describe('words that look like a program', () => {
	test.each(inEveryFormat(said, '&lt;b&gt; {{constructor}} ${1}'))('$name keeps them as words', async (file) => {
		const words = spoken(valueOf(await readSource(file))).map(([, heard]) => heard);
		expect(words[0]).toBe(said);
	});

	test('a title is the name of the file, as text', () => {
		expect(titleFromFile('<script>alert(1)<|script>.docx')).toBe('<script>alert(1)<|script>');
	});
});

describe('what a page would run', () => {
	test.each([
		'<script>I: nep</script>',
		'<SCRIPT/x>I: nep</SCRIPT >',
		'<style>I: nep</style>',
		'<!-- I: nep -->',
		'<noscript>I: nep</noscript>',
		'<template>I: nep</template>',
		'<iframe srcdoc="I: nep">I: nep</iframe>',
		'<svg><text>I: nep</text></svg>',
		'<textarea>I: nep</textarea>',
		'<p onclick="I: nep" title=">I: nep"></p>',
		'<p hidden>I: nep</p>'
	])('%s is left out', async (markup) => {
		const draft = valueOf(await readSource(textFile('a.html', `<html><body>${markup}<p>R: echt</p></body></html>`)));
		expect(draft.text).toBe('R: echt');
	});
});
