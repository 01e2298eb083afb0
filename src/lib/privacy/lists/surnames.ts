import { wordList } from './word-list.ts';

/** Family names that are common among people of Dutch descent, without the small words before them. */
const dutch = wordList(
	`Aalbers Aarts Abbink Adriaanse Adriaansen Akkerman Albers Alberts Andriessen Appelman Arends Arts Baars Bakker Bakkers Baas
	Barends Bartels Beekman Beek Beers Bekker Bennink Berends Berendsen Berg Bergman Bergsma Beukers Beumer Bisschop Blaauw Bloemen
	Blok Blom Boer Boersma Boekhout Bogaard Bogaerts Bolt Bomhof Bonte Boogaard Boomsma Boonstra Borst Bos Bosch Bosma Bosman Bouma
	Bouman Bouwman Braam Brand Brands Brandsma Bredero Brinkman Broekhuizen Broers Broersma Brouwer Brouwers Bruijn Bruin Bruinsma
	Brugman Buijs Burg Buurman Claassen Claes Claessens Cornelissen Cornelisse Coenen Dam Daalder Daemen Dekker Dekkers Derks 
	Dijk Dijkhuis Dijkman Dijkstra Dijkgraaf Dirks Dirksen Doorn Doornbos Douma Driessen Drost Dubbeldam Duinker Eggink Elzinga
	Engels Engelsman Evers Everts Eijk Faber Feenstra Flinterman Franken Franssen Frederiks Gelder Geerts Geurts Gerrits Gerritse
	Gerritsen Goossens Graaf Greve Groen Groenendijk Groenewegen Groeneveld Groot Haan Haar Hage Hagen Hagenaars Hamer
	Hartman Hartog Haverkamp Heemskerk Heijden Heijnen Heijmans Hekman Hendriks Hendriksen Hendrikse Hermans Hermsen Heuvel Hoekstra
	Hoek Hofman Hofstra Hoekman Hoogendoorn Hoogland Hooghiemstra Houtman Hoven Huisman Hulst Huizinga Huijbregts IJzerman Jager
	Jacobs Jacobse Jansen Jansens Janse Janssen Janssens Jansma Jong Jonge Jongman Joosten Jonkers Jonker Kamp Kamphuis Kampen
	Kemper Kempen Kersten Keizer Keijzer Klaassen Klaver Kleijn Klein Klerk Klijn Klomp Kloosterman Knol Koch Kok Koning Konings
	Koolen Kooij Kooiman Kooistra Koopman Koopmans Kooter Korver Koster Kramer Krijger Kroon Kroes Kruis Kuijpers Kuiper Kuipers
	Kuijper Lamers Lammers Langen Lange Leeuw Leeuwen Lenting Linden Linders Lucassen Maas Maassen Marinus Martens Meer Meijer Meijers
	Meijerink Meulen Meulenbelt Mertens Meurs Michels Middelkoop Mol Molen Molenaar Mulder Mulders Muller Nagel Nieuwenhuis Nieuwenhuizen
	Nijhuis Nijland Nijman Nobel Noort Noordhoek Oever Olthof Oosten Oosterhof Oosterhuis Oost Oostrom Otten Overbeek Ouden
	Peeters Peters Pieters Pietersen Pieterse Pelt Plantinga Pol Pool Poort Popma Postma Postuma Prins Prinsen Pronk Rademaker
	Ridder Riemersma Rietveld Rijk Rijken Roelofs Roelofsen Romeijn Rooij Roos Roodenburg Rutten Ruiter Sanders Schaap Scheffer Schenk
	Scheper Schepers Schipper Schippers Schmidt Schmitz Scholten Schouten Schreuder Schreurs Schut Schuurman Simons Slager Smeets Smid
	Smit Smits Smulders Snijder Snijders Snoek Spaan Sprenger Stam Steen Steenbergen Sterk Stevens Straten Strijbosch Stroo Swart Swinkels
	Teunissen Terpstra Theunissen Thijssen Thomassen Tiemens Timmer Timmerman Timmermans Tuinstra Tromp Veen Veenstra Velde Velden
	Veldhuis Veldhuizen Veldman Ven Verbeek Verboom Verbruggen Verburg Verhagen Verheijen Verhoef Verhoeven Verkerk Vermaas Vermeer
	Vermeulen Vermeij Verschuren Verschuur Versteeg Verstraten Verweij Vink Visscher Visser Vissers Vliet Vlietstra Vogel Vogels Voorn
	Voort Vos Vries Vroom Waal Wagenaar Walstra Weerd Weijers Werf Wessels Westerhof Westra Wever Wiersma Wierda Wijk Wijnen Wilde
	Willems Willemsen Willemse Winkel Winter Witte Wit Wolters Wolf Wolff Wouters Zanden Zandstra Zijlstra Zonneveld Zwaan Zwart Zweers`
);

