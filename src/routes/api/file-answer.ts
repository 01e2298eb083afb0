import { ok, type Result } from '#lib/domain/problem.ts';
import { bodyOf } from './body-of.ts';

type File = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** A file as an answer that a browser saves under its name. */
export const fileAnswer = async (making: Promise<Result<File>>): Promise<Result<Response>> => {
	const made = await making;
	if (!made.ok) return made;
	const { name, type, bytes } = made.value;
	const headers = {
		'content-type': type,
		'content-length': String(bytes.byteLength),
		'content-disposition': attachment(name),
		'cache-control': 'no-store'
	};
	return ok(new Response(bodyOf(bytes), { headers }));
};

/** RFC 6266: a name in ASCII for old programs, and the name itself. */
const attachment = (name: string): string => {
	const plain = name
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^\x20-\x7e]|["\\]/g, '_');
	return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
};
