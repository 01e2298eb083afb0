import { wordList } from './word-list.ts';

/** First names that are common among people from Eritrea, Ethiopia, Somalia, Sudan, Ghana, Nigeria, Congo and Cape Verde. */
export const africanFirstNames = wordList(
	`Abeba Abebe Abel Abraha Abrehet Adhanom Adiam Aklilu Akberet Alem Alemseged Almaz Amanuel Amanuiel Amleset Araia Asmelash
	Asmeret Aster Awet Azeb Bereket Berhane Beyene Biniam Binyam Bisrat Bruk Dawit Daniat Dehab Dejen Desta Ephrem Ermias Eyob
	Fikadu Filimon Filmon Fitsum Fiyori Fre Freweini Frewoini Genet Gebre Gebremeskel Gebrehiwot Gebremedhin Ghebremeskel Girmay
	Habtom Haben Hadas Haile Hailemariam Hana Helen Henok Hermela Hermon Isaias Isayas Kidane Kidan Kibrom Kibreab Kiflom Kokob
	Lemlem Letebrhan Letekidan Liya Luwam Mahlet Makda Medhanie Medhin Mebrahtu Mehari Mehret Merhawi Meron Mesfin Meseret Meski
	Mikal Mihret Milkias Million Mulugeta Mulu Nahom Natnael Negassi Negash Noel Okbay Rahel Rahwa Robel Rodas Ruta Saba Samrawit
	Selam Selamawit Semere Senait Senayt Shewit Simret Solomon Suzana Tadese Tekle Temesgen Tesfai Tesfay Tesfaye Tesfalem
	Tewelde Tigist Tirhas Tsegay Tsegereda Tsehay Tsige Winta Wegahta Weldu Yafet Yared Yemane Yodit Yohannes Yonas Yonatan
	Yordanos Yosief Zaid Zekarias Zenebech Zeray Zewdi`,
	`Abdi Abdiaziz Abdifatah Abdihakim Abdikarim Abdillahi Abdinasir Abdirahman Abdirashid Abdirizak Abdisalam Abdiwali Abdullahi
	Abshir Abukar Abyan Aden Ahado Amina Amran Anab Anisa Asad Asha Asli Awale Ayaan Ayan Barre Bashiir Bile Bishar Bishaaro Burhaan
	Cabdi Daahir Dahabo Dahir Deeqa Deqa Dirie Elmi Faadumo Faduma Fadumo Faiza Farah Farhan Farhiya Farxiya Fartun Fowsia Fowziya
	Garad Geedi Guled Gutale Habon Halimo Hamdi Hassan Hawa Hawo Hibaq Hibo Hodan Hodo Hooyo Hussein Idil Idman Ifrah Ikran Iftin Ilhan
	Isse Jama Jamac Jibril Kadra Khadra Khadro Kowsar Ladan Liban Maryan Maxamed Maymuna Mohamud Mowlid Mulki Muna Nasteho Nasro
	Najmo Nimco Nimo Osob Qamar Rahmo Roble Saado Safiyo Sahal Sahra Sahro Samatar Samsam Shamso Shukri Siciid Sirad Suleekha Suleiman
	Ubah Warsan Warsame Xaawo Yasin Yurub Yusuf Zahra`,
	`Abena Abiodun Adama Ade Adebayo Adjoa Adwoa Afia Akosua Akua Akwasi Ama Amadou Aminata Ayodele Babatunde Blessing Boateng
	Bukola Chidi Chidinma Chioma Chukwu Comfort Doreen Ebenezer Ebo Efua Ekow Emeka Emmanuel Esi Fatou Fatoumata Femi Folake
	Funke Gifty Godfrey Ibrahima Ifeoma Ikenna Issouf Ivone Kofi Kojo Kouassi Kwabena Kwadwo Kwaku Kwame Kwasi Kweku Maimuna Mamadou
	Mariama Moussa Mawuli Ngozi Nkechi Nana Nii Obinna Olu Olumide Oluwaseun Oumar Ousmane Patience Precious Prosper Salimata
	Seydou Sekou Sunday Tunde Uche Yaa Yaw Yemi Yinka Zainabu Djamila Djenabou Dieudonné Espérance Josué Lumumba Mbuyi Ngalula
	Nsimba Tshala Adilson Arlindo Armindo Benvinda Celeste Dulce Eneida Evanilda Ildo Joana Joaquim José Manuel Natalino Nelson
	Nuno Osvaldo Zeferino`
);
