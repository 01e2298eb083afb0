import { indexBy } from './index-by.ts';

/** Whether one key is the one that is meant. */
class Mark {
	isOn = $state(false);
}

/**
 * Which one of many is meant, such as the turn with the focus. When that changes, only what shows the former and the
 * new one is drawn again, and not what shows each of the others.
 */
export class OneOf<K> {
	#value = $state.raw<K | null>(null);
	readonly #marks: ReadonlyMap<K, Mark>;

	constructor(keys: readonly K[], value: K | null) {
		this.#marks = indexBy(
			keys,
			(key) => key,
			() => new Mark()
		);
		this.set(value);
	}

	get value(): K | null {
		return this.#value;
	}

	is(key: K): boolean {
		return this.#marks.get(key)?.isOn ?? false;
	}

	set(value: K | null): void {
		if (value === this.#value) return;
		this.#mark(this.#value, false);
		this.#value = value;
		this.#mark(value, true);
	}

	#mark(key: K | null, isOn: boolean): void {
		const mark = key === null ? undefined : this.#marks.get(key);
		if (mark) mark.isOn = isOn;
	}
}
