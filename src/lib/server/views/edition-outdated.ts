import { factsheetOf } from '../../report/factsheet.ts';
import { documentFingerprint } from '../../report/frozen-document.ts';
import type { Context } from '../access/context.ts';
import type { DisplaysPermit } from '../access/display-permit.ts';
import { loadFactsheet, readsNewestText, type LoadedFactsheet } from '../access/factsheet-data.ts';
import type { ListedEdition } from '../store/factsheet-editions.ts';
import { aboutOf } from './exported-file.ts';

/**
 * Whether the newest edition of a factsheet would say something else today, in the language it was published in. Known to
 * who publishes in its area and may read the newest text for it, so that all who know it know the same; null = not of this
 * edition, or not for this person. `loaded`: the factsheet of now, where it was loaded already.
 */
export const isEditionOutdated = async (
	{ db, now }: Context,
	permitted: DisplaysPermit,
	edition: ListedEdition,
	loaded: LoadedFactsheet | null = null
): Promise<boolean | null> => {
	const { project, frame, can } = permitted;
	const area = frame.areas.find(({ id }) => id === edition.areaId);
	if (!area || edition.withdrawal !== null || edition.number !== edition.newest) return null;
	if (!can('publication.write', area.id) || !(await readsNewestText(db, permitted, area, edition))) return null;
	const data = loaded ?? (await loadFactsheet(db, permitted, area, edition));
	const made = factsheetOf(data, aboutOf(project, now()), edition.language);
	return made.ok ? documentFingerprint(made.value.document) !== edition.fingerprint : null;
};
