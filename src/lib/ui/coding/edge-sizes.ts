/** The sizes that one press on an edge goes through: as it was, as large as it gets, as small as it gets. */
type Sizes = { readonly normal: number; readonly least: number; readonly most: number };

/** The size after a press without a drag; one that was set by hand goes back to normal first. */
export const nextSize = (now: number, { normal, least, most }: Sizes): number =>
	now === normal ? most : now === most ? least : normal;

/** How far a hand may shake in a press, in pixels: further is a drag. */
const shake = 4;

/** Tells a press on an edge from a drag. */
export class EdgePress {
	#from: number | null = null;
	#isDrag = false;

	begin(x: number): void {
		this.#from = x;
		this.#isDrag = false;
	}

	/** Whether a pointer that is here now drags the edge. */
	isDrag(x: number): boolean {
		if (this.#from !== null && Math.abs(x - this.#from) >= shake) this.#isDrag = true;
		return this.#isDrag;
	}

	/** Whether what ends here was a press; the edge is let go. */
	end(): boolean {
		const isPress = this.#from !== null && !this.#isDrag;
		this.#from = null;
		return isPress;
	}
}
