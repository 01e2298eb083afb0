import type { CodeId, ProjectId, UserId } from '#lib/domain/project/ids.ts';
import { behindKeys, noFavourites, numberOf, readFavourites, tie, type Favourites } from './favourites.ts';
import { keepKnown, noRecents, readRecents, remember, type Recents } from './recents.ts';

/** The codes one person has at hand in a project: those used last, and those tied to a number. Kept in the browser. */
export class OwnCodes {
	#recents = $state.raw<Recents>(noRecents);
	#favourites = $state.raw<Favourites>(noFavourites);
	readonly #recentsKey: string;
	readonly #favouritesKey: string;

	/** the codes behind the keys 1-9; null = none */
	readonly slots = $derived.by(() => behindKeys(this.#recents, this.#favourites));

	constructor(projectId: ProjectId, userId: UserId) {
		this.#recentsKey = `wijkstem.recents.${projectId}`;
		this.#favouritesKey = `wijkstem.favourites.${projectId}.${userId}`;
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
		this.#recents = keepKnown(readRecents(localStorage.getItem(this.#recentsKey)), isKnown);
		this.#favourites = readFavourites(localStorage.getItem(this.#favouritesKey), isKnown);
	}

	/** A code was used. */
	use(codeId: CodeId): void {
		this.#recents = remember(this.#recents, codeId);
		keep(this.#recentsKey, this.#recents);
	}

	/** A code is not there any more. */
	forget(codeId: CodeId): void {
		this.#recents = keepKnown(this.#recents, (id) => id !== codeId);
	}

	/** Ties a code to a number, or unties it. */
	tie(codeId: CodeId, number: number | null): void {
		this.#favourites = tie(this.#favourites, codeId, number);
		keep(this.#favouritesKey, this.#favourites);
	}
}

/** Without storage a number lasts for this visit. */
const keep = (key: string, value: unknown): void => {
	try {
		localStorage.setItem(key, JSON.stringify(value));
	} catch {
		// Nothing else can be done about it.
	}
};
