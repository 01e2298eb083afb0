import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { openPlace } from './place.ts';
const set = process.argv[2] as 'M' | 'L';
const place = await openPlace(set, false);
await place.app.end();
rmSync(`/work/keep-${set}`, { recursive: true, force: true });
cpSync(place.app.dataFolder, `/work/keep-${set}`, { recursive: true });
writeFileSync(
	`/work/keep-${set}.json`,
	JSON.stringify({ token: place.token, project: place.project, work: { interviews: [] } })
);
await place.stop();
