import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoDraft } from '#lib/ui/coding/memo-draft.ts';
import { newCodeDraft } from '#lib/ui/coding/new-code-draft.ts';
import { forgetAllDrafts, KeptDrafts } from '#lib/ui/shell/kept-drafts.ts';

let path: string;
let drafts: KeptDrafts;
const explanations = '/projects/p1/explanations';

/** A page with its fields, as after loading it. */
const show = (html: string, at = explanations, userId = 'ada') => {
	path = at;
	document.body.innerHTML = html;
	drafts = new KeptDrafts(document, sessionStorage, () => path, userId);
};
const field = (name: string) => {
	const found = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`);
	if (!found) throw new Error(`no field ${name}`);
	return found;
};
const type = (name: string, value: string) => {
	field(name).value = value;
	field(name).dispatchEvent(new Event('input', { bubbles: true }));
};
const send = () => {
	const form = document.querySelector('form');
	form?.addEventListener('submit', (event) => event.preventDefault(), { once: true });
	form?.requestSubmit();
};
const formFor = (id: string) =>
	`<form method="POST" action="?/save"><input type="hidden" name="explanationId" value="${id}" />
	<textarea name="text"></textarea><input name="evidence" /><input type="password" name="password" /></form>`;
const words = 'Er staat nu één lantaarn 😀';

beforeEach(() => sessionStorage.clear());
afterEach(() => drafts.stop());

test('what was typed and not sent is put back after the session ended', () => {
	show(formFor('1'));
	type('text', words);
	drafts.stop();
	show(formFor('1'));
	expect(drafts.restore()).toBe('restored');
	expect(field('text').value).toBe(words);
	expect(field('evidence').value).toBe('');
});

test('it is for who typed it alone: another who signs in in the tab does not see it', () => {
	show(formFor('1'));
	type('text', words);
	drafts.stop();
	show(formFor('1'), explanations, 'bo');
	expect([drafts.restore(), field('text').value]).toEqual(['nothing', '']);
	drafts.stop();
	show(formFor('1'));
	expect([drafts.restore(), field('text').value]).toEqual(['restored', words]);
});

test('a code that is not there yet is for who filled it in alone', () => {
	const [own, ofOther] = ['ada', 'bo'].map((userId) => newCodeDraft(userId, 'source', { start: 0, end: 4 }));
	own?.keep({ name: words, parentId: '', definition: '', why: '' });
	expect([own?.read()?.name, ofOther?.read()]).toEqual([words, null]);
});

test('it is put back when its dialog is opened, and only in the form about the same thing', async () => {
	show(formFor('1'));
	type('text', words);
	drafts.stop();
	show('<main></main>');
	expect(drafts.restore()).toBe('waiting');
	document.body.innerHTML = formFor('2');
	await new Promise((resolve) => setTimeout(resolve, 0));
	expect(field('text').value).toBe('');
	document.body.innerHTML = formFor('1');
	await new Promise((resolve) => setTimeout(resolve, 0));
	expect(field('text').value).toBe(words);
});

test('what was sent is not kept', () => {
	show(formFor('1'));
	type('text', words);
	send();
	drafts.stop();
	show(formFor('1'));
	expect(drafts.restore()).toBe('nothing');
});

test('what was sent after the session ended, and led to the page to sign in on, is kept', () => {
	show(formFor('1'));
	type('text', words);
	send();
	path = '/login';
	drafts.moved(explanations, '/login');
	drafts.stop();
	show(formFor('1'));
	expect(drafts.restore()).toBe('restored');
	expect(field('text').value).toBe(words);
});

test('who moves on to another page gives up what was typed', () => {
	show(formFor('1'));
	type('text', words);
	path = '/projects/p1/query';
	drafts.moved(explanations, path);
	drafts.stop();
	show(formFor('1'));
	expect(drafts.restore()).toBe('nothing');
});

test('no password, no interview and no account is ever kept', () => {
	show(formFor('1'));
	type('password', 'een fiets zonder bel');
	expect(JSON.stringify(sessionStorage)).not.toContain('fiets');
	type('text', 'w'.repeat(10_001));
	expect(sessionStorage).toHaveLength(0);
	drafts.stop();
	for (const at of ['/login', '/account', '/invitation', '/projects/p1/sources/s1', '/projects/p1/sources/new']) {
		show(formFor('1'), at);
		type('text', words);
		expect(sessionStorage).toHaveLength(0);
		drafts.stop();
	}
	show(`<div data-draft="no">${formFor('1')}</div><form method="GET"><input name="q" /></form>`);
	type('text', words);
	type('q', words);
	expect(sessionStorage).toHaveLength(0);
});

test('on a page of an interview only what is marked for it is kept, and put back after a reload', () => {
	const at = '/projects/p1/sources/s1/speakers';
	const page = `<form method="POST" action="?/step"><div data-draft="yes"><textarea name="note"></textarea></div>
		<textarea name="words"></textarea></form>`;
	show(page, at);
	type('words', 'een beurt uit het gesprek');
	type('note', words);
	expect(JSON.stringify(sessionStorage)).not.toContain('een beurt');
	drafts.stop();
	show(page, at);
	drafts.restore();
	expect([field('note').value, field('words').value]).toEqual([words, '']);
});

test('signing out forgets everything that was kept, and nothing else', () => {
	show(formFor('1'));
	type('text', words);
	sessionStorage.setItem('iets.anders', 'blijft');
	forgetAllDrafts(sessionStorage);
	expect(Object.keys(sessionStorage)).toEqual(['iets.anders']);
});

test('a note on a coding is for who wrote it alone, and is forgotten at signing out', () => {
	show('');
	memoDraft('ada', 'coding').keep(words);
	sessionStorage.setItem('wijkstem.memo.coding', words);
	expect(memoDraft('bo', 'coding').read()).toBeNull();
	expect(memoDraft('ada', 'coding').read()).toBe(words);
	forgetAllDrafts(sessionStorage);
	expect(sessionStorage).toHaveLength(0);
});
