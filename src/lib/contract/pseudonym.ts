import { z } from 'zod';
import { identifierKinds, surenesses } from '../domain/source/identifier.ts';
import { checkOutcomes, numberings, secondReaders } from '../domain/source/pseudonym.ts';
import { sourceKinds } from '../domain/source/source.ts';
import { keyActs, uploadStates } from '../domain/source/retention.ts';
import { speakerAnswer, turnAnswer } from './source.ts';
import { id, line, paragraph } from './text.ts';

const version = z.int().min(1).describe('de versie van de tekst die u zag; is er intussen een nieuwe, dan volgt 409');
const position = z.int().min(0);
const range = z.strictObject({
	start: position.describe('Unicode-tekens (code points) vanaf 0'),
	end: position.describe('half-open: het teken op deze plaats hoort er niet meer bij')
});
const groupId = z
	.string()
	.regex(/^[0-9a-f]{32}$/)
	.describe('ondoorzichtig: vertelt niet om welke woorden het gaat');
const kind = z.enum(identifierKinds);
const hits = z.array(range).min(1).max(1000);
const placeholder = line(100).describe('bv. [NAAM_1] of [dochter]; weglaten: het volgende nummer');

const decision = z.discriminatedUnion('decision', [
	z.strictObject({
		decision: z.literal('accept').describe('deze woorden krijgen een pseudoniem'),
		groupId,
		hits: hits.nullable().default(null).describe('alleen deze plaatsen; null: alle plaatsen'),
		placeholder: placeholder.optional()
	}),
	z.strictObject({
		decision: z.literal('reject').describe('geen naam'),
		groupId,
		everywhere: z.boolean().default(false).describe('ook in andere gesprekken: op de lijst van het project')
	}),
	z.strictObject({ decision: z.literal('merge'), groupId, intoGroupId: groupId.describe('dezelfde persoon of zaak') }),
	z.strictObject({
		decision: z.literal('choose').describe('woorden die geen regel vond'),
		kind,
		hits,
		placeholder: placeholder.optional()
	}),
	z.strictObject({ decision: z.literal('open').describe('neemt een besluit terug'), groupId })
]);

/** Decisions about names in a text; all of them, or none. */
export const decidePseudonymsInput = z.strictObject({ version, decisions: z.array(decision).min(1).max(500) });
export type DecidePseudonymsInput = z.input<typeof decidePseudonymsInput>;
export type PseudonymChoice = DecidePseudonymsInput['decisions'][number];

export const replacePseudonymsInput = z.strictObject({ version });

export const replacedPseudonymsAnswer = z.object({
	version: z.int().describe('de nieuwe versie; dezelfde als er niets te vervangen was'),
	replaced: z.int().describe('vervangen plaatsen'),
	moved: z.int().describe('coderingen waarvan de woorden niet veranderden'),
	changed: z.int().describe('coderingen waarin een pseudoniem kwam'),
	open: z.int().describe('wat de tweede controle op de nieuwe tekst nog vindt')
});
export type ReplacedPseudonymsAnswer = z.infer<typeof replacedPseudonymsAnswer>;

export const readTurnsInput = z.strictObject({
	turns: z.array(z.int().min(1)).min(1).max(5000).describe('nummers van beurten die in beeld waren')
});

export const finishPseudonymsInput = z.strictObject({
	version,
	wholeTextRead: z.literal(true).describe('ik heb de hele tekst gelezen')
});

export const checkPseudonymsInput = z.strictObject({
	version,
	outcome: z.enum(checkOutcomes),
	note: paragraph(1000).default('').describe('wat er nog moet gebeuren; schrijf hier geen namen')
});
export type CheckPseudonymsInput = z.input<typeof checkPseudonymsInput>;

const person = z.object({ by: z.string(), at: z.iso.datetime() });

const groupAnswer = z.object({
	id: groupId,
	kind,
	sureness: z.enum(surenesses),
	isOwn: z.boolean().describe('gekozen door een mens'),
	hits: z.array(z.object({ start: z.int(), end: z.int(), rule: z.string(), sureness: z.enum(surenesses) })),
	decision: z.enum(['open', 'accepted', 'rejected']),
	accepted: z.array(z.object({ start: z.int(), end: z.int() })).describe('de plaatsen die een pseudoniem krijgen'),
	placeholder: z.string().nullable(),
	suggested: z.string().describe('het pseudoniem als u niets kiest'),
	mergedInto: groupId.nullable()
});
export type PseudonymGroupAnswer = z.infer<typeof groupAnswer>;

const leftoverAnswer = z.object({
	id,
	start: z.int(),
	end: z.int(),
	words: z.string().nullable().describe('de verborgen woorden; null: de sleutel past niet'),
	reporter: z.string(),
	reportedAt: z.iso.datetime()
});
export type LeftoverAnswer = z.infer<typeof leftoverAnswer>;

