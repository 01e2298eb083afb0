import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import type { Person } from '../support/person.ts';
import { focusEditor } from '../support/still.ts';

/** Two people with accounts of their own write in one report, by keyboard: presence, comments, one text of two hands. */

let demo: DemoApp;
let ada: Person;
let ben: Person;
let report = '';
let places: readonly [Place, Place];

type Place = { readonly pillarId: string; readonly areaId: string };
type Section = { readonly version: number; readonly text: unknown };

const section = (slot: string) =>
	demo.call<Section>(`${report}/sections/${places[0].pillarId}/${places[0].areaId}/${slot}`);
const storedIn = async (slot: string) => JSON.stringify((await section(slot)).text);
const field = ({ page }: Person, name: string) => page.getByRole('textbox', { name, exact: true });
const part = ({ page }: Person, name: string) => page.getByRole('region', { name, exact: true });
const wordsIn = async (person: Person, name: string) => (await field(person, name).textContent())?.trim();
const open = async (person: Person, place: Place) => {
	await person.page.goto(`${report}?${new URLSearchParams(place)}`);
	await field(person, 'Kernboodschap').waitFor();
};
const write = async (person: Person, name: string, words: string) => {
	await focusEditor(field(person, name));
	await person.page.keyboard.press('Control+End');
	await person.page.keyboard.type(words);
};
const here = (page: Page, name: string) => page.getByText(`Ook hier: ${name}`, { exact: true }).first();

beforeAll(async () => {
	demo = await openDemo();
	ada = demo.person;
	ben = await demo.join('Ben', ['author']);
	const area = (await demo.items<{ id: string; name: string }>(`${demo.base}/areas`)).find(
		({ name }) => name === 'Vollenhove'
	);
	const [first, second] = await demo.items<{ id: string }>(`${demo.base}/pillars?limit=500`);
	const areaId = area?.id ?? '';
	places = [
		{ areaId, pillarId: first?.id ?? '' },
		{ areaId, pillarId: second?.id ?? '' }
	];
	const made = await demo.call<{ id: string }>(`${demo.base}/reports`, {
		title: 'Van twee handen',
		kind: 'final',
		areaIds: [areaId]
	});
	report = `${demo.base}/reports/${made.id}`;
});
afterAll(async () => {
	for (const { faults } of [ada, ben]) expect(faults).toEqual([]);
	await demo.close();
});

test('each sees that the other is at the same place, until the other goes elsewhere', async () => {
	await open(ada, places[0]);
	await open(ben, places[0]);
	await here(ada.page, 'Ben').waitFor();
	await here(ben.page, 'Ada').waitFor();
	await expect.poll(() => findingsOfAxe(ada.page)).toEqual([]);

	await open(ben, places[1]);
	await here(ada.page, 'Ben').waitFor({ state: 'detached' });
	await expect.poll(() => ben.page.getByText(/^Ook hier: /).count()).toBe(0);
	await open(ben, places[0]);
	await here(ada.page, 'Ben').waitFor();
});

test('what one writes comes in at the other without a reload, and each may go on in it', async () => {
	await write(ada, 'Kernboodschap', 'Het gaat beter 😀 in één wijk.');
	await expect.poll(() => wordsIn(ben, 'Kernboodschap')).toBe('Het gaat beter 😀 in één wijk.');
	await write(ben, 'Kernboodschap', ' Vooral op straat.');
	await expect.poll(() => wordsIn(ada, 'Kernboodschap')).toBe('Het gaat beter 😀 in één wijk. Vooral op straat.');
	await expect
		.poll(() => part(ada, 'Kernboodschap').getByRole('group', { name: 'Iemand anders schreef hier ook' }).count())
		.toBe(0);
});

