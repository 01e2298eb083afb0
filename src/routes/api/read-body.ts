import { fail, ok, type Result } from '#lib/domain/problem.ts';

/** A file as it was sent. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** A multipart upload: its files and the fields beside them. A field that is sent twice becomes a list. */
export type Upload = {
	readonly files: readonly UploadedFile[];
	readonly fields: Readonly<Record<string, string | readonly string[]>>;
};

/** What a request carries. */
export type Body =
	| { readonly kind: 'none' }
	| { readonly kind: 'json'; readonly value: unknown }
	| { readonly kind: 'upload'; readonly upload: Upload };

/** What a route takes: JSON, a file, or either; `optional-json`: JSON, or nothing at all. */
export type BodyKind = 'none' | 'json' | 'optional-json' | 'upload' | 'json-or-upload';

const jsonLimit = 20_000_000; // bytes; some 100,000 observations at once

/** Reads the body of a request in a form its route takes; anything else is a problem, never an exception. */
export const readBody = async (request: Request, takes: BodyKind): Promise<Result<Body>> => {
	if (takes === 'none') return ok({ kind: 'none' });
	const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
	if (takes === 'optional-json' && (type === '' || request.body === null)) return ok({ kind: 'none' });
	const isJson = type === 'application/json' || type.endsWith('+json');
	if (isJson && takes !== 'upload') return readJson(request);
	if (type === 'multipart/form-data' && (takes === 'upload' || takes === 'json-or-upload')) return readUpload(request);
	return fail('media-unknown', { type: type === '' ? '-' : type, expected: expectedTypes[takes] });
};

const expectedTypes = {
	json: 'application/json',
	'optional-json': 'application/json',
	upload: 'multipart/form-data',
	'json-or-upload': 'application/json, multipart/form-data'
} as const;

const readJson = async (request: Request): Promise<Result<Body>> => {
	let bytes: ArrayBuffer;
	try {
		bytes = await request.arrayBuffer();
	} catch (error) {
		return refused(error, 'body-not-json');
	}
	if (bytes.byteLength > jsonLimit) return fail('body-too-large', { limit: jsonLimit / 1_000_000 });
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		return ok({ kind: 'json', value });
	} catch {
		return fail('body-not-json');
	}
};

const readUpload = async (request: Request): Promise<Result<Body>> => {
	let form: FormData;
	try {
		form = await request.formData();
	} catch (error) {
		return refused(error, 'body-not-form');
	}
	return ok({ kind: 'upload', upload: await uploadOf(form) });
};

/** The files and fields of a form. A file field in which nothing was chosen counts as absent. */
export const uploadOf = async (form: FormData): Promise<Upload> => {
	const files: UploadedFile[] = [];
	const fields: Record<string, string | readonly string[]> = Object.create(null);
	for (const [name, value] of form) {
		if (typeof value === 'string') {
			const before = fields[name];
			fields[name] = before === undefined ? value : [before, value].flat();
		} else if (value.name !== '' || value.size > 0) {
			files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
		}
	}
	return { files, fields: { ...fields } };
};

/** The server stops reading a body above its limit (BODY_SIZE_LIMIT) with an error of status 413. */
const refused = (error: unknown, otherwise: string): Result<never> =>
	typeof error === 'object' && error !== null && 'status' in error && error.status === 413
		? fail('body-too-large', { limit: '-' })
		: fail(otherwise);
