import { replyOf, unreachable, type Reply } from '../api/ask.ts';

/**
 * Sends a form and tells how much of it was sent. Fetch cannot tell that, so this is the older kind of request. A stop
 * breaks off what is still being sent; what the server has wholly is answered, since it may be stored already.
 */
export const sendForm = <T>(
	path: string,
	form: FormData,
	onSent: (part: number) => void,
	signal: AbortSignal
): Promise<Reply<T> | 'stopped'> =>
	new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open('POST', path);
		request.responseType = 'json';
		request.setRequestHeader('accept', 'application/json');
		request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
		request.onload = () => resolve(replyOf(request.status, request.response));
		request.onerror = () => resolve(unreachable());
		request.onabort = () => resolve('stopped');
		let isSent = false;
		request.upload.onload = () => (isSent = true);
		signal.addEventListener('abort', () => {
			if (!isSent) request.abort();
		});
		request.send(form);
	});
