import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, Level } from '#lib/domain/coding/valence.ts';
import type { Group } from '#lib/domain/source/source.ts';
import {
	groupsAgreement,
	packSaying,
	signsOf,
	unitedSigns,
	voiceOutcome,
	voicesOf,
	type Sign,
	type Speaker
} from '#lib/merge/voices.ts';

const interview = (sourceId: string, group: Group = 'resident', year = 2025) => ({
	sourceId,
	title: sourceId,
	group,
	waveId: String(year),
	year
});
/** Said by rule, passage by passage: what one interview says anywhere, it says. */
const signOf = (speaker: Speaker, codings: readonly ReturnType<typeof says>[]): Sign => {
	const one = <T extends string>(values: readonly (T | null)[]): T | 'both' | null => {
		const said = [...new Set(values.filter((value) => value !== null))];
		return said.length > 1 ? 'both' : (said[0] ?? null);
	};
	return {
		...speaker,
		change: one(codings.map(({ valences }) => valences.change)),
		level: one(codings.map(({ valences }) => valences.level))
	};
};
const says = (change: Change | null, level: Level | null = null) => ({ valences: { change, level } });

describe('what interviews say about change', () => {
	test.each([
		// m, v, a, b
		[0, 0, 0, 0, 'silent'],
		[1, 1, 0, 0, 'forward'],
		[3, 2, 1, 0, 'forward'], // v = 2a
		[5, 3, 2, 0, 'divided'], // v < 2a, a < 2v
		[3, 1, 2, 0, 'backward'], // a = 2v
		[2, 1, 1, 0, 'divided'],
		[3, 0, 1, 3, 'backward'], // kan beter does not matter where there is change
		[2, 0, 0, 1, 'improve-only'], // b/m = 0,5
		[3, 0, 0, 1, 'no-direction'],
		[5, 0, 0, 2, 'no-direction'],
		[1, 0, 0, 0, 'no-direction']
	] as const)('m %i, vooruit %i, achteruit %i, kan beter %i is %s', (mentions, forward, backward, improve, outcome) => {
		expect(voiceOutcome({ mentions, forward, backward, improve })).toBe(outcome);
	});

	test('never is both vooruit and achteruit: turning the interviews round turns the outcome', () => {
		const turned: Record<string, string> = { forward: 'backward', backward: 'forward' };
		const count = fc.nat(20);
		fc.assert(
			fc.property(count, count, count, count, (rest, forward, backward, improve) => {
				const mentions = Math.max(forward, backward, improve) + rest;
				const outcome = voiceOutcome({ mentions, forward, backward, improve });
				const other = voiceOutcome({ mentions, forward: backward, backward: forward, improve });
				expect(other).toBe(turned[outcome] ?? outcome);
			})
		);
	});
});

describe('one sign is one interview', () => {
	test('that says forward in one place and backward in another says both', () => {
		const speaker = interview('VOL-B-01');
		const codings = [says('forward'), says('backward'), says('forward', 'improve')];
		const [sign] = signsOf([speaker], [codings.map(({ valences }) => packSaying(0, valences))]);
		expect(sign).toEqual({ ...speaker, change: 'both', level: 'improve' });
	});

	test('is the same when all interviews are gone through at once; who may not speak has none', () => {
		const [one, two] = [interview('VOL-B-01'), interview('VOL-B-02')];
		const codings = [says('forward'), says(null, 'good'), says('backward', 'improve'), says('forward')];
		const placed = codings.map((coding, at) => ({ ...coding, sourceId: ['VOL-B-01', 'VOL-B-02', 'x'][at % 3] ?? '' }));
		const of = (id: string) => placed.filter(({ sourceId }) => sourceId === id);
		const speakers = [one, two];
		const sayings = placed.flatMap(({ sourceId, valences }) => {
			const at = speakers.findIndex((speaker) => speaker.sourceId === sourceId);
			return at < 0 ? [] : [packSaying(at, valences)];
		});
		expect(signsOf(speakers, [sayings.slice(0, 2), [], sayings.slice(2)])).toEqual([
			signOf(one, of('VOL-B-01')),
			signOf(two, of('VOL-B-02'))
		]);
	});

	test('that says no direction has an empty sign', () => {
		const signs = signsOf([interview('VOL-B-01')], [[packSaying(0, { change: null, level: null })]]);
		expect(signs).toEqual([{ ...interview('VOL-B-01'), change: null, level: null }]);
	});

	test('and both counts once for vooruit and once for achteruit', () => {
		const sign = signOf(interview('VOL-B-01'), [says('forward'), says('backward')]);
		expect(voicesOf([sign], { resident: 4, professional: 2 }).together).toMatchObject({
			total: 6,
			mentions: 1,
			forward: 1,
			backward: 1,
			outcome: 'divided'
		});
	});

	test('over several themes says what it says in any of them', () => {
		const first = signOf(interview('a'), [says('forward')]);
		const second = signOf(interview('a'), [says(null, 'improve')]);
		const third = signOf(interview('a'), [says('backward')]);
		expect(unitedSigns([first, second])).toEqual([{ ...first, level: 'improve' }]);
		expect(unitedSigns([first, second, third])).toEqual([{ ...first, change: 'both', level: 'improve' }]);
	});
});

