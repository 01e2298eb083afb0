import type { Presence } from '../access/context.ts';

/** Who has which source open: on screens of this process, and as other processes told. */
export class Presences {
	readonly #here = new Map<string, Map<symbol, Presence>>();
	readonly #elsewhere = new Map<string, Map<string, { people: readonly Presence[]; until: number }>>();

	/** Someone opened a source on a screen of this process. */
	enter(screen: symbol, presence: Presence): void {
		const screens = this.#here.get(presence.sourceId) ?? new Map<symbol, Presence>();
		this.#here.set(presence.sourceId, screens.set(screen, presence));
	}

	leave(screen: symbol, { sourceId }: Presence): void {
		const screens = this.#here.get(sourceId);
		screens?.delete(screen);
		if (screens?.size === 0) this.#here.delete(sourceId);
	}

	/** Another process told who is there; after `until` (ms) without news they count as gone. */
	tell(process: string, sourceId: string, people: readonly Presence[], until: number): void {
		const processes =
			this.#elsewhere.get(sourceId) ?? new Map<string, { people: readonly Presence[]; until: number }>();
		if (people.length === 0) processes.delete(process);
		else processes.set(process, { people, until });
		if (processes.size === 0) this.#elsewhere.delete(sourceId);
		else this.#elsewhere.set(sourceId, processes);
	}

	/** Forgets what is too old; answers the sources this touches. */
	expire(now: number): readonly string[] {
		const touched: string[] = [];
		for (const [sourceId, processes] of this.#elsewhere) {
			for (const [process, { until }] of processes)
				if (until < now) {
					processes.delete(process);
					touched.push(sourceId);
				}
			if (processes.size === 0) this.#elsewhere.delete(sourceId);
		}
		return touched;
	}

	/** The sources that are open on screens of this process. */
	sourcesHere(): readonly string[] {
		return [...this.#here.keys()];
	}

	peopleHere(sourceId: string): readonly Presence[] {
		return oncePerPerson([...(this.#here.get(sourceId)?.values() ?? [])]);
	}

	people(sourceId: string): readonly Presence[] {
		const elsewhere = [...(this.#elsewhere.get(sourceId)?.values() ?? [])].flatMap(({ people }) => people);
		return oncePerPerson([...this.peopleHere(sourceId), ...elsewhere]);
	}
}

/** Who has two places of a report open is in both. */
const oncePerPerson = (people: readonly Presence[]): readonly Presence[] => [
	...new Map(people.map((person) => [`${person.userId} ${person.at ?? ''}`, person])).values()
];
