import type { CodeChangeAnswer } from '#lib/contract/code-change.ts';
import { m } from '#lib/paraglide/messages.js';

const named = 3; // more names than this make a sentence nobody reads

/** A change in one sentence: "Verplaatst: Park, Groen en nog 3". */
export const sayChange = ({ kind, codes, codesInAll, proposalId }: CodeChangeAnswer): string => {
	const list = codes
		.slice(0, named)
		.map(({ name }) => name)
		.join(', ');
	const names = codesInAll > named ? m.codebook_log_names({ names: list, more: codesInAll - named }) : list;
	switch (kind) {
		case 'add':
			return proposalId === null ? m.codebook_kind_add({ names }) : m.codebook_kind_accept({ names });
		case 'update':
			return m.codebook_kind_update({ names });
		case 'move':
			return m.codebook_kind_move({ names });
		case 'fold':
			return m.codebook_kind_fold({ names });
		case 'delete':
			return m.codebook_kind_delete({ names });
		case 'merge':
			return m.codebook_kind_merge({ names });
		case 'split':
			return m.codebook_kind_split({ names });
		case 'import':
			return m.codebook_kind_import({ names });
		case 'several':
			return m.codebook_kind_several({ names });
		default:
			return kind satisfies never;
	}
};
