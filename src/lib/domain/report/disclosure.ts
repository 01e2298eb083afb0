import type { Group } from '../source/source.ts';

/** What was found in a file before it is taken away, and where. */
export type DisclosureFinding =
	| {
			readonly kind: 'small-cell';
			readonly place: string;
			readonly group: Group;
			readonly functionGroup: string | null;
			readonly n: number;
			readonly smallest: number;
	  }
	| { readonly kind: 'unique-role'; readonly place: string; readonly reference: string; readonly functionGroup: string }
	| {
			readonly kind: 'small-figure';
			readonly place: string;
			readonly label: string;
			readonly year: number;
			readonly n: number;
	  }
	| {
			readonly kind: 'suppressed' | 'suppressed-told';
			readonly place: string;
			readonly label: string;
			readonly year: number;
	  }
	| { readonly kind: 'small-counts'; readonly place: string; readonly label: string; readonly n: number }
	| { readonly kind: 'no-consent' | 'small-block'; readonly place: string; readonly n: number }
	| { readonly kind: 'open-names'; readonly place: string; readonly reference: string; readonly n: number };

/**
 * What a finding asks: `told` = the file already leaves it out, one only has to know; `confirm` = somebody decides, with
 * a reason; `forbidden` = it has to be mended first.
 */
const disclosureGrades = ['forbidden', 'confirm', 'told'] as const;
export type DisclosureGrade = (typeof disclosureGrades)[number];

/** What a file as a whole asks. */
export type DisclosureOutcome = 'clear' | 'confirm' | 'forbidden';

/** What a finding asks of who takes the file away. */
export const gradeOf = ({ kind }: DisclosureFinding): DisclosureGrade => {
	switch (kind) {
		case 'suppressed-told':
		case 'open-names':
			return 'forbidden';
		case 'small-cell':
		case 'unique-role':
		case 'small-figure':
		case 'small-counts':
			return 'confirm';
		case 'suppressed':
		case 'no-consent':
		case 'small-block':
			return 'told';
		default:
			return kind satisfies never;
	}
};

/** What some findings ask together: the gravest of them. */
export const outcomeOf = (findings: readonly DisclosureFinding[]): DisclosureOutcome => {
	const found = new Set(findings.map(gradeOf));
	return found.has('forbidden') ? 'forbidden' : found.has('confirm') ? 'confirm' : 'clear';
};

/** The gravest first. */
export const byGrade = (a: DisclosureFinding, b: DisclosureFinding): number =>
	disclosureGrades.indexOf(gradeOf(a)) - disclosureGrades.indexOf(gradeOf(b));
