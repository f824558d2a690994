"""Swedish names that are common enough to be known as names: pure data.

Given names that are common in Swedish population statistics, of all ages, with common
names of those born abroad. A list finds many people and never all: a rare name, or one
that is a word as well, passes it. The gate's pages say so.
"""

_GIVEN = """
    Abdi Abdul Abdullah Abdullahi Adam Adrian Agda Agnes Agneta Ahmad Ahmed Aisha
    Ajla Albert Albin Aldin Aleksandra Alex Alexander Alexandra Alf Alfons Alfred
    Ali Alice Alicia Alma Almir Alva Alvar Alvin Amalia Amanda Amelia Amelie Amina
    Amir Amira Amna Ana Anders Andrea Andreas Andrei Andrej Anette Angelica Angelika
    Anita Ann Anna Anna-Karin Anna-Lena Anneli Annelie Annette Annica Annie Annika
    Annikki Anton Anwar Aram Arne Aron Arthur Artur Arvid Asta Astrid Atle August
    Axel Barbro Bashir Beata Beatrice Bengt Benjamin Bernt Bert Berta Bertil Birger
    Birgit Birgitta Bjarne Björn Bo Boris Bosse Britt Britt-Marie Britta Brittmarie
    Börje Camilla Carin Carina Carl Carl-Gustav Carlos Carola Carolin Carolina
    Caroline Casper Catarina Catharina Cecilia Charlie Charlotta Charlotte Christel
    Christer Christian Christin Christina Christine Christoffer Claes Clara Claudia
    Conny Cornelia Cristina Dag Dagmar Dagny Dan Dana Daniel Daniela Danny Dario
    David Davor Denis Denise Dennis Diana Dick Dilan Dina Diyar Dragan Ebba Ebbe
    Edgar Edit Edith Edvard Edvin Edwin Egon Eila Eivor Elena Elham Eli Elias Elif
    Elin Elina Eline Elis Elisa Elisabet Elisabeth Elise Ella Ellen Ellinor Elof
    Elsa Elsie Elsy Elton Elvin Elvira Elvis Emanuel Emelie Emil Emilia Emilie
    Emilio Emily Emma Emmy Enar Enya Eric Erica Erik Erika Erland Erling Ernst Eskil
    Ester Esther Eva Eva-Lena Evelina Evert Fadi Fadumo Farah Fares Farid Fatemeh
    Fatima Fatma Felicia Felix Ferdinand Filip Filippa Filippus Folke Frank Frans
    Fred Fredrik Fredrika Freja Frida Fritz Gabriel Gabriella Georg George Gerd
    Gerda Gerhard Gert Gilbert Gisela Glenn Goran Greger Greta Gudrun Gull
    Gull-Britt Gun Gun-Britt Gunborg Gunhild Gunilla Gunn Gunnar Gunnel Gunvor
    Gustaf Gustav Göran Gösta Göta Habib Hadi Hamid Hamza Hana Hanna Hannah Hanne
    Hannes Hans Hans-Erik Harald Harriet Harry Hasan Hassan Hedda Hedvig Heidi Heike
    Helen Helena Helene Helga Helge Helmer Helmut Helén Henning Henri Henric Henrik
    Henry Herbert Herman Hilda Hilding Hilma Holger Huda Hugo Hussein Håkan Hélène
    Ibrahim Ida Idris Iman Inez Inga Inga-Lill Inge Ingeborg Ingegerd Ingela Ingemar
    Inger Ingmar Ingrid Ingvar Irene Iris Irma Iréne Isa Isabel Isabell Isabella
    Isabelle Isak Ismail Ivan Ivar Jack Jacob Jakob Jamal James Jan Jan-Erik
    Jan-Olof Jana Jane Janet Janne Jannike Jasmin Jasmine Jean Jeanette Jennie
    Jennifer Jenny Jens Jerker Jerry Jesper Jessica Jimmie Jimmy Joakim Joar Jocke
    Joel Johan Johanna Johannes John Johnny Jon Jonas Jonatan Jonathan Jonna Jonny
    Jorge Josef Josefin Josefina Josefine Joseph Juan Judit Judith Julia Julian
    Juliana Julie Julius Juni Jussi Jörgen Jürgen Kaj Kajsa Kalle Karim Karin Karina
    Karl Karl-Erik Karl-Gustav Karla Karolina Kaspar Katarina Katarzyna Kate
    Katharina Kati Katja Katrin Keld Kennet Kenneth Kenny Kent Kerstin Kevin Khadija
    Khaled Khalid Kim Kirsten Kirsti Kjell Kjell-Åke Klara Klas Knut Konrad Krister
    Kristian Kristin Kristina Kristine Kristofer Kristoffer Krzysztof Kurt Kåre Lage
    Laila Lars Lars-Erik Lars-Åke Lasse Laura Lea Leah Leena Leif Leila Leja Lena
    Lennart Leo Leon Leona Leonard Leopold Levi Lia Liam Lias Lila Lilian Lilly Lily
    Lina Linda Linn Linnea Linnéa Linus Lisa Lisbet Lisbeth Liselott Liselotte Liv
    Livia Lotta Lottie Louise Lova Lovis Lovisa Lowe Lucas Lucia Ludvig Luis Luka
    Lukas Luna Lydia Magda Magdalena Magnhild Magnus Mahad Mahdi Mahmoud Maj
    Maj-Britt Maja Majken Majvor Malcolm Malin Malte Malva Mandus Manfred Manuel
    Marcus Mare Margareta Margaretha Margit Margot Maria Mariam Mariana Mariann
    Marianne Marie Marie-Louise Mariette Marija Marika Marina Mario Marion Marita
    Marja Marjatta Mark Markus Marlene Marta Martha Martin Martina Marwan Mary
    Maryam Mathias Mathilda Matias Matilda Mats Matteo Mattias Mattis Maud Maurits
    Max Maximilian May Mehdi Mehmet Meja Melina Melissa Melker Melvin Merja Mia
    Micael Michael Michaela Michel Michelle Miguel Mikael Mikaela Mila Milan Milena
    Milla Milo Milton Mimmi Mina Minna Mira Miranda Miriam Mirja Mirjam Moa Mohamad
    Mohamed Mohammad Mohammed Molly Mona Monica Monika Mostafa Muhammad Muna Musa
    Mustafa My Märit Märta Måns Mårten Nada Nadia Nadja Najib Nancy Natalia Natalie
    Nathalie Nicklas Niclas Nicolas Nicole Nihad Nikita Niklas Nikola Nils Nils-Erik
    Nina Noa Noah Noel Noomi Noor Nora Nour Nova Novalie Nur Ola Olaf Olav Ole
    Oleksandr Olena Olga Oliver Olivia Olle Olof Olov Omar Omer Orvar Oscar Oskar
    Osman Ossian Otto Ove Owe Pablo Pamela Patric Patricia Patrick Patrik Paul Paula
    Paulina Pauline Pavel Peder Pedro Pehr Pelle Pentti Per Per-Erik Per-Olof
    Pernilla Pernille Peter Petra Petronella Petter Philip Pia Pierre Piotr Pirkko
    Pontus Poul Preben Rabia Rafael Ragnar Ragnhild Ragnvald Ralf Ralph Rami Ramona
    Rana Rania Rasmus Rauni Raymond Rebecca Rebecka Regina Reidar Reine Reinhold
    Reza Ria Ricard Richard Rickard Rikard Rita Ritva Robert Roberto Robin Rodrigo
    Roger Roland Rolf Roman Ronja Ronnie Ronny Rosa Rosanna Rose Rose-Marie Roy
    Rozita Rudolf Runar Rune Rut Ruth Saga Said Salah Saleh Salem Sally Salma Sam
    Samer Sami Samira Samuel Sandra Sanna Sanne Sara Sarah Saralinda Sebastian Selim
    Selma Semir Set Sharif Shirin Sievert Sigbritt Sigfrid Signe Sigrid Sigurd
    Sigvard Silvia Simon Simone Siri Siv Sivert Sixten Sofi Sofia Sofie Solveig
    Solvig Sonia Sonja Sophia Sophie Staffan Stefan Stefania Steffen Stella Sten
    Stig Stina Sture Sune Susan Susann Susanna Susanne Svante Svea Sven Sven-Erik
    Svetlana Sylvia Sölve Sören Tage Tamara Tanja Tariq Tatiana Teodor Teresa Terese
    Teresia Terje Thea Theo Theodor Theres Therese Thomas Thor Thorbjörn Thord Thore
    Thure Thyra Thérèse Tilda Tilde Tim Timo Tina Tindra Tiril Tobias Tom Tomas
    Tommie Tommy Tony Tor Torbjörn Tord Tore Torgny Torkel Torsten Torvald Tova Tove
    Truls Ture Tuula Tuva Tyra Ulf Ulla Ulla-Britt Ulrica Ulrik Ulrika Uno Urban
    Ursula Vahid Valdemar Valentina Valter Vanessa Vanja Veikko Vendela Vera Verner
    Veronica Veronika Victor Victoria Vidar Viggo Viktor Viktoria Vilgot Vilhelm
    Vilma Vincent Viola Vivan Viveca Viveka Vivi Vivianne Vlado Volodymyr Waldemar
    Walter Werner Wilhelm William Wilma Wilmer Yasin Yasmin Yasmine Ylva Yngve Yonas
    Youssef Yusuf Yvonne Zahra Zaid Zainab Zakaria Zara Zeinab Zlatan Zoe Zoran Åke
    Åsa Åse Örjan Östen Özlem
"""

