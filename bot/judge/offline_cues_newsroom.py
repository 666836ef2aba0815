"""Word lists for newsrooms: what they rest on, whom they quote and how they take a report back, in nine languages. Data, in the form of `bot.judge.offline_cues`."""

from __future__ import annotations

from bot.judge.offline_cues import Lexicon

#: A newsroom takes back what it wrote.
RETRACTION: Lexicon = {
    "en": r"retract|withdraw(?:s|n)?\b|withdrew|we were wrong|was wrong|were wrong|is wrong|(?:was|were|is|are) (?:in error|incorrect|inaccurate|false|untrue|mistaken|erroneous|unfounded)|should(?: not|n[’']t) have (?:been published|run|reported|said|published|printed|aired|posted)|should have (?:said|read|stated)|in error|erroneous|correction|corrects?\b|corrected|wrongly|mistakenly|incorrectly|apolog|misidentif|misattribut|no longer stand|never (?:happened|existed|took place)|did not (?:happen|exist|take place)|got (?:this|that|it|the \w+|our facts)(?: one| story)? wrong|(?:taken|took) (?:\w+ ){0,3}(?:story|article|post|report|item|piece) down|(?:removed|deleted|unpublished|pulled) (?:the|our|this|that) (?:story|article|post|report|item|piece)|regret|(?:do not|no longer|cannot) stand by|cannot be upheld",
    "fr": r"rectificatif|rectifi|rétract|retir(?:e|ons|é)|erreur|erron|inexact|à tort|excus|démenti|correctif|correction|faux\b|fausse|n’aurait pas dû|n'aurait pas dû|aurait dû|nous (?:nous sommes|étions) tromp|mea culpa|supprim|regrett|ce n[’']était pas|ne (?:maintenons|pouvons maintenir)",
    "de": r"korrektur|korrigier|richtigstell|berichtig|zurückgezogen|zurückzieh|ziehen .{0,60}zurück|zieht .{0,60}zurück|widerruf|fehler|falsch\b|irrtüm|unzutreffend|unrichtig|entschuldig|zu unrecht|hätte nicht|trifft nicht zu|nicht haltbar|geirrt|getäuscht|gelöscht|bedauer|stimmt(?:e)? nicht|in eigener sache|nicht zutreffend|entfernt|nicht (?:\w+ )?aufrecht|nicht länger aufrecht",
    "es": r"rectific|retract|retir(?:a|amos|ado)|fe de err|err[óo]ne|error|incorrect|inexact|equivoc|correcci|correg|disculp|por error|fals[oa]\b|no debió|debió|nos equivoc|lament|eliminad|no (?:es|era|fue) (?:ciert|verdad)|no (?:podemos )?(?:sostenemos|sostener|mantenemos|mantener)",
    "pt": r"errata|retrata|retifica|rectifica|retir(?:a|ou|amos)|correç|corrig|err(?:ou|ado|ada|o|amos)\b|errôn|errón|incorret|incorreç|equívoc|desculp|fals[oa]\b|não deveria|por engano|diferentemente do que|erramos|lament|removid|removemos|não (?:é|era) (?:verdade|verdadeir)|não procede|não (?:podemos )?(?:sustentamos|sustentar|mantemos|manter)",
    "it": r"rettific|ritratta|ritir(?:a|iamo|ato)|errat|errore|erron|inesatt|sbagliat|correzion|corregg|corrett|scus|per errore|fals[oa]\b|smentit|non avremmo|non avrebbe|abbiamo sbagliato|rimoss|non è vero|non era vero|non corrispond|chied(?:e|iamo) scusa|non (?:possiamo )?(?:sosteniamo|sostenere|confermiamo|confermare)",
    "ja": r"訂正|取り消し|取消|撤回|誤り|誤って|誤報|お詫び|おわび|陳謝|事実と異な|事実では|正しくは|削除しま|取り下げ|不正確|事実誤認|誤った|維持でき(?:ません|ない)",
    "zh": r"更正|撤回|撤稿|撤销|勘误|错误|有误|失实|不实|误报|致歉|道歉|抱歉|应为|误将|误称|失误|收回|不准确|删除|下架|与事实不符|不能成立|站不住脚",
    "ko": r"정정|바로잡|철회|취소|오보|오류|잘못|사실과 다|사실이 아|사과|삭제|오보|내렸습니다|사실과 달|부정확|유지할 수 없",
}
#: The newsroom says that the rest, or the report itself, stands.
STANDS: Lexicon = {
    "en": r"(?:rest|remainder|substance) of (?:the|our|its) (?:report|article|story|text)\b|otherwise (?:stands|unchanged)|stand(?:s|ing)? by (?:the|our|its) (?:report|story|article)|does not affect|report (?:is )?(?:otherwise )?unchanged|other (?:details|facts|parts|paragraphs|elements) .{0,30}(?:stand|unchanged|correct)",
    "fr": r"le reste (?:de l|du)|maint(?:ient|enons) (?:ses|nos|son|notre|l)|demeure inchang|reste inchang|pour le reste|n’affecte pas|n'affecte pas",
    "de": r"übrige (?:bericht|text|angaben|teil)|im übrigen|bleib(?:t|en) (?:unverändert|davon unberührt|bestehen)|hält .{0,30}fest|unberührt",
    "es": r"el resto (?:de la|del)|mantiene (?:su|el|la|lo)|(?:lo demás|la información|los demás datos) (?:se )?mantiene|no afecta|por lo demás",
    "pt": r"o restante (?:da|do)|está mantid|permanece inalterad|mantém (?:o|a|sua|as)|não afeta|não altera",
    "it": r"il resto (?:dell|del)|conferma (?:il resto|quanto|la propria)|rest(?:a|ano) (?:invariat|conferm|valid)|per il resto|non incide",
    "ja": r"その他の(?:内容|部分|記述)|ほかの(?:内容|部分)|変更はありません|変わりはありません|記事の(?:趣旨|主旨)",
    "zh": r"其余内容|其他内容|其余部分|内容不变|报道主体|不影响",
    "ko": r"나머지 (?:내용|부분)|다른 내용|변함(?:이)? 없|기사의 (?:취지|내용)은",
}
#: The whole story goes, not a detail of it.
WHOLLY: Lexicon = {
    "en": r"retract|withdraw|withdrew|in full|entire(?:ly|ty)?|in its entirety|(?:report|story|article|claim|headline|post|item) (?:was|is|were) (?:wrong|false|untrue|incorrect|unfounded|mistaken)|should not have (?:been published|run|reported|said)|there (?:was|were|is|are) no|has not|had not|did not|was not|were not|have not|never\b|fabricat|forged|forger|fake\b|no longer stand",
    "fr": r"rétract|retir|intégral|dans son ensemble|n’(?:a|ont|est|avait|y a|était)|n'(?:a|ont|est|avait|y a|était)|aucun|jamais|sans fondement|faux\b|fausse|fabriqu|falsifi|démenti|à tort",
    "de": r"zurückgezogen|zieh(?:en|t) .{0,60}zurück|widerruf|vollständig|kein(?:e|en|er)?\b|nicht\b|nie\b|niemals|gefälscht|fälschung|zu unrecht|haltlos",
    "es": r"retract|retira|íntegr|en su totalidad|no (?:ha|hubo|hay|existe|existió|es|era|fue|tiene|había)|ning[úu]n|nunca|falso|falsa|falsific|sin fundamento|desment",
    "pt": r"retrat|retira|integral|na íntegra|não (?:há|houve|havia|existe|existia|é|foi|era|tem|procede)|nenhum|nunca|falso|falsa|forjad|infundad",
    "it": r"ritratt|ritir|integral|per intero|non (?:c|vi|è|ha|hanno|era|esiste|esisteva|sussiste)|nessun|mai\b|falso|falsa|falsific|infondat|priv[ao] di",
    "ja": r"取り消し|取消|撤回|全文|全面|事実はな|事実では|存在しな|ありません|なかった|虚偽|偽造|捏造|誤報",
    "zh": r"撤回|撤稿|撤销|全文|全部|并未|没有|不存在|从未|并无|虚假|伪造|捏造|失实|不实",
    "ko": r"철회|취소|전문|전체|없었|없습니다|아닙니다|사실이 아|사실무근|허위|위조|조작|오보",
}
#: A paper that exists: minutes, contract, filing, letter.
PAPER: Lexicon = {
    "en": r"minutes|contract|agreement|letter|memo(?:randum)?\b|e-?mails?\b|presentation|document|affidavit|filing|invoice|transcript|recording|deed|regist(?:er|ry)|record|report|resolution|court (?:file|papers)|customs|receipt|ledger|slides|certificate",
    "fr": r"procès-verbal|procès-verbaux|contrat|lettre|courrier|courriel|note interne|document|dossier|facture|enregistrement|registre|acte\b|présentation|déclaration|attestation|certificat",
    "de": r"protokoll|vertrag|brief|schreiben|e-mail|vermerk|dokument|unterlage|akte|rechnung|aufzeichnung|register|präsentation|urkunde|bescheid|gutachten",
    "es": r"acta\b|contrato|carta|correo|nota interna|documentos?|expediente|autos|factura|grabaci|registro|presentaci|escritura|informe|certificado|albar|acuerdo del consejo",
    "pt": r"ata\b|contrato|carta|e-mail|memorando|documento|autos|processo|nota fiscal|fatura|gravaç|registro|registo|apresentaç|escritura|laudo|certid",
    "it": r"verbale|contratto|lettera|e-mail|nota interna|document[oi]|atti|fascicolo|fattura|registrazion|registro|presentazion|perizia|certificat|delibera",
    "ja": r"議事録|契約書|書簡|メール|文書|資料|内部文書|請求書|録音|登記|記録|報告書|証明書",
    "zh": r"会议纪要|纪要|决议|合同|信函|邮件|文件|内部文件|发票|录音|登记|记录|报告|裁定书|判决书|证明",
    "ko": r"회의록|의사록|계약서|서한|이메일|문건|문서|자료|내부 문서|송장|녹음|녹취|등기|기록|보고서|증명서|공문",
}
#: A paper that can be relied on: signed, filed, on a public register, in a court's file.
AUTHENTIC: Lexicon = {
    "en": r"signed (?:by|minutes|contract|copy|letter)|bearing (?:the|his|her|its) signature|court (?:file|record|papers|filing|exhibit|document)|filed (?:with|in|at)|exhibit|public (?:register|record|registry)|register(?:ed)? (?:of|at|with|office)|notari[sz]ed|certified|authenticated|under oath|sworn|land registry|registry\b|official (?:copy|record|register)|freedom of information|unsealed|lodged (?:with|at)",
    "fr": r"sign[ée]e?s? (?:par|de)|(?:procès-verbal|compte rendu|contrat|acte|lettre|document) signée?|versée? au dossier|déposée? (?:au|auprès|à)|registre|greffe|notari|certifi|authentifi|sous serment|pièce (?:du|versée)|rendue? publi|public(?:s|que)? depuis",
    "de": r"unterzeichnet|unterschrieben|unterschrift|gerichtsakte|prozessakte|akten des|handelsregister|grundbuch|register|notariell|beglaubigt|eidesstattlich|hinterlegt|anlage zur klage|öffentlich (?:zugänglich|einsehbar)",
    "es": r"firmad[ao]s?\b|escritura|registro de la propiedad|incorporad[ao] (?:a los autos|al)|autos|registro (?:mercantil|público)|notari|certificad|bajo juramento|públic[ao] desde|es público|sumario|aportad[ao]|autenticad",
    "pt": r"assinad[ao]s?\b|escritura|registo predial|conservatória|juntad[ao] (?:aos autos|ao)|autos|junta comercial|registr|cartório|notari|autenticad|sob juramento|anexad[ao] ao|públic[ao] desde|periciad",
    "it": r"firmat[oaie]\b|sottoscritt|catasto|conservatoria|camera di commercio|agli atti|depositat|registro|notari|autenticat|sotto giuramento|fascicolo|pubblic[oi] da|allegat[oaie] (?:al|agli)|perizia",
    "ja": r"署名(?:入り|のある|された)|押印|裁判記録|証拠として|提出され|登記|公証|情報公開|公開され",
    "zh": r"签名|签字|盖章|案卷|卷宗|法庭|法院公开|登记|公证|经核实|工商(?:登记|资料)|公示|存档",
    "ko": r"서명(?:이|된|한)|날인|법원 기록|재판 기록|증거로|제출된|등기|공증|정보공개|공시된|공개된",
}
#: "seen by", "reviewed by": a newsroom has a paper before it.
SEEN: Lexicon = {
    "en": r"seen by|reviewed by|obtained by|(?:has|have) (?:seen|read|reviewed|obtained|inspected|examined)|shown to|shared with|provided to|copy of (?:the|a|an|which)|published (?:the|it) in full|according to (?:the |a |an )?(?:\w+ ){0,3}(?:minutes|documents?|contract|letter|e-?mails?|filing|register|records?)",
    "fr": r"(?:a|avons|ont|a pu) (?:pu )?consult|consulté|eu accès|obtenu|dont .{0,40}(?:copie|a pris connaissance)|prendre connaissance|se procurer|vu par",
    "de": r"liegt .{0,40}vor\b|liegen .{0,40}vor\b|vorliegt|vorliegen|eingesehen|einsehen konnte|einsicht|zugespielt",
    "es": r"ha(?:n)? tenido acceso|tuvo acceso|ha(?:n)? podido consultar|consultad|obtenid|al que accedió|en poder de|ha visto",
    "pt": r"teve acesso|tiveram acesso|obtev|obtid|consultad|visto por|a que .{0,40}acesso",
    "it": r"(?:ha|abbiamo) (?:potuto )?(?:visionat|consultat|lett|vist|ottenut)|visionat|in possesso|di cui .{0,40}(?:copia|in possesso)|presa visione|preso visione",
    "ja": r"入手した|確認した|閲覧した|見た|独自に入手",
    "zh": r"获得的|看到的|查阅|见到|获取的|掌握的|审阅|拿到|获得了|看到了|取得",
    "ko": r"입수한|입수했|확인한|확인했|열람|단독 입수",
}
#: Unnamed people told the newsroom.
TOLD: Lexicon = {
    "en": r"(?:people|persons?|sources?|officials?|executives?|employees?|lenders?|bankers?|insiders?|managers?|suppliers?|engineers?|directors?|investors?|creditors?|lawyers?|workers?|advisers?|members?|man|woman|one of them|two of (?:its|the)|three of (?:its|the)) .{0,80}(?:told|said|say|says|confirmed|described)|told (?:the |this )?",
    "fr": r"(?:sources?|personnes?|responsables?|cadres?|salariés?|proches?|banquiers?|créanciers?|fournisseurs?|témoins?) .{0,80}(?:dit|déclar|affirm|indiqu|confi|selon)|selon (?:une|deux|trois|plusieurs|des)|ont (?:déclaré|affirmé|indiqué|confié)",
    "de": r"(?:person(?:en)?|insider|kreise|quellen?|mitarbeiter|manager|banker|lieferanten|gläubiger|informanten|beteiligte) .{0,80}(?:sagt|berichte|erklär|bestätig|erfahr|erfuhr)|(?:aus|in) .{0,30}kreisen|von (?:zwei|drei|mehreren|einer) .{0,40}(?:erfahren|erfuhr)|sagte[n]? .{0,40}(?:insider|personen)",
    "es": r"(?:fuentes?|personas?|directivos?|empleados?|proveedores?|acreedores?|banqueros?|trabajadores?|testigos?) .{0,80}(?:asegur|afirm|dij|dic|explic|confirm|señal|relat)|según .{0,30}(?:fuentes|personas)|a este (?:diario|periódico)",
    "pt": r"(?:fontes?|pessoas?|executivos?|funcionários?|fornecedores?|credores?|banqueiros?|trabalhadores?) .{0,80}(?:diss|afirm|relat|confirm|revel|cont)|segundo .{0,30}(?:fontes|pessoas)|disseram (?:ao|à|a)\b",
    "it": r"(?:fonti|persone|dirigenti|dipendenti|fornitori|creditori|banchieri|lavoratori|testimoni) .{0,80}(?:dett|riferi|afferm|conferm|raccont|spieg)|secondo .{0,30}(?:fonti|persone)",
    "ja": r"関係者|幹部|複数の|従業員|取引先|債権者|社員|明らかにした|語った|証言|取材に",
    "zh": r"知情人士|人士|消息人士|员工|高管|供应商|债权人|银行家|向本报|对本报|告诉|透露",
    "ko": r"관계자|소식통|직원|임원|협력사|채권단|복수의|밝혔다|말했다|전했다|본지에|취재",
}
#: A person who was there speaks in the first person.
WITNESS: Lexicon = {
    "en": r"\bI (?:myself )?(?:signed|saw|sat|was (?:there|in the|at the|present|told|asked|ordered|shown|copied)|wrote|sent|received|read the|heard|attended|took|counted|filed|paid|approved|delivered|drafted|warned|reported|carried|drove|opened|found|worked on|handed|presented|prepared|made the|typed|tested|recorded|showed|gave|put|took|kept|brought|built|got|made|wrote|found|drew|drove|cut|set|shut|sold|bought|dug|hid|did|went|left|held|ran|met|stood|knew|rang|spoke|lost|\w+ed\b)|I have (?:the|a|my|every) (?:\w+ )?(?:ticket|copy|e-?mail|message|note|letter|diary|log|recording|photo)\w*|(?:told|gave|handed|asked|ordered|showed|sent|thank(?:s|ed)) me\b|we (?:signed|were (?:told|ordered|shown)|sent|received)",
    "fr": r"j[’']ai (?:moi-même |personnellement )?\w+(?:é|i|u|is|it|ert|ées?|és)\b|j’ai (?:moi-même )?(?:sign|vu|lu|reçu|écrit|envoy|assist|entend|pay|rédig|particip|prépar|transm|alert)|j'ai (?:moi-même )?(?:sign|vu|lu|reçu|écrit|envoy|assist|entend|pay|rédig|particip|prépar|transm|alert)|j’étais|j'étais|m[’'](?:a|ont|avait) \w+(?:é|it|is|u)\b|on m’a|on m'a|nous avons (?:reçu|vu|sign)",
    "de": r"ich (?:selbst )?(?:habe .{0,60}(?:unterschrieben|unterzeichnet|gesehen|gelesen|erhalten|geschrieben|geschickt|gehört|bezahlt|gewarnt|gemeldet|vorbereitet|übergeben)|war (?:dabei|selbst|im|in|bei|anwesend)|saß|unterschrieb|sah|las)|(?:habe|hatte) ich .{0,90}\w(?:t|en)\b|ich (?:habe|hatte) .{0,90}\bge\w+(?:t|en)\b|(?:hat|hatte|haben) (?:er |sie |man )?mir .{0,90}\w(?:t|en)\b|(?:gab|sagte|zeigte|befahl|schickte) mir|mir wurde",
    "es": r"yo (?:mism[oa] )?(?:l[aoe]s? )?\w+[éí]\b|(?:yo )?(?:mism[oa] )?(?:firmé|vi\b|leí|recibí|escribí|envié|asistí|oí|pagué|redacté|avisé|entregué|preparé|presenté)|yo estaba|estuve|me (?:ordenó|dijo|pidió|enseñó|entregó|mandó|ordenaron|dijeron|pidieron|enseñaron)|nos (?:ordenaron|dijeron)",
    "pt": r"eu (?:mesm[oa] )?(?:própri[oa] )?\w+i\b|(?:eu )?(?:mesm[oa] )?(?:assinei|vi\b|li\b|recebi|escrevi|enviei|assisti|ouvi|paguei|redigi|avisei|entreguei|preparei|apresentei)|eu estava|estive|me (?:mandou|disse|pediu|mostrou|entregou|mandaram|disseram|pediram|mostraram)|mandaram-me|disseram-me|pediram-me",
    "it": r"ho (?:personalmente |io )?\w+(?:to|so)\b|ho (?:personalmente )?(?:firmat|vist|lett|ricevut|scritt|inviat|assistit|sentit|pagat|redatt|avvis|consegnat|preparat)|ero (?:presente|lì|nella|in|alla)|c’ero|c'ero|mi (?:ha|hanno|è stato) (?:chiest|consegn|mostrat|chiest|ordinat|dett|mostrat)",
    "ja": r"(?:私|自分|わたし|僕)(?:は|が|も|自身).{0,60}(?:た。|た」|ました|たんです)|私(?:は|が|自身).{0,40}(?:署名|見|読|受け取|書|送|出席|聞|支払|報告|作成)|私もその場|自分が.{0,20}(?:署名|作成|見)",
    "zh": r"我(?!们|国|司|行|局|院|市|省).{0,24}(?:了|过|给|交|在场)|我(?:亲自|亲眼|本人|就)?.{0,20}(?:签|看到|见到|读到|收到|写了|发了|出席|参加|听到|支付|报告|起草|经手|在场)",
    "ko": r"(?:제가|내가|저는|나는|저도).{0,50}(?:했|었|았|였|렸|냈|갔|줬|봤|겼|렀)(?:다|습니다|어요|죠|고)|(?:제가|내가|저는|나는).{0,40}(?:서명|봤|보았|읽|받았|썼|보냈|참석|들었|지급|보고|작성|있었)|직접 .{0,20}(?:서명|봤|받았|작성)",
}
#: Whoever was there held a post there.
POST: Lexicon = {
    "en": r"former|ex-|until (?:last|recently|he|she)|resign|who (?:worked|ran|managed|served)|chief|director|manager|treasurer|engineer|head of|employee|executive|officer|driver|technician|accountant|nurse|captain|foreman|supervisor|worker|(?:ran|managed|headed|led|oversaw|supervised|worked (?:at|for|in|on)) ",
    "fr": r"ancien|ex-|directeur|directrice|responsable|cadre|trésori|ingénieur|salarié|employé|technicien|comptable|chef|dirig|travaill",
    "de": r"ehemalig|früher|ex-|leiter|direktor|manager|ingenieur|mitarbeiter|angestellt|techniker|buchhalter|kapitän|vorstand|geschäftsführer|leitete|arbeitete|führte",
    "es": r"antigu|ex|director|jef[ea]|responsable|ingenier|emplead|técnic|contable|trabajador|tesorer|dirig|trabaj[óé]|llevaba",
    "pt": r"antig|ex-|diretor|director|chefe|responsável|engenheir|funcionári|técnic|contabil|contador|trabalhador|tesoureir|gerente|dirigi|trabalh|chefi",
    "it": r"ex\b|ex-|già\b|direttor|direttric|responsabil|capo|ingegner|dipendent|tecnic|contabil|tesorier|operai|dirige|lavor|guida",
    "ja": r"元|前|社員|部長|課長|担当|役員|技術者|従業員|社長|取締役|勤め|働い|務め",
    "zh": r"前|原|经理|总监|主管|工程师|员工|会计|董事|负责人|技术员|任职|工作|担任",
    "ko": r"전\b|전 |출신|직원|부장|팀장|이사|임원|엔지니어|담당자|대표|책임자|일했|근무|맡",
}
#: A newsroom sets its finding against the company's words.
CONTRADICTS: Lexicon = {
    "en": r"contradict|despite (?:the|its|a) .{0,30}(?:denial|statement|assurance)|(?:days|weeks|months) (?:before|earlier than|prior)|before (?:the company|it|the firm|the group) (?:denied|said|told)|contrary to|at odds with|showing that|even (?:as|though) .{0,40}(?:denied|said)",
    "fr": r"contredi|contrairement|malgré .{0,30}(?:démenti|déclaration)|(?:jours|semaines|mois) avant (?:que|le démenti|la déclaration)|en contradiction",
    "de": r"widersprich|widerspruch|entgegen|trotz .{0,30}(?:dementi|aussage)|(?:tage|wochen|monate) (?:vor|bevor)",
    "es": r"contradi|contrari[oa]|pese a .{0,30}(?:desmentido|negativa)|(?:días|semanas|meses) antes de",
    "pt": r"contradi|contrari|apesar d.{0,30}(?:desmentido|negativa)|(?:dias|semanas|meses) antes d",
    "it": r"contraddi|contrariamente|nonostante .{0,30}(?:smentita|dichiaraz)|(?:giorni|settimane|mesi) prima",
    "ja": r"矛盾|食い違|反して|反する|否定した(?:が|ものの)|(?:日|週間|か月|カ月)前",
    "zh": r"矛盾|相反|不符|相悖|尽管.{0,20}否认|(?:天|周|个月)前",
    "ko": r"모순|배치|어긋나|상반|부인했지만|부인에도|(?:일|주|개월) 전",
}
#: A report told at second hand without its name: "the agency said".
SECOND_HAND: Lexicon = {
    "en": r"(?:the|an?) (?:news )?(?:agency|newspaper|paper|daily|site|website|broadcaster|magazine|outlet|blog|newsletter|report) (?:said|says|reported|reports|wrote|added|cited|had)|according to the (?:report|paper|newspaper|agency|daily)|(?:the report|it) said",
    "fr": r"(?:(?:l[’']|une )agence|(?:le|un) (?:journal|quotidien|site|magazine)|(?:la|une) chaîne) (?:a |avait )?(?:indiqu|affirm|rapport|écri|précis|cit)|selon (?:l[’']agence|le journal|le quotidien|le site)",
    "de": r"(?:(?:die|eine) (?:agentur|zeitung)|(?:das|ein) (?:blatt|magazin|portal)|(?:der|ein) (?:sender|bericht)) (?:schrieb|schreibt|berichte|zitier|meldet)|dem bericht zufolge|laut (?:bericht|zeitung|agentur)",
    "es": r"(?:(?:la|una) agencia|(?:el|un) (?:diario|periódico|medio|portal)) (?:dijo|dice|publicó|informó|señal|asegur|cit)|según (?:la agencia|el diario|el periódico|la información)",
    "pt": r"(?:(?:a|uma) agência|(?:o|um) (?:jornal|diário|site|portal)) (?:disse|diz|publicou|informou|afirm|cit)|segundo (?:a agência|o jornal|o site|a reportagem)",
    "it": r"(?:(?:l[’']|un[’'])agenzia|(?:il|un) (?:giornale|quotidiano|sito)) (?:ha |aveva )?(?:scritt|riferi|afferm|cita)|secondo (?:l[’']agenzia|il giornale|il quotidiano)",
    "ja": r"同紙|同通信|同サイト|同報道|報道によると|と報じ",
    "zh": r"该报|该社|该媒体|该网站|据报道|报道称",
    "ko": r"이 매체|해당 매체|신문은|통신은|보도에 따르면",
}
#: That report, all of it, was wrong: said of the report itself, not of a figure or a name in it.
THAT_WRONG: Lexicon = {
    "en": r"(?:that|this|it|(?:the|our|that|this|these|those) (?:\w+ ){0,2}?(?:reports?|story|stories|articles?|information|claims?|posts?|headlines?|allegations?|account|piece)) (?:was|is|were|are|turned out to be|proved(?: to be)?) (?:\w+ )?(?:wrong|incorrect|inaccurate|false|untrue|mistaken|unfounded|not (?:true|correct|accurate|the case|so))|got (?:this|that|it|the story)(?: one)? wrong|(?:we|i) (?:was|were) wrong|(?:we|i) should(?: not|n[’']t) have (?:run|published|printed|aired|posted|said) (?:it|that|this)|(?:it|this|that) (?:wasn[’']t|was not|isn[’']t) (?:so|true|the case)|(?:it|they) (?:hadn[’']t|had not|didn[’']t|did not|wasn[’']t|never (?:did|had|was))(?=[.!])|(?:do not|no longer|cannot) stand by|cannot be upheld",
    "fr": r"c[’']était (?:\w+ )?(?:faux|inexact|erroné|une erreur)|c[’']est (?:faux|inexact|erroné)|(?:cette|ces|l[’']|notre|nos|les?) ?(?:information|article|affirmation|nouvelle)s? (?:étai(?:t|ent)|est|sont|s[’']est avérée?) (?:\w+ )?(?:faux|fausses?|inexactes?|erronée?s?|infondée?s?)|nous nous sommes trompés|il n[’']en est rien|tel n[’']était pas le cas|ne (?:maintenons|pouvons maintenir)",
    "de": r"(?:das|dies|(?:diese|die|unsere) (?:\w+ )?(?:meldung|information|darstellung|behauptung|angaben?)|(?:der|dieser|unser) (?:\w+ )?(?:bericht|artikel)) (?:war|ist|waren|sind) (?:\w+ )?(?:falsch|unzutreffend|unrichtig|nicht (?:richtig|zutreffend|wahr))|(?:das|dies) (?:stimmt|traf|trifft) (?:\w+ )?nicht|haben uns geirrt|war eine fälschung|waren gefälscht|nicht (?:\w+ )?aufrecht|nicht länger aufrecht",
    "es": r"(?:la|esa|esta|nuestra|dicha) (?:información|noticia|afirmación) (?:era|es|fue|resultó) (?:\w+ )?(?:fals|err[óo]ne|incorrect|inexact|equivocad)|(?:eso|esto) (?:no (?:es|era) (?:ciert|verdad)|(?:era|es) fals)|no (?:es|era) ciert|nos equivocamos|no se ajustaba a la (?:realidad|verdad)|no (?:podemos )?(?:sostenemos|sostener|mantenemos|mantener)",
    "pt": r"(?:a|essa|esta|nossa|referida) (?:informação|notícia|reportagem|afirmação) (?:era|é|foi|estava) (?:\w+ )?(?:fals|errad|incorret|incorrect|inexat|inexact|equivocad|errón|errôn)|(?:isso|isto) não (?:é|era|procede)|não (?:é|era) verdade|erramos|não corresponde|não (?:podemos )?(?:sustentamos|sustentar|mantemos|manter)",
    "it": r"(?:la|questa|quella|nostra|tale) (?:notizia|informazione|ricostruzione|affermazione) (?:era|è|si è rivelata) (?:\w+ )?(?:fals|errat|erronea|inesatt|sbagliat|infondat)|non (?:è|era) vero|ci siamo sbagliati|abbiamo sbagliato|non corrispond\w+ al vero|non (?:possiamo )?(?:sosteniamo|sostenere|confermiamo|confermare)",
    "ja": r"(?:記事|報道|内容|記述)(?:は|が|に)(?:\w{0,6})?(?:誤り|誤報|事実ではな|事実と異な)|誤報でした|事実ではありません(?:でした)?|誤りでした|事実と異なる|維持でき(?:ません|ない)",
    "zh": r"(?:报道|文章|内容|消息|信息)(?:\w{0,8})?(?:不实|失实|有误|错误|与事实不符|不属实)|与事实不符|误报|不能成立|站不住脚",
    "ko": r"사실과 (?:다|달)|오보|사실이 아니|사실무근|잘못된 (?:보도|내용)|유지할 수 없",
}
#: What is corrected is a detail.
A_DETAIL: Lexicon = {
    "en": r"(?:figure|number|date|name|spelling|title|age|location|caption|photo\w*|picture|amount|percentage|address|currency|unit|year|month)s?\b|misspel|misstated|gave the wrong",
    "fr": r"chiffre|nombre|date\b|nom\b|orthographe|titre|âge|légende|photo|montant|pourcentage|fonction|année",
    "de": r"zahl|datum|name\b|namen\b|schreibweise|titel|alter\b|bildunterschrift|foto|betrag|prozent|jahr\b|funktion",
    "es": r"cifra|número|fecha|nombre|grafía|título|edad|pie de foto|foto|importe|porcentaje|cargo|año",
    "pt": r"número|data\b|nome\b|grafia|título|idade|legenda|foto|valor|percentual|percentagem|cargo|ano\b",
    "it": r"cifra|numero|data\b|nome\b|grafia|titolo|età|didascalia|foto|importo|percentuale|carica|anno\b",
    "ja": r"数字|人数|日付|氏名|名前|表記|肩書|年齢|写真|金額|割合|単位",
    "zh": r"数字|人数|日期|姓名|名称|职务|年龄|图片|照片|金额|比例|单位",
    "ko": r"수치|숫자|인원|날짜|이름|표기|직함|나이|사진|금액|비율|단위",
}
#: "We reported that": the newsroom points back at what it wrote.
WE_WROTE: Lexicon = {
    "en": r"(?:we|i|this (?:newspaper|paper|site|newsletter|programme)|(?:the|our|this|that|an?|its) (?:\w+ ){0,2}?(?:reports?|story|stories|articles?|post|piece|item)) (?:\w+ )?(?:wrote|reported|said|published|told|stated|claimed|suggested|carried|ran)|(?:our|the|this|that|its) (?:\w+ ){0,2}?(?:reports?|story|articles?|post|piece|item)\b",
    "fr": r"nous (?:\w+ )?(?:avons|avions|écrivions|affirmions|annoncions)|notre (?:article|édition|journal|enquête)|l[’']article|avons (?:écrit|publié|annoncé|affirmé|rapporté)",
    "de": r"(?:haben|hatten) wir|wir (?:haben|hatten|berichteten|schrieben|meldeten)|unser\w* (?:bericht|artikel|meldung|ausgabe)|(?:seinen|ihren|der|den) (?:bericht|artikel)|berichtet",
    "es": r"(?:informamos|publicamos|dijimos|escribimos|afirmamos|contamos)|(?:hemos|habíamos) (?:publicado|informado|dicho)|nuestr\w+ (?:artículo|información|noticia|edición)|este (?:diario|periódico|medio)|la información",
    "pt": r"(?:informámos|informamos|publicámos|publicamos|dissemos|escrevemos|noticiámos|noticiamos)|(?:nossa|nosso|esta|este) (?:reportagem|artigo|notícia|jornal|edição)|publicou|a reportagem|a notícia",
    "it": r"abbiamo (?:scritto|pubblicato|riferito|riportato|detto)|avevamo (?:scritto|pubblicato)|(?:nostro|nostra) (?:articolo|edizione|inchiesta)|questo giornale|l[’']articolo",
    "ja": r"(?:本紙|当紙|弊社|本誌|本サイト|小社)|付(?:の|け)|記事|報じ|掲載",
    "zh": r"本报|本刊|本网|本台|我们(?:曾|在)|报道|刊发|刊登",
    "ko": r"본지|본보|본 매체|저희|보도|기사",
}
#: The newsroom, or the company by its own account, now says what was denied before: "two months after denying it".
REVERSES: Lexicon = {
    "en": r"(?:after|having|had|despite)\b.{0,60}?(?:den(?:y|ied|ying)|dismiss(?:ed|ing)|reject(?:ed|ing)|call(?:ed|ing) .{0,40}(?:false|untrue|nonsense|wrong)|insist(?:ed|ing)|rebuff(?:ed|ing)|brush(?:ed|ing) (?:off|aside))|(?:previously|earlier|initially|repeatedly|first|until now|long) (?:denied|dismissed|rejected|insisted)|after all\b|u-turn|reversal",
    "fr": r"(?:après (?:l[’'])?avoir|avait|avaient|malgré)\b.{0,60}?(?:démenti|nié|rejeté|réfuté|qualifié)|finalement|volte-face|revirement",
    "de": r"(?:noch (?:im|am|vor|vergangene)|zuvor|bislang|bisher|zunächst|nachdem|hatte|lange)\b.{0,160}?(?:dementier|bestritt|zurückgewiesen|zurückwies|verneint|abgestritten)|nun doch|doch noch|kehrtwende",
    "es": r"(?:tras|después de|había|pese a)\b.{0,60}?(?:neg(?:ar|ado)|desment(?:ir|ido)|rechaz(?:ar|ado))|finalmente|dio marcha atrás|ahora sí",
    "pt": r"(?:depois de|após|havia|tinha|apesar de)\b.{0,60}?(?:neg(?:ar|ado)|desment(?:ir|ido)|rejeit(?:ar|ado))|afinal|voltou atrás|recuou",
    "it": r"(?:dopo aver\w*|aveva|avevano|nonostante)\b.{0,60}?(?:negato|smentito|respinto)|alla fine|dietrofront|marcia indietro",
    "ja": r"否定して(?:いた|きた)|否定していたが|一転|これまで否定",
    "zh": r"(?:此前|曾|先前|一度).{0,12}否认|改口",
    "ko": r"부인해 ?왔|부인했던|앞서 .{0,30}(?:부인|사실무근)|사실무근이라(?:고|던)|입장을 바꿔|말을 바꿔",
}
#: People without a name.
UNNAMED: Lexicon = {
    "en": r"(?:people|persons?|sources?|insiders?)\b|one of (?:them|the \w+)\b|familiar with|with (?:direct )?knowledge",
    "fr": r"sources?\b|personnes? |selon (?:une|deux|trois|des|plusieurs)|proches? du dossier",
    "de": r"insider|kreise|personen\b|vertraut|eingeweiht",
    "es": r"fuentes\b|personas\b|allegad|conocedor",
    "pt": r"fontes?\b|pessoas\b|a par d|próxim\w+ (?:ao|do) (?:processo|assunto)",
    "it": r"fonti\b|persone\b|a conoscenza|vicin\w+ (?:al|alla) ",
    "ja": r"関係者|複数の|匿名",
    "zh": r"知情人士|消息人士|匿名|知情者",
    "ko": r"소식통|복수의|익명|업계 관계자",
}
#: A newsroom corrects, withdraws or is sorry: without such a word, "false" and "denied" are somebody else's.
TAKES_BACK: Lexicon = {
    "en": r"retract|withdraw(?:s|n)?\b|withdrew|correction|corrects?\b|corrected|apolog|regret|sorry|(?:we|i) (?:were|was|got) (?:\w+ )?wrong|in error|erroneous|should (?:not )?have (?:been |said|read|stated|run)|(?:taken|took) .{0,20}down|(?:removed|deleted|unpublished|pulled)\b|no longer stand|our (?:mistake|error)",
    "fr": r"rectificati|rectifi|correctif|correction|corrig|rétract|retir(?:e|ons|é)|excus|regrett|erratum|nous nous sommes tromp|notre erreur|une erreur|à tort|mea culpa|(?:aurait|aurions|auraient) dû|n[’']aurait pas dû",
    "de": r"korrektur|korrigier|richtigstell|berichtig|zurückgezogen|zurückzieh|zieh(?:en|t) .{0,60}zurück|widerruf|entschuldig|bedauer|irrtüm|in eigener sache|haben uns geirrt|unser fehler|fehler unterlaufen|hätte(?:n)? .{0,40}(?:müssen|dürfen)",
    "es": r"rectific|retract|retir(?:a|amos|ado)|fe de err|correcci|correg|disculp|lament|por error|nuestro error|nos equivoc|no debió|debió|errata",
    "pt": r"errata|erramos|errou\b|retrata|retifica|rectifica|retir(?:a|ou|amos)|correç|corrig|desculp|lament|por engano|nosso erro|diferentemente do que|não deveria",
    "it": r"rettific|ritratta|ritir(?:a|iamo|ato)|errata|correzion|corregg|corrett|scus|ci siamo sbagliati|abbiamo sbagliato|nostro errore|per errore|errore|non avremmo|non avrebbe",
    "ja": r"訂正|取り消し|取消|撤回|誤報|お詫び|おわび|陳謝|正しくは|削除しま|取り下げ",
    "zh": r"更正|撤回|撤稿|撤销|勘误|误报|致歉|道歉|抱歉|应为|收回|删除",
    "ko": r"정정|바로잡|철회|취소|오보|사과|삭제",
}
#: The newsroom has now read all of the paper.
READ_WHOLE: Lexicon = {
    "en": r"(?:read|seen|obtained|reviewed|examined|checked)\b.{0,30}\b(?:whole|full|entire|complete|original)\b",
    "fr": r"(?:lu|lue|lus|lecture|consulté|obtenu|pris connaissance)\b.{0,50}(?:intégral|en entier|entière|au complet|complète?\b|original)",
    "de": r"(?:vollständig|ganze|gesamte|komplett|original)\w*\b.{0,40}(?:gelesen|eingesehen|vorlieg|geprüft|lesen)",
    "es": r"(?:leíd[oa]|leer|lectura|consultad[oa]|visto|obtenid[oa])\b.{0,50}(?:íntegr|complet|enter[oa]\b|original)",
    "pt": r"(?:lid[oa]|lemos|ler|leitura|consultad[oa]|visto|obtid[oa])\b.{0,50}(?:íntegra|integral|complet|inteir|original)",
    "it": r"(?:lett[oaie]|leggere|lettura|consultat[oa]|visto|ottenut[oa])\b.{0,50}(?:integral|complet|per intero|inter[oa]\b|original)",
    "ja": r"(?:全文|全体|原本|全ページ)(?:を|も).{0,12}(?:読|確認|入手|精査)",
    "zh": r"(?:看到|阅读|读到|查阅|核对|取得|通读)(?:了)?.{0,8}(?:全文|完整|原件|整份)",
    "ko": r"(?:전문|전체|원본|문서 전부)(?:을|를)? ?.{0,8}(?:읽|확인|입수|검토)",
}
#: The paper that the report rested on is a forgery.
FORGED: Lexicon = {
    "en": r"(?:e-?mail|memo|document|letter|recording|paper|minutes|invoice|note)s?\b.{0,60}\b(?:was|were|is|are|proved(?: to be)?|turned out to be) (?:\w+ ){0,2}(?:forge[dr]|forgery|fake|fabricated|not genuine|false)",
    "fr": r"(?:courriel|note|document|lettre|enregistrement|procès-verbal|facture)s?\b.{0,60}(?:était|étaient|est|sont) (?:\w+ ){0,2}(?:faux|fausses?|falsifié|fabriqué)",
    "de": r"(?:e-mail|vermerk|dokument|schreiben|brief|aufnahme|protokoll|rechnung)\w*\b.{0,60}(?:war|ist|waren|sind) (?:\w+ ){0,2}(?:gefälscht|fälschung|falsch|nicht echt)",
    "es": r"(?:correo|nota|documento|carta|grabación|acta|factura)s?\b.{0,60}(?:era|eran|es|son|resultó|resultaron) (?:\w+ ){0,2}(?:fals|apócrif|manipulad|un montaje)",
    "pt": r"(?:e-mail|nota|documento|carta|gravação|ata|fatura)s?\b.{0,60}(?:era|eram|é|são|foi|foram) (?:\w+ ){0,2}(?:fals|forjad|adulterad|montage)",
    "it": r"(?:e-mail|nota|documento|lettera|registrazione|verbale|fattura)\b.{0,60}(?:era|erano|è|sono|risult\w+) (?:\w+ ){0,2}(?:fals|contraffatt|manipolat)",
    "ja": r"(?:文書|メール|資料|録音|議事録|書類).{0,30}(?:偽造|偽物|捏造|偽の)",
    "zh": r"(?:邮件|文件|录音|纪要|信函).{0,20}(?:伪造|系假|是假|虚假)",
    "ko": r"(?:문건|문서|이메일|녹취|녹음|회의록).{0,30}(?:위조|가짜|조작)",
}
#: What shows that a report was wrong: a test, a plan, a measurement, the word of an authority.
PROOF: Lexicon = {
    "en": r"payroll|bills?\b|logs?\b|tests? (?:show|by|of)|samples?\b|laborator|regulator|inspector|authority|coastguard|police|court|data\b|plans\b",
    "fr": r"relevé|plans?\b|contrôles?\b|analyses?\b|tableau|laboratoire|autorité|préfecture|tribunal|agence|inspection|données",
    "de": r"messwert|messung|analyse|probe(?:n)?\b|labor|behörde|amt\b|gericht|polizei|aufsicht|pläne|daten\b",
    "es": r"análisis|planos|lecturas|nómina|laboratorio|autoridad|juzgado|tribunal|inspecci|policía|datos\b|mediciones",
    "pt": r"análises?\b|plantas?\b|medições|folha de pagamento|laboratório|autoridade|tribunal|inspe|polícia|dados\b|laudo",
    "it": r"riliev|analisi|planimetri|misurazion|laboratorio|autorità|capitaneria|tribunale|procura|ispett|dati\b|campion",
    "ja": r"検査結果|分析|データ|図面|台帳|測定|当局|保健所|警察|裁判所|役所",
    "zh": r"检测|数据|台账|图纸|测量|监管|公安|法院|有关部门",
    "ko": r"검사 결과|분석|데이터|도면|대장|일지|측정|당국|경찰|법원",
}
#: Somebody says, confirms or shows something to whoever is named beside it.
TELLS_US: Lexicon = {
    "en": r"(?:told|confirmed to|said to|shown to|showed|spoke to|speaking to)\b",
    "fr": r"(?:confirm|déclar|indiqu|confi|racont|expliqu|montr)\w*.{0,30}(?:à|au)\b",
    "de": r"(?:sagte|bestätigte|erklärte|berichtete|schilderte|zeigte)\w*",
    "es": r"(?:confirm|explic|cont|dij|asegur|relat|mostr)\w*.{0,30}\ba\b",
    "pt": r"(?:confirm|explic|cont|diss|assegur|relat|mostr)\w*.{0,30}(?:ao|à|a)\b",
    "it": r"(?:conferm|spieg|raccont|dett|riferi|mostr)\w*.{0,30}(?:al|alla|a)\b",
    "ja": r"取材に|に対し|に語|に証言|に明か",
    "zh": r"(?:对|向|告诉)",
    "ko": r"에 (?:말|밝|전|증언|털어)|에게 (?:말|밝|전)|취재",
}
#: Somebody owns that a thing is so; a mere "said" is anybody's.
OWNS: Lexicon = {
    "en": r"confirm(?:s|ed|ing)?\b|acknowledg(?:es|ed|ing)|admit(?:s|ted|ting)?\b|conced(?:es|ed|ing)|disclos(?:es|ed|ing)|announc(?:es|ed|ing)|unveil(?:s|ed|ing)?\b|reveal(?:s|ed|ing)?\b|own(?:s|ed|ing) up|com(?:es?|ing) clean|came clean|confess(?:es|ed)",
    "fr": r"confirm\w+|reconn(?:a[iî]t|u|aissent)|admet\w*|admis\b|annonc(?:e|ent|é|ait|ant)\b|dévoil\w+|révél\w+|avou\w+|concèd\w+|concéd\w+",
    "de": r"bestätig\w+|räum\w+\b(?=.{0,120}\bein\b)|eingeräumt|einräumt\w*|gab\b(?=.{0,120}\b(?:zu|bekannt)\b)|gibt\b(?=.{0,120}\b(?:zu|bekannt)\b)|bekannt ?gegeben|zugegeben|kündig\w+\b(?=.{0,120}\ban\b)|angekündigt|gestand\b|gesteh\w+|gestanden",
    "es": r"confirm\w+|reconoc\w+|admit\w+|anunci(?:a|ó|an|aron|ado)\b|revel\w+|desvel\w+|confes\w+",
    "pt": r"confirm\w+|reconhec\w+|admit\w+|anunci(?:a|ou|am|aram|ado)\b|revel\w+|confess\w+",
    "it": r"conferm\w+|riconosc\w+|ammett\w+|ammess\w+|annunci(?:a|ato|ano)\b|rivel\w+|svel\w+|confess\w+",
    "ja": r"認め(?!られ)|確認した|発表|公表|明らかに|明かし|打ち明け",
    "zh": r"证实|承认|坦承|确认|宣布|公布|披露|坦言",
    "ko": r"인정(?!보)|시인|발표|공개했|공식화|실토|털어놨|털어놓",
}
#: A company says so itself: its name stands right before the verb.
SAYS: Lexicon = {
    "en": r"said\b|says\b|has said\b",
    "fr": r"(?:a|ont) (?:déclaré|indiqué|fait savoir|précisé|expliqué)|déclare\b|indique\b",
    "de": r"sagte\b|erklärte\b|teilte\b|teilt\b|erklärt\b|gab an\b",
    "es": r"dijo\b|informó\b|comunicó\b|señaló\b|explicó\b|comunica\b",
    "pt": r"disse\b|informou\b|comunicou\b|explicou\b|comunica\b",
    "it": r"(?:ha|hanno) (?:detto|comunicato|dichiarato|spiegato)|comunica\b|dichiara\b",
    "ja": r"と(?:して|し)?(?:説明した|発表した)",
    "zh": r"公告称|公告显示",
    "ko": r"공시했다|공시한",
}
#: Of these, the ones that own to what was already so.
ADMITS: Lexicon = {
    "en": r"acknowledg|admit|conced|own(?:s|ed|ing) up|com(?:es?|ing) clean|came clean|confess",
    "fr": r"reconn(?:a[iî]t|u|aissent)|admet|admis\b|avou|conc[èé]d",
    "de": r"räum|eingeräumt|einräumt|\bzu\b|zugegeben|gest[ae]nd|gesteh",
    "es": r"reconoc|admit|confes",
    "pt": r"reconhec|admit|confess",
    "it": r"riconosc|ammett|ammess|confess",
    "ja": r"認め|打ち明け",
    "zh": r"承认|坦承|坦言",
    "ko": r"인정|시인|실토|털어놨|털어놓",
}
#: What is owned is that something was said, written or suspected, not that it is so.
THE_CLAIM: Lexicon = {
    "en": r"(?<!confirms )(?<!confirmed )(?<!confirming )(?<!confirmed the )(?:claims?|allegations?|accusations?|rumou?rs?|speculation|reports? (?:that|of|about|on)|suspicions?|suing|lawsuit|defam\w+|complaints?)\b|news that|story that",
    "fr": r"rumeurs?|accusations?|allégations?|soupçon\w*|(?:nouvelle|information|article)s? (?:selon|sur|que|disant)|plainte|diffam\w+|poursui\w+",
    "de": r"gerücht\w*|vorw[uü]rf\w*|behauptung\w*|anschuldigung\w*|verdacht\w*|bericht(?:e|en)? (?:über|von|wonach|dass)|klage\b|verleumdung|anzeige\b",
    "es": r"rumor\w*|acusaci\w+|sospech\w+|denuncias?\b|querella|demandar\w*|(?:noticia|información|publicación)(?:es|s)? (?:de que|sobre|según)",
    "pt": r"rumor\w*|boato\w*|acusaç\w+|suspeit\w+|denúncias?\b|processar\b|queixa|(?:notícia|informação|reportagem)s? (?:de que|sobre|segundo)",
    "it": r"voci\b|accus\w+|sospett\w+|querela|denunci\w+|(?:notizi[ae]|indiscrezion[ei]) (?:secondo|su|di|che)",
    "ja": r"との(?:報道|指摘|疑い|うわさ|噂)|疑惑|報じられ|提訴|告訴|指摘を受け",
    "zh": r"传闻|谣言|指控|质疑|(?:的|相关)报道|被曝|被指|起诉|追究|网传|针对.{0,40}一事",
    "ko": r"의혹|소문|루머|는 보도|다는 주장|고소|고발|소송",
}
#: "Our report said that".
WE_SAID: Lexicon = {
    "en": r"\b(?:we|our (?:\w+ )?(?:programme|report|story|article|post|newspaper)|this (?:newspaper|programme))\b[^.;\"”]{0,30}\b(?:said|told|wrote|reported|revealed|disclosed|stated|published)",
    "fr": r"\bnous (?:avons|avions) (?:écrit|publié|annoncé|affirmé|rapporté|révélé)|nos révélations|nous (?:écrivions|affirmions|annoncions|révélions)|révélations? de notre",
    "de": r"(?:berichteten|schrieben|meldeten|enthüllten) wir|wir (?:berichteten|schrieben|meldeten|enthüllten)|haben wir (?:\w+ )*(?:berichtet|geschrieben|gemeldet)|unser\w* (?:bericht|enthüllung)",
    "es": r"(?:publicamos|informamos|revelamos|dijimos|adelantamos)\b|(?:reveló|publicó|adelantó) este (?:diario|periódico|medio)",
    "pt": r"(?:publicámos|publicamos|noticiámos|noticiamos|revelámos|revelamos|dissemos)\b|(?:revelou|publicou|noticiou) (?:este|o nosso|a nossa)",
    "it": r"(?:abbiamo|avevamo) (?:scritto|pubblicato|rivelato|riportato|riferito)|(?:rivelat|pubblicat)\w (?:da |dal )?(?:questo|nostro)",
    "ja": r"本紙|当紙|本誌|弊紙",
    "zh": r"本报|本刊|本网",
    "ko": r"본지|본보|본 매체",
}
