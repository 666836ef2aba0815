"""More pairs of invented articles, written before the rules were tried on them: what a desk does to agency
copy, translations between neighbouring and distant languages, and what only looks alike (see `copy_pairs`)."""

from __future__ import annotations

from tests.watch.copy_pairs import Pair

RAIL = (
    "en", "Tarrick Press Agency", "Brakes failed on Velmar trains twelve times, inspectors told",
    "HOLVIK, March 3 (TPA) - Train maker Velmar Rolling Stock was told of twelve brake failures on its VR40 commuter units before last month's collision at Holvik East, according to maintenance logs reviewed by the agency.\n\n"
    "The logs, kept by the operator Northline, show that the first failure was reported on 14 November 2024. In nine cases the driver stopped the train with the emergency system.\n\n"
    "\"Every one of those reports was answered within 48 hours,\" Velmar's head of engineering, Sunniva Aldous, said in an e-mail. \"None of them concerned the part that broke.\"\n\n"
    "The collision on 9 February injured 37 people. Northline has since withdrawn 26 of its 84 units and is running a reduced timetable.\n\n"
    "The transport inspectorate expects to publish its first findings in May. Velmar, which employs 5,300 people, has lost a quarter of its market value since the crash.",
)  # fmt: skip

WERK = (
    "de", "Oderland-Zeitung", "Pumpenbauer Grawitz verlegt Montage nach Brzezno",
    "Der Pumpenhersteller Grawitz verlagert die Endmontage von Letzow in sein Werk im polnischen Brzezno. Das geht aus einer Präsentation für den Aufsichtsrat hervor, die dieser Zeitung vorliegt. Betroffen sind 430 der 1.150 Beschäftigten.\n\n"
    "Die Verlagerung soll im Oktober beginnen und bis Ende 2027 abgeschlossen sein. Grawitz verspricht sich davon Einsparungen von 28 Millionen Euro im Jahr.\n\n"
    "„Wir prüfen mehrere Szenarien, entschieden ist nichts“, sagte Vorstandschefin Wiebke Harm am Rande einer Messe. Der Betriebsrat sei eingebunden.\n\n"
    "Betriebsratschef Jörn Maschke widerspricht: „Wir haben von den Plänen aus der Zeitung erfahren.“ Für Donnerstag ruft die Gewerkschaft zu einer Kundgebung vor dem Werkstor auf.\n\n"
    "Erst vor zwei Jahren hatte das Land den Standort Letzow mit 12,5 Millionen Euro gefördert.",
)  # fmt: skip

EAU = (
    "fr", "Agence Alizé", "Eaux de Sauvagne : des nitrates au-dessus de la norme pendant sept mois",
    "SAUVAGNE, 18 juin (Alizé) - L'embouteilleur Sources de Sauvagne a vendu pendant sept mois une eau dont la teneur en nitrates dépassait la norme, selon des relevés internes consultés par l'Agence Alizé.\n\n"
    "Sur 212 prélèvements effectués entre août et février, 64 affichaient plus de 50 milligrammes par litre. Le plus élevé atteignait 81 milligrammes.\n\n"
    "« Aucune bouteille non conforme n'a quitté l'usine », assure la directrice générale, Maëlle Trévoux. « Ces relevés concernent l'eau brute, avant traitement. »\n\n"
    "L'usine, qui emploie 340 personnes, produit 190 millions de bouteilles par an. Une association de consommateurs a annoncé qu'elle porterait plainte.\n\n"
    "L'agence régionale de santé indique avoir mené deux inspections depuis janvier, sans en préciser les résultats.",
)  # fmt: skip

MINA = (
    "es", "La Gaceta del Salitre", "Mineral Quebrada negocia ceder el 40 % de su mina de litio",
    "La minera Mineral Quebrada negocia con un grupo inversor de Singapur la cesión del 40 % de su mina de litio de Aguas Blancas por unos 720 millones de dólares, según tres personas al tanto de las conversaciones.\n\n"
    "Las partes firmaron en abril un acuerdo de confidencialidad y esperan cerrar la operación antes de que acabe septiembre. El comprador se quedaría con dos de los siete asientos del directorio.\n\n"
    "\"No comentamos rumores, pero les aseguro que Aguas Blancas no está en venta\", declaró el presidente de la compañía, Eliseo Urmeneta, tras la junta de accionistas.\n\n"
    "La mina produjo el año pasado 31.400 toneladas de carbonato de litio y da empleo a 880 personas. La deuda de la empresa asciende a 1.150 millones.",
)  # fmt: skip