# Surnames not told by their ending; those in -sson are.
_FAMILY = """
    Abdi Abdullahi Abrahamsson Ahlberg Ahlgren Ahlström Ahmed Ali Alm Almgren
    Almqvist Berg Berggren Bergh Berglund Bergman Bergquist Bergqvist Bergström
    Bergvall Björk Björklund Björkman Blad Blixt Blom Blomberg Blomgren Blomqvist
    Boman Borg Boström Brandt Broberg Brodin Bylund Byström Bäckman Bäckström Dahl
    Dahlberg Dahlgren Dahlin Dahlqvist Dahlström Edlund Edström Ek Ekberg Ekblad
    Ekblom Ekdahl Eklund Eklöf Ekman Ekstrand Ekström Elfström Engberg Engdahl
    Englund Engström Enqvist Fagerberg Fagerström Falk Flodin Forsberg Forsell
    Forslund Forsman Fransén Fredin Friberg Frid Frisk Fält Grahn Granath Granberg
    Grankvist Granlund Granqvist Granström Grönberg Grönlund Gunnar Gustavson
    Hagberg Haglund Hagman Hagström Hallberg Halldin Hallgren Hallin Hammar
    Hammarberg Hammarström Hassan Hedberg Hedin Hedlund Hedman Hedström Hellberg
    Hellgren Hellman Hellqvist Hellström Henning Hjalmarsson Hjelm Hjort Hoang Holm
    Holmberg Holmgren Holmlund Holmquist Holmqvist Holmström Hult Hultgren Hultman
    Hussein Hägg Hägglund Håkanson Högberg Höglund Högström Ibrahim Isberg Jarl
    Jernberg Karlberg Karlström Kjellberg Kjellin Klang Kling Klint Kristensen Kvist
    Källström Lager Lagerström Landin Landström Lang Larsen Lidström Lilja Liljeblad
    Lind Lindahl Lindberg Lindblad Lindblom Lindell Linder Linderoth Lindfors
    Lindgren Lindh Lindholm Lindkvist Lindmark Lindquist Lindqvist Lindskog
    Lindström Lindvall Lindén Ljung Ljungberg Ljunggren Ljungqvist Lund Lundahl
    Lundberg Lundblad Lundell Lundgren Lundholm Lundin Lundkvist Lundmark Lundquist
    Lundqvist Lundström Löf Löfgren Löfqvist Lönn Lövgren Löwenberg Malm Malmberg
    Malmgren Malmström Melin Mellgren Moberg Modig Mohamed Mohammed Molander Molin
    Möller Nguyen Norberg Nord Nordahl Nordberg Nordgren Nordin Nordlander Nordlund
    Nordqvist Nordström Nordén Norgren Norling Norman Norrman Norén Nyberg Nyholm
    Nylander Nylund Nyman Nyqvist Nyström Näslund Oskarson Osman Palm Palmgren
    Palmqvist Rehn Ring Roos Rosenberg Rosendahl Rosengren Rosenqvist Rosén Rydberg
    Ryding Rydén Sahlberg Sahlin Sand Sandberg Sandell Sandgren Sandin Sandqvist
    Sandström Selin Sjöberg Sjöblom Sjödin Sjögren Sjöholm Sjölander Sjölin Sjölund
    Sjöqvist Sjöstedt Sjöstrand Sjöström Skog Skoglund Skoog Snygg Stark Stenberg
    Stenman Stenmark Stolt Strand Strandberg Strid Ström Strömberg Strömgren
    Strömqvist Stål Stålberg Sund Sundberg Sundell Sundgren Sundin Sundkvist
    Sundqvist Sundström Svahn Svanberg Svanström Svedberg Svedin Svärd Söderberg
    Söderblom Södergren Söderholm Söderlund Söderman Söderqvist Söderström Thelin
    Thorell Thulin Tjernberg Törnblom Törnqvist Vallin Wahlberg Wahlgren Wahlström
    Wall Wallberg Wallgren Wallin Wallén Wedin Wennberg Wennerberg Westberg Wester
    Westerberg Westerdahl Westergren Westerlund Westin Westling Westlund Westman
    Wiberg Wiklund Wikman Wikström Winberg Yilmaz Zetterberg Zetterlund Zetterström
    Åberg Ågren Åhlund Åhman Åkerberg Åkerblom Åkerlund Åkerman Åkerström Ålander
    Åström Öberg Öhlund Öhman Öhrn Öman Örn Östberg Österberg Österlund Östlund
    Östman
"""

