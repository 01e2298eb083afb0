import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('what may not be selected may not be selected in Safari either, which knows the property by its own name only', () => {
	const without = globSync('src/**/*.{svelte,css}').filter((file) => {
		const text = readFileSync(file, 'utf8');
		const times = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
		return times(/(?<!-)user-select: none/g) !== times(/-webkit-user-select: none/g);
	});
	expect(without).toEqual([]);
});
