/** The embedded database answers without going back to the event loop: between two pages of long work others get their turn. */
export const letOthersIn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
