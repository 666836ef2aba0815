"""The third set of matters written before the rules they test were looked at."""

from __future__ import annotations

from tests.judge.stories import Later, Story

BLIND_LAST = [
    Story(
        "tolland", "en", "Tolland Ferries", ("Tolland Ferries",), "Isle Post",
        "Tolland Ferries knew its lifeboat davits had failed an inspection before the summer season, a "
        "crew member said.",
        "flat_denial", "We had no knowledge of any failed davit inspection", "2026-06-10T09:00:00",
        (
            Later("2026-07-01T09:00:00", "Isle Post", "newspaper", "Deckhand: 'I was on duty when the davit jammed'",
                  "Ross Keane, a former deckhand with Tolland Ferries, has told the Isle Post of the "
                  "inspection. \"I was on duty when the lifeboat davit failed and the superintendent was "
                  "standing next to me,\" he said.",
                  "undercuts", 2),
            Later("2026-07-05T09:00:00", "Isle Post", "newspaper", "Davit row: union calls for talks",
                  "The seafarers' union called for talks with Tolland Ferries over lifeboat davits. Its "
                  "secretary, Ann Boyle, said: \"I myself have asked the company for answers.\" Tolland "
                  "says it had no knowledge of a failed inspection.",
                  "no_bearing"),
        ),
    ),
    Story(
        "brindle", "en", "Brindle Solar", ("Brindle Solar",), "Green Ledger",
        "Brindle Solar bought panels from Xandi, a supplier accused of forced labour, customs documents "
        "show.",
        "flat_denial", "We do not and did not buy panels from Xandi", "2026-03-02T09:00:00",
        (
            Later("2026-05-20T09:00:00", "Customs Service", "filing", "Ruling on import entries of Brindle Solar",
                  "Entries 11 to 19 show panels made by Xandi that were delivered to Brindle Solar "
                  "between August and December 2025. The panels are to be re-exported.",
                  "undercuts", 1),
            Later("2026-05-02T09:00:00", "Brindle Solar", "press_release", "Brindle Solar signs supply deal with Kirov Glass",
                  "Brindle Solar signed a five-year supply agreement for glass with Kirov Glass. The "
                  "board approved the supplier code on 14 January 2026.",
                  None),
        ),
    ),
    Story(
        "ashcombe", "en", "Ashcombe Hotels", ("Ashcombe Hotels",), "City Eye",
        "Ashcombe Hotels is in talks with lenders about breaching its covenants, two bankers said.",
        "flat_denial", "We are not in talks with lenders and have not breached any covenant", "2026-04-13T09:00:00",
        (
            Later("2026-04-15T09:00:00", "Sunday Courier", "newspaper", "Ashcombe asked lender for covenant waiver in March, banker says",
                  "Ashcombe Hotels asked a lender for a covenant waiver in March, a banker at that "
                  "lender told the Sunday Courier, speaking on condition of anonymity. Ashcombe denied "
                  "on Monday that it was in talks with lenders.",
                  "undercuts", 3, own=("Ashcombe Hotels asked a lender for a covenant waiver in March", "anonymous")),
            Later("2026-04-14T09:00:00", "Hotel Insider", "blog", "Ashcombe: should lenders worry?",
                  "Ashcombe Hotels denied a City Eye report that it is in talks with lenders. In March, "
                  "rivals refinanced. We think the covenant looks tight.",
                  "no_bearing"),
        ),
    ),
    Story(
        "larkfield", "en", "Larkfield Pharma", ("Larkfield Pharma",), "Medic Times",
        "Larkfield Pharma hid two deaths in a trial of its heart drug, a doctor said.",
        "flat_denial", "No deaths were hidden", "2026-02-09T09:00:00",
        (
            Later("2026-05-09T09:00:00", "Medicines Agency", "filing", "Outcome of inspection: Larkfield Pharma heart drug trial",
                  "Inspectors compared the trial file with hospital records. All deaths in the trial of "
                  "the heart drug had been reported by Larkfield Pharma within the legal time. No deaths "
                  "were concealed.",
                  "confirms", 1),
            Later("2026-03-09T09:00:00", "Medicines Agency", "filing", "Medicines Agency opens inspection of Larkfield trial",
                  "The Agency has opened an inspection of the heart drug trial of Larkfield Pharma. The "
                  "trial was authorised on 3 December 2025.",
                  "no_bearing"),
        ),
    ),
    Story(
        "wexcombe", "en", "Wexcombe Steel", ("Wexcombe Steel",), "Foundry News",
        "Wexcombe Steel will shut its Moor Lane furnace, a union official said.",
        "time_bound_denial", "There are no plans at present to shut Moor Lane", "2026-01-12T09:00:00",
        (
            Later("2026-06-12T09:00:00", "Wexcombe Steel", "press_release", "Wexcombe Steel to close Moor Lane furnace",
                  "Wexcombe Steel will close the Moor Lane furnace in September. The decision was taken "
                  "by the board on 10 June 2026.",
                  "overtaken", 1),
            Later("2026-02-12T09:00:00", "Foundry News", "newspaper", "'I typed the Moor Lane closure list myself'",
                  "Former secretary Edith Snow, who worked for Wexcombe Steel, said: \"I typed the Moor "
                  "Lane closure list myself on 8 January.\"",
                  "undercuts", 2),
        ),
    ),
    Story(
        "kliniken", "de", "Kliniken Seebronn", ("Kliniken Seebronn",), "Seebote",
        "Die Kliniken Seebronn wollen die Geburtsstation in Halm schließen, sagten zwei Ärzte.",
        "flat_denial", "Eine Schließung der Geburtsstation ist nicht beschlossen und nicht geplant", "2026-03-04T09:00:00",
        (
            Later("2026-06-04T09:00:00", "Gesundheitsamt Halm", "filing", "Bescheid zur Geburtsstation Halm",
                  "Die Kliniken Seebronn zeigten die Schließung der Geburtsstation Halm mit Schreiben "
                  "vom 12. Februar 2026 an. Der Eingang wurde am 16. Februar bestätigt.",
                  "undercuts", 1),
            Later("2026-04-04T09:00:00", "Seebote", "newspaper", "Bürger protestieren in Halm",
                  "Hunderte protestierten gegen eine mögliche Schließung der Geburtsstation. „Ich habe "
                  "hier selbst zwei Kinder bekommen“, sagte die Lehrerin Ute Brandl. Die Kliniken "
                  "Seebronn hatten im Februar neue Betten bestellt.",
                  "no_bearing"),
        ),
    ),
    Story(
        "transports", "fr", "Transports Corbin", ("Transports Corbin",), "Le Littoral",
        "Transports Corbin a falsifié les carnets de bord de ses chauffeurs, selon un syndicat.",
        "flat_denial", "Aucun carnet n'a été falsifié", "2026-02-17T09:00:00",
        (
            Later("2026-03-17T09:00:00", "Le Littoral", "newspaper", "Carnets de bord : le PDG de Corbin se dédit",
                  "« Ma réponse de février était inexacte », a reconnu le PDG de Transports Corbin, Luc "
                  "Fabre, dans un entretien. Des carnets de bord de chauffeurs ont été falsifiés.",
                  "undercuts", 1),
            Later("2026-05-17T09:00:00", "Inspection du travail", "filing", "Contrôle de Transports Corbin : résultat",
                  "L'inspection a comparé 300 carnets de bord aux données des véhicules de Transports "
                  "Corbin. Aucune falsification n'a été constatée.",
                  "confirms", 1),
        ),
    ),
    Story(
        "cementos", "es", "Cementos Lerdo", ("Cementos Lerdo",), "El Faro",
        "Cementos Lerdo negocia la venta de su cantera de Oñana al grupo Vasel, según dos fuentes.",
        "flat_denial", "No negociamos con Vasel", "2026-03-09T09:00:00",
        (
            Later("2026-07-09T09:00:00", "Comisión de Competencia", "filing", "Resolución: Vasel / Cantera de Oñana",
                  "Las negociaciones entre Cementos Lerdo y Vasel comenzaron en enero de 2026 y la carta "
                  "de intenciones se firmó el 20 de febrero de 2026.",
                  "undercuts", 1),
            Later("2026-09-09T09:00:00", "Cementos Lerdo", "press_release", "Cementos Lerdo inaugura oficinas",
                  "Cementos Lerdo inauguró sus nuevas oficinas. El contrato de alquiler se firmó el 20 "
                  "de febrero de 2026.",
                  None),
        ),
    ),
    Story(
        "東雲製薬", "ja", "東雲製薬", ("東雲製薬",), "都心日報",
        "東雲製薬の工場で検査記録が改ざんされていたと、元社員が証言した。",
        "flat_denial", "検査記録の改ざんはありません", "2026-04-06T09:00:00",
        (
            Later("2026-07-06T09:00:00", "医薬品監督庁", "filing", "東雲製薬に対する立入検査結果",
                  "当庁は2026年3月10日、東雲製薬に検査記録の改ざんを指摘する文書を交付し、同社は3月17"
                  "日に回答した。",
                  "undercuts", 1),
            Later("2026-05-06T09:00:00", "都心日報", "newspaper", "識者に聞く 東雲製薬問題",
                  "東雲製薬の検査記録問題について、品質管理が専門の大野教授は「私自身、多くの工場で改ざんを見て"
                  "きた」と話す。",
                  "no_bearing"),
        ),
    ),
    Story(
        "恒川物流", "zh", "恒川物流", ("恒川物流",), "江口日报",
        "恒川物流拖欠司机工资，一名司机透露。",
        "flat_denial", "公司不存在拖欠司机工资的情况", "2026-03-18T09:00:00",
        (
            Later("2026-05-18T09:00:00", "劳动监察局", "filing", "关于恒川物流工资支付情况的检查结果",
                  "本局核对了你公司2025年10月至2026年2月的工资发放记录，未发现拖欠司机工资的情形。",
                  "confirms", 1),
            Later("2026-06-18T09:00:00", "人民法院", "court", "判决书：司机诉恒川物流",
                  "经审理查明，恒川物流自2025年11月起拖欠司机工资，原告于2026年1月5日向公司发出催款"
                  "函，公司当日签收。",
                  "undercuts", 1),
        ),
    ),
    Story(
        "다온식품", "ko", "다온식품", ("다온식품",), "중앙매일",
        "다온식품이 수입 쌀을 국산으로 표시했다고 협력사 관계자가 말했다.",
        "flat_denial", "수입 쌀을 사용한 사실이 없다", "2026-02-24T09:00:00",
        (
            Later("2026-06-24T09:00:00", "농산물품질관리원", "filing", "다온식품 원산지 표시 점검 결과",
                  "귀사의 원료 수불부를 점검한 결과 수입 쌀 사용은 확인되지 않았습니다.",
                  "confirms", 1),
            Later("2026-03-24T09:00:00", "농산물품질관리원", "filing", "다온식품 원산지 표시 조사 착수",
                  "귀사의 국산 쌀 표시와 관련하여 조사에 착수하였음을 통지합니다. 2026년 1월 "
                  "10일 이후의 수불부를 제출하시기 바랍니다.",
                  "no_bearing"),
        ),
    ),
]  # fmt: skip
