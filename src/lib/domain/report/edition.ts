import { fail, ok, type Result } from '../problem.ts';
import type { AreaId, EditionId, ProjectId, UserId, WaveId } from '../project/ids.ts';
import type { ReportLanguage } from './report.ts';

/** A factsheet as it was published: which area and rounds, by whom, and a fingerprint of what it says. */
export type Edition = {
	readonly id: EditionId;
	readonly projectId: ProjectId;
	readonly areaId: AreaId;
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	/** from 1, for each area and pair of rounds */
	readonly number: number;
	readonly title: string;
	readonly language: ReportLanguage;
	readonly fingerprint: string;
	readonly publishedBy: UserId;
	readonly publishedAt: Date;
	readonly withdrawal: EditionWithdrawal | null;
};

/** That an edition is not for readers any more, and why. */
export type EditionWithdrawal = { readonly reason: string; readonly by: UserId; readonly at: Date };

/** The newest of its area and rounds, one that a newer one followed, or one that was withdrawn. */
export const editionStates = ['current', 'earlier', 'withdrawn'] as const;
export type EditionState = (typeof editionStates)[number];

type Numbered = Pick<Edition, 'number' | 'withdrawal'>;

/** How an edition stands; when the newest is withdrawn, an earlier one does not take its place. */
export const editionState = ({ number, withdrawal }: Numbered, newest: number): EditionState =>
	withdrawal !== null ? 'withdrawn' : number === newest ? 'current' : 'earlier';

/** The number of the next edition; the same thing is not published twice. `newest` = of this area and these rounds. */
export const nextEdition = (
	newest: Pick<Edition, 'number' | 'fingerprint' | 'withdrawal'> | null,
	fingerprint: string
): Result<number> =>
	newest !== null && newest.withdrawal === null && newest.fingerprint === fingerprint
		? fail('edition-same', { number: newest.number })
		: ok((newest?.number ?? 0) + 1);

/** Takes an edition away from its readers, for good and with a reason. */
export const withdrawEdition = <E extends Pick<Edition, 'withdrawal'>>(
	edition: E,
	withdrawal: EditionWithdrawal
): Result<E> => (edition.withdrawal !== null ? fail('edition-withdrawn') : ok({ ...edition, withdrawal }));
