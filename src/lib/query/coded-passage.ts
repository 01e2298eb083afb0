import type { Coding } from '../domain/coding/coding.ts';
import type { Source } from '../domain/source/source.ts';

/** A coding with its words and what is known of its source: all that a query can ask about. */
export type CodedPassage = Pick<
	Coding,
	'id' | 'codeId' | 'coderId' | 'range' | 'valences' | 'isImportant' | 'layer'
> & {
	readonly quote: string;
	readonly source: Pick<Source, 'id' | 'title' | 'kind' | 'areaId' | 'waveId' | 'group' | 'status'>;
};

/** The order of answers: by interview, then as one reads, then by id. Titles compare by code unit, as in SQL's "C". */
export const byPlace = (a: CodedPassage, b: CodedPassage): number =>
	compare(a.source.title, b.source.title) ||
	compare(a.source.id, b.source.id) ||
	a.range.start - b.range.start ||
	b.range.end - a.range.end ||
	compare(a.id, b.id);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
