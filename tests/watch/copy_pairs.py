"""Pairs of invented articles, each a copy or not, written before the rules were tried on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    name: str
    copy: bool
    a: tuple[str, str, str, str]  # language, outlet, title, text
    b: tuple[str, str, str, str]


FERRY = (
    "en", "Kestrel News", "Ferry line Skagholm orders four battery ships for 310 million euros",
    "COPENHAGEN, Sept 4 (Kestrel News) - Ferry operator Skagholm Line has ordered four battery-powered ships from the Varde yard for 310 million euros, the two companies said on Thursday.\n\n"
    "The ships will each carry 620 passengers and 140 cars across the Aalsund strait, a trip of 48 minutes. The first is to enter service in the spring of 2028.\n\n"
    "\"Diesel has had a good century on this route. It ends here,\" Skagholm's managing director Birthe Toftlund told reporters.\n\n"
    "The batteries, of 17 megawatt-hours a ship, will be charged in port within nine minutes. The state grid company is building two transformer stations for the purpose.\n\n"
    "The Varde yard, which had announced 240 redundancies in May, said that it would withdraw 180 of them.",
)  # fmt: skip

DAM = (
    "it", "Corriere del Lario", "Diga di Valtorma, la procura indaga sulle perizie",
    "La procura di Montecairo ha aperto un'inchiesta sulle perizie con cui nel 2021 fu autorizzato l'innalzamento della diga di Valtorma, gestita dalla società Idrolario. Lo confermano tre fonti giudiziarie.\n\n"
    "Due geologi avrebbero firmato relazioni identiche, errori di battitura compresi, a distanza di sei mesi. Il compenso complessivo ammonta a 410 mila euro.\n\n"
    "«Le perizie furono affidate con gara e verificate dal ministero», replica l'amministratore delegato Ruggero Castelmonte. «Non abbiamo nulla da nascondere.»\n\n"
    "La diga, alta 93 metri, trattiene 27 milioni di metri cubi d'acqua. A valle vivono circa 14.500 persone, che a marzo hanno protestato davanti al municipio.",
)  # fmt: skip

CHIP = (
    "zh", "江北财经", "澜舟半导体拟出售车规芯片业务",
    "【江北财经】两名知情人士称,澜舟半导体正与数家投资机构接触,拟以约65亿元出售旗下车规芯片业务。该业务去年营收为23亿元,占公司总营收的31%。\n\n"
    "知情人士表示,公司已聘请一家投行担任顾问,预计11月底前收到首轮报价。由于谈判并未公开,两人不愿具名。\n\n"
    "澜舟半导体董事长梁书怀在电话中回应说:\"我们没有出售任何业务的计划,这是竞争对手放出的谣言。\"\n\n"
    "该公司位于江北的8英寸晶圆厂目前有员工2700人,月产能为4.2万片。公司股价周五收跌5.8%。",
)  # fmt: skip

BANK = (
    "en", "Copperfield Gazette", "Tarn & Lowther to shut a third of its branches",
    "Regional lender Tarn & Lowther will close 57 of its 168 branches by next summer and cut 640 jobs, according to a plan sent to staff on Wednesday and seen by the Gazette.\n\n"
    "The closures fall hardest on the Marl valley, where 19 towns will be left without a bank. Mobile vans are to call once a week.\n\n"
    "\"Nine in ten of our customers never come in,\" chief executive Oriel Banfield says in the letter. \"We cannot heat empty rooms for ever.\"\n\n"
    "The staff union called the plan brutal and said that it had been given two hours' notice. It will ballot its 2,900 members on industrial action.\n\n"
    "Tarn & Lowther made a profit of 112 million pounds last year, 9% less than in 2023.",
)  # fmt: skip

KOREAN = (
    "ko", "한빛일보", "누리조선, 해상풍력 설치선 3척 수주 취소 통보받아",
    "누리조선이 노르웨이 선주로부터 해상풍력 설치선 3척의 발주를 취소한다는 통보를 받은 것으로 확인됐다. 계약 금액은 1조 2400억원으로 지난해 매출의 18%에 해당한다.\n\n"
    "업계 관계자 두 명은 선주사가 납기 지연을 이유로 지난 9일 서면으로 해지를 통보했다고 전했다. 첫 배는 당초 내년 3월 인도될 예정이었다.\n\n"
    "누리조선 홍보팀은 \"통보를 받은 사실이 없으며 건조는 계획대로 진행되고 있다\"고 밝혔다.\n\n"
    "거제에 있는 이 회사 조선소에는 협력업체를 포함해 6800명이 일하고 있다. 주가는 이날 7.3% 떨어진 2만 1450원에 마감했다.",
)  # fmt: skip

PAIRS = (
    Pair("en to de, no credit", True, FERRY, (
        "de", "Ostsee-Bote", "Skagholm bestellt vier Batterie-Fähren in Varde",
        "Kopenhagen. Die Fährreederei Skagholm Line hat bei der Werft Varde vier batteriebetriebene Schiffe für 310 Millionen Euro bestellt. Das teilten beide Unternehmen am Donnerstag mit.\n\n"
        "Jedes der Schiffe soll 620 Passagiere und 140 Autos über den Aalsund bringen, die Überfahrt dauert 48 Minuten. Das erste soll im Frühjahr 2028 in Dienst gehen.\n\n"
        "„Der Diesel hatte auf dieser Strecke ein gutes Jahrhundert. Hier endet es“, sagte Skagholms Geschäftsführerin Birthe Toftlund vor Journalisten.\n\n"
        "Die Batterien mit je 17 Megawattstunden werden im Hafen binnen neun Minuten geladen. Der staatliche Netzbetreiber baut dafür zwei Umspannwerke.\n\n"
        "Die Werft, die im Mai 240 Entlassungen angekündigt hatte, will 180 davon zurücknehmen.")),
    Pair("en to pt, shortened", True, FERRY, (
        "pt", "Diário da Barra", "Skagholm encomenda quatro ferries a bateria por 310 milhões",
        "A operadora de ferries Skagholm Line encomendou ao estaleiro Varde quatro navios movidos a bateria por 310 milhões de euros, anunciaram as duas empresas na quinta-feira.\n\n"
        "Cada navio transportará 620 passageiros e 140 automóveis através do estreito de Aalsund, numa viagem de 48 minutos. O primeiro entrará ao serviço na primavera de 2028.\n\n"
        "«O gasóleo teve um bom século nesta rota. Acaba aqui», disse aos jornalistas a diretora-geral da Skagholm, Birthe Toftlund.\n\n"
        "O estaleiro de Varde, que em maio anunciara 240 despedimentos, vai anular 180.")),
    Pair("it to fr, credited", True, DAM, (
        "fr", "Le Courrier du Rhin", "Barrage de Valtorma : le parquet enquête sur les expertises",
        "Le parquet de Montecairo a ouvert une enquête sur les expertises qui ont permis d'autoriser en 2021 le rehaussement du barrage de Valtorma, exploité par la société Idrolario. Trois sources judiciaires le confirment.\n\n"
        "Deux géologues auraient signé, à six mois d'intervalle, des rapports identiques, fautes de frappe comprises. Les honoraires s'élèvent au total à 410 000 euros.\n\n"
        "« Les expertises ont été attribuées par appel d'offres et vérifiées par le ministère », réplique l'administrateur délégué Ruggero Castelmonte. « Nous n'avons rien à cacher. »\n\n"
        "Haut de 93 mètres, le barrage retient 27 millions de mètres cubes d'eau. Environ 14 500 personnes vivent en aval ; elles ont manifesté en mars devant la mairie.\n\n"
        "(Traduit de l'italien par la rédaction, avec le Corriere del Lario)")),
    Pair("zh to en, credited", True, CHIP, (
        "en", "Silicon Ledger", "Lanzhou Semiconductor said to weigh sale of car-chip unit",
        "Lanzhou Semiconductor is in contact with several investment firms about selling its automotive chip business for about 6.5 billion yuan, two people familiar with the matter said. The unit had revenue of 2.3 billion yuan last year, 31% of the company's total.\n\n"
        "The company has hired an investment bank as adviser and expects first offers by the end of November, the people said. They declined to be named because the talks are not public.\n\n"
        "\"We have no plan to sell any business, this is a rumour spread by competitors,\" chairman Liang Shuhuai said by phone.\n\n"
        "The company's eight-inch fab in Jiangbei employs 2,700 people and has a monthly capacity of 42,000 wafers. The shares closed down 5.8% on Friday.\n\n"
        "Translated from Jiangbei Finance")),
    Pair("ko to en, no credit", True, KOREAN, (
        "en", "Yard & Berth", "Owner cancels three wind turbine vessels at Nuri Shipbuilding",
        "Nuri Shipbuilding has been notified by a Norwegian shipowner that it is cancelling its order for three offshore wind installation vessels. The contract is worth 1.24 trillion won, equal to 18% of last year's sales.\n\n"
        "The owner gave written notice of termination on the 9th, citing delays in delivery, two industry officials said. The first vessel was originally due to be handed over next March.\n\n"
        "\"We have received no such notice and construction is proceeding as planned,\" Nuri's public relations team said.\n\n"
        "The company's yard in Geoje employs 6,800 people, including subcontractors. Its shares closed 7.3% lower at 21,450 won.")),
    Pair("en aggregator", True, BANK, (
        "en", "MoneyPulse", "57 branches to go at Tarn & Lowther",
        "Tarn & Lowther, the regional lender, is to shut 57 of its 168 branches by next summer, with the loss of 640 jobs, a plan sent to staff on Wednesday shows.\n\n"
        "Hardest hit will be the Marl valley: 19 towns there will be left without a bank. Mobile vans are to call once a week.\n\n"
        "\"Nine in ten of our customers never come in,\" chief executive Oriel Banfield writes. \"We cannot heat empty rooms for ever.\"\n\n"
        "Calling the plan brutal, the staff union said it had been given just two hours' notice, and that it would ballot its 2,900 members on industrial action.\n\n"
        "Profit at the bank came to 112 million pounds last year, down 9% on 2023.")),
    Pair("en cut, share price added", True, BANK, (
        "en", "Marl Valley Mercury", "Bank to leave 19 valley towns",
        "Regional lender Tarn & Lowther will close 57 of its 168 branches by next summer and cut 640 jobs, according to a plan sent to staff on Wednesday and seen by the Gazette.\n\n"
        "The closures fall hardest on the Marl valley, where 19 towns will be left without a bank. Mobile vans are to call once a week.\n\n"
        "Tarn & Lowther shares rose 2.1% to 318 pence by midday.\n\n"
        "\"Nine in ten of our customers never come in,\" chief executive Oriel Banfield says in the letter. \"We cannot heat empty rooms for ever.\"")),
    Pair("ja, edited", True, (
        "ja", "北都通信", "汐見精機、主力工場の移転を延期",
        "工作機械の汐見精機は8日、北都市にある主力工場の移転を2年延期すると発表した。当初は2026年10月の稼働を予定していた。\n\n"
        "移転先の地盤に軟弱な層が見つかり、追加の工事費が約48億円に膨らむためという。総投資額は当初計画の210億円を大きく上回る。\n\n"
        "会見した岸本理恵社長は「安全を最優先に考えた結果で、生産計画への影響は小さい」と述べた。\n\n"
        "現工場では約930人が働く。市の担当者は「固定資産税の見込みが狂う」と困惑している。"), (
        "ja", "北都日日新聞", "汐見精機の新工場、2年先送り",
        "工作機械の汐見精機は8日、北都市にある主力工場の移転を2年先送りすると発表した。26年10月に稼働させる計画だった。\n\n"
        "移転先の地盤に軟弱な層が見つかり、追加工事の費用が約48億円に膨らむためとしている。\n\n"
        "岸本理恵社長は記者会見で「安全を最優先に考えた結果で、生産計画への影響は小さい」と述べた。\n\n"
        "現工場の従業員は約930人。")),
    Pair("es, half of it", True, (
        "es", "Agencia Norte", "Puertalba recurrirá la multa de 84 millones",
        "PUERTALBA (Agencia Norte).- La concesionaria Autovías del Sil recurrirá la multa de 84 millones de euros que le impuso el lunes el organismo de la competencia por pactar precios con dos rivales.\n\n"
        "«La resolución confunde un boletín público con un cártel», afirmó su presidente, Anselmo Bretal, en una comparecencia sin preguntas.\n\n"
        "Según el expediente, las tres empresas intercambiaron durante siete años las tarifas previstas para 312 kilómetros de autopista. La investigación empezó con la denuncia de un transportista en 2019.\n\n"
        "La asociación de usuarios reclamará la devolución de unos 130 euros por conductor. El juzgado tardará previsiblemente dos años en pronunciarse.\n\n"
        "Las acciones de la compañía cayeron un 6,4%."), (
        "es", "La Voz de Sila", "Autovías del Sil irá a los tribunales por la multa",
        "La concesionaria Autovías del Sil recurrirá la multa de 84 millones de euros que le impuso el lunes el organismo de la competencia por pactar precios con dos rivales.\n\n"
        "«La resolución confunde un boletín público con un cártel», afirmó su presidente, Anselmo Bretal, en una comparecencia sin preguntas.\n\n"
        "La asociación de usuarios reclamará la devolución de unos 130 euros por conductor.")),
    Pair("re-report, en to es", False, BANK, (
        "es", "El Faro Financiero", "Tarn & Lowther cerrará 57 oficinas, según la prensa británica",
        "El banco regional Tarn & Lowther prepara el cierre de 57 sucursales y la supresión de 640 empleos, según publicó el miércoles el Copperfield Gazette, que cita un plan enviado a la plantilla.\n\n"
        "El diario señala que la zona más afectada será el valle de Marl. La entidad no respondió a una llamada de este periódico.\n\n"
        "El cierre de oficinas se acelera en todo el país: con este anuncio suman 1.130 desde enero, según los cálculos de la consultora Brightwell, que prevé otras 900 en 2026.\n\n"
        "Tarn & Lowther, con sede en Copperfield, ganó 112 millones de libras el año pasado, de acuerdo con el mismo diario.")),
    Pair("re-report, zh to en", False, CHIP, (
        "en", "Kestrel News", "China's Lanzhou Semiconductor exploring sale of car chip business - report",
        "BEIJING, Oct 17 (Kestrel News) - China's Lanzhou Semiconductor is exploring a sale of its automotive chip business for about 6.5 billion yuan ($910 million), Jiangbei Finance reported on Friday, citing two people with knowledge of the matter.\n\n"
        "The report said the company had hired an adviser and expected first offers by the end of November.\n\n"
        "Chairman Liang Shuhuai told the newspaper that there was no plan to sell any business. The company did not immediately respond to a Kestrel News request for comment.\n\n"
        "The business accounted for 31% of revenue last year, according to the report. Shares in Lanzhou fell 5.8% on Friday.\n\n"
        "(Reporting by Tam Orrick; Editing by Lou Hasler)")),
    Pair("re-report, it to de, unsigned", False, DAM, (
        "de", "Alpenkurier", "Italien: Ermittlungen wegen Gutachten zu Staudamm",
        "Die Staatsanwaltschaft im norditalienischen Montecairo ermittelt nach einem Bericht der Zeitung „Corriere del Lario“ wegen der Gutachten für die Erhöhung des Staudamms von Valtorma. Das Blatt beruft sich auf drei Quellen in der Justiz.\n\n"
        "Zwei Geologen sollen dem Bericht zufolge wortgleiche Gutachten abgegeben haben. Der Betreiber Idrolario wies die Vorwürfe gegenüber der Zeitung zurück.\n\n"
        "In der Schweiz verfolgt man den Fall genau: Der Kanton hatte im Juni bei denselben Geologen ein Gutachten für das Kraftwerk Sassalp bestellt, wie eine Sprecherin auf Anfrage sagte. Man prüfe nun, ob es neu vergeben werde.\n\n"
        "Der Damm von Valtorma ist 93 Meter hoch.")),
    Pair("re-report, en to en", False, BANK, (
        "en", "Kestrel News", "UK lender Tarn & Lowther to close 57 branches - Copperfield Gazette",
        "Nov 12 (Kestrel News) - British regional lender Tarn & Lowther plans to close 57 branches and cut 640 jobs, the Copperfield Gazette reported on Wednesday, citing a plan sent to staff.\n\n"
        "The newspaper said that 19 towns in the Marl valley would be left without a bank.\n\n"
        "Tarn & Lowther declined to comment when contacted by Kestrel News, which could not independently verify the report.\n\n"
        "The bank made a profit of 112 million pounds last year.")),
    Pair("independent, en and en, one quote shared", False, FERRY, (
        "en", "Strait Observer", "Islanders welcome quiet ferries but dread the pylons",
        "When the Skagholm night boat starts its engines, the cups rattle in Ditte Rask's kitchen. \"From 2028 I shall sleep,\" said the retired teacher, whose house stands 200 metres from the berth.\n\n"
        "\"Diesel has had a good century on this route. It ends here,\" managing director Birthe Toftlund said at the signing.\n\n"
        "Not everyone is pleased. The grid company wants to put 31 pylons across the Hvide marsh, and three farmers have refused to let its surveyors in. A hearing is set for October 2.\n\n"
        "The mayor, Hans Vejrup, said that the council had learned of the route from a leaflet. Tickets will rise by 6%, according to a letter to commuters.")),
    Pair("newsletter, de", False, (
        "de", "Handelsbote", "Kranzler Optik schließt Werk in Lindau",
        "Der Linsenhersteller Kranzler Optik schließt sein Werk in Lindau zum 30. Juni 2026. Betroffen sind 212 Beschäftigte, wie die Geschäftsführung am Montag mitteilte.\n\n"
        "Die Fertigung wird nach Brünn verlagert. Kranzler hatte im vorigen Jahr bei 96 Millionen Euro Umsatz 11 Millionen Euro verloren.\n\n"
        "„Wir haben jede Schraube umgedreht“, sagte Geschäftsführer Edgar Nolte. Die Gewerkschaft kündigte Widerstand an."), (
        "de", "Der Montagsbrief", "Warum Maschinenbauer gerade billig sind",
        "Guten Morgen! Drei Dinge, die Sie diese Woche wissen sollten, und eines, das Sie gleich wieder vergessen dürfen.\n\n"
        "Der Maschinenbauindex hat seit Januar 14 Prozent verloren. Wir halten das für übertrieben und haben bei Tollwitz Antriebe zu 41 Euro zugekauft.\n\n"
        "Aus den Agenturen: Der Linsenhersteller Kranzler Optik schließt sein Werk in Lindau zum 30. Juni 2026. Betroffen sind 212 Beschäftigte, wie die Geschäftsführung am Montag mitteilte.\n\n"
        "Am Donnerstag tagt die Notenbank. Unsere Umfrage unter 60 Lesern ergab, dass vier von fünf keine Änderung erwarten. Und vergessen dürfen Sie den neuen Fahrplan der Seilbahn.")),
    Pair("forms, ja", False, (
        "ja", "東央取引所", "大量保有報告書 三笠電装",
        "提出者は、金融商品に関する法令に基づき、下記のとおり大量保有報告書を提出します。\n\n"
        "発行者の名称は三笠電装株式会社、証券コードは6178、提出義務発生日は2025年8月4日です。\n\n"
        "提出者は港アセットマネジメント株式会社で、保有株券等の数は3,412,600株、保有割合は5.27%です。保有目的は純投資です。\n\n"
        "当該株券等に関する担保契約等の重要な契約はありません。取得資金は自己資金4,870百万円です。"), (
        "ja", "東央取引所", "大量保有報告書 潮路運輸",
        "提出者は、金融商品に関する法令に基づき、下記のとおり大量保有報告書を提出します。\n\n"
        "発行者の名称は潮路運輸株式会社、証券コードは9034、提出義務発生日は2025年8月6日です。\n\n"
        "提出者は東雲キャピタル株式会社で、保有株券等の数は1,208,300株、保有割合は6.91%です。保有目的は純投資です。\n\n"
        "当該株券等に関する担保契約等の重要な契約はありません。取得資金は自己資金2,130百万円です。")),
    Pair("forms, en, another regulator's desk", False, (
        "en", "Medicines Office", "Class 2 recall: Brentalin 20 mg tablets",
        "Distribute to pharmacy level. Action within 48 hours. Marketing authorisation holder: Quillmont Pharma Limited. Product: Brentalin 20 mg tablets. Batch: QB2214. Expiry date: 03/2027. Pack size: 28.\n\n"
        "Brief description of the problem: Quillmont Pharma Limited is recalling the above batch as a precaution because an out-of-specification result was found for an impurity during stability testing.\n\n"
        "Advice for healthcare professionals: Stop supplying the above batch immediately. Quarantine all remaining stock and return it to your supplier using your supplier's approved process.\n\n"
        "Company contacts for further information: 0300 555 0142."), (
        "en", "Northern Medicines Desk", "Class 2 recall: Solvaxen oral solution",
        "Distribute to pharmacy level. Action within 48 hours. Marketing authorisation holder: Hartley Vance Laboratories. Product: Solvaxen oral solution 5 mg/ml. Batch: 77410A, 77412A. Expiry date: 11/2026. Pack size: 150 ml.\n\n"
        "Brief description of the problem: Hartley Vance Laboratories is recalling the above batches as a precaution because some bottles may carry a leaflet with a wrong dose for children.\n\n"
        "Advice for healthcare professionals: Stop supplying the above batches immediately. Quarantine all remaining stock and return it to your supplier using your supplier's approved process.\n\n"
        "Company contacts for further information: 0300 555 0187.")),
    Pair("follow-up with background, fr", False, (
        "fr", "Agence Ponant", "Ostréa licencie 90 salariés à Kerlan",
        "L'entreprise ostréicole Ostréa va licencier 90 de ses 260 salariés à Kerlan, a annoncé mardi son président, Malo Keradec.\n\n"
        "« Deux saisons perdues, c'est plus que nos reins ne peuvent porter », a-t-il déclaré.\n\n"
        "Ostréa, fondée en 1958, produit chaque année 3 400 tonnes d'huîtres et réalise un chiffre d'affaires de 41 millions d'euros.\n\n"
        "Un virus a détruit près de 70 % du naissain dans la baie depuis le printemps 2024."), (
        "fr", "Agence Ponant", "Ostréa : le tribunal suspend le plan social",
        "Le tribunal judiciaire de Kerlan a suspendu vendredi le plan social d'Ostréa, estimant que le comité d'entreprise n'avait pas été informé dans les délais. La direction dispose de quinze jours pour faire appel.\n\n"
        "« C'est une gifle méritée », a réagi l'avocate des salariés, Nolwenn Le Dantec, qui réclame l'ouverture de négociations avec la région.\n\n"
        "Ostréa, fondée en 1958, produit chaque année 3 400 tonnes d'huîtres et réalise un chiffre d'affaires de 41 millions d'euros.\n\n"
        "Un virus a détruit près de 70 % du naissain dans la baie depuis le printemps 2024.")),
    Pair("press release and report, es", False, (
        "es", "Grupo Almenar", "Almenar inaugura su mayor planta de hidrógeno",
        "El Grupo Almenar ha inaugurado hoy en Roquillas la mayor planta de hidrógeno renovable del país, con una potencia de 45 megavatios y una inversión de 118 millones de euros.\n\n"
        "La instalación producirá 6.200 toneladas al año y evitará la emisión de 55.000 toneladas de CO2. El proyecto ha generado 300 empleos durante su construcción.\n\n"
        "«Hoy empieza el futuro de esta comarca», ha declarado la consejera delegada, Lidia Monforte."), (
        "es", "Heraldo de Roquillas", "La planta de hidrógeno de Almenar arranca sin agua",
        "La planta de hidrógeno que Almenar inauguró el martes en Roquillas no tiene todavía concesión de agua, según un escrito de la confederación hidrográfica al que ha tenido acceso este periódico.\n\n"
        "El documento, fechado el 3 de julio, pide al grupo un estudio del acuífero antes de autorizar los 90.000 metros cúbicos anuales que necesita. Los regantes temen por sus pozos.\n\n"
        "«Nos enteramos por la radio», dice Fermín Abad, que cultiva 40 hectáreas de almendros. La empresa, que ha invertido 118 millones, asegura que usará agua de una cisterna hasta septiembre.")),
    Pair("independent, fr and de", False, (
        "fr", "Le Messager du Jura", "Grève chez Horlora : les ateliers à l'arrêt",
        "Les 480 ouvriers d'Horlora ont cessé le travail lundi à Sainte-Agathe pour réclamer une hausse de salaire de 7 %. La direction propose 2,5 %.\n\n"
        "« On monte des montres à 9 000 euros et on compte les pièces jaunes », lance Sandrine Vuille, déléguée syndicale.\n\n"
        "Le préfet a nommé un médiateur. Les livraisons de Noël, soit 12 000 montres, pourraient être retardées de trois semaines."), (
        "de", "Uhrenzeitung", "Horlora-Streik: Händler fürchten leere Vitrinen",
        "Juweliere in Zürich und Genf stellen sich auf Engpässe ein, seit bei Horlora gestreikt wird. „Ich habe noch elf Stück und eine Warteliste von vierzig Kunden“, sagt Urs Bänziger von der Kette Goldring.\n\n"
        "Horlora hat Händlern am Mittwoch geschrieben, das Modell Aigle komme frühestens im Februar. Das Schreiben liegt dieser Zeitung vor. Analyst Reto Caduff schätzt den Ausfall auf 35 Millionen Franken.\n\n"
        "Auf dem Graumarkt kostet die Aigle bereits ein Fünftel mehr als im September.")),
    Pair("filings of one company, ko", False, (
        "ko", "한울거래소", "누리조선 분기 실적(잠정)",
        "누리조선 주식회사는 2025년 2분기 연결 기준 잠정 실적을 아래와 같이 공시합니다.\n\n"
        "매출액은 1조 8340억원으로 전년 동기 대비 4.6% 증가하였고, 영업이익은 912억원으로 12.1% 증가하였습니다.\n\n"
        "본 자료는 외부감사인의 검토가 완료되지 않은 상태에서 작성된 것으로 실제 결과와 차이가 있을 수 있습니다. 문의는 기업설명팀으로 하시기 바랍니다."), (
        "ko", "한울거래소", "누리조선 분기 실적(잠정)",
        "누리조선 주식회사는 2025년 3분기 연결 기준 잠정 실적을 아래와 같이 공시합니다.\n\n"
        "매출액은 1조 6920억원으로 전년 동기 대비 3.8% 감소하였고, 영업이익은 607억원으로 28.4% 감소하였습니다.\n\n"
        "본 자료는 외부감사인의 검토가 완료되지 않은 상태에서 작성된 것으로 실제 결과와 차이가 있을 수 있습니다. 문의는 기업설명팀으로 하시기 바랍니다.")),
)  # fmt: skip
