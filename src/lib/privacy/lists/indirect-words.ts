import { wordList } from './word-list.ts';

/** Illnesses and conditions. */
export const illnesses = wordList(
	`kanker borstkanker longkanker darmkanker prostaatkanker huidkanker leukemie tumor chemo chemotherapie bestraling uitgezaaid uitzaaiingen
	reuma artrose fibromyalgie diabetes suikerziekte hartinfarct hartaanval hartfalen hartpatiënt hartpatient beroerte herseninfarct
	hersenbloeding tia copd astma longemfyseem epilepsie ms als parkinson alzheimer dementie dement dementerend hiv aids hepatitis
	tuberculose tbc nierdialyse dialyse nierfalen transplantatie sikkelcel crohn colitis lupus psoriasis long-covid postcovid
	adhd add autisme autistisch autist asperger dyslexie verstandelijk beperkt beperking downsyndroom down borderline bipolair
	manisch-depressief schizofrenie schizofreen psychose psychotisch psychoses depressie depressief burn-out burnout ptss trauma
	angststoornis paniekstoornis eetstoornis anorexia boulimia dwangstoornis verslaafd verslaving alcoholist alcoholverslaving
	gokverslaafd gokverslaving drugsverslaafd afgekickt zwanger miskraam doodgeboren abortus ivf blind slechtziend doof slechthorend
	rolstoel geamputeerd amputatie dwarslaesie verlamd spierziekte open_hart pacemaker stoma scootmobiel`
);

/** What befell somebody, or what he did, and others still talk about. */
export const incidents = wordList(
	`gevangenis gedetineerd detentie vastzat vastgezeten enkelband tbs taakstraf celstraf veroordeeld aangehouden opgepakt neergestoken
	doodgestoken steekpartij neergeschoten doodgeschoten schietpartij vermoord moord doodslag verkracht verkrachting aangerand aanranding
	misbruikt misbruik mishandeld mishandeling mishandelde incest stalking gestalkt bedreigd ontvoerd ontvoering overvallen overval
	brandstichting brandgesticht uitgebrand zelfmoord zelfmoordpoging suïcide suicide suïcidaal zelfdoding verdronken verongelukt
	omgekomen gescheiden scheiding vechtscheiding uithuisgeplaatst uithuisplaatsing pleeggezin ontheven voogdij ondertoezichtstelling
	ontruimd ontruiming huisuitzetting uitgezet dakloos faillissement failliet schuldsanering wsnp bewindvoering bijstandsfraude
	uitgehuwelijkt besneden vrouwenhandel mensenhandel prostitutie prostituee geadopteerd adoptie gevlucht onderduik ondergedoken
	asielprocedure illegaal uitgeprocedeerd toeslagenaffaire gedupeerd`
);

/** Words right before a number of children. */
export const haveWords = wordList(
	`heb hebt heeft hebben had hadden kreeg kregen met thuis van waren zijn moeder vader`
);
export const childWords = wordList(
	`kinderen kids jongens meisjes meiden dochters zonen zoons kleinkinderen broers zussen pleegkinderen`
);

/** Words that say where somebody was born or comes from. */
export const originWords = wordList(`uit van in`);
export const originVerbs = wordList(
	`kom komt kwam kwamen komen gekomen geboren getogen opgegroeid afkomstig gevlucht vluchtte vluchtten ouders moeder vader familie roots`
);
