import { wordList } from './word-list.ts';

/** Words with a capital that are no names of persons: time, religion, institutions, politics, firms, media, sport. */
const general = wordList(
	`januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag
	zaterdag zondag ochtends morgens middags avonds nachts winters zomers maandags dinsdags woensdags donderdags vrijdags zaterdags zondags Kerst Kerstmis Kerstavond Pasen Pinksteren Hemelvaart Hemelvaartsdag Koningsdag Koninginnedag Bevrijdingsdag Dodenherdenking
	Sinterklaas Sint Zwarte_Piet Sint-Maarten Oud Nieuw Oudjaar Oudejaarsavond Nieuwjaar Nieuwjaarsdag Ramadan Suikerfeest Offerfeest Eid
	Divali Diwali Holi Holi-Phagwa Keti Koti Ketikoti Halloween Carnaval Valentijnsdag Moederdag Vaderdag Burendag Advent Chanoeka Jom Goede
	God Allah Jezus Christus Heer Bijbel Koran Thora Boeddha Krishna Mekka Islam Christendom Jodendom Protestants Katholiek Hindoe
	Moslim Moslims Christen Christenen Jood Joden Hindoes Boeddhist Insjallah Inshallah Hamdoulillah Alhamdulillah Mashallah Amen
	Corona Covid Covid-19 Internet Facebook Instagram Insta Twitter Whatsapp WhatsApp Tiktok TikTok Snapchat Youtube YouTube LinkedIn Linkedin
	Telegram Signal Nextdoor Marktplaats Google Gmail Hotmail Outlook Teams Zoom Skype Netflix Spotify Word Excel Microsoft Apple Windows
	iPhone Iphone Ipad iPad Samsung Android Playstation PlayStation Xbox Nintendo Fortnite Pokémon DigiD Digid iDeal Tikkie Buienradar
	Jumbo Aldi Lidl Action Hema Blokker Kruidvat Etos Ikea Gamma Praxis Karwei Plus Vomar Coop Spar Hoogvliet Nettorama Albert_Heijn Heijn
	Appie Zeeman Wibra Primark Bristol Mediamarkt MediaMarkt Bol Coolblue Zalando Amazon Wehkamp Kwantum Xenos Intertoys Bijenkorf Douglas Gall
	McDonald's McDonalds Mcdonalds Mac Kentucky Starbucks Domino's Thuisbezorgd Picnic Flink Gorillas Uber Taxi Febo Dixons Kringloop Emmaus
	Opel Volkswagen Volvo Toyota Ford Fiat Peugeot Renault Citroën Mercedes Audi BMW Tesla Kia Skoda Seat Suzuki Honda Nissan Vespa Batavus Gazelle
	Shell Esso Philips Unilever Heineken Douwe_Egberts Senseo Nespresso Coca-Cola Cola Fanta Red Bull Lego Playmobil Barbie Kapla
	Rabobank Rabo Ing Abn Amro Triodos Postbank Achmea Zilveren Kruis Menzis Interpolis Essent Eneco Vattenfall Nuon Vitens Greenchoice Ziggo Kpn
	Vodafone Tele2 Odido Postnl PostNL DHL Dhl NS Prorail Connexxion Arriva Transavia Schiphol Qbuzz U-OV Regiotaxi Valys Swapfiets
	Buurtzorg Careyn Axioncontinu Vitras Lister Altrecht Parnassia Arkin Jellinek Victas Tactus Humanitas Leger Heils Rode Kruis Voedselbank
	Vluchtelingenwerk VluchtelingenWerk Slachtofferhulp Zonnebloem Speeltuin Buurtteam Buurtteams Wijkteam Wijkbureau Dock DOCK Portes Cumulus
	Stadsbrug Jeugdzorg Samen Veilig Raad Kinderbescherming Bureau Jeugdbescherming Belastingdienst Toeslagen Gemeente Gemeentehuis
	Stadhuis Provincie Rijk Rijkswaterstaat Kadaster Politie Brandweer Ambulance Rechtbank Reclassering Halt Regering Kabinet Kamer Tweede Eerste
	Koning Koningin Europa Europese Unie Verenigde Naties Nibud Vestia Mitros Portaal Woonin Bo-Ex Boex Ymere Eigen_Haard Rochdale Woonbron
	Havensteder Vidomes Haagwonen Staedion Cazas Wooncompagnie Woningnet WoningNet Huurcommissie Woonbond Thuiswacht
	PvdA Pvda Groenlinks GroenLinks VVD CDA D66 SP PVV ChristenUnie Christenunie Denk DENK Volt BIJ1 SGP FvD JA21 BBB NSC Pvdd PvdD CU
	Tweede_Kamer Eerste_Kamer Participatiewet Jeugdwet Wmo Wet Zorgverzekeringswet Vogelaarwijk Vogelaarwijken Krachtwijk Prachtwijk
	Ajax Feyenoord PSV Elinkwijk Vitesse Twente Heracles Cambuur Willem_II Barcelona Barca Real Arsenal Manchester Liverpool Juventus
	Oranje Eredivisie Champions League Olympische Spelen WK EK Formule Tour France Idols Voice Journaal Nieuwsuur Telegraaf Volkskrant Trouw
	Parool Metro Libelle Donald_Duck Sesamstraat Nijntje RTL SBS NPO NOS Story Privé Netwerk Hart_van_Nederland Pauw Jinek
	Mavo Havo Vwo Vmbo Mbo Hbo Universiteit Hogeschool Basisschool Voorschool Groep Cito Engels Wiskunde Rekenen Taal Nederlands
	Whisky Martini Bacardi Bier Prosecco Roti Bami Nasi Kebab Döner Falafel Hummus Pizza Pilav Tajine Couscous Baklava Lahmacun Pom Saoto
	Koninkrijk Verenigd Koophandel Kamer_van_Koophandel Justitie Ministerie Openbaar Partij Forum Europeaan Europeanen Siemens
	Ok Oké Okay Nou Ja Nee Ach Tja Hallo Hoi Dag Goh Och Sorry Mevrouw Meneer U Uw Ik Wij Hij Zij Die Dat Deze De Het Een Jullie Mama Papa Oma Opa
	Mam Pap Ma Pa Dokter Juf Meester Tante Oom Amen Yes No Hè Hé Haha Hahaha Hmm Eh Uhm Ehm Euh Mm Mmm Jeetje Jezus Jeetjemina Tjonge
	Bureaucratie Wijkraad Vogels Zorg Welzijn Jongeren Ouderen Vereniging Stichting Noord Zuid Oost West Noordwest Noordoost Zuidwest Zuidoost
	Centrum Binnenstad Randstad Vinex Vinexwijk Hollander Hollanders Gooi Betuwe Veluwe Achterhoek Twente Kempen Brabants Fries Limburgs
	Dom Domtoren Domplein Vecht Rijn Maas Waal IJssel Lek Amstel Merwede Kromme Vaartse Merwedekanaal Schelde Noordzee Middellandse Zee Atlantische
	Hoog Catharijne Vredenburg Jaarbeurs Galgenwaard Overvecht-Noord Diakonessenhuis UMC Amc Vumc Radboud Tivoli Efteling
	Duinrell Artis Dierenpark Blijdorp Madurodam Rijksmuseum Carré Ahoy Arena`
);

