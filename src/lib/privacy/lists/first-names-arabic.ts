import { wordList } from './word-list.ts';

/** First names that are common among people of Moroccan, Berber, Syrian, Iraqi, Egyptian and other Arab descent. */
export const arabicFirstNames = wordList(
	`Aadil Abdallah Abdel Abdelaziz Abdelali Abdelfatah Abdelfattah Abdelghani Abdelhadi Abdelhafid Abdelhak Abdelhakim Abdelhalim
	Abdelhamid Abdelilah Abdeljalil Abdelkabir Abdelkader Abdelkarim Abdellah Abdellatif Abdelmajid Abdelmalek Abdelmalik
	Abdelmounim Abdelouahab Abdelouahed Abdeloihab Abderrahim Abderrahman Abderrahmane Abderrazak Abdessamad Abdeslam Abdoul
	Abdou Abed Abid Achraf Adam Adel Adham Adib Adil Adnane Ahmad Ahmed Akram Aiman Aissa Ala Alaa Allal Amar Ameer Amer Amin
	Amine Amir Ammar Amr Anass Anas Anis Anouar Anwar Aref Asad Ashraf Ayman Ayoub Ayyoub Aymane Azeddine Azedine Aziz Azzedine
	Azzouz Bader Badr Badreddine Badr-Eddine Bachir Bashar Bashir Basel Bassam Bassem Basim Benaissa Benyounes Bilal Billal
	Boubker Boubkar Boujemaa Bouchaib Brahim Chafik Chahid Chakib Chakir Chaouki Cherif Chouaib Daoud Djamel Driss Eissa El-Houssine
	Elias Elyas Essam Fadi Fadel Fahd Fahim Faisal Faissal Faycal Farid Farouk Faris Fares Faruk Fathi Fawzi Fayez Firas Fouad Fuad
	Ghali Ghassan Ghaith Habib Hachim Hadi Hafid Haitam Haitham Hakeem Hakim Halim Hamed Hamid Hamdi Hammadi Hammou Hamza Hani
	Hanif Haris Harith Hasan Hashem Hashim Hassan Hatim Hazem Hicham Hichem Hilal Hisham Hossam Houcine Houssam Houssain Houssein
	Houssine Husam Hussain Hussam Hussein Ibrahim Idriss Ihab Ilias Ilyas Ilyass Imad Imran Imrane Isa Ismael Ismail Ismaïl Issa
	Issam Iyad Jaafar Jaber Jabir Jalal Jamal Jamil Jawad Jihad Jilali Kamal Kamel Karam Karim Khaled Khalid Khalil Khaldoun
	Lahcen Lahbib Larbi Lhoussaine Lofti Lotfi Louay Luay Maher Mahdi Mahjoub Mahmoud Mahmud Majd Majid Majed Malek Malik Marouan
	Marouane Marwan Mazen Mbarek Mehdi Mimoun Mimoune Miloud Mo Mohamed Mohamad Mohammad Mohammed Mohsen Mohsin Moha Mokhtar
	Montasser Mostafa Mouad Mouhcine Mouhsine Mouloud Moulay Mounaim Mounir Mourad Moussa Moustafa Mouness Muhannad Muhammad Mujahid
	Munir Muntasir Musab Mustapha Nabil Nadeem Nader Nadim Nadir Naim Naïm Naji Najib Najim Naoufal Nasir Nasser Nassim Nawfal Nayef
	Nidal Nizar Nordin Nordine Noufal Nour Noureddine Nourdin Nouredine Nouri Obada Obaida Omar Omran Osama Othman Otman Othmane
	Ouassim Ouail Oussama Qais Qasim Rabah Rabie Rachid Radouan Radouane Rafik Raid Ramadan Rami Ramzi Rashad Rashid Rayan Rayane
	Redouan Redouane Reda Riad Riyad Ridouan Ridha Saad Saber Sabir Sadik Said Saïd Saif Salah Saleh Salem Salim Salman Sami Samir
	Samy Seif Sofian Sofiane Sofyan Soufian Soufiane Souhail Suhail Sulaiman Suleiman Soulaiman Taha Taher Taoufik Tarek Tarik Tariq
	Tawfik Tayeb Toufik Ubayda Uday Walid Waleed Wael Wail Wassim Wasim Yacine Yacoub Yahia Yahya Yasin Yaser Yasser Yassin Yassine
	Yassir Yazan Yazid Yones Younes Youness Younis Youri Youssef Yousef Youssouf Youssuf Yousri Yunes Yusef Zaid Zain Zaki Zakaria
	Zakariae Zakarya Zayd Ziad Ziyad Zineddine Zouhair Zuhair`,
	`Aaliyah Abir Abla Achouak Afaf Afra Ahlam Aicha Aïcha Aisha Aïsha Alia Aliya Alya Amal Amani Amel Amina Amira Amna Anissa Arwa
	Asil Asma Asmaa Asmae Assia Assya Atika Awatif Aya Ayah Ayat Aziza Badia Badra Bahija Basma Batoul Bouchra Boutaina Btissam
	Chadia Chahida Chahrazad Chaima Chaimae Chama Charifa Dalal Dalia Dalila Dana Dania Dina Diana Dounia Dua Doua Duaa Ebtisam
	Fadila Fadma Fadoua Fahima Faiza Farah Farida Fatiha Fatima Fatimah Fatima-Zahra Fatima-Zohra Fatimazahra Fatna Fatouma Faten
	Fattoum Fayrouz Fida Fikria Firdaous Firdaws Fouzia Fettouma Ghada Ghalia Ghazal Ghita Ghizlane Ghizlan Habiba Hadda Hadil Hafida
	Hafsa Hajar Hajer Hala Halima Hana Hanaa Hanae Hanan Hanane Hania Hasna Hasnae Hassna Hayat Heba Hiba Hikmat Hind Hoda Houda
	Houria Huda Ibtissam Ihsan Ihsane Ikram Ikrame Ilham Ilhame Imane Iman Inas Ines Inès Insaf Intissar Israa Jamila Jana Jannah
	Jihan Jihane Joumana Judi Jumana Kaltoum Kamar Karima Kaoutar Kaouthar Kawtar Kenza Khadija Khadra Khadijah Khalida Khaoula
	Kheira Lama Lamia Lamiae Lamya Lara Latifa Layal Layan Layla Leila Leïla Lilas Lina Linda Loubna Loujain Louiza Lubna Maha
	Mahjouba Maimouna Maissa Maissae Majda Malak Malika Manal Manar Mariam Marwa Maryam Maysa Mayssa Mbarka Meriam Meriem Meryam Meryem
	Mimouna Mina Mira Miriam Mona Mouna Mounia Mounira Munira Nabila Nada Nadia Nadira Naima Naïma Najat Najia Najla Najlae Najma
	Najoua Naouel Naoual Narjis Nasira Nassima Nassira Nawal Nazha Nesrine Nezha Nihad Nisrine Nisrin Nissrine Noha Nora Nour Noura
	Nur Nura Oulaya Oumaima Oumaya Oumayma Oumnia Ouafa Ouafae Ouarda Ouissal Qamar Rabab Rabha Rabia Rachida Rafia Raghad Rahima
	Rahma Raja Rajae Rana Rand Rania Ranya Rasha Rashida Rawan Reem Rihab Rim Rima Rime Rkia Roukaya Ruba Ruqaya Saadia Sabah Sabiha
	Sabira Sabrine Safa Safae Safaa Safia Safiya Sahar Saida Saïda Sakina Salima Salma Salwa Samah Samar Samia Samira Samiha Samya
	Sana Sanaa Sanae Sara Sawsan Selma Shahd Shaima Shahira Sherin Shirin Siham Sihame Sirine Soraya Souad Souhaila Soukaina Soumaya
	Soumia Suad Suha Suhad Sumaya Taghrid Tahra Tamou Taslima Tleitmas Touria Wafa Wafaa Wafae Warda Widad Wiam Wijdan Wissal
	Yakout Yamina Yamna Yara Yasmina Yasmine Yasmin Yassmina Yousra Yusra Zahia Zahra Zakia Zaina Zainab Zaynab Zhor Zhour Zina
	Zineb Ziheb Zohra Zoubida Zoulikha Zoulaikha`
);
