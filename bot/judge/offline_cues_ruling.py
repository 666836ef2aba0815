"""Word lists for news of what an authority or a court decided, in nine languages. Data, in the form of `bot.judge.offline_cues`."""

from __future__ import annotations

from bot.judge.offline_cues import Lexicon

#: Who decides, as the press calls them.
RULER: Lexicon = {
    "en": r"court\b|tribunal|judges?\b|magistrates?|jury\b|regulator|watchdog|authority|agency|inspectorate|commission(?:er)?\b|ministry|ombudsman|prosecutor|trading standards|(?:health|environmental|standards|food|safety|data protection|labour|tax|customs) (?:office|officers?|officials|inspectors?)|inspectors?\b|council\b|department|arbitrator|panel\b|board of",
    "fr": r"tribunal|cour d|juges?\b|magistrat|parquet|procureure?\b|autorité|agence|préfe(?:t|cture)|inspection|ministère|conseil d[’']état|commission|direction (?:générale|régionale|départementale)|répression des fraudes|médiateur|gendarme",
    "de": r"\w*gericht\w*|richter\w*|kammer\b|\w*behörde\w*|\w*aufsicht\w*|\w*amt(?:es|s)?\b|\w*ämter\b|staatsanwaltschaft|ministerium|kommission|kartellwächter|prüfer\b|inspektor\w*|regulierer|bundesanstalt|landesanstalt",
    "es": r"tribunal|juzgado|juez\b|jueza\b|audiencia|fiscal[ií]a|autoridad|agencia|consejería|ministerio|inspecci[óo]n|comisión|competencia\b|defensor|dirección general|ayuntamiento|junta de|guardia civil|supervisor|regulador|consumo\b",
    "pt": r"tribunal|juiz\b|juíza|justiça\b|vara\b|ministério|procurador|procuradoria|agência|autoridade|órgão|inspe[cç]|comissão|fiscais\b|fiscalização|polícia|prefeitura|câmara municipal|regulador|entidade reguladora|anvisa|procon|asae|ibama",
    "it": r"tribunal|giudic|corte\b|gip\b|gup\b|procura\b|procuratore|autorità|antitrust|garante|agenzia|ministero|ispettor|commissione|prefett|guardia di finanza|carabinier|asl\b|arpa\w*",
    "ja": r"地裁|高裁|最高裁|裁判所|地検|検察|消費者庁|[一-龥]{1,8}庁|[一-龥]{1,6}省|委員会|労基署|監督署|監督局|保健所|労働局|国税局|(?:県|市|府|都|道)(?:は|が)|当局|公取委|証券取引等監視委|規制委",
    "zh": r"法院|检察院|[一-龥]{0,6}(?:监管|管理|监督|环境|税务|海关|公安|执法)[一-龥]{0,4}(?:局|委|总局|部门)|证监[局会]|监管部门|主管部门|市场监管|生态环境局|仲裁委|工信部|网信办|警方|交易所|银保监|法庭",
    "ko": r"법원|지법|고법|대법원|재판부|지검|검찰|공정거래위|공정위|금융감독원|금감원|식약처|[가-힣]{2,12}(?:관리원|위원회|감독원|보건소|노동청|관세청|국세청|환경청|경찰청|부)(?:는|은|가|이|에)|당국|구청|시청|도청",
}
#: It decided against somebody.
DECIDED: Lexicon = {
    "en": r"(?<!not )(?:fined|convicted|sentenced|penali[sz]ed|censured|reprimanded|found guilty|found liable|pleaded guilty)\b|fines\b(?= \w)|(?:has |have |had )?(?:ruled|held|concluded|established|determined)\b(?! out)|found that|found .{0,40} (?:guilty|liable|to have|in breach)|finds (?:that|\w+ guilty)|order(?:s|ed) .{0,60}\bto (?:pay|repay|refund|stop|cease|compensate|recall)|revok(?:es|ed)|suspend(?:s|ed) .{0,40}licen|upheld .{0,30}complaints?|impos(?:es|ed) .{0,30}(?:fine|penalt|sanction)|issued .{0,40}(?:penalty|enforcement notice|reprimand)|(?:agreed|agrees) to (?:repay|refund|compensate)",
    "fr": r"(?:a|ont|est|a été|sont|avait) (?:\w+ )?(?:condamn|sanctionn|reconnue? coupable|jugée? coupable)|condamn(?:e|ée?s?)\b(?! le fait)|inflig\w+|(?:a|ont) (?:\w+ )?(?:établi|constaté|conclu|jugé|retenu|estimé|considéré|ordonné|relevé|mis en demeure|retiré|suspendu)|établit\b|constate\b|conclut\b|écope",
    "de": r"verurteilt\w*|verhängt\w*|verhängte|verdonnert|bestraft\w*|(?:hat|haben|habe) .{0,120}(?:festgestellt|entschieden|untersagt|entzogen|beanstandet|angeordnet)|stellte .{0,80}fest\b|nach überzeugung|sah es als erwiesen|sieht es als erwiesen|für schuldig|gab .{0,40}klage .{0,20}statt|muss .{0,80}(?:euro|franken|strafe|zurückzahlen|entschädig)|entzog\b|untersagte\b|rügt\w*|erließ",
    "es": r"(?:ha|han|fue|ha sido) (?:\w+ )?(?:multad|condenad|sancionad|impuest|establecid|concluid|constatad|acreditad|determinad|ordenad|declarad|resuelt)\w*|multó|condenó|sancionó|impuso|concluyó|constató|acreditó|determinó|dictaminó|condena\b(?! pedida)|multa a\b|da por probad|considera probad|declara probad|hechos probados",
    "pt": r"(?:foi|é|foram) (?:\w+ )?(?:multad|condenad|sancionad|punid|autuad|interditad)\w*|mult(?:ou|a a)\b|condenou|puniu|autuou|sancionou|aplicou .{0,40}(?:multa|coima|sanç)|concluiu|constatou|determinou|apurou|considerou provad|deu como provad|(?:foi|ficou) (?:com)?provado|condena\b",
    "it": r"(?:ha|hanno|è stat\w|sono stat\w) (?:\w+ )?(?:multat|condannat|sanzionat|inflitt|accertat|stabilit|conclus|rilevat|constatat|ordinat|irrogat|riconosciut|ritenut|riscontrat)\w*|condannat[aoie]\b|multat[aoie]\b|sanzionat[aoie]\b|condanna\b|per i giudici",
    "ja": r"(?:措置|業務改善|業務停止|支払|賠償|是正|排除措置|課徴金納付)命令を(?:出|行|下)|命じ(?:た|る判決)|言い渡し|認定し|有罪|罰金|課徴金|行政処分(?:を|と)?し|処分(?:にし|した|を(?:行|科|下))|判断し|勧告し|行政指導|違反(?:にあたる|に当たる|と判断|を認定)",
    "zh": r"(?:作出|给予|处以|予以).{0,20}(?:处罚|罚款|警告|通报批评)|罚款\d|被罚|罚没|判处|判决(?!前)|判令|认定|裁定(?!.{0,4}撤销)|查明|经查|责令|吊销|立案处罚|出具警示函",
    "ko": r"(?:과징금|과태료|벌금|제재|시정명령|영업정지|처분)[가-힣\d ,억만천원을를]*(?:부과|내렸|내린|선고|명령)|판결(?:했|하|을 내)|선고(?:했|받|하)|판단(?:했|하고|하며)|인정(?:했|하고)|유죄|드러났다|적발(?:했|됐)|확인됐다|지급하라",
}
#: It has not decided, or somebody asks it to.
PENDING: Lexicon = {
    "en": r"(?:is|are|was|were|being) (?:investigat|prob|test|examin|review)|(?:opened|launched|started|begun|opens|launches) (?:an? |the |its )?(?:\w+ )?(?:investigation|inquiry|probe|review|case|proceedings)|asked? (?:the|a) (?:court|judge|tribunal|regulator)|(?:seek|sought|demand|recommend|request|propos|urg|call)\w* |(?:could|may|might|would|will|should|faces?|facing|if)\b|provisional|preliminary|interim|so far\b|expected|pending|due (?:in|on|to)|(?:an?|the|court|public|next) hearing\b|hearings\b|on trial|trial (?:of|begins|starts|opens)|was told\b|heard (?:claims|allegations|from)|(?:is|are|was|were) (?:accused|charged|suspected|alleged)|alleg\w+|accus\w+|suspect\w*|appeal(?:s|ed)? (?:court )?(?:overturn|quash|set aside|annul)|overturn\w*|quash\w*|set aside|annul\w*|reopen\w*|reader poll|survey|named no|without naming|a third of|most of the|many \w+ (?:makers|firms|companies)|received \d+ complaints",
    "fr": r"(?:a|ont) (?:ouvert|requis|demandé|saisi|réclamé)|ouvr\w+|enquête (?:est )?(?:ouverte|en cours)|requ(?:iert|iert|érir)|soupçonn\w+|accus\w+|présum\w+|(?:pourrai|devrai|aurai)(?:t|ent)|risqu\w+|si\b|sera\b|mise? en examen|entendue?s? par|jugement (?:le|attendu|sera)|annul\w+|infirm\w+|cass(?:é|e) |provisoire|préliminaire|à ce stade|pour l[’']instant|jusqu[’']ici|en attente|attend\w*|audience\b",
    "de": r"ermittel(?:t|n|te)\b|prüf(?:t|en|te)\b|untersuch(?:t|en|te)\b|eröffne\w+|eingeleitet|fordert\w*|beantrag\w+|verlangt\w*|wirft\b|vorwirft|vorgeworfen|verdacht\w*|mutmaßlich|angeblich|angeklagt\w*|(?:könnte|dürfte|soll|sollen|würde|müsste|droh\w+|wird|werden)\b|falls|ob\b|aufgehoben|kassiert\w*|vorläufig|bislang|bisher|noch (?:offen|nicht entschieden)|erwartet|prozess (?:gegen|beginnt)|verhandlung|lasse prüfen|proben genommen",
    "es": r"(?:ha|han) (?:abierto|iniciado|solicitado|pedido)|abr(?:e|ió)|investiga\w*|pide\b|pidió|solicit\w+|reclam\w+|presunt\w+|supuest\w+|sospech\w+|acusad\w+|imputad\w+|podría|habría|será\b|si\b|anul\w+|revoc\w+|provisional|preliminar|hasta ahora|por ahora|de momento|pendiente|juicio (?:será|contra|empieza)|a la espera|declarará|querella",
    "pt": r"(?:abriu|instaurou|pediu|solicitou|requereu|investiga)\b|investigad\w+|pede\b|suspeit\w+|supost\w+|alegad\w+|acusad\w+|indiciad\w+|arguid\w+|poderá|poderia|teria(?:m)?\b|será\b|se for|anul\w+|revog\w+|provisóri\w+|preliminar\w*|até (?:agora|ao momento)|por (?:ora|enquanto)|aguarda\w*|audiência|colheram|recolheram amostras|julgamento (?:será|começa)",
    "it": r"(?:ha|hanno) (?:avviato|aperto|chiesto|richiesto|sequestrat\w|disposto il sequestro)|apert[ao] (?:un|una)|indagat\w+|indaga\b|chied(?:e|ono)|presunt\w+|sospett\w+|accus\w+|imputat\w+|rinviat\w+|rinvio a giudizio|potrebbe|avrebbe(?:ro)?|sarà\b|rischia\w*|se\b|annullat\w+|provvisori\w+|preliminar\w+|finora|per ora|in attesa|udienza|processo (?:inizia|comincia|a)|a giudizio",
    "ja": r"疑い|容疑|可能性|求刑|求め(?!に応じ)|方針|見通し|検討|調べて|調査を(?:始|開始|進)|立ち入り|捜索|提訴|起訴(?:し|され)|初公判|予定|かどうか|取り消|破棄|これまでのところ|現時点|暫定|仮処分の申",
    "zh": r"涉嫌|疑似|是否|可能|拟|将于|将对|正在|启动|立案调查|介入|抽样|抽检|约谈|起诉|开庭|呼吁|要求彻查|建议|撤销(?:原|一审|判决)|发回重审|初步|暂未|目前(?:尚)?未|诉称|指控",
    "ko": r"의혹|혐의를 받|구형|검토|방침|예정|조사에 (?:착수|들어)|조사 중|수사 중|압수수색|점검했|점검에|기소(?:했|됐|할)|소송을 (?:냈|제기)|첫 공판|촉구|요구|가능성|파기|취소(?:했|하)|현재까지|지금까지|여부|할 것으로|선고는 ",
}
#: It let somebody off, or found that it was not so.
LET_OFF: Lexicon = {
    "en": r"cleared\b|clears\b|acquit\w*|exonerat\w*|vindicat\w*|found no\b|found nothing|nothing to (?:show|suggest|support)|no (?:evidence|trace|sign|indication|sample)|dropp?(?:ed|s)\b.{0,40}(?:case|inquiry|investigation|probe|charges)|did not\b|does not\b|do not\b|was not\b|were not\b|had not\b|has not\b|never\b|not guilty|well below|within the (?:legal )?limits?|below the (?:legal )?limits?",
    "fr": r"blanchi\w*|relax\w+|non-lieu|acquitt\w+|mise?s? hors de cause|innocent\w+|rien ne (?:montre|prouve|permet)|aucun\w*|n[’']a (?:pas|rien)|n[’']ont (?:pas|rien)|ne contien\w+ pas|infond\w+|conformes?\b|inférieur\w*",
    "de": r"kein\w*|nicht\b|nichts\b|freigesprochen|freispruch|entlastet\w*|entwarnung|unbegründet|ohne befund|unauffällig|unbedenklich|unterhalb|widerlegt\w*",
    "es": r"absuel\w+|absol\w+|archiva\w*|sobrese\w+|exculp\w+|exoner\w+|ning[úu]n\w*|no (?:ha |han |se )?(?:hall|encontr|detect|aprec|conten|contien|hay|hubo|existe)\w*|sin (?:rastro|indicio|prueba)\w*|negativ\w+|por debajo|descart\w+|infundad\w+",
    "pt": r"absolv\w+|arquiv\w+|inocent\w+|ilib\w+|nenhum\w*|qualquer|não (?:foi |foram |houve |há |encontr|detet|detect|contém|contêm)\w*|sem (?:vestígio|indício|prova)\w*|negativ\w+|abaixo do|descart\w+|infundad\w+|improced\w+",
    "it": r"assol\w+|archivia\w+|prosciolt\w+|proscioglie\w*|scagion\w+|nessun\w*|non (?:ha|hanno|è|sono|c[’']è|risulta|risultano|contien|conteng|emerg|emers)\w*|esito negativo|entro i limiti|al di sotto|infondat\w+|conform\w+",
    "ja": r"不起訴|嫌疑なし|無罪|検出され(?:なか|ず)|認められ(?:なか|ず|ない)|見つから(?:なか|ず)|確認され(?:なか|ず|ない)|なかった|事実はない|問題(?:は)?な|下回",
    "zh": r"未发现|没有发现|未检出|未见|不存在|不属实|不实|不起诉|不予立案|无罪|撤销案件|符合(?:国家)?标准|均合格|排除",
    "ko": r"무혐의|혐의없음|혐의 없음|무죄|불기소|발견되지|검출되지|확인되지 않|찾지 못|없었다|없는 것으로|사실이 아닌|기준치 이하|이상 없",
}
#: It ended without saying whether it was so: too old, too little evidence, paid off, for reasons of form.
UNSETTLED: Lexicon = {
    "en": r"insufficient|not enough evidence|lack of (?:sufficient )?evidence|time-?barred|statute of limitations|too old|settle(?:d|ment)|in (?:exchange|return) for|technicalit|procedural|jurisdiction|public interest|could not (?:be )?(?:prove|establish)|unable to",
    "fr": r"prescri(?:t|ption)|insuffisan|vice de (?:forme|procédure)|transaction|convention judiciaire|faute de preuves|incompéten",
    "de": r"verjähr|gegen (?:zahlung|auflage|geldauflage)|geldauflage|mangels (?:hinreichend|beweis|tatverdacht)|verfahrensfehler|nicht zuständig|vergleich\b",
    "es": r"prescri|insuficien|falta de pruebas|defecto de forma|conformidad|acuerdo extrajudicial|competencia territorial",
    "pt": r"prescri|insuficiên|falta de provas|vício|acordo|suspensão provisória|incompetên",
    "it": r"prescri|insufficien|mancanza di prove|vizio|patteggia|oblazione|incompeten",
    "ja": r"起訴猶予|時効|証拠不十分|和解|嫌疑不十分",
    "zh": r"证据不足|超过(?:追诉)?时效|和解|程序|存疑",
    "ko": r"공소시효|증거 ?불충분|기소유예|합의|각하",
}
#: A paper that decides, or what was found in it: the sentence is the decision's, not a bystander's.
BY_RULING: Lexicon = {
    "en": r"ruling|judg(?:e)?ment|verdict|decision|findings?\b|report\b|notice\b|order\b|investigat(?:ion|ors)|inspectors?|officers|the (?:court|tribunal|regulator|authority|agency|office|judge|panel|commission|ministry|watchdog|inspectorate|council|magistrates)",
    "fr": r"jugement|arrêt\b|décision|rapport|enquête\b|enquêteurs|contrôles?|les faits|le (?:tribunal|juge|parquet|ministère)|la (?:cour|préfecture|commission|procureure)|l[’'](?:autorité|agence|inspection)",
    "de": r"urteil|bescheid|entscheidung|bericht\b|ermittl\w+|kontroll\w+|prüfung|gutachten|nach überzeugung|das (?:gericht|amt|ministerium|\w+amt)|die (?:behörde|kammer|aufsicht|richter|staatsanwaltschaft|kommission)",
    "es": r"sentencia|resolución|fallo\b|auto\b|informe|inspecci[óo]n|investigación|los (?:hechos|análisis|inspectores)|la (?:práctica|jueza|consejería|agencia|autoridad|fiscalía|comisión)|el (?:juez|juzgado|tribunal|ministerio)",
    "pt": r"sentença|decisão|acórdão|despacho|relatório|laudo|inquérito|inspeç|fiscaliza|a (?:prática|juíza|justiça|agência|autoridade|comissão)|o (?:juiz|tribunal|ministério|órgão)",
    "it": r"sentenza|provvedimento|decisione|ordinanza|decreto|relazione|indagin|ispezion|analisi|la condotta|per i giudici|il (?:giudice|tribunale|gip|garante|ministero)|l[’'](?:autorità|antitrust|agenzia)|la (?:procura|commissione)",
    "ja": r"発表によると|判決|命令|処分|調査結果|報告書|裁判長|同庁|同局|同省|同委|認定|調べ",
    "zh": r"决定书|判决书|处罚|判决|通报|经查|查明|调查|核查|法院|认定|该局|显示",
    "ko": r"조사 결과|판결|재판부|처분|결정|점검 결과|수사 결과|검찰은|법원은|드러났|확인됐",
}
#: The decision gives its reason: where that is not the claim, a claim told beside it was not decided on.
REASON: Lexicon = {
    "en": r"for (?:\w+ing\b|its|the|a|an|failing)|because|over\b|after (?:\w+ing\b|it|an?)|relating to|in connection with",
    "fr": r"pour (?!un montant|la somme)|à cause|en raison|à la suite|après (?:un|une|le|la)\b",
    "de": r"weil\b|wegen|für (?:die|das|den|ein)|aufgrund|nachdem",
    "es": r"por (?!importe|valor|un total)|porque|tras\b|debido",
    "pt": r"por (?!importe|valor|um total)|porque|após|devido|pelo|pela",
    "it": r"per (?!un importo|un totale|oltre)|perché|dopo|a causa",
    "ja": r"として|で(?=[一-龥]{2,10}に)|をめぐ|に関し|のため|により",
    "zh": r"因|行为|违反|关于",
    "ko": r"혐의로|[한은] (?=[가-힣]+에)|때문|위반|이유로|관련해",
}
