"""What names of companies end or begin with, beside each language's own `tail`. Data.

A name keeps its language wherever it is written of ("Bodegas X" in an English article), so these hold for every
article in Latin script. The word alone is nobody's name.
"""

from __future__ import annotations

#: Last words of names.
_ENDINGS = """
    Fitness Gyms Airports? Line Savings Bancorp Brewing Brewers Distillers Distiller(?:y|ies) Vineyards Wines Spirits Drinks Snacks Meats Poultry
    Creamer(?:y|ies) Cereals Biscuits Noodles Seafoods? Aquaculture Tobacco Nutrition Fertili[sz]ers Coaches Buses Freight Couriers Parcels
    Haulage Transport Transit Trains Tankers Containers Shipyards? Shipbuilding Shipbuilders Marine Maritime Offshore Drilling Pipelines? Refining
    Fuels Renewables Hydro Hydrogen Utilities Recycling Environmental Charging Mobility Rentals? Leasing Travel Tours Leisure Casinos Cinemas
    Entertainment Pictures Records Publishing Publishers Broadcasting Wireless Broadband Satellites? Aircraft Drones Security Bearings Valves
    Pumps Turbines Engines Gears Gearboxes Forge Forgings Castings Foundr(?:y|ies) Cables Tubes Pipes Coatings Paints Adhesives Polymers
    Composites Filters Photonics Lasers Sensors Controls Automation Machinery Machines Tools Components Appliances Kitchens Tiles Bricks
    Lighting Elevators Lifts Boilers Heating Mattresses Fabrics Fashion Clothing Footwear Shoes Jewellers Eyewear Beauty Skincare Fragrances
    Genomics Biosciences Biologics Vaccines Medical Surgical Dental Hospitals Pharmacy Pharmacies Opticians Veterinary Realty Housing
    Developments Builders Consulting Consultants Solutions Staffing Recruitment Financial Finance Mortgage Investments Securities Brokers Trading
    Commodities Analytics Interactive Messenger Wallet Timber Lumber Forestry Pulp Tissue Printing Lithium Copper Nickel Aluminium Aluminum
    Alloys Quarries Aggregates Tyres Tires Trucks Tractors Bikes Bicycles Scooters Schools Academies Grocers? Butchers Bakers Restaurants Pizza
    Kliniken Klinik Maschinenbau Anlagenbau Fahrzeugbau Wohnungsbau Medizintechnik Sensorik Robotik Fahrzeuge Fahrräder Schuhe Mode Spielwaren
    Kosmetik Reisen Touristik Beteiligungen Leasing Medien Netze Zement Baustoffe Werkzeuge Getriebe Pumpen Kabel Versand Spedition Apotheken
    Treuhand Mast Wohnbau Hotelgruppe Bahnen Bergbahnen Seilbahnen Pflege Heime Stiftung Brot Backwaren Wurstwaren Süßwaren Feinkost Geflügel Eier Milch Käse Wein Sekt Bräu Mineralwasser Quelle Säfte Tiefkühl
    Dünger Landtechnik Stahlbau Tiefbau Hochbau Holzbau Fertighaus Fertigbau Fenster Türen Küchen Bäder Heizungen Solar Windkraft Biogas Recycling Entsorgung Abfall Chemikalien Lacke Farben Kunststoffe
    Verpackungen Papierwerke Textilien Schmuck Uhren Optik Hörgeräte Prothesen Implantate Diagnostik Labor Vermarktung Vertrieb Logistik Reisebusse Fähren Linien Flug Airways Rail Cells Chips Robotics Cloud Defense
    Precision Esports Gaming Tutor Direct Express Wohnen Häuser Ferienparks Fitness Akademie Sprachschulen Privatklinik Zahnklinik Tierklinik
    Distribuzione Sistemi Sistemas Precisión Servicios Serviços Servizi Soluciones Soluções Soluzioni Logística Ingeniería Engenharia Ingegneria Digital Digitale Cosmética Moda Calzado Fibras Vidrio Cristal Metales
    Verkehrsbetriebe Stadtwerke Sparkasse Volksbank Brauereien Bäckereien Fleischwaren Tessuti Occhiali Gioielli Trasporti Navigazione Chimica
    Elettronica Meccanica Automazione Immobiliare Edizioni Saneamento Pagamentos Engenharia Incorporações Empreendimentos Varejo Florestal
    Petróleo Mobilidade Aviação Hotéis Hospitais Cosmétiques Immobilier Habitat Maritimes? Ferroviaire Aéronautique Textiles? Télécoms?
    Ferroviaria Hoteles Clínicas Supermercados Inmobiliaria Petróleos Telecomunicaciones Electrónica
"""
#: First words of names.
_BEGINNINGS = """
    Vetreri[ae] Cartier[ae] Cantier[ei] Distilleri[ae] Acciaieri[ae] Fonderi[ae] Pelletteri[ae] Salumi Latteri[ae] Molin[oi] Riseri[ae]
    Autostrade Trasporti Navigazione Cantin[ae] Cereri[ae] Maglificio Conceri[ae] Tipografi[ae] Assicurazioni Birrificio Tessuti Cioccolato
    Velours Tissages? Soieries? Cimenteries? Hôtels Cliniques? Bijouterie Chocolateries? Confiseries? Distilleries? Domaines? Champagnes? Armements?
    Navettes Autocars Ciments Carrières Scieries? Imprimeries? Galeries Magasins Boulangeries? Salines Eaux Crédit Filatures? Constructions?
    Clínicas Hospitales Supermercados Ferrocarriles Autobuses Aguas Siderúrgica Química Tabacos Vinos Destilerías Joyerías Juguetes Marítima
    Constructora Inmobiliaria Aseguradora Mutua Financiera Panificadora Embotelladora Azucarera Arrocera Pesqueras? Frigoríficos Cerveceras?
    Metalúrgica Vinhos Adegas? Águas Estaleiros? Transportadora Linhas Hotéis Móveis Calçados Laticínios Usinas Hospitais Seguradora Vinícola
    Moulinages? Cartonneries? Confitures Conserves Chaussures Cosmétiques Laboratoires? Meubles Menuiseries Plastiques Piscines Pépinières
    Vignobles Autopistas Azucarera Piensos Vidriera Telefónica Clínica Farmacias Pinturas Plásticos Maderas Cárnicas Frutas Semillas
    Autocares Frigorífico Aerolínea Zapatos Perfumerías Fertilizantes Credito Cassa Clinica Cliniche Marmi Biscotti Farmacie Funivie
    Ecologia Gelati Terme Mobili Supermercati Cervejas Corticeira Rodovias Celulose Vidreira Moagem Sementes Tecelagem Fintech
    Conserveira Têxteis Molkerei Brauerei Bäckerei Reederei Werft Spedition Privatbank Stadtwerke Kaufhaus Verlag Sparkasse Volksbank Autohaus
    Forages? Ressources Fermes? Machines Studios? Peluches Jouets Homarderies? Pêcheries? Éoliennes Résidences Garages? Taxis Autocars Ambulances Téléphériques Croisières Voyages
    Cafés Thés Biscuits Bonbons Glaces Pâtes Huiles Huileries? Minoteries? Volailles Abattoirs? Salaisons Charcuteries? Viandes Poissonneries? Vergers Serres Jardineries? Semences
    Engrais Charpentes Toitures Carrelages Tuileries? Briqueteries? Peintures Vernis Miroiteries? Emballages Cartons Papeteries? Librairies? Cinémas Réseaux Logiciels Informatique
    Robotique Câbleries? Aciers Métaux Mines Sablières Gravières Granulats Bétons? Travaux Terrassements Bâtiments Promotion Foncière Immobilière Courtage Prévoyance Épargne
    Crèches Laveries? Blanchisseries? Nettoyage Propreté Recyclage Ferrailles Déchets Énergies? Gaz Pétroles Raffineries? Stations Parkings Campings? Cidreries? Sources Crèmeries?
    Miels? Sels? Sucres Vaccins Pharmacies? Optique Joailleries? Horlogeries? Montres Bijoux Parfums Savonneries? Cuirs Gants Chemises Dentelles Draps Literies? Vélos Cycles Motos
    Tramways Ascenseurs Portes Fenêtres Cuisines Bains Chauffage Chaudières Pompes Vannes Roulements Outillage Boulonneries? Ressorts Composites Drones Satellites Armes Explosifs
    Aceros Acerías? Aceitunas Aguardientes Alimentos Almacenes Alquileres Arroces Ascensores Atunes Áridos Autoescuelas? Azúcares Baterías Bananeras? Basuras Bicicletas Bollería
    Cafés Cables Cafeteras? Camiones Canteras Carnes Carpinterías? Caviar Cauchos Cerezas Cerrajerías? Chocolates Cítricos Cobres? Cocinas Colchones Colegios Congelados Confecciones
    Cooperativas? Corchos Cordelerías? Cosméticos Cruceros Cueros Curtidos Dulces Electrodomésticos Embalajes Embutidos Envasados Envases Espárragos Estudios? Excavaciones
    Ferreterías? Ferrys? Financieras? Fincas? Flores Forjas Fundiciones? Funerarias? Gasolineras Gestorías? Gráficas Granjas? Grúas Hilaturas Hormigones Huevos Imprentas? Ingenierías?
    Ingenios? Invernaderos Jabones Jamones Juegos Ladrillos Lavanderías? Librerías? Limpiezas Litios? Loterías Lunas Máquinas Maderas Mantecados Maquinarias? Mármoles Mascotas Mataderos?
    Medicamentos Mermeladas Mieles Minas Molinos? Montajes Mudanzas Neumáticos Óptica Ópticas Palas Panaderías? Papeles Pastelerías? Patatas Peletería Perfumes Pescados Pinturas
    Piscifactorías? Pizarras Plantas Polígonos? Pollos Prefabricados Promociones Quesos Químicas Reciclajes Refinerías? Refrescos Relojes Residencias Reformas Repostería Resinas Salazones
    Salinas Semillas Sidras? Sidrerías? Siderúrgicas Taxis Tejidos Telas Telefonía Terminal Tiendas Tintorerías? Transmisiones Trenes Tubos Turrones Uvas Vacunas Válvulas Viaductos Viajes
    Vidrios Viñas? Viveros Yogures Zumos Autobuses
    Acqua Acque Abbigliamento Acciai Agrumi Alberghi Apicoltura Arredi Arredo Arti Aziende Autonoleggi Azienda Biciclette Biomedicale Biomedica Borse Bottiglie Calce Calzature Camicie Cantieri
    Caramelle Carni Carpenteri[ae] Cartotecnica Case Cave Cavi Cementi Ceramica Chimica Cicli Cioccolateri[ae] Colori Confezioni Conserve Cooperativa Coperture Cosmesi Cotonifici[oi] Cuoio
    Dolciaria Dolci Edilizia Edizioni Elettrodomestici Energie Estrazioni Fabbriche Farine Farmacia Farmalogica Ferramenta Ferriere Filati Filatura Finanziaria Fiori Formaggi Fornaci
    Fornace Frantoi[o]? Frigoriferi Frutta Fucine Funghi Gas Gelateri[ae] Giocattoli Giochi Grafica Grafiche Grani Granai Immobiliare Impianti Imballaggi Imprese Incisioni Jeans Lamiere
    Lanifici[oi] Lavanderie Legnami Legno Librerie Liquori Liuteri[ae] Macchine Macellerie Magazzini Maglieria Mangimi Manifattura Marmellate Materassi Meccanica Mercati Metalli Miele Miniere
    Mobilificio Motori Mulini Navi Occhialeri[ae] Olii? Opificio Oreficeri[ae] Orologi Ortofrutta Ospedali Ottica Panetteri[ae] Panifici[oi] Pannelli Pasticceri[ae] Pelli Pescherie Pizzerie Plastica
    Plastiche Pneumatici Pollame Porcellane Porchetteri[ae] Profumi Prosciutti Prosciuttifici[oi] Pulizie Rubinetteri[ae] Saline Sanità Saponi Sartorie Scarpe Scavi Sementi Serramenti Seterie Spumanti
    Stamperi[ae] Stampi Stazioni Strade Supermercati Surgelati Tappeti Telai Terme Tessile Tintoria Tonno Torrefazion[ei] Traghetti Trasporti Trattori Tubi Turismo Valvole Vele Vernici Vetri Viaggi Vini
    Vivai Zuccherifici[oi]
    Abatedouros? Abrasivos Aços Adubos Aguardentes Alimentos Armazéns Arrozes Autoescolas? Automóveis Avícolas? Aviários Azeites Bananas Barcos Bebidas Biscoitos Bolachas Borrachas Brinquedos
    Cabos Cachaças? Cacau Cafés? Caldeiras Camisas Caminhões Canis Carnes Cartões Carvões Casas Castanhas Cerâmicas? Chocolates Cimentos? Cobres? Colchões Colégios? Condomínios Confecções
    Conservas Cortiças Cosméticos Couros Creches Curtumes Destilarias? Doces Drogarias? Editoras? Elétricas Embalagens Engenhos? Ensino Equipamentos Estaleiros? Estúdios? Exportadora Farinhas
    Fazendas? Ferragens Ferrovias Fertilizantes Financeiras? Fiação Flores Fogões Frangos Frigoríficos Frutas Fundição Funerárias? Gases? Gelados Gráficas? Granitos Granjas? Gusa Herdade
    Hortas Imobiliárias? Incorporadora Joalherias? Jogos Lar Lares Lavandarias? Limpezas Livrarias? Louças Madeiras Malhas Mármores Máquinas Massas Mel Metais Mineração Minas Moagens Mobílias
    Moinhos Motos Móveis Navegação Óleos Olarias? Óticas? Ovos Padarias Palmito Papéis Parques Pastelarias Peças Pedras Pescados Petiscos Pizzarias? Plásticos Pneus Polpas Poços Porcelanas
    Portos Produtos Queijos Químicas? Quintas? Refinarias? Refrigerantes Relógios Residências Restaurantes Roupas Sabões Sal Salinas Sandálias Sapatos Serrarias? Siderúrgica Sorvetes Sucos
    Tapetes Tecidos Telhas Termas Tintas Torrefações? Trens Tratores Transportadoras Tubos Turbinas Uvas Varejo Vacinas Vidros Vinícolas? Viagens Viveiros Zincos
    Wohnbau Lifthaus Möbelhaus Autohaus Düngerwerk Stahlwerk Möbelwerk Sägewerk Kraftwerk Zementwerk Kalkwerk Klinik Klinikum Seniorenheim Pflegeheim Bergbahnen Bergbahn Seilbahnen Luftseilbahn Fähren Fährlinie
    Weingut Winzerhof Kellerei Käserei Metzgerei Fleischerei Mosterei Mühle Mühlen Gärtnerei Baumschule Kiesgrube Steinbruch Gießerei Druckerei Buchhandlung Galerie Studio Stadtbank Kreditbank Genossenschaft
    Wohnungsgenossenschaft Agrar Agrargenossenschaft Forst Chemiewerk Glashütte Porzellanmanufaktur Manufaktur Uhrenfabrik Textilwerk Spinnerei Weberei Strickerei Reisebüro Hotel Hotels Gasthof Pharma Labor
    Brennerei Destillerie Bestattungen Pflegedienst Fahrdienst Taxi Verkehrsbetrieb Tiefbau Hochbau Straßenbau Gleisbau Holzbau Stahlbau Anlagenbau Solar Windpark Windkraft Biogas Entsorgung Recycling
"""

#: To be joined with the languages' own patterns.
PATTERN = rf"(?<=\ )(?:{'|'.join(_ENDINGS.split())})$|^(?:{'|'.join(_BEGINNINGS.split())})(?=\ [A-ZÀ-ÖØ-Þ0-9d])"
