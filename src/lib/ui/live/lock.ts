/**
 * Holds a lock of its own for as long as this window or worker is there, so that others hear when it goes, also when it
 * breaks down; `held` gets its name. A browser has no locks over plain HTTP from another machine.
 */
export const holdLock = (of: 'window' | 'stream', held: (name: string) => void): void => {
	if (!('locks' in navigator)) return;
	const name = `wijkstem ${of} ${crypto.randomUUID()}`;
	void navigator.locks.request(name, () => {
		held(name);
		return new Promise(() => {});
	});
};
