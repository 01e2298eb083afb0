import { afterEach, expect, test, vi } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { CodeImpact } from '#lib/ui/codebook/code-impact.svelte.ts';

afterEach(() => vi.unstubAllGlobals());

/** Answers that come when the test lets them. */
const answers = () => {
	const waiting: ((codings: number | null) => void)[] = [];
	vi.stubGlobal('fetch', () => {
		const coming = Promise.withResolvers<Response>();
		waiting.push((codings) =>
			codings === null
				? coming.reject(new TypeError('offline'))
				: coming.resolve(
						Response.json({ id: null, codes: 1, codings, interviews: 3, otherTexts: 0, folderId: null, merged: null })
					)
		);
		return coming.promise;
	});
	return waiting;
};

test('what a change touches is told when it is counted, also that it is more than the tree counts', async () => {
	const waiting = answers();
	const impact = new CodeImpact();
	const counted = impact.count('project', 'park');
	expect(impact.say(4)).toBe(m.codebook_impact_wait());
	waiting[0]?.(7);
	await counted;
	expect(impact.say(7)).not.toContain(m.codebook_impact_more());
	expect(impact.say(null)).not.toContain(m.codebook_impact_more());
	expect(impact.say(4)).toContain('7');
	expect(impact.say(4)).toContain(m.codebook_impact_more());
	expect(impact.say(4, 'Weg.')).toMatch(/7.*Weg\. .*$/s);
});

test('counted anew, what was told stays until then; of another code nothing is told before it is counted', async () => {
	const waiting = answers();
	const impact = new CodeImpact();
	const first = impact.count('project', 'park');
	waiting[0]?.(7);
	await first;
	void impact.count('project', 'park');
	expect(impact.counted?.codings).toBe(7);
	void impact.count('project', 'bomen');
	expect(impact.counted).toBe(null);
	waiting[1]?.(8); // of the code before it
	await expect.poll(() => waiting.length).toBe(3);
	expect(impact.counted).toBe(null);
	waiting[2]?.(null);
	await expect.poll(() => impact.failure).not.toBe(null);
	expect(impact.say(0)).toBe(impact.failure);
});
