/** How long to wait before the server is asked once more, in milliseconds. */
const again = 2000;

/**
 * Done once the server is reached. A page that is read without a connection makes way for a page that says what went
 * wrong, and takes the work that is on the screen with it.
 */
export const untilReached = async (pause = again): Promise<void> => {
	while (!(await isReached())) await waited(pause);
};

/** Asks for a small file that needs no database; while developing there is none, but somebody who says so. */
const isReached = () =>
	fetch('/_app/version.json', { method: 'HEAD', cache: 'no-store' }).then(
		({ status }) => status < 500,
		() => false
	);

/** After this long, or as soon as the browser says that there is a connection. */
const waited = (pause: number) =>
	new Promise<void>((resolve) => {
		const done = () => {
			clearTimeout(timer);
			removeEventListener('online', done);
			resolve();
		};
		const timer = setTimeout(done, pause);
		addEventListener('online', done);
	});
