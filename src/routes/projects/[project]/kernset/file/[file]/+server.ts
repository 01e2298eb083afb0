import { error } from '@sveltejs/kit';
import { viewKernsetFile } from '#lib/server/views/kernset-file.ts';
import { m } from '#lib/paraglide/messages.js';
import { orError } from '../../../../../form-answer.ts';
import type { RequestHandler } from './$types';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const GET: RequestHandler = async ({ locals, params: { project, file } }) => {
	if (file !== 'observations' && file !== 'indicators') error(404);
	const bytes = orError(await viewKernsetFile(locals.context(), project, file, locals.locale), locals);
	const { locale } = locals;
	const name =
		file === 'observations' ? m.kernset_file_observations({}, { locale }) : m.kernset_file_indicators({}, { locale });
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': xlsx,
			'content-disposition': `attachment; filename="${name}.xlsx"`,
			'cache-control': 'no-store'
		}
	});
};
