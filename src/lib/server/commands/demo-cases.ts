import type { Case, CaseLink } from '../../domain/case/case.ts';
import type { Consent } from '../../domain/case/consent.ts';
import { standardVariables, type StandardKey } from '../../domain/case/variable.ts';
import type { Speaker } from '../../domain/source/speaker.ts';
import type { Group } from '../../domain/source/source.ts';
import { insertCase } from '../store/cases.ts';
import { insertConsents } from '../store/consents.ts';
import { loadCut } from '../store/turns.ts';
import { keepVariables, saveVariable } from '../store/variables.ts';
import { applyConsent } from './apply-consent.ts';
import { mergedValues } from './case-input.ts';
import { demoProject, demoRows } from './demo-files.ts';
import { idOf, ofDemo, type Ids, type Loading } from './demo-loading.ts';

type Row = (column: string) => string;

const columnOf: Readonly<Partial<Record<StandardKey, string>>> = {
	ageBand: 'ageBand',
	residenceBand: 'residenceBand',
	functionGroup: 'functionGroup',
	language: 'language',
	interpreter: 'interpreter',
	form: 'form'
};
const mixed = 'gemengd'; // of a group interview: nothing is known of each person

/** The people of the demo with their classes and consent: one an interview, three in the group interview. */
export const loadDemoCases = async (loading: Loading, sources: Ids): Promise<void> => {
	const { trx, projectId } = loading;
	const { ageBands, residenceBands, functionGroups } = demoProject();
	const classes: Partial<Record<string, readonly string[]>> = {
		ageBand: ageBands,
		residenceBand: residenceBands,
		functionGroup: functionGroups
	};
	const variables = standardVariables.map((variable) => ({
		...variable,
		classes: classes[variable.key] ?? variable.classes
	}));
	for (const variable of variables) if (classes[variable.key]) await saveVariable(trx, projectId, variable);
	await keepVariables(trx, projectId, variables);
	for (const row of demoRows('interviews.csv')) {
		const sourceId = idOf(sources, row('file'));
		const { speakers } = await loadCut(trx, sourceId, 1);
		const voices = speakers.filter(({ role }) => role === 'respondent');
		for (const person of peopleOf(row, voices)) {
			const written = Object.fromEntries(
				Object.entries(columnOf).map(([key, column]) => [key, row(column) === mixed ? '' : row(column)])
			);
			const kase: Case = {
				id: loading.context.newId(),
				projectId,
				label: person.label,
				group: row('group') as Group,
				values: ofDemo(mergedValues(variables, {}, written)),
				links: [{ sourceId, speakerId: person.speakerId }],
				consents: consentsOf(loading, row),
				withdrawalRequestedOn: row('withdrawalRequestedOn') || null,
				withdrawalUntil: null,
				withdrawnAt: null,
				createdBy: loading.context.actor.userId,
				createdAt: loading.context.now(),
				version: 1
			};
			await insertCase(trx, kase);
			await insertConsents(trx, kase.id, kase.consents);
		}
	}
	await applyConsent(trx, projectId, [...sources.values()]);
};

type Person = { readonly label: string; readonly speakerId: CaseLink['speakerId'] };

const peopleOf = (row: Row, voices: readonly Speaker[]): readonly Person[] => {
	const people = Number(row('respondents'));
	const [only] = voices;
	if (people === 1) return [{ label: row('label'), speakerId: voices.length === 1 && only ? only.id : null }];
	return Array.from({ length: people }, (_, at) => ({
		label: `${row('label')}-${at + 1}`,
		speakerId: voices[at]?.id ?? null
	}));
};

const consentsOf = ({ context }: Loading, row: Row): readonly Consent[] =>
	(
		[
			['participation', 'consentParticipation'],
			['recording', 'consentParticipation'],
			['quotes', 'consentQuote']
		] as const
	).map(([purpose, column]) => ({
		id: context.newId(),
		purpose,
		state: row(column) === 'yes' ? 'given' : 'refused',
		decidedOn: `${row('month')}-01`,
		way: 'paper',
		letter: '1',
		recordedBy: context.actor.userId,
		recordedAt: context.now()
	}));
