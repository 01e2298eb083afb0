import type { CodeAnswer } from '#lib/contract/code.ts';
import { isOften, isUnused, oftenFrom } from '#lib/domain/codebook/code-use.ts';

/** Which codes the tree shows. */
export type CodeChoice = 'all' | 'unused' | 'often';

/** A choice by its key; anything else shows all. */
export const asCodeChoice = (key: string): CodeChoice => (key === 'unused' || key === 'often' ? key : 'all');

/** Which codes nobody used, which are used very often, and from how many codings on that is. */
export const markCodes = (codes: readonly CodeAnswer[]) => {
	const bar = oftenFrom(codes);
	const marks = new Map<string, 'unused' | 'often'>();
	for (const code of codes) {
		if (isUnused(code)) marks.set(code.id, 'unused');
		if (isOften(code, bar)) marks.set(code.id, 'often');
	}
	const number = (mark: string) => [...marks.values()].filter((one) => one === mark).length;
	return { marks, bar, unused: number('unused'), often: number('often') };
};

/** The numbers beside each code: of itself, or with the codes below it. Null for who may not see codings. */
export const useOf = (codes: readonly CodeAnswer[], withBelow: boolean) => {
	if (codes.some(({ codings }) => codings === null)) return null;
	return new Map(
		codes.flatMap((code) => {
			const whole = { codings: code.codingsWithDescendants ?? 0, interviews: code.interviewsWithDescendants ?? 0 };
			if (withBelow) return [[code.id, whole] as const];
			// A folder has no codings of its own.
			return code.isCodable
				? [[code.id, { codings: code.codings ?? 0, interviews: code.interviews ?? 0 }] as const]
				: [];
		})
	);
};
