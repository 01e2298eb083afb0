import type { Generated } from 'kysely';
import type { ConsentPurpose, ConsentState, ConsentWay } from '../../../domain/case/consent.ts';
import type { Group } from '../../../domain/source/source.ts';
import type { Time, TimeOrNull } from './time.ts';

/** Who was spoken with, and what they agreed to. */
export type CasesTables = {
	variables: {
		project_id: string;
		key: string;
		name: string | null;
		classes: string[];
		group: Group | null;
		place: Generated<number>;
	};
	cases: {
		id: string;
		project_id: string;
		label: string;
		group: Group;
		withdrawal_requested_on: string | null;
		withdrawal_until: string | null;
		withdrawn_at: TimeOrNull;
		created_by: string;
		created_at: Time;
		version: number;
	};
	variable_values: { project_id: string; case_id: string; variable_key: string; value: string };
	case_sources: { case_id: string; source_id: string; speaker_id: string | null };
	consents: {
		id: string;
		case_id: string;
		purpose: ConsentPurpose;
		state: ConsentState;
		decided_on: string;
		way: ConsentWay;
		letter: Generated<string>;
		recorded_by: string;
		recorded_at: Time;
	};
};