/** Countries, parts of the world, peoples and languages. */
const lands = wordList(
	`Nederland Nederlands Nederlandse Nederlander Nederlanders Nederlandstalig Holland Hollands Hollandse België Belgisch Belgische Belg Belgen
	Vlaams Vlaamse Vlaanderen Duitsland Duits Duitse Duitser Duitsers Frankrijk Frans Franse Fransman Fransen Engeland Engels Engelse Engelsman
	Engelsen Brits Britse Schotland Ierland Iers Spanje Spaans Spaanse Spanjaard Spanjaarden Portugal Portugees Portugese Portugezen Italië
	Italiaans Italiaanse Italiaan Italianen Griekenland Grieks Griekse Griek Grieken Turkije Turks Turkse Turk Turken Koerdisch Koerdische Koerd
	Koerden Koerdistan Marokko Marokkaans Marokkaanse Marokkaan Marokkanen Rif Rifs Riffijns Berber Berbers Berberse Tamazight Tarifit Algerije
	Algerijns Algerijnse Tunesië Tunesisch Tunesische Libië Egypte Egyptisch Egyptische Egyptenaar Syrië Syrisch Syrische Syriër Syriërs Irak
	Iraaks Iraakse Irakees Irakezen Iran Iraans Iraanse Iraniër Perzisch Perzische Afghanistan Afghaans Afghaanse Afghaan Afghanen Pakistan
	Pakistaans Pakistaanse Pakistani India Indiaas Indiase Indiër Indiërs Indisch Indische Indonesië Indonesisch Indonesische Indië Molukken
	Moluks Molukse Molukker Molukkers Java Javaans Javaanse Javanen Suriname Surinaams Surinaamse Surinamer Surinamers Hindoestaans Hindoestaanse
	Hindoestaan Hindoestanen Creools Creoolse Creool Creolen Marron Marrons Sranan Sranantongo Paramaribo Nickerie Antillen Antilliaans
	Antilliaanse Antilliaan Antillianen Curaçao Curaçaos Aruba Arubaans Bonaire Saba Statia Papiaments Papiamento Dominicaans Dominicaanse Kaapverdië
	Kaapverdisch Kaapverdische Kaapverdiaan Polen Pools Poolse Pool Roemenië Roemeens Roemeense Roemeen Roemenen Bulgarije Bulgaars Bulgaarse
	Bulgaar Bulgaren Hongarije Hongaars Hongaarse Hongaar Hongaren Tsjechië Tsjechisch Slowakije Oekraïne Oekraïens Oekraïense Oekraïner Oekraïners
	Rusland Russisch Russische Rus Russen Joegoslavië Joegoslavisch Bosnië Bosnisch Bosniër Servië Servisch Kroatië Kroatisch Kosovo Albanië
	Albanees Macedonië Eritrea Eritrees Eritrese Eritreeër Eritreeërs Tigrinya Ethiopië Ethiopisch Ethiopiër Amhaars Somalië Somalisch Somalische
	Somaliër Somaliërs Soedan Soedanees Ghana Ghanees Ghanese Ghanezen Nigeria Nigeriaans Nigeriaanse Nigerianen Kenia Congo Congolees Senegal
	Kameroen Guinee Gambia Mali Angola Zuid-Afrika Afrika Afrikaans Afrikaanse Afrikaan Afrikanen Azië Aziatisch Aziatische Aziaat Amerika
	Amerikaans Amerikaanse Amerikaan Amerikanen Canada Canadees Australië Australisch Brazilië Braziliaans Mexico Colombia Venezuela Chili
	Argentinië Cuba China Chinees Chinese Chinezen Japan Japans Japanse Korea Koreaans Vietnam Vietnamees Vietnamese Thailand Thais Filipijnen
	Filipijns Filipijnse Israël Israëlisch Palestina Palestijns Palestijnse Palestijnen Gaza Libanon Libanees Jordanië Jemen Dubai Saoedi-Arabië Arabië
	Arabisch Arabische Arabier Arabieren Westers Westerse Zweden Zweeds Noorwegen Noors Denemarken Deens Finland Fins Oostenrijk Oostenrijks
	Zwitserland Zwitsers Luxemburg Nieuw-Guinea Nieuw-Zeeland Armenië Armeens Georgië Azerbeidzjan Oost-Europa Oost-Europees Oost-Europese
	Oost-Europeanen Oostblok Zuid-Europa Zuid-Amerika Midden-Oosten Balkan Latijns Latijns-Amerika Caribisch Caribische Friesland Fries Friese
	Friezen Groningen Drenthe Drents Overijssel Gelderland Gelders Flevoland Noord-Holland Zuid-Holland Zeeland Zeeuws Brabant Brabantse Brabander
	Noord-Brabant Limburg Limburgse Utrechts Utrechtse Utrechter Utrechters Amsterdams Amsterdamse Amsterdammer Amsterdammers Rotterdams
	Rotterdamse Rotterdammer Haags Haagse Hagenees`
);

