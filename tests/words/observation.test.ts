import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What a sentence says when it is about an observation: nobody talks in one, so it has paragraphs and no turns. */
const ofObservations = (locale: 'nl' | 'en'): readonly (readonly [key: string, sentence: string])[] => {
	const folder = new URL(`../../messages/${locale}/`, import.meta.url);
	return readdirSync(folder).flatMap((file) => {
		const messages = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, unknown>;
		return Object.entries(messages).flatMap(([key, value]) =>
			Array.isArray(value)
				? value.flatMap((one: { match?: Record<string, string> }) =>
						Object.entries(one.match ?? {})
							.filter(([when]) => /kind=observation(?!s)/.test(when))
							.map(([, sentence]) => [key, sentence.replaceAll(/\{\w+\}/g, '')] as const)
					)
				: []
		);
	});
};

test.each([
	['nl', /gesprek|interview|\bbeurt/i],
	['en', /interview|\btalk|\bturns?\b/i]
] as const)('an observation is called so in each sentence that can be about one (%s)', (locale, wrong) => {
	const sentences = ofObservations(locale);
	expect(sentences.length).toBeGreaterThan(50);
	expect(sentences.filter(([, sentence]) => wrong.test(sentence))).toEqual([]);
});