/** What became of the file an interview came from; its name and words are for the holder of the key. */
export const originalAnswer = z.object({
	state: z.enum(uploadStates).describe('bsn: niet bewaard, want er stond een burgerservicenummer in'),
	format: z.string(),
	bytes: z.int(),
	uploader: z.string(),
	uploadedAt: z.iso.datetime(),
	keptUntil: z.iso.datetime().nullable().describe('null: de termijn begint bij het vrijgeven'),
	days: z.int().describe('dagen na vrijgeven waarin het bewaard blijft'),
	destroyedAt: z.iso.datetime().nullable()
});

/** Everything the page where a text is pseudonymised shows. */
export const pseudonymsAnswer = z.object({
	sourceId: id,
	kind: z.enum(sourceKinds),
	version: z.int(),
	text: z.string(),
	turns: z.array(turnAnswer),
	speakers: z.array(speakerAnswer),
	groups: z.array(groupAnswer).describe('wat gevonden is, op volgorde van lezen'),
	bsns: z.int().describe('burgerservicenummers in de tekst; het moeten er 0 zijn'),
	readTurns: z.array(z.int()),
	needsCheck: z.boolean().describe('een tweede lezer kijkt mee'),
	done: person.extend({ version: z.int() }).nullable(),
	check: person.extend({ outcome: z.enum(checkOutcomes), note: z.string() }).nullable(),
	leftovers: z.array(leftoverAnswer).describe('namen die een codeur meldde; ze zijn nu verborgen'),
	replacements: z.array(person.extend({ version: z.int(), kind, placeholder: z.string(), hits: z.int() })),
	original: originalAnswer.nullable().describe('null: er is geen bestand bewaard'),
	keyEntries: z.int().describe('regels in de sleutel'),
	destruction: person
		.extend({ id, reason: z.string() })
		.nullable()
		.describe('voorstel om de sleutel te vernietigen, dat op een tweede persoon wacht'),
	openings: z
		.array(
			person.extend({
				act: z.enum(keyActs),
				reason: z.string(),
				entries: z.int(),
				version: z.int().nullable().describe('de verzegelde versie die werd geopend')
			})
		)
		.nullable()
		.describe('wie sleutel, bestand of verzegelde versie opende en waarom; null: u bent geen sleutelbeheerder'),
	permissions: z.object({
		mayDecide: z.boolean(),
		mayCheck: z.boolean().describe('als tweede lezer'),
		mayOpenKey: z.boolean()
	})
});
export type PseudonymsAnswer = z.infer<typeof pseudonymsAnswer>;

export const openKeyInput = z.strictObject({
	reason: paragraph(500).refine((text) => text.length >= 10, { params: { problem: 'key-reason-needed' } })
});

export const openedKeyAnswer = z.object({
	entries: z.array(
		z.object({
			placeholder: z.string(),
			kind,
			words: z.array(z.string()).nullable().describe('null: deze regel past niet bij de sleutel van deze installatie')
		})
	),
	unreadable: z.int()
});
export type OpenedKeyAnswer = z.infer<typeof openedKeyAnswer>;

export const reportNameInput = z.strictObject({ version, start: position, end: position });

export const reportedNameAnswer = z.object({ id, version: z.int() });
export type ReportedNameAnswer = z.infer<typeof reportedNameAnswer>;

export const settleNameInput = z.discriminatedUnion('outcome', [
	z.strictObject({
		outcome: z.literal('replace').describe('het is een naam: een pseudoniem komt ervoor in de plaats'),
		version,
		kind,
		placeholder: placeholder.optional()
	}),
	z.strictObject({ outcome: z.literal('reject').describe('het is geen naam: de woorden komen terug'), version })
]);
export type SettleNameInput = z.input<typeof settleNameInput>;

export const settledNameAnswer = z.object({
	version: z.int(),
	changed: z.int().describe('coderingen waarin een pseudoniem kwam: kijk die na')
});
export type SettledNameAnswer = z.infer<typeof settledNameAnswer>;

const words = z.array(line(100)).max(2000);

export const pseudonymSettingsInput = z.strictObject({
	allowed: words.describe('nooit een naam, zoals namen van pleinen en bekende partners'),
	organisations: words.describe('organisaties die altijd een pseudoniem krijgen'),
	functions: words.describe('functies die één persoon aanwijzen'),
	secondReader: z.enum(secondReaders),
	samplePercent: z.int().min(1).max(100),
	numbering: z.enum(numberings),
	doneFirst: z.boolean().default(false).describe('niets vrijgeven voordat de namen klaar zijn')
});
export type PseudonymSettingsInput = z.output<typeof pseudonymSettingsInput>;

export const pseudonymSettingsAnswer = pseudonymSettingsInput;
