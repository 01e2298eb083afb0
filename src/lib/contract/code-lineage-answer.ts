import type { Forerunner, Lineage } from '../domain/codebook/lineage.ts';
import type { CodeLineageAnswer, RelatedCode } from './code-lineage.ts';

type Known = Lineage & {
	readonly codeId: string;
	readonly codes: ReadonlyMap<string, { readonly name: string; readonly isHere: boolean }>;
	readonly links: readonly (Forerunner & { readonly isMerge: boolean; readonly isSplit: boolean })[];
	readonly versions: ReadonlyMap<string, readonly RelatedCode['versions'][number][]>;
};

/** The lineage of a code as it crosses the edge. */
export const toCodeLineageAnswer = ({ codeId, before, after, codes, links, versions }: Known): CodeLineageAnswer => {
	const related = (id: string, step: Forerunner): RelatedCode => {
		const link = links.find((one) => one.codeId === step.codeId && one.forerunnerId === step.forerunnerId);
		return {
			codeId: id,
			name: codes.get(id)?.name ?? '',
			isHere: codes.get(id)?.isHere ?? false,
			isDirect: link !== undefined,
			isMerged: link?.isMerge ?? false,
			isSplit: link?.isSplit ?? false,
			versions: (versions.get(id) ?? []).map(({ id: versionId, number, name }) => ({ id: versionId, number, name }))
		};
	};
	return {
		codeId,
		forerunners: before.map((id) => related(id, { codeId, forerunnerId: id })),
		followers: after.map((id) => related(id, { codeId: id, forerunnerId: codeId }))
	};
};
