import type { Area } from '../domain/area/area.ts';
import type { OutlineLines } from '../domain/area/outline.ts';
import type { Study } from '../domain/area/study.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { ReadAs } from '../domain/source/file-reading.ts';
import type { PseudonymStage } from '../domain/source/pseudonym.ts';
import type { PhotoLack } from '../domain/source/photo.ts';
import type { AssignmentAnswer } from './assignment.ts';
import type { PhotoAnswer } from './photo.ts';
import type { IntakeAnswer, SourceListItem, SourceTextAnswer, SourceAnswer } from './source.ts';
import type { WorkPersonAnswer } from './work.ts';

/** Where in the frame a source can be put. */
export type SourceChoices = {
	readonly areas: readonly Area[];
	readonly waves: readonly Wave[];
	readonly studies: readonly Study[];
	/** whether this person may add what is missing in the frame */
	readonly mayEditFrame: boolean;
};

/** The list of sources as a screen: all of them, with what one may do. */
export type SourceListScreen = {
	readonly items: readonly ListedSourceItem[];
	readonly choices: SourceChoices;
	readonly mayUpload: boolean;
	/** the reader's own id, to tell which work is his or hers */
	readonly me: string;
	/** who can be given work; null = the reader gives none out */
	readonly people: readonly WorkPersonAnswer[] | null;
};

export type ListedSourceItem = SourceListItem & {
	/** may check its turns and attributes */
	readonly mayPrepare: boolean;
	/** may work on its names */
	readonly mayPseudonymise: boolean;
	/** may release it for coding */
	readonly mayRelease: boolean;
	/** may see the text with its codings */
	readonly mayCode: boolean;
	/** quotes of it in reports */
	readonly reportQuotes: number;
	/** who does what on it */
	readonly assignments: readonly AssignmentAnswer[];
};

/** Everything the interviewer's page of one source shows. */
export type SourcePreparation = {
	readonly source: SourceAnswer;
	/** null for who may not read the words */
	readonly text: Pick<SourceTextAnswer, 'text' | 'turns' | 'speakers'> | null;
	/** the photos of an observation in their order; null for who may not see them */
	readonly photos: readonly PhotoAnswer[] | null;
	/** what its photos still lack before it goes on */
	readonly photoLack: PhotoLack;
	/** the outline of its area, of an observation only */
	readonly outline: OutlineLines;
	readonly choices: SourceChoices;
	/** codings on it, of all layers */
	readonly codings: number;
	/** whether its participants consented to take part; labels of those who did not */
	readonly consent: { readonly kind: 'given' | 'no-case' | 'missing' | 'stopped'; readonly labels: readonly string[] };
	/** the project releases nothing without a participant on record */
	readonly asksForConsent: boolean;
	readonly intake: IntakeAnswer;
	/** a participant is younger than 16, and no parent's consent is on record */
	readonly lacksParent: boolean;
	/** how its file was read; `readAs` null = that is not known */
	readonly file: { readonly format: string; readonly readAs: ReadAs | null };
	/** the file is still there and nothing hangs on the text: it can be read in another way */
	readonly mayReread: boolean;
	readonly mayPrepare: boolean;
	readonly mayRelease: boolean;
	/** may work on its names */
	readonly mayPseudonymise: boolean;
	/** how far its names are */
	readonly pseudonyms: PseudonymStage;
	/** things found that nobody decided on; 0 for who may not release */
	readonly openNames: number;
	/** may open the coding desk on it */
	readonly mayCode: boolean;
};
