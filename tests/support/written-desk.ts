import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { openDesk, type Desk, type DeskCoding } from './desk.ts';

/** What the turn of a written desk says; it ends with the sign that stood there before. */
export const sentences = [
	'Het park é is echt opgeknapt 😀.',
	'Wij spelen er nu elke dag met alle kinderen uit de straat en buurt.',
	'De bankjes zijn nieuw.',
	'Dat is fijn'
] as const;

/** A desk at a turn of which every word is known. */
export type WrittenDesk = Desk & {
	/** corrects the turn: words come in the place of others, or before all of it */
	readonly edit: (changes: readonly (readonly [from: string, to: string])[]) => Promise<void>;
	/** chooses a sentence with the keys, from 1 */
	readonly chooseSentence: (number: number) => Promise<void>;
	/** the middle of the first letter of words in the turn, on the screen */
	readonly letterOf: (words: string) => Promise<{ readonly x: number; readonly y: number }>;
	/** the number of the turn that has the focus */
	readonly focused: () => Promise<number>;
	readonly panel: () => Locator;
	/** makes the turn as empty as it was, so that a test begins anew */
	readonly clear: () => Promise<void>;
};

/** Opens the desk at a turn in the middle of an interview, and writes the sentences in it; close it when done. */
export const openWrittenDesk = async (): Promise<WrittenDesk> => {
	const desk = await openDesk(
		({ ordinal, words }) => ordinal > 2 && words.split('. ').length >= 3 && words.endsWith('.')
	);
	const { page, base, sourceId, place } = desk;
	const edit: WrittenDesk['edit'] = async (changes) => {
		const { start, words, version } = await place();
		const operations: unknown[] = [];
		let at = -start;
		for (const [from, to] of changes) {
			const found = [...words.slice(0, words.indexOf(from))].length;
			if (found - at > 0) operations.push({ retain: found - at });
			if (to !== '') operations.push({ insert: to });
			if (from !== '') operations.push({ delete: [...from].length });
			at = found + [...from].length;
		}
		await desk.call(`${base}/sources/${sourceId}/edits`, { version, operations, reason: 'nageluisterd' });
	};
	await edit([[desk.first.words.slice(0, -1), sentences.join(' ')]]);
	expect((await place()).words).toBe(`${sentences.join(' ')}.`);
	return {
		...desk,
		edit,
		chooseSentence: async (number) => {
			await desk.turn().focus();
			await page.keyboard.press('Escape');
			await page.keyboard.press('Enter');
			for (let step = 0; step < number; step += 1) await page.keyboard.press('ArrowRight');
			await expect.poll(desk.said).toMatch(new RegExp(`zin ${number} van`));
		},
		letterOf: async (words) => desk.letter([...(await place()).words.split(words, 1).join('')].length),
		focused: () =>
			page.evaluate(() => Number(document.activeElement?.closest<HTMLElement>('[data-turn]')?.dataset['turn'])),
		panel: () => page.getByRole('complementary', { name: 'Dit fragment' }),
		clear: async () => {
			await page.context().setOffline(false);
			await page.unrouteAll({ behavior: 'ignoreErrors' });
			for (const { id } of await desk.codings()) await desk.call(`${base}/codings/${id}`, undefined, 'DELETE');
		}
	};
};

/** The words of codings, in reading order. */
export const quotes = (list: readonly DeskCoding[]): readonly string[] => list.map(({ quote }) => quote);
