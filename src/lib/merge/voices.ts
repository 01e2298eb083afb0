import { bitsOf } from '../domain/coding/said.ts';
import type { Change, Level, Valences } from '../domain/coding/valence.ts';
import type { SourceId, WaveId } from '../domain/project/ids.ts';
import { groups, type Group } from '../domain/source/source.ts';

/** What a theme's interviews say about change. */
export type VoiceOutcome = 'forward' | 'divided' | 'backward' | 'improve-only' | 'no-direction' | 'silent';

/** The level line that is always shown: a concern or wish when half of the interviews say "kan beter". */
export type LevelLine = 'concern' | 'no-concern';

/** Whether residents and professionals say the same. */
export type GroupsAgreement = 'agree' | 'disagree' | 'partly' | 'one-silent' | 'both-silent';

/** What one interview says about a theme: one sign on the screen. `both` = forward and backward (good and improve). */
export type Sign = {
	readonly sourceId: SourceId;
	readonly title: string;
	readonly group: Group;
	readonly waveId: WaveId;
	readonly year: number;
	readonly change: Change | 'both' | null;
	readonly level: Level | 'both' | null;
};

/** Interviews, never passages: each counts once per letter. */
export type VoiceCount = {
	/** interviews in scope, whether they mention the theme or not */
	readonly total: number;
	/** m: interviews that mention the theme */
	readonly mentions: number;
	readonly forward: number;
	readonly backward: number;
	readonly improve: number;
	readonly good: number;
	readonly outcome: VoiceOutcome;
	/** null when no interview mentions the theme */
	readonly level: LevelLine | null;
	/** fewer than three interviews, but not none (dun: weinig gesprekken) */
	readonly isThin: boolean;
};

export type Voices = {
	readonly together: VoiceCount;
	readonly resident: VoiceCount;
	readonly professional: VoiceCount;
	readonly groups: GroupsAgreement;
	/** residents before professionals, then by wave and title */
	readonly signs: readonly Sign[];
};

/** From this many interviews on a row is no longer thin (dun, DOMAIN 7.3). */
const leastInterviews = 3;

/** Counts the interviews behind a theme (DOMAIN 7.3); `totals` are the interviews in scope per group. */
export const voicesOf = (signs: readonly Sign[], totals: Readonly<Record<Group, number>>): Voices => {
	const resident = countOf(
		signs.filter(({ group }) => group === 'resident'),
		totals.resident
	);
	const professional = countOf(
		signs.filter(({ group }) => group === 'professional'),
		totals.professional
	);
	return {
		together: countOf(signs, totals.resident + totals.professional),
		resident,
		professional,
		groups: groupsAgreement(resident.outcome, professional.outcome),
		signs: [...signs].sort(bySpeaker)
	};
};

/** What interviews say about change: vooruit when forward is at least twice backward, and the reverse; else verdeeld. */
export const voiceOutcome = (count: {
	readonly mentions: number;
	readonly forward: number;
	readonly backward: number;
	readonly improve: number;
}): VoiceOutcome => {
	const { mentions: m, forward: v, backward: a } = count;
	if (m === 0) return 'silent';
	if (v >= 1 && v >= 2 * a) return 'forward';
	if (a >= 1 && a >= 2 * v) return 'backward';
	if (v > 0) return 'divided';
	return isConcern(count) ? 'improve-only' : 'no-direction';
};

/** Eens, oneens (vooruit against achteruit), deels (any other difference), or silent. */
export const groupsAgreement = (residents: VoiceOutcome, professionals: VoiceOutcome): GroupsAgreement => {
	const isSilent = [residents === 'silent', professionals === 'silent'];
	if (isSilent[0] && isSilent[1]) return 'both-silent';
	if (isSilent[0] || isSilent[1]) return 'one-silent';
	if (residents === professionals) return 'agree';
	const pair = [residents, professionals];
	return pair.includes('forward') && pair.includes('backward') ? 'disagree' : 'partly';
};

/** An interview as a sign shows it, whatever it says. */
export type Speaker = Omit<Sign, 'change' | 'level'>;

/** What a passage says, as one number: the place of its speaker in a list, and a bit for each thing said. */
export type PackedSaying = number;

