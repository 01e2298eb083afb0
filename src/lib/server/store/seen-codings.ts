import { sql } from 'kysely';
import type { Access } from '../../domain/project/membership.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import { mayOnSource } from './visible-sources.ts';

// Who sees which codings, as conditions on `sources` and `codings`.

/** Codings that are there, on sources whose codings this person may read. */
export const isThere = (projectId: ProjectId, access: Access) =>
	sql`codings.deleted_at is null and ${isReadable(projectId, access)}`;

/** Sources whose codings this person may read. */
export const isReadable = (projectId: ProjectId, access: Access) => sql`sources.project_id = ${projectId}
	and sources.deleted_at is null and ${mayOnSource(access, 'coding.read')}`;

/** The sources a person codes blind, as an array of ids. */
export const blindFor = ({ userId }: Access) =>
	sql`array(select source_id from second_coders where user_id = ${userId})`;

/** Blind second codings are no quotes; and whoever codes a source blind does not see the team's codings on it. */
export const isSeenInLists = (access: Access) =>
	sql`codings.layer = 'shared' and codings.source_id <> all(${blindFor(access)})`;

/** Sources that questions are asked of: released, readable, and not coded blind by who asks. */
export const isAskable = (projectId: ProjectId, access: Access) => sql`${isReadable(projectId, access)}
	and sources.status = 'released' and sources.id <> all(${blindFor(access)})`;

/** As in lists; on the source a person codes blind, his or her own codings. */
export const isSeenOneByOne = (access: Access) => sql`case when codings.source_id = any(${blindFor(access)})
	then codings.layer = 'second' and codings.coder_id = ${access.userId} else codings.layer = 'shared' end`;