/** Family names that are common among people of Turkish, Moroccan and other Arab descent. */
const turkishAndArabic = wordList(
	`Acar Akbaş Akbulut Akdağ Akgül Akın Akkaya Aksoy Aksu Aktaş Albayrak Alkan Altın Altun Arslan Aslan Ateş Avcı Ayaz Aydemir Aydın
	Aydoğan Bakır Balcı Başaran Bayrak Bayraktar Bektaş Bilgin Bozkurt Bulut Can Cengiz Ceylan Coşkun Çakır Çakmak Çelik Çetin Çetinkaya
	Çiçek Çiftçi Çınar Çoban Çolak Demir Demirci Demirel Demirtaş Deniz Dinç Doğan Durmaz Duman Duran Ekinci Erdem Erdoğan Eren Ergin
	Ergün Erol Ersoy Ertürk Genç Gök Gökçe Göksu Gül Güler Gültekin Gümüş Gündoğan Gündüz Güneş Güngör Gürbüz Güven Işık İnce Kahraman
	Kaplan Kara Karabulut Karaca Karadağ Karaduman Karahan Karakaya Karakuş Karaman Karataş Kartal Kaya Keskin Kılıç Kılınç Koç Koca
	Korkmaz Köse Kurt Kuş Küçük Orhan Oral Öner Önal Özcan Özdemir Özer Özgür Özkan Özmen Öztürk Özyurt Pektaş Polat Sağlam Sarı
	Şahin Şen Şener Şentürk Şimşek Soylu Sönmez Taş Taşdemir Tekin Temel Tok Topal Toprak Tosun Tuna Tunç Turan Türk Türkmen Uçar
	Uğur Uysal Uyar Uzun Ünal Ünlü Yalçın Yaman Yavuz Yıldırım Yıldız Yılmaz Yiğit Yüce Yücel Yüksel Zengin`,
	`Aarab Abbas Abbassi Abdellaoui Abdi Abdullah Aboutaleb Abouyaala Achahboun Achbar Afkir Ahmadi Ahmed Ahmidouch Aissati Ajouaou
	Akhrif Akkouh Alami Alaoui Alhaddad Alhamad Alhussein Ali Allali Almasri Amhaouch Amrani Amraoui Aouad Arbaoui Arrahmouni Asante
	Ayachi Azaoum Azouagh Azzouzi Bachiri Badri Bakkali Bakali Baroudi Belhaj Belkacem Belkadi Benabdellah Benali Benamar Benaissa
	Benhammou Benjelloun Benkaddour Benmoussa Bennani Benomar Bensaid Bensalah Bensalem Benyahya Berkane Bouali Bouazza
	Bouazzati Boubkari Bouchibti Bouchrit Boudhan Boudjdid Boufrach Bouhaddou Bouhali Boukhari Boukhris Boukadid Boulahrouz Boulahfa
	Boulaich Bouras Bourass Boutaher Bouyafa Bouzambou Chaib Chaara Chakir Chaouat Chaouch Chaoui Charif Cherkaoui Cherribi Choukri
	Daoudi Darwich Darwish Dahmani Dibi Douiri Essabar Ezzahti Ezzerouali Faouzi Farhat Fathi Fassi Ghazi Habbou Hachchouch Hachimi
	Haddad Haddou Haddouch Haidar Hajji Hajjaji Hamdaoui Hamdi Hamidi Hammouda Hammouch Hammoudi Harrak Hassan Hassani Hassouni Houari
	Hussein Ibrahim Ibrahimi Idrissi Ismaili Issa Jabri Jaddi Jamal Jebbari Kaddouri Kaddour Kadi Kadiri Kassem Khalifa Khalil Khattabi
	Khayat Laachir Laarbi Laaroussi Lachhab Lahlali Lahrichi Lamrabet Larbi Latif Maaroufi Madani Mahdaoui Mahmoud Makhloufi Mansour Mansouri
	Marzouki Masri Mazouz Mejjati Mernissi Messaoudi Mimouni Mohamed Mohammadi Mokhtari Morabet Moukhtar Moussaoui Moussaten Mustafa Najib
	Nasiri Nasser Ouali Ouahabi Ouaddouh Ouahbi Oualad Ouaziz Ouchan Oudihi Oulad Ouled Oukili Rahmouni Rahmani Rahimi Ramdani Rabbae Rifi
	Saadi Sabri Sabbagh Saidi Saïdi Salah Salem Salhi Sahraoui Slimani Soltani Soufi Tahiri Talbi Taouil Tazi Touil Touzani Yaakoubi
	Yahyaoui Yousfi Youssef Zahraoui Zaidi Zaoui Zerouali Zeroual Zian Ziani Zouhair Zouggagh`
);

