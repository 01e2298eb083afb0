import type { Code } from '../domain/codebook/code.ts';
import type { Codebook } from '../domain/codebook/codebook.ts';
import { bitOf, type Said } from '../domain/coding/said.ts';
import { ok, type Result } from '../domain/problem.ts';
import type { CodeId } from '../domain/project/ids.ts';
import { themeDevelopment } from './development.ts';
import { fingerprintLike } from './fingerprint.ts';
import { codesOfPillar, figuresOfTheme, frameOf, totalsOf, type FrameInput } from './lay-out.ts';
import { cellOf, type CellRow, type MatrixCell } from './matrix.ts';
import { proposalOf } from './proposal.ts';
import { speakersOf } from './sayings.ts';
import { judged, signsSaying, type Speaker, type VoiceOutcome } from './voices.ts';

/** All that a cell of the overview is made of. */
export type OverviewInput = FrameInput & {
	/** in the order of the sources */
	readonly said: Said;
};

/**
 * The cell of a pillar in an area: what `matrixCell` makes of the whole display, without making that. An overview goes
 * over a million sayings at once, so what interviews say stays bits until the signs of the cell are made.
 */
export const overviewCell = (input: OverviewInput): Result<MatrixCell> => {
	const laid = frameOf(input);
	if (!laid.ok) return laid;
	const { figuresInput, figures, interviews, themes } = laid.value;
	const speakers = speakersOf(interviews, input.waves);
	const saidOf = saidWithin(input, speakers);
	const all = new Uint8Array(speakers.length);
	const rows = themes.map((code): CellRow => {
		const said = saidOf(code);
		unite(all, said);
		const indicators = figuresOfTheme(input, figuresInput, code);
		const proposal = proposalOf(themeDevelopment(indicators), outcomeOf(said));
		const kept = input.decisions.find(({ codeId }) => codeId === code.id)?.decision;
		if (!kept) return { proposal, decision: null };
		const { dataFingerprint } = kept;
		const needsReview = dataFingerprint !== fingerprintLike(dataFingerprint, indicators, signsSaying(speakers, said));
		return { proposal, decision: { fit: kept.fit, needsReview } };
	});
	const { pillar, area } = input;
	return ok(
		cellOf({ pillar, area, indicators: figures, signs: signsSaying(speakers, all), totals: totalsOf(interviews), rows })
	);
};

/** What these speakers say of a theme; a narrower code below it speaks of the theme too, when it serves the pillar. */
const saidWithin = (input: OverviewInput, speakers: readonly Speaker[]) => {
	const placeOf = new Map(input.sources.map(({ id }, at) => [id, at]));
	const places = speakers.map(({ sourceId }) => placeOf.get(sourceId) ?? 0);
	const ofPillar = new Set(codesOfPillar(input));
	const below = childrenOf(input.codebook);
	const known = new Map<CodeId, Uint8Array>();
	const saidOf = (code: Code): Uint8Array => {
		const made = known.get(code.id);
		if (made) return made;
		const own = ofPillar.has(code.id) ? input.said.get(code.id) : undefined;
		const said = new Uint8Array(places.length);
		if (own) for (const [at, place] of places.entries()) said[at] = own[place] ?? 0;
		for (const child of below.get(code.id) ?? []) unite(said, saidOf(child));
		known.set(code.id, said);
		return said;
	};
	return saidOf;
};

const childrenOf = ({ codes }: Codebook): ReadonlyMap<CodeId | null, readonly Code[]> =>
	Map.groupBy(codes, ({ parentId }) => parentId);

const unite = (into: Uint8Array, said: Uint8Array): void => {
	for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) | (said[at] ?? 0);
};

/** What all together say; who is counted on does not matter for that. */
const outcomeOf = (said: Uint8Array): VoiceOutcome => {
	const tally = { total: said.length, mentions: 0, forward: 0, backward: 0, improve: 0, good: 0 };
	for (const bits of said) {
		if (bits === 0) continue;
		tally.mentions += 1;
		if (bits & bitOf.forward) tally.forward += 1;
		if (bits & bitOf.backward) tally.backward += 1;
		if (bits & bitOf.improve) tally.improve += 1;
		if (bits & bitOf.good) tally.good += 1;
	}
	return judged(tally).outcome;
};