NUVEM = (
    "pt", "Correio da Serra", "Falha na Lumeo expôs dados de 2,3 milhões de clientes",
    "Uma falha nos servidores da operadora Lumeo deixou expostos durante 41 dias os dados de 2,3 milhões de clientes, apurou o Correio da Serra junto de dois antigos funcionários da empresa.\n\n"
    "Entre os dados estavam moradas, números de contribuinte e faturas. O acesso não exigia palavra-passe e só foi fechado a 6 de julho, depois de um alerta de um investigador independente.\n\n"
    "\"Não temos qualquer indício de que os dados tenham sido consultados por terceiros\", respondeu a diretora de comunicação, Benedita Falcato.\n\n"
    "A autoridade de proteção de dados confirmou ter aberto um processo. A coima pode chegar a 4% da faturação, que foi de 615 milhões de euros.",
)  # fmt: skip

KISEN = (
    "ja", "瀬戸内経済通信", "大浜汽船、造船子会社の売却を検討",
    "海運大手の大浜汽船が造船子会社の大浜ドックを売却する方向で検討していることが17日、分かった。複数の関係者が明らかにした。売却額は約380億円となる見通し。\n\n"
    "投資ファンド3社がすでに資産査定を始めており、9月末までに優先交渉先を決める。大浜ドックの2024年度の売上高は612億円、従業員は約1450人。\n\n"
    "大浜汽船の柴崎透社長は同日、記者団に「子会社の売却を検討した事実はない」と述べた。\n\n"
    "同社は2年連続で最終赤字となり、有利子負債は2900億円に膨らんでいる。主力取引銀行は資産の圧縮を求めていた。",
)  # fmt: skip

BAEK = (
    "ko", "가람경제", "바른식품, 냉동만두 리콜 검토…이물질 신고 47건",
    "바른식품이 냉동만두 제품의 자진 회수를 검토하고 있는 것으로 알려졌다. 지난 6주 동안 접수된 금속 이물질 신고가 47건에 이른다고 내부 사정을 잘 아는 관계자 두 명이 전했다.\n\n"
    "문제의 제품은 화성 2공장에서 생산된 것으로, 하루 생산량은 18만 봉지다. 회사는 지난 4일 해당 라인의 가동을 멈췄다.\n\n"
    "바른식품 관계자는 \"정기 점검을 위한 중단이며 회수는 검토한 바 없다\"고 말했다.\n\n"
    "이 제품의 지난해 매출은 930억원으로 회사 전체의 12%를 차지한다.",
)  # fmt: skip

YAO = (
    "zh", "岭南商讯", "澄江药业新药临床试验被叫停",
    "【岭南商讯】澄江药业的降糖新药CJ-118三期临床试验已被叫停,两名参与试验的医生对本报表示。试验共招募了1860名受试者,其中23人出现严重肝损伤。\n\n"
    "医生们说,独立数据监查委员会在3月12日的会议上建议暂停给药。公司尚未公布这一消息。\n\n"
    "澄江药业董事会秘书陆闻笙在短信中回复:\"试验按计划推进,所谓叫停纯属误读。\"\n\n"
    "该药是公司最重要的在研产品,研发投入累计达9.4亿元。公司股票年初以来下跌了17%。",
)  # fmt: skip

PORTO = (
    "it", "Il Faro di Levante", "Cantieri Morosetti, revocata la commessa da 640 milioni",
    "La marina del Marasso ha revocato ai Cantieri Morosetti la commessa per due pattugliatori, del valore di 640 milioni di euro. Lo riferiscono due dirigenti del cantiere che hanno chiesto l'anonimato.\n\n"
    "Alla base della decisione ci sarebbero 14 mesi di ritardo accumulati sulla prima unità e una penale mai versata di 22 milioni.\n\n"
    "«Non abbiamo ricevuto alcuna comunicazione formale e continuiamo a costruire», ha detto l'amministratore delegato Tancredi Ollearo.\n\n"
    "Il cantiere di Porto Saline dà lavoro a 1.900 persone, più circa 2.600 dell'indotto. I sindacati hanno chiesto un incontro urgente con la regione.",
)  # fmt: skip



