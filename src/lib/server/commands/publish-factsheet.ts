import { publishFactsheetInput, type EditionAnswer } from '../../contract/edition.ts';
import { toEditionAnswer } from '../../contract/edition-answer.ts';
import { parse } from '../../contract/parse.ts';
import { fail, failAll, ok, type Result } from '../../domain/problem.ts';
import { foreignReferences } from '../../domain/project/references.ts';
import { nextEdition } from '../../domain/report/edition.ts';
import { wavesBetween } from '../../merge/scope.ts';
import { factsheetOf } from '../../report/factsheet.ts';
import { documentFingerprint, freezeDocument } from '../../report/frozen-document.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitDisplays } from '../access/display-permit.ts';
import { passCheck } from '../access/export-check.ts';
import { loadFactsheet } from '../access/factsheet-data.ts';
import { insertEditionQuotes, insertEditionSources } from '../store/edition-quotes.ts';
import { findEdition, insertEdition, listEditionsAbout } from '../store/factsheet-editions.ts';
import { lockProject } from '../store/frame.ts';
import { inTransaction } from '../store/transaction.ts';
import { checkExport } from './check-export.ts';

/**
 * Publishes the factsheet of an area to the readers of that area, as it is now. Nothing is published as settled that
 * nobody decided: each theme needs a judgement on the data of now, and each block of a text must say what they say. What
 * could point to somebody in it is confirmed first, as before a file is taken away.
 */
export const publishFactsheet = async (
	context: Context,
	projectId: string,
	input: unknown
): Promise<Result<EditionAnswer>> => {
	const parsed = parse(publishFactsheetInput, input);
	if (!parsed.ok) return parsed;
	const { language, confirmation, ...about } = parsed.value;
	const published = await inTransaction(context.db, async (trx): Promise<Result<EditionAnswer>> => {
		const permitted = await permitDisplays(context, trx, projectId, 'publication.write');
		if (!permitted.ok) return permitted;
		const { project, frame, can } = permitted.value;
		const foreign = foreignReferences({ area: frame.areas, wave: frame.waves }, [
			{ kind: 'area', field: 'areaId', ids: [about.areaId] },
			{ kind: 'wave', field: 'fromWaveId', ids: [about.fromWaveId] },
			{ kind: 'wave', field: 'toWaveId', ids: [about.toWaveId] }
		]);
		const area = frame.areas.find(({ id }) => id === about.areaId);
		if (foreign.length > 0 || !area) return failAll(foreign);
		if (!can('publication.write', area.id)) return fail('not-allowed', { action: 'publication.write' });
		const between = wavesBetween(frame.waves, about.fromWaveId, about.toWaveId);
		if (!between.ok) return between;

		await lockProject(trx, project.id);
		const at = context.now();
		const loaded = await loadFactsheet(trx, permitted.value, area, about);
		const { name: projectName, isFictional } = project;
		const made = factsheetOf(loaded, { projectName, isFictional, frozenAt: at.toISOString() }, language);
		if (!made.ok) return made;
		if (made.value.unsettled.length > 0) return failAll(made.value.unsettled);
		const asked = { kind: 'factsheet', ...about } as const;
		const checked = await checkExport({ ...context, db: trx }, projectId, asked);
		if (!checked.ok) return checked;
		const given = { confirmationId: confirmation, isRequired: true };
		const passed = await passCheck({ ...context, db: trx }, projectId, asked, checked.value.check, given);
		if (!passed.ok) return passed;
		const fingerprint = documentFingerprint(made.value.document);
		const [newest = null] = await listEditionsAbout(trx, project.id, about);
		const number = nextEdition(newest, fingerprint);
		if (!number.ok) return number;

		const { document, quotes } = freezeDocument(made.value.document);
		const id = context.newId();
		const edition = {
			...{ id, projectId: project.id, ...about, number: number.value, title: document.title, language, fingerprint },
			...{ publishedBy: context.actor.userId, publishedAt: at, withdrawal: null }
		};
		await insertEdition(trx, edition, document);
		await insertEditionQuotes(trx, id, quotes);
		await insertEditionSources(trx, id, made.value.sourceIds);
		const listed = await findEdition(trx, project.id, id);
		if (!listed) return fail('edition-unknown');
		await audit(context, trx, project.id, 'factsheet.publish', { kind: 'edition', id });
		return ok(toEditionAnswer(listed));
	});
	if (published.ok) {
		const { id } = published.value;
		context.publish({ projectId, kind: 'publication', change: 'added', ids: [id], actorId: context.actor.userId });
	}
	return published;
};
