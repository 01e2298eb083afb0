import { describe, expect, test } from 'vitest';
import { quotedWords, shortened, shortenedNow } from '#lib/domain/report/shorten.ts';
import { codesOf } from '../../import/fixture.ts';

const original = 'Het park is echt opgeknapt 😀, alleen mist er in één hoek nog een bankje.';

describe('a shortened quote', () => {
	test('holds words of the original in their order, with (…) for what was left out', () => {
		for (const words of [
			'Het park is echt opgeknapt (…).',
			'Het park (…) mist er in één hoek nog een bankje.',
			'(…) in één hoek (…)',
			'Het park (…) opgeknapt (…) bankje.'
		])
			expect(shortened(original, words)).toEqual({ ok: true, value: words });
	});

	test('knows (...) and spaces as people type them', () => {
		expect(shortened(original, ' Het park  is ( ... ) bankje. ')).toEqual({
			ok: true,
			value: 'Het park is (…) bankje.'
		});
	});

	test('that leaves nothing out is the whole quote', () => {
		expect(shortened(original, `${original} `)).toEqual({ ok: true, value: null });
	});

	test('has no words of somebody else, none in another order, and does not hide that it is cut', () => {
		for (const words of ['Het park is mooi (…)', '(…) bankje (…) park (…)', 'Het park is echt opgeknapt', 'park (…)'])
			expect(codesOf(shortened(original, words))).toEqual(['report-quote-other-words']);
		expect(codesOf(shortened(original, '(…) (…)'))).toEqual(['report-quote-empty']);
	});
});

describe('a quote that was shortened, beside its words of now', () => {
	test('stays shortened as long as that fits, and says so when it does not any more', () => {
		expect(shortenedNow(original, 'Het park (…)')).toEqual({ shortened: 'Het park (…)', isOutdated: false });
		expect(shortenedNow(original.replace('park', 'plein'), 'Het park (…)')).toEqual({
			shortened: null,
			isOutdated: true
		});
		expect(shortenedNow(original, null)).toEqual({ shortened: null, isOutdated: false });
		expect(shortenedNow(null, 'Het park (…)')).toEqual({ shortened: null, isOutdated: false });
	});

	test('is shown as it was shortened, else whole, and not at all without its words', () => {
		expect(quotedWords({ text: original, shortened: 'Het park (…)' })).toBe('Het park (…)');
		expect(quotedWords({ text: original, shortened: null })).toBe(original);
		expect(quotedWords({ text: null, shortened: 'Het park (…)' })).toBeNull();
	});
});
