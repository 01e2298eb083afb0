import type { ColumnType, Generated } from 'kysely';
import type { Role } from '../../../domain/project/membership.ts';
import type { Time, TimeOrNull } from './time.ts';

/** Who works in it: accounts, roles, and what they did. */
export type PeopleTables = {
	users: {
		id: string;
		email: string;
		name: string;
		password_hash: string;
		is_administrator: Generated<boolean>;
		locale: Generated<'nl' | 'en'>;
		disabled_at: TimeOrNull;
		created_at: Time;
	};
	sessions: { id: string; user_id: string; expires_at: Time; ends_at: Time };
	access_tokens: {
		id: string;
		user_id: string;
		project_id: string | null;
		name: string;
		token_hash: string;
		scope: 'read' | 'write';
		expires_at: Time;
		created_at: Time;
	};
	setup_links: { token_hash: string; created_at: Time };
	invitations: { token_hash: string; user_id: string; expires_at: Time; created_at: Time };
	throttles: { key: string; attempts: number; window_started_at: Time };
	memberships: {
		id: string;
		project_id: string;
		user_id: string;
		role: Role;
		in_all_areas: Generated<boolean>;
		created_at: Time;
	};
	membership_areas: { membership_id: string; area_id: string };
	audit_events: {
		sequence: ColumnType<string, number | string, never>;
		project_id: string | null;
		actor_id: string | null;
		action: string;
		object_kind: string;
		object_id: string | null;
		at: Time;
		origin: string | null;
		result: Generated<string>;
		previous_hash: string;
		hash: string;
	};
};
