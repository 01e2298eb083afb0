import type { MemoAnswer } from '#lib/contract/memo.ts';
import type { MemoAbout } from '#lib/domain/memo/memo.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where what a memo is about stands, and what it is called there; without an address it is gone, or not for this reader. */
export const aboutLink = (
	projectId: string,
	{ about, place }: Pick<MemoAnswer, 'about' | 'place'>
): { readonly words: string; readonly href: string | null } => {
	const base = `/projects/${projectId}`;
	switch (about.kind) {
		case 'project':
			return { words: m.memo_about_project(), href: base };
		case 'source':
			if (place.sourceTitle === null) break;
			return { words: m.memo_about_source({ title: place.sourceTitle }), href: `${base}/sources/${about.sourceId}` };
		case 'turn':
			if (place.reference === null || place.turn === null) break;
			return { words: place.reference, href: `${base}/sources/${about.sourceId}?turn=${place.turn}` };
		case 'coding':
			if (place.reference === null || place.sourceId === null) break;
			if (place.isRemoved)
				return {
					words: m.memo_about_removed({ reference: place.reference, path: place.codePath ?? '' }),
					href: place.turn === null ? null : `${base}/sources/${place.sourceId}?turn=${place.turn}`
				};
			return {
				words: `${place.reference}${place.codePath === null ? '' : `, ${place.codePath}`}`,
				href: `${base}/sources/${place.sourceId}?coding=${about.codingId}`
			};
		case 'code':
			if (place.codePath === null) break;
			if (place.isRemoved) return { words: m.memo_about_code_removed({ path: place.codePath }), href: null };
			return { words: m.memo_about_code({ path: place.codePath }), href: `${base}/codebook?code=${about.codeId}` };
		case 'case':
			if (place.caseLabel === null) break;
			return { words: m.memo_about_case({ label: place.caseLabel }), href: `${base}/cases/${about.caseId}` };
		default:
			return about satisfies never;
	}
	return { words: m.memo_about_gone(), href: null };
};

/** One key for what a memo is about, to compare. */
export const aboutKey = (about: MemoAbout): string => JSON.stringify(about);
