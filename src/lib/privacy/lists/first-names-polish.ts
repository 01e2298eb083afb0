import { wordList } from './word-list.ts';

/** First names that are common among people from Poland and other countries of central and eastern Europe. */
export const polishFirstNames = wordList(
	`Adam Agata Agnieszka Aleksander Aleksandra Alicja Amelia Anastazja Andrzej Aneta Angelika Aniela Anna Antoni Antonina
	Arkadiusz Artur Barbara Bartek Bartłomiej Bartosz Basia Beata Bogdan Bogumił Bogumiła Bogusław Bogusława Bolesław Bożena
	Bronisław Bronisława Celina Cezary Czesław Czesława Damian Danuta Daria Dariusz Darek Dawid Dominik Dominika Dorota Edyta
	Elżbieta Emilia Ewa Ewelina Feliks Filip Franciszek Gabriela Genowefa Grażyna Grzegorz Grzesiek Halina Hanna Helena
	Henryk Henryka Hubert Ignacy Igor Ilona Irena Ireneusz Iwona Izabela Jacek Jadwiga Jagoda Jakub Jan Janina Janusz Jarek
	Jarosław Jerzy Joanna Jolanta Józef Józefa Julita Julia Justyna Kacper Kamil Kamila Karol Karolina Kasia Katarzyna
	Kazimierz Kazimiera Kinga Klaudia Konrad Krystian Krystyna Krzysztof Krzysiek Ksawery Lech Lechosław Lena Leokadia Leszek
	Lidia Liliana Lucjan Lucyna Ludwik Łucja Łukasz Maciej Maciek Magda Magdalena Maja Małgorzata Gosia Małgosia Marcel
	Marcelina Marcin Marek Maria Marian Marianna Mariola Mariusz Marlena Marta Martyna Marzena Mateusz Matylda Michalina
	Michał Mieczysław Mikołaj Milena Mirosław Mirosława Mirek Monika Nadzieja Natalia Nikodem Nikola Norbert Oktawia Ola
	Oliwia Oliwier Oskar Patrycja Patryk Paulina Paweł Piotr Piotrek Przemysław Przemek Radosław Radek Rafał Regina Remigiusz
	Renata Robert Roksana Roman Romuald Ryszard Sabina Sebastian Seweryn Sławomir Sławek Sonia Stanisław Stanisława Staszek
	Stefania Sylwester Sylwia Szymon Tadeusz Tadek Teresa Tomasz Tomek Urszula Wacław Walenty Waldemar Waldek Wanda Weronika
	Wiesław Wiesława Wiktor Wiktoria Wioletta Witold Władysław Władysława Wojciech Wojtek Zbigniew Zbyszek Zdzisław Zenon
	Zofia Zosia Zuzanna Zygmunt`,
	`Aleksandar Aleksandr Aleksej Alexandru Alexei Alina Ana Anastasia Anastasija Andrej Andrei Andrijana Anzhela Bogdana Boyan
	Bojan Branko Călin Cătălin Ciprian Constantin Cosmin Costel Cristian Cristina Daniela Dejan Desislava Dimitar Dimitri Dmitri
	Dmitry Dobromir Dragan Dragana Dušan Ekaterina Elena Emina Fatmir Florin Galina Georgi Gheorghe Goran Hristo Igor Ilie Ilir
	Ionel Ionela Ionut Irina Iryna Ivan Ivana Ivanka Ivaylo Jasmina Jelena Jovana Jovan Kaloyan Kateryna Kristijan Krasimir
	Larisa Laszlo Lenka Liudmila Ljiljana Lyudmila Marko Marijana Mihai Mihaela Milan Milica Milena Milos Miloš Mirela Miroslav
	Mirsad Mirsada Nadezhda Natalya Nataša Nedim Nelu Nenad Nermina Nicoleta Nikolai Nikolay Nikola Oksana Oleg Oleh Oleksandr
	Olena Ondřej Pavel Petar Petr Petru Plamen Radka Radu Razvan Ruslan Sanja Sasha Selma Senad Sergei Sergey Serhiy Slavica
	Slavko Slobodan Snežana Stanimir Stefka Stoyan Svetlana Tatyana Tetiana Todor Tsvetan Valentin Valentina Vasile Vasil
	Vesna Viktor Viktoriya Violeta Vladimir Volodymyr Yana Yevgeni Yordan Yulia Yuliya Yuri Yuriy Zdravko Zeljko Zoran Zorica
	Zsolt Zlatko`
);
