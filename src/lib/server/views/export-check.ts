import { exportCheckQuery, type ExportCheckAnswer } from '../../contract/export-check.ts';
import { parse } from '../../contract/parse.ts';
import { ok, type Result } from '../../domain/problem.ts';
import { gradeOf } from '../../domain/report/disclosure.ts';
import { fileCheck, type FileCheck } from '../../privacy/file-check.ts';
import { factsOfFile } from '../../report/file-facts.ts';
import { confirmationSentence, findingSentence } from '../../words/disclosure.ts';
import type { Locale } from '../../words/locale.ts';
import type { Context } from '../access/context.ts';
import { passCheck } from '../access/export-check.ts';
import { loadExportMaterial, type AskedExport } from '../access/export-material.ts';

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

/**
 * Whether a file may be taken away as it is now, as the sentence that the file says of its check; null = it says nothing.
 * Without a confirmation: `isRequired` refuses a file in which something is to be confirmed, else scripts may take it.
 */
export const sayPassedCheck = async (
	context: Context,
	projectId: string,
	asked: AskedExport,
	{ confirmationId, isRequired }: { readonly confirmationId: string | undefined; readonly isRequired: boolean },
	locale: Locale
): Promise<Result<string | null>> => {
	if (confirmationId === undefined && !isRequired) return ok(null);
	const same = parse(exportCheckQuery, asked);
	const check = same.ok ? await checkOf(context, projectId, same.value) : same;
	if (!check.ok) return check;
	const passed = await passCheck(context, projectId, asked, check.value, confirmationId);
	return passed.ok ? ok(passed.value && confirmationSentence(passed.value, locale)) : passed;
};

const checkOf = async (context: Context, projectId: string, asked: AskedExport): Promise<Result<FileCheck>> => {
	const material = await loadExportMaterial(context, projectId, asked);
	return material.ok ? ok(fileCheck(asked, material.value, factsOfFile(material.value))) : material;
};