test('a comment of one is answered and settled by the other; only who made it may take it away', async () => {
	await focusEditor(field(ada, 'Kernboodschap'));
	await ada.page.keyboard.press('Control+Home');
	await ada.page.keyboard.press('Control+Shift+ArrowRight');
	await ada.page.keyboard.press('Control+Alt+KeyM');
	await part(ada, 'Kernboodschap').getByRole('group', { name: 'Opmerking bij Kernboodschap' }).waitFor();
	await ada.page.keyboard.type('Volgens wie?');
	await part(ada, 'Kernboodschap').getByRole('button', { name: 'Plaats opmerking' }).press('Enter');

	const comment = (person: Person) =>
		part(person, 'Kernboodschap').getByRole('listitem').filter({ hasText: 'Volgens wie?' }).first();
	await comment(ben).getByText('Opmerking van Ada').waitFor();
	expect(await comment(ben).getByRole('button', { name: 'Weghalen' }).count()).toBe(0);
	await comment(ada).getByRole('button', { name: 'Weghalen' }).waitFor();
	await comment(ben).getByRole('button', { name: 'Antwoorden' }).press('Enter');
	await ben.page.keyboard.type('Volgens de bewoners.');
	await comment(ben).getByRole('button', { name: 'Plaats antwoord' }).press('Enter');
	await comment(ada).getByText('Volgens de bewoners.').waitFor();
	await comment(ada)
		.getByText(/^Ben, /)
		.waitFor();
	await expect.poll(() => findingsOfAxe(ben.page)).toEqual([]);

	await comment(ben).getByRole('button', { name: 'Afhandelen' }).press('Enter');
	await part(ada, 'Kernboodschap').getByText('1 afgehandeld').waitFor();
	// By key: the comment above it goes at the same moment, and all moves up.
	await part(ada, 'Kernboodschap').getByText('1 afgehandeld').press('Enter');
	await part(ada, 'Kernboodschap')
		.getByText(/^Afgehandeld door Ben/)
		.waitFor();
});

/** Both write in the same text at the same time: Ben's is stored while Ada has no line to the server. */
const writeApart = async (name: string, own: string, other: string) => {
	await ada.page.route('**/api/v1/**/sections/**', (route) => route.abort());
	await write(ada, name, own);
	await write(ben, name, other);
	await part(ben, name).getByText('opgeslagen', { exact: true }).waitFor();
	await ada.page.unrouteAll({ behavior: 'wait' });
	const choice = part(ada, name).getByRole('group', { name: 'Iemand anders schreef hier ook' });
	await choice.getByText(other).waitFor();
	await expect.poll(() => wordsIn(ada, name)).toBe(own);
	return choice;
};

test.each([
	['Verklaringen', /^Beide/, 'Van Ada 😀.Van Ben.', /Van Ada.*Van Ben/],
	['Aandachtspunten', 'Alleen mijn tekst', 'Van Ada 😀.', /^(?!.*Van Ben).*Van Ada/]
] as const)(
	'both write in %s at once: the one who was later chooses, and the other sees it',
	async (name, way, words, text) => {
		const choice = await writeApart(name, 'Van Ada 😀.', 'Van Ben.');
		await expect.poll(() => findingsOfAxe(ada.page)).toEqual([]);
		await choice.getByRole('button', { name: way }).press('Enter');
		await choice.waitFor({ state: 'detached' });
		await part(ada, name).getByText('opgeslagen', { exact: true }).waitFor();
		await expect.poll(() => wordsIn(ben, name)).toBe(words);
		await expect.poll(() => storedIn(name === 'Verklaringen' ? 'explanations' : 'attention')).toMatch(text);
	}
);

test('the text of the other alone: the own one goes, and nothing is left of it', async () => {
	await focusEditor(field(ada, 'Kernboodschap'));
	const choice = await (async () => {
		const before = (await wordsIn(ben, 'Kernboodschap')) ?? '';
		await ada.page.route('**/api/v1/**/sections/**', (route) => route.abort());
		await write(ada, 'Kernboodschap', ' Ada schrijft.');
		await write(ben, 'Kernboodschap', ' Ben schrijft.');
		await expect.poll(() => storedIn('message')).toContain('Ben schrijft.');
		await ada.page.unrouteAll({ behavior: 'wait' });
		const group = part(ada, 'Kernboodschap').getByRole('group', { name: 'Iemand anders schreef hier ook' });
		await group.getByText(`${before} Ben schrijft.`).waitFor();
		return group;
	})();
	await choice.getByRole('button', { name: 'Alleen de andere tekst' }).press('Enter');
	await choice.waitFor({ state: 'detached' });
	await expect.poll(() => wordsIn(ada, 'Kernboodschap')).toMatch(/ Ben schrijft\.$/);
	await ada.page.reload();
	await expect.poll(() => wordsIn(ada, 'Kernboodschap')).toMatch(/^(?!.*Ada schrijft).* Ben schrijft\.$/);
	await expect.poll(() => storedIn('message')).not.toContain('Ada schrijft');
});
