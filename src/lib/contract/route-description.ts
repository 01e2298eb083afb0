import type { z } from 'zod';

/** One route of the HTTP API: what OpenAPI tells about it comes from here. */
export type RouteDescription = {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** below /api/v1, with {parameters} as in API.md */
	readonly path: string;
	/** in Dutch, one sentence */
	readonly summary: string;
	/** the group of routes it stands in, in Dutch */
	readonly tag: string;
	/** parameters of the path that are no ids */
	readonly params?: Readonly<Record<string, z.ZodType>>;
	readonly query?: z.ZodType;
	readonly body?: z.ZodType;
	/** it can be left out */
	readonly isBodyOptional?: boolean;
	/** fields beside the file of a multipart upload */
	readonly multipart?: z.ZodType;
	readonly status: number;
	/** absent = no body (204), a file, or an event stream; then `media` names the type */
	readonly answer?: z.ZodType;
	readonly media?: readonly string[];
	/** for everybody, without a token or session */
	readonly isPublic?: boolean;
};
