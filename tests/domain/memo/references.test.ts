import { expect, test } from 'vitest';
import { searchedText, withLabelsOf, withheldLabel, withReferences } from '#lib/domain/memo/references.ts';
import { exportedBody, shownBody } from '#lib/domain/memo/shown.ts';
import type { Block, RichText, TextReference } from '#lib/domain/text/rich-text.ts';

const mention = (to: TextReference['to'], id: string, label: string): TextReference => ({
	kind: 'reference',
	to,
	id,
	label
});
const line = (...content: readonly TextReference[]): Block => ({ kind: 'paragraph', content });
/** A mention at the top, one in a heading, and one in a list in a list. */
const deep = (code: TextReference, coding: TextReference, source: TextReference): RichText => [
	line(code),
	{ kind: 'heading', level: 2, content: [{ kind: 'text', text: 'Kop 😀', marks: ['bold'] }, coding] },
	{ kind: 'list', ordered: true, items: [[line(), { kind: 'list', ordered: false, items: [[line(source)]] }]] }
];
const body = deep(mention('code', 'a', 'Park'), mention('coding', 'b', 'mooi park'), mention('source', 'c', 'VOL-1'));

test('mentions are changed wherever they stand, and nothing else is', () => {
	const shouted = withReferences(body, (reference) => ({ ...reference, label: `${reference.label}!` }));
	expect(shouted).toEqual(
		deep(mention('code', 'a', 'Park!'), mention('coding', 'b', 'mooi park!'), mention('source', 'c', 'VOL-1!'))
	);
	expect(withReferences(body, (reference) => reference)).toEqual(body);
});

test('a reader who may see none of it keeps the names of codes only; a merged code leads to the one that stayed', () => {
	const seen = shownBody(body, { names: new Map(), survivors: new Map([['a', 'z']]) });
	const withheld = [mention('coding', 'b', withheldLabel), mention('source', 'c', withheldLabel)] as const;
	expect(seen).toEqual(deep(mention('code', 'z', 'Park'), ...withheld));
});

test('a reader who may see it reads it as it was written; in a file a coding is called by its reference', () => {
	const names = new Map([
		['coding b', 'VOL-1 · 2025 · beurt 3'],
		['source c', 'VOL-1 nieuw']
	]);
	expect(shownBody(body, { names, survivors: new Map() })).toEqual(body);
	expect(exportedBody(body, { names, survivors: new Map() })).toEqual(
		deep(
			mention('code', 'a', 'Park'),
			mention('coding', 'b', 'VOL-1 · 2025 · beurt 3'),
			mention('source', 'c', 'VOL-1')
		)
	);
	expect(exportedBody(body, { names: new Map(), survivors: new Map() })).toEqual(
		deep(mention('code', 'a', 'Park'), mention('coding', 'b', '…'), mention('source', 'c', '…'))
	);
});

test('what was withheld from a screen comes back as it was stored', () => {
	const seen = shownBody(body, { names: new Map(), survivors: new Map() });
	expect(withLabelsOf(seen, body)).toEqual(body);
	expect(withLabelsOf([line(mention('source', 'new', '…'))], body)).toEqual([line(mention('source', 'new', '…'))]);
});

test('a memo is found by its words and by codes, never by the name of an interview or the words of a quote', () => {
	const found = searchedText({ title: 'Titel', body });
	expect(found).toContain('Titel');
	expect(found).toContain('Kop 😀');
	expect(found).toContain('Park');
	expect(found).not.toMatch(/mooi park|VOL-1/);
});
