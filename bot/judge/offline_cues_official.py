"""Word lists for papers: what an authority, a court or a company's own notice does, in nine languages. Data, in the form of `bot.judge.offline_cues`."""

from __future__ import annotations

from bot.judge.offline_cues import Lexicon

#: An authority, court or expert found against.
FINDING: Lexicon = {
    "en": r"f(?:ound|inds) that|concluded|concludes|determined|established|held that|(?:is|was|been) satisfied|infring|violat|breach(?:es|ed)|contraven|convict|penalty|fine[ds]?\b|sanction|order(?:s|ed) .{0,40}to|admit|acknowledg|recall|liable|guilty|unlawful|confirm|proved|proven|(?:does|did) not (?:contest|dispute)|pleaded guilty|upheld",
    "fr": r"conclu[te]?\b|constat|établi|retien|manquement|infraction|violation|viol[ée]|condamn|amende|sanction|pénalité|inflig|reconn|admet|rappel|responsable|coupable|illicite|confirm|prouv|ne conteste pas|mise? en demeure|suspend",
    "de": r"stellte fest|stellt fest|festgestellt|ergab|ergeben|verstoß|verletz|verurteil|bußgeld|geldbuße|strafe|verhängt|eingeräumt|räumt|anerkenn|rückruf|haftet|schuldig|rechtswidrig|bestätig|nachgewiesen|bestreitet .{0,30}nicht|untersag|angeordnet",
    "es": r"conclu|constat|acredit|determin|infring|infracci|incumpl|vulner|conden|multa|sanci|impon|impus|reconoc|admit|retirad|responsable|culpable|ilícit|ilegal|confirm|prob(?:ó|ado)|no discute|orden[óa]|suspend",
    "pt": r"conclu|constat|comprov|apurou|determin|infring|infraç|descumpr|viol|conden|multa|sanç|impôs|aplicou|reconhec|admit|recolh(?!\w*\W(?:[\w.]+\W+){0,6}?amostra)|responsável|culpad|ilícit|ilegal|confirm|provad|não contest|autuou|autuad|interdit",
    "it": r"conclu|accert|constat|rilev|violaz|violat|infraz|inadempi|condann|multa|sanzion|ammend|irrog|riconosc|ammett|ammess|richiam|responsabil|colpevol|illecit|confermat|provat|dimostrat|non contesta|ordina|sospend",
    "ja": r"認定|判明|認め|違反|課徴金|処分|命令|有罪|責任|違法|確認|立証|リコール|回収|行政指導|争わ(?:ない|ず)|勧告",
    "zh": r"认定|查明|查实|证实|违反|违规|违法|处罚|罚款|责令|承认|确认|召回|有责|判决|有罪|属实|无异议|通报批评|责成",
    "ko": r"인정|확인|판단|위반|과징금|과태료|처분|명령|유죄|책임|위법|리콜|회수|시인|드러났|사실로|다투지 않|적발|제재",
}
#: An authority, court or expert found nothing, or found that it is not so.
CLEARED: Lexicon = {
    "en": r"in (?:none|no) (?:\w+ ){0,6}(?:detected|found|observed|present)|(?:f(?:ound|inds)|saw|revealed|show(?:s|ed)?|identified|detected|yielded|uncovered) no (?:\w+ ){0,2}(?:evidence|trace|sign|indication|breach|violation|fault|defect|wrongdoing|infringement|irregularit\w+|basis|link|residue|contamination|payment|record)|no (?:evidence|trace|indication|sign|basis|record) (?:of|that|for|was|were)|no (?:such|fault|defect|breach|violation|irregularit\w+) .{0,30}(?:found|detected|identified|occurred|existed|took place)|unfounded|without foundation|baseless|not (?:substantiated|supported by|borne out|proven|contaminated|affected|present|established)|unsubstantiated|none (?:of (?:them|the) )?(?:was|were|contained|showed|had)|ruled out|rules out|excluded|did not (?:contain|take place|occur|happen|find|exist|receive|pay|originate|come from|breach|exceed)|was not (?:the (?:cause|source)|caused|paid|made|sold|involved|among)|could not have|exonerat|cleared (?:of|the)|below the (?:limit|threshold|detection)|within (?:the )?(?:limits|permitted)|(?:is|are|was|were) (?:a )?(?:forged|forger|fabricated|fake|false|untrue|incorrect|wrong)|no further action|closed (?:its|the) (?:case|file|inquiry|investigation|matter)|satisfied that (?:no|there)|nothing to suggest|(?:is|are|was|were|be) free (?:of|from)|(?:was|were|are|is) absent (?:from|in)",
    "fr": r"dans aucun\w* (?:[\w’']+ ){0,5}(?:détect|trouv|constat|observ|relev)|aucun(?:e)? (?:\w+ ){0,2}(?:preuve|trace|indice|élément|anomalie|manquement|infraction|défaut|irrégularité|contamination|lien|versement|paiement)|sans fondement|infond|non (?:fond|établi|avéré)|n’est pas (?:établi|fond|avéré|à l’origine)|n'est pas (?:établi|fond|avéré|à l'origine)|écart[ée]|exclu[ets]?\b|inexact|erron|faux\b|fausse|n’a pas (?:eu lieu|été)|n'a pas (?:eu lieu|été)|mis hors de cause|non-lieu|inférieur|classé\w* sans suite|aucune suite|sans suite|exempte?s? de",
    "de": r"in kein\w* (?:[\w]+ ){0,6}(?:nachgewiesen|gefunden|festgestellt|entdeckt)|kein(?:e|en|erlei)? (?:\w+ ){0,2}(?:hinweis|beleg|beweis|anhaltspunkt|verstoß|verstöße|mängel|mangel|spuren|rückstände|zusammenhang|zahlung|fehler)|unbegründet|haltlos|nicht (?:bestätig|belegt|nachweis|nachgewiesen|festgestellt|erwiesen|ursächlich|begründet|stattgefunden)|ausgeschlossen|widerlegt|entlastet|unzutreffend|gefälscht|fälschung|falsch\b|frei von|unterhalb|eingestellt|kein\w* (?:anfangsverdacht|tatverdacht|verfahren)|ohne befund",
    "es": r"en ning[úu]n\w* (?:\w+ ){0,4}(?:hallad|encontrad|detectad|apreciad)|ning[úu]n(?:a|o)? (?:\w+ ){0,2}(?:prueba|indicio|rastro|evidencia|irregularidad|infracci|defecto|pago|anomal|resto)|sin (?:fundamento|indicios|pruebas|rastro)|infundad|no se (?:desprende|deduce|infiere|aprecia|observa)|no (?:se )?(?:ha |han |hay |hubo |había )?(?:hallad|encontrad|detectad|acreditad|constatad|apreciad|probad|pruebas|indicios|constancia|existe|existía)|no (?:se )?(?:halló|encontró|detectó|apreció|acreditó|hubo)|descart|falso|falsa|falsific|errón|inexact|archiv|absuel|exoner|por debajo|sobrese|libres? de",
    "pt": r"em nenhum\w* (?:\w+ ){0,5}(?:dete[c]?t|encontr|constat|observ|identific)|nenhum(?:a)? (?:\w+ ){0,2}(?:prova|indício|vestígio|evidência|irregularidade|infração|defeito|pagamento|anomalia)|não (?:se )?(?:foi|foram|há|houve|havia|existe|existia|encontrou|constatou|identificou|detectou|detetou)|sem (?:fundamento|indícios|provas|vestígios)|infundad|improceden|descart|fals[oa]|forjad|errad|errôn|errón|incorret|arquiv|absolv|inocent|abaixo do|sem (?:indício|irregularidade)|livres? de|isent[ao]s? de",
    "it": r"in nessun\w*\W?(?:\w+ ){0,5}(?:rilev|trovat|riscontr|constat|osserv)|nessun[ao']?\W?(?:\w+ ){0,2}(?:prova|indizio|traccia|elemento|irregolarità|violazione|difetto|pagamento|anomalia)|non (?:è|sono|ha|hanno|vi è|vi sono|c’è|c'è|risult\w+|emerg\w+|emers\w+|sussist\w+)|priv[ao] di fondamento|infondat|esclu(?:de|so|dono) che|(?:è|sono|va|vanno|essere) (?:stat\w )?esclus|fals[oa]\b|errat|errone|inesatt|archiviat|assolt|scagion|al di sotto|inferior|non (?:si è|si sono) (?:riscontr|rilev)|esito negativo|nessun rilievo|esent[ei] da|priv[oaie] di (?!fondamento)",
    "ja": r"認められな|確認されな|検出されな|見つから|存在しな|事実(?:は|では)な|根拠(?:は|が)な|誤り|虚偽|偽造|該当しな|否定|関係(?:は|が)な|[はがも]なかった|見られな|見受けられな|見当たら|(?:発見|検出|確認|把握)(?:でき|され)?なかった|ありませんでした|行って(?:い|は)?(?:ない|おりません)|(?:基準|限度|検出|規制)\w{0,6}を下回|問題(?:は|が)な|不起訴|嫌疑(?:は)?な|該当(?:する事実)?は?な|異常(?:は)?な",
    "zh": r"未发现|没有发现|未检出|未查到|不存在|不属实|不实|虚假|伪造|错误|有误|无依据|没有证据|无证据|并无|并未|未超|未曾|排除|符合标准|合格|不予立案|撤销案件|未见异常|无关|并非|不是|谣言",
    "ko": r"발견되지|확인되지|검출되지|없는 것으로|없었|사실이 아|근거(?:가|는)? 없|허위|위조|조작된|오류|잘못|무관|혐의없|무혐의|해당하지|기준치 이하|아닌 것으로|이상 없|불기소|문제없|없음을 확인",
}
#: The document says itself that it decides nothing on the matter.
NO_VIEW: Lexicon = {
    "en": r"no (?:view|opinion|conclusion|finding|position)\b|not (?:asked|called upon|required) to (?:decide|rule)|makes? no (?:finding|comment)|(?:is|was|are|remain)s? (?:continuing|ongoing|under way|pending|preliminary)|has not (?:yet )?(?:reached|concluded|decided)|without (?:admitting|prejudice)|could not (?:independently )?(?:verify|be verified)|has not verified|neither confirm",
    "fr": r"ne se prononce pas|sans se prononcer|n’a pas (?:encore )?(?:conclu|tranché)|n'a pas (?:encore )?(?:conclu|tranché)|en cours\b|sans préjuger|aucune conclusion|pas pu (?:être )?vérifi|ni confirm",
    "de": r"keine (?:aussage|stellungnahme|bewertung)|nicht (?:zu )?(?:entscheiden|beurteil)|dauer(?:t|n) an|noch nicht abgeschlossen|laufende[nr]? (?:verfahren|untersuchung|ermittlung)|offen(?:gelassen| gelassen)|nicht (?:unabhängig )?(?:überprüf|verifizier)|weder bestätig",
    "es": r"no se pronuncia|sin pronunciarse|sin prejuzgar|en curso\b|no ha (?:concluido|resuelto)|ninguna conclusi|no (?:ha podido|pudo) (?:verificar|comprobar)|ni confirm|ni desmint",
    "pt": r"não se pronuncia|sem (?:se pronunciar|prejulgar)|em (?:curso|andamento)\b|não (?:foi )?conclu|nenhuma conclus|não (?:conseguiu|pôde) (?:verificar|confirmar)|nem confirm",
    "it": r"non si pronuncia|senza pregiudi|in corso\b|non (?:ha|è) (?:ancora )?(?:conclu|deciso)|nessuna conclusione|non (?:ha potuto|è stato possibile) verific|né conferm",
    "ja": r"判断を示さ|判断しな|調査中|継続中|審議中|結論は出て|結論に至って|確認できて(?:い)?な|肯定も否定も",
    "zh": r"不作判断|不予评论|未作认定|仍在(?:调查|进行)|正在(?:调查|进行)|尚无结论|尚未(?:结束|得出)|无法(?:独立)?(?:核实|证实)|既不证实",
    "ko": r"판단하지|조사 중|진행 중|심의 중|결론(?:이|은|을) (?:나지|내리지)|확인할 수 없|확인하지 못",
}
#: A company or authority speaks of itself in a formal notice.
NOTICE: Lexicon = {
    "en": r"inside information|regulatory (?:news|announcement)|announces that|(?:today|hereby) announce|the board (?:of directors )?(?:of|has|announces)|the company (?:announces|has today|hereby)|for immediate release|press release|authori[sz]ed for release|notice of|person responsible for (?:arranging|this)|(?:notes|note) for editors|media contact|petitioner|affidavit",
    "fr": r"communiqué|information (?:privilégiée|réglementée)|annonce (?:ce jour|aujourd)|le conseil d’administration|le conseil d'administration|contact(?:s)? presse|document d’information|avis\b",
    "de": r"insiderinformation|ad-hoc|ad hoc|pflichtmitteilung|pressemitteilung|mitteilende person|gibt (?:heute )?bekannt|teilt (?:heute )?mit|bekanntmachung",
    "es": r"información privilegiada|hecho relevante|otra información relevante|comunica (?:hoy|que|a)|nota de prensa|comunicado|sala de prensa|consejo de administración",
    "pt": r"fato relevante|facto relevante|informação privilegiada|comunica (?:hoje|que|ao|aos)|comunicado|nota à imprensa|assessoria de imprensa|relações com investidores|conselho de administração",
    "it": r"informazione privilegiata|comunicato stampa|comunica che|rende noto|rende noto che|ufficio stampa|consiglio di amministrazione|investor relations",
    "ja": r"お知らせ|当社|弊社|各位|適時開示|取締役会において|プレスリリース|代表取締役",
    "zh": r"公告|本公司|我司|特此公告|董事会|声明|证券代码|公司董事会|新闻稿",
    "ko": r"공시|당사|주요사항|안내문|보도자료|이사회|알려드립니다|공고",
}
#: Names that only authorities, courts, exchanges and the like have.
AUTHORITY: Lexicon = {
    "en": r"authority|commission|watchdog|laborator|inspector|auditor general|institute|regulator|office|agency|court|tribunal|ministry|department|inspectorate|ombudsman|police|prosecutor|supervisor|council|exchange|registry|bureau|analyst|inspection|accident branch|bench\b|comptroller|supervision|board of|standards\b|board\b",
    "fr": r"autorité|commission|laboratoire|institut|médiateur|inspecteur|cnil|agence|tribunal|cour\b|ministère|préfecture|inspection|parquet|procureur|direction (?:générale|régionale|départementale)|registre|défenseur|office d|service (?:de|des|d[’'])|conseil",
    "de": r"\w*beauftragte|\w*aufsicht|\w*kommission|\w*kammer|behörde|amt\b|\w+amt\b|gericht|\w+gericht|kommission|ministerium|aufsicht|staatsanwaltschaft|agentur|kartell|register|börse|polizei|landes\w+|bundes\w+|dezernat|referat|\w+behörde",
    "es": r"autoridad|comisión|laboratorio|consejo regulador|defensoría|superintendencia|oficina|servicio|agencia|tribunal|juzgado|ministerio|inspección|fiscalía|consejería|instituto|registro|defensor|dirección general|junta|bolsa",
    "pt": r"autoridade|comissão|laboratório|procon|superintendência|direção-geral|provedor|agência|tribunal|juízo|vara|ministério|inspe[cç]|procuradoria|polícia|instituto|registo|direção|serviço|bolsa|conselho",
    "it": r"autorità|commissione|laboratorio|agenzia|tribunale|ministero|ispettorato|procura|garante|istituto|registro|borsa|guardia|azienda sanitaria|asl\b|direzione|servizio|arpa",
    "ja": r"庁|センター|機構|協会|省\b|省|委員会|裁判所|監督|保健所|取引所|警察|検察|局\b|局$|部$|課$|所$|室$|労働基準",
    "zh": r"局|中心|协会|检测|委员会|法院|监管|部\b|交易所|检察|公安|管理总局|署|厅|仲裁|所$|大队|支队|办公室",
    "ko": r"위원회|공사\b|센터|협회|법원|청\b|부\b|감독원|검찰|경찰|거래소|보건소|공단|원\b|처\b|연구소|사무소|시청|구청|군청|도청",
}
#: Who presses a cause: what they publish is their say, no finding.
ADVOCATE: Lexicon = {
    "en": r"(?<!european )union\b(?! exchange)|unions\b|campaign|coalition|alliance for|alliance against|friends of|action (?:group|network)|watch\b|rights\b|residents|consumers?[’']? (?:association|league|group|federation)|association|federation of|guild|initiative|movement|members\b|workers|growers|farmers|network against|greenpeace",
    "fr": r"syndicat|union\b|collectif|association|fédération|amis d|ligue\b|confédération|comité de (?:défense|riverains)|mouvement|ong\b|alliance",
    "de": r"gewerkschaft|verband\b|\w*verband\b|verein\b|bund\b|\w+bund\b|initiative|bündnis|\w*hilfe\b|allianz gegen|bewegung|netzwerk|freunde",
    "es": r"sindicato|unión (?:general|de)|asociación|federación|coordinadora|plataforma|confederación de|amigos de|ecologistas|movimiento|colectivo|alianza",
    "pt": r"sindicato|união (?:dos|das|de)|associação|federação|coletivo|movimento|plataforma|amigos d|ong\b|aliança",
    "it": r"sindacato|unione (?:dei|delle|dei)|associazione|federazione|comitato|coordinamento|movimento|amici d|legambiente|codacons|lega\b|alleanza",
    "ja": r"労組|労働組合|ユニオン|連盟|連合|連絡会|協議会|団体|市民の会|の会\b|被害者の会|漁民|農民|生協",
    "zh": r"工会|互助会|联盟|维权|环保组织|志愿者|公益|商会|联合会|业主|消费者协会",
    "ko": r"노조|노동조합|연대|연합|시민모임|단체|연맹|소비자|협의체|비대위|대책위|환경운동",
}
#: Where others' releases are printed as they come.
PRINTS: Lexicon = {
    "en": r"wire\b|news|press|release|distribution|announce|disclosure|filing|notices?\b|globe",
    "fr": r"presse|communiqué|fil\b|actu|diffusion",
    "de": r"presse|meldung|mitteilung|news|ticker|dienst",
    "es": r"prensa|comunicad|noticias|notas?\b",
    "pt": r"imprensa|comunicad|notícias|fatos",
    "it": r"stampa|comunicat|notizie|news",
    "ja": r"ニュース|リリース|通信|プレス|配信|タイムズ|ＰＲ|PR",
    "zh": r"新闻|通讯|发布|资讯|公告|美通",
    "ko": r"뉴스|보도|통신|와이어|공시|배포",
}
#: Places where a company files its own papers.
EXCHANGE: Lexicon = {
    "en": r"exchange|announcements?|news service|regulatory news|disclosure|registry|register",
    "fr": r"bourse|registre|greffe|diffusion|information réglementée",
    "de": r"börse|mitteilungsdienst|ad-hoc|register|bundesanzeiger",
    "es": r"bolsa|registro|hechos relevantes|mercado de valores",
    "pt": r"bolsa|registo|registro|fatos relevantes|valores mobiliários",
    "it": r"borsa|registro|sdir|stoccaggio",
    "ja": r"取引所|適時開示|開示",
    "zh": r"交易所|披露|公告",
    "ko": r"거래소|공시",
}
#: The document points back at what was said, and takes it back itself.
OWN_UP: Lexicon = {
    "en": r"(?:earlier|previous|prior|its|our|that|the) (?:\w+ ){0,4}?(?:statement|assertion|claim|answer|response|reply|denial|assurance|comment)s?\b.{0,60}(?:did not reflect|not (?:accurate|correct|complete|true)|in(?:accurate|correct|complete)|wrong|untrue|should not|misleading|in error)|(?:wrongly|incorrectly) (?:denied|stated|said)|should have (?:said|disclosed|told|been disclosed)",
    "fr": r"(?:déclaration|affirmation|propos|réponse|démenti|communiqué).{0,60}(?:inexact|incomple|incompl|erron|ne (?:reflét|correspond)|n’aurait pas dû|n'aurait pas dû|faux)|avons (?:à tort|nié à tort)",
    "de": r"(?:aussage|angabe|behauptung|antwort|auskunft|erklärung|stellungnahme|dementi|mitteilung).{0,60}(?:unzutreffend|unvollständig|falsch|nicht (?:richtig|korrekt|zutreffend|vollständig)|hätte nicht)|zu unrecht (?:bestritten|dementiert)",
    "es": r"(?:afirmaci[óo]n|respuesta|declaraci[óo]n|desmentido|comunicado|manifestaciones).{0,60}(?:no (?:reflej|era|fue|se ajust)|incorrect|inexact|incomplet|errón|fals)|negó (?:erróneamente|indebidamente)",
    "pt": r"(?:afirmação|resposta|declaração|desmentido|comunicado|nota).{0,60}(?:não (?:reflet|era|foi|correspond)|incorret|inexat|incomplet|errad|fals)|negou (?:indevidamente|erradamente)",
    "it": r"(?:affermazion|risposta|dichiarazion|smentita|comunicat|nota).{0,60}(?:non (?:riflet|era|corrispond|rispecchi)|inesatt|incomplet|errat|scorrett|fals)|aveva (?:erroneamente )?smentito",
    "ja": r"(?:回答|説明|発表|コメント|否定).{0,40}(?:事実と異な|誤り|正確で(?:は)?な|不適切|不十分)",
    "zh": r"(?:回应|答复|声明|说明|否认).{0,40}(?:不准确|不实|有误|不完整|与事实不符|不符)",
    "ko": r"(?:답변|해명|발표|설명|부인).{0,40}(?:사실과 다|정확하지|잘못|부정확|부적절|미흡)",
}
#: Somebody other than the company vouches: only then does a company's own paper settle a matter in its favour.
THIRD_PARTY: Lexicon = {
    "en": r"independent|auditor|laborator|forensic|expert|regulator|authority|court|police|prosecutor|inspector|arbitrat|external review|investigation by",
    "fr": r"indépendant|commissaire aux comptes|auditeur|laboratoire|expert|autorité|tribunal|police|parquet|inspect",
    "de": r"unabhängig|wirtschaftsprüf|abschlussprüf|labor|gutacht|sachverständig|behörde|gericht|polizei|staatsanwalt|kanzlei",
    "es": r"independiente|auditor|laboratorio|pericial|perito|experto|autoridad|tribunal|juzgado|policía|fiscal|inspec",
    "pt": r"independente|auditor|laboratório|perícia|perit|laudo|autoridade|tribunal|polícia|procurador|inspe",
    "it": r"indipendent|revisor|laborator|perizia|perit|esperto|autorità|tribunale|polizia|procura|ispett",
    "ja": r"第三者|監査法人|検査機関|鑑定|専門家|当局|裁判所|警察|外部",
    "zh": r"第三方|独立|审计|检测机构|鉴定|专家|监管|法院|公安|外部",
    "ko": r"제3자|독립|감사인|회계법인|검사기관|감정|전문가|당국|법원|경찰|외부",
}
#: A company is sorry for what happened.
SORRY: Lexicon = {
    "en": r"sorry|apologi[sz]|regret(?:s|ted)?\b|should never have happened|take full responsibility|fell short",
    "fr": r"excus|regrett|désolé|assum\w+ .{0,30}responsabilité|n[’']aurait jamais dû",
    "de": r"entschuldig|bedauer|um verzeihung|tut uns leid|hätte nicht (?:passieren|geschehen)",
    "es": r"disculp|lament|perdón|asum\w+ .{0,30}responsabilidad|nunca debió",
    "pt": r"desculp|lament|perdão|assum\w+ .{0,30}responsabilidade|nunca deveria",
    "it": r"scus|rammaric|spiacent|dispiac|assum\w+ .{0,30}responsabilità|non sarebbe dovuto",
    "ja": r"お詫び|おわび|申し訳|謝罪|遺憾",
    "zh": r"致歉|道歉|歉意|深表遗憾|抱歉",
    "ko": r"사과|사죄|송구|유감|죄송",
}
#: Words of regret or of certainty that only look like a "not".
NO_EXCUSE: Lexicon = {
    "en": r"no (?:excuses?|doubt|question|other choice)|not only|no longer",
    "fr": r"aucune excuse|sans (?:aucun )?doute|non seulement|ne .{0,15} plus",
    "de": r"keine (?:entschuldigung|ausrede|frage)|kein zweifel|nicht (?:nur|mehr)|ohne zweifel",
    "es": r"no (?:tiene|hay|tengo|tenemos) (?:excusa|perdón|disculpa)s?|sin duda|no s[óo]lo|ya no",
    "pt": r"não (?:há|tem|tenho|temos) (?:desculpa|perdão)s?|sem dúvida|não (?:só|apenas)|já não",
    "it": r"(?:non (?:ci sono|abbiamo|ho)|nessuna) scus[ae]|senza dubbio|non solo",
    "ja": r"申し訳(?:が)?(?:ない|なく|ありません|ございません)|間違い(?:は)?ない|弁解の余地(?:は|も)?ない|やむを得ない|だけでなく",
    "zh": r"对不起|对不住|非常|不仅|不好意思|无法推卸|毫无疑问|不可推卸",
    "ko": r"변명의 여지가 없|드릴 말씀이 없|할 말이 없|틀림없|뿐만 아니라|면목이 없",
}
#: What has ended does not come back: a "not" that announces a closure.
NOT_AGAIN: Lexicon = {
    "en": r"(?:will|to|does|is|are|shall) (?:not|no longer|never) (?:be )?(?:re-?open|re-?start|resum|return|rebuil|continu|reviv|replac|renew)\w*|won[’']t (?:re-?open|re-?start|resume|return)",
    "fr": r"ne (?:sera|seront|va|vont)? ?(?:pas|plus) (?:\w+ )?(?:r[eé]?ouv|red[ée]marr|repren|relanc|reconstrui|remplac|renouvel)\w*|ne (?:r[eé]?ouvr|red[ée]marr|reprendr|reviendr)\w+ (?:pas|plus)",
    "de": r"(?:nicht|nie) (?:mehr|wieder)\w*(?: \w+)?|nicht (?:wiederaufgebaut|fortgeführt|verlängert|fortgesetzt)",
    "es": r"no (?:se |volverá a |será |va a )*(?:reabr|reanud|reconstru|renov|continu|retom|abrir|arranc|funcionar)\w*|no volverá",
    "pt": r"não (?:se |voltará a |será |vai )*(?:reabr|retom|reconstru|renov|continu|abrir|funcionar)\w*|não voltará",
    "it": r"non (?:si |sarà |verrà |tornerà a? ?)*(?:riapr|ripart|riprend|ricostru|rinnov|continu)\w*|non tornerà",
    "ja": r"再開(?:せず|しない|いたしません)|再稼働(?:せず|しない)|継続(?:せず|しない)|再建(?:せず|しない)|更新(?:せず|しない)",
    "zh": r"不再(?:恢复|重启|续|继续|开放|运营)|不予(?:恢复|重建|续)",
    "ko": r"재개하지 않|재가동하지 않|재가동 않|갱신하지 않|계속하지 않|재개 않",
}
#: "The measure", "the transaction": what the paper is about, not named again.
THE_SAME: Lexicon = {
    "en": r"(?:the|this|such) (?:proposed |planned )?(?:transaction|measure|offering|offer|closure|sale|disposal|proposal|merger|acquisition|matter|plan|decision|move|step|agreement|deal|project|placing|programme|issue)\b",
    "fr": r"(?:l[’']|cette |la présente )(?:opération|cession|fermeture|offre|augmentation|émission|acquisition|fusion|décision)|(?:ce|le) (?:projet|plan|rapprochement)|la (?:mesure|cession|fermeture)",
    "de": r"(?:die|diese|der) (?:maßnahme|transaktion|schließung|kapitalmaßnahme|kapitalerhöhung|entscheidung|veräußerung|übernahme|fusion)|(?:das|dieses) (?:vorhaben|angebot|projekt)|(?:den|diesen) (?:schritt|verkauf|plan|zusammenschluss)",
    "es": r"(?:la|esta|dicha) (?:operación|medida|transacción|venta|fusión|oferta|ampliación|decisión|adquisición)|el (?:cierre|proyecto|plan|proceso)",
    "pt": r"(?:a|esta|essa|referida) (?:operação|medida|transação|venda|fusão|oferta|emissão|decisão|aquisição)|o (?:encerramento|fecho|projeto|plano|processo)",
    "it": r"(?:l[’']|questa |tale )(?:operazione|offerta|acquisizione|aumento)|(?:la|tale) (?:misura|cessione|chiusura|fusione|vendita|decisione)|il (?:progetto|piano)",
    "ja": r"本件|本取引|本買収|本統合|本公開買付|本譲渡|同件|当該",
    "zh": r"本次|该事项|上述事项|该交易|本交易|该方案|此次",
    "ko": r"본 건|본건|이번 (?:거래|매각|인수|합병|결정)|해당 (?:사항|거래|건)|동 건|본 거래",
}
#: Somebody looked into it for the company.
LOOKED_INTO: Lexicon = {
    "en": r"(?:internal|independent|external|own|our|thorough|forensic)\b.{0,30}(?:review|investigation|inquiry|audit|examination|probe)|(?:review|investigation|inquiry|audit|committee|panel)\b.{0,40}(?:found|concluded|established|determined|identified|confirmed|showed|revealed)",
    "fr": r"(?:enquête|audit|revue|examen|vérification|investigation)s?\b.{0,60}(?:intern|indépendant|révél|établi|conclu|montr|confirm|constat)",
    "de": r"(?:intern|unabhängig|extern|eigene)\w* .{0,30}(?:prüfung|untersuchung|überprüfung|revision)|(?:prüfung|untersuchung|überprüfung|revision)\b.{0,60}(?:ergab|ergeben|gezeigt|bestätigt)",
    "es": r"(?:investigación|auditoría|revisión|pesquisa)\b.{0,60}(?:intern|independiente|externa|concluy|revel|confirm|constat|determin)",
    "pt": r"(?:investigação|auditoria|apuração|sindicância|revisão)\b.{0,60}(?:intern|independente|extern|conclu|revel|confirm|constat|apur)",
    "it": r"(?:indagine|verifica|verifiche|audit|inchiesta|accertament\w+)\b.{0,60}(?:intern|indipendent|estern|conclus|rivel|conferm|accertat|emers)",
    "ja": r"(?:調査委員会|社内調査|第三者委員会|調査の結果|調査報告|内部調査)",
    "zh": r"(?:内部调查|自查|调查委员会|独立调查|核查|经查)",
    "ko": r"(?:내부 조사|자체 조사|조사위원회|외부 조사|조사 결과|진상조사)",
}
#: It is another company, which only has a name like it.
NAMESAKE: Lexicon = {
    "en": r"(?:not|un|no) ?(?:\w+ )?(?:connect(?:ed|ion)|relat(?:ed|ion)|affiliat(?:ed|ion)|linked?) (?:to|with)|not to be confused|no (?:corporate )?(?:link|ties?) (?:to|with)|shares? (?:only )?(?:the|a|its) name",
    "fr": r"(?:aucun|sans) (?:\w+ )?(?:lien|rapport) avec|à ne pas confondre|homonyme|n[’']est pas liée? à",
    "de": r"nicht (?:\w+ )?(?:verbunden|verwandt|zu verwechseln)|kein\w* (?:\w+ )?(?:verbindung|beziehung) (?:zu|mit)|namensgleich|namensvetter",
    "es": r"(?:ninguna|sin|ningún) (?:\w+ )?(?:relación|vínculo|vinculación) con|no confundir|homónim|no está vinculad|no guarda relación",
    "pt": r"(?:nenhuma|sem|qualquer|nenhum) (?:\w+ )?(?:relação|ligação|vínculo) com|não confundir|homónim|homônim|não (?:está ligad|tem relação)",
    "it": r"(?:nessun|alcun|senza) (?:\w+ )?(?:legame|rapporto|collegamento) con|da non confondere|omonim|non è collegat|nulla a che (?:fare|vedere)",
    "ja": r"(?:資本|資本・人的|人的|取引)?関係(?:は|が)(?:一切)?(?:ない|なく|ございません|ありません)|同名|無関係",
    "zh": r"(?:无|没有|不存在)(?:任何)?(?:关联|关系|隶属)|同名|重名",
    "ko": r"(?:무관한|관계(?:가|는)? 없는|관련(?:이|은)? 없는) (?:회사|기업|업체|별개)|동명|이름이 같은",
}
#: A denial names the figure that it calls wrong, and gives no other.
THE_FIGURE: Lexicon = {
    "en": r"(?:figure|number|sum|price|amount)s? (?:of |is |was )?\W{0,2}\d|not (?:\w+ )?\W?\d",
    "fr": r"(?:chiffre|nombre|montant|prix|somme) (?:de |d[’'])?\W{0,2}\d|pas (?:de )?\d",
    "de": r"(?:zahl|summe|betrag|preis)\w* (?:von )?\W{0,2}\d|nicht \d",
    "es": r"(?:cifra|número|importe|precio|suma) (?:de )?\W{0,2}\d|no (?:son |serán )?\d",
    "pt": r"(?:cifra|número|valor|preço|montante) (?:de )?\W{0,2}\d|não (?:são |serão )?\d",
    "it": r"(?:cifra|numero|importo|prezzo|somma) (?:di )?\W{0,2}\d|non (?:sono )?\d",
    "ja": r"\d[\d,.万億]*\w{0,3}という(?:数字|人数|金額|数)|\d[\d,.万億]*\w{0,2}(?:では|は)(?:な|事実)",
    "zh": r"(?:并非|不是)\d|\d[\d,.万亿]*\w{0,3}(?:这一|的)(?:数字|说法|金额)",
    "ko": r"\d[\d,.만억]*\w{0,3}(?:이라는|라는) (?:숫자|수치|금액)|\d[\d,.만억]*\w{0,2}[이은는가] 아니",
}
#: An authority or exchange writes to the company.
YOUR_COMPANY: Lexicon = {
    "en": r"your company",
    "fr": r"votre société",
    "de": r"ihre gesellschaft",
    "es": r"su (?:compañía|sociedad)",
    "pt": r"(?:sua|vossa) (?:companhia|sociedade)",
    "it": r"(?:la )?vostra società",
    "ja": r"貴社|御社",
    "zh": r"你公司|贵公司|你司|贵司",
    "ko": r"귀사|귀 회사",
}
#: An authority or exchange writes of the company as of another.
THAT_COMPANY: Lexicon = {
    "en": r"the (?:issuer|listed company|entity concerned|respondent)\b",
    "fr": r"l[’']émetteur|la société (?:mise en cause|concernée)",
    "de": r"die emittentin|der emittent\b|das betroffene unternehmen",
    "es": r"la (?:emisora|sociedad (?:expedientada|sancionada))|el emisor\b",
    "pt": r"a (?:emitente|emissora|sociedade visada)\b|o emissor\b",
    "it": r"l[’']emittente|la società (?:interessata|sanzionata)",
    "ja": r"対象会社|被審人|同社",
    "zh": r"当事人|该公司|涉事公司",
    "ko": r"해당 ?(?:법인|회사)|당해 법인|피심인|동사는",
}
#: An authority begins to look, and has found nothing yet.
OPENS: Lexicon = {
    "en": r"(?:opens?|opened|opening|launch(?:es|ed)?|starts?|begins?|announces?|to open) (?:of )?(?:\w+ ){0,4}(?:investigation|inquiry|probe|examination|review|proceedings|inspection|audit)|to (?:examine|investigate|look into)\b|takes samples",
    "fr": r"ouv(?:re|erture|erte?)\b.{0,40}(?:enquête|procédure|instruction|information judiciaire|examen|inspection|contrôle)|(?:enquête|procédure|instruction) .{0,20}ouverte",
    "de": r"(?:eröffne|einleit|leitet|beginn|nimmt)\w* .{0,60}(?:verfahren|ermittlung|untersuchung|prüfung)|(?:verfahren|ermittlung|untersuchung|prüfung|kontrolle)\w* .{0,40}(?:eröffnet|eingeleitet|ein\b|auf\b)",
    "es": r"(?:apertura|abre|abierto|incoa|incoación|inicia|inicio)\b.{0,40}(?:expediente|investigación|procedimiento|diligencias|inspección)",
    "pt": r"(?:abertura|abre|aberto|instaura|instauração|inicia|início)\b.{0,40}(?:inquérito|investigação|processo|procedimento|averiguaç|inspeç|fiscalizaç)|recolhe amostras",
    "it": r"(?:apertura|apre|avvia|avvio|aperto)\b.{0,40}(?:indagin|inchiest|istruttoria|procediment|fascicolo|ispezion)",
    "ja": r"調査(?:の)?開始|調査を開始|調査に着手|照会",
    "zh": r"立案(?!决定)|启动调查|开展调查的通知|问询函",
    "ko": r"조사 ?(?:개시|착수)|조사에 착수|조회공시 요구",
}
#: Told by somebody's account, not found.
BY_ITS_ACCOUNT: Lexicon = {
    "en": r"sa(?:id|ys)\b|stat(?:ed|es)\b|den(?:ied|ies)|claim|argu|submit|maintain|contend|according to|the (?:company|operator|defendant|respondent|applicant)\b",
    "fr": r"selon|affirm|déclar|soutien|prétend|indiqu|d[’']après|la (?:société|défenderesse)|l[’'](?:exploitant|entreprise)",
    "de": r"laut|zufolge|erklär|behaupt|nach angaben|bestreit|sei\b|seien\b|das unternehmen|die beklagte|der betreiber",
    "es": r"según|afirm|declar|alega|sostien|manifiest|la (?:empresa|demandada|compañía)|el operador",
    "pt": r"segundo|afirm|declar|alega|sustenta|a (?:empresa|ré|companhia)\b|o operador",
    "it": r"secondo|afferm|dichiar|sostien|la (?:società|convenuta)|l[’']azienda|il gestore",
    "ja": r"主張|述べ|説明し|としている|によると|同社",
    "zh": r"称|主张|表示|辩称|认为|据.{0,6}(?:说|称)",
    "ko": r"주장|밝혔|말했|해명|에 따르면",
}
#: Somebody did wrong, in the words of whoever decides it: a breach, a penalty, a verdict.
AGAINST: Lexicon = {
    "en": r"infring|violat|breach(?:es|ed)\b|in breach|contraven|convict|penalt|fine[ds]?\b|sanction|guilty|liable|unlawful|misled|misleading|fail(?:ed|ure) to|offen[cs]e|prosecut|dismiss(?:es|ed) the (?:claim|appeal)|ordered? to (?:pay|repay|stop)|repay|repaid|overcharg|falsif|recall|hazard|restat",
    "fr": r"manquement|infraction|violation|viol[ée]|condamn|amende|sanction|pénalité|inflig|coupable|illicite|mise? en demeure|tromp|fraud|falsifi|dissimul|rappel de produit|procède au rappel|dangereu",
    "de": r"verstoß|verstöße|verletzt|verurteil|bußgeld|geldbuße|geldstrafe|verhängt|haftet|schuldig|rechtswidrig|unzulässig|beanstand|getäuscht|irreführ|strafbefehl|manipulier|verschwieg|rückruf|gefährlich",
    "es": r"infring|infracci|incumpl|vulner|conden|multa|sanci[oó]n|sanciona|culpable|ilícit|ilegal|engañ|falsific|ocult|retirada del|peligros",
    "pt": r"infring|infraç|incumpr|descumpr|viol(?:ou|ação|ada)|conden|multa|coima|sanç|culpad|ilícit|ilegal|autuou|autuad|engan|falsific|ocult|recolha|perigos",
    "it": r"violaz|violat|infraz|inadempi|condann|multa|sanzion|ammend|irrog|colpevol|illecit|ingann|falsific|occult|richiamo del|pericolos",
    "ja": r"違反|課徴金|行政処分|処分(?:を|の|しま|した)|命令|有罪|違法|不正|不適(?:切|正)|是正|指示を行|隠蔽|罰金|回収|リコール|危険",
    "zh": r"违反|违规|违法|处罚|罚款|没收|责令|有罪|通报批评|警告|隐瞒|造假|判令|赔偿|召回|危险",
    "ko": r"위반|과징금|과태료|처분|유죄|위법|제재|고발|벌금|시정명령|은폐|조작|허위|적발|회수|리콜|위험",
}
#: What somebody who looks finds: with a "not" beside it, nothing was found.
SEEKS: Lexicon = {
    "en": r"found\b|find\b|detect|identif|reveal|show|observ|discover|uncover|contain|trace|evidence|sign(?:s)? of|indication",
    "fr": r"trouv|détect|constat|relev|révél|décel|observ|identifi|contenai|contien|mis(?:e|es)? en évidence|présence",
    "de": r"gefunden|fand(?:en)?\b|festgestellt|ergab|ergeben|nachgewiesen|nachweis|entdeckt|auffällig|erhöht|enthielt|enthalten|hinweis|beleg",
    "es": r"hall[aóo]|encontr|detect|apreci|constat|observ|identific|conten[íi]|presencia|indicio",
    "pt": r"encontr|detec?t|constat|observ|identific|verific|contin|conten|presença|indício",
    "it": r"trov|riscontr|rilev|individu|emers|emerg|osserv|rinven|conten|contien|presenza|indizi",
    "ja": r"認め|確認|検出|発見|見つか|見当た|把握",
    "zh": r"发现|检出|查到|检测到|查见|见异常",
    "ko": r"발견|확인|검출|나타나|드러나|나오|포착|파악",
}
#: Told, suspected or asked, not found.
ALLEGED: Lexicon = {
    "en": r"alleg|suspect|whether|complain|accus|may have|might have|could have|claim(?:s|ed|ing)?\b|reported(?:ly)?\b|reports?\b.{0,30}(?:said|that|alleging|in the)|media|newspaper|article|if \w+|potential|possible|would\b|query|queries|request(?:ed)? (?:information|comment)|will (?:examine|consider|look|assess|decide)",
    "fr": r"présumé|soupçon|allég|accus|aurai(?:t|ent)|si\b|plainte|presse|média|article|éventuel|pourrai|susceptible",
    "de": r"angeblich|mutmaßlich|verdacht|vorwurf|vorwürfe|beschuldig|ob\b|presse|medien|bericht(?:e|ete|en)?\b|möglich|könnte|soll(?:en)?\b|beschwerde",
    "es": r"presunt|supuest|sospech|acus|si\b|denunci|prensa|medios|artículo|publicad|posible|podría|habría",
    "pt": r"alegad|suspeit|acus|se\b .{0,20}(?:houve|há)|denúnci|imprensa|comunicação social|notícia|reportagem|possível|poderia|teria(?:m)?\b|eventual",
    "it": r"presunt|sospett|accus|se\b|denunc|stampa|articolo|possibil|potrebbe|avrebbe|eventual|segnalazion",
    "ja": r"疑い|疑惑|報道|指摘され|とされ|可能性|かどうか|おそれ|苦情",
    "zh": r"涉嫌|疑似|媒体|报道|反映|举报|投诉|是否|可能|传闻|网传",
    "ko": r"의혹|혐의|보도|제보|민원|여부|가능성|우려|추정",
}
#: Figures of an earlier year are put right: the accounts were wrong.
RESTATED: Lexicon = {
    "en": r"restat(?:e|es|ed|ing|ement)|prior[- ](?:year|period) (?:error|adjustment|correction)|correction of (?:an |prior |material )?error|(?:previously reported|comparative) (?:figures|revenue|results|profit) .{0,60}(?:reduc|correct|adjust)",
    "fr": r"retrait(?:é|ée|és|ées|ement)\b.{0,60}(?:compt|exercice|chiffre|résultat)|(?:compt|exercice|chiffre|résultat).{0,80}(?:retraité|corrigé|correction d[’']erreur)|correction d[’']erreurs?",
    "de": r"(?:vorjahres\w*|jahresabschl\w*|konzernabschl\w*|umsatz\w*|ergebnis\w*).{0,80}(?:berichtig|korrigier|angepasst)|fehlerkorrektur|(?:berichtigung|korrektur) (?:des|der) (?:jahresabschl|konzernabschl|vorjahr|umsatz)",
    "es": r"reexpres|reformul\w+ .{0,40}(?:cuentas|estados)|(?:cuentas|ventas|ingresos|resultado).{0,60}(?:corregid|ajustad|reexpres|rebajad)|corrección de errores",
    "pt": r"reapresenta|reexpress|(?:contas|receitas?|resultado|balanço).{0,60}(?:corrigid|ajustad|retificad|reexpress|reapresent)|correção de erros",
    "it": r"rideterminat|rideterminazione|riespost|(?:ricavi|bilancio|utile|conti).{0,60}(?:corrett|rettificat|ridott|rideterminat)|correzione di errori",
    "ja": r"過年度.{0,20}訂正|(?:決算|業績|有価証券報告書|財務諸表).{0,20}訂正|訂正(?:報告書|後の決算)|遡及.{0,10}修正",
    "zh": r"会计差错更正|前期(?:会计)?差错|追溯(?:重述|调整)|重述|更正.{0,10}(?:年报|财务报表|年度报告)",
    "ko": r"재무제표.{0,20}(?:정정|재작성|수정)|전기오류|오류수정|(?:실적|매출).{0,20}정정|재작성",
}
#: One day stands for many: "on 5 June, for instance".
SUCH_AS: Lexicon = {
    "en": r"for (?:instance|example)|on that (?:very |same )?day|the (?:very |same )day|alone\b|still\b",
    "fr": r"par exemple|ce jour-là|le jour même|encore\b",
    "de": r"zum beispiel|beispielsweise|etwa\b|am selben tag|noch am",
    "es": r"por ejemplo|ese mismo día|ese día|todavía|aún\b",
    "pt": r"por exemplo|nesse (?:mesmo )?dia|naquele (?:mesmo )?dia|ainda\b",
    "it": r"per esempio|ad esempio|quello stesso giorno|quel giorno|ancora\b",
    "ja": r"例えば|たとえば|同日|当日",
    "zh": r"例如|比如|当日|当天|同日",
    "ko": r"예를 들|예컨대|당일|같은 날",
}
#: A company of the group, not the one that answered.
SUBSIDIARY: Lexicon = {
    "en": r"subsidiar|wholly[- ]owned|sister company|affiliate|group company",
    "fr": r"filiale|société s[œo]e?ur|détenue? à 100",
    "de": r"tochter|schwestergesellschaft|hundertprozentig",
    "es": r"filial|participada|íntegramente",
    "pt": r"subsidiári|controlada|participada|coligada",
    "it": r"controllata|consociata|partecipata",
    "ja": r"子会社|関連会社|グループ会社",
    "zh": r"子公司|全资|关联公司|旗下",
    "ko": r"자회사|계열사|종속회사",
}
#: The company at the head of a group.
PARENT: Lexicon = {
    "en": r"holding company|parent(?: company)?\b",
    "fr": r"société mère|maison[- ]mère|holding\b",
    "de": r"muttergesellschaft|konzernmutter|holding\b|mutterkonzern",
    "es": r"matriz\b|sociedad dominante|holding\b",
    "pt": r"controladora|empresa-mãe|sociedade-mãe|holding\b",
    "it": r"capogruppo|società madre|holding\b",
    "ja": r"持株会社|親会社|ホールディングス",
    "zh": r"母公司|控股公司|控股股东|集团公司",
    "ko": r"지주회사|모회사|지주사|본사",
}
#: What a company published when it denied.
STATEMENT: Lexicon = {
    "en": r"statement|denial|response|announcement|clarification|disclosure",
    "fr": r"démenti|communiqué|déclaration|réponse|mise au point",
    "de": r"dementi|erklärung|mitteilung|stellungnahme|antwort",
    "es": r"desmentido|comunicado|respuesta|aclaración|declaración",
    "pt": r"desmentido|comunicado|esclarecimento|nota\b|resposta",
    "it": r"smentita|comunicato|nota\b|risposta|precisazione",
    "ja": r"開示|回答|発表|コメント|お知らせ|声明",
    "zh": r"公告|澄清|声明|回复|回应|答复",
    "ko": r"해명|공시|답변|조회|입장문",
}
#: A court or authority ends a matter without a finding against anybody.
CLOSES: Lexicon = {
    "en": r"no further action|clos(?:es|ed) (?:its|the|this) (?:case|file|inquiry|investigation|matter)|dismiss(?:es|ed) the (?:complaint|charge|claim)|acquit|discontinu",
    "fr": r"classement|classe .{0,20}sans suite|non-lieu|relax|déboute|clôtur",
    "de": r"eingestellt|einstellung|freigesprochen|freispruch|abgewiesen|zurückgewiesen",
    "es": r"sobrese|archiv|absuel|absol|desestim",
    "pt": r"arquiv|absolv|improced|não pronúncia",
    "it": r"archiv|assol|non luogo a procedere|rigetta|proscioglie",
    "ja": r"不起訴|無罪|棄却|調査を終了|終結",
    "zh": r"不予立案|撤销案件|驳回|不起诉|结案|终止调查",
    "ko": r"무혐의|혐의없음|불기소|무죄|기각|종결",
}
