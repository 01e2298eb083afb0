import { africanFirstNames } from './first-names-african.ts';
import { arabicFirstNames } from './first-names-arabic.ts';
import { dutchFirstNames } from './first-names-dutch.ts';
import { otherFirstNames } from './first-names-other.ts';
import { polishFirstNames } from './first-names-polish.ts';
import { surinameseFirstNames } from './first-names-surinamese.ts';
import { turkishFirstNames } from './first-names-turkish.ts';
import type { WordList } from './word-list.ts';

/** All first names that are looked up: a list of Dutch names only would miss those who need it most. */
export const firstNames: WordList = new Set([
	...dutchFirstNames,
	...turkishFirstNames,
	...arabicFirstNames,
	...surinameseFirstNames,
	...polishFirstNames,
	...africanFirstNames,
	...otherFirstNames
]);
