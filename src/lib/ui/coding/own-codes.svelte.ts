import type { CodeId, ProjectId, UserId } from '#lib/domain/project/ids.ts';
import { behindKeys, noFavourites, numberOf, readFavourites, tie, type Favourites } from './favourites.ts';
import { keepOwn, readOwn } from './own-storage.ts';
import { keepKnown, noRecents, readRecents, remember, type Recents } from './recents.ts';

/** The codes one person has at hand in a project: those used last, and those tied to a number. Kept in the browser. */
export class OwnCodes {
	#recents = $state.raw<Recents>(noRecents);
	#favourites = $state.raw<Favourites>(noFavourites);
	readonly #keys: { readonly recents: string; readonly favourites: string };
	readonly #userId: UserId;

	/** the codes behind the keys 1-9; null = none */
	readonly slots = $derived.by(() => behindKeys(this.#recents, this.#favourites));

	constructor(projectId: ProjectId, userId: UserId) {
		this.#keys = { recents: `wijkstem.recents.${projectId}`, favourites: `wijkstem.favourites.${projectId}` };
		this.#userId = userId;
	}

	get recents(): Recents {
		return this.#recents;
	}

	/** The code used last; undefined = none yet. */
	get last(): CodeId | undefined {
		return this.#recents.lastUsed[0];
	}

	/** The number a code is tied to; null = none. */
	numberOf(codeId: CodeId): number | null {
		return numberOf(this.#favourites, codeId);
	}

	/** The number a code can be tied to: the one it has by use, a free one, or that of a code that is not tied; null = none. */
	looseNumberFor(codeId: CodeId): number | null {
		const at = (holds: (id: CodeId | null) => boolean) => this.slots.findIndex(holds);
		const places = [
			at((id) => id === codeId),
			at((id) => id === null),
			at((id) => id !== null && this.numberOf(id) === null)
		];
		const place = places.find((found) => found !== -1);
		return place === undefined ? null : place + 1;
	}

	/** Takes up what was kept, without codes that are gone; only in the browser. */
	read(isKnown: (id: CodeId) => boolean): void {
		this.#recents = keepKnown(readRecents(readOwn(this.#keys.recents, this.#userId)), isKnown);
		this.#favourites = readFavourites(readOwn(this.#keys.favourites, this.#userId), isKnown);
	}

	/** A code was used. */
	use(codeId: CodeId): void {
		this.#recents = remember(this.#recents, codeId);
		keepOwn(this.#keys.recents, this.#userId, this.#recents);
	}

	/** A code is not there any more. */
	forget(codeId: CodeId): void {
		this.#recents = keepKnown(this.#recents, (id) => id !== codeId);
	}

	/** Ties a code to a number, or unties it. */
	tie(codeId: CodeId, number: number | null): void {
		this.#favourites = tie(this.#favourites, codeId, number);
		keepOwn(this.#keys.favourites, this.#userId, this.#favourites);
	}
}
