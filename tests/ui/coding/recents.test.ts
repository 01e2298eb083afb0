import { describe, expect, it } from 'vitest';
import { keepKnown, noRecents, readRecents, remember } from '#lib/ui/coding/recents.ts';

const used = (...ids: string[]) => ids.reduce(remember, noRecents);

describe('the codes behind the keys 1-9', () => {
	it('keep their key when they are used again', () => {
		expect(used('a', 'b', 'c', 'b', 'b', 'a').slots).toEqual(['a', 'b', 'c']);
	});

	it('remember which was used last', () => {
		expect(used('a', 'b', 'c', 'a').lastUsed).toEqual(['a', 'c', 'b']);
	});

	it('give the key of the code used longest ago to a tenth', () => {
		const full = used('1', '2', '3', '4', '5', '6', '7', '8', '9', '1');
		expect(remember(full, 'new').slots).toEqual(['1', 'new', '3', '4', '5', '6', '7', '8', '9']);
	});

	it('drop codes that are gone', () => {
		expect(keepKnown(used('a', 'b'), (id) => id === 'b')).toEqual({ slots: ['b'], lastUsed: ['b'] });
	});

	it('come back from what was kept, and anything else counts as nothing', () => {
		const kept = used('a', 'b');
		expect(readRecents(JSON.stringify(kept))).toEqual(kept);
		expect(readRecents(null)).toEqual(noRecents);
		expect(readRecents('{"slots":7,"lastUsed":[1,"a","a"]}')).toEqual({ slots: [], lastUsed: ['a'] });
		expect(readRecents('nonsense')).toEqual(noRecents);
	});
});
