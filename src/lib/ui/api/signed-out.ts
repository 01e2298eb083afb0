const name = 'wijkstem:signed-out';

/** The server did not know who asks: the session may have ended, also in another window. */
export const tellSignedOut = (): void => void dispatchEvent(new Event(name));

/** Calls when the server did not know who asks; the answer ends that. */
export const whenSignedOut = (act: () => void): (() => void) => {
	addEventListener(name, act);
	return () => removeEventListener(name, act);
};
