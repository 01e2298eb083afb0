import { wordList } from './word-list.ts';

/** Kinds of organisations that stand before a name: "basisschool De Regenboogvis", "stichting Al Noor". */
export const kindWords = wordList(
	`school basisschool obs cbs pcb rkbs kbs ods ibs sbo so vso montessorischool daltonschool jenaplanschool vrijeschool voorschool
	peuterspeelzaal speelzaal kinderdagverblijf kdv crèche kinderopvang bso buitenschoolse naschoolse opvang gastouderbureau college lyceum
	gymnasium scholengemeenschap praktijkschool vakschool roc mbo hogeschool taalschool koranschool zwemschool muziekschool rijschool
	stichting vereniging bewonersvereniging huurdersvereniging sportvereniging voetbalvereniging voetbalclub sportclub club vv sv fc hv
	tennisclub boksschool sportschool dansschool scouting harmonie fanfare koor volkstuinvereniging speeltuinvereniging
	huisartsenpraktijk huisartspraktijk praktijk tandartspraktijk fysiotherapiepraktijk fysiotherapie gezondheidscentrum apotheek
	verloskundigenpraktijk dierenkliniek kliniek ggz thuiszorg thuiszorgorganisatie zorginstelling verzorgingshuis verzorgingstehuis
	bejaardenhuis bejaardentehuis verpleeghuis zorgcentrum woonzorgcentrum dienstencentrum hospice dagbesteding dagopvang
	moskee kerk parochie gemeente-kerk tempel mandir synagoge kapel klooster kerkgenootschap evangeliegemeente moskeevereniging
	bakker bakkerij slagerij slager snackbar cafetaria café cafe kroeg eetcafé restaurant pizzeria lunchroom grillroom shoarmazaak koffiehuis
	theehuis kapsalon kapper kapperszaak winkel toko buurtsuper supermarkt groentewinkel groenteboer viswinkel drogist drogisterij
	sigarenwinkel boekhandel bloemenwinkel bloemist fietsenmaker garage autobedrijf installatiebedrijf schildersbedrijf bouwbedrijf
	schoonmaakbedrijf uitzendbureau makelaar makelaardij bedrijf firma fa hotel camping
	buurthuis buurtcentrum wijkcentrum dorpshuis jongerencentrum jeugdhonk ontmoetingscentrum inloophuis inloop buurtkamer huiskamer speeltuin
	kinderboerderij atelier werkplaats maatjesproject advocatenkantoor notariskantoor administratiekantoor bewindvoerder incassobureau
	woningcorporatie woningstichting woningbouwvereniging corporatie azc opvanglocatie daklozenopvang blijf-van-mijn-lijfhuis`
);

/** Kinds that stand behind a name, as a word of their own: "Rietland College", "Fatih moskee". */
export const kindWordsBehind = wordList(
	`college lyceum gymnasium school basisschool moskee kerk kapel tempel mavo praktijk apotheek stichting foundation academie academy
	scholengroep kliniek installatietechniek bouw bv b.v vof transport schoonmaak beheer makelaardij advocaten accountants thuiszorg zorg
	techniek catering kapsalon rijschool supermarkt bakkerij slagerij groep`
);

/** How one word ends that is the name of an organisation: "Pauluskerk", "Julianaschool". */
export const compoundSuffix =
	/^\p{L}{3,}(?:kerk|kapel|school|college|lyceum|moskee|praktijk|apotheek|kliniek|stichting|parochie)$/u;

/** Ordinary words that end so. */
export const notOrganisations = wordList(
	`basisschool middelbareschool hogeschool kleuterschool voorschool vrijeschool buurtschool wijkschool dorpsschool sportschool
	muziekschool rijschool avondschool zondagschool taalschool koranschool zwemschool dansschool huisartsenpraktijk huisartspraktijk
	tandartspraktijk dorpskerk buurtkerk wijkkerk woningstichting polikliniek dierenkliniek kraamkliniek bouwstichting stationsapotheek
	daltonschool montessorischool jenaplanschool brugschool praktijkschool lagereschool islamschool huishoudschool ambachtsschool
	koksschool kostschool vakschool ouderkerk hoogeschool rijkskerk staatskerk`
);

/** What may stand between the kind and the name. */
export const nameOpeners = wordList(
	`de het 't d' al el la le les sint st st. van der den ter ten voor en in op aan bij`
);
