import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import dutch from '../../messages/nl/problem.json' with { type: 'json' };
import { leftOutKinds } from '#lib/import/left-out.ts';
import english from '../../messages/en/problem.json' with { type: 'json' };

const folder = new URL('../../src/lib/import/', import.meta.url);
const prefixes =
	'archive|figures|file|json|left-out|pdf|rtf|survey|teams|zip|xml|text|docx|transcript|subtitles|table|column|cell|number|yes-no|year|suppressed|bounds|value|percentage|observation|indicator';
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.map((name) => readFileSync(new URL(name, folder), 'utf8'));
const codes = [
	...new Set(
		sources.flatMap((source) =>
			[...source.matchAll(new RegExp(`'((?:${prefixes})-[a-z-]+)'`, 'g'))].map(([, code]) => code ?? '')
		)
	),
	...leftOutKinds.map((kind) => `left-out-${kind}`),
	'number-unreadable',
	'number-ambiguous' // told as `number-${kind}`
];

describe('every problem and warning of an import can be told', () => {
	test('the codes are found in the source', () => {
		expect(codes.length).toBeGreaterThan(60);
	});

	test.each(codes)('%s has a sentence in both languages', (code) => {
		const key = `problem_${code.replaceAll('-', '_')}`;
		expect([key in dutch, key in english]).toEqual([true, true]);
	});
});