describe('counts', () => {
	const forward = (id: string, group: Group) => signOf(interview(id, group), [says('forward')]);
	const backward = (id: string, group: Group) => signOf(interview(id, group), [says('backward')]);

	test('use both groups together for the outcome, and each group beside it', () => {
		const voices = voicesOf([backward('r1', 'resident'), backward('r2', 'resident'), forward('p1', 'professional')], {
			resident: 3,
			professional: 2
		});
		expect(voices.together).toMatchObject({ total: 5, mentions: 3, forward: 1, backward: 2, outcome: 'backward' });
		expect(voices.resident).toMatchObject({ total: 3, mentions: 2, outcome: 'backward' });
		expect(voices.professional).toMatchObject({ total: 2, mentions: 1, outcome: 'forward' });
		expect(voices.groups).toBe('disagree');
	});

	test.each([
		[0, false],
		[1, true],
		[2, true],
		[3, false]
	])('%i interviews: thin is %s', (n, isThin) => {
		const signs = Array.from({ length: n }, (_, at) => forward(`r${at}`, 'resident'));
		expect(voicesOf(signs, { resident: 5, professional: 0 }).together.isThin).toBe(isThin);
	});

	test('show a concern when half of the interviews say kan beter, also beside vooruit', () => {
		const improve = signOf(interview('r1'), [says('forward', 'improve')]);
		const half = voicesOf([improve, forward('r2', 'resident')], { resident: 2, professional: 0 }).together;
		expect(half).toMatchObject({ outcome: 'forward', level: 'concern' });
		const third = [improve, forward('r2', 'resident'), forward('r3', 'resident')];
		expect(voicesOf(third, { resident: 3, professional: 0 }).together.level).toBe('no-concern');
		expect(voicesOf([], { resident: 3, professional: 0 }).together.level).toBeNull();
	});

	test('put residents before professionals, then by wave and title', () => {
		const signs: readonly Sign[] = [
			signOf(interview('P-01', 'professional', 2023), []),
			signOf(interview('B-02', 'resident', 2025), []),
			signOf(interview('B-03', 'resident', 2023), []),
			signOf(interview('B-01', 'resident', 2025), [])
		];
		const order = voicesOf(signs, { resident: 3, professional: 1 }).signs.map(({ title }) => title);
		expect(order).toEqual(['B-03', 'B-01', 'B-02', 'P-01']);
	});
});

describe('residents and professionals', () => {
	test.each([
		['forward', 'forward', 'agree'],
		['improve-only', 'improve-only', 'agree'],
		['forward', 'backward', 'disagree'],
		['backward', 'forward', 'disagree'],
		['forward', 'divided', 'partly'],
		['backward', 'improve-only', 'partly'],
		['no-direction', 'forward', 'partly'],
		['silent', 'forward', 'one-silent'],
		['no-direction', 'silent', 'one-silent'],
		['silent', 'silent', 'both-silent']
	] as const)('%s and %s: %s', (residents, professionals, agreement) => {
		expect(groupsAgreement(residents, professionals)).toBe(agreement);
	});
});
