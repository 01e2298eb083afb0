import { wordList } from './word-list.ts';

/** First names from elsewhere, and those that parents in the Netherlands chose of late. */
export const otherFirstNames = wordList(
	`Abby Aiden Alyssa Amelie Amelia Arya Ashanti Ashley Ava Ayden Beyoncé Bo Boaz Boyd Brooklyn Bradley Brandy Brian Brooke
	Calvin Cameron Carter Chanel Chantal Chantalle Chayenne Cheyenne Chelsey Chelsea Chloe Chloë Clay Colin Connor Curtis
	Damon Darren Darryl Davi Dani Davin Deacon Dean Derek Devin Devon Dex Dexter Dion Dina Djayden Djuna Dominic Don Donny Donovan
	Duncan Dwayne Dylana Dyllan Eden Elin Elodie Elia Elijah Eliza Ethan Evan Evelyne Evie Evy Fay Féline Feline Feline
	Fenne Filip Filou Finn Fynn Fos Gaby Gavin Gioia Giovanni Giovanna Gloria Guusje Hailey Hunter Hugo Imani Indy Isabeau Ivy
	Ize Jace Jack Jackson Jada Jaden Jairo Jake James Jani Jaylano Jaylinn Jayson Jaylen Jazz Jelte Jens Jeremy Jesper Jimi
	Joa Joanna Jordan Jorden Josh Josephine Joy Julien Jurre Kayleigh Kayden Keano Keanu Keira Kenji Kian Kiara Kick Kjell
	Kyan Kyano Kyle Kylie Kym Lauryn Leia Len Lenn Lenthe Levano Leyton Lex Lieve Lilou Lio Lisa-Marie Livia Liyah Lizzie
	Lizzy Loek Logan Lou Luan Lucan Luca Luka Luna Lux Lyam Lyla Macy Mack Mae Maes Maeve Manou Mason Mats Maxime Mays Megan Melody
	Mex Mick Mikai Mikky Milana Milano Milo Miley Moos Morris Nadi Nash Nathaniel Naud Nena Nenah Neve Niene Nikki Nikkie Nina
	Nola Nomi Nore Norah Nova Novi Odin Olav Olivier Omer Owen Owin Phileine Philine Pippa Pixie Quinn Quinty Raff Rafael
	Rayen Rick Riley Roan Robyn Rocky Rodney Rogier Romeé Romijn Roxanne Roxy Ryan Ryder Sacha Saff Sara-Lynn Savannah Sev
	Senn Senna Shae Shane Shania Sharona Shauni Shawn Sidney Siem Sienna Silas Skyler Sky Sofie Soof Spike Stacey Stacy Steve
	Stevie Storm Svea Summer Sydney Tess Teddie Tieme Tijl Tobin Tristan Ty Tygo Tyler Tyrell Tyrone Vajèn Valentino Vik Vince
	Vinz Wende Willow Wolf Xavi Xavier Xenna Yara Yfke Yinthe Yuna Zaya Zeb Zion Zoey Zoë`,
	`Aleid Alfons Alfred Alphons Amadeus Ambrosius Apolonia Arianne Augustinus Benedictus Bernardus Bonifacius Caecilia Christianus
	Clasina Dingeman Dirkje Everdina Everhardus Fredericus Geertrui Gerardina Gijsberta Gerritdina Hendrina Hubertus Huberta
	Ignatius Jacomina Jannigje Jozef Kornelis Leonie Lijsbeth Lubbert Maarten Machteld Neeltje Petrus Philomena Pieternella
	Sijtje Stijntje Teunisje Theodorus Toontje Trijnie Wijntje Willempje Zwaantje Bertje Corrie Daatje Dientje Fietje
	Gerritje Geesje Greetje Heintje Hennie Jopie Jantje Keesie Koosje Leentje Lenie Mietje Mina Pietje Riekie Roosje Sientje
	Stientje Teuntje Tonia Toosje Wimpie`,
	`Ahmad-Shah Ajmal Arezo Arezou Ariana Azadeh Babak Bahram Behnam Behrouz Behzad Dariush Ehsan Fahima Farhad Fariba Farid
	Farzad Farzaneh Fereshteh Golnaz Hamed Homa Jawed Kambiz Kaveh Laila Latif Mahnaz Majid Maliha Mansour Maryam Masoud Massoud
	Mehran Mina Mitra Mohsen Mojgan Naser Nasim Nasrin Nazanin Niloufar Nilofar Omid Parisa Parisa Parvin Payam Ramin Reza Roya
	Sahar Samira Shabnam Shahla Shahram Shirin Siavash Simin Sohrab Soraya Wahid Zabihullah Zarmina Zohal`,
	`Alejandra Alejandro Alessandra Alessandro Alfonso Alvaro Antonella Beatriz Camila Carlos Catarina Diego Eduardo Enrique
	Esteban Federica Felipe Fernanda Fernando Francesca Francesco Gabriela Giulia Giuseppe Gonçalo Guadalupe Ignacio Inês Isabela
	Javier João Jorge José Juan Juana Juliana Leandro Leonardo Lorena Lorenzo Lourdes Lucía Luigi Luis Luisa Manolo Marcela Marcelo
	Mariana Mario Marisol Marta Mateo Matteo Mauricio Miguel Paola Paolo Pablo Patrícia Pedro Rafael Raquel Renata Ricardo Roberto
	Rodrigo Rosa Salvador Salvatore Santiago Sergio Silvana Sofía Susana Teresa Thiago Valeria Vicente Vittorio Ximena`,
	`Anh Bao Binh Chi Chau Cuong Duc Dung Giang Hai Hien Hoa Hoang Huong Huyen Khanh Lan Linh Long Mai Minh Nam Ngoc Nguyen Nhung
	Phuong Quang Quynh Thanh Thao Thi Thuy Trang Trinh Tuan Tuyet Van-Anh Xuan Chen Fang Feng Hui Jian Jing Jun Lei Lin Ling Mei-Ling
	Ming Ning Ping Qiang Tao Ting Wei Wen Xiao Xiaoli Yan Yang Ying Yong Yu Zhang Zhen Aiko Akira Hiroshi Kenji Naoko Sakura Yuki
	Aadhya Aarav Abhishek Aditya Amit Ananya Ankit Arjun Deepa Deepak Gurpreet Harpreet Jasmeet Lakshman Neha Nikhil Pankaj Pooja
	Rahul Rajiv Ritu Sandeep Shreya Siddharth Swati Vikram Vivek Fauzia Iqbal Nasreen Rukhsana Tahira Zulfiqar Dewi Endang Agus
	Bambang Budi Eko Hartono Indah Joko Ketut Made Ningsih Putri Rini Siti Sukarno Sulastri Tri Wahyu Yanti Otto`
);
