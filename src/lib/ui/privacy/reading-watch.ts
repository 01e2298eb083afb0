const readingTime = 700; // ms a turn is on the screen before it counts; who scrolls past reads nothing
const together = 3000; // ms between two reports to the server

/** Watches which turns somebody has on the screen, and tells it in small batches. Answers how to stop. */
export const watchReading = (
	list: HTMLElement,
	known: Iterable<number>,
	tell: (ordinals: readonly number[]) => void
): (() => void) => {
	const told = new Set(known);
	const waiting = new Map<number, ReturnType<typeof setTimeout>>();
	let fresh: number[] = [];
	let timer: ReturnType<typeof setTimeout> | null = null;
	const flush = () => {
		timer = null;
		if (fresh.length > 0) tell(fresh);
		fresh = [];
	};
	const seen = (ordinal: number) => {
		waiting.delete(ordinal);
		if (told.has(ordinal)) return;
		told.add(ordinal);
		fresh.push(ordinal);
		timer ??= setTimeout(flush, together);
	};
	const observer = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries) {
				const ordinal = Number(target.getAttribute('data-turn'));
				if (!isIntersecting) {
					clearTimeout(waiting.get(ordinal));
					waiting.delete(ordinal);
				} else if (!told.has(ordinal) && !waiting.has(ordinal))
					waiting.set(
						ordinal,
						setTimeout(() => seen(ordinal), readingTime)
					);
			}
		},
		{ threshold: 0 }
	);
	for (const turn of list.querySelectorAll('[data-turn]')) observer.observe(turn);
	return () => {
		observer.disconnect();
		for (const wait of waiting.values()) clearTimeout(wait);
		if (timer !== null) clearTimeout(timer);
		flush();
	};
};
