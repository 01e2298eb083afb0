/** On the server there is no tab to keep a draft in. */
export const noStorage: Storage = {
	length: 0,
	clear: () => {},
	getItem: () => null,
	key: () => null,
	removeItem: () => {},
	setItem: () => {}
};
