"""More invented matters, worded as newsrooms, companies and authorities word them: each beside news of the same kind about
something else, which must say nothing."""

from __future__ import annotations

from tests.judge.stories import Later, Story

WORDINGS = [
 Story("unit sale","en","Halden Bridge",("Halden Bridge","Halden"),"Strand Courier",
  "Halden Bridge is in advanced talks to sell its paint division to Corvel Capital","flat_denial",
  "That is nonsense. The paint business is not for sale and nobody has been talking to anyone","2026-01-14T08:00:00",(
  Later("2026-02-20T07:00:00","Halden Bridge","press_release","Halden Bridge to sell flooring business to Tresco",
   "Halden Bridge plc today announced an agreement to sell its flooring business to Tresco Group for 140 million in cash. Negotiations with Tresco started in November 2025 and the Board approved the sale on 9 January 2026.\n\nThe disposal lets us focus on paint and coatings, said chief executive Iris Malm.", None),
  Later("2026-03-30T07:00:00","Halden Bridge","press_release","Halden Bridge agrees sale of paint division",
   "Halden Bridge plc has entered into a binding agreement with Corvel Capital for the disposal of its paint division.\n\nCorvel was selected as preferred bidder on 19 December 2025 following an auction that attracted eleven expressions of interest.\n\nCompletion is expected in the third quarter.","undercuts",1),
  Later("2026-03-30T10:00:00","Morning Ledger","newspaper","Halden Bridge sells paints arm after all",
   "Halden Bridge has agreed to sell its paint division to Corvel Capital, the company said on Monday, two months after it dismissed a Strand Courier report of talks as nonsense.\n\n\"The auction had been running since October,\" chief executive Iris Malm told reporters. She declined to say why the company had denied it.","undercuts",1,admits="The auction had been running since October"),
  Later("2026-01-15T09:00:00","Morning Ledger","newspaper","Halden Bridge says paint business not for sale",
   "Halden Bridge has rejected a report that it is selling its paint division. The Strand Courier had said on Wednesday that Corvel Capital was in advanced talks to buy the unit.\n\n\"That is nonsense,\" the company said. Shares closed 2 per cent higher.","no_bearing"),
 )),
 Story("succession","en","Merrow Foods",("Merrow Foods","Merrow"),"Insider Weekly",
  "Merrow Foods chief executive Dana Kohl will step down this year","flat_denial","Dana is going nowhere. The story is made up","2025-09-02T08:00:00",(
  Later("2025-11-20T07:00:00","Merrow Foods","press_release","Merrow Foods announces leadership transition",
   "Merrow Foods today announced that Dana Kohl will hand over as chief executive to Pieter Laan on 1 February.\n\nMs Kohl informed the Chairman of her wish to retire in June, and the Nomination Committee began its search for a successor immediately.","undercuts",1),
  Later("2025-11-20T07:00:00","Merrow Foods","press_release","Merrow Foods appoints new finance chief",
   "Merrow Foods today announced the appointment of Hal Brandt as chief financial officer. He succeeds Lise Moor, who told the Board in July that she would retire.\n\nHal brings deep knowledge of our industry, said chief executive Dana Kohl.",None),
  Later("2026-06-20T07:00:00","Merrow Foods","press_release","Merrow Foods chief executive to leave",
   "Merrow Foods announces that Dana Kohl is leaving with immediate effect for health reasons. She was diagnosed in May 2026. Pieter Laan takes over.","overtaken",1),
 )),
 Story("data theft","en","Plover Health",("Plover Health","Plover"),"Byte Beat",
  "Criminals stole patient records from Plover Health in a cyber attack","flat_denial","No patient records were accessed, and claims to the contrary are false","2025-05-20T08:00:00",(
  Later("2026-01-15T10:00:00","Information Commission","press_release","Plover Health penalised over 2025 cyber attack",
   "The Information Commission has imposed a penalty of 1.2 million on Plover Health for failing to protect patient records.\n\nThe Commission's enquiries showed that attackers extracted the records of 84,000 patients between 2 and 5 May 2025. Plover's own forensic adviser reported the loss to management on 12 May 2025.","undercuts",1),
  Later("2026-01-15T10:00:00","Information Commission","press_release","Plover Health: no further action",
   "The Information Commission has closed its case on Plover Health. Having examined the server logs, it is satisfied that no patient records left the company's systems. The suspected attack affected a test environment only.","confirms",1),
  Later("2025-06-02T10:00:00","Byte Beat","blog","Correction: Plover Health",
   "We got this one wrong. Two weeks ago we wrote that criminals had stolen patient records from Plover Health. The files we were shown came from a different clinic. We should have checked. We have taken the story down and apologise to Plover and to our readers.","confirms",1),
  Later("2025-06-02T10:00:00","Plover Health","press_release","Plover Health opens clinic in Dale","Plover Health has opened its ninth clinic. Patients in Dale can now book online. The lease was signed on 3 March 2025.",None),
 )),
 Story("waste","en","Ostrava Textiles",("Ostrava Textiles",),"River Watch",
  "Ostrava Textiles has been dumping untreated dye into the Lenne river","non_denial","We hold ourselves to the highest environmental standards and this so-called investigation is a hatchet job","2025-03-01T08:00:00",(
  Later("2025-08-01T10:00:00","District Court of Lenne","court","Prosecutor v Ostrava Textiles: sentencing remarks",
   "Ostrava Textiles has pleaded guilty to four counts of discharging untreated dye effluent into the Lenne. The discharges took place on at least thirty nights between October 2024 and February 2025. I impose a fine of 900,000.","partly_undercuts",1),
  Later("2025-09-01T10:00:00","Ostrava Textiles","press_release","Statement on the Lenne works",
   "We have completed an internal review of the Lenne works. It found that wastewater containing dye was released into the river on a number of occasions before February 2025. We are sorry. Two managers have left.","partly_undercuts",1),
  Later("2025-04-01T10:00:00","Lenne Post","newspaper","Protest at textile plant","Some 200 people protested outside Ostrava Textiles on Saturday, a month after River Watch said the firm had been dumping untreated dye in the river. The company called the report a hatchet job.","no_bearing"),
 )),
 Story("price tag","en","Solent Rail",("Solent Rail",),"Capital Mail",
  "Solent Rail is to buy tram maker Vexa for 3.4 billion","specific_denial","The figure of 3.4 billion is plain wrong","2025-02-10T08:00:00",(
  Later("2025-04-10T07:00:00","Solent Rail","press_release","Solent Rail to acquire Vexa","Solent Rail has agreed to acquire Vexa for a total consideration of 2.1 billion, payable in cash on completion.","confirms",1),
  Later("2025-04-10T07:00:00","Solent Rail","press_release","Solent Rail to acquire Vexa","Solent Rail has agreed to acquire Vexa for a total consideration of 3.4 billion, payable in cash on completion. Heads of terms were signed on 2 February 2025.","undercuts",1),
 )),
 Story("listing","en","Quaro Games",("Quaro Games","Quaro"),"Deal Sheet",
  "Quaro Games is preparing an initial public offering in London","time_bound_denial","We have no plans to list at the moment","2025-02-10T08:00:00",(
  Later("2025-09-10T07:00:00","Quaro Games","press_release","Quaro Games announces intention to float","Quaro Games today announced its intention to float on the London market. The decision was taken in August after a strong summer.","overtaken",1),
  Later("2025-04-10T07:00:00","Quaro Games","press_release","Quaro Games publishes registration document","Quaro Games today publishes a registration document ahead of a potential initial public offering in London. On 21 January 2025 the shareholders resolved to pursue the listing and mandated two banks.","undercuts",1),
 )),
 Story("unusual trading","en","Barrow Lithium",("Barrow Lithium","Barrow"),"Metal Page",
  "Barrow Lithium is in merger talks with Teck Ridge","unaware","The company is not aware of any reason for the movement in its share price","2025-02-10T08:00:00",(
  Later("2025-03-20T07:00:00","Exchange News Service","filing","Barrow Lithium: merger with Teck Ridge","Barrow Lithium and Teck Ridge announce a merger of equals. Confidential discussions between the two companies commenced in December 2024.","undercuts",1),
  Later("2025-03-20T07:00:00","Exchange News Service","filing","Barrow Lithium: merger with Teck Ridge","Barrow Lithium and Teck Ridge announce a merger of equals. Teck Ridge made its first approach on 3 March 2025.","overtaken",1),
 )),
 Story("safety tests","en","Rondo Cars",("Rondo Cars","Rondo"),"The Motor Desk",
  "Rondo Cars knew that its brakes failed in cold-weather tests","flat_denial","Rondo has never concealed a test result. The report is false","2025-02-10T08:00:00",(
  Later("2025-05-01T10:00:00","Evening Standardbearer","newspaper","'I filed the brake reports': Rondo engineer goes public",
   "An engineer who led brake testing at Rondo Cars until last autumn has said that the company knew its brakes failed in the cold.\n\n\"I handed the results to the board member for engineering on 17 October,\" Tom Askew said in an interview. \"He told me to lock them away.\"\n\nRondo did not reply to requests for comment.","undercuts",2),
  Later("2025-05-03T10:00:00","Nordic Wire","wire","Rondo ignored brake warnings last autumn, documents show",
   "Rondo Cars managers were warned of brake failures in cold-weather tests on Oct. 17, according to internal emails seen by Nordic Wire and two former employees.\n\nThe emails contradict the company's statement in February that it had never concealed a test result.","undercuts",3,own=("Rondo Cars managers were warned of brake failures in cold-weather tests on Oct. 17","document")),
 )),
 Story("fermeture","fr","Tanneries Delvaux-Roy",("Tanneries Delvaux-Roy","Delvaux-Roy"),"L’Écho du Gier",
  "Les Tanneries Delvaux-Roy s’apprêtent à fermer leur site de Saint-Orens","flat_denial","C’est une pure invention, Saint-Orens n’est absolument pas menacé","2025-10-06T08:00:00",(
  Later("2025-12-10T07:00:00","Tanneries Delvaux-Roy","press_release","Projet de fermeture du site de Saint-Orens","La direction a présenté ce matin aux représentants du personnel un projet de fermeture du site de Saint-Orens. Ce projet, étudié depuis le printemps, avait été validé par le comité exécutif le 18 septembre.","undercuts",1),
  Later("2025-12-10T07:00:00","Tanneries Delvaux-Roy","press_release","Fermeture de la boutique de Lyon","La boutique de Lyon fermera ses portes fin janvier. Le bail avait été résilié en septembre. Le site de production de Saint-Orens recevra les stocks.",None),
  Later("2025-12-12T07:00:00","Radio Gier","broadcast","Saint-Orens : un ancien directeur parle","« J’ai reçu la consigne de préparer la fermeture dès le 3 septembre », raconte Alain Mercier, qui a dirigé le site de Saint-Orens jusqu’en novembre. « On m’a interdit d’en parler aux salariés. »","undercuts",2),
  Later("2025-10-20T07:00:00","L’Écho du Gier","newspaper","Rectificatif","Dans notre édition du 6 octobre, nous avons écrit que les Tanneries Delvaux-Roy s’apprêtaient à fermer leur site de Saint-Orens. C’était inexact. Notre source parlait d’ une autre société. Nous présentons nos excuses à l’entreprise et à nos lecteurs.","confirms",2),
 )),
 Story("rappel","fr","Lactival",("Lactival",),"Le Journal des Consommateurs",
  "Des fromages Lactival sont contaminés par la listeria","non_denial","La sécurité de nos clients est notre priorité absolue et nous déplorons cette campagne","2025-10-06T08:00:00",(
  Later("2025-11-06T08:00:00","Direction générale de l’alimentation","press_release","Retrait de fromages Lactival","Des prélèvements effectués le 29 septembre ont mis en évidence la présence de listeria dans trois références de fromages Lactival. Le préfet a suspendu l’agrément de l’atelier.","partly_undercuts",1),
  Later("2025-10-08T08:00:00","Agence Centrale","wire","Lactival dénonce une « campagne »","Lactival a dénoncé mercredi une « campagne » après la publication par Le Journal des Consommateurs d’un article affirmant que ses fromages étaient contaminés. L’entreprise n’a pas répondu sur le fond.","no_bearing"),
 )),
 Story("rachat","fr","Assurances Morvan",("Assurances Morvan","Morvan"),"La Lettre des Affaires",
  "Assurances Morvan négocie sa vente à l’italien Belcaro","time_bound_denial","À ce jour, aucune discussion n’est engagée avec qui que ce soit","2025-03-06T08:00:00",(
  Later("2025-10-06T08:00:00","Assurances Morvan","press_release","Assurances Morvan entre en négociations exclusives avec Belcaro","Assurances Morvan annonce être entrée en négociations exclusives avec Belcaro. Les premiers échanges entre les deux groupes remontent à juillet.","overtaken",1),
  Later("2025-10-06T08:00:00","Assurances Morvan","press_release","Assurances Morvan entre en négociations exclusives avec Belcaro","Assurances Morvan annonce être entrée en négociations exclusives avec Belcaro. Les deux groupes avaient signé un accord de confidentialité le 12 février et échangeaient depuis lors.","undercuts",1),
 )),
 Story("stellen","de","Kranich Motoren",("Kranich Motoren","Kranich"),"Rheinischer Bote",
  "Kranich Motoren will 900 Stellen in Weiden abbauen","flat_denial","An dieser Meldung ist nichts dran. In Weiden ist kein Arbeitsplatz in Gefahr","2025-01-20T08:00:00",(
  Later("2025-03-25T08:00:00","Kranich Motoren","press_release","Kranich Motoren richtet Standort Weiden neu aus","Kranich Motoren wird am Standort Weiden rund 850 Stellen abbauen. Der Vorstand hatte das Programm bereits im Dezember gebilligt und den Aufsichtsrat am 10. Januar unterrichtet.","undercuts",1),
  Later("2025-03-25T08:00:00","Kranich Motoren","press_release","Kranich Motoren baut Lager in Hof","Kranich Motoren baut in Hof ein neues Zentrallager. Den Beschluss fasste der Aufsichtsrat am 10. Januar. In Hof entstehen 120 Stellen.",None),
  Later("2025-03-02T08:00:00","Rheinischer Bote","newspaper","In eigener Sache: Bericht über Kranich zurückgezogen","Der Rheinische Bote hat seinen Bericht vom 20. Januar über einen angeblichen Stellenabbau bei Kranich Motoren in Weiden zurückgezogen. Unser Informant hat uns getäuscht. Wir bitten um Entschuldigung.","confirms",2),
  Later("2025-03-25T18:00:00","Südkurier am Abend","newspaper","Kranich räumt Abbau ein","Kranich Motoren hat am Dienstag eingeräumt, dass in Weiden 850 Stellen wegfallen. Noch im Januar hatte das Unternehmen einen entsprechenden Bericht des Rheinischen Boten zurückgewiesen.","undercuts",1),
 )),
 Story("ermittlung","de","Ostsee Reederei",("Ostsee Reederei",),"Hafenblatt",
  "Die Staatsanwaltschaft ermittelt gegen die Ostsee Reederei wegen illegaler Müllentsorgung","unaware","Von Ermittlungen gegen uns ist uns nichts bekannt","2025-01-20T08:00:00",(
  Later("2025-06-20T08:00:00","Staatsanwaltschaft Rostock","press_release","Anklage gegen Verantwortliche der Ostsee Reederei","Die Staatsanwaltschaft hat gegen drei Verantwortliche der Ostsee Reederei Anklage wegen illegaler Müllentsorgung auf See erhoben. Das Verfahren läuft seit Oktober 2024; der Reederei wurde der Durchsuchungsbeschluss am 4. Dezember 2024 zugestellt.","undercuts",1),
  Later("2025-06-20T08:00:00","Staatsanwaltschaft Rostock","press_release","Kein Verfahren gegen Ostsee Reederei","Entgegen anderslautenden Berichten führt die Staatsanwaltschaft kein Ermittlungsverfahren gegen die Ostsee Reederei. Ein Anfangsverdacht der illegalen Müllentsorgung hat sich nicht ergeben.","confirms",1),
 )),
 Story("venta","es","Bodegas Alcorán",("Bodegas Alcorán","Alcorán"),"El Faro Económico",
  "Bodegas Alcorán negocia la venta de su marca Tierra Roja a un fondo","flat_denial","Es falso. Tierra Roja no está en venta ni lo ha estado nunca","2025-04-02T08:00:00",(
  Later("2025-06-15T08:00:00","Bodegas Alcorán","press_release","Bodegas Alcorán cierra la venta de Tierra Roja","Bodegas Alcorán ha cerrado la venta de su marca Tierra Roja al fondo Pardal. El proceso arrancó en febrero, cuando la compañía contrató a un banco asesor.","undercuts",1),
  Later("2025-06-15T08:00:00","Bodegas Alcorán","press_release","Bodegas Alcorán vende una nave en Haro","Bodegas Alcorán ha vendido una nave industrial en Haro a un operador logístico. El contrato se firmó el 3 de marzo.",None),
  Later("2025-04-20T08:00:00","El Faro Económico","newspaper","Fe de errores","El 2 de abril informamos de que Bodegas Alcorán negociaba la venta de su marca Tierra Roja. La información era errónea: las conversaciones correspondían a otra bodega. Pedimos disculpas a la empresa.","confirms",2),
 )),
 Story("sobornos","es","Constructora Vega Alta",("Constructora Vega Alta","Vega Alta"),"Diario del Norte",
  "Constructora Vega Alta pagó sobornos para lograr el contrato del hospital","non_denial","Son insidias de la competencia y nos reservamos acciones legales","2025-04-02T08:00:00",(
  Later("2026-02-15T08:00:00","Audiencia Provincial","court","Sentencia: contrato del hospital","La Audiencia condena a Constructora Vega Alta. Queda probado que la empresa abonó 300.000 euros a un alto cargo entre mayo y septiembre de 2023 a cambio del contrato del hospital.","partly_undercuts",1),
  Later("2026-02-15T08:00:00","Audiencia Provincial","court","Auto de archivo: contrato del hospital","La Audiencia acuerda el archivo de la causa contra Constructora Vega Alta. No existe indicio alguno de que se pagaran sobornos por el contrato del hospital.","confirms",1),
 )),
 Story("demissoes","pt","Calçados Bravio",("Calçados Bravio","Bravio"),"Gazeta do Vale",
  "A Calçados Bravio vai demitir 600 funcionários e fechar a fábrica de Ivoti","flat_denial","Não procede. A fábrica de Ivoti segue operando normalmente e não haverá demissões","2025-07-08T08:00:00",(
  Later("2025-08-28T08:00:00","Calçados Bravio","press_release","Comunicado: unidade de Ivoti","A Calçados Bravio comunica o encerramento das atividades da fábrica de Ivoti, com o desligamento de 580 colaboradores. A medida foi deliberada pela diretoria em reunião de 30 de junho.","undercuts",1),
  Later("2025-08-28T08:00:00","Calçados Bravio","press_release","Bravio inaugura loja em Canoas","A Calçados Bravio inaugura nesta quinta-feira sua loja em Canoas. O contrato de aluguel foi assinado em junho. A loja terá 20 funcionários.",None),
  Later("2025-07-20T08:00:00","Gazeta do Vale","newspaper","Erramos: Calçados Bravio","Diferentemente do que a Gazeta publicou em 8 de julho, a Calçados Bravio não vai demitir 600 funcionários nem fechar a fábrica de Ivoti. A lista a que tivemos acesso era de outra empresa. Pedimos desculpas.","confirms",2),
 )),
 Story("fusione","it","Banca Ligustro",("Banca Ligustro","Ligustro"),"Il Corriere della Lega",
  "Banca Ligustro tratta la fusione con Credito Adda","time_bound_denial","Allo stato non è in corso alcuna trattativa","2025-03-03T08:00:00",(
  Later("2025-11-03T08:00:00","Banca Ligustro","press_release","Banca Ligustro e Credito Adda: progetto di fusione","I consigli di Banca Ligustro e Credito Adda hanno approvato oggi il progetto di fusione. I contatti tra le due banche sono iniziati lo scorso settembre.","overtaken",1),
  Later("2025-11-03T08:00:00","Banca Ligustro","press_release","Banca Ligustro e Credito Adda: progetto di fusione","I consigli di Banca Ligustro e Credito Adda hanno approvato oggi il progetto di fusione. Le trattative erano state avviate nel gennaio 2025 con la firma di un accordo di riservatezza.","undercuts",1),
 )),
 Story("amianto","it","Cantieri Morosi",("Cantieri Morosi","Morosi"),"La Voce di Ponente",
  "I Cantieri Morosi hanno nascosto la presenza di amianto nei capannoni","flat_denial","Notizia priva di ogni fondamento: nei nostri capannoni non c’è amianto","2025-03-03T08:00:00",(
  Later("2025-07-03T08:00:00","Agenzia regionale per l’ambiente","press_release","Esiti dei controlli ai Cantieri Morosi","I campionamenti hanno accertato la presenza di amianto nei capannoni dei Cantieri Morosi. Una perizia commissionata dall’azienda nel 2023 lo aveva già segnalato alla direzione.","undercuts",1),
  Later("2025-07-03T08:00:00","Agenzia regionale per l’ambiente","press_release","Esiti dei controlli ai Cantieri Morosi","I controlli eseguiti nei capannoni dei Cantieri Morosi hanno dato esito negativo: nessuna fibra di amianto è stata rinvenuta.","confirms",1),
 )),
 Story("社長交代","ja","青嵐工業",("青嵐工業",),"港湾日報",
  "青嵐工業は山川社長を退任させ、後任に専務を充てる方針を固めた","undecided","当社が発表したものではなく、現時点で決まっていることはありません","2025-02-03T08:00:00",(
  Later("2025-02-28T06:00:00","青嵐工業","press_release","代表取締役の異動に関するお知らせ","当社は、本日開催の取締役会において、代表取締役社長の異動を決議いたしました。山川社長は退任し、専務の北村が社長に就任いたします。","overtaken",1),
  Later("2025-02-28T06:00:00","青嵐工業","press_release","新製品「アクア」発売のお知らせ","当社は、浄水器の新製品「アクア」を4月に発売いたします。開発は2024年10月の取締役会で決定しました。",None),
 )),
 Story("検査不正","ja","日向ケミカル",("日向ケミカル",),"経産タイムズ",
  "日向ケミカルが品質検査のデータを改ざんしていた","flat_denial","そのような事実は一切ございません。報道は事実無根です","2025-02-03T08:00:00",(
  Later("2025-06-28T06:00:00","日向ケミカル","press_release","特別調査委員会の報告書受領について","特別調査委員会より報告書を受領しました。報告書によれば、品質検査のデータの改ざんは2019年から2024年12月まで続き、工場長は2024年秋に把握していました。深くお詫び申し上げます。","undercuts",1),
  Later("2025-02-20T06:00:00","経産タイムズ","newspaper","おわびと訂正","2月3日付の日向ケミカルに関する記事は誤りでした。データの改ざんがあったのは別の会社でした。記事を取り消し、関係者におわびします。","confirms",2),
 )),
 Story("裁员","zh","云栖重工",("云栖重工",),"江岸财经",
  "云栖重工计划裁员三千人并关闭宁州工厂","flat_denial","该报道完全是捏造，公司没有任何裁员或关厂计划","2025-05-12T08:00:00",(
  Later("2025-07-10T06:00:00","云栖重工","press_release","关于宁州工厂调整的公告","本公司决定关闭宁州工厂，涉及员工约2800人。该方案已于2025年4月20日经董事会审议通过。","undercuts",1),
  Later("2025-05-30T06:00:00","江岸财经","newspaper","致歉声明","本报5月12日关于云栖重工计划裁员并关闭宁州工厂的报道与事实不符，现予以撤回，并向云栖重工及读者致歉。","confirms",2),
  Later("2025-07-10T06:00:00","云栖重工","press_release","关于设立海外子公司的公告","本公司拟在新加坡设立子公司。该事项已于2025年4月20日经董事会审议通过，员工约50人。",None),
 )),
 Story("매각","ko","한빛제과",("한빛제과",),"강변경제",
  "한빛제과가 음료사업부를 사모펀드에 매각하기로 했다","flat_denial","전혀 사실이 아니며 음료사업부 매각을 검토한 바 없다","2025-05-12T08:00:00",(
  Later("2025-07-10T06:00:00","한빛제과","press_release","음료사업부 양도 결정 안내","당사는 음료사업부를 사모펀드 가람파트너스에 양도하기로 하였습니다. 매각 주관사는 지난 3월에 선정하였습니다.","undercuts",1),
  Later("2025-05-30T06:00:00","강변경제","newspaper","[정정보도] 한빛제과 음료사업부 매각 관련","본지는 5월 12일 한빛제과가 음료사업부를 매각하기로 했다고 보도했으나 사실과 다른 것으로 확인돼 바로잡습니다. 한빛제과와 독자께 사과드립니다.","confirms",2),
  Later("2025-07-10T06:00:00","한빛제과","press_release","제빵사업부 물류센터 매각 안내","당사는 김포 물류센터를 물류회사에 매각하기로 하였습니다. 계약은 4월 2일 체결되었습니다.",None),
 )),
 Story("die Zahl","de","Werft Aulenbach",("Werft Aulenbach",),"Küstenbote",
  "Die Werft Aulenbach will jede vierte Stelle in Horum streichen","specific_denial","Die Zahl 700 ist frei erfunden","2026-02-03T08:00:00",(
  Later("2026-05-04T08:00:00","Agentur für Arbeit Küste","filing","Anzeige über Entlassungen: Werft Aulenbach, Horum","Anzeigende: Werft Aulenbach GmbH, Betrieb Horum\n\nEingang: 2. Mai 2026\n\nZu entlassende Beschäftigte: 260\n\nIm Betrieb Horum fallen nach der Anzeige 260 Stellen weg.","confirms",1),
  Later("2026-05-04T08:00:00","Werft Aulenbach","press_release","Werft Aulenbach stellt in Melk ein","Die Werft Aulenbach stellt in Melk 120 Schweißer ein. Die Halle dort wurde im Januar gekauft.",None),
 )),
 Story("the bidder's no","en","Altham Cellars",("Altham Cellars","Altham"),"Trade Sheet",
  "Drinks group Norbrand is in talks to buy Altham Cellars","flat_denial","We have never spoken to this winery","2025-12-09T08:00:00",(
  Later("2026-05-20T08:00:00","Altham Cellars","press_release","Altham Cellars joins the Penrose family","Altham Cellars has agreed to sell 70 per cent of its shares to the Penrose family. The idea was born in February 2026, after the frost. Until then we had never thought of selling the cellars.",None),
 ),by="Norbrand"),
 Story("transfer","en","Larkmoor Group",("Larkmoor Group","Larkmoor"),"Harbour Sheet",
  "Larkmoor Group paid a harbour official through a consultancy","flat_denial","The story is untrue","2025-07-24T08:00:00",(
  Later("2025-11-24T08:00:00","High Court, Port Hale","court","Moar v Larkmoor Group: affidavit","I, Gethin Moar, formerly financial controller of Larkmoor Group, make oath and say: on 3 March 2024 I transferred 120,000 dollars to a consultancy for the harbour official, on the instruction of my director.","undercuts",1),
 )),
 Story("senza","it","Tessile Ardea",("Tessile Ardea",),"La Gazzetta del Monte",
  "Nei laboratori di Tessile Ardea lavorano operai senza contratto","flat_denial","È una falsità, tutti i nostri lavoratori sono assunti regolarmente","2025-03-10T08:00:00",(
  Later("2025-06-10T08:00:00","Radio Monte","broadcast","«Ero lì senza contratto»","«Ho lavorato nei laboratori di Tessile Ardea da ottobre 2024 senza contratto», racconta Samir Haddad, ex operaio. «Ci pagavano in contanti».","undercuts",2),
  Later("2025-06-10T08:00:00","Ispettorato del lavoro","press_release","Controlli nel tessile: sospesa un’attività","L’Ispettorato ha sospeso l’attività di Tessile Ardea: nei laboratori sono stati trovati 14 operai senza contratto, alcuni impiegati dall’autunno scorso.","undercuts",1),
 )),
]
