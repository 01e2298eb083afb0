import { withoutAccents } from '#lib/domain/text/without-accents.ts';
import { firstLetters } from '#lib/domain/text/first-letters.ts';
import type { ReferenceKind, TextReference } from '#lib/domain/text/rich-text.ts';
import { ask, type Reply } from '../api/ask.ts';

/** Something that can be mentioned, with what tells it from others of the same name. */
export type MentionChoice = TextReference & { readonly detail: string };

/** As many of a kind as one looks through, and as many letters of a quote as a mention shows. */
const mostOfKind = 6;
const longestQuote = 80;
/** Shorter words are in nearly every quote. */
const shortestWord = 3;

type Code = { readonly id: string; readonly name: string; readonly parentId: string | null };
type Source = { readonly id: string; readonly title: string };
type Quote = { readonly id: string; readonly quote: string; readonly reference: string };
type Items<T> = { readonly items: readonly T[] };

/** Finds codes, interviews and codings by words. What one may not see is not found. */
export class MentionSearch {
	readonly #base: string;
	#codes: Promise<Reply<Items<Code>>> | null = null;
	#sources: Promise<Reply<Items<Source>>> | null = null;

	constructor(projectId: string) {
		this.#base = `/api/v1/projects/${projectId}`;
	}

	async find(words: string): Promise<Reply<readonly MentionChoice[]>> {
		this.#codes ??= ask('GET', `${this.#base}/codes`);
		this.#sources ??= ask('GET', `${this.#base}/sources?limit=500`);
		const text = words.trim();
		const [codes, sources, quotes] = await Promise.all([this.#codes, this.#sources, this.#quotes(text)]);
		for (const reply of [codes, sources, quotes])
			// Who may not list a kind mentions the others; anything else is told.
			if (!reply.ok && reply.status !== 403) {
				[this.#codes, this.#sources] = [null, null];
				return reply;
			}
		const value = [
			...(codes.ok ? codesOf(codes.value.items, text) : []),
			...(sources.ok ? sourcesOf(sources.value.items, text) : []),
			...(quotes.ok ? quotes.value.items.map(quoteChoice) : [])
		];
		return { ok: true, value };
	}

	async #quotes(text: string): Promise<Reply<Items<Quote>>> {
		if (text.length < shortestWord) return { ok: true, value: { items: [] } };
		const words = text.split(/\s+/).map((word) => (/[\p{L}\p{N}]$/u.test(word) ? `${word}*` : word));
		const where = { text: words.join(' ').slice(0, 200) };
		return ask('POST', `${this.#base}/queries`, { unit: 'coding', where, limit: mostOfKind });
	}
}

const holds = (text: string, words: string): boolean =>
	withoutAccents(words)
		.split(/\s+/)
		.every((word) => withoutAccents(text).includes(word));
/** A name that begins with the words comes first, then one that holds them, then what stands below such a name. */
const rankOf = (name: string, words: string): number => {
	if (withoutAccents(name).startsWith(withoutAccents(words))) return 0;
	return holds(name, words) ? 1 : 2;
};
const choice = (to: ReferenceKind, id: string, label: string, detail: string): MentionChoice => ({
	kind: 'reference',
	to,
	id,
	label,
	detail
});

const codesOf = (codes: readonly Code[], words: string): readonly MentionChoice[] => {
	const byId = new Map(codes.map((code) => [code.id, code]));
	const above = ({ parentId }: Code): string => {
		const parent = parentId === null ? undefined : byId.get(parentId);
		return parent ? [above(parent), parent.name].filter((name) => name !== '').join(' › ') : '';
	};
	return codes
		.filter((code) => holds(`${above(code)} ${code.name}`, words))
		.map((code) => ({ code, rank: rankOf(code.name, words) }))
		.sort((a, b) => a.rank - b.rank)
		.slice(0, mostOfKind)
		.map(({ code }) => choice('code', code.id, code.name, above(code)));
};

const sourcesOf = (sources: readonly Source[], words: string): readonly MentionChoice[] =>
	sources
		.filter(({ title }) => holds(title, words))
		.slice(0, mostOfKind)
		.map(({ id, title }) => choice('source', id, title, ''));

const quoteChoice = ({ id, quote, reference }: Quote): MentionChoice =>
	choice('coding', id, firstLetters(quote, longestQuote), reference);
