import type { Coding } from '../domain/coding/coding.ts';
import { valenceList } from '../domain/coding/valence.ts';
import type { CodingAnswer } from './coding.ts';

type Stored = Coding & Pick<CodingAnswer, 'quote' | 'changedAt'>;

/** A coding as it crosses the edge. */
export const toCodingAnswer = (coding: Stored): CodingAnswer => ({
	id: coding.id,
	sourceId: coding.sourceId,
	version: coding.version,
	start: coding.range.start,
	end: coding.range.end,
	quote: coding.quote,
	codeId: coding.codeId,
	coderId: coding.coderId,
	valences: [...valenceList(coding.valences)],
	memo: coding.memo,
	important: coding.isImportant,
	codedAt: coding.codedAt,
	codeSetAt: coding.codeSetAt,
	...(coding.decidedAt !== undefined && { decidedAt: coding.decidedAt }),
	changedAt: coding.changedAt
});
