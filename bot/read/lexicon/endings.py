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
"""

#: To be joined with the languages' own patterns.
PATTERN = rf"(?<=\ )(?:{'|'.join(_ENDINGS.split())})$|^(?:{'|'.join(_BEGINNINGS.split())})(?=\ [A-ZÀ-ÖØ-Þ0-9d])"
