import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { findingsOfAxe } from './axe.ts';
import { openDemo, type DemoApp } from './demo-app.ts';
import type { Look } from './person.ts';
import type { TokenApi } from './token-api.ts';

/** A coding, as the tests of the desk look at it. */
export type DeskCoding = {
	readonly id: string;
	readonly start: number;
	readonly end: number;
	readonly quote: string;
	readonly codePath: string;
	readonly valences: readonly string[];
	readonly memo: string;
	readonly important: boolean;
};

/** A turn with its words; its place is counted in code points. */
export type DeskTurn = {
	readonly ordinal: number;
	readonly start: number;
	readonly end: number;
	readonly words: string;
};

type Letter = {
	readonly left: number;
	readonly right: number;
	readonly x: number;
	readonly y: number;
};

type Source = {
	readonly text: string;
	readonly version: number;
	readonly turns: readonly { readonly ordinal: number; readonly start: number; readonly end: number }[];
};

/** The demo, with its owner as the coder of one turn that nobody coded yet. */
export type Desk = DemoApp & {
	readonly page: Page;
	readonly sourceId: string;
	/** the turn as it was at the beginning */
	readonly first: DeskTurn;
	/** the turn as the server has it now, with the version of its text */
	readonly place: () => Promise<DeskTurn & { readonly version: number }>;
	/** the codings in the turn, in reading order */
	readonly codings: () => Promise<readonly DeskCoding[]>;
	/** waits until the server has what the screen shows */
	readonly until: (is: (list: readonly DeskCoding[]) => boolean) => Promise<readonly DeskCoding[]>;
	readonly turn: () => Locator;
	/** the letter at a code point of the turn, on the screen, with its middle */
	readonly letter: (at: number) => Promise<Letter>;
	/** opens the desk with the focus on the turn */
	readonly open: () => Promise<void>;
	/** what a screen reader was told last */
	readonly said: () => Promise<string>;
	/** chooses a code for what is chosen in the text: C, its name, Enter */
	readonly pick: (code: string) => Promise<void>;
	readonly barriers: (...fine: readonly RegExp[]) => Promise<readonly string[]>;
	/** keeps a picture of the page when SHOTS names a folder */
	readonly shot: (name: string) => Promise<void>;
	readonly close: () => Promise<void>;
};

const mostWait = 30_000; // ms for what the screen shows to be stored

/** Opens the desk on the first released interview that has such a turn without a coding; close it when done. */
export const openDesk = async (
	isFit: (turn: DeskTurn) => boolean,
	look: Look = { width: 1440, height: 900 }
): Promise<Desk> => {
	const demo = await openDemo(look);
	const { app, base } = demo;
	const { page } = demo.person;
	const { sourceId, first } = await freeTurn(demo, base, isFit);

	const place = async () => {
		const source = await demo.call<Source>(`${base}/sources/${sourceId}`);
		const turn = turnsOf(source).find(({ ordinal }) => ordinal === first.ordinal);
		if (!turn) throw new Error('the turn is gone');
		return { ...turn, version: source.version };
	};
	const codings = async () => {
		const { start, end } = await place();
		return (await demo.items<DeskCoding>(`${base}/codings?sourceId=${sourceId}&limit=500`))
			.filter((one) => one.start < end && start < one.end)
			.toSorted((a, b) => a.start - b.start || a.end - b.end);
	};
	const turn = () => page.locator(`[data-turn="${first.ordinal}"]`);
	return {
		...demo,
		...{ page, sourceId, first, place, codings, turn },
		letter: (at) => letterOnScreen(page, first.ordinal, at),
		until: async (is) => {
			for (const from = Date.now(); Date.now() - from < mostWait;) {
				const list = await codings();
				if (is(list)) return list;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
			throw new Error(`stored are ${JSON.stringify(await codings())}`);
		},
		open: async () => {
			await page.goto(`${app.origin}${base}/sources/${sourceId}`);
			await turn().waitFor();
			await turn().scrollIntoViewIfNeeded();
			await turn().focus();
		},
		said: async () => ((await page.locator('.desk > [role="status"]').textContent()) ?? '').trim(),
		pick: async (code) => {
			await page.keyboard.press('c');
			await page.getByRole('dialog').waitFor();
			await page.keyboard.type(code);
			await page.keyboard.press('Enter');
			await page.getByRole('dialog').waitFor({ state: 'detached' });
		},
		barriers: (...fine) => barriersAtDesk(page, ...fine),
		shot: (name) => deskShot(page, name)
	};
};

/**
 * Barriers, but for the width of stripes in the margin: 20 of them have to stand side by side, and the list of codes
 * under the turn does the same with large targets (WCAG 2.5.8, the exception for an equivalent).
 */
export const barriersAtDesk = async (page: Page, ...fine: readonly RegExp[]): Promise<readonly string[]> =>
	(await findingsOfAxe(page)).filter((finding) => ![stripe, ...fine].some((one) => one.test(finding)));

const stripe = /^target-size: <button[^>]* class="bar/;

/** A row that is half scrolled out of its panel is as large as the others. */
export const halfRow = /^target-size: <button[^>]* data-row=.*partially obscured/;

/** Keeps a picture of the desk when SHOTS names a folder. */
export const deskShot = async (page: Page, name: string): Promise<void> => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `desk-${name}.png`) });
};

const letterOnScreen = (page: Page, ordinal: number, at: number): Promise<Letter> =>
	page.evaluate(
		([ordinal, at]) => {
			const node = document.querySelector(`[data-turn="${ordinal}"] .words`)?.firstChild;
			if (!(node instanceof Text)) throw new Error('no words');
			const before = [...node.data].slice(0, at).join('').length;
			const range = document.createRange();
			range.setStart(node, before);
			range.setEnd(node, before + 1);
			const { left, right, top, bottom } = range.getBoundingClientRect();
			return { left, right, x: (left + right) / 2, y: (top + bottom) / 2 };
		},
		[ordinal, at] as const
	);

const turnsOf = ({ text, turns }: Source): readonly DeskTurn[] => {
	const signs = [...text];
	return turns.map((turn) => ({ ...turn, words: signs.slice(turn.start, turn.end).join('') }));
};

const freeTurn = async ({ call, items }: TokenApi, base: string, isFit: (turn: DeskTurn) => boolean) => {
	for (const { id } of await items<{ id: string }>(`${base}/sources?status=released&limit=500`)) {
		const coded = await items<DeskCoding>(`${base}/codings?sourceId=${id}&limit=500`);
		const first = turnsOf(await call<Source>(`${base}/sources/${id}`)).find(
			(turn) => isFit(turn) && !coded.some(({ start, end }) => start < turn.end && turn.start < end)
		);
		if (first) return { sourceId: id, first };
	}
	throw new Error('the demo has no such turn without a coding');
};
