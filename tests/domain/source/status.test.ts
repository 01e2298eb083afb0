import { describe, expect, test } from 'vitest';
import { sourceStatuses, type SourceStatus } from '../../../src/lib/domain/source/source.ts';
import { checkStatus, isSettled, type StatusFacts } from '../../../src/lib/domain/source/status.ts';

const facts: StatusFacts = {
	kind: 'transcript',
	roles: ['interviewer', 'respondent'],
	codings: 0,
	consent: { kind: 'no-case' },
	asksForConsent: false
};
const before: readonly SourceStatus[] = ['uploaded', 'speakers', 'pseudonymising', 'attributes', 'handed-over'];
const codeOf = (from: SourceStatus, to: SourceStatus, change: Partial<StatusFacts> = {}) => {
	const result = checkStatus(from, to, { ...facts, ...change });
	return result.ok ? null : result.problems[0]?.code;
};

describe('the way of a source', () => {
	test('is free without codings, forward and back', () => {
		for (const from of sourceStatuses) for (const to of sourceStatuses) expect(codeOf(from, to)).toBeNull();
	});

	test('leads to release only when somebody answers', () => {
		expect(codeOf('handed-over', 'released', { roles: ['interviewer'] })).toBe('source-without-respondent');
		expect(codeOf('handed-over', 'released', { roles: ['interviewer', 'interpreter'] })).toBe(
			'source-without-respondent'
		);
		expect(codeOf('handed-over', 'released', { roles: ['other'] })).toBeNull();
	});

	test('leads to release for notes, and for a text in which no speakers were found', () => {
		expect(codeOf('uploaded', 'released', { kind: 'note', roles: ['interviewer'] })).toBeNull();
		expect(codeOf('uploaded', 'released', { roles: [] })).toBeNull();
	});

	test.each(before)('does not lead back to %s once there are codings', (to) => {
		expect(codeOf('released', to, { codings: 3 })).toBe('source-has-codings');
		expect(codeOf('restricted', to, { codings: 3 })).toBe('source-has-codings');
	});

	test('leads from release to restriction and back, whatever was coded', () => {
		expect(codeOf('released', 'restricted', { codings: 3 })).toBeNull();
		expect(codeOf('restricted', 'released', { codings: 3 })).toBeNull();
	});
});

test('text and turns are settled from the release on', () => {
	expect(sourceStatuses.filter(isSettled)).toEqual(['released', 'restricted']);
});

describe('consent', () => {
	test('that is missing, refused or withdrawn stops the release, and says of whom', () => {
		const missing = checkStatus('handed-over', 'released', {
			...facts,
			consent: { kind: 'missing', labels: ['BAT-B-01', 'BAT-B-02'] }
		});
		expect(missing).toEqual({
			ok: false,
			problems: [{ code: 'consent-missing', params: { labels: 'BAT-B-01, BAT-B-02' }, at: 'status' }]
		});
		expect(codeOf('restricted', 'released', { consent: { kind: 'stopped', labels: ['A'] } })).toBe('consent-stopped');
		expect(codeOf('handed-over', 'released', { consent: { kind: 'given' }, asksForConsent: true })).toBeNull();
	});

	test('is asked of an interview without participants only where the project says so, and of notes never', () => {
		expect(codeOf('handed-over', 'released', { asksForConsent: true })).toBe('consent-without-case');
		expect(codeOf('handed-over', 'released', { asksForConsent: true, kind: 'note' })).toBeNull();
		expect(codeOf('handed-over', 'restricted', { asksForConsent: true })).toBeNull();
	});
});
