import { ok, type Result } from '../../domain/problem.ts';
import type { Project } from '../../domain/project/project.ts';
import { fileCheck, type FileCheck } from '../../privacy/file-check.ts';
import { factsOfFile } from '../../report/file-facts.ts';
import type { Context } from '../access/context.ts';
import { loadExportMaterial, type AskedExport } from '../access/export-material.ts';

/** What is found in a file as it would be made now; for who may take it away. */
export const checkExport = async (
	context: Context,
	projectId: string,
	asked: AskedExport
): Promise<Result<{ readonly check: FileCheck; readonly project: Project }>> => {
	const material = await loadExportMaterial(context, projectId, asked);
	if (!material.ok) return material;
	const { project } = material.value;
	return ok({ check: fileCheck(asked, material.value, factsOfFile(material.value)), project });
};
