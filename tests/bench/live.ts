import pg from 'pg';
import { newDataFolder, startApp } from '../support/app.ts';
import { LiveScreen, until } from '../support/live-screen.ts';
import { addTeam } from '../support/team.ts';
import { clientOf, msOf } from './client.ts';
import { sample, type Figure } from './figure.ts';
import type { Place } from './place.ts';

const people = 32;
const adding = { runs: 60, warmUp: 5 } as const;
const mostWait = 10_000; // milliseconds

/**
 * A team on one interview over two server processes on one PostgreSQL: how long after it is sent a coding has reached
 * all of the others. Nothing on the embedded database, which one process owns.
 */
export const measureLive = async ({ app, project, work, databaseUrl }: Place): Promise<readonly Figure[]> => {
	if (databaseUrl === null) return [];
	const database = new pg.Client({ connectionString: databaseUrl });
	await database.connect();
	const tokens = await addTeam(database, project.projectId, people).finally(() => database.end());
	const other = await startApp({
		dataFolder: newDataFolder(),
		settings: { DATABASE_URL: databaseUrl },
		isMeasured: true
	});
	const originOf = (person: number) => (person % 2 === 0 ? app.origin : other.origin);
	const sourceId = project.sourceIds[0] ?? '';
	const base = `/projects/${project.projectId}`;
	const screens = tokens.map((token, person) => new LiveScreen(originOf(person), token, base, sourceId));
	const clients = tokens.map((token, person) => clientOf(originOf(person), token));
	try {
		await Promise.all(screens.map((screen) => screen.open()));
		await until(() => screens.every((screen) => screen.peopleNow() === people), mostWait);
		const words = work.interviews[0]?.words ?? [];
		let count = 0;
		const samples = await sample(async () => {
			const person = count % people;
			const first = words[(count * 3) % Math.max(1, words.length - 10)];
			count += 1;
			const sentAt = performance.now();
			const answer = await clients[person]?.post(`/api/v1${base}/codings`, {
				sourceId,
				start: first?.start,
				end: first?.end,
				codeId: project.codeIds.at(-1),
				valences: []
			});
			if (!answer) throw new RangeError(`nobody is ${person}`);
			msOf(answer);
			const { id } = JSON.parse(answer.body) as { id: string };
			const others = screens.filter((_, at) => at !== person);
			await until(() => others.every((screen) => screen.added().has(id)), mostWait);
			return Math.max(...others.map((screen) => screen.added().get(id) ?? Infinity)) - sentAt;
		}, adding);
		return [
			{
				measure: `a colleague's coding until it reached the other ${people - 1}, two server processes`,
				workload: 'S',
				samples,
				unit: 'ms',
				must: { most: 100 }
			}
		];
	} finally {
		for (const screen of screens) screen.close();
		for (const client of clients) client.close();
		await other.stop();
	}
};
