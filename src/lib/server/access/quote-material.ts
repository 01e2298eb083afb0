import { referenceOf } from '../../domain/coding/coding.ts';
import { newQuoteTally, unpackQuotes, type QuoteTally } from '../../domain/coding/packed-quotes.ts';
import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import { listQuotedSources, readPacked, type QuotedSource } from '../store/packed-quotes.ts';
import type { AskedQuotes } from '../store/quotes.ts';
import type { Context } from './context.ts';
import { withPeople, type MaterialWith } from './people-material.ts';

/** A quote of a list that is taken away. */
export type ListedQuote = {
	readonly sourceId: string;
	readonly areaId: string;
	readonly areaName: string;
	readonly group: 'resident' | 'professional' | null;
	readonly reference: string;
	readonly mayShow: boolean;
};

type QuotesMaterial = MaterialWith<{ readonly kind: 'quotes'; readonly quotes: readonly ListedQuote[] }>;

/** What a file of these quotes is made of. */
export const withQuotes = async (
	context: Context,
	project: Project,
	asked: AskedQuotes
): Promise<Result<QuotesMaterial>> => {
	const sources = await listQuotedSources(context.db, asked);
	const tally = newQuoteTally();
	const allowsAll = (source: number) => sources[source]?.quotesAllowed ?? false;
	for await (const packed of readPacked(context.db, asked, sources)) tally.add(unpackQuotes(packed, allowsAll));
	return quotesMaterial(context, project, sources, tally.all());
};

/**
 * What a file of quotes is made of, of sources in any order. A check finds something in words that are shown only where a
 * function or an open name is known; of other interviews one such quote stands for all.
 */
export const quotesMaterial = async (
	context: Pick<Context, 'db'>,
	project: Project,
	sources: readonly QuotedSource[],
	tally: ReadonlyMap<number, QuoteTally>
): Promise<Result<QuotesMaterial>> => {
	const counted = [...tally].flatMap(([at, found]) => (sources[at] ? [{ ...sources[at], ...found }] : []));
	// by id, so that the same quotes are confirmed by the same fingerprint, in whatever order the file has them
	counted.sort((a, b) => (a.id < b.id ? -1 : 1));
	const none = { kind: 'quotes', quotes: [] as readonly ListedQuote[] } as const;
	const people = await withPeople(
		context,
		project,
		none,
		counted.map(({ id }) => id)
	);
	if (!people.ok) return people;
	const { functions, openNames } = people.value;
	const quotes = counted.flatMap(({ id, title, areaId, areaName, waveYear, group, shown, withheld }) => {
		const listed = (turn: number, mayShow: boolean): ListedQuote => {
			const reference = referenceOf(title, waveYear, turn);
			return { sourceId: id, areaId, areaName, group, reference, mayShow };
		};
		const isKnown = (functions.get(id)?.length ?? 0) > 0 || (openNames.get(id) ?? 0) > 0;
		return [
			...(isKnown ? shown : shown.slice(0, 1)).map((turn) => listed(turn, true)),
			...withheld.map((turn) => listed(turn, false))
		];
	});
	return ok({ ...people.value, parts: { kind: 'quotes', quotes } });
};
