/** How a code is called while it is dragged from the codebook. */
export const codeType = 'application/x-wijkstem-code';

/** Takes what is dropped on an element when it is of this type; the answer is for `{@attach}`. */
export const takeDrop =
	(type: string, onDrop: (value: string) => void) =>
	(element: HTMLElement): (() => void) => {
		const over = (event: DragEvent) => {
			if (!event.dataTransfer?.types.includes(type)) return;
			event.preventDefault();
			event.dataTransfer.dropEffect = 'copy';
		};
		const drop = (event: DragEvent) => {
			const value = event.dataTransfer?.getData(type) ?? '';
			if (value === '') return;
			event.preventDefault();
			onDrop(value);
		};
		element.addEventListener('dragover', over);
		element.addEventListener('drop', drop);
		return () => {
			element.removeEventListener('dragover', over);
			element.removeEventListener('drop', drop);
		};
	};
