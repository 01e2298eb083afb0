import { isMinor, lastDayToWithdraw, type Case } from '../domain/case/case.ts';
import { consentNow } from '../domain/case/consent.ts';
import { hasFixedClasses, isStandardKey, type Variable } from '../domain/case/variable.ts';
import type { CaseAnswer } from './case.ts';
import type { VariableAnswer } from './variable.ts';

/** A person as it crosses the edge, with what its reader may see and do. */
export const toCaseAnswer = (
	kase: Case,
	project: { readonly withdrawalUntil: string | null },
	seen: {
		readonly sources: CaseAnswer['sources'];
		readonly names: ReadonlyMap<string, string>;
		readonly permissions: CaseAnswer['permissions'];
	}
): CaseAnswer => ({
	id: kase.id,
	version: kase.version,
	label: kase.label,
	group: kase.group,
	functionGroup: kase.values['functionGroup'] ?? null,
	ageBand: kase.values['ageBand'] ?? null,
	values: { ...kase.values },
	isMinor: isMinor(kase),
	sourceIds: seen.sources.map(({ sourceId }) => sourceId),
	sources: [...seen.sources],
	hiddenSources: kase.links.length - seen.sources.length,
	consents: kase.consents.map((consent) => ({
		id: consent.id,
		purpose: consent.purpose,
		state: consent.state,
		decidedOn: consent.decidedOn,
		way: consent.way,
		letter: consent.letter,
		recordedBy: { id: consent.recordedBy, name: seen.names.get(consent.recordedBy) ?? '' },
		recordedAt: consent.recordedAt.toISOString()
	})),
	consentNow: consentsNow(kase),
	withdrawalRequestedOn: kase.withdrawalRequestedOn,
	withdrawalUntil: kase.withdrawalUntil,
	lastDayToWithdraw: lastDayToWithdraw(kase, project),
	withdrawnAt: kase.withdrawnAt?.toISOString() ?? null,
	createdAt: kase.createdAt.toISOString(),
	permissions: seen.permissions
});

const consentsNow = ({ consents }: Case): CaseAnswer['consentNow'] => ({
	participation: consentNow(consents, 'participation'),
	recording: consentNow(consents, 'recording'),
	quotes: consentNow(consents, 'quotes'),
	archive: consentNow(consents, 'archive'),
	'special-data': consentNow(consents, 'special-data'),
	parental: consentNow(consents, 'parental')
});

/** A property of people as it crosses the edge. */
export const toVariableAnswer = ({ key, name, classes, group }: Variable): VariableAnswer => ({
	key,
	name,
	classes: [...classes],
	group,
	isStandard: isStandardKey(key),
	hasFixedClasses: hasFixedClasses(key)
});
