import { replyOf, unreachable, type Reply } from './ask.ts';

/**
 * Asks for a file with the choice in the body of the request, so that words stand in no address, and saves it; it can be
 * stopped while it is being made.
 */
export const saveFile = (path: string, choice: unknown, signal: AbortSignal | null = null): Promise<Reply<null>> =>
	save(path, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(choice),
		signal
	});

/** Takes a file away that has an address; it can be stopped while it is being made. */
export const takeFile = (path: string, signal: AbortSignal): Promise<Reply<null>> => save(path, { signal });

const save = async (path: string, request: RequestInit): Promise<Reply<null>> => {
	try {
		const response = await fetch(path, request);
		if (!response.ok) return replyOf(response.status, await response.json().catch(() => null));
		const url = URL.createObjectURL(await response.blob());
		const link = document.createElement('a');
		link.href = url;
		link.download = fileName(response.headers.get('content-disposition') ?? '');
		link.click();
		URL.revokeObjectURL(url);
		return { ok: true, value: null };
	} catch {
		return unreachable();
	}
};

const fileName = (disposition: string): string => {
	const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
	return encoded !== undefined ? decodeURIComponent(encoded) : (/filename="([^"]+)"/.exec(disposition)?.[1] ?? 'memos');
};
