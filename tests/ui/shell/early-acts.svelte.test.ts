import { afterEach, beforeEach, expect, test } from 'vitest';
import page from '../../../src/app.html?raw';
import { doEarlyActs } from '../../../src/lib/ui/shell/early-acts.ts';

const script = /<script[^>]*>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';

/** What the server wrote, with the little script of every page. */
const written = (html: string): HTMLElement => {
	const box = document.createElement('div');
	box.innerHTML = html;
	document.body.append(box);
	new Function(script)();
	return box;
};
const find = <T extends HTMLElement = HTMLElement>(box: HTMLElement, selector: string): T => {
	const found = box.querySelector<T>(selector);
	if (!found) throw new Error(`no ${selector}`);
	return found;
};

let done: string[] = [];
const note = (box: HTMLElement, selector: string, name: string) =>
	find(box, selector).addEventListener(name, () => done.push(`${name} ${selector}`));

beforeEach(() => {
	done = [];
});
afterEach(() => {
	doEarlyActs();
	document.body.replaceChildren();
});

test('the last press before the page is alive is done once', () => {
	const box = written('<button type="button" id="a">A</button><button type="button" id="b"><span>B</span></button>');
	find(box, '#a').click();
	find(box, '#b span').click();
	find(box, '#b span').click();
	expect(document.documentElement.hasAttribute('data-early')).toBe(true);
	note(box, '#a', 'click');
	note(box, '#b', 'click');
	doEarlyActs();
	doEarlyActs();
	expect(done).toEqual(['click #b']);
	expect(document.documentElement.hasAttribute('data-early')).toBe(false);
	find(box, '#a').click();
	expect(done).toEqual(['click #b', 'click #a']);
});

test('a link, and what the browser does by itself, is not done again', () => {
	const box = written(
		'<button type="button" id="a">A</button><a href="#there">B</a><button type="button" popovertarget="p" id="c">C</button><div popover id="p"></div>'
	);
	find(box, '#a').click();
	find(box, 'a').click();
	find(box, '#c').click();
	note(box, '#a', 'click');
	note(box, 'a', 'click');
	note(box, '#c', 'click');
	doEarlyActs();
	expect(done).toEqual([]);
});

test('what went away or was switched off meanwhile is left', () => {
	const box = written('<button type="button" id="a">A</button>');
	const button = find<HTMLButtonElement>(box, '#a');
	button.click();
	note(box, '#a', 'click');
	button.disabled = true;
	doEarlyActs();
	expect(done).toEqual([]);
});

test('a form of the script waits and is sent once, with its button; any other is sent at once', () => {
	const box = written(
		'<form id="own"><button name="step" value="on">Door</button></form><form id="plain" method="POST" action="/logout"><button>Uit</button></form>'
	);
	const own = find<HTMLFormElement>(box, '#own');
	let stopped: boolean[] = [];
	// The test page stays where it is.
	document.addEventListener(
		'submit',
		(event) => {
			stopped.push(event.defaultPrevented);
			event.preventDefault();
		},
		{ signal: AbortSignal.timeout(2000) }
	);
	find(box, '#plain button').click();
	find(box, '#own button').click();
	find(box, '#own button').click();
	expect(stopped).toEqual([false, true, true]);
	stopped = [];
	const buttons: (string | null | undefined)[] = [];
	own.addEventListener('submit', ({ submitter }) => buttons.push(submitter?.textContent));
	doEarlyActs();
	expect(buttons).toEqual(['Door']);
	expect(stopped).toEqual([false]);
});

test('typed words and choices stay and are told to the page', () => {
	const box = written(
		'<input id="t" value="a"><input type="checkbox" id="c"><select id="s"><option>1<option>2</select>'
	);
	const text = find<HTMLInputElement>(box, '#t');
	const check = find<HTMLInputElement>(box, '#c');
	const select = find<HTMLSelectElement>(box, '#s');
	text.value = 'ab';
	text.dispatchEvent(new Event('input', { bubbles: true }));
	check.click();
	select.value = '2';
	select.dispatchEvent(new Event('change', { bubbles: true }));
	// as the page that comes alive writes its own values
	text.value = 'a';
	check.checked = false;
	select.value = '1';
	for (const name of ['input', 'change']) for (const selector of ['#t', '#c', '#s']) note(box, selector, name);
	doEarlyActs();
	expect([text.value, check.checked, select.value]).toEqual(['ab', true, '2']);
	expect(done).toEqual(['input #t', 'input #c', 'change #c', 'input #s', 'change #s']);
});