const bitsOfSaying = 5;
const allSaid = (1 << bitsOfSaying) - 1;

/** Packs what a passage says. */
export const packSaying = (speaker: number, valences: Valences): PackedSaying =>
	(speaker << bitsOfSaying) | bitsOf(valences);

/** One sign for each of these speakers who says something here, in their order; said twice is said once. */
export const signsOf = (
	speakers: readonly Speaker[],
	sayings: readonly (readonly PackedSaying[])[]
): readonly Sign[] => {
	const said = new Uint8Array(speakers.length);
	for (const some of sayings)
		for (const saying of some) {
			const at = saying >> bitsOfSaying;
			said[at] = (said[at] ?? 0) | (saying & allSaid);
		}
	return signsSaying(speakers, said);
};

/** The same, of what each speaker says as bits. */
export const signsSaying = (speakers: readonly Speaker[], said: Uint8Array): readonly Sign[] =>
	speakers.flatMap((speaker, at) => {
		const bits = said[at] ?? 0;
		return bits === 0 ? [] : [signSaying(speaker, bits)];
	});

const changesSaid = [null, 'forward', 'backward', 'both'] as const;
const levelsSaid = [null, 'good', 'improve', 'both'] as const;

/** The signs of each speaker by what they say: an overview has a hundred thousand signs, of which few are different. */
const signsMade = new WeakMap<Speaker, (Sign | undefined)[]>();

const signSaying = (speaker: Speaker, bits: number): Sign => {
	let made = signsMade.get(speaker);
	if (!made) signsMade.set(speaker, (made = []));
	const [change, level] = [changesSaid[bits & 3] ?? null, levelsSaid[(bits >> 2) & 3] ?? null];
	return (made[bits] ??= { ...speaker, change, level });
};

/** One sign per interview over several themes: what it says anywhere, it says. */
export const unitedSigns = (signs: readonly Sign[]): readonly Sign[] => {
	const bySource = new Map<SourceId, Sign>();
	for (const sign of signs) {
		const seen = bySource.get(sign.sourceId);
		const change = seen ? united(seen.change, sign.change) : sign.change;
		const level = seen ? united(seen.level, sign.level) : sign.level;
		if (!seen) bySource.set(sign.sourceId, sign);
		else if (change !== seen.change || level !== seen.level) bySource.set(sign.sourceId, { ...seen, change, level });
	}
	return [...bySource.values()];
};

const united = <T extends string>(a: T | 'both' | null, b: T | 'both' | null): T | 'both' | null => {
	if (a === null || a === b) return b;
	return b === null ? a : 'both';
};

const countOf = (signs: readonly Sign[], total: number): VoiceCount => {
	const tally = { total, mentions: signs.length, forward: 0, backward: 0, improve: 0, good: 0 };
	for (const { change, level } of signs) {
		if (change === 'forward' || change === 'both') tally.forward += 1;
		if (change === 'backward' || change === 'both') tally.backward += 1;
		if (level === 'improve' || level === 'both') tally.improve += 1;
		if (level === 'good' || level === 'both') tally.good += 1;
	}
	return judged(tally);
};

/** How many interviews say what about a theme, before anything is made of it. */
export type VoiceTally = Omit<VoiceCount, 'outcome' | 'level' | 'isThin'>;

/** What follows from how many interviews say what. */
export const judged = (tally: VoiceTally): VoiceCount => ({
	...tally,
	outcome: voiceOutcome(tally),
	level: tally.mentions === 0 ? null : isConcern(tally) ? 'concern' : 'no-concern',
	isThin: tally.mentions > 0 && tally.mentions < leastInterviews
});

/** Half of the interviews or more say "kan beter": b / m ≥ 0,5, without dividing. */
const isConcern = ({ mentions, improve }: { readonly mentions: number; readonly improve: number }) =>
	mentions > 0 && improve * 2 >= mentions;

/** Residents before professionals, then by wave and title. */
export const bySpeaker = (a: Speaker, b: Speaker): number =>
	groups.indexOf(a.group) - groups.indexOf(b.group) ||
	a.year - b.year ||
	(a.title < b.title ? -1 : a.title > b.title ? 1 : 0) ||
	(a.sourceId < b.sourceId ? -1 : 1);
