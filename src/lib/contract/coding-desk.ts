import type { CompactCoding } from '../domain/coding/compact.ts';
import type { Layer } from '../domain/coding/coding.ts';
import type { CodingAnswer } from './coding.ts';
import type { PhotoAnswer } from './photo.ts';
import type { SourceAnswer, SpeakerAnswer, TurnAnswer } from './source.ts';

/** A code as the desk needs it; `codes` are in tree order, and a CompactCoding points into that list. */
export type DeskCode = {
	readonly id: string;
	readonly parentId: string | null;
	readonly depth: number;
	readonly name: string;
	/** "Wonen › Groen en spelen" */
	readonly path: string;
	readonly definition: string;
	readonly include: string;
	readonly exclude: string;
	readonly example: string;
	readonly synonyms: readonly string[];
	/** index into the palette, resolved: own, inherited or by place */
	readonly color: number;
	readonly isCodable: boolean;
	/** resolved: own or inherited */
	readonly pillarIds: readonly string[];
};

export type DeskCoder = { readonly id: string; readonly name: string };

/** Everything the coding desk of one source shows, in one answer. */
export type CodingDesk = {
	readonly source: SourceAnswer;
	readonly version: number;
	/** when this was read (ISO 8601): `since` of the event stream, so that nothing falls between reading and following */
	readonly readAt: string;
	readonly text: string;
	readonly turns: readonly TurnAnswer[];
	readonly speakers: readonly SpeakerAnswer[];
	/** the photos of an observation in their order */
	readonly photos: readonly PhotoAnswer[];
	readonly codes: readonly DeskCode[];
	/** everyone with a coding here, and the reader */
	readonly coders: readonly DeskCoder[];
	readonly codings: readonly CompactCoding[];
	readonly pillars: readonly { readonly id: string; readonly name: string; readonly shortName: string }[];
	readonly permissions: {
		/** may put codes on this source */
		readonly mayApply: boolean;
		/** may change codings of others too, and the codebook */
		readonly mayEditCodebook: boolean;
	};
	/** 'second': a blind second coder, who sees own codings only */
	readonly layer: Layer;
	/** decides which pair of valences comes first: network-interviews goed/beter, else vooruit/beter */
	readonly studyKind: string | null;
	/** what the interviewer wrote at hand-over; null = nothing */
	readonly note: { readonly text: string; readonly by: string } | null;
	/** there was an interpreter */
	readonly hasInterpreter: boolean;
	readonly me: DeskCoder;
	/** codings here whose words are gone, that wait for a place */
	readonly orphans: number;
	/** the turns this person read */
	readonly reading: readonly { readonly first: number; readonly last: number }[];
	/** the versions of the codebook; a coding was made under the newest that was there before it */
	readonly codebookVersions: readonly {
		readonly id: string;
		readonly number: number;
		readonly name: string;
		readonly madeAt: string;
	}[];
	/** that this person is to code it; null = nobody gave it, and it was not taken */
	readonly assignment: { readonly id: string; readonly isDone: boolean } | null;
	/** codings in which a corrected text changed words, and that nobody has looked at since */
	readonly changed: readonly string[];
};

/** A coding as it arrives live; the coder's name comes along, because that coder may be new to the screen. */
export type LiveCoding = Omit<CodingAnswer, 'memo' | 'quote'> & {
	readonly hasMemo: boolean;
	readonly coderName: string;
};

/** What the event stream sends: `event:` is the kind, `data:` the rest as JSON. */
export type LiveEvent =
	| { readonly kind: 'coding-added' | 'coding-changed'; readonly coding: LiveCoding }
	| {
			readonly kind: 'coding-removed';
			readonly sourceId: string;
			readonly version: number;
			readonly ids: readonly string[];
			readonly actorId: string;
	  }
	| {
			/** a code, source, frame, decision, explanation, study, shared memo, report, who does what or what is published changed: read it again if it is on the screen */
			readonly kind: 'changed';
			readonly what:
				| 'code'
				| 'source'
				| 'frame'
				| 'decision'
				| 'explanation'
				| 'study'
				| 'memo'
				| 'proposal'
				| 'work'
				| 'publication'
				| 'report'
				| 'task';
			readonly change: 'added' | 'changed' | 'removed';
			readonly ids: readonly string[];
			readonly sourceId: string | null;
			readonly actorId: string;
	  }
	/** who has this source or report open now (the whole list each time); `at`: in which place of a report */
	| {
			readonly kind: 'presence';
			readonly openId: string;
			readonly people: readonly { readonly id: string; readonly name: string; readonly at?: string }[];
	  }
	/** events may have been missed: read everything again */
	| { readonly kind: 'gap' };
