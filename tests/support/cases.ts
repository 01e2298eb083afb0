import type { ConsentPurpose, ConsentState } from '../../src/lib/domain/case/consent.ts';
import type { CaseAnswer } from '../../src/lib/contract/case.ts';
import { addCase } from '../../src/lib/server/commands/add-case.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
import { valueOf } from '../import/fixture.ts';

/** Answers about consent by purpose, as an input takes them. */
export const said = (answers: Partial<Record<ConsentPurpose, ConsentState>>, decidedOn = '2025-03-01') =>
	Object.entries(answers).map(([purpose, state]) => ({ purpose: purpose as ConsentPurpose, state, decidedOn }));

/** Somebody who consents to take part and to be quoted, unless told otherwise. */
export const addPerson = async (
	context: Context,
	projectId: string,
	input: {
		readonly label: string;
		readonly group?: 'resident' | 'professional';
		readonly links?: readonly { readonly sourceId: string; readonly speakerId: string | null }[];
		readonly answers?: Partial<Record<ConsentPurpose, ConsentState>>;
		readonly values?: Readonly<Record<string, string>>;
		readonly withdrawalRequestedOn?: string;
	}
): Promise<CaseAnswer> =>
	valueOf(
		await addCase(context, projectId, {
			label: input.label,
			group: input.group ?? 'resident',
			links: input.links ?? [],
			consents: said(input.answers ?? { participation: 'given', quotes: 'given' }),
			...(input.values && { values: input.values }),
			...(input.withdrawalRequestedOn && { withdrawalRequestedOn: input.withdrawalRequestedOn })
		})
	);
