import { editionState, type Edition } from '../domain/report/edition.ts';
import type { EditionAnswer } from './edition.ts';

type Listed = Edition & {
	readonly area: string;
	readonly fromYear: number;
	readonly toYear: number;
	readonly publishedByName: string;
	readonly newest: number;
};

/** An edition as it crosses the edge, without what it says. */
export const toEditionAnswer = (edition: Listed): EditionAnswer => ({
	id: edition.id,
	areaId: edition.areaId,
	area: edition.area,
	fromWaveId: edition.fromWaveId,
	toWaveId: edition.toWaveId,
	fromYear: edition.fromYear,
	toYear: edition.toYear,
	number: edition.number,
	title: edition.title,
	language: edition.language,
	state: editionState(edition, edition.newest),
	fingerprint: edition.fingerprint,
	publishedBy: edition.publishedByName,
	publishedAt: edition.publishedAt.toISOString(),
	withdrawal: edition.withdrawal && { reason: edition.withdrawal.reason, at: edition.withdrawal.at.toISOString() }
});
