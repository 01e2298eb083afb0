import type { Presence } from '../access/context.ts';

/** Who has which source or report open: on screens of this process, and as other processes told. */
export class Presences {
	readonly #here = new Map<string, Map<symbol, Presence>>();
	readonly #elsewhere = new Map<string, Map<string, { people: readonly Presence[]; until: number }>>();

	/** Someone opened a source or a report on a screen of this process. */
	enter(screen: symbol, presence: Presence): void {
		const screens = this.#here.get(presence.openId) ?? new Map<symbol, Presence>();
		this.#here.set(presence.openId, screens.set(screen, presence));
	}

	leave(screen: symbol, { openId }: Presence): void {
		const screens = this.#here.get(openId);
		screens?.delete(screen);
		if (screens?.size === 0) this.#here.delete(openId);
	}

	/** Another process told who is there; after `until` (ms) without news they count as gone. */
	tell(process: string, openId: string, people: readonly Presence[], until: number): void {
		const processes = this.#elsewhere.get(openId) ?? new Map<string, { people: readonly Presence[]; until: number }>();
		if (people.length === 0) processes.delete(process);
		else processes.set(process, { people, until });
		if (processes.size === 0) this.#elsewhere.delete(openId);
		else this.#elsewhere.set(openId, processes);
	}

	/** Forgets what is too old; answers the sources and reports this touches. */
	expire(now: number): readonly string[] {
		const touched: string[] = [];
		for (const [openId, processes] of this.#elsewhere) {
			for (const [process, { until }] of processes)
				if (until < now) {
					processes.delete(process);
					touched.push(openId);
				}
			if (processes.size === 0) this.#elsewhere.delete(openId);
		}
		return touched;
	}

	/** The sources and reports that are open on screens of this process. */
	openHere(): readonly string[] {
		return [...this.#here.keys()];
	}

	peopleHere(openId: string): readonly Presence[] {
		return oncePerPerson([...(this.#here.get(openId)?.values() ?? [])]);
	}

	people(openId: string): readonly Presence[] {
		const elsewhere = [...(this.#elsewhere.get(openId)?.values() ?? [])].flatMap(({ people }) => people);
		return oncePerPerson([...this.peopleHere(openId), ...elsewhere]);
	}
}

/** Who has two places of a report open is in both. */
const oncePerPerson = (people: readonly Presence[]): readonly Presence[] => [
	...new Map(people.map((person) => [`${person.userId} ${person.at ?? ''}`, person])).values()
];
