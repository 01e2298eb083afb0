import { wordList } from './word-list.ts';

/** First names that are common among Hindustani, Creole and Javanese people from Suriname, and among people from the Antilles. */
export const surinameseFirstNames = wordList(
	`Aarti Aartie Ajay Ajai Amrish Amrita Anand Anil Anita Anjali Anoesha Anoushka Aniel Aroen Artie Aroena Arun Aruna Asha
	Ashna Ashwin Ashwien Avinash Bhagwan Bharat Bharti Bhaskar Biswanath Bishnu Bisoendath Chander Chandra Chandrika Chandni
	Chitra Chitrakha Dewanand Dewi Dewika Dewkoemar Dewnarain Dharmvir Dinesh Djaienti Djoti Djawala Farzana Ganesh Geeta
	Gieta Giwan Govind Harrie Hardjeet Haripersad Hemant Indra Indradj Indrani Ishwar Iswardat Jagdish Jainarain Jaswant
	Jaya Jayant Jitendra Jyoti Kamla Kamala Kamini Karan Kavita Kawita Kiran Kirtie Kishan Kishore Koemar Krishan Krishna
	Kumar Lalita Lalitha Lakshmi Laksmi Leela Madhavi Mahesh Mahinder Malti Manisha Maniesha Meena Mohan Mohini Moelchan
	Monisha Nalini Narain Naresh Narinder Naushad Nirmala Niermala Nisha Niesha Omprakash Pawan Padma Parvati Pooja Prakash
	Pradeep Pradip Pratap Pravien Praveen Prem Priya Priyanka Radha Radhika Radj Radjen Radjesh Radjin Radjkoemar Radjindre
	Raj Rajen Rajesh Rajinder Rakesh Ram Ramdath Ramesh Ranjana Ranjeet Ranjit Rashmi Ravi Ravin Ravish Rekha Rishi Ritesh
	Rohan Rohit Roshan Roshni Sabita Sachin Sandhia Sandhya Sandjai Sandjay Sanjay Santosh Sapna Sarita Saroj Sarwan Satish
	Satya Savita Sawitri Seema Shailesh Shanta Shanti Shakuntala Sharda Sharmila Sharmiela Shashi Sheela Shiela Shiva Shivani
	Shobha Shyam Sita Soebhas Soedesh Soenil Soeresh Soerdj Soesila Soemitra Soenita Soerya Sonu Subhas Sudesh Suman Sumitra
	Sunil Suniel Sunita Suraj Suresh Surya Sushila Sushma Tara Uma Umesh Urmila Usha Varsha Veena Vidya Vijay Vikash Vinay
	Vinod Vishal Vishnu Viresh Warsha Wiedjai Winod Wishnu Yogita Yasmien`,
	`Boedi Darsono Harjono Hardjo Kasan Kasijem Kartini Ngadiman Ngatinem Ngatijem Painem Paidjan Paiman Poniman Ponidjem
	Ramin Sadinem Salimin Saminem Samidin Sarinem Sartini Sari Slamet Soekardi Soekinem Soeparman Soeratno Soerjani Soetinah
	Soemini Soeminah Soewarto Sri Srie Wagimin Wagiman Waginem Wasinem Wati Wonny Yanto`,
	`Anton Armand Astrid Baldew Brian Clarence Clifton Clyde Cyril Delano Denzel Desi Diego Dwight Edmund Eldridge Eugene
	Errol Eugenie Eveline Faizel Ferdinand Franklin Fred Frits Garrel Gilbert Gilda Glenda Glenn Gracia Gregory Guillermo
	Hesdy Hugo Humphrey Imro Iwan Jerrel Jerry Jermaine Jules Juliën Kenneth Kenrick Lesley Lloyd Lucretia Ludwig Lygia
	Marlon Marvin Maureen Melvin Merlin Muriel Noraly Orlando Orpheus Otmar Percy Purcy Quincy Raynel Reginald Regillio
	Remy Rignald Rinaldo Roché Roel Romeo Romano Ronny Roy Rubia Ruben Shaniqua Sherida Sherwin Sherlock Stanley Sylvana
	Urmie Urwin Usha Waldo Wensley Wilgo Winston Xaviera Yvonne`,
	`Angelo Anselmo Ashley Carmelita Charlton Churandy Clarissa Daysi Dariënne Edwina Elton Emilio Ethline Etienne Euson
	Farienne Filomena Francis Gerson Giandro Gilmar Hensley Hubertina Ingemar Irvin Jairzinho Jandino Jean-Pierre Jeandro
	Jonathan Joël Juancho Jurendy Jurensley Kenza Kimara Kirindongo Leroy Lionel Lisandro Luciano Ludmila Lurdes Luthgarda
	Maribel Marelva Marvelyne Maryse Mayra Migdalia Mirto Miguel Nelly Nilo Norka Norwin Oswaldo Papito Quinsy Raisa Ramiro
	Raymundo Rigoberto Rishantely Rosalia Rosario Rudsel Rudmila Rugena Ruthmila Ruthsella Shahaira Shurendy Shakira
	Shanaya Sharlon Sharlyne Shurandy Sulaika Suzaida Suzette Tanisha Tiffany Vianca Vidal Virgilio Wendolyn Xiomara Xiomar
	Yanira Yulanda Zulaika Zuleika Zulema`
);
