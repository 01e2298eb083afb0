/**
 * Which desks are open in this browser, in whatever tab: each holds a lock of its own while it is, which the browser
 * lets go when the page goes, however that goes.
 */
const lockOf = (deskId: string) => `wijkstem.desk.${deskId}`;

/** A name for a desk that no other desk has. */
export const newDeskId = (): string => {
	const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
	return `${a.toString(36)}${b.toString(36)}`;
};

/** Says that a desk is open, until the signal. */
export const holdDesk = (deskId: string, signal: AbortSignal): void => {
	void locks()?.request(lockOf(deskId), () => new Promise<void>((resolve) => whenAborted(signal, resolve)));
};

/**
 * Does something as soon as a desk is not open any more, which may be at once; never after the signal. A browser without
 * locks does not know: there it is done at once, and a desk that is open after all keeps its work anew.
 */
export const whenGone = async (deskId: string, signal: AbortSignal, act: () => unknown): Promise<void> => {
	const known = locks();
	if (!known) return void act();
	try {
		await known.request(lockOf(deskId), { signal }, () => {
			if (!signal.aborted) void act();
		});
	} catch (reason) {
		if (!signal.aborted) throw reason;
	}
};

const whenAborted = (signal: AbortSignal, act: () => void): void => {
	if (signal.aborted) act();
	else signal.addEventListener('abort', act, { once: true });
};

/** Only where the connection is safe. */
const locks = (): LockManager | undefined => (navigator as Partial<Pick<Navigator, 'locks'>>).locks;
