import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openEmbedded } from '../../src/lib/server/store/database.ts';
import { migrate } from '../../src/lib/server/store/migrate.ts';

const cache = join(process.cwd(), 'node_modules/.cache/wijkstem');

/** What the files depend on: a change of any of it makes new ones. */
const fingerprint = () => {
	const hash = createHash('sha256').update(readFileSync('node_modules/@electric-sql/pglite/package.json'));
	for (const name of readdirSync('migrations').sort())
		hash
			.update(name)
			.update('\0')
			.update(readFileSync(join('migrations', name)));
	return hash.digest('hex').slice(0, 16);
};

/** A folder with a migrated, empty embedded database; made once per schema, it takes some seconds. */
export const embeddedFolder = async (): Promise<string> => {
	const folder = join(cache, fingerprint());
	if (existsSync(folder)) return folder;
	mkdirSync(cache, { recursive: true });
	const temporary = mkdtempSync(join(cache, 'new-'));
	try {
		const store = await openEmbedded(temporary);
		await migrate(store.db);
		await store.close();
		renameSync(join(temporary, 'database'), folder);
	} catch (cause) {
		if (!existsSync(folder)) throw cause; // another run was first
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
	return folder;
};

/** Where an embedded database looks for its files. */
const place = '/pglite/data';

type StoredFile = { readonly path: string; readonly bytes: Uint8Array | null };

const known = new Map<string, readonly StoredFile[]>();

/** The files of a folder, read once for all databases of a worker; of a folder itself there are no bytes. */
const filesOf = (folder: string): readonly StoredFile[] => {
	const found = known.get(folder);
	if (found) return found;
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.map((entry) => {
			const path = join(entry.parentPath, entry.name);
			// A Buffer would be shared by the databases, since its slices are no copies.
			const bytes = entry.isDirectory() ? null : new Uint8Array(readFileSync(path));
			return { path: join(place, relative(folder, path)), bytes };
		})
		.toSorted((a, b) => (a.path < b.path ? -1 : 1));
	known.set(folder, files);
	return files;
};

/**
 * The files of an embedded database in memory, as a folder has them. Copying them takes a tenth of a second, where reading
 * a dump takes more than one.
 */
export class FilesInMemory extends EmscriptenBuiltinFilesystem {
	readonly #folder: string;

	constructor(folder: string) {
		super();
		this.#folder = folder;
	}

	override init(...[, options]: Parameters<EmscriptenBuiltinFilesystem['init']>) {
		const fill = ({
			FS
		}: {
			FS: { mkdirTree(path: string): void; writeFile(path: string, bytes: Uint8Array): void };
		}) => {
			FS.mkdirTree(place);
			for (const { path, bytes } of filesOf(this.#folder))
				if (bytes) FS.writeFile(path, bytes);
				else FS.mkdirTree(path);
		};
		return Promise.resolve({ emscriptenOpts: { ...options, preRun: [...(options.preRun ?? []), fill] } });
	}
}