/** Family names that are common among people from Suriname, Indonesia, the Antilles, Poland, the Horn of Africa and elsewhere. */
const fromElsewhere = wordList(
	`Abhelakh Adhin Alibaks Amatali Amelo Autar Baboeram Bachoe Badal Badloe Baldewsingh Ballgobind Balraadjsing Bansie Belfor Bharos
	Bhagwandin Bhikhie Biharie Bihari Bisoen Bisessar Bissumbhar Boedhoe Boedhram Boerleider Brewster Chandoe Chin-A-Sen Codrington
	Dalloesingh Darson Debipersad Dihal Dilrosun Djasmadi Doerga Doorson Emanuelson Essed Gajadin Gangadien Gangaram Ganga Ganpat Girjasing
	Gobardhan Goedhoop Gopal Hanoeman Harkisoen Hiwat Hindori Hoost Jagernath Jagroep Jaggernath Jhinkoe Jadnanansing Kalloe Kalpoe
	Kalicharan Kanhai Karijodikromo Kartosen Kartodikromo Kensmil Khedoe Kisoen Kolf Kromodikoro Landveld Lachman
	Lachmising Lalta Mahabier Mahabir Mangal Mangroo Mahesh Matai Mohan Mohabir Mohamedhoesein Mungra Nandpersad Nannan Oedit Oemar
	Oemrawsingh Orie Panday Parabirsing Parbhoe Pahalad Pinas Pocorni Pool Poeran Persaud Raghoebarsing Raghoebir Raghosing Rambaran
	Ramautar Ramadhin Ramcharan Ramdajal Ramdas Ramdhani Ramdin Ramjiawan Ramkhelawan Ramlal Ramnath Rampersad Rampersadsing Ramsaran
	Ramsoekh Randjietsingh Ritfeld Ritveld Rozenblad Sabajo Samson Santokhi Sardjoe Sedney Seedorf Sewdien Sewgobind Sewnath Sharma
	Singh Sital Soekarno Soekhai Soekhlal Soekhoe Sohansingh Somohardjo Sordjo Sowirono Sukhraj Tamsiran Tewarie Tjon Tjin Udenhout
	Venetiaan Vreden Wijdenbosch Wirjosentono Wongsodikromo Wijntuin`,
	`Anakotta Alfons Ferdinandus Hehanussa Huwae Kainama Latuheru Latumahina Lawalata Leatemia Lekatompessy Lopulalan Louhenapessy
	Maatita Mailoa Malawau Manuhutu Manuputty Manusama Matulessy Matulessia Metiary Pattiasina Pattinama Patty Pattipeilohy Pelupessy
	Picauly Salakory Sahetapy Sapulete Siwalette Sahertian Soumokil Tahapary Tahitu Tamaela Tanamal Tehupuring Thenu Titaley Tuhumury
	Tuanakotta Tutuarima Wattimena Wattimury Anthony Albertus Bernadina Booi Bonevacia Croes Cijntje Daal Doran Eisden Emers Eustatia
	Geerman Godett Hooi Isenia Janga Kelly Koolman Kock Leito Liberia Maduro Martina Martis Martha Mercelina Nicolaas Odor Oduber
	Paulina Petronia Pieternella Pietersz Pourier Profas Provence Ras Rosaria Rosalia Ruiz Sambo Schoop Semeleer Sulvaran Tromp Trinidad
	Tweeboom Wever Werleman Winklaar Wout Zimmerman`,
	`Adamczyk Adamska Adamski Baran Bąk Błaszczyk Borkowska Borkowski Cieślak Czarnecka Czarnecki Dąbrowska Dąbrowski Duda Dudek Gajewska
	Gajewski Głowacka Głowacki Górska Górski Grabowska Grabowski Jabłońska Jabłoński Jankowska Jankowski Jasińska Jasiński Jaworska Jaworski
	Kaczmarek Kaczmarczyk Kamińska Kamiński Kowalczyk Kowalska Kowalski Kozłowska Kozłowski Krajewska Krajewski Kalinowska Kalinowski Król
	Krawczyk Kubiak Kucharska Kucharski Kwiatkowska Kwiatkowski Lewandowska Lewandowski Lis Maciejewska Maciejewski Majewska Majewski
	Malinowska Malinowski Mazur Mazurek Michalak Michalska Michalski Nowak Nowakowska Nowakowski Nowicka Nowicki Olszewska Olszewski
	Ostrowska Ostrowski Pawlak Pawłowska Pawłowski Pietrzak Piotrowska Piotrowski Przybylska Przybylski Rutkowska Rutkowski Sadowska
	Sadowski Sawicka Sawicki Sikora Sikorska Sikorski Sobczak Sokołowska Sokołowski Stępień Szczepańska Szczepański Szewczyk Szulc
	Szymańska Szymański Szymczak Tomaszewska Tomaszewski Urbańska Urbański Walczak Wasilewska Wasilewski Wieczorek Wilk Wiśniewska
	Wiśniewski Witkowska Witkowski Włodarczyk Wojciechowska Wojciechowski Wojcik Wójcik Woźniak Wróbel Wróblewska Wróblewski Wysocka Wysocki
	Zając Zakrzewska Zakrzewski Zalewska Zalewski Zawadzka Zawadzki Zielińska Zieliński Ivanov Ivanova Dimitrov Dimitrova Georgiev
	Georgieva Petrov Petrova Popescu Popa Ionescu Dumitru Kovalenko Shevchenko Bondarenko Tkachenko Hodžić Petrović Jovanović Nikolić`,
	`Abebe Abraha Afewerki Andemariam Araya Asfaha Berhe Berhane Gebremariam Gebremedhin Gebremeskel Gebreselassie Gebru Ghebreab Ghebremichael
	Ghebru Girmay Habte Habtemariam Hagos Haile Hailu Kahsay Kidane Kiflay Mehari Mehretab Negash Negasi Okubay Tekle Teklemariam Tesfamariam
	Tesfazghi Tewolde Tsegay Weldemichael Woldu Woldeyesus Zerai Abdirahman Abdullahi Aden Dahir Diriye Elmi Farah Guled Hirsi Jama Mohamud
	Mahamud Nur Omar Osman Roble Samatar Sheikh Warsame Yusuf Appiah Asamoah Adjei Agyeman Amoah Ampofo Antwi Boateng Danso Darko Frimpong
	Mensah Osei Owusu Okafor Okonkwo Adeyemi Diallo Diop Camara Bah Barry Sow Traoré Touré Koné Nguyen Tran Pham Huynh Wong Chan Cheung Chen
	Zhang Huang Liu Zhou Khan Hussain Malik Iqbal Akhtar Choudhury Patel Kaur Rodrigues Fernandes Gonçalves Lopes Pereira Ferreira Monteiro
	Tavares Silva Santos García González Rodríguez Martínez Hernández López Pérez Sánchez Ramírez Torres`
);

export const surnames = new Set([...dutch, ...turkishAndArabic, ...fromElsewhere]);
