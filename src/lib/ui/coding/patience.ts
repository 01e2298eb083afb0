const pauses = [1, 2, 4, 8, 15, 30]; // seconds; the last one again and again

/** Waits before another try; shorter when the browser says that there is a connection again. */
export const pauseUntilRetry = (attempt: number): Promise<void> =>
	new Promise((resolve) => {
		const seconds = pauses[Math.min(attempt, pauses.length - 1)] ?? 30;
		const go = () => {
			clearTimeout(timer);
			removeEventListener('online', go);
			resolve();
		};
		const timer = setTimeout(go, seconds * 1000);
		addEventListener('online', go);
	});
