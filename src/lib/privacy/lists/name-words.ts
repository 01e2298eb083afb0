import { wordList } from './word-list.ts';

/** Names that are ordinary words too: a capital at the beginning of a sentence says nothing then. */
export const alsoWords = wordList(
	`Aan Adem Al Alle Als An Anders Appel Arend Arm Art Baas Bakker Baki Bal Bar Bas Bel Ben Bent Berg Berk Bezem Bijl Bink Bisschop
	Blauw Bloem Blok Boek Boer Bok Bolt Bon Bonte Bos Bosch Bot Boy Brand Breed Brit Britt Broek Bruin Bruijn Burg Buurman Can Cas Chi 
	Clown Cor Daal Dag Dam Dan Dat De Dekker Den Dik Dirk Door Dorst Druk Duif Duck Eden Een Eger Eind Ek Elke Els Emmer Engel Engels
	Er Ernst Esser Eten Even Faber Fan Fans Fee Fei Fer Fien Fijn Filter Fleur Flink Floor Fons Frank Frans Geel Gelder Gen Genet Gent Giel
	Goed Goos Gort Graaf Gras Groen Groot Grote Gul Haag Haan Haas Hak Hal Ham Hamer Han Hart Hartog Hat Haver Hein Held Hem Herder Het
	Heuvel Hiel Hill Hoed Hoek Hond Honing Hoop Huis Huisman Hui Hulp Hulst Ik In Indy Ing Ivoor Ja Jager Je Jet Jo Job
	Jonge Jong Jongen Jonker Joker Joy Jun Just Kaas Kai Kamp Kan Kant Kapper Kas Kay Keizer Kemper Ken Kerk Kick Kind Klaar Klap
	Klaver Klein Klerk Kleine Klomp Knap Knol Koch Kok Kool Kooi Koning Koper Koren Kort Koster Kramer Krijger Kroon Kruis Kuiper Kuil
	Laag Lam Lan Land Lang Lange Lans Last Leen Leeuw Lei Lente Lief Lien Lieve Lin Linde Linden Lis Lot Lux Maas Macht Mack Mager Mai
	Man Mark Markt Maart Max Maya Meer Meester Mees Meeuw Mei Meijer Melk Mensen Mes Mie Mien Mies Mijn Min Mina Mine Minder Minnen Mik
	 Moe Moes Mol Molen Molenaar Mooi Moos Mos Mulder Nagel Nam Nas Nash Neef Nel Net Nick Niet Niks Nobel Noem Noor Noord Nova Of 
	 Om Ommen Onder Ons Oost Oosten Op Os Otter Ouden Over Paal Pan Parel Pater Paus Peer Pen Pet Pien Pier Pijl Pik Pil Pim Ping
	Pip Plak Plan Plant Pol Pool Poort Poot Post Prins Prinsen Prosper Puck Rand Ram Ras Rechter Reis Rem Rens Ridder Rie Riem Rijk Rijke
	Rik Ring Ritme Ritter Rode Roe Rol Rook Roos Rot Rozen Ruiter Rust Saar Schaap Schaar Scheffer Schenk Scheper
	Schipper Schout Schut Sen Senna Sien Sjaal Slager Slot Smal Smid Smit Snijder Snel Snoek Song Spaan Spook Spike Stam Star Steen Stef Stel Ster
	Sterk Sterre Stevens Stil Stijl Storm Straat Strik Stuur Sultan Summer Sunday Sky Suus Swart Tak Tal Tas Tao Temel Ten Ter
	 Timmer Timmerman Ting Tok Tol Tom Ton Toon Top Toren Touw Tri Trix Tromp Tuin Tuna Turk Turan Ty Van Veen Veld Velde Velden
	Ven Veen Veer Veldman Verhoef Vink Vis Visser Vlam Vliet Vlinder Voet Vogel Vogels Voort Vos Vriend Vries Vroom Waal Wagen Wagenaar Want Warm
	 Was Water Weg Wei Weide Wen Wever Wiel Wies Wiek Wil Wilde Wild Willen Winkel Winter Wit Witte Wolf Wolk Xuan Yaman
	Ying Yong Yu Zag Zal Zand Zee Zeker Zeg Zien Zilver Zo Zoet Zomer Zon Zout Zuid Zwaan Zwart Zwarte Blessing Comfort Patience Precious Gifty
	Million Indah Made Tre Bo Reis Aster Ama Dian Dunne Dikke Gele Blanke Vroege
	Vreden Maat Doorn Doran Booi Hooi Ras Daal Odor Sambo Trinidad Kraan Kous Popa Bah Sow Barry Bout Storm Dex Kara Sarı
	Kaya Kurt Uzun Taş Deniz Duman Demir Ateş Tekin Ekinci Can Ata Efe Duran Durmaz Ling Long Dung Duc Anh 
	Stad Dorp Haven Brug Poel Sluis Vaart Vlucht Bal Tent Ram Koe Beer Beek Brink Haar Hage Hove Steenbergen Kampen Geurts`
);