def _reprinted(
    story: tuple[str, str, str, str], count: int, outlet: str, last: str
) -> tuple[str, str, str, str]:
    """The first `count` paragraphs of a story as another outlet prints them, with a paragraph of its own."""
    lang, _, title, text = story
    return lang, outlet, title, "\n\n".join([*text.split("\n\n")[:count], last])


MORE = (
    # copies
    Pair("en, radio summary", True, RAIL, (
        "en", "Fjord FM", "Train maker knew of brake trouble",
        "Train maker Velmar was told of twelve brake failures on its commuter units before last month's collision at Holvik East.\n\n"
        "That is according to maintenance logs kept by Northline. In nine cases the driver had to stop with the emergency system.\n\n"
        "Velmar's head of engineering, Sunniva Aldous, said: \"Every one of those reports was answered within 48 hours. None of them concerned the part that broke.\"\n\n"
        "37 people were injured in the crash. Northline has taken 26 of its 84 units out of service.")),
    Pair("en, reordered by a local paper, with a local paragraph", True, RAIL, (
        "en", "Holvik Evening Sun", "37 hurt at Holvik East: maker had been warned",
        "The collision on 9 February injured 37 people. Northline has since withdrawn 26 of its 84 units and is running a reduced timetable.\n\n"
        "Now maintenance logs show that train maker Velmar Rolling Stock was told of twelve brake failures on its VR40 commuter units before the crash. The first failure was reported on 14 November 2024. In nine cases the driver stopped the train with the emergency system.\n\n"
        "Buses replace trains between Holvik East and Market Square until further notice.\n\n"
        "\"Every one of those reports was answered within 48 hours,\" Velmar's head of engineering, Sunniva Aldous, said in an e-mail. \"None of them concerned the part that broke.\"")),
    Pair("en, synonyms throughout", True, RAIL, (
        "en", "Railbuzz", "Velmar had a dozen brake warnings before crash",
        "Velmar Rolling Stock had received word of a dozen brake failures on its VR40 commuter trains ahead of the crash at Holvik East last month, maintenance records show.\n\n"
        "Operator Northline's records put the first of these failures on November 14, 2024. Nine times, drivers had to resort to the emergency system to bring the train to a halt.\n\n"
        "Sunniva Aldous, who heads engineering at Velmar, said by e-mail: \"Every one of those reports was answered within 48 hours. None of them concerned the part that broke.\"\n\n"
        "Thirty-seven people were hurt on February 9. Since then Northline has pulled 26 of its 84 trains and cut its timetable.\n\n"
        "First findings of the transport inspectorate are due in May. Velmar, with 5,300 staff, is worth a quarter less on the market than before the crash.")),
    Pair("en to fr, no credit", True, RAIL, (
        "fr", "La Voix du Rail", "Velmar avait été averti de douze pannes de freins",
        "Le constructeur de trains Velmar Rolling Stock avait été averti de douze pannes de freins sur ses rames de banlieue VR40 avant la collision survenue le mois dernier à Holvik East, montrent des carnets d'entretien.\n\n"
        "Ces carnets, tenus par l'exploitant Northline, situent la première panne au 14 novembre 2024. Dans neuf cas, le conducteur a arrêté le train avec le système d'urgence.\n\n"
        "« Chacun de ces signalements a reçu une réponse dans les 48 heures », a déclaré par courriel la responsable de l'ingénierie de Velmar, Sunniva Aldous. « Aucun ne concernait la pièce qui a cassé. »\n\n"
        "La collision du 9 février a fait 37 blessés. Northline a depuis retiré 26 de ses 84 rames et applique un horaire réduit.\n\n"
        "L'inspection des transports compte publier ses premières conclusions en mai. Velmar, qui emploie 5 300 personnes, a perdu un quart de sa valeur en Bourse depuis l'accident.")),
    Pair("en to zh, credited", True, RAIL, (
        "zh", "轨道交通周刊", "事故前制造商曾收到十二次刹车故障报告",
        "维尔玛轨道车辆公司在上月霍尔维克东站相撞事故之前,曾收到其VR40通勤列车十二次刹车故障的报告,维修记录显示。\n\n"
        "这些由运营商Northline保存的记录显示,首次故障报告于2024年11月14日。其中九次,司机使用紧急系统才将列车停下。\n\n"
        "维尔玛工程主管苏妮娃·阿尔道斯在电子邮件中说:\"每一份报告都在48小时内得到了答复,没有一份涉及断裂的那个部件。\"\n\n"
        "2月9日的相撞事故造成37人受伤。Northline此后停用了84列列车中的26列,并缩减了班次。\n\n"
        "运输监察局预计5月公布初步结论。维尔玛有5300名员工,事故以来市值缩水四分之一。\n\n"
        "(编译自TPA)")),
    Pair("de, cut by a third, new title", True, WERK, (
        "de", "Märkischer Abend", "430 Stellen in Letzow in Gefahr",
        "Letzow. Der Pumpenhersteller Grawitz verlagert die Endmontage von Letzow in sein Werk im polnischen Brzezno. Betroffen sind 430 der 1.150 Beschäftigten.\n\n"
        "Die Verlagerung soll im Oktober beginnen und bis Ende 2027 abgeschlossen sein. Grawitz verspricht sich davon Einsparungen von 28 Millionen Euro im Jahr.\n\n"
        "„Wir prüfen mehrere Szenarien, entschieden ist nichts“, sagte Vorstandschefin Wiebke Harm am Rande einer Messe.")),
    Pair("de to en, condensed", True, WERK, (
        "en", "Flow & Valve", "Grawitz to move pump assembly to Poland",
        "Pump maker Grawitz is moving final assembly from Letzow to its plant in Brzezno, Poland, according to a presentation to the supervisory board. 430 of 1,150 employees are affected.\n\n"
        "The move is to begin in October and be completed by the end of 2027. Grawitz expects savings of 28 million euros a year.\n\n"
        "\"We are examining several scenarios, nothing has been decided,\" chief executive Wiebke Harm said on the sidelines of a trade fair.\n\n"
        "Works council head Jörn Maschke disagrees: \"We learned of the plans from the newspaper.\" The union has called a rally at the factory gate for Thursday.")),
    Pair("fr to de, no credit", True, EAU, (
        "de", "Getränke-Kurier", "Sauvagne: Sieben Monate zu viel Nitrat im Wasser",
        "Der Abfüller Sources de Sauvagne hat sieben Monate lang Wasser verkauft, dessen Nitratgehalt über dem Grenzwert lag. Das zeigen interne Messwerte.\n\n"
        "Von 212 Proben, die zwischen August und Februar genommen wurden, lagen 64 über 50 Milligramm je Liter. Der höchste Wert betrug 81 Milligramm.\n\n"
        "„Keine einzige nicht konforme Flasche hat das Werk verlassen“, versichert Generaldirektorin Maëlle Trévoux. „Diese Messwerte betreffen das Rohwasser vor der Aufbereitung.“\n\n"
        "Das Werk mit 340 Beschäftigten füllt 190 Millionen Flaschen im Jahr ab. Ein Verbraucherverband hat angekündigt, Anzeige zu erstatten.\n\n"
        "Die regionale Gesundheitsbehörde teilt mit, sie habe seit Januar zwei Inspektionen vorgenommen, nennt aber keine Ergebnisse.")),
    Pair("fr to it, condensed", True, EAU, (
        "it", "Bollettino dell'Acqua", "Nitrati oltre i limiti nell'acqua Sauvagne",
        "L'imbottigliatore Sources de Sauvagne ha venduto per sette mesi un'acqua con un tenore di nitrati superiore alla norma, secondo rilevazioni interne.\n\n"
        "Su 212 prelievi effettuati tra agosto e febbraio, 64 superavano i 50 milligrammi per litro. Il valore più alto era di 81 milligrammi.\n\n"
        "«Nessuna bottiglia non conforme ha lasciato lo stabilimento», assicura la direttrice generale Maëlle Trévoux. «Quelle rilevazioni riguardano l'acqua grezza, prima del trattamento.»\n\n"
        "Lo stabilimento impiega 340 persone e produce 190 milioni di bottiglie l'anno.")),
    Pair("es to pt, neighbours", True, MINA, (
        "pt", "Folha do Minério", "Mineral Quebrada negocia 40% de mina de lítio",
        "A mineradora Mineral Quebrada negocia com um grupo investidor de Singapura a cessão de 40% da sua mina de lítio de Aguas Blancas por cerca de 720 milhões de dólares, segundo três pessoas a par das conversas.\n\n"
        "As partes assinaram em abril um acordo de confidencialidade e esperam fechar a operação antes do fim de setembro. O comprador ficaria com dois dos sete assentos do conselho.\n\n"
        "\"Não comentamos rumores, mas asseguro que Aguas Blancas não está à venda\", declarou o presidente da companhia, Eliseo Urmeneta, após a assembleia de acionistas.\n\n"
        "A mina produziu no ano passado 31.400 toneladas de carbonato de lítio e emprega 880 pessoas.")),
    Pair("pt to en, no credit", True, NUVEM, (
        "en", "Breachline", "Lumeo left data of 2.3 million customers open for weeks",
        "A fault in the servers of the operator Lumeo left the data of 2.3 million customers exposed for 41 days, two former employees of the company said.\n\n"
        "Among the data were addresses, taxpayer numbers and invoices. Access needed no password and was closed only on 6 July, after a warning from an independent researcher.\n\n"
        "\"We have no indication that the data was accessed by third parties,\" communications director Benedita Falcato replied.\n\n"
        "The data protection authority confirmed that it had opened a case. The fine can reach 4% of turnover, which was 615 million euros.")),
    Pair("ja to en, no credit", True, KISEN, (
        "en", "Harbour & Hull Asia", "Ohama Kisen considers selling shipyard unit",
        "Shipping group Ohama Kisen is considering the sale of its shipbuilding subsidiary Ohama Dock, several people involved said on the 17th. The price is expected to be about 38 billion yen.\n\n"
        "Three investment funds have already begun due diligence, and a preferred bidder is to be chosen by the end of September. Ohama Dock had sales of 61.2 billion yen in fiscal 2024 and employs about 1,450 people.\n\n"
        "\"There is no truth to the claim that we have considered selling the subsidiary,\" president Toru Shibasaki told reporters the same day.\n\n"
        "The company has posted net losses two years running and its interest-bearing debt has swollen to 290 billion yen. Its main bank had been asking it to slim down its assets.")),
    Pair("ja to zh, condensed", True, KISEN, (
        "zh", "航运日志", "大浜汽船考虑出售造船子公司",
        "多名相关人士17日透露,航运巨头大浜汽船正考虑出售造船子公司大浜船坞,售价预计约380亿日元。\n\n"
        "三家投资基金已开始资产评估,9月底前将确定优先谈判对象。大浜船坞2024财年销售额为612亿日元,员工约1450人。\n\n"
        "大浜汽船社长柴崎透当天对记者表示:\"没有考虑过出售子公司。\"")),
    Pair("ko, cut and retitled", True, BAEK, (
        "ko", "하루뉴스", "\"만두에서 금속\" 신고 잇따라…바른식품 자진 회수 검토",
        "바른식품이 냉동만두 제품의 자진 회수를 검토하고 있는 것으로 전해졌다. 최근 6주간 접수된 금속 이물질 신고는 47건이다.\n\n"
        "문제의 제품은 화성 2공장에서 생산됐으며 하루 생산량은 18만 봉지다. 회사는 지난 4일 해당 라인을 멈췄다.\n\n"
        "회사 관계자는 \"정기 점검을 위한 중단이며 회수는 검토한 바 없다\"고 말했다.")),
    Pair("ko to ja, no credit", True, BAEK, (
        "ja", "食品流通ジャーナル", "パルン食品、冷凍餃子の回収を検討 異物の届け出47件",
        "パルン食品が冷凍餃子の自主回収を検討していることが分かった。この6週間に寄せられた金属異物の届け出は47件に上ると、内部事情に詳しい関係者2人が明らかにした。\n\n"
        "問題の製品は華城第2工場で生産されたもので、1日の生産量は18万袋。会社は4日に当該ラインの稼働を止めた。\n\n"
        "パルン食品の関係者は「定期点検のための停止で、回収は検討していない」と述べた。\n\n"
        "この製品の昨年の売上高は930億ウォンで、会社全体の12%を占める。")),
    Pair("zh, lightly rewritten", True, YAO, (
        "zh", "财经早知道", "澄江药业CJ-118三期试验传叫停,23人肝损伤",
        "澄江药业降糖新药CJ-118的三期临床试验已遭叫停,参与试验的两名医生透露。该试验招募受试者1860名,23人出现严重肝损伤。\n\n"
        "独立数据监查委员会3月12日开会建议暂停给药,但公司至今未公布。\n\n"
        "公司董秘陆闻笙短信回复称:\"试验按计划推进,所谓叫停纯属误读。\"\n\n"
        "该药研发投入累计9.4亿元,是公司最重要的在研产品。公司股价今年以来累计下跌17%。")),
    Pair("it to es, no credit", True, PORTO, (
        "es", "Astilleros Hoy", "Revocan a Cantieri Morosetti un contrato de 640 millones",
        "La marina de Marasso ha revocado a Cantieri Morosetti el contrato de dos patrulleros, por valor de 640 millones de euros, según dos directivos del astillero que pidieron el anonimato.\n\n"
        "En la base de la decisión estarían los 14 meses de retraso acumulados en la primera unidad y una penalización de 22 millones que nunca se pagó.\n\n"
        "«No hemos recibido ninguna comunicación formal y seguimos construyendo», dijo el consejero delegado, Tancredi Ollearo.\n\n"
        "El astillero de Porto Saline da trabajo a 1.900 personas, más unas 2.600 de la industria auxiliar. Los sindicatos han pedido una reunión urgente con la región.")),
    # no copies
    Pair("en, report about the report", False, RAIL, (
        "en", "Coastal Herald", "Velmar shares slide after agency report on brakes",
        "Shares in Velmar Rolling Stock fell as much as 11% on Tuesday after the Tarrick Press Agency reported that the train maker had been told of twelve brake failures before the Holvik East collision.\n\n"
        "The agency cited maintenance logs kept by Northline. Velmar told the agency that every report had been answered within 48 hours.\n\n"
        "\"The question is not whether they answered but what they did,\" said Petra Lindqvist, who chairs the parliament's transport committee. She wants to summon the board on 12 March.\n\n"
        "Analysts at Brook Street Partners cut their price target from 64 to 48 crowns. Velmar declined to comment further.")),
    Pair("en, own reporting on the same crash", False, RAIL, (
        "en", "The Weekly Signal", "A part nobody had looked at: what broke at Holvik East",
        "The part that broke at Holvik East on 9 February was a valve block the size of a shoebox, made by a supplier in Gravdal, according to two inspectors and a photograph seen by The Weekly Signal.\n\n"
        "Velmar Rolling Stock changed that supplier in 2023 to save 1,100 crowns a unit, a former buyer of the company said. Northline's workshop had asked in writing for the old part back.\n\n"
        "\"We told them in June that the seals were going hard,\" said a workshop foreman, Oddvar Brekke.\n\n"
        "Velmar's head of engineering, Sunniva Aldous, said that the new valve had passed all tests. The crash injured 37 people.")),
    Pair("en, next day with background", False, RAIL, (
        "en", "Tarrick Press Agency", "Velmar chief resigns over brake failures",
        "HOLVIK, March 5 (TPA) - The chief executive of Velmar Rolling Stock, Casper Ehrling, resigned on Thursday, two days after it became known that the train maker had been told of brake failures before a collision.\n\n"
        "The board named finance chief Ingrid Solvang as his interim successor and said it would pay no severance. An outside law firm is to report by June.\n\n"
        "\"I did not see the logs. I should have,\" Ehrling said in a statement.\n\n"
        "The collision on 9 February injured 37 people. Northline has since withdrawn 26 of its 84 units and is running a reduced timetable.")),
    Pair("de, another newsroom with sources of its own", False, WERK, (
        "de", "Industrierundschau", "Grawitz streicht in Letzow, Land fordert Fördergeld zurück",
        "Nach den Plänen des Pumpenbauers Grawitz, die Montage in Letzow aufzugeben, prüft das Wirtschaftsministerium die Rückforderung von Zuschüssen. „Die Zusage galt für zehn Jahre“, sagte Staatssekretär Uwe Klotzsch der Industrierundschau.\n\n"
        "Aus Unternehmenskreisen heißt es, das Werk in Brzezno sei seit 2024 um eine Halle von 9.000 Quadratmetern erweitert worden. Die Löhne lägen dort um 55 Prozent niedriger.\n\n"
        "Ein Sprecher des Unternehmens wollte sich dazu nicht äußern. In Letzow arbeiten 1.150 Menschen.")),
    Pair("fr and en, one event, two newsrooms", False, EAU, (
        "en", "Bottled Weekly", "French water brand inspected twice over nitrates",
        "Health inspectors visited the Sources de Sauvagne bottling plant in January and again in April, and took 30 samples from the filling lines, a person at the regional agency said.\n\n"
        "Two of these were above the limit of 50 milligrams a litre, by less than one milligram, the person said. The agency will decide in July whether to impose conditions.\n\n"
        "A former laboratory technician at the plant, Loïc Quéméner, said that staff were asked to repeat tests until they came out right.\n\n"
        "Managing director Maëlle Trévoux said that the company had nothing to hide.")),
    Pair("es, retold by another paper in pt", False, MINA, (
        "pt", "Jornal do Comércio Andino", "Mineral Quebrada negocia venda de lítio, diz jornal chileno",
        "A Mineral Quebrada estaria a negociar a venda de 40% da mina de Aguas Blancas a um grupo de Singapura, noticiou na terça-feira o jornal La Gaceta del Salitre, citando três pessoas.\n\n"
        "Segundo o jornal, o negócio valeria 720 milhões de dólares. O presidente da empresa disse que a mina não está à venda.\n\n"
        "O ministro das Minas, Renato Bascuñán, afirmou ao Jornal do Comércio Andino que qualquer mudança de controlo terá de ser aprovada pelo governo. As ações subiram 6,2% em Santiago.")),
    Pair("ja, follow-up with background", False, KISEN, (
        "ja", "瀬戸内経済通信", "大浜汽船、造船子会社の売却先に北星キャピタル",
        "海運大手の大浜汽船は28日、造船子会社の大浜ドックを投資ファンドの北星キャピタルに410億円で売却すると発表した。10月1日付で全株式を譲渡する。\n\n"
        "柴崎透社長は記者会見で「従業員の雇用は3年間維持する」と説明した。売却益は約95億円を見込む。\n\n"
        "労働組合の森下圭委員長は「決定までの説明が足りない」と批判した。\n\n"
        "同社は2年連続で最終赤字となり、有利子負債は2900億円に膨らんでいる。")),
    Pair("ko, two papers at one press conference", False, BAEK, (
        "ko", "미래신문", "바른식품 \"만두 라인 재가동\"…식약처는 조사 착수",
        "바른식품은 11일 서울 본사에서 기자회견을 열고 화성 2공장 만두 라인을 13일부터 재가동한다고 밝혔다. 금속 검출기 6대를 새로 설치했다고 설명했다.\n\n"
        "식품의약품안전처는 같은 날 현장 조사에 들어갔다고 밝혔다. 조사 결과는 이달 말 나온다.\n\n"
        "소비자단체는 \"신고가 47건이나 되는데도 석 달을 끌었다\"며 피해자를 모아 소송을 내겠다고 했다.\n\n"
        "대표이사 노경민은 \"소비자께 불편을 드려 죄송하다\"고 고개를 숙였다.")),
    Pair("zh, newsletter with one item of it", False, YAO, (
        "zh", "早餐医药简报", "医药简报:集采、并购与一项被叫停的试验",
        "今天的三件事。第一,第十一批集采结果公布,共有62个品种中选,平均降价54%,注射剂降幅最大。\n\n"
        "第二,海澜生物宣布以17亿元收购一家做细胞治疗的公司,预计年底前完成交割,对价全部为现金。\n\n"
        "第三,岭南商讯报道称澄江药业的降糖药试验被叫停,公司予以否认。我们认为在公司公布数据之前不必下结论。\n\n"
        "下周看点:两家创新药企将在港交所挂牌,医保谈判名单也将公示。")),
    Pair("en, one agency's results by one form", False, (
        "en", "Tickerwire", "Ashdown Foods Q3 profit rises 8%",
        "Ashdown Foods on Thursday reported third-quarter net profit of 41.2 million pounds, up 8% from a year earlier. Revenue rose 5% to 512 million pounds.\n\n"
        "The company said it expects full-year revenue of 2.0 billion to 2.1 billion pounds. Analysts had forecast 2.05 billion pounds, on average.\n\n"
        "Shares in the company have risen 12% since the beginning of the year. This story was generated from company data."), (
        "en", "Tickerwire", "Corriedale Wool Q3 profit falls 3%",
        "Corriedale Wool on Thursday reported third-quarter net profit of 17.9 million pounds, down 3% from a year earlier. Revenue rose 1% to 266 million pounds.\n\n"
        "The company said it expects full-year revenue of 1.0 billion to 1.1 billion pounds. Analysts had forecast 1.08 billion pounds, on average.\n\n"
        "Shares in the company have fallen 7% since the beginning of the year. This story was generated from company data.")),
    Pair("en, buyback forms of two days", False, (
        "en", "Tarn & Lowther plc", "Transaction in own shares",
        "Tarn & Lowther plc announces that on 4 March 2026 it purchased 118,400 of its ordinary shares of 10p each through Marlow Securities at an average price of 318.42 pence per share.\n\n"
        "The purchased shares will be cancelled. Following the purchase, the company has 402,118,220 ordinary shares in issue, which may be used by shareholders as the denominator for their calculations."), (
        "en", "Tarn & Lowther plc", "Transaction in own shares",
        "Tarn & Lowther plc announces that on 5 March 2026 it purchased 96,250 of its ordinary shares of 10p each through Marlow Securities at an average price of 321.07 pence per share.\n\n"
        "The purchased shares will be cancelled. Following the purchase, the company has 402,021,970 ordinary shares in issue, which may be used by shareholders as the denominator for their calculations.")),
    Pair("fr, two communiqués by one form", False, (
        "fr", "Groupe Belvaux", "Belvaux dément les informations de presse",
        "À la suite d'informations parues ce jour dans la presse, le Groupe Belvaux précise qu'aucune décision n'a été prise quant à l'évolution de son périmètre.\n\n"
        "Le Groupe examine régulièrement les options stratégiques qui s'offrent à lui, dans l'intérêt de l'ensemble de ses parties prenantes. Il ne fera pas d'autre commentaire."), (
        "fr", "Société Marchenoir", "Marchenoir dément les informations de presse",
        "À la suite d'informations parues ce jour dans la presse, la Société Marchenoir précise qu'aucune décision n'a été prise quant à l'évolution de son périmètre.\n\n"
        "La Société examine régulièrement les options stratégiques qui s'offrent à elle, dans l'intérêt de l'ensemble de ses parties prenantes. Elle ne fera pas d'autre commentaire.")),
    Pair("it and de, analysis of the same matter", False, PORTO, (
        "de", "Marine-Umschau", "Warum Marassos Werften den Anschluss verlieren",
        "Kaum eine Werft am Mittelmeer hat in den vergangenen zehn Jahren so viele Termine verfehlt wie Morosetti in Porto Saline. Der jüngste Rückschlag, der Verlust zweier Patrouillenboote, kam für Fachleute nicht überraschend.\n\n"
        "„Man hat 2019 die Konstruktion ausgelagert und damit das Gedächtnis des Betriebs“, sagt Schiffbauprofessorin Almut Reetz aus Kiel. Von einst 260 Ingenieuren seien 70 geblieben.\n\n"
        "Die Konkurrenz in Kroatien baut vergleichbare Boote für 250 Millionen Euro das Stück und liefert in 30 Monaten.\n\n"
        "Ob die Region hilft, ist offen: Ihr Haushalt ist bis 2028 verplant.")),
    # an agency's text with an answer below it is that company's answer, not only the agency's text
    Pair("en, agency copy and the company's answer", False, RAIL, _reprinted(
        RAIL, 4, "Coastal Herald",
        "\"The logs are forgeries and we have told the police so,\" a Velmar spokesman told the Herald on Wednesday.")),
    Pair("en, agency copy and an indirect denial", False, RAIL, _reprinted(
        RAIL, 5, "Coastal Herald", "The company on Wednesday denied that it had received any of the reports.")),
    Pair("fr, agency copy and a denial", False, EAU, _reprinted(
        EAU, 4, "L'Écho du Val",
        "Contactée mercredi, la société a démenti toute vente d'eau non conforme et annonce qu'elle saisira la justice.")),
    Pair("ja, agency copy and the answer of another party", False, KISEN, _reprinted(
        KISEN, 2, "西海新聞", "北星キャピタルの広報担当者は西海新聞の取材に「当社は応札していない」と否定した。")),
    Pair("zh, agency copy and a denial", False, YAO, _reprinted(
        YAO, 2, "江海晚报", "澄江药业发言人15日向本报否认了上述说法,称没有任何受试者因该药出现肝损伤。")),
    Pair("es, cut, with a local paragraph", True, MINA, _reprinted(
        MINA, 3, "Diario del Norte",
        "En la región, unas 300 familias viven de la mina, situada a 90 kilómetros de la ciudad.")),
)  # fmt: skip
