import { replyOf, unreachable, type Reply } from './ask.ts';

/** Asks for a file with the choice in the body of the request, so that words stand in no address, and saves it. */
export const saveFile = async (path: string, choice: unknown): Promise<Reply<null>> => {
	let response: Response;
	try {
		const headers = { 'content-type': 'application/json' };
		response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(choice) });
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
