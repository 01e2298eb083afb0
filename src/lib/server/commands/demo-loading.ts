import type { Result } from '../../domain/problem.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Context } from '../access/context.ts';
import type { Db } from '../store/database.ts';

/** Ids of this project by the keys that the files of the demo use. */
export type Ids = ReadonlyMap<string, string>;

/** A demo that is being loaded, in one transaction. */
export type Loading = { readonly context: Context; readonly trx: Db; readonly projectId: ProjectId };

/** The frame of the demo by its keys. */
export type DemoFrame = { readonly areas: Ids; readonly waves: Ids; readonly studies: Ids; readonly pillars: Ids };

/** The id of a key in our own files; a key that is not there is a mistake in them. */
export const idOf = (ids: Ids, key: string): string => {
	const id = ids.get(key);
	if (id === undefined) throw new Error(`the demo refers to ${key}, which it does not have`);
	return id;
};

/** What a parser made of a file of the demo; a fault in our own file is a bug. */
export const ofDemo = <T>(result: Result<T>): T => {
	if (result.ok) return result.value;
	throw new Error(
		`a file of the demo does not fit: ${result.problems.map(({ code, at }) => `${code} ${at ?? ''}`).join(', ')}`
	);
};

/** Where the n-th literal occurrence of some words begins, in UTF-16 units. */
export const nthIndex = (text: string, words: string, n: number): number => {
	const plain = words.normalize('NFC');
	let found = -1;
	for (let count = 0; count < n; count += 1) {
		found = text.indexOf(plain, found + 1);
		if (found < 0) throw new Error('the demo points to words that are not in its interview');
	}
	return found;
};
