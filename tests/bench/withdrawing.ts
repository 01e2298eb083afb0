import { msOf, type Client } from './client.ts';
import type { Figure } from './figure.ts';
import type { Place } from './place.ts';
import type { SetName } from './workload.ts';

const times = 5;

/** Withdraws participants of a full project, each with an interview of their own: looking first what goes, then doing it. */
export const measureWithdrawing = async (
	client: Client,
	{ project }: Place,
	set: SetName
): Promise<readonly Figure[]> => {
	const cases = `/api/v1/projects/${project.projectId}/cases`;
	const looks: number[] = [];
	const withdrawals: number[] = [];
	for (const [at, sourceId] of project.sourceIds.slice(-times).entries()) {
		const added = await client.post(cases, { label: `METING-${at}`, group: 'resident', sourceIds: [sourceId] });
		msOf(added);
		const { id } = JSON.parse(added.body) as { readonly id: string };
		looks.push(msOf(await client.post(`${cases}/${id}/withdrawal?preview=true`, {})));
		withdrawals.push(msOf(await client.post(`${cases}/${id}/withdrawal`, {})));
	}
	return [
		{ measure: 'what a withdrawal hits', workload: set, samples: looks, unit: 'ms', must: null },
		{
			measure: 'a withdrawal, with its words in every text',
			workload: set,
			samples: withdrawals,
			unit: 'ms',
			must: null
		}
	];
};
