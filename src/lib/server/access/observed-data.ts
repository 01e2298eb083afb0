import type { Wave } from '../../domain/area/wave.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { DisplayData } from '../store/display.ts';
import type { Observed, ObservedCode } from '../store/display-observed.ts';

/** An observation of public space with the names of its codes, in the order of the codebook. */
export type NamedObservation = Omit<Observed, 'codes'> & {
	readonly codes: readonly (ObservedCode & { readonly name: string })[];
};

/** The observations that count for a display, with the names of its codes; `waves`: the rounds from the first to the last. */
export const namedObservations = (
	{ observed = [] }: Pick<DisplayData, 'observed'>,
	codebook: Codebook,
	waves: readonly Wave[]
): readonly NamedObservation[] => {
	const place = new Map(codebook.codes.map(({ id, name }, at) => [id, { at, name }]));
	return observed
		.filter(({ waveId }) => waves.some(({ id }) => id === waveId))
		.map(({ codes: seen, ...one }) => ({
			...one,
			codes: seen
				.map((code) => ({ ...code, name: place.get(code.codeId)?.name ?? '' }))
				.sort((a, b) => (place.get(a.codeId)?.at ?? 0) - (place.get(b.codeId)?.at ?? 0))
		}));
};
