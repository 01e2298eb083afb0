import { expect, it } from 'vitest';
import type { CodingItem } from '#lib/contract/coding.ts';
import { openDesk } from '#lib/ui/coding/beside/open-desk.ts';
import { codingOfAnswer } from '#lib/ui/coding/desk-coding.ts';
import { at, deskOf } from './desk-of.ts';

/** A quote in the list beside the text, as it was read before its coding was changed at the desk. */
const quote = {
	...{ id: 'kept', sourceId: 'source', version: 2, start: 0, end: 6, quote: 'Café 😀', codeId: 'green', coderId: 'me' },
	...{ valences: [], memo: '', important: false, codedAt: at, codeSetAt: at, changedAt: at },
	...{ codePath: 'Groen 😀', coderName: 'Ada', codebookVersion: { id: 'first', number: 1, name: 'Proef' } }
} as unknown as CodingItem;
const later = '2026-03-01T10:00:00.000Z';

it('a quote beside the text tells the version of the codebook under which its coding just got another code', () => {
	const [green] = deskOf().desk.codes;
	if (!green) throw new Error('no code');
	const desk = deskOf({
		codes: [green, { ...green, id: 'safe', name: 'Veilig é', path: 'Veilig é' }],
		codebookVersions: [
			{ id: 'first', number: 1, name: 'Proef', madeAt: '2025-12-01T00:00:00.000Z' },
			{ id: 'second', number: 2, name: 'Ronde 2 😀', madeAt: '2026-02-01T00:00:00.000Z' }
		]
	});
	const open = openDesk(desk);
	expect(open.shown(quote)).toEqual(quote);
	// What the server answers after it was recoded here.
	desk.store.put({ ...codingOfAnswer({ ...quote, codeId: 'safe', codeSetAt: later, changedAt: later }), id: 'kept' });
	expect(open.shown(quote)).toMatchObject({
		codeId: 'safe',
		codeSetAt: later,
		codebookVersion: { id: 'second', number: 2, name: 'Ronde 2 😀' }
	});
	// Taken back, it has the code of before, and its version.
	desk.store.put({ ...codingOfAnswer({ ...quote, changedAt: later }), id: 'kept' });
	expect(open.shown(quote)).toEqual(quote);
});
