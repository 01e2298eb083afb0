import { paletteSize } from '#lib/domain/codebook/codebook.ts';
import { valenceList, type Valence } from '#lib/domain/coding/valence.ts';
import type { CodeId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { valenceSign } from '../shell/valence-sign.ts';
import type { DeskCoding } from './desk-coding.ts';
import type { ColourBy } from './kept-settings.ts';
import { unique } from './index-by.ts';

/** What the colours depend on. */
type Desk = {
	readonly me: { readonly id: string };
	readonly desk: { readonly coders: readonly { readonly id: string }[] };
	readonly settings: { readonly colourBy: ColourBy };
	readonly store: { readonly all: readonly DeskCoding[] };
	readonly names: { readonly get: (id: string) => string | undefined };
	readonly hueOf: (codeId: CodeId) => number;
	readonly nameOf: (codeId: CodeId) => string;
};

/** One colour and what it stands for. */
export type LegendEntry = { readonly hue: number; readonly mark: string; readonly label: string };

/** Hues of the palette for what is said: greens and blue for well, brown and amber for ill, and one for neither. */
const valenceHues: Readonly<Record<Valence, number>> = { forward: 4, backward: 3, good: 9, improve: 8 };
const noValenceHue = 7;
const noValenceMark = '·';

const valenceWords = {
	forward: m.shell_valence_forward_short,
	backward: m.shell_valence_backward_short,
	good: m.shell_valence_good_short,
	improve: m.shell_valence_improve_short
};

/** What the colours of codings stand for: their code, who put them there, or what is said about change and level. */
export class DeskColours {
	readonly #desk: Desk;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	get by(): ColourBy {
		return this.#desk.settings.colourBy;
	}

	/** The coders in a fixed order, so that a colour stays with its person: oneself, then as the desk names them. */
	readonly #coders = $derived.by(() =>
		unique([
			this.#desk.me.id,
			...this.#desk.desk.coders.map(({ id }) => id),
			...this.#desk.store.all.map(({ coderId }) => coderId)
		])
	);

	coderName(id: string): string {
		return id === this.#desk.me.id ? m.desk_by_you() : (this.#desk.names.get(id) ?? m.desk_someone());
	}

	/** The colour of a coding; a change is said before a level. */
	hueOf(coding: DeskCoding): number {
		switch (this.by) {
			case 'code':
				return this.#desk.hueOf(coding.codeId);
			case 'coder':
				return Math.max(0, this.#coders.indexOf(coding.coderId)) % paletteSize;
			case 'valence': {
				const [first] = valenceList(coding.valences);
				return first ? valenceHues[first] : noValenceHue;
			}
			default:
				return this.by satisfies never;
		}
	}

	/** The sign on a stripe that says the same as its colour; none when the colour is the code's. */
	markOf({ coderId, valences }: DeskCoding): string {
		if (this.by === 'coder') return initialOf(this.coderName(coderId));
		if (this.by === 'valence') return signOf(valenceList(valences)[0]);
		return '';
	}

	/** What stands beside a stripe: what its colour stands for first. */
	labelOf({ codeId, coderId, valences }: DeskCoding): string {
		const name = this.#desk.nameOf(codeId);
		const list = valenceList(valences);
		const signs = list.map((valence) => valenceSign[valence]).join(' ');
		if (this.by === 'coder') return `${this.coderName(coderId)} · ${name} ${signs}`.trim();
		if (this.by === 'code') return `${name} ${signs}`.trim();
		const said = list.map((valence) => `${valenceSign[valence]} ${valenceWords[valence]()}`).join(' ');
		return `${said || m.desk_colour_no_valence()} · ${name}`;
	}

	/** What the colours on this desk stand for; the codes have theirs in the codebook. */
	readonly legend = $derived.by((): readonly LegendEntry[] => {
		if (this.by === 'coder') {
			const present = unique(this.#desk.store.all.map(({ coderId }) => coderId));
			return this.#coders.flatMap((id, index) => {
				const label = this.coderName(id);
				return present.includes(id) ? [{ hue: index % paletteSize, mark: initialOf(label), label }] : [];
			});
		}
		if (this.by === 'valence')
			return [
				...(['forward', 'backward', 'good', 'improve'] as const).map((valence) => ({
					hue: valenceHues[valence],
					mark: signOf(valence),
					label: valenceWords[valence]()
				})),
				{ hue: noValenceHue, mark: noValenceMark, label: m.desk_colour_no_valence() }
			];
		return [];
	});
}

const signOf = (valence: Valence | undefined) => (valence ? valenceSign[valence] : noValenceMark);

const initialOf = (name: string) => ([...name][0] ?? '').toUpperCase();

/** The ways to colour, in the order of the key that goes through them. */
export const colourings: readonly ColourBy[] = ['code', 'coder', 'valence'];

export const colouringName: Readonly<Record<ColourBy, () => string>> = {
	code: m.desk_colour_code,
	coder: m.desk_colour_coder,
	valence: m.desk_colour_valence
};
