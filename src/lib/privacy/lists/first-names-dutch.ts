import { wordList } from './word-list.ts';

/** First names that are common among people of Dutch and Frisian descent, old and young; also short forms. */
export const dutchFirstNames = wordList(
	`Bas Bent Bo Boy Door Elke Els Engel Ernst Fee Hein Jasmijn Jip Lente Lief Linde Lot Mees Mei Merel Pip Puck Roos Rozemarijn Ster Sterre
	Storm Wolf`,
	`Aad Aafje Aagje Aaltje Aart Abel Abraham Ada Adam Adri Adriaan Adriana Adrie Afke Agatha Agnes Aimée Albert Alberta Alberto
	Albertus Alda Aldert Alex Alexander Alexandra Alice Alicia Alida Alie Alies Allard Alwin Alwine Amanda Amber Amy Andrea
	Andreas Andries André Andrea Andy Anette Angela Angelina Angelique Angélique Anita Anja Anke Ankie Anna Annabel Anne
	Annebel Anneke Annelies Annelieke Anneloes Annemarie Annemarijn Annemiek Annemieke Annet Annette Annie Annika Annerieke
	Anniek Anouk Anouschka Anthony Antje Antoinette Anton Antonia Antonie Antonius Antoon Ard Arend Arent Ariane Arie Ariën
	Arjan Arjen Arjenne Arnaud Arno Arnold Arnoud Arnout Arthur Arwen Astrid Aukje Auke Aurelia Axel`,
	`Baldwin Barbara Barend Barry Bart Bartel Bartje Barthold Bastiaan Bastian Bea Beatrice Beatrix Beau Beitske Ben Benjamin
	Benno Benny Benthe Berber Berend Bernadet Bernadette Bernard Bernd Bernhard Bernice Bernt Bert Berta Berthe Bertha Berthold
	Bertie Bertine Bertus Bep Bianca Bibi Bieke Bjorn Björn Bob Bobby Bonnie Boris Boudewijn Bouke Bram Brammert Brandon Brecht
	Brenda Brent Brigitte Brit Britt Britte Bruno Bryan Carel Carin Carina Carine Carl Carla Carlijn Carlo Carly Carmen
	Carola Carolien Caroline Cas Caspar Casper Catharina Catherine Cathy Cato Cees Celine Céline Chantal Charel Charles Charlie
	Charlot Charlotte Chiel Chris Chrissie Christa Christel Christiaan Christian Christien Christina Christine Christoffel
	Cindy Claar Claartje Claire Clara Claudia Clemens Cobie Coby Coen Coenraad Conny Constance Cor Cora Coraline Cordula
	Corien Corina Corine Corinne Cornelia Cornelis Cornelius Corné Corrie Corry Cristel Cynthia Cyriel`,
	`Daan Daantje Dagmar Daisy Damian Daniek Daniel Daniël Daniella Daniëlle Danique Danny Daphne Dave David Davey Debbie
	Deborah Demi Denise Dennis Desiree Désirée Dewi Diana Dick Diederik Diederick Diek Dieke Dien Dieneke Diny Dineke Dirk
	Dirkje Ditte Dolf Dominique Donald Donna Dora Doreen Dorien Dorine Doris Dorothea Dorothé Douwe Dries Duco Durk Dylan Eddy
	Eddie Edgar Edith Edo Edu Eduard Edward Edwin Eef Eefje Eelco Eelke Eline Elisa Elisabeth Elise Elja Ella Elle Ellen Ellie
	Elly Els Elsa Elsbeth Else Eltje Elza Emiel Emil Emile Émile Emilia Emilie Emily Emma Emmie Emmy Engelbert Eric Erica
	Erik Erika Erna Ernst Erwin Esmee Esmée Esther Ester Eva Eveline Evelien Evelyn Evert Evi Evy Ewout Ezra`,
	`Fabian Fabienne Famke Fanny Faye Febe Fedde Feie Feike Felicia Felix Femke Femme Fenna Fenne Fenneke Ferdi Ferdinand Ferry
	Fien Fieke Fiep Fiona Fleur Floor Floortje Flora Floris Florian Florine Foeke Fokke Fokko Folkert Fons Foppe Francien
	Francina Francine Francis Francisca Franciscus Franka Franciska Frans Frank Franny Françoise Fransje Freek Fred Freddie
	Freddy Frederik Frederiek Frederike Frida Friso Frits Frouke Froukje Fran Gabi Gabriel Gabriël Gabrielle Gea Geert Geertje
	Geertruida Gees Geeske Gerard Gerarda Gerardus Gerben Gerbrand Gerbrig Gerda Gerdien Gerhard Gerjan Gerrie Gerrit Gerry
	Gert Gertie Gertjan Gertrud Gertruud Geurt Gesina Gideon Giel Gijs Gijsbert Gilles Gina Gino Gisela Giselle Glenn Gonda
	Gonny Goof Goos Gosse Govert Grada Greet Greetje Gretha Griet Grietje Guido Guus Gwen Gwendolyn Gwenda`,
	`Hanna Hannah Hanne Hanneke Hannie Hanny Hans Hansje Harald Harm Harmen Harmke Harold Harrie Harriet Harry Hayo Hedda Hedwig
	Hedy Heidi Heiko Heleen Helen Helena Helga Hella Helma Helmert Hendrik Hendrika Hendrikje Henk Henkie Henk-Jan Hennie Henny
	Henri Henriette Henriëtte Henricus Henry Herbert Herma Herman Hermanus Hermien Hermine Hessel Hester Hetty Hidde Hielke
	Hilda Hilde Hille Hillegonda Hiltje Hubert Huib Huibert Hugo Hylke Ian Ida Idske Ieke Ielse Ien Iemke Igor Ike Ilona Ilonka
	Ilse Imke Ina Ine Ineke Inez Inge Ingeborg Ingmar Ingrid Irene Irma Iris Isa Isaac Isaäc Isabel Isabella Isabelle Ischa
	Ivar Ivo Ivonne Iwan`,
	`Jaap Jaapje Jacco Jackie Jacob Jacoba Jacobus Jacolien Jacomijn Jacqueline Jacques Jaimy Jamie Jan Jan-Jaap Jan-Willem Jane
	Janet Janette Janine Janien Janke Janna Janneke Jannes Jannetje Jannie Janny Jans Jansje Jantien Jantine Jantje Janus Jara
	Jarno Jason Jasmijn Jasper Jay Jayden Jayjay Jeanet Jeanette Jeanine Jeanne Jeannette Jeffrey Jef Jelis Jella Jelle Jelmer
	Jennifer Jenneke Jenny Jens Jeroen Jerney Jerome Jérôme Jerry Jesse Jessica Jessie Jet Jetje Jeske Jette Jetty Jikke Jildou
	Jill Jim Jimmy Jip Jitske Jits Jo Joan Joanne Job Jobke Jochem Jochen Jody Joeke Joep Joël Joëlle Joep Joey Johan Johanna
	Johannes John Johnny Jolanda Jolande Jolien Joke Jolijn Jonas Jonathan Jonne Joop Joos Joost Jordi Jordy Joris Jorien Jorik
	Jorine Jorn Jorrit Jort Jos Josefien Joseph Josephine Josien Josine Joshua Jossy Josta Jouke Joukje Joyce Jozef Juan Juda
	Judith Jules Julia Julian Juliana Julie Julien Juliette Julius Jurgen Jürgen Juriaan Jurjen Jurre Jurriaan Just Justin
	Justine Jutta`,
	`Kaatje Kai Kaj Karel Karen Karin Karina Karla Karlijn Karolien Karst Katarina Katelijne Katharina Kathelijne Kathleen Katinka
	Katja Katrien Kay Kaylee Kees Keesje Keetje Kelly Ken Kenneth Kevin Kiki Kiran Kim Kimberley Kimberly Kirsten Kitty Klaartje
	Klaas Klaasje Klara Klasien Klazien Klazina Kobus Koen Koenraad Koert Koos Koosje Kris Krista Kristel Kristian Kristien
	Kristin Krijn Kyra Lambert Lambertus Lammert Lana Lara Larissa Lars Laura Laurens Laurenz Laurien Lauren Lea Leah Leen
	Leendert Leendertje Leentje Leida Lena Lenie Lennart Lennert Leny Leo Leon Léon Leonie Leonard Leonardus Leonoor Leontien Lex
	Leona Levi Levie Liam Lian Lianne Lida Lidewij Lidia Lidy Lien Lieke Lies Liesbet Liesbeth Lieselot Lieselotte Liesje Lieuwe
	Lieve Lilian Lilly Lily Lina Linda Lindsay Lindsey Lineke Linette Lisa Lisanne Lise Lisette Lisanne Liv Liza Lizzy Lobke
	Lode Lodewijk Loek Loeki Loes Loesje Lois Loïs Lola Lotje Lotte Lottie Lou Louis Louisa Louise Lowie Lourens Luc Luca Lucas
	Lucia Lucie Lucien Lucienne Lucy Ludo Luuk Luuc Lydia Lynn Lyanne`,
	`Maaike Maarten Maartje Maas Machiel Machteld Maikel Maike Madelief Madelon Magda Magdalena Maira Mandy Manon Manuela Mara
	Marc Marcel Marcella Marcelle Marco Marcus Mareike Marein Maret Margaret Margareta Margaretha Margje Margo Margot Margreet
	Margriet Margrietha Maria Marian Mariane Marianne Marie Marie-Louise Marieke Mariëlle Mariella Mariëtte Marijke Marijn Marije
	Marijne Marika Marike Marina Marinka Marinus Mario Marion Marisca Mariska Marissa Marit Marja Marjan Marjo Marjoke Marjolein
	Marjolijn Marjon Marlies Marlijn Marloes Marleen Marlene Marlène Marlou Marnix Marriët Martha Marthe Martien Martijn Martin
	Martina Martine Mathijs Mathilde Mathieu Matthias Matthijs Mattheus Matthew Maud Maurice Maurits Maureen Max Maxim Maxime
	Maximiliaan Maya Mees Meike Meindert Meine Meinte Meintje Melanie Melchior Melissa Melle Melvin Menno Mercedes Merel Merijn
	Merle Merlijn Mia Micha Michael Michaël Michel Michèle Michelle Michiel Mieke Mien Mientje Miep Mies Mijntje Mike Mikal
	Mila Milan Milou Minke Minne Minie Mirella Mirjam Mirella Miriam Miranda Mirte Mirthe Mitchell Moniek Monica Monika Monique
	Muriel Myra Myrna Myrte Myrthe`,
	`Naomi Nadine Nadja Nander Nancy Nanda Nanny Natalie Natascha Natasja Nathalie Nathan Neel Neeltje Nel Nelleke Nellie Nelly
	Nels Nick Nicky Nico Nicolaas Nicole Nicolette Niek Nicolien Niels Nienke Nina Noa Noah Noël Noëlle Noor Noortje Nora Norbert
	Norma Nynke Obbe Odette Odilia Oeds Okke Olaf Olga Olivia Olivier Onno Oscar Oskar Otto Ottoline Otis Pascal Pascale Patricia
	Patrick Patty Paul Paula Paulien Pauline Paulus Peer Peet Perry Peter Petra Petronella Petrus Phaedra Philip Philippe Philou
	Phoebe Pia Pien Piet Pieta Pietje Pieter Pieternel Pieternella Pietertje Pim Pip Pleun Pleuni Puck Quinten Quirijn Quirine
	Rachel Raf Ralf Ralph Ramon Ramona Randy Raoul Raymond Rebecca Reina Reinder Reinier Reinoud Reinout Rein Rembrandt Remco
	Remi Rémi Rens Rense Renate René Renée Renske Renze Ria Rianne Riana Riana Richard Rick Rico Rie Riejanne Riek Rieke Riekje
	Riemer Rien Rientje Riet Rietje Rijk Rik Rikie Rikkert Rikus Rinke Rino Rinske Rinus Rita Rixt Rob Robbert Robbie Robert
	Roberta Roberto Robin Robine Robyn Rochelle Rodger Rody Roel Roeland Roelie Roelien Roelof Roelofje Roger Rogier Roland Rolf
	Roman Romy Romée Ron Ronald Ronnie Ronny Rosa Rosalie Rosalinde Rosanne Rosemarie Rosie Rowan Rowena Rowie Roy Ruben Rudi Rudie
	Rudolf Rudy Ruth Ruud Ryan`,
	`Saar Saartje Sabina Sabine Sabrina Salomon Sam Samantha Samuel Sander Sandra Sanna Sanne Sanneke Sara Sarah Sarina Sascha
	Saskia Scott Sebastiaan Sebas Sefanja Selina Selma Serge Seth Shanna Shannon Sharon Sheila Shelly Shirley Sicco Siem Siebe
	Siebren Siep Siets Sietske Sietse Sifra Sigrid Sijbren Sije Sija Silke Silvia Sylvia Simon Simone Simoon Sina Siny Sipke Sissy
	Sita Sjaak Sjaan Sjaantje Sjef Sjoerd Sjoerdje Sjoerdtje Sjoukje Sjors Sjouke Sofie Sofia Sonja Sonny Sophia Sophie Stan
	Stefan Stef Stefanie Stella Stephan Stephanie Sterre Steven Stien Stientje Stijn Sue Susan Susanna Susanne Suus Suzan Suzanna
	Suzanne Suze Sven Svenja Swaan Sybe Sybren Sylvana Sylvie Symen Sytske Sytze`,
	`Taco Tamar Tamara Tanja Tara Tatiana Tatjana Teake Ted Teddy Ted Teun Teuni Teunis Teuntje Teus Thea Theo Theodoor Theodora
	Theodorus Theresa Therese Thérèse Theresia Thijmen Thijs Thim Thirza Thom Thomas Thomasz Thyra Tia Tibor Tiemen Tijmen
	Tijn Tijs Tilly Tim Timo Timon Timothy Tina Tineke Tinie Tinus Tirza Titia Tjalling Tjaart Tjeerd Tjerk Tjitske Tjitte Tobias
	Toine Tom Tomas Ton Tonie Tonnie Tonny Tony Toos Toon Tosca Trees Treesje Tren Trijn Trijntje Trix Trudie Trudy Truida
	Truus Twan Tyas Ubbo Ulrike Uniek Ursula Valentijn Valerie Valérie Vanessa Vera Veronica Veronique Véronique Vic Victor
	Victoria Vincent Viola Violet Virginia Vivian Vivianne Volkert Vonne Vroukje Wanda Warner Wendela Wendy Wendel Werner Wessel
	Wiebe Wiebren Wiebke Wiep Wies Wiesje Wietse Wietske Wijbrand Wijnand Wil Wilbert Wilfred Wilhelm Wilhelmina Wilhelmus Willeke
	Willem Willemien Willemijn Willemina Willie Willy Wilma Wim Winnie Wineke Winfried Wisse Wobbe Wouter Wout Woutje Wubbo
	Wytse Wytske Xander Xandra Xaviera Yannick Yentl Yke Yme Yolanda Yoran Youri Yorick Ype Yvette Yvo Yvonne Zara Zita Zoe Zoë
	Zwaantje Zweder`
);
