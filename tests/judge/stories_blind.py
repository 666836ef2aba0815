"""Matters written before the rules they test were looked at: what proves a denial wrong or right, and what only seems to."""

from __future__ import annotations

from tests.judge.stories import Later, Story

BLIND = [
    Story(
        "bottling-plant-sale", "en", "Corriemoor Springs", ("Corriemoor Springs", "Corriemoor"), "Tay Courier",
        "Corriemoor Springs has agreed to sell its bottling plant at Aldie to a Danish brewer, according to two people familiar with the deal.",
        "flat_denial", "There is no agreement to sell the Aldie plant, full stop", "2026-02-10T08:00:00",
        (
            Later("2026-04-22T09:00:00", "Takeover Panel Register", "filing", "Circular to shareholders of Corriemoor Springs",
                  "This circular concerns the disposal of the bottling plant at Aldie to Fjordbryg A/S.\n\nThe share purchase agreement was "
                  "signed by both parties on 30 January 2026 and became unconditional on 15 April 2026.", "undercuts", 1),
            Later("2026-03-02T09:00:00", "Corriemoor Springs", "filing", "Corriemoor Springs: notice of annual meeting",
                  "The annual meeting will be held on 2 April 2026. The directors signed the accounts on 30 January 2026. "
                  "Shareholders may vote on the remuneration policy and on the new reserve policy.", None),
        ),
    ),
    Story(
        "gas-leak-notice", "en", "Dunmere Chemicals", ("Dunmere Chemicals", "Dunmere"), "Humber Post",
        "Dunmere Chemicals was warned by inspectors about corroded valves weeks before the chlorine leak, people with knowledge of the inspection said.",
        "flat_denial", "We received no warning about the valves before the incident", "2026-05-12T10:00:00",
        (
            Later("2026-07-01T09:00:00", "Health and Safety Inspectorate", "filing", "Report on the chlorine release at Dunmere Chemicals",
                  "Improvement notice 4471 required the operator to replace the corroded valves. It was served on Dunmere Chemicals on "
                  "3 April 2026 and signed for by the site manager.\n\nThe leak happened five weeks later.", "undercuts", 1),
            Later("2026-05-20T09:00:00", "Health and Safety Inspectorate", "filing", "Inspectorate opens inquiry into chlorine release",
                  "The Inspectorate has opened an investigation into the release of chlorine at Dunmere Chemicals. It will examine the state "
                  "of the valves. No conclusions have been reached. The site was last relicensed on 3 April 2026.", "no_bearing"),
            Later("2026-06-03T09:00:00", "Humber Post", "newspaper", "'I handed them the letter about the valves myself'",
                  "Colin Tarrant, the inspector who visited Dunmere Chemicals in the spring, said: \"I handed the letter about the corroded "
                  "valves to the site manager myself. I was in the room when he read it.\" Mr Tarrant retired in May.", "undercuts", 2),
        ),
    ),
    Story(
        "interview-walks-back", "en", "Pellworth Rail", ("Pellworth Rail", "Pellworth"), "Severn Mercury",
        "Pellworth Rail ran trains with brakes that had failed tests, an internal log seen by the Mercury shows.",
        "flat_denial", "No train left the depot with brakes that had failed a test", "2026-01-14T07:00:00",
        (
            Later("2026-03-19T18:00:00", "Channel West", "transcript", "Interview with Pellworth Rail chief Anna Rudge",
                  "Q: In January you said no train left the depot with failed brakes.\n\nRudge: I did say that, and my answer was wrong. "
                  "Trains did leave the depot with brakes that had failed their test. I apologise to our passengers.", "undercuts", 1),
            Later("2026-01-20T18:00:00", "Channel West", "broadcast", "Rail boss under fire over brakes",
                  "Pellworth Rail is under pressure after the Severn Mercury reported that trains ran with brakes that had failed tests. "
                  "The company has said no train left the depot with failed brakes. \"My trust is gone,\" said commuter Joan Lee.", "no_bearing"),
        ),
    ),
    Story(
        "recall-number-upheld", "en", "Ostlake Prams", ("Ostlake Prams", "Ostlake"), "Daily Ledger",
        "Ostlake Prams will recall 90,000 pushchairs because of a faulty hinge, a person briefed on the matter said.",
        "specific_denial", "The figure of 90,000 is wrong; the recall covers 12,400 pushchairs", "2026-02-03T09:00:00",
        (
            Later("2026-03-30T09:00:00", "Product Safety Office", "filing", "Notice: recall of Ostlake pushchairs",
                  "The Office has verified the batch records of the recall of Ostlake pushchairs with a faulty hinge. "
                  "The number of affected pushchairs is 12,400.", "confirms", 1),
            Later("2026-02-04T09:00:00", "Parents Weekly", "blog", "What the pushchair recall tells us",
                  "The Daily Ledger says 90,000 Ostlake pushchairs have a faulty hinge; the company says 12,400. Whoever is right, recalls "
                  "cost trust. In 2019 a rival recalled 12,400 car seats.", "no_bearing"),
        ),
    ),
    Story(
        "paper-corrects", "en", "Vantry Foods", ("Vantry Foods", "Vantry"), "Morning Argus",
        "Vantry Foods knew of listeria in its Leith plant in March, according to a memo seen by the Argus.",
        "flat_denial", "The claim that we knew of listeria in March is false", "2026-06-01T08:00:00",
        (
            Later("2026-06-21T08:00:00", "Morning Argus", "newspaper", "Our report on Vantry Foods: a correction",
                  "On 1 June we wrote that Vantry Foods knew of listeria in its Leith plant in March. We had seen only the first page of the "
                  "memo. Having now read the whole document, we accept that it describes a drill. The company did not know of listeria in "
                  "March. We are sorry.", "confirms", 1),
            Later("2026-06-10T08:00:00", "Morning Argus", "newspaper", "Correction",
                  "An article on 1 June about Vantry Foods and listeria gave the age of the Leith plant as 40 years; it is 34.", "no_bearing"),
        ),
    ),
    Story(
        "second-newsroom", "en", "Brackwell Bank", ("Brackwell Bank", "Brackwell"), "City Dispatch",
        "Brackwell Bank is in talks to merge with Northgate Mutual, three people with knowledge of the matter said.",
        "flat_denial", "We are not in talks with Northgate Mutual", "2026-03-03T08:00:00",
        (
            Later("2026-03-05T08:00:00", "Evening Standard-Bearer", "newspaper", "Brackwell and Northgate bosses met for merger talks in February",
                  "The chief executives of Brackwell Bank and Northgate Mutual met for merger talks on 17 February, a person who attended told "
                  "the Evening Standard-Bearer, asking not to be named. Brackwell said on Tuesday it was not in talks.", "undercuts", 3,
                  own=("The chief executives of Brackwell Bank and Northgate Mutual met for merger talks on 17 February", "anonymous")),
            Later("2026-03-04T08:00:00", "Market Minute", "blog", "Would Brackwell and Northgate fit?",
                  "City Dispatch reported that Brackwell Bank is in talks to merge with Northgate Mutual. The bank denies it. On paper a merger "
                  "saves 200 million a year. One analyst, who asked not to be named, calls the logic compelling.", "no_bearing"),
            Later("2026-09-10T08:00:00", "Brackwell Bank", "press_release", "Brackwell Bank and Northgate Mutual to merge",
                  "Brackwell Bank and Northgate Mutual announce a merger. Talks began in July, after Northgate's new chairman made an "
                  "approach.", "overtaken", 1),
        ),
    ),
    Story(
        "court-letter", "en", "Halcyon Toll Roads", ("Halcyon Toll Roads", "Halcyon"), "Border Times",
        "Halcyon Toll Roads was offered a cheaper bridge repair and turned it down, a former engineer said.",
        "flat_denial", "We were never offered any such repair", "2026-04-08T09:00:00",
        (
            Later("2026-10-02T09:00:00", "High Court", "court", "Judgment: Meridian Steelwork v Halcyon Toll Roads",
                  "The claimant offered the defendant a bridge repair for 2.1 million by letter of 9 January 2026. Halcyon answered that letter "
                  "on 20 January 2026, three months before its public statement, and refused the offer.", "undercuts", 1),
            Later("2026-06-02T09:00:00", "High Court", "court", "Order: Dean v Halcyon Toll Roads",
                  "The claimant was employed by Halcyon Toll Roads as a cashier until 9 January 2026. Her claim for holiday pay is "
                  "dismissed.", None),
        ),
    ),
    Story(
        "ballast-witness", "en", "Sable Shipping", ("Sable Shipping", "Sable"), "Port Gazette",
        "Sable Shipping's tanker dumped oily water off Cape Lorne, crew members said.",
        "flat_denial", "Our tanker discharged nothing off Cape Lorne", "2026-02-20T09:00:00",
        (
            Later("2026-03-18T09:00:00", "Port Gazette", "newspaper", "Engineer tells of night discharge off Cape Lorne",
                  "The second engineer of the tanker has come forward. \"I opened the valve and pumped the oily water out myself,\" Pavel "
                  "Dorrin, who worked for Sable Shipping for six years, told the Gazette.", "undercuts", 2),
            Later("2026-03-25T09:00:00", "Coast Authority", "filing", "Result of sampling off Cape Lorne",
                  "The Authority analysed 60 water samples and the tanker's sealed discharge records. The Authority found that the tanker of "
                  "Sable Shipping did not discharge oily water off Cape Lorne.", "confirms", 1),
            Later("2026-02-28T09:00:00", "Green Coast", "blog", "I have seen enough of Sable",
                  "I have followed Sable Shipping for ten years. When crew members say a tanker dumped oily water off Cape Lorne, I believe "
                  "them, said campaigner Lucy Hart.", "no_bearing"),
        ),
    ),
    Story(
        "reserve-policy-word", "en", "Tarn Insurance", ("Tarn Insurance", "Tarn"), "Fell Journal",
        "Tarn Insurance rejected flood claims under a secret policy to refuse one in three, a former manager said.",
        "flat_denial", "There is no policy to refuse claims", "2026-05-05T09:00:00",
        (
            Later("2026-08-01T09:00:00", "Tarn Insurance", "filing", "Tarn Insurance: half-year report",
                  "The board adopted a new reserve policy on 2 February 2026. Under the policy, capital is held against storm claims.", None),
            Later("2026-06-15T09:00:00", "Fell Journal", "newspaper", "Tarn repeats: no secret policy",
                  "Tarn Insurance repeated on Monday that there is no policy to refuse flood claims. A former manager said in May that one in "
                  "three was refused.", "no_bearing"),
            Later("2026-09-15T09:00:00", "Insurance Ombudsman", "filing", "Decision on Tarn Insurance flood claims",
                  "The Ombudsman obtained an instruction to claims staff of Tarn Insurance, dated 11 November 2025, to refuse one in three flood "
                  "claims at first contact.", "undercuts", 1),
        ),
    ),
    Story(
        "no-plans-later", "en", "Lodestar Cinemas", ("Lodestar Cinemas", "Lodestar"), "Reel News",
        "Lodestar Cinemas plans to close ten sites, a person familiar with the plans said.",
        "time_bound_denial", "There are currently no plans to close any sites", "2026-01-20T09:00:00",
        (
            Later("2026-07-20T09:00:00", "Lodestar Cinemas", "press_release", "Lodestar Cinemas to close eight sites",
                  "Lodestar Cinemas will close eight sites. The board took the decision on 14 July 2026 after a weak spring.", "overtaken", 1),
            Later("2026-08-20T09:00:00", "Works Council Tribunal", "court", "Findings in Lodestar Cinemas",
                  "The list of ten sites to be closed was approved by the board of Lodestar Cinemas on 9 December 2025, six weeks before the "
                  "company said it had no plans.", "undercuts", 1),
        ),
    ),
    Story(
        "batteriewerk", "de", "Rostow Akku", ("Rostow Akku", "Rostow"), "Elbkurier",
        "Rostow Akku hat mit dem chinesischen Konzern Lanhai einen Vertrag über den Verkauf des Batteriewerks geschlossen, sagten zwei Insider.",
        "flat_denial", "Einen Vertrag mit Lanhai gibt es nicht", "2026-02-12T09:00:00",
        (
            Later("2026-05-04T09:00:00", "Bundesamt für Wettbewerb", "filing", "Beschluss zum Zusammenschluss Lanhai / Rostow Akku",
                  "Das Amt gibt den Erwerb des Batteriewerks der Rostow Akku durch Lanhai frei. Der Kaufvertrag wurde am 28. Januar 2026 "
                  "unterzeichnet und am 2. März 2026 angemeldet.", "undercuts", 1),
            Later("2026-03-04T09:00:00", "Elbkurier", "newspaper", "Rostow Akku: Betriebsrat fordert Klarheit",
                  "Nach Berichten über einen Verkauf des Batteriewerks an Lanhai fordert der Betriebsrat von Rostow Akku Klarheit. Am 28. Januar "
                  "hatte das Unternehmen neue Schichtpläne vorgelegt.", "no_bearing"),
        ),
    ),
    Story(
        "abwasser-zeuge", "de", "Färberei Lohmann", ("Färberei Lohmann", "Lohmann"), "Wupperbote",
        "Die Färberei Lohmann leitete nachts ungeklärtes Abwasser in den Fluss, berichten Anwohner.",
        "flat_denial", "Wir haben kein Abwasser in den Fluss geleitet", "2026-03-10T09:00:00",
        (
            Later("2026-04-02T09:00:00", "Wupperbote", "newspaper", "„Ich habe den Schieber selbst geöffnet“",
                  "Der frühere Schichtleiter der Färberei Lohmann, Uwe Krantz, bricht sein Schweigen. „Ich habe den Schieber selbst geöffnet, "
                  "dann lief das Abwasser in den Fluss“, sagte Krantz dieser Zeitung.", "undercuts", 2),
            Later("2026-05-02T09:00:00", "Landesumweltamt", "filing", "Ergebnis der Gewässerprüfung bei Lohmann",
                  "Das Amt hat die Anlage und die Messreihen geprüft. Es wurde kein ungeklärtes Abwasser der Färberei Lohmann in den Fluss "
                  "geleitet.", "confirms", 1),
        ),
    ),
    Story(
        "usine-cession", "fr", "Verrerie Aubrac", ("Verrerie Aubrac", "Aubrac"), "Le Cantalien",
        "Verrerie Aubrac négocie la vente de son four de Mende au groupe Silvex, selon deux sources proches du dossier.",
        "flat_denial", "Nous ne négocions avec personne", "2026-01-22T09:00:00",
        (
            Later("2026-06-11T09:00:00", "Autorité de la concurrence", "filing", "Décision relative à la prise de contrôle du four de Mende",
                  "Un protocole d'accord entre Verrerie Aubrac et Silvex portant sur la vente du four de Mende a été signé le 12 décembre 2025. "
                  "L'opération a été notifiée en avril.", "undercuts", 1),
            Later("2026-02-11T09:00:00", "Le Cantalien", "newspaper", "Verrerie Aubrac dément à nouveau",
                  "La direction de Verrerie Aubrac a de nouveau démenti mardi toute négociation avec Silvex sur le four de Mende. Le 12 décembre, "
                  "elle avait annoncé un investissement de deux millions.", "no_bearing"),
        ),
    ),
    Story(
        "journal-rectifie", "fr", "Laiterie Morvane", ("Laiterie Morvane", "Morvane"), "La Tribune du Centre",
        "Laiterie Morvane a dissimulé des lots contaminés, d'après une note interne consultée par La Tribune du Centre.",
        "flat_denial", "Nous n'avons dissimulé aucun lot", "2026-02-02T09:00:00",
        (
            Later("2026-02-25T09:00:00", "La Tribune du Centre", "newspaper", "Laiterie Morvane : rectificatif",
                  "Nous avons écrit le 2 février que Laiterie Morvane avait dissimulé des lots contaminés. Ayant lu la note dans son intégralité, "
                  "nous constatons qu'elle décrit un exercice. Nous nous sommes trompés et présentons nos excuses.", "confirms", 1),
        ),
    ),
    Story(
        "carta-contestada", "es", "Minera Altozano", ("Minera Altozano", "Altozano"), "Diario del Norte",
        "Minera Altozano recibió un aviso sobre grietas en la presa meses antes del derrumbe, según un exempleado.",
        "flat_denial", "Nunca recibimos un aviso sobre grietas en la presa", "2026-04-14T09:00:00",
        (
            Later("2026-06-30T09:00:00", "Servicio de Minas", "filing", "Informe sobre el derrumbe de la presa de Minera Altozano",
                  "El aviso sobre las grietas en la presa fue notificado a Minera Altozano el 8 de enero de 2026, que acusó recibo dos días "
                  "después.", "undercuts", 1),
            Later("2026-05-30T09:00:00", "Servicio de Minas", "filing", "Apertura de expediente a Minera Altozano",
                  "El Servicio abre un expediente por el derrumbe de la presa de Minera Altozano, cuya concesión se otorgó el 8 de enero de 2019. "
                  "Se examinará si hubo avisos sobre grietas.", "no_bearing"),
        ),
    ),
    Story(
        "negociacao-banco", "pt", "Banco Serrado", ("Banco Serrado", "Serrado"), "Folha do Planalto",
        "O Banco Serrado negocia a venda da carteira de crédito rural ao grupo Ipê, disseram duas fontes.",
        "flat_denial", "Não há negociação com o grupo Ipê", "2026-03-16T09:00:00",
        (
            Later("2026-07-08T09:00:00", "Banco Serrado", "filing", "Fato relevante: venda da carteira de crédito rural",
                  "O Banco Serrado concluiu a venda da carteira de crédito rural ao grupo Ipê. As negociações começaram em janeiro de 2026, e o "
                  "memorando de entendimento foi assinado em 27 de fevereiro de 2026.", "undercuts", 1),
            Later("2026-04-08T09:00:00", "Banco Serrado", "filing", "Banco Serrado: aviso aos acionistas",
                  "O Banco Serrado pagará dividendos em 5 de maio. O conselho aprovou em 27 de fevereiro de 2026 a política de crédito.", None),
        ),
    ),
    Story(
        "testimone-colata", "it", "Fonderie Brenta", ("Fonderie Brenta", "Brenta"), "Gazzetta del Fiume",
        "Fonderie Brenta ha falsificato i certificati di prova delle travi, secondo un ex dipendente.",
        "flat_denial", "Nessun certificato è stato falsificato", "2026-02-18T09:00:00",
        (
            Later("2026-03-20T09:00:00", "Gazzetta del Fiume", "newspaper", "«I certificati delle travi li ho firmati io»",
                  "Parla Dario Venuti, ex responsabile qualità di Fonderie Brenta. «Ho falsificato io stesso i certificati di prova delle travi, "
                  "ero nell'ufficio quando arrivò l'ordine», racconta Venuti.", "undercuts", 2),
            Later("2026-03-28T09:00:00", "Osservatorio Metalli", "blog", "Il caso Brenta e i controlli",
                  "Il caso dei certificati delle travi di Fonderie Brenta mostra quanto pesino i controlli, spiega l'analista Carla Moro: «Io "
                  "stessa ho visto molti casi simili».", "no_bearing"),
        ),
    ),
    Story(
        "goryu-teikei", "ja", "北燈電機", ("北燈電機",), "湾岸日報",
        "北燈電機が半導体事業を海外ファンドに売却する契約を結んだと、関係者が明らかにした。",
        "flat_denial", "売却契約を結んだ事実はありません", "2026-02-16T09:00:00",
        (
            Later("2026-05-15T09:00:00", "公正取引当局", "filing", "北燈電機の半導体事業の株式取得に関する審査結果",
                  "当局は、北燈電機の半導体事業の取得について審査した。売却契約は2026年1月20日に締結され、3月に届出があった。", "undercuts", 1),
            Later("2026-03-15T09:00:00", "北燈電機", "filing", "北燈電機 人事異動のお知らせ",
                  "北燈電機は2026年1月20日の取締役会で、半導体事業部長の異動を決議しました。", None),
        ),
    ),
    Story(
        "kensa-kekka", "ja", "芳川食品", ("芳川食品",), "山手新報",
        "芳川食品の工場で期限切れの原料が使われていたと、元従業員が話した。",
        "flat_denial", "期限切れの原料を使った事実はありません", "2026-03-09T09:00:00",
        (
            Later("2026-05-09T09:00:00", "県食品衛生課", "filing", "芳川食品への立入検査の結果について",
                  "貴社の工場に立ち入り、原料の記録を検査した結果、期限切れの原料の使用は認められませんでした。", "confirms", 1),
            Later("2026-04-09T09:00:00", "山手新報", "newspaper", "「私が混ぜた」元工場長が証言",
                  "芳川食品の元工場長、村瀬隆氏は本紙の取材に「期限切れの原料を私自身が混ぜた。その場にいた」と証言した。", "undercuts", 2),
        ),
    ),
    Story(
        "tongzhi-shu", "zh", "澜石药业", ("澜石药业",), "东湾报",
        "知情人士称，澜石药业在召回前已收到监管部门关于杂质超标的通知。",
        "flat_denial", "公司此前未收到任何关于杂质超标的通知", "2026-04-20T09:00:00",
        (
            Later("2026-06-20T09:00:00", "药品监督局", "filing", "关于澜石药业的行政处罚决定书",
                  "经查，本局于2026年2月11日向澜石药业送达杂质超标的书面通知，你公司质量负责人当日签收。", "undercuts", 1),
            Later("2026-05-20T09:00:00", "药品监督局", "filing", "关于对澜石药业立案调查的通知",
                  "本局决定对澜石药业杂质超标问题立案调查。你公司应于2026年6月1日前提交材料。", "no_bearing"),
        ),
    ),
    Story(
        "hechan-zh", "zh", "越岭汽车", ("越岭汽车",), "江都晚报",
        "越岭汽车三月销量造假，虚报两千辆，内部人士透露。",
        "flat_denial", "公司不存在虚报销量的情况", "2026-04-10T09:00:00",
        (
            Later("2026-07-10T09:00:00", "证券交易所", "filing", "关于越岭汽车销量问题的核查结论",
                  "本所核查了你公司三月的销量及登记数据，未发现虚报销量的情形。", "confirms", 1),
            Later("2026-06-10T09:00:00", "江都晚报", "newspaper", "越岭汽车销售总监：数字是我改的",
                  "越岭汽车前销售总监陆明对本报说：“三月的销量数字是我亲手改的，虚报了两千辆。”", "undercuts", 2),
        ),
    ),
    Story(
        "gyeyak-ko", "ko", "해온전자", ("해온전자",), "한빛일보",
        "해온전자가 배터리 사업을 미국 펀드에 매각하는 계약을 맺었다고 관계자들이 전했다.",
        "flat_denial", "매각 계약을 체결한 사실이 없다", "2026-03-11T09:00:00",
        (
            Later("2026-06-11T09:00:00", "공정거래당국", "filing", "해온전자 배터리 사업 인수 심사 결과",
                  "해온전자 배터리 사업의 매각 계약은 2026년 2월 3일 체결되었으며, 4월에 신고되었다.", "undercuts", 1),
            Later("2026-05-11T09:00:00", "거래소", "filing", "해온전자에 대한 조회공시 요구",
                  "귀사의 배터리 사업 매각 보도에 대하여 조회공시를 요구합니다. 답변 기한은 2026년 5월 12일입니다.", "no_bearing"),
        ),
    ),
    Story(
        "fabrik-se", "sv", "Norrälv Papper", ("Norrälv Papper", "Norrälv"), "Kustbladet",
        "Norrälv Papper visste om läckan i dammen före olyckan, enligt två tidigare anställda.",
        "flat_denial", "Vi kände inte till någon läcka i dammen", "2026-05-06T09:00:00",
        (
            Later("2026-08-06T09:00:00", "Miljöinspektionen", "filing", "Beslut om dammen vid Norrälv Papper",
                  "Föreläggandet om läckan i dammen delgavs Norrälv Papper den 14 mars 2026 och besvarades av bolaget en vecka senare.",
                  "undercuts", 1),
        ),
    ),
]  # fmt: skip
