import type { Area } from '../domain/area/area.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { Codebook } from '../domain/codebook/codebook.ts';
import type { CodebookChange, CodebookHistory, ForerunnerApart } from '../domain/codebook/history.ts';
import type { Coding } from '../domain/coding/coding.ts';
import type { Valences } from '../domain/coding/valence.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import type { Observation } from '../domain/indicator/observation.ts';
import type { Pillar } from '../domain/indicator/pillar.ts';
import type { Explanation } from '../domain/integration/explanation.ts';
import type { DecisionBasis } from '../domain/integration/decision-basis.ts';
import type { Decision } from '../domain/integration/fit.ts';
import type { ShortenedNow } from '../domain/report/shorten.ts';
import type { StudyEvidence } from '../domain/integration/study-evidence.ts';
import type { SessionAnswer } from '../domain/integration/review-session.ts';
import type { SecondReading } from '../domain/integration/second-reading.ts';
import type { CodeId, CodingId, IndicatorId, SourceId, WaveId } from '../domain/project/ids.ts';
import type { Group, Source } from '../domain/source/source.ts';
import type { DecisionChange } from './decision-changes.ts';
import type { ThemeDevelopment, Verdict } from './development.ts';
import type { FigureAnswer } from './figure-answers.ts';
import type { IndicatorFigures } from './figures.ts';
import type { FindingChanges } from './finding-changes.ts';
import type { SeenObservation } from './observed.ts';
import type { Proposal } from './proposal.ts';
import type { ShownEvidence, ShownFinding } from './study-evidence.ts';
import type { Voices } from './voices.ts';

/** A source as the display counts it; only released transcripts are interviews. */
export type DisplaySource = Pick<Source, 'id' | 'title' | 'kind' | 'areaId' | 'waveId' | 'status'> & {
	readonly group: Group;
};

/** A coding as the display counts it; several on one passage or by several coders do no harm. */
export type DisplayCoding = Pick<Coding, 'sourceId' | 'codeId' | 'layer'> & {
	readonly valences: Valences;
	/** how many passages say exactly this; one when it is not told */
	readonly passages?: number;
};

/**
 * A passage somebody chose for reporting. The text is withheld (null) without consent for quotes; where it was shortened
 * the original stays beside it.
 */
export type ChosenQuote = {
	readonly codingId: CodingId;
	readonly codeId: CodeId;
	readonly sourceId: SourceId;
	readonly group: Group | null;
	readonly waveId: WaveId;
	readonly text: string | null;
	readonly reference: string;
	readonly valences: Valences;
	/** a coder marked it (★) */
	readonly isImportant: boolean;
} & ShortenedNow;

/** All that a joint display of one pillar in one area is made of. Superfluous sources, codings and indicators do no harm. */
export type DisplayInput = {
	readonly pillar: Pillar;
	readonly area: Area;
	/** all waves of the project */
	readonly waves: readonly Wave[];
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	readonly codebook: Codebook;
	readonly indicators: readonly Indicator[];
	/** of the area and of the comparison areas */
	readonly observations: readonly Observation[];
	/** candidates in order; per indicator the first with a value at the last wave is taken (see comparison-areas.ts) */
	readonly comparisonAreas: readonly Area[];
	readonly sources: readonly DisplaySource[];
	readonly codings: readonly DisplayCoding[];
	/** with the code that each passage carries now; absent = the theme it was chosen for */
	readonly quotes: readonly (ChosenQuote & { readonly codedAs?: CodeId })[];
	/** null = not asked for */
	readonly explanations: readonly Explanation[] | null;
	/** what people in sessions about the area answered; absent where it is not shown */
	readonly recognitions?: readonly SessionAnswer[];
	readonly decisions: readonly ({ readonly codeId: CodeId } & KeptDecision)[];
	/** what studies found; absent where it is not shown */
	readonly evidence?: StudyEvidence;
	/** what was seen in public space, with codes of the pillar, in rounds that count; absent where it is not shown */
	readonly observed?: readonly SeenObservation[];
	/** how the codebook came to be as it is; absent where nobody is warned of it */
	readonly history?: CodebookHistory;
	readonly includeEarlierWaves: boolean;
	/** groups with fewer interviews get a warning (R12) */
	readonly smallCell: number;
};

/** The part of the page a theme belongs to: with both strands, with one, or with none. */
export type Section = 'both' | 'voices-only' | 'figures-only' | 'no-data';

/** A decision as it is kept, with what it was made on and who read it after. */
export type KeptDecision = {
	readonly decision: Decision;
	/** null = it was made before that was kept */
	readonly basis: DecisionBasis | null;
	readonly readings: readonly SecondReading[];
};

/** A decision, and whether the data changed since ("opnieuw bekijken"). */
export type RowDecision = Decision & {
	readonly needsReview: boolean;
	/** what changed since; null = it is not known what it was made on */
	readonly changes: readonly DecisionChange[] | null;
	/** findings of studies and observations that came, changed or went since, which do not reopen it; absent = none known */
	readonly findingsSince?: FindingChanges | undefined;
	/** what other researchers say of it: the last answer of each, the newest first */
	readonly readings: readonly SecondReading[];
};

