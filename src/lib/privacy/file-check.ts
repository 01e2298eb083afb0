import { gradeOf, outcomeOf, type DisclosureFinding, type DisclosureOutcome } from '../domain/report/disclosure.ts';
import { checkDisclosure, type FileFacts } from './disclosure-check.ts';

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
	counted: Pick<FileFacts, 'quotes' | 'figures'> & {
		readonly interviews: readonly Omit<FileFacts['interviews'][number], 'functionGroups'>[];
	}
): FileCheck => {
	const interviews = counted.interviews.map((interview) => ({
		...interview,
		functionGroups: people.functions.get(interview.sourceId) ?? []
	}));
	const findings = checkDisclosure({ ...counted, interviews, openNames: people.openNames }, people.project.smallCell);
	const confirmed = findings.filter((finding) => gradeOf(finding) !== 'told');
	return { findings, outcome: outcomeOf(findings), fingerprint: shortHash(JSON.stringify([asked, confirmed])) };
};

/** FNV-1a, 64 bits: tells two findings apart; nobody gains by making two alike. */
const shortHash = (text: string): string => {
	let hash = 0xcbf29ce484222325n;
	for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
	return hash.toString(16).padStart(16, '0');
};
