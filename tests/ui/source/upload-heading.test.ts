import { beforeEach, expect, test } from 'vitest';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';
import { uploadHeading } from '../../../src/lib/ui/source/upload-heading.ts';

beforeEach(() => overwriteGetLocale(() => 'nl'));

test.each([
	[[], 'Gekozen bestanden'],
	[['waiting', 'done'], 'Klaar om te uploaden'],
	[['waiting', 'sending'], 'Bezig met uploaden'],
	[['done', 'reading'], 'Bezig met uploaden'],
	[['done', 'done'], 'Toegevoegd'],
	[['done', 'failed'], 'Gekozen bestanden'],
	[['stopped'], 'Gekozen bestanden']
] as const)('the list of files that are %j is called %s', (states, heading) => {
	expect(uploadHeading(states)).toBe(heading);
});
