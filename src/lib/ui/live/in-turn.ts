/**
 * Does things one after the other; what is asked for once more while it waits for its turn is done once. What fails
 * holds nothing up: who asked for it is told.
 */
export const inTurn = (): ((name: string, act: () => Promise<unknown>) => Promise<void>) => {
	const waiting = new Map<string, Promise<void>>();
	let last: Promise<unknown> = Promise.resolve();
	return (name, act) => {
		const asked = waiting.get(name);
		if (asked) return asked;
		const turn = last.then(async () => {
			waiting.delete(name);
			await act();
		});
		waiting.set(name, turn);
		last = turn.catch(() => {});
		return turn;
	};
};
