import { replyOf, unreachable, type Reply } from '../api/ask.ts';

/** Sends a form and tells how much of it was sent. Fetch cannot tell that, so this is the older kind of request. */
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
		signal.addEventListener('abort', () => request.abort());
		request.send(form);
	});