/** Words after which, at the beginning of a sentence, no name stands: "Wil je", "Door de". */
export const neverBeforeAName = wordList(
	`ik je jij u jullie we wij ze zij hij het de een die dat deze dit er geen mijn zijn haar ons onze hun jouw uw niet wat wie waar hoe
	men alle alles iets niks iedereen iemand m'n z'n d'r 't me mij hem hun dan toch ook nog maar wel zelf`
);

/** Verbs that tell of a person: "Roos zei", "Wil belt". */
export const personVerbs = wordList(
	`zei zegt vertelde vertelt vroeg vraagt riep roept dacht denkt vond vindt wist weet wou wilde kwam komt ging gaat liep loopt zat zit
	stond staat lag ligt woont woonde werkt werkte belt belde appt appte mailde mailt helpt hielp deed doet gaf geeft kreeg krijgt nam neemt
	heeft had heet heette kent kende is was wordt werd kan kon moet moest mag mocht maakt maakte brengt bracht haalt haalde regelt regelde
	schrijft schreef speelt speelde studeert studeerde trouwde trouwt overleed stierf leeft leefde lacht lachte huilde huilt praat praatte
	kookt kookte zorgt zorgde verhuisde verhuist vertrok leert leerde organiseert organiseerde luistert luisterde snapt snapte kookte
	en`
);

/** Small words that belong to a family name. */
export const infixes = wordList(
	`van de der den het 't ter ten te von vom zu du la le les el al ben aït ait bin ibn bint abu abou ould oulad op in 's des del della di da
	dos do das uit uijt bij aan onder over tot st san ul-haq tjon tjin chin lo a`
);

/** With which small words a family name begins, also without a first name before it: "Van Es", "El Amrani". */
export const openingInfixes = wordList(
	`van von der den ter ten te 't el al ben aït ait bin ibn abu abou ould oulad du del della di da dos de`
);

/** Titles that are spoken as part of a name, with whether they are those of a man or a woman. */
export const manTitles = wordList(`meneer mijnheer dhr heer sinjoor broeder pater oom ome nonkel opa monsieur señor`);
export const womanTitles = wordList(
	`mevrouw mevr mw mvr juffrouw mej mejuffrouw zuster tante tant oma madame señora moeder-overste juf`
);
/** Names that begin many sentences as another word: even a name that is known needs a verb of a person behind it there. */
export const sentenceOpeners = wordList(
	`door elke wil bent ben mei al dan den een van want was zal zeg goed mooi min als of om er even eten hem het ik in ja je kan moes net niet niks
	noem nova onder ons op over post sta star toon tal was wie wit zo zag zien vink rust hulp kom mag zou lief lieve fijn klaar beter`
);

export const otherTitles = wordList(
	`dr drs ir mr ing prof professor ds dominee dokter doctor pastoor pastor kapelaan diaken priester imam rabbijn pandit bisschop
	hodja hoca meester sjeik hadji hadj frater familie fam echtpaar gebroeders weduwe wed tandarts huisarts notaris`
);

