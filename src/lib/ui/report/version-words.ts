import type { ReportVersionItem, ReportVersionPart } from '#lib/contract/report-version.ts';
import { m } from '#lib/paraglide/messages.js';

/** How a version is called: by its name, else by its number and why it was kept. */
export const versionLabel = ({ kind, name, number }: Pick<ReportVersionItem, 'kind' | 'name' | 'number'>): string =>
	kind === 'named' ? name : `${m.version_number({ number })}, ${kinds[kind]()}`;

const kinds = {
	earlier: m.version_kind_earlier,
	export: m.version_kind_export,
	return: m.version_kind_return
} as const;

/** How a text of then stands beside the text of now. */
export const stateLabel = (state: ReportVersionPart['state']): string => states[state]();

const states = {
	same: m.version_state_same,
	changed: m.version_state_changed,
	written: m.version_state_written,
	emptied: m.version_state_emptied
} as const;
