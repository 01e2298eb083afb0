import { gradeOf, outcomeOf, type DisclosureFinding, type DisclosureOutcome } from '../domain/report/disclosure.ts';
import type { FileFacts } from '../domain/report/file-facts.ts';
import { fnv1a64 } from '../domain/hash.ts';
import { checkDisclosure } from './disclosure-check.ts';

/** What a check found in a file, and what that asks. */
export type FileCheck = {
	readonly findings: readonly DisclosureFinding[];
	readonly outcome: DisclosureOutcome;
	/** the same for the same file in which the same is to be confirmed */
	readonly fingerprint: string;
};

/** Looks through a file: `asked` says which, and what is counted in it is filled with what is known of its people. */
export const fileCheck = (
	asked: unknown,
	people: {
		readonly project: { readonly smallCell: number };
		readonly functions: ReadonlyMap<string, readonly string[]>;
		readonly openNames: ReadonlyMap<string, number>;
	},
	counted: FileFacts
): FileCheck => {
	const interviews = counted.interviews.map((interview) => ({
		...interview,
		functionGroups: people.functions.get(interview.sourceId) ?? []
	}));
	const findings = checkDisclosure({ ...counted, interviews, openNames: people.openNames }, people.project.smallCell);
	const confirmed = findings.filter((finding) => gradeOf(finding) !== 'told');
	return { findings, outcome: outcomeOf(findings), fingerprint: fnv1a64(JSON.stringify([asked, confirmed])) };
};
