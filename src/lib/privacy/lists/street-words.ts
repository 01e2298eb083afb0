import { wordList } from './word-list.ts';

/** How names of streets and buildings end. */
export const streetSuffix =
	/(?:straat|straatje|laan|laantje|weg|plein|dreef|hof|singel|kade|gracht|dijk|pad|plantsoen|steeg|markt|park|baan|flat|toren|hoeve|oever|brink|meent|kamp|erf|veste|haven|plaats|gaarde|burg|hage|horst)$/;

/** Of those the ones that are places for everybody: without a number they say of nobody where he lives. */
export const publicSuffix =
	/(?:plein|markt|park|baan|toren|hoeve|oever|brink|meent|kamp|erf|veste|haven|plaats|gaarde|burg|hage|horst|hof|dijk|kade|singel|gracht|pad|weg)$/;

/** Of those the ones with which hardly any family name ends, as "Doddekamp" and "Oosterhof" do. */
export const plainStreet = /(?:straat|straatje|laan|laantje|plein|dreef|singel|kade|gracht|plantsoen|park|flat)$/;

/** Ordinary words that end so. */
export const notStreets = wordList(
	`onderweg halverwege weg heenweg terugweg snelweg autoweg omweg uitweg doorweg landweg hoofdweg zijweg zandweg spoorweg rondweg ringweg
	straat hoofdstraat zijstraat winkelstraat dwarsstraat achterstraat woonstraat buurtstraat speelstraat laan oprijlaan plein dorpsplein
	marktplein schoolplein kerkplein speelplein stationsplein pleintje pad fietspad voetpad wandelpad bospad zandpad schelpenpad tegelpad
	levenspad park stadspark wijkpark buurtpark speelpark pretpark dierenpark vakantiepark bungalowpark wagenpark winkelpark bedrijvenpark
	markt supermarkt rommelmarkt weekmarkt braderie kerstmarkt arbeidsmarkt woningmarkt huizenmarkt banenmarkt vlooienmarkt snuffelmarkt
	vrijmarkt marktplaats hof kerkhof gerechtshof binnenhof voorhof tuinhof begijnhof behoefte flat torenflat galerijflat portiekflat
	seniorenflat studentenflat hoogbouwflat baan loopbaan bijbaan atletiekbaan tennisbaan kegelbaan skatebaan ijsbaan trambaan busbaan rijbaan
	vrijebaan dijk zeedijk winterdijk singel kade gracht steeg plantsoen dreef toren kerktoren watertoren speeltoren plaats parkeerplaats speelplaats
	werkplaats woonplaats standplaats geboorteplaats bouwplaats vindplaats zitplaats haven jachthaven luchthaven vluchthaven kamp
	zomerkamp schoolkamp tentkamp boerenerf erf brink camping gevang ballenbak hoogburg vandaag burg oever kinderhof hobby handtoren
	concentratiekamp vluchtelingenkamp voorplaats begraafplaats ligplaats luchtbaan achtbaan werkbaan droombaan vervolgweg scheldweg kwijtweg`
);

/** First words of streets of more than one word: "Prins Bernhardlaan", "Burgemeester Reigerstraat", "Jan Steenlaan". */
export const streetOpeners = wordList(
	`prins prinses koning koningin keizer graaf gravin sint st st. burgemeester burg professor prof dokter dr ds dominee pater pastoor mgr
	monseigneur admiraal generaal president minister jan johan karl willem maria anna van de der den 't het oude nieuwe lange korte groene
	hoge lage kleine grote jonkheer jonker meester mr majoor kapitein marshall martin luther king kardinaal wethouder`
);
