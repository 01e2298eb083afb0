import { readSourceAttributes } from '#lib/server/views/read-source.ts';
import { viewSealedVersions } from '#lib/server/views/sealed-versions.ts';
import { orError } from '../../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { project, source } = params;
	const version = url.searchParams.get('version');
	return {
		source: orError(await readSourceAttributes(locals.context(), project, source), locals),
		screen: orError(await viewSealedVersions(locals.context(), project, source, version), locals)
	};
};
