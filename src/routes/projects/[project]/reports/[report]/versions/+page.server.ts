import { makeReportVersion } from '#lib/server/commands/make-report-version.ts';
import { viewReportVersions } from '#lib/server/views/report-versions.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { formAnswer, inputFrom, orError } from '../../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:report');
	const { project, report } = params;
	const asked = url.searchParams.get('version');
	return {
		screen: orError(await viewReportVersions(locals.context(), project, report, asked, readersLocale()), locals)
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), { name: 'text', reason: 'text' });
		return formAnswer(await makeReportVersion(locals.context(), params.project, params.report, input), locals, input);
	}
};
