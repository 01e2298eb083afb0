import { beforeEach, expect, it } from 'vitest';
import { DeskSettings } from '#lib/ui/coding/desk-settings.svelte.ts';

beforeEach(() => localStorage.clear());

const settings = (person: string) => {
	const own = new DeskSettings(person);
	own.read();
	return own;
};

it('each person in a browser has the desk as he or she set it', () => {
	settings('anna').set({ singleKeys: false, codesWidth: 300 });
	expect(settings('anna')).toMatchObject({ singleKeys: false, codesWidth: 300 });
	expect(settings('bram')).toMatchObject({ singleKeys: true, codesWidth: 0 });
});

it('what was set for everybody in the browser goes to who comes first', () => {
	localStorage.setItem('wijkstem.desk', JSON.stringify({ singleKeys: false, keys: { picker: 'g' } }));
	expect(settings('anna')).toMatchObject({ singleKeys: false, keys: { picker: 'g' } });
	expect(settings('bram').singleKeys).toBe(true);
	expect(settings('anna').singleKeys).toBe(false);
});