/** A theme with its figures, its voices and how they relate. */
export type DisplayRow = {
	/** opaque; stands for pillar × area × pair of waves × theme */
	readonly rowId: string;
	readonly codeId: CodeId;
	readonly name: string;
	/** "Veiligheid › Je veilig voelen" */
	readonly path: string;
	readonly definition: string;
	/** index into the palette */
	readonly color: number;
	readonly section: Section;
	readonly indicators: readonly IndicatorFigures[];
	/** over the indicators of the same topic */
	readonly development: ThemeDevelopment;
	readonly voices: Voices;
	/** passages that were coded with the theme, in the interviews that count */
	readonly codings: number;
	readonly quotes: readonly ChosenQuote[];
	/** chosen for this theme, but coded as something else since: not for files or readers; absent = none */
	readonly quotesOffTheme?: readonly ChosenQuote[];
	/** chosen, but of interviews that do not count any more: not for files or readers; absent = none */
	readonly quotesUncounted?: readonly ChosenQuote[];
	readonly explanations: readonly Explanation[];
	/** of studies, about these indicators; they do not change the proposal */
	readonly findings: readonly ShownFinding[];
	readonly proposal: Proposal;
	readonly decision: RowDecision | null;
	/** of the data of today; goes into a decision */
	readonly fingerprint: string;
};

/** A figure that no voice speaks of. */
export type FiguresOnly = {
	readonly indicator: IndicatorFigures;
	/** gunstiger or ongunstiger: a change nobody speaks of asks for a question in the next interviews */
	readonly moved: Exclude<Verdict, 'same'> | null;
	/**
	 * silent: its themes are not mentioned; no-direction: mentioned without direction; only-beside: it moved, and themes
	 * with voices have it only as cause, effect or context; other-pillar: linked only to themes of another pillar; no-theme:
	 * linked to no theme at all
	 */
	readonly reason: 'silent' | 'no-direction' | 'only-beside' | 'other-pillar' | 'no-theme';
	readonly themes: readonly { readonly codeId: CodeId; readonly name: string }[];
};

/** A theme without a usable figure. */
export type VoicesOnly = {
	readonly codeId: CodeId;
	readonly name: string;
	readonly mentions: number;
	/** two interviews or more */
	readonly isSeveral: boolean;
	/** no-indicator: no indicator of the same topic; unknown: there is one, but nothing can be said about it */
	readonly reason: 'no-indicator' | 'unknown';
};

/** What a reader must know before believing the page. */
export type DisplayWarning =
	| { readonly kind: 'no-sample' | 'no-percentage' | 'other-respondents' | 'pillar-absent' }
	| { readonly kind: 'earlier-waves'; readonly years: readonly number[] }
	| { readonly kind: 'interview-years'; readonly years: readonly number[]; readonly referenceYears: readonly number[] }
	| { readonly kind: 'small-cell'; readonly group: Group; readonly interviews: number }
	/** function groups with too few interviews; their names stay inside, where who reads may see the interviews */
	| {
			readonly kind: 'small-functions';
			readonly group: Group;
			readonly names: readonly string[];
			readonly count: number;
			readonly smallest: number;
	  }
	| ({ readonly kind: 'codebook-changed' } & CodebookChange)
	| ({ readonly kind: 'forerunner-apart' } & ForerunnerApart)
	| {
			readonly kind: 'trend-break';
			readonly indicatorId: IndicatorId;
			readonly label: string;
			readonly year: number;
			/** null = nobody said why */
			readonly reason: string | null;
	  }
	| { readonly kind: 'model-estimate'; readonly indicatorId: IndicatorId; readonly label: string };

/** Cijfers en stemmen: one pillar in one area, from one round to another. */
export type JointDisplay = {
	readonly pillar: Pillar;
	readonly area: Area;
	/** the pillar has no figures in this area by agreement */
	readonly isAbsent: boolean;
	readonly from: Wave;
	readonly to: Wave;
	/** from the first to the last round */
	readonly waves: readonly Wave[];
	/** the indicators of the pillar in the order of the kernset, linked or not */
	readonly indicators: readonly IndicatorFigures[];
	/** themes in the order of the code tree; none is hidden */
	readonly rows: readonly DisplayRow[];
	readonly figuresOnly: readonly FiguresOnly[];
	readonly voicesOnly: readonly VoicesOnly[];
	/** about figures of the pillar that no theme has a row for */
	readonly looseExplanations: readonly Explanation[];
	/** whether people in sessions recognised its figures; those asked about its own pair of rounds first */
	readonly recognitions: readonly FigureAnswer[];
	/** the survey twin of "gaat vooruit" (KV4), shown beside the voices of its pillar */
	readonly twin: IndicatorFigures | null;
	/** what was counted: interviews in scope, codings with a code of the pillar, themes that are mentioned */
	readonly method: {
		readonly interviews: number;
		readonly residents: number;
		readonly professionals: number;
		/** waves in which interviews were held */
		readonly waves: readonly {
			readonly waveId: WaveId;
			readonly year: number;
			readonly interviews: number;
			readonly residents: number;
			readonly professionals: number;
		}[];
		readonly codings: number;
		readonly themes: number;
	};
	readonly warnings: readonly DisplayWarning[];
	/** files do not tell apart what groups with fewer interviews say (R12) */
	readonly smallCell: number;
	/** what studies found about this pillar here: evidence of its own */
	readonly studies: ShownEvidence;
};
