"""More matters written before the rules they test were looked at, in longer articles."""

from __future__ import annotations

from tests.judge.stories import Later, Story

BLIND_MORE = [
    Story(
        "harbour-lease", "en", "Ketterby Ports", ("Ketterby Ports", "Ketterby"), "Estuary Herald",
        "Ketterby Ports has promised the north quay to a scrap metal firm, Ronson Metals, two council officers said.",
        "flat_denial", "Nothing has been promised to anyone over the north quay", "2026-03-11T08:00:00",
        (
            Later("2026-06-24T09:00:00", "Harbour Commissioners", "filing", "Minute of decision: lease of the north quay",
                  "The Commissioners considered an application by Ketterby Ports for consent to let the north quay.\n\nThe Commissioners noted "
                  "that heads of terms with Ronson Metals had been signed six weeks before the company said that nothing had been promised. "
                  "Consent is given subject to noise limits.", "undercuts", 1),
            Later("2026-04-24T09:00:00", "Estuary Herald", "newspaper", "Quay row: what we know",
                  "Two council officers told this newspaper in March that the north quay had been promised to Ronson Metals. Ketterby Ports says "
                  "nothing has been promised. Ronson was founded in 1988 and signed a lease on its current yard in January.", "no_bearing"),
        ),
    ),
    Story(
        "tower-cracks", "en", "Albury Homes", ("Albury Homes", "Albury"), "Metro Chronicle",
        "Albury Homes was told of cracks in Kestrel Tower by its own surveyors before families moved in, a contractor said.",
        "flat_denial", "No surveyor told us of any cracks in Kestrel Tower", "2026-01-28T12:00:00",
        (
            Later("2026-02-16T12:00:00", "Metro Chronicle", "newspaper", "Surveyor breaks silence on Kestrel Tower",
                  "A surveyor who worked on Kestrel Tower has spoken publicly for the first time.\n\nPriya Nandakumar was employed by Albury Homes "
                  "until December. \"I measured the cracks myself and I put the report on the director's desk,\" she said in an interview. "
                  "Albury Homes did not respond to a request for comment.", "undercuts", 2),
            Later("2026-02-20T12:00:00", "Metro Chronicle", "newspaper", "Kestrel Tower residents speak",
                  "Families in Kestrel Tower said they feared for their safety. \"I saw the cracks in my bathroom myself,\" said Omar Reid, "
                  "a teacher, who rents his flat from Albury Homes. The company repeated that no surveyor had told it of cracks.", "no_bearing"),
        ),
    ),
    Story(
        "oat-milk-recall-date", "en", "Fennick Dairy", ("Fennick Dairy", "Fennick"), "Grocer's Post",
        "Fennick Dairy knew on 2 March that its oat drink contained milk protein, a laboratory worker said.",
        "specific_denial", "We did not know on 2 March; we learned of the milk protein on 19 March", "2026-04-01T09:00:00",
        (
            Later("2026-06-12T09:00:00", "Food Control Agency", "filing", "Closing report: milk protein in Fennick oat drink",
                  "The Agency examined the laboratory's logs and the company's mail server. The first result showing milk protein in the oat "
                  "drink reached Fennick Dairy on 19 March 2026. The Agency found no earlier notice.", "confirms", 1),
            Later("2026-04-12T09:00:00", "Food Control Agency", "filing", "Food Control Agency to examine Fennick oat drink case",
                  "The Agency will examine when Fennick Dairy learned of milk protein in its oat drink. Inspectors visited the dairy on "
                  "8 April 2026. The examination continues.", "no_bearing"),
        ),
    ),
    Story(
        "radio-admission", "en", "Norbeck Water", ("Norbeck Water", "Norbeck"), "Valley Reporter",
        "Norbeck Water let untreated sewage into the Lythe on dry days, according to pumping data seen by the Valley Reporter.",
        "flat_denial", "We have not released sewage on dry days", "2026-05-19T07:00:00",
        (
            Later("2026-06-30T07:30:00", "Radio Lythe", "transcript", "Breakfast: Norbeck Water's director on the river",
                  "Presenter: You told us in May there were no releases of sewage on dry days.\n\nGraham Pell, operations director of Norbeck "
                  "Water: What I told you was not correct. I had not seen the pumping data then. There were releases into the Lythe on dry days, "
                  "eleven of them.", "undercuts", 1),
            Later("2026-06-02T07:30:00", "Radio Lythe", "transcript", "Breakfast: anglers on the river",
                  "Presenter: The Valley Reporter says Norbeck Water let untreated sewage into the Lythe on dry days.\n\nTed Moss, anglers' club: "
                  "I was wrong to trust them, wasn't I? The company says it has not released sewage on dry days.", "no_bearing"),
        ),
    ),
    Story(
        "second-source-chips", "en", "Osterlin Micro", ("Osterlin Micro", "Osterlin"), "Silicon Ledger",
        "Osterlin Micro shipped controllers to a blacklisted drone maker, Varkon, two employees said.",
        "flat_denial", "We have never supplied Varkon", "2026-02-05T09:00:00",
        (
            Later("2026-02-19T09:00:00", "Continental Wire", "wire", "Exclusive: Osterlin controllers went to drone maker Varkon, freight agent says",
                  "Osterlin Micro controllers were delivered to the drone maker Varkon in October and November, a freight agent involved in the "
                  "deliveries told Continental Wire on condition of anonymity, showing shipping papers. Osterlin has denied ever supplying Varkon. "
                  "The agent has had no contact with the Silicon Ledger.", "undercuts", 3,
                  own=("Osterlin Micro controllers were delivered to the drone maker Varkon in October and November", "anonymous")),
            Later("2026-02-06T09:00:00", "Tech Morning", "newspaper", "Osterlin shipped parts to Varkon, report says",
                  "Osterlin Micro shipped controllers to the drone maker Varkon, the Silicon Ledger reported on Thursday, citing two employees. "
                  "Osterlin denies it. Varkon was blacklisted in October.", "no_bearing"),
        ),
    ),
    Story(
        "pay-talks-after", "en", "Marlowe Air", ("Marlowe Air", "Marlowe"), "Runway",
        "Marlowe Air is talking to Skyline Leasing about handing back nine jets, a person close to the talks said.",
        "flat_denial", "We are not talking to Skyline about handing back jets", "2026-02-02T09:00:00",
        (
            Later("2026-07-15T09:00:00", "Marlowe Air", "press_release", "Marlowe Air returns nine jets to Skyline Leasing",
                  "Marlowe Air and Skyline Leasing have agreed the early return of nine jets. Marlowe first approached Skyline on 11 May 2026, after "
                  "the spring rise in fuel prices.", "overtaken", 1),
            Later("2026-10-15T09:00:00", "Insolvency Court", "court", "Marlowe Air: report of the administrator",
                  "The administrator has reviewed the correspondence with lessors. On 14 January 2026 Marlowe Air wrote to Skyline Leasing proposing "
                  "to hand back nine jets; Skyline replied on 21 January.", "undercuts", 1),
        ),
    ),
    Story(
        "namesake-laser", "en", "Orlen Vale Optics", ("Orlen Vale Optics", "Orlen Vale"), "Lens Weekly",
        "Orlen Vale Optics used an unlicensed laser design from a rival, engineers said.",
        "flat_denial", "Our laser is our own design", "2026-03-20T09:00:00",
        (
            Later("2026-05-20T09:00:00", "Patent Court", "court", "Judgment: Brandt Photonics v Orlen Vale Wines",
                  "The defendant, a vineyard with no connection to Orlen Vale Optics, used a laser engraving design of the claimant on 4 February "
                  "2026. The court finds infringement.", None),
        ),
    ),
    Story(
        "verkauf-brauerei", "de", "Brauerei Hohenried", ("Brauerei Hohenried", "Hohenried"), "Voralpenbote",
        "Die Brauerei Hohenried verhandelt mit dem Getränkekonzern Baltra über den Verkauf der Marke Riedgold, sagten drei Beteiligte.",
        "flat_denial", "Es gibt keine Verhandlungen mit Baltra", "2026-01-19T09:00:00",
        (
            Later("2026-05-19T09:00:00", "Brauerei Hohenried", "press_release", "Baltra übernimmt Marke Riedgold",
                  "Die Brauerei Hohenried verkauft die Marke Riedgold an Baltra. Dem Abschluss gingen achtmonatige Verhandlungen voraus; die "
                  "Absichtserklärung wurde am 5. Dezember 2025 unterzeichnet.", "undercuts", 1),
            Later("2026-02-19T09:00:00", "Voralpenbote", "newspaper", "Hohenried-Chef nimmt Aussage zurück",
                  "„Meine Antwort vom Januar war falsch“, sagte Hohenried-Geschäftsführer Karl Aumann im Gespräch mit dieser Zeitung. Man habe mit "
                  "Baltra über die Marke Riedgold verhandelt.", "undercuts", 1),
            Later("2026-03-19T09:00:00", "Brauerei Hohenried", "press_release", "Brauerei Hohenried erneuert Sudhaus",
                  "Die Brauerei Hohenried investiert in ihr Sudhaus. Der Auftrag an den Anlagenbauer wurde am 5. Dezember 2025 vergeben.", None),
        ),
    ),
    Story(
        "temoin-barrage", "fr", "Hydro Vercors", ("Hydro Vercors",), "Le Trièves",
        "Hydro Vercors a ouvert les vannes du barrage sans alerter les communes, selon des riverains.",
        "flat_denial", "Les communes ont été alertées avant l'ouverture des vannes", "2026-04-07T09:00:00",
        (
            Later("2026-04-28T09:00:00", "Le Trièves", "newspaper", "« J'ai ouvert les vannes moi-même, l'alerte était coupée »",
                  "Ancien technicien d'Hydro Vercors, Bruno Peltier parle. « J'ai ouvert les vannes du barrage moi-même cette nuit-là. L'alerte aux "
                  "communes était coupée », raconte-t-il.", "undercuts", 2),
            Later("2026-05-28T09:00:00", "Préfecture", "filing", "Ouverture d'une enquête sur le barrage d'Hydro Vercors",
                  "Une enquête administrative est ouverte sur l'ouverture des vannes du barrage d'Hydro Vercors. Les relevés du 3 avril 2026 ont été "
                  "demandés à l'exploitant.", "no_bearing"),
        ),
    ),
    Story(
        "contrato-tren", "es", "Ferrovía Austral", ("Ferrovía Austral", "Austral"), "La Gaceta del Sur",
        "Ferrovía Austral adjudicó a dedo el contrato de señalización a la empresa Solventa, según un correo visto por La Gaceta del Sur.",
        "flat_denial", "No hay ningún contrato con Solventa", "2026-02-23T09:00:00",
        (
            Later("2026-05-11T09:00:00", "Tribunal de Cuentas", "filing", "Informe de fiscalización de Ferrovía Austral",
                  "El contrato de señalización con Solventa se firmó el 30 de enero de 2026, tres semanas antes de que la empresa negara su "
                  "existencia.", "undercuts", 1),
            Later("2026-03-11T09:00:00", "La Gaceta del Sur", "newspaper", "Rectificación: Ferrovía Austral",
                  "El 23 de febrero publicamos que Ferrovía Austral había adjudicado a dedo un contrato a Solventa. El correo en que nos basamos era "
                  "falso. Lamentamos el error.", "confirms", 1),
        ),
    ),
    Story(
        "laudo-agua", "pt", "Águas do Tamega", ("Águas do Tamega",), "Jornal do Vale",
        "A água distribuída pela Águas do Tamega tinha chumbo acima do limite, segundo análises de um morador.",
        "flat_denial", "A nossa água não tem chumbo acima do limite", "2026-03-03T09:00:00",
        (
            Later("2026-04-20T09:00:00", "Autoridade de Saúde", "filing", "Resultado das análises à água da Águas do Tamega",
                  "A Autoridade recolheu 45 amostras na rede da Águas do Tamega. Em nenhuma amostra foi detetado chumbo acima do limite.",
                  "confirms", 1),
            Later("2026-03-20T09:00:00", "Autoridade de Saúde", "filing", "Autoridade recolhe amostras de água",
                  "A Autoridade recolheu a 18 de março amostras na rede da Águas do Tamega para pesquisar chumbo. Os resultados serão conhecidos em "
                  "abril.", "no_bearing"),
        ),
    ),
    Story(
        "lettera-fornitore", "it", "Pastificio Orsara", ("Pastificio Orsara", "Orsara"), "Il Foglio del Tavoliere",
        "Il Pastificio Orsara era stato avvisato dal fornitore che il grano era contaminato, secondo due dipendenti.",
        "flat_denial", "Nessun fornitore ci ha avvisati", "2026-01-26T09:00:00",
        (
            Later("2026-06-08T09:00:00", "Tribunale di Foggia", "court", "Sentenza: Molini Dauni contro Pastificio Orsara",
                  "Con lettera del 3 dicembre 2025 la fornitrice avvisò il Pastificio Orsara che il grano era contaminato. La convenuta rispose il "
                  "10 dicembre 2025 chiedendo uno sconto.", "undercuts", 1),
        ),
    ),
    Story(
        "mou-ja", "ja", "霧島精機", ("霧島精機",), "南都新聞",
        "霧島精機が工作機械事業を独ファンドのアルトバウに譲渡する覚書を交わしたと、関係者が語った。",
        "flat_denial", "そのような覚書を交わした事実はございません", "2026-03-05T09:00:00",
        (
            Later("2026-06-05T09:00:00", "霧島精機", "filing", "工作機械事業の譲渡に関するお知らせ",
                  "当社は、工作機械事業をアルトバウに譲渡することを決定しました。\n\n日程：覚書締結 2026年2月10日、取締役会決議 2026年6月5日。", "undercuts", 1),
            Later("2026-04-05T09:00:00", "南都新聞", "newspaper", "霧島精機社長「あの時の説明は誤りだった」",
                  "霧島精機の桐原社長は本紙のインタビューで、工作機械事業の譲渡を巡る覚書について「当時の説明は誤りでした。覚書は交わしていた」と述べた。", "undercuts", 1),
            Later("2026-03-20T09:00:00", "取引所", "filing", "霧島精機に関する報道について",
                  "貴社の工作機械事業に関する報道について、2026年3月24日までに回答を求めます。", "no_bearing"),
        ),
    ),
    Story(
        "mou-zh", "zh", "鹿鸣乳业", ("鹿鸣乳业",), "滨海晨报",
        "鹿鸣乳业已与外资基金贝尔福签订奶粉业务出售协议，两名知情人士表示。",
        "flat_denial", "公司未与贝尔福签订任何协议", "2026-03-12T09:00:00",
        (
            Later("2026-07-12T09:00:00", "反垄断局", "filing", "关于鹿鸣乳业奶粉业务经营者集中的审查决定",
                  "经审查，鹿鸣乳业与贝尔福于2026年2月6日签订奶粉业务出售协议，并于同年4月申报。", "undercuts", 1),
            Later("2026-04-12T09:00:00", "证券交易所", "filing", "关于鹿鸣乳业的监管问询函",
                  "请你公司说明2026年2月6日关联交易的定价依据，并于五个交易日内回复。", None),
            Later("2026-05-12T09:00:00", "滨海晨报", "newspaper", "鹿鸣乳业董秘：我当时说错了",
                  "“我当时说错了，和贝尔福的奶粉业务协议那时已经签了。”鹿鸣乳业董秘周岚接受本报采访时说。", "undercuts", 1),
        ),
    ),
    Story(
        "tongji-ko", "ko", "누리제강", ("누리제강",), "동해신문",
        "누리제강이 용광로 사고 전에 균열 경고를 받았다고 전 직원들이 말했다.",
        "flat_denial", "용광로 균열에 대한 경고를 받은 사실이 없다", "2026-04-16T09:00:00",
        (
            Later("2026-07-16T09:00:00", "산업안전감독청", "filing", "누리제강 용광로 사고 조사 결과",
                  "조사 결과, 용광로 균열에 관한 경고서는 2026년 3월 2일 귀사에 송달되었고 공장장이 같은 날 수령 서명하였습니다.", "undercuts", 1),
            Later("2026-05-16T09:00:00", "동해신문", "newspaper", "\"균열을 제가 직접 보고했다\"",
                  "누리제강 전 정비팀장 오세훈 씨는 본지에 \"용광로 균열 경고를 제가 직접 공장장에게 보고했다\"고 말했다.", "undercuts", 2),
            Later("2026-06-16T09:00:00", "동해신문", "newspaper", "누리제강 사고 두 달, 전문가 진단",
                  "누리제강 용광로 사고를 두고 한 교수는 \"제가 직접 본 다른 제철소도 균열 경고를 무시했다\"고 말했다.", "no_bearing"),
        ),
    ),
]  # fmt: skip
