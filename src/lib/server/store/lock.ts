import { join } from 'node:path';

/** This process's hold on a data folder. The operating system gives it back when the process ends, however it ends. */
export type FolderLock = { readonly release: () => Promise<void> };

/** Another process has the embedded database open; two at once would destroy it. */
export class FolderInUse extends Error {
	constructor(folder: string) {
		super(
			`the embedded database in ${folder} is in use by another Wijkstem process; stop that one first, or set DATABASE_URL to use PostgreSQL`
		);
		this.name = 'FolderInUse';
	}
}

/**
 * Takes a folder for this process alone. Node has no file locks of its own, SQLite has: an exclusive transaction on a
 * small file is a lock of the operating system, which no crash leaves behind and which holds across containers.
 */
export const lockFolder = async (folder: string): Promise<FolderLock> => {
	const { DatabaseSync } = await import('node:sqlite');
	const file = new DatabaseSync(join(folder, 'lock'));
	try {
		file.exec('pragma busy_timeout = 0; pragma journal_mode = memory; begin exclusive');
	} catch (cause) {
		file.close();
		if (cause instanceof Error && /locked|busy/i.test(cause.message)) throw new FolderInUse(folder);
		throw new Error(`locking ${folder} failed`, { cause });
	}
	return {
		release: async () => {
			if (file.isOpen) file.close();
		}
	};
};
