import { exportCheckQuery, type ExportCheckAnswer } from '../../contract/export-check.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { gradeOf } from '../../domain/report/disclosure.ts';
import { fileCheck, type FileCheck } from '../../privacy/file-check.ts';
import { factsOfFile } from '../../report/file-facts.ts';
import { confirmationSentence, findingSentence, unconfirmedSentence } from '../../words/disclosure.ts';
import type { Locale } from '../../words/locale.ts';
import type { Context } from '../access/context.ts';
import { passCheck, type GivenConfirmation } from '../access/export-check.ts';
import { loadExportMaterial, type AskedExport, type ExportMaterial } from '../access/export-material.ts';

/** Looks through a file before it is taken away: what could point to somebody, or tells what may not be told, and where. */
export const viewExportCheck = async (
	context: Context,
	projectId: string,
	query: unknown,
	locale: Locale
): Promise<Result<ExportCheckAnswer>> => {
	const parsed = parse(exportCheckQuery, query);
	if (!parsed.ok) return parsed;
	const check = await checkOf(context, projectId, parsed.value);
	if (!check.ok) return check;
	const { outcome, fingerprint, findings } = check.value;
	return ok({
		kind: parsed.value.kind,
		outcome,
		fingerprint,
		findings: findings.map((finding) => ({
			rule: finding.kind,
			grade: gradeOf(finding),
			place: finding.place,
			text: findingSentence(finding, locale)
		}))
	});
};

/** Whether a file may be taken away as it is now, as the sentence that the file says of its check; null = nothing was found. */
export const sayPassedCheck = async (
	context: Context,
	projectId: string,
	asked: AskedExport,
	confirmed: GivenConfirmation,
	locale: Locale
): Promise<Result<string | null>> => {
	const material = await loadExportMaterial(context, projectId, asked);
	return material.ok ? sayPassedCheckOf(context, asked, material.value, confirmed, locale) : material;
};

/** The same for a file of which is known what it is made of. */
export const sayPassedCheckOf = async (
	context: Context,
	asked: AskedExport,
	material: ExportMaterial,
	confirmed: GivenConfirmation,
	locale: Locale
): Promise<Result<string | null>> => {
	const same = parse(exportCheckQuery, asked);
	if (!same.ok) return same;
	const check = fileCheck(same.value, material, factsOfFile(material));
	const passed = await passCheck(context, material.project.id, asked, check, confirmed);
	if (!passed.ok) return passed;
	if (passed.value) return ok(confirmationSentence(passed.value, locale));
	const found = check.findings.filter((finding) => gradeOf(finding) === 'confirm').length;
	return ok(found > 0 ? unconfirmedSentence(found, locale) : null);
};

const checkOf = async (context: Context, projectId: string, asked: AskedExport): Promise<Result<FileCheck>> => {
	const material = await loadExportMaterial(context, projectId, asked);
	return material.ok ? ok(fileCheck(asked, material.value, factsOfFile(material.value))) : material;
};
