import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Finding = {
	readonly id: string;
	readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
};

/** What axe finds against WCAG 2.2 A and AA on the page as it stands; one line each, empty = nothing. */
export const findingsOfAxe = async (page: Page): Promise<readonly string[]> => {
	if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(source);
	const findings = await page.evaluate<readonly Finding[]>(
		`axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)`
	);
	return findings.flatMap(({ id, nodes }) =>
		nodes.map(
			({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary.replaceAll(/\s+/g, ' ')}`
		)
	);
};