/** Words for family, neighbours and work, right after which comes whose name that is: "mijn dochter Marjolein". */
export const roleWords = wordList(
	`man vrouw echtgenoot echtgenote partner vriend vriendin vriendje vriendinnetje verloofde ex ex-man ex-vrouw weduwnaar dochter zoon
	dochtertje zoontje kind kindje kleinkind kleinzoon kleindochter achterkleinkind stiefzoon stiefdochter pleegkind pleegzoon pleegdochter
	petekind tweeling baby broer broertje zus zusje zuster zussen broers halfbroer halfzus stiefbroer vader moeder pa ma papa mama pap mam
	stiefvader stiefmoeder schoonvader schoonmoeder schoonzoon schoondochter schoonzus zwager schoonbroer opa oma omaatje grootvader
	grootmoeder overgrootmoeder oom tante ome neef neefje nicht nichtje achterneef buurman buurvrouw buurjongen buurmeisje buur overbuurman
	overbuurvrouw buren onderbuurman onderbuurvrouw bovenbuurman bovenbuurvrouw bovenbuur onderbuur maat kameraad kennis collega baas chef
	werkgever medewerker medewerkster stagiair stagiaire vrijwilliger vrijwilligster begeleider begeleidster coach mentor leraar lerares
	docent docente juf meester onderwijzer onderwijzeres conciërge directeur directrice rector wijkagent wijkagente agent agente politieagent
	brigadier inspecteur wijkverpleegkundige verpleegkundige verpleegster verzorgende verzorgster thuishulp hulp huishoudster poetsvrouw
	mantelzorger huisarts dokter arts specialist tandarts fysiotherapeut fysio psycholoog psychiater therapeut maatschappelijk-werker
	maatschappelijk-werkster praktijkondersteuner praktijkondersteunster assistente assistent apotheker verloskundige kraamzorg kapper kapster
	bakker slager groenteboer schoenmaker kruidenier winkelier cafébaas kroegbaas barman huismeester huismeesteres conciërge beheerder
	beheerster huisbaas huurbaas verhuurder aannemer schilder loodgieter jongerenwerker jongerenwerkster opbouwwerker opbouwwerkster
	buurtwerker welzijnswerker sociaal-werker wijkmanager wijkregisseur gebiedsmanager wethouder burgemeester raadslid minister staatssecretaris
	voorzitter voorzitster secretaris penningmeester trainer trainster coördinator coordinator teamleider manager leidinggevende consulent
	consulente klantmanager casemanager ambtenaar advocaat notaris tolk imam dominee pastoor pastor dirigent organist voorganger koster
	postbode chauffeur buschauffeur hovenier tuinman portier bewaker conducteur kruidenvrouw lid hond kat poes meisje jongen jongetje dame heer
	kerel gast klasgenoot clubgenoot huisgenoot cliënt cliënte patiënt patiënte bewoner bewoonster buurtgenoot gozer makker zonen dochters
	kinderen jongens meiden meisjes vriendinnen vrienden collega's buurvrouwen wijkzuster mentrix zwemjuf gymjuf zorgmedewerker gezin abla abi
	teyze amca hala amou khalti dada nani nana tanta`
);

/** Words after which somebody's name follows: "ik heet Kevin", "zij noemen hem Blommie". */
export const namingWords = wordList(
	`heet heette heten genaamd noem noemt noemde noemden noemen geheten heetten bijgenaamd`
);

/** Labels that say what a speaker is, not who. */
export const speakerLabels = wordList(
	`interviewer interviewster interviewer1 interviewer2 bewoner bewoners bewoonster professional respondent respondente geïnterviewde
	geinterviewde spreker speaker onderzoeker onderzoekster i r r1 r2 r3 b p v a int resp tolk moderator deelnemer deelneemster man vrouw
	partner dochter zoon moeder vader jongere jongen meisje onbekend unknown interviewee participant gespreksleider notulist datum plaats
	locatie onderwerp titel opname duur transcript transcriptie let_op noot opmerking pauze q vraag antwoord s1 s2 s3 s01 s02 s03 note
	voorzitter begeleider medewerker professionals spreker_a spreker_b aanwezig thema wijk buurt gesprek project versie bron bestand context`
);
