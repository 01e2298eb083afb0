/** Asks before a release while something is left to do; with a yes, the form that waited is sent after all. */
export class ReleaseQuestion {
	/** the form that waits for an answer */
	asking = $state.raw<HTMLFormElement | null>(null);
	#isSure = false;

	/** Whether the form must wait. */
	holds(form: HTMLFormElement, leftToDo: readonly string[]): boolean {
		const waits = leftToDo.length > 0 && !this.#isSure;
		this.#isSure = false;
		this.asking = waits ? form : null;
		return waits;
	}

	/** A second yes answers nothing, so that the next release is asked about again. */
	sayYes(): void {
		const form = this.asking;
		if (!form) return;
		this.asking = null;
		this.#isSure = true;
		form.requestSubmit();
	}
}
