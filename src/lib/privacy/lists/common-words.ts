import { wordList } from './word-list.ts';

/** The words that people use most. In a text without capitals none of them is read as a name. */
export const commonWords = wordList(
	`ik je jij jou jouw u uw hij hem zijn zij ze haar wij we ons onze jullie hun hen zich zichzelf mij me mijn men het de een die dat deze dit
	er hier daar waar wie wat welke welk hoe waarom wanneer toen dan nu nou straks later eerst altijd nooit soms vaak meestal weer nog al ook
	niet geen wel toch maar en of want dus omdat als dat doordat terwijl hoewel sinds tot tijdens na voor achter onder boven naast tussen in
	op aan bij met zonder van uit over om door naar tegen langs binnen buiten te ten ter per via rond ja nee oké goed fijn mooi leuk lekker
	ben bent is was waren zijn geweest word wordt werd worden geworden heb hebt heeft had hadden hebben gehad kan kun kunt kon konden kunnen
	mag mocht mogen moet moest moesten moeten wil wilt wilde wou wilden willen zal zult zou zouden zullen ga gaat ging gingen gaan gegaan kom
	komt kwam kwamen komen gekomen doe doet deed deden doen gedaan zeg zegt zei zeiden zeggen gezegd zie ziet zag zagen zien gezien weet wist
	wisten weten geweten denk denkt dacht denken gedacht vind vindt vond vinden gevonden maak maakt maakte maken gemaakt geef geeft gaf geven
	gegeven neem neemt nam nemen genomen krijg krijgt kreeg krijgen gekregen sta staat stond stonden staan gestaan zit zat zaten zitten gezeten
	lig ligt lag liggen gelegen loop loopt liep lopen gelopen woon woont woonde wonen gewoond werk werkt werkte werken gewerkt praat praatte
	praten gepraat bel belt belde bellen gebeld help helpt hielp helpen geholpen blijf blijft bleef blijven gebleven heet heette laat liet laten
	vraag vraagt vroeg vragen gevraagd hoor hoort hoorde horen gehoord snap snapt voel voelt voelde voelen leef leeft kijk kijkt keek kijken
	mensen mens man vrouw kind kinderen jongen jongens meisje meisjes meneer mevrouw heer dame buurt wijk straat huis huizen flat deur tuin plein
	park school werk gemeente politie buren buurman buurvrouw familie vriend vrienden vriendin vriendinnen dochter zoon broer zus moeder vader
	oma opa dag dagen week weken maand maanden jaar jaren uur uren tijd keer ochtend middag avond nacht vandaag morgen gisteren vroeger geld
	euro eten koffie thee auto fiets bus trein lift trap hond kat ding dingen iets niets niks alles iedereen iemand niemand elke elk iedere
	ieder alle allemaal veel weinig meer minder meest heel erg zo zoveel echt gewoon eigenlijk misschien natuurlijk precies helemaal bijna
	ongeveer samen alleen zelf ander andere anders eigen zelfde hele halve nieuw nieuwe oud oude groot grote klein kleine lang lange kort hoog
	hoge laag lage jong jonge slecht slechte beter best beste eerste tweede laatste volgende vorige twee drie vier vijf zes zeven acht negen tien
	gelukkig toevallig daarom tegenwoordig vervolgens daarna uiteindelijk plotseling ineens opeens inmiddels ondertussen meteen direct laatst
	sindsdien overdag hierdoor daardoor daarnaast bovendien trouwens hopelijk helaas eerlijk klopt kijk luister wacht zogenaamd vandaar hierom
	meteen tenslotte eindelijk onlangs destijds dikwijls waarschijnlijk kennelijk blijkbaar jawel inderdaad prima mevrouwtje sommige sommigen
	hoi dag hallo sorry oh ah nou ach tja hè hé toch eens even maar zeker waar beneden verder klaar weg thuis terug erbij eruit eraan ervan
	hiernaast hierboven hieronder hierachter hiervoor overkant beneden boven hoek kant eind begin stuk beetje aantal paar rest soort manier
	reden probleem problemen vraag vragen antwoord idee gevoel leven gezin woning huur corporatie wijkteam buurthuis winkel winkels markt
	kerk moskee dokter huisarts ziekenhuis zorg hulp thuiszorg instantie instanties woningbouw overheid jongeren ouderen bewoners bewoner`
);
