import { inputFrom } from '../../../form-answer.ts';

/** The fields of a form about a study, as the commands take them. */
export const studyInput = (form: FormData): Record<string, unknown> =>
	inputFrom(form, {
		name: 'text',
		kind: 'text',
		areaId: 'choice',
		institute: 'text',
		period: 'text',
		method: 'text',
		n: 'number',
		remark: 'text',
		version: 'number'
	});
