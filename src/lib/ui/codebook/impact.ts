import { m } from '#lib/paraglide/messages.js';

/** What a change touches, as a sentence: "Dit raakt 41 coderingen in 9 gesprekken." */
export const sayImpact = ({
	codings,
	interviews
}: {
	readonly codings: number;
	readonly interviews: number;
}): string =>
	codings === 0
		? m.codebook_impact_none()
		: m.codebook_impact({
				codings: m.codebook_count_codings({ n: codings }),
				interviews: m.codebook_count_interviews({ n: interviews })
			});
