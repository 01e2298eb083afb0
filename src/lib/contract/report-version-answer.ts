import type { ReportVersion } from '../domain/report/version.ts';
import type { ReportVersionItem } from './report-version.ts';

type Listed = ReportVersion & { readonly madeByName: string; readonly sections: number };

/** A version of a report as it crosses the edge, without its texts. */
export const toReportVersionItem = (version: Listed): ReportVersionItem => ({
	id: version.id,
	number: version.number,
	kind: version.kind,
	name: version.name,
	reason: version.reason,
	title: version.title,
	madeBy: { id: version.madeBy, name: version.madeByName },
	madeAt: version.madeAt.toISOString(),
	sections: version.sections
});
