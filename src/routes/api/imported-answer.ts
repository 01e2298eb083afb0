import { toldProblems, type ToldProblem } from '#lib/contract/problem-json.ts';
import { ok, type Problem, type Result } from '#lib/domain/problem.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { sayProblem } from '#lib/words/problem.ts';

type Imported = {
	readonly stored: number;
	readonly added: number;
	readonly changed: number;
	readonly warnings: readonly Problem[];
};
type ImportedAnswer = Omit<Imported, 'warnings'> & { readonly problems: readonly ToldProblem[] };

/** What a file brought in, with what a person should look at in the reader's language. */
export const importedAnswer = async (importing: Promise<Result<Imported>>): Promise<Result<ImportedAnswer>> => {
	const imported = await importing;
	if (!imported.ok) return imported;
	const { warnings, ...counts } = imported.value;
	const locale = readersLocale();
	return ok({ ...counts, problems: toldProblems(warnings, (problem) => sayProblem(problem, locale)) });
};
