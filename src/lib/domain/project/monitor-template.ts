import { defaultThreshold, type Direction, type Indicator, type IndicatorKind } from '../indicator/indicator.ts';

type PillarKey = 'health' | 'safety' | 'participation' | 'education' | 'living';

/** The five pillars of the monitor Regio Deal Vitale Wijken (RIVM), in its order. */
export const templatePillars: readonly { key: PillarKey; name: string; shortName: string | null }[] = [
	{ key: 'health', name: 'Gezondheid', shortName: null },
	{ key: 'safety', name: 'Veiligheid', shortName: null },
	{ key: 'participation', name: 'Participatie en armoede', shortName: null },
	{ key: 'education', name: 'Onderwijs', shortName: null },
	{
		key: 'living',
		name: 'Wonen, gezonde leefomgeving, groen en duurzaamheid',
		shortName: 'Wonen en leefomgeving'
	}
];

/** The rounds of the monitor: first figures in 2021, then every second year. */
export const templateWaves: readonly { label: string; year: number }[] = [
	{ label: 'Nulmeting', year: 2021 },
	{ label: 'Tweede meting', year: 2023 },
	{ label: 'Derde meting', year: 2025 }
];

/** An indicator of the template, before it has an id and a pillar of a project. */
export type TemplateIndicator = Omit<Indicator, 'id' | 'pillarId'> & { readonly pillarName: string };

/**
 * The kernset a project can begin with: what RIVM names publicly and the usual Dutch series. A proposal: a project
 * changes it freely. Where a series is a survey in one place and a model estimate in another, it stands as a survey.
 */
export const templateIndicators = (): readonly TemplateIndicator[] =>
	series.map(([key, pillar, label, unit, direction, kind, source, rhythm]) => ({
		key,
		pillarName: templatePillars.find((each) => each.key === pillar)?.name ?? pillar,
		label,
		unit,
		direction,
		kind,
		source,
		rhythm,
		threshold: defaultThreshold(kind, unit)
	}));

type Series = readonly [
	key: string,
	pillar: PillarKey,
	label: string,
	unit: string,
	direction: Direction,
	kind: IndicatorKind,
	source: string,
	rhythm: string
];

// Keys carry a K, so that no code (G1) is mistaken for an indicator (KG1).
const series: readonly Series[] = [
	[
		'KG1',
		'health',
		'Ervaart eigen gezondheid als (zeer) goed',
		'% 18+',
		'higher-better',
		'survey',
		'Gezondheidsmonitor GGD/CBS/RIVM',
		'2020, 2022, 2024'
	],
	[
		'KG2',
		'health',
		'Overgewicht (matig en ernstig)',
		'% 18+',
		'lower-better',
		'survey',
		'Gezondheidsmonitor; jeugd: JGZ',
		'2020, 2022, 2024'
	],
	['KG3', 'health', 'Ernstig eenzaam', '% 18+', 'lower-better', 'survey', 'Gezondheidsmonitor', '2020, 2022, 2024'],
	[
		'KG4',
		'health',
		'Hoog risico op angst of depressie',
		'% 18+',
		'lower-better',
		'survey',
		'Gezondheidsmonitor',
		'2020, 2022, 2024'
	],
	[
		'KG5',
		'health',
		'Voldoet aan de beweegrichtlijn',
		'% 18+',
		'higher-better',
		'survey',
		'Gezondheidsmonitor',
		'2020, 2022, 2024'
	],
	[
		'KV1',
		'safety',
		'Voelt zich wel eens onveilig in de buurt',
		'% 15+',
		'lower-better',
		'survey',
		'Veiligheidsmonitor / inwonersenquête',
		'2021, 2023, 2025'
	],
	['KV2', 'safety', 'Geregistreerde misdrijven', 'per 1.000 inw.', 'lower-better', 'register', 'Politie', 'elk jaar'],
	[
		'KV3',
		'safety',
		'Meldingen jeugdoverlast',
		'per 1.000 inw.',
		'lower-better',
		'register',
		'Politie / gemeente',
		'elk jaar'
	],
	[
		'KV4',
		'safety',
		'Vindt dat de buurt vooruit is gegaan (afgelopen jaar)',
		'% 15+',
		'higher-better',
		'survey',
		'Veiligheidsmonitor',
		'2021, 2023, 2025'
	],
	[
		'KP1',
		'participation',
		'Huishoudens met langdurig laag inkomen',
		'% huishoudens',
		'lower-better',
		'register',
		'CBS',
		'elk jaar, 1-2 jaar later'
	],
	[
		'KP2',
		'participation',
		'Inwoners met WW- of bijstandsuitkering',
		'% 15 jr-AOW',
		'lower-better',
		'register',
		'CBS / UWV',
		'elk jaar, 1-2 jaar later'
	],
	[
		'KP3',
		'participation',
		'Jongeren met werk (15-27 jaar, niet op school)',
		'%',
		'higher-better',
		'register',
		'CBS',
		'elk jaar, 1-2 jaar later'
	],
	[
		'KP4',
		'participation',
		'Moeite met rondkomen',
		'% 18+',
		'lower-better',
		'survey',
		'Gezondheidsmonitor',
		'2020, 2022, 2024'
	],
	[
		'KP5',
		'participation',
		'Doet vrijwilligerswerk',
		'% 18+',
		'higher-better',
		'survey',
		'Gezondheidsmonitor / inwonersenquête',
		'2020, 2022, 2024'
	],
	[
		'KO1',
		'education',
		'Peuters met indicatie op de voorschool',
		'%',
		'higher-better',
		'register',
		'Gemeente',
		'elk jaar'
	],
	[
		'KO2',
		'education',
		'Jongeren met startkwalificatie',
		'% 17-22',
		'higher-better',
		'register',
		'DUO / CBS',
		'elk jaar'
	],
	['KO3', 'education', 'Voortijdig schoolverlaters', '%', 'lower-better', 'register', 'DUO', 'elk jaar'],
	['KO4', 'education', 'Schooladvies havo/vwo in groep 8', '%', 'neutral', 'register', 'DUO / CBS', 'elk jaar'],
	[
		'KW1',
		'living',
		'Rapportcijfer woonomgeving',
		'1-10',
		'higher-better',
		'survey',
		'Inwonersenquête / Veiligheidsmonitor',
		'elke 2 jaar'
	],
	[
		'KW2',
		'living',
		'Tevreden met het groen in de buurt',
		'%',
		'higher-better',
		'survey',
		'Inwonersenquête',
		'elke 2 jaar'
	],
	[
		'KW3',
		'living',
		'Sociale cohesie',
		'schaal 0-10',
		'higher-better',
		'survey',
		'Veiligheidsmonitor',
		'2021, 2023, 2025'
	],
	['KW4', 'living', 'Woningen met energielabel D of lager', '%', 'lower-better', 'register', 'RVO / CBS', 'elk jaar'],
	[
		'KW5',
		'living',
		'Leefbaarometer-klasse',
		'klasse 1-9',
		'higher-better',
		'model',
		'Leefbaarometer (BZK)',
		'elke 2 jaar'
	]
];
