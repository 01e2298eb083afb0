import type { ColumnType, Generated } from 'kysely';
import type { IdentifierKind } from '../../../domain/source/identifier.ts';
import type { CheckOutcome, LeftoverState, Numbering, SecondReader } from '../../../domain/source/pseudonym.ts';
import type { DestructionKind, DestructionState, DestructionWhy, KeyAct } from '../../../domain/source/retention.ts';
import type { Time, TimeOrNull } from './time.ts';

/** Pseudonyms, their keys, and what was destroyed. */
export type PrivacyTables = {
	pseudonym_settings: {
		project_id: string;
		allowed: Generated<string[]>;
		organisations: Generated<string[]>;
		functions: Generated<string[]>;
		second_reader: Generated<SecondReader>;
		sample_percent: Generated<number>;
		numbering: Generated<Numbering>;
		done_first: Generated<boolean>;
	};
	pseudonym_decisions: {
		source_id: string;
		group_id: string;
		kind: IdentifierKind;
		decision: 'accepted' | 'rejected';
		hits: ColumnType<unknown, string | null, string | null>;
		text_version: number;
		is_own: Generated<boolean>;
		placeholder: string | null;
		merged_into: string | null;
		replaced_in: number | null;
		decided_by: string;
		decided_at: Time;
	};
	pseudonym_work: {
		source_id: string;
		read_turns: Generated<number[]>;
		done_version: number | null;
		done_by: string | null;
		done_at: TimeOrNull;
		check_outcome: CheckOutcome | null;
		check_note: Generated<string>;
		checked_by: string | null;
		checked_at: TimeOrNull;
	};
	pseudonym_keys: {
		id: string;
		source_id: string;
		kind: IdentifierKind;
		placeholder: string;
		key_version: string;
		nonce: string;
		sealed: string;
		made_by: string;
		made_at: Time;
	};
	key_openings: {
		id: string;
		source_id: string;
		act: KeyAct;
		reason: string;
		entries: number;
		opened_by: string;
		opened_at: Time;
		version: number | null;
		open_until: TimeOrNull;
	};
	destructions: {
		id: string;
		project_id: string;
		source_id: string;
		kind: DestructionKind;
		why: DestructionWhy;
		reason: Generated<string>;
		state: DestructionState;
		key_entries: Generated<number>;
		versions: Generated<number>;
		bytes: Generated<number>;
		proposed_by: string | null;
		proposed_at: Time;
		decided_by: string | null;
		decided_at: TimeOrNull;
	};
	pseudonym_replacements: {
		source_id: string;
		version: number;
		kind: IdentifierKind;
		placeholder: string;
		hits: number;
		replaced_by: string;
		replaced_at: Time;
	};
	leftover_names: {
		id: string;
		source_id: string;
		text_version: number;
		start_position: number;
		end_position: number;
		key_version: string | null;
		nonce: string | null;
		sealed: string | null;
		state: Generated<LeftoverState>;
		reported_by: string;
		reported_at: Time;
		settled_by: string | null;
		settled_at: TimeOrNull;
	};
};