/** Places: towns and villages in the Netherlands, and cities elsewhere that come up in interviews. */
const places = wordList(
	`Amsterdam Rotterdam Utrecht Eindhoven Tilburg Groningen Almere Breda Nijmegen Apeldoorn Haarlem Arnhem Enschede Amersfoort Zaandam Den_Bosch
	Den_Haag Bosch Haag 's-Hertogenbosch 's-Gravenhage Hoofddorp Zwolle Leiden Maastricht Dordrecht Zoetermeer Ede Delft Emmen Deventer Leeuwarden
	Alkmaar Venlo Sittard Geleen Heerlen Helmond Hilversum Amstelveen Hengelo Purmerend Oss Schiedam Spijkenisse Vlaardingen Gouda Veenendaal Zeist
	Nieuwegein Houten Roosendaal Hoorn Assen Lelystad Alphen Capelle Ridderkerk Barendrecht IJsselmonde Katwijk Velsen IJmuiden Beverwijk Heemskerk
	Heerenveen Drachten Sneek Hardenberg Kampen Meppel Hoogeveen Almelo Oldenzaal Doetinchem Zutphen Winterswijk Tiel Culemborg Wageningen Rhenen
	Woerden Maarssen Breukelen Vleuten Meern IJsselstein Vianen Bunnik Bilthoven Bilt Soest Soesterberg Baarn Driebergen Doorn Zeewolde
	Harderwijk Nunspeet Putten Ermelo Nijkerk Barneveld Leusden Bussum Naarden Huizen Weesp Diemen Uithoorn Aalsmeer Hillegom Lisse Noordwijk
	Wassenaar Voorburg Leidschendam Rijswijk Westland Naaldwijk Maassluis Hellevoetsluis Gorinchem Papendrecht Zwijndrecht Sliedrecht Middelburg
	Vlissingen Goes Terneuzen Bergen Zoom Etten-Leur Oosterhout Waalwijk Uden Veghel Boxtel Best Veldhoven Geldrop Valkenswaard Weert Roermond
	Kerkrade Landgraaf Brunssum Terschelling Texel Vlieland Ameland Schiermonnikoog Zandvoort Scheveningen Heerhugowaard Schagen Helder Enkhuizen
	Medemblik Volendam Edam Monnickendam Delfzijl Veendam Winschoten Stadskanaal Appingedam Franeker Harlingen Dokkum Joure Lemmer Ter_Apel Apel
	Bijlmer Bijlmermeer Osdorp Slotervaart Geuzenveld Jordaan Pijp Afrikaanderwijk Charlois Feijenoord Crooswijk Schilderswijk Transvaal Laak
	Kanaleneiland Overvecht Zuilen Lombok Hoograven Ondiep Lunetten Tuindorp Wittevrouwen Leidsche Rijn Pijlsweerd Transwijk Rivierenwijk Dichterswijk
	Voordorp Zuilense Vollenhove Batau Soesterkwartier Vechtzoom Zamenhof
	Antwerpen Brussel Gent Brugge Luik Parijs Londen Berlijn Keulen Aken Hamburg München Frankfurt Düsseldorf Dortmund Wenen Praag Warschau Krakau
	Kraków Warszawa Gdańsk Poznań Wrocław Łódź Lublin Katowice Boedapest Boekarest Sofia Moskou Kiev Kyiv Charkov Odessa Lviv Rome Milaan Napels
	Madrid Malaga Valencia Sevilla Lissabon Porto Athene Istanbul Ankara Izmir Konya Kayseri Trabzon Adana Antalya Bursa Sivas Yozgat Diyarbakir
	Gaziantep Karaman Aksaray Kırşehir Nevşehir Emirdağ Samsun Erzurum Rabat Casablanca Tanger Tetouan Nador Hoceima Oujda Berkane Marrakech Fez
	Fès Agadir Meknès Driouch Midar Tiznit Ouarzazate Damascus Aleppo Homs Hama Idlib Raqqa Daraa Deir Bagdad Basra Mosul Erbil Teheran Kabul Herat
	Kandahar Karachi Lahore Delhi Mumbai Jakarta Bandung Ambon Surabaya Asmara Keren Massawa Mogadishu Mogadishu Hargeisa Kismayo Addis Abeba
	Nairobi Khartoem Accra Kumasi Lagos Abuja Kinshasa Dakar Praia Willemstad Oranjestad Kralendijk Philipsburg Caracas Bogotá Lima Havana York
	New_York New Los Angeles Miami Toronto Sydney Peking Shanghai Hongkong Tokio Bangkok Hanoi Saigon Jeruzalem Beiroet Amman Caïro Cairo Tunis
	Algiers Tripoli`
);

export const notNames = new Set([...general, ...lands, ...places]);
export const landNames = lands;
export const placeNames = places;
