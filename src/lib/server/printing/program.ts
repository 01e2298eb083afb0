import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The program of a thread of this folder: found from the working directory, as those of `parsing` are. */
export const programOf = (name: string): string => {
	const path = join(process.cwd(), 'src', 'lib', 'server', 'printing', name);
	if (!existsSync(path)) throw new Error(`no ${path}; start Wijkstem from its own folder, where src/ is`);
	return path;
};
