import { mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import type { VersionDifferencesAnswer } from '#lib/contract/codebook-version.ts';
import { m } from '#lib/paraglide/messages.js';
import VersionDifferences from '#lib/ui/codebook/VersionDifferences.svelte';

let shown: Record<string, unknown> | null = null;
afterEach(() => {
	if (shown) void unmount(shown);
	document.body.innerHTML = '';
});

const linesOf = (...differences: VersionDifferencesAnswer['differences']): readonly string[] => {
	const from = { id: 'one', number: 1, name: 'Ronde 1' };
	const answer = { from, to: { id: null, number: null, name: null }, differences };
	shown = mount(VersionDifferences, { target: document.body, props: { answer } });
	return [...document.querySelectorAll('li')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
};
const one = { codeId: 'park', path: 'Groen › Park 😀' };

describe('the differences between two versions of the codebook', () => {
	it('say that a code became a group, or stopped being one, and what that means', () => {
		expect(linesOf({ kind: 'became-group', ...one }, { kind: 'became-code', ...one })).toEqual([
			`${m.codebook_difference_became_group()} ${one.path} ${m.codebook_difference_group_means()}`,
			`${m.codebook_difference_became_code()} ${one.path} ${m.codebook_difference_code_means()}`
		]);
	});

	it('say the other words and the example as they were and are', () => {
		expect(
			linesOf(
				{ kind: 'synonyms', ...one, before: [], after: ['café', 'kroeg'] },
				{ kind: 'described', ...one, field: 'example', before: 'Eén', after: 'Twee' }
			)
		).toEqual([
			`${m.codebook_synonyms()} ${one.path} Was: (leeg) Nu: café, kroeg`,
			`${m.codebook_example()} ${one.path} Was: Eén Nu: Twee`
		]);
	});
});
