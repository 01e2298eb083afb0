import { expect, test } from 'vitest';
import { placesIn } from '#lib/ui/coding/code-tree.ts';

test('each code has its place among those with the same parent', () => {
	const code = (id: string, parentId: string | null = null) => ({ id, parentId });
	const places = placesIn([code('home'), code('green', 'home'), code('noise', 'home'), code('safe')]);
	expect([...places].sort()).toEqual([
		['green', { position: 1, size: 2 }],
		['home', { position: 1, size: 2 }],
		['noise', { position: 2, size: 2 }],
		['safe', { position: 2, size: 2 }]
	]);
});