# Words with a capital that stand beside names, or before them, and are none.
_NO_NAMES = """
    AB Akademin Aktiebolag Allmänna Arbetsgivare Avdelning Barn Beslut Bilaga Bolag
    Bygg Centern Centerpartiet Chef Datum Den Det Dnr En Enhetschef Ersättare Ett
    Familjen Folkhögskola Folkpartiet Fond Fonden Fru Fullmäktige Förbundet
    Föredragande Förening Föreningen Församling Förslag Förvaltning Förvaltningschef
    Gata Gatan Gymnasiet Han Handelsbolag HB Hem Herr Hon I Justerare Justering
    Kanal KB Kommun Kommundirektör Kommunen Kommuns Kommunstyrelsen Kraft
    Kristdemokraterna Kyrka Kyrkogård Landsting Ledamot Ledamoten Ledamöter
    Liberalerna Länsstyrelsen Med Men Miljöpartiet Moderaterna Museum Norra Nya
    Nämnd Nämnden Nämndens Och Omröstning Ordförande Ordföranden Paragraf Park Plats
    Pris Priset Protokoll Punkt På Region Regionen Reservation Röstning Sammanträde
    Sekreterare Sekreteraren Sjukhus Skola Skolan Socialdemokraterna Stad Stads
    Stadsdel Stiftelse Stiftelsen Styrelse Styrelsen Svenska Sverigedemokraterna
    Södra Tjänsteperson Torg Torget Trafik Universitet Utsedd Utskott Utskottet Vice
    Vid Väg Vägen Vänsterpartiet Västra Yrkande Yttrande Östra
"""

GIVEN = frozenset(_GIVEN.split())
FAMILY = frozenset(_FAMILY.split())
NO_NAMES = frozenset(_NO_NAMES.split())
