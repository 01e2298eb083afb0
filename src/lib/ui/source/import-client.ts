import type { SourceImportAnswer } from '#lib/contract/source-import.ts';
import { ask, type Reply } from '../api/ask.ts';
import { sendForm } from './send-form.ts';

/** The requests for many files at once: they are handed over, and then read in the background. */
export type ImportRequests = {
	readonly send: (
		files: readonly File[],
		fields: Readonly<Record<string, string>>,
		onSent: (part: number) => void,
		signal: AbortSignal
	) => Promise<Reply<SourceImportAnswer> | 'stopped'>;
	readonly read: (importId: string) => Promise<Reply<SourceImportAnswer>>;
	readonly cancel: (importId: string) => Promise<Reply<SourceImportAnswer>>;
};

/** These requests to the HTTP API of a project, with the session of the page. */
export const importRequests = (projectId: string): ImportRequests => {
	const base = `/api/v1/projects/${projectId}/source-imports`;
	return {
		send: (files, fields, onSent, signal) => {
			const form = new FormData();
			for (const [name, value] of Object.entries(fields)) form.set(name, value);
			for (const file of files) form.append('file', file, file.name);
			return sendForm(base, form, onSent, signal);
		},
		read: (importId) => ask('GET', `${base}/${importId}`),
		cancel: (importId) => ask('POST', `${base}/${importId}/cancellation`)
	};
};
