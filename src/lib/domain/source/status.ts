import { fail, ok, type Result } from '../problem.ts';
import type { PhotoLack } from './photo.ts';
import type { SourceKind, SourceStatus } from './source.ts';
import type { SpeakerRole } from './speaker.ts';

/** What decides whether a source may take its next step. */
export type StatusFacts = {
	readonly kind: SourceKind;
	/** the roles of its speakers, in any order */
	readonly roles: readonly SpeakerRole[];
	/** codings on it, of all layers */
	readonly codings: number;
	/** whether everybody in it consented to take part; labels of those who did not */
	readonly consent: { readonly kind: 'given' | 'no-case' | 'missing' | 'stopped'; readonly labels?: readonly string[] };
	/** the project releases nothing without a participant on record */
	readonly asksForConsent: boolean;
	/** names or things of which somebody decided that they go, and whose words stand in the text still */
	readonly namesLeft?: number;
	/** found names or things of which nobody decided whether they stay; told by who wants no release then */
	readonly openNames?: number;
	/** the project releases nothing before its names are done, and these are not */
	readonly awaitsNames?: boolean;
	/** a second reader has to confirm its pseudonyms, and did not yet */
	readonly awaitsReader?: boolean;
	/** a participant is younger than 16, and no parent's consent is on record */
	readonly lacksParent?: boolean;
	/** what its photos still lack */
	readonly photos?: PhotoLack;
};

/** Statuses in which text and turns are settled, because people code on them. */
const settled: ReadonlySet<SourceStatus> = new Set(['released', 'restricted']);

/** Whether the text is settled: coding has begun, or could have. */
export const isSettled = (status: SourceStatus): boolean => settled.has(status);

/**
 * Whether a source may go from one status to another. Steps before release may be taken in any order, also back; an
 * interview in which only an interviewer speaks is not released, since its answers would count as questions. What was
 * released goes back only without codings; with codings it can be restricted, which hides them and loses none. Nothing
 * is released while somebody in it has not consented to take part (R2), or a parent of who is younger than 16 (R7); an interview of which no participant was
 * written down is released all the same, unless the project asks for consent. Nor is a text released in which words stand
 * that somebody decided to replace, or, where the project asks so, of which the names are not done.
 */
export const checkStatus = (from: SourceStatus, to: SourceStatus, facts: StatusFacts): Result<null> => {
	if (from === to) return ok(null);
	if (to === 'released' && facts.kind === 'transcript' && facts.roles.length > 0 && !hasAnswers(facts.roles))
		return fail('source-without-respondent', undefined, 'status');
	if (to === 'released') {
		const labels = (facts.consent.labels ?? []).join(', ');
		if (facts.consent.kind === 'missing') return fail('consent-missing', { labels }, 'status');
		if (facts.consent.kind === 'stopped') return fail('consent-stopped', { labels }, 'status');
		if (facts.consent.kind === 'no-case' && facts.asksForConsent && facts.kind === 'transcript')
			return fail('consent-without-case', undefined, 'status');
	}
	if (to === 'released' && facts.lacksParent) return fail('consent-parent-missing', undefined, 'status');
	if (facts.photos && (to === 'handed-over' || to === 'released')) {
		const lack = photosReady(facts.photos);
		if (!lack.ok) return lack;
	}
	const left = facts.namesLeft ?? 0;
	if (to === 'released' && left > 0) return fail('pseudonyms-pending', { count: left }, 'status');
	const open = facts.openNames ?? 0;
	if (to === 'released' && open > 0) return fail('pseudonyms-open', { count: open }, 'status');
	if (to === 'released' && facts.awaitsNames) return fail('pseudonyms-first', undefined, 'status');
	if (to === 'released' && facts.awaitsReader) return fail('pseudonyms-unchecked', undefined, 'status');
	if (settled.has(from) && !settled.has(to) && facts.codings > 0)
		return fail('source-has-codings', { codings: facts.codings }, 'status');
	return ok(null);
};

/** A photo goes on with words for who does not see it, and when somebody said that no one can be recognised. */
const photosReady = ({ withoutText, unchecked }: PhotoLack): Result<null> => {
	if (withoutText.length > 0) return fail('photo-without-text', { places: withoutText.join(', ') }, 'status');
	if (unchecked.length > 0) return fail('photo-unchecked', { places: unchecked.join(', ') }, 'status');
	return ok(null);
};

const hasAnswers = (roles: readonly SpeakerRole[]) => roles.some((role) => role === 'respondent' || role === 'other');
