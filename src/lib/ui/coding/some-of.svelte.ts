import { indexBy } from './index-by.ts';

class Mark {
	isOn = $state(false);
}

/** Which ones of many are meant. When some are added, only what shows those is drawn again. */
export class SomeOf<K> {
	readonly #marks: ReadonlyMap<K, Mark>;

	constructor(keys: readonly K[]) {
		this.#marks = indexBy(
			keys,
			(key) => key,
			() => new Mark()
		);
	}

	has(key: K): boolean {
		return this.#marks.get(key)?.isOn ?? false;
	}

	add(key: K): void {
		const mark = this.#marks.get(key);
		if (mark) mark.isOn = true;
	}
}
