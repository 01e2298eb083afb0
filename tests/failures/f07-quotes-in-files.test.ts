import { expect, test } from 'vitest';
import { readSource } from '#lib/import/read-source.ts';
import { spoken, valueOf } from '../import/fixture.ts';
import { inEveryFormat } from '../support/in-every-format.ts';

/** F7: lost quotes and apostrophes shift the rest. Straight and curly ones stay as they are, in every format. */
const said = `Hij zei "ja", 'nee', “misschien”, ‘nooit’ en „wel”.`;
const answered = `'s Ochtends vroeg: de auto's, foto’s en "t is 5' 3""`;

test.each(inEveryFormat(said, answered))('$name keeps every quote and apostrophe', async (file) => {
	expect(spoken(valueOf(await readSource(file)))).toEqual([
		['I', said],
		['R', answered]
	]);
});
