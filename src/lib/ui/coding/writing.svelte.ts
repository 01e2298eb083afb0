/** A field in which somebody types, and a picker, form or question that is open over the desk. */
const field = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';
const open = '[role="dialog"], dialog[open]';

/** Who goes from one field to the next, or presses a button after writing, is done with that within this time, in ms. */
const settling = 500;

/** What tells that somebody begins or ends. */
const signs = ['focusin', 'focusout', 'keyup', 'pointerup'] as const;

/** Whether somebody is in the middle of writing or choosing on the page. */
export class Writing {
	is = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isLetGo = false;

	/** Watches the page; the answer ends that. */
	start(): () => void {
		const look = () => this.#look();
		for (const sign of signs) document.addEventListener(sign, look);
		this.#look();
		return () => {
			clearTimeout(this.#timer);
			for (const sign of signs) document.removeEventListener(sign, look);
		};
	}

	/** The person says that it can wait, whatever is open. */
	letGo(): void {
		this.#isLetGo = true;
		this.is = false;
	}

	#look(): void {
		clearTimeout(this.#timer);
		// The focus has its next place only after this event.
		this.#timer = setTimeout(() => {
			if (!isWriting()) this.#timer = setTimeout(() => this.#end(), settling);
			else if (!this.#isLetGo) this.is = true;
		});
	}

	#end(): void {
		this.is = false;
		this.#isLetGo = false;
	}
}

const isWriting = (): boolean =>
	document.activeElement?.matches(field) === true || document.querySelector(open) !== null;
