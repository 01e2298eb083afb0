import { confirmExport } from '#lib/server/commands/confirm-export.ts';
import type { Context } from '#lib/server/access/context.ts';
import { viewExportCheck } from '#lib/server/views/export-check.ts';
import { valueOf } from '../import/fixture.ts';

/** The number of a confirmation of what a check finds in a file now. */
export const confirmed = async (context: Context, projectId: string, file: object): Promise<string> => {
	const { fingerprint } = valueOf(await viewExportCheck(context, projectId, file, 'nl'));
	const given = { export: file, fingerprint, reason: 'De groep is groot genoeg.' };
	return valueOf(await confirmExport(context, projectId, given)).id;
};
