import type { Page } from 'playwright-core';
import { expect } from 'vitest';

type Row = {
	readonly rowId: string;
	readonly proposal: { readonly fit: string | null };
	readonly decision: { readonly needsReview: boolean } | null;
};

/** The requests of somebody at a browser to the API; what is refused fails the test. */
export const apiOf =
	(page: Page, origin: string) =>
	async <T>(method: string, path: string, data?: unknown): Promise<T> => {
		const headers = { origin };
		const answer = await page.request.fetch(`${origin}/api/v1${path}`, {
			method,
			headers,
			...(data !== undefined && { data })
		});
		const body = await answer.text();
		expect(answer.status(), `${method} ${path}: ${body}`).toBeLessThan(300);
		return (body === '' ? null : JSON.parse(body)) as T;
	};

/** Publishes a factsheet, with a reason when something in it is to be confirmed. */
export const publishFactsheet = async (
	page: Page,
	origin: string,
	project: string,
	about: { readonly areaId: string; readonly fromWaveId: string; readonly toWaveId: string }
): Promise<{ readonly id: string }> => {
	const api = apiOf(page, origin);
	const file = { kind: 'factsheet', ...about };
	type Check = { readonly outcome: string; readonly fingerprint: string };
	const { outcome, fingerprint } = await api<Check>('POST', `/projects/${project}/export-checks`, file);
	const confirm = { export: file, fingerprint, reason: 'Samen bekeken.' };
	const { id: confirmation } =
		outcome === 'clear'
			? { id: undefined }
			: await api<{ readonly id: string }>('POST', `/projects/${project}/export-confirmations`, confirm);
	return api('POST', `/projects/${project}/factsheet-editions`, { ...about, ...(confirmation && { confirmation }) });
};

/** Judges every theme of an area on which the rules propose something, as they propose. */
export const settleArea = async (
	page: Page,
	origin: string,
	project: string,
	about: { readonly areaId: string; readonly fromWaveId: string; readonly toWaveId: string }
): Promise<void> => {
	const api = apiOf(page, origin);
	const pillars = await api<{ items: { id: string }[] }>('GET', `/projects/${project}/pillars?limit=500`);
	for (const { id: pillarId } of pillars.items) {
		const query = new URLSearchParams({ ...about, pillarId });
		const { rows } = await api<{ rows: Row[] }>('GET', `/projects/${project}/joint-displays?${query}`);
		for (const { rowId, proposal, decision } of rows) {
			if (decision ? !decision.needsReview : proposal.fit === null) continue;
			const fit = proposal.fit ?? 'partly-confirms';
			const input = { fit, reason: 'Samen bekeken.', withoutExplanation: true };
			await api('PUT', `/projects/${project}/joint-displays/${rowId}/decision`, input);
		}
	}
};
