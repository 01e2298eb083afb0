import { PGlite } from '@electric-sql/pglite';
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../src/lib/server/store/database.ts';
import { migrate } from '../../src/lib/server/store/migrate.ts';

const folder = join(process.cwd(), 'node_modules/.cache/wijkstem');

/** What the dump depends on: a change of any of it makes a new one. */
const fingerprint = () => {
	const hash = createHash('sha256').update(readFileSync('node_modules/@electric-sql/pglite/package.json'));
	for (const name of readdirSync('migrations').sort())
		hash
			.update(name)
			.update('\0')
			.update(readFileSync(join('migrations', name)));
	return hash.digest('hex').slice(0, 16);
};

/** A file with a migrated, empty embedded database (a tar of its folder); made once per schema, it takes some seconds. */
export const embeddedDump = async (): Promise<string> => {
	const file = join(folder, `${fingerprint()}.tar`);
	if (existsSync(file)) return file;
	const temporary = mkdtempSync(join(tmpdir(), 'wijkstem-dump-'));
	try {
		const store = await openEmbedded(temporary);
		await migrate(store.db);
		await store.close();
		const lite = await PGlite.create({ dataDir: join(temporary, 'database') });
		const dump = await lite.dumpDataDir('none');
		await lite.close();
		mkdirSync(folder, { recursive: true });
		const partial = `${file}.${process.pid}`;
		writeFileSync(partial, Buffer.from(await dump.arrayBuffer()));
		renameSync(partial, file);
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
	return file;
};
