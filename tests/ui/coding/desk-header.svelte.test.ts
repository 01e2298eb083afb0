import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { CodingDesk } from '#lib/contract/coding-desk.ts';
import { DeskReading } from '#lib/ui/coding/desk-reading.svelte.ts';
import DeskHeader from '#lib/ui/coding/DeskHeader.svelte';
import { clear, show } from '../../support/show.ts';
import { deskOf } from './desk-of.ts';

/** The head of the desk on a screen that is not wide. */

beforeEach(() => page.viewport(1280, 800));
afterEach(async () => {
	clear();
	await page.viewport(414, 896);
});

const head = (title: string) => {
	const { source } = deskOf().desk as CodingDesk;
	const desk = deskOf({ source: { ...source, title } });
	const text = { version: 2, turns: desk.turns, current: 1, tell: () => new Promise<never>(() => {}) };
	const box = show(DeskHeader, {
		...{ desk, reading: new DeskReading(text, []), homeHref: '/', sourcesHref: '/sources', isBesideOpen: false },
		...{ onBeside: () => {}, onHelp: () => {} }
	});
	const heading = box.querySelector('h1');
	if (!heading) throw new Error('a heading');
	const buttons = [...box.querySelectorAll('button, a.button')].map((one) => one.getBoundingClientRect());
	return { heading, buttons, bar: box.querySelector('header')?.getBoundingClientRect() };
};
const heightOf = (element: HTMLElement) => element.getBoundingClientRect().height;

test('a long title takes one line, and says itself in full to who points at it and who hears it', () => {
	const short = head('VOL-B-01');
	const [height, sizes] = [heightOf(short.heading), short.buttons.map(({ width, height }) => [width, height])];
	clear();

	const title =
		'Gesprek met een bewoner van de Hoge Dries over de speeltuin, de buurt en wat er sinds 2021 veranderd is 😀';
	const long = head(title);
	expect(heightOf(long.heading)).toBe(height);
	expect(long.heading.scrollWidth).toBeGreaterThan(long.heading.clientWidth);
	expect(long.heading.title).toContain(title);
	expect(long.heading.textContent).toBe(long.heading.title);
	expect(long.buttons.map(({ width, height }) => [width, height])).toEqual(sizes);
	expect(long.bar?.right).toBeLessThanOrEqual(1280);
});

test('that the connection is lost is heard, and that all is stored after all; nothing before that', () => {
	const desk = deskOf();
	const text = { version: 2, turns: desk.turns, current: 1, tell: () => new Promise<never>(() => {}) };
	const box = show(DeskHeader, {
		...{ desk, reading: new DeskReading(text, []), homeHref: '/', sourcesHref: '/sources', isBesideOpen: false },
		...{ onBeside: () => {}, onHelp: () => {} }
	});
	const heard = (waiting: number) => {
		desk.waiting = waiting;
		flushSync();
		return box.querySelector('header [role=status]')?.textContent;
	};
	expect(heard(0)).toBe('');
	const lost = 'Geen verbinding. Wat u doet, blijft bewaard en wordt later vanzelf opgeslagen.';
	expect([heard(1), heard(2)]).toEqual([lost, lost]);
	expect(heard(0)).toBe('Er is weer verbinding. Alles is opgeslagen.');
});

test('the key of the pane beside the text is the one that it has now, and none when single keys are off', () => {
	const desk = deskOf();
	const text = { version: 2, turns: desk.turns, current: 1, tell: () => new Promise<never>(() => {}) };
	const box = show(DeskHeader, {
		...{ desk, reading: new DeskReading(text, []), homeHref: '/', sourcesHref: '/sources', isBesideOpen: false },
		...{ onBeside: () => {}, onHelp: () => {} }
	});
	const key = () => {
		flushSync();
		const named = [...box.querySelectorAll('button')].find(({ textContent }) => textContent === 'Ernaast');
		return named?.getAttribute('aria-keyshortcuts');
	};
	expect(key()).toBe('T');
	desk.settings.keys = { beside: 'y' };
	expect(key()).toBe('Y');
	desk.settings.singleKeys = false;
	expect(key()).toBeNull();
});
