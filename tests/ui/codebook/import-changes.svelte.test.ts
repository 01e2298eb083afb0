import { afterEach, expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import ImportChanges from '#lib/ui/codebook/ImportChanges.svelte';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

test('what a code means is called as it is in the codebook', () => {
	const fields = [{ field: 'definition', from: 'Bomen', to: 'Bomen en gras' }];
	const row = { row: 2, id: null, path: 'Wonen › Groen 😀', change: 'changed' as const, moved: false, fields };
	const box = show(ImportChanges, { changes: [row] });
	expect([...box.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual([m.codebook_definition()]);
});
