import type { SpeakerId } from '../project/ids.ts';

export type SpeakerRole = 'interviewer' | 'respondent' | 'interpreter' | 'other';
export const speakerRoles: readonly SpeakerRole[] = ['interviewer', 'respondent', 'interpreter', 'other'];

/** Who speaks in a source, by the label of the transcript. */
export type Speaker = { readonly id: SpeakerId; readonly label: string; readonly role: SpeakerRole };

/** The role a label suggests: "I:", "Interviewer", "Tolk (namens R)"; anything else is a respondent. */
export const suggestRole = (label: string): SpeakerRole => {
	const plain = label
		.replace(/ ?\([^()]*\)$/, '')
		.trim()
		.toLowerCase();
	if (
		/^(i|int|interviewer|interviewster|onderzoeker|onderzoekster|vragensteller|moderator|facilitator|gespreksleider|gespreksleidster)\s*\d*$/.test(
			plain
		)
	)
		return 'interviewer';
	if (/^(t|tolk|interpreter|vertaler)\s*\d*$/.test(plain)) return 'interpreter';
	if (/^(notulist|observator|onbekend|unknown|allen|iedereen|meerdere|groep|all|everyone|several|group)$/.test(plain))
		return 'other';
	return 'respondent';
};
