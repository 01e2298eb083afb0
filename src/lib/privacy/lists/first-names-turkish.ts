import { wordList } from './word-list.ts';

/** First names that are common among people of Turkish and Kurdish descent. */
export const turkishFirstNames = wordList(
	`Abdullah Abdurrahman Adem Adnan Ahmet Akın Alican Ali Alp Alper Altan Alperen Anıl Arda Arif Arslan Asım Aslan Ata Atakan
	Atilla Attila Ayberk Aydın Aykut Aytaç Aziz Baran Barış Batuhan Baki Bayram Bedirhan Behçet Bekir Berat Berk Berkay Berkant
	Bilal Birol Bora Buğra Bülent Burak Burhan Can Caner Celal Celil Cem Cemal Cemil Cengiz Cenk Ceyhun Cihan Cihat Coşkun
	Cumali Cüneyt Çağatay Çağlar Çağrı Çetin Davut Deniz Dersim Devran Devrim Doğan Doğukan Durmuş Durali Ediz Efe Ekrem Emin
	Emir Emirhan Emrah Emre Emrullah Enes Engin Enver Ercan Erdal Erdem Erdinç Erdoğan Eren Erhan Erkan Erol Ersin Ertan
	Ertuğrul Evren Eyüp Fahri Faik Faruk Fatih Ferdi Ferhat Feridun Fevzi Fikret Fırat Fuat Furkan Galip Gökhan Gökmen Güven
	Habip Hacı Hakan Haki Halil Halit Haluk Hamdi Hamit Hamza Harun Hasan Hayri Haydar Hikmet Hilmi Hüseyin Hüsnü İbrahim
	İdris İhsan İlhan İlker İlyas İsa İshak İskender İsmail İsmet İzzet Kaan Kadir Kazım Kemal Kenan Kerem Kerim Koray Kutay
	Kürşat Levent Lokman Lütfü Mahir Mahmut Mehmet Mert Mesut Mete Metehan Metin Mevlüt Mikail Muammer Muharrem Muhammet
	Muhammed Muhittin Muhsin Murat Musa Mustafa Muzaffer Mükremin Münir Nazım Necati Necdet Necmettin Nihat Nuh Nurettin Nuri
	Oğuz Oğuzhan Okan Okay Oktay Olcay Onur Orhan Osman Ozan Ömer Ömür Önder Özcan Özgür Özkan Polat Rahmi Ramazan Rasim
	Recep Refik Rıdvan Rıza Ruhi Rüstem Sabri Sadık Safa Salih Sami Samet Savaş Sedat Sefa Selahattin Selami Selçuk Selim
	Semih Serdal Serdar Serhat Serkan Sertaç Seyfi Seyit Sezai Sezer Sezgin Sinan Soner Suat Süleyman Şaban Şahin Şaban Şakir
	Şener Şenol Şerif Şükrü Tahir Tahsin Talha Tamer Taner Tarık Tarkan Tayfun Taylan Tayyip Teoman Tolga Tufan Tuğrul Tuncay
	Turan Turgay Turgut Türker Ufuk Uğur Umut Ünal Ümit Vedat Veli Veysel Volkan Yahya Yakup Yalçın Yaşar Yasin Yavuz Yiğit
	Yıldıray Yılmaz Yunus Yusuf Yücel Yüksel Zafer Zeki Zekeriya Ziya`,
	`Afet Ahu Alev Aliye Arzu Aslı Aslıhan Asiye Asuman Asya Aybüke Ayfer Aygül Ayla Aylin Aynur Ayse Ayşe Ayşegül Ayşen
	Ayşenur Ayten Azize Azra Bahar Bahriye Banu Başak Belgin Belkıs Belma Beren Berfin Beril Berna Berivan Betül Beyza Bilge
	Birgül Birsen Buket Burcu Büşra Canan Canan Cansu Cemile Cennet Ceren Ceyda Ceylan Çiğdem Çiçek Damla Defne Demet Derya
	Devrim Didem Dilan Dilara Dilek Döndü Döne Döndü Dürdane Ebru Ece Ecrin Edanur Eda Elanur Elif Elmas Emel Emine Esen Eser
	Esin Esma Esra Evin Eylem Eylül Fadime Fahriye Fatma Fatmagül Fatoş Ferda Ferdane Feride Feriha Figen Fidan Filiz Firdevs
	Funda Füsun Gamze Gizem Gonca Gönül Gözde Gül Gülay Gülbahar Gülcan Gülçin Gülden Gülhan Gülistan Güllü Gülnur Gülperi
	Gülsen Gülseren Gülsüm Gülşah Gülşen Gülten Günay Güler Güneş Güldane Habibe Hacer Hafize Halide Halime Hamide Hande
	Handan Hanife Hatice Hatun Havva Hayriye Hazal Hediye Hilal Hülya Hümeyra Hürriyet Iclal Ilknur İlknur İnci İpek Irmak
	İrem Jale Kader Kadriye Keziban Kezban Kevser Kıymet Kübra Lale Leyla Lütfiye Makbule Medine Mediha Mehtap Melahat Melda
	Melek Meliha Melike Melis Meltem Merve Meryem Mine Müge Müjde Mukaddes Münevver Mürüvvet Müzeyyen Nagihan Nalan Naciye
	Nazan Nazife Nazlı Nazmiye Nebahat Necla Nergis Nermin Neslihan Nesrin Neşe Nevin Nevriye Nezahat Nigar Nihal Nil Nilay
	Nilgün Nilüfer Nimet Nuran Nuray Nurcan Nurdan Nurgül Nurhan Nuriye Nursel Nurten Oya Öykü Özden Özge Özgül Özlem Pelin
	Perihan Pervin Pınar Rabia Rahime Raziye Remziye Reyhan Rojda Rojin Rukiye Saadet Sabiha Sabriye Safiye Saliha Satı Seda
	Sedef Sebahat Seher Selcan Selda Selin Selma Selva Sema Semiha Semra Senem Serap Seray Serpil Sevda Sevgi Sevgül Sevil
	Sevilay Sevim Sevinç Seyhan Sibel Sıla Simge Songül Suna Sultan Sunay Suzan Şadiye Şehriban Şengül Şenay Şerife Şermin
	Şeyma Şirin Şule Şükran Şükriye Tuba Tuğba Tuğçe Tülay Tülin Türkan Türkay Ulviye Ümmü Ümmühan Ümran Vildan Yağmur
	Yasemin Yaprak Yeliz Yeşim Yeter Yıldız Yonca Yurdagül Zahide Zehra Zekiye Zeliha Zeynep Zeynel Zinnet Zübeyde Züleyha
	Zümrüt`
);
