import { ok, type Result } from '#lib/domain/problem.ts';
import { bodyOf } from './body-of.ts';

type Picture = { readonly type: string; readonly bytes: Uint8Array };

/** A picture as an answer that a page shows: never kept, never taken for anything else, and able to do nothing. */
export const pictureAnswer = async (reading: Promise<Result<Picture>>): Promise<Result<Response>> => {
	const read = await reading;
	if (!read.ok) return read;
	const { type, bytes } = read.value;
	const headers = {
		'content-type': type,
		'content-length': String(bytes.byteLength),
		'content-disposition': 'inline',
		'content-security-policy': "default-src 'none'; sandbox",
		'cache-control': 'private, no-store',
		'x-content-type-options': 'nosniff'
	};
	return ok(new Response(bodyOf(bytes), { headers }));
};
