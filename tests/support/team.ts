import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { newAccessToken } from '../../src/lib/server/auth/access-token.ts';

/** Adds coders to a project on a PostgreSQL server, and answers a token of each. */
export const addTeam = async (client: Client, projectId: string, people: number): Promise<readonly string[]> => {
	const tokens: string[] = [];
	for (let person = 0; person < people; person += 1) {
		const id = randomUUID();
		const { token, hash } = newAccessToken();
		await client.query("insert into users values ($1, $2, $3, '-', false, 'nl', null, now())", [
			id,
			`coder-${person}@example.org`,
			`Codeur ${person}`
		]);
		await client.query("insert into memberships values ($1, $2, $3, 'coder', true, now())", [
			randomUUID(),
			projectId,
			id
		]);
		await client.query(
			"insert into access_tokens values ($1, $2, null, 'test', $3, 'write', now() + interval '1 day', now())",
			[randomUUID(), id, hash]
		);
		tokens.push(token);
	}
	return tokens;
};
