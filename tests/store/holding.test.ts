import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findInText } from '../../src/lib/domain/text/find.ts';
import { holds } from '../../src/lib/server/store/holding.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { testStore } from '../support/database.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const isHeld = async (text: string, words: string): Promise<boolean> => {
	const { rows } = await sql<{ is_held: boolean }>`select ${holds(sql`${text}::text`, words)} as is_held`.execute(
		store.db
	);
	return rows[0]?.is_held ?? false;
};

const texts = [
	'In het Café 😀 is één cafe\u0301 coöperatie',
	'CAFE EEN COOPERATIE',
	'100% zeker. [a-z]+ (ja|nee) {2} \\d ^$',
	'Łódź, Ørsted, İstanbul, Þór, straße',
	'Ένα καφές, ещё йога, 日本が, 한국',
	'twee\n  regels'
];
const asked = [
	...['cafe', 'CAFÉ', 'café 😀', 'cafe\u0301', 'één', 'een', 'cooperatie', 'coöp', 'x'],
	...['100%', '100_', '[a-z]+', '.', '(ja|nee)', '{2}', '\\d', '^$', 'a'],
	...['łodz', 'Ø', 'istanbul', 'STRASSE', 'ενα', 'καφες', 'еще', 'йога', 'が', '한국', 'twee regels']
];

test('the database finds words whatever their case and accents, where the text itself is searched so too', async () => {
	for (const text of texts)
		for (const words of asked)
			expect([text, words, await isHeld(text, words)]).toEqual([text, words, findInText(text, words).length > 0]);
});

test('a long question of letters with many accents is answered at once', async () => {
	const words = 'ééń aüçõ '.repeat(22);
	const before = performance.now();
	expect(await isHeld(`${'een ander verhaal '.repeat(2000)}${words}`, words)).toBe(true);
	expect(performance.now() - before).toBeLessThan(2000);
});
