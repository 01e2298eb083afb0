import type { Project } from '../../domain/project/project.ts';
import type { About } from '../../report/about.ts';

/** A file that is taken away. */
export type ExportedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** A telling name: what it holds, when it was made, what kind it is. Without signs that a folder refuses. */
export const exportName = (parts: readonly string[], at: Date, extension: string): string => {
	const words = parts
		.map((part) => part.replaceAll(/[\s\p{Cc}/\\:*?"<>|.]+/gu, ' ').trim())
		.filter((part) => part !== '');
	return `${words.join(' - ').slice(0, 120)} - ${at.toISOString().slice(0, 10)}.${extension}`;
};

/** What a file says of the project it comes from, and since when its data are as they are. */
export const aboutOf = (
	project: Pick<Project, 'name' | 'isFictional'>,
	changedAt: Date,
	check: string | null = null
): About => ({
	projectName: project.name,
	isFictional: project.isFictional,
	frozenAt: changedAt.toISOString(),
	check
});
