"""Word lists of the offline judge: what a document does, in nine languages. Data; no logic beyond compiling.

Each list maps a language to alternatives of a regular expression, matched without regard to case. In scripts
with word borders an alternative starts at one and may go on (stems); a closing `\\b` is written where the stem
alone would catch too much.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_NO_BORDERS = frozenset({"ja", "zh", "ko"})
Lexicon = Mapping[str, str]

#: The sum at issue.
SUM: Lexicon = {
    "en": r"price|sum\b|amount|valuation|valued|consideration\b|worth\b|cost\b|pay(?:s|ing|ment)?\b",
    "fr": r"prix|montant|somme\b|valoris|coût",
    "de": r"\w*preis|summe|\w*betrag|bewertung|kosten",
    "es": r"precio|importe|suma\b|valoraci|cuant[ií]a|coste",
    "pt": r"preço|montante|soma\b|valor|custo",
    "it": r"prezzo|importo|somma\b|valutazione|corrispettivo|costo",
    "ja": r"価格|金額|価額|額",
    "zh": r"价格|金额|对价|作价|估值",
    "ko": r"가격|금액|대금|가액|평가액",
}
#: Somebody bound themselves: what was then denied was already settled.
DECISION: Lexicon = {
    "en": r"decid|decision|resolved\b|resolution|approv|adopted|agree(?:d|ment)\b|sign(?:ed|ing|ature)\b|entered into|engage(?:d|ment)\b|appoint|retained|hired|mandate|instructed|authori[sz]ed|contracted|committed|concluded|order(?:ed)?\b|paid\b|notice of termination|terminated|resign(?:ed|ation)|stepped down|filed|stopped|halted|scrapped|cancell?ed|discontinued|shelved",
    "fr": r"décid|décision|approuv|adopt|sign[ée]|signature|conclu|mandat|désign|engag|accord\b|contrat|autoris|délibér|résili|démission|vers[ée]|pay[ée]|arrêté|suspend|abandonn|annul",
    "de": r"beschloss|beschluss|beschlüsse|entschied|entscheidung|genehmig|unterzeichn|unterschr|beauftrag|vereinbar|mandatier|bestellt|abgeschlossen|geschlossen|verpflicht|kündig|gebilligt|zugestimmt|bezahlt|gezahlt|zurückgetreten|niedergelegt|gestoppt|eingestellt|abgebrochen",
    "es": r"decid|decisi[oó]n|aprob|aprueb|adopt|firm[óa]|suscri|acord|acuerdo|encarg|contrat|design|autoriz|rescind|dimi(?:ti|si)|pag[óa]|nombr|detuv|suspend|cancel",
    "pt": r"decid|decis|aprov|adot|assin|firm(?:ou|ado)|celebr|acord|contrat|design|autoriz|deliber|rescind|renunci|pag(?:ou|a)|nome(?:ou|a)|suspend|cancel|interromp",
    "it": r"decis|decid|deliber|approv|adottat|firmat|sottoscri|stipul|accord|incaric|nominat|autorizz|conferit|conclus|risolt|dimess|dimission|pagat|sospes|cancellat|interrott|fermat",
    "ja": r"決議|決定|締結|契約を|承認|合意|選任|委嘱|委任|調印|支払|解約|辞任|内定|発注|通知し|中止|停止|打ち切",
    "zh": r"决定|决议|批准|签署|签订|签约|通过了|审议通过|委托|聘请|聘任|同意|支付|解除|辞职|辞任|订立|停止|终止|取消|叫停",
    "ko": r"결정|결의|의결|체결|승인|합의|선임|위임|서명|지급|해지|사임|계약을|확정|중단|취소",
}
#: The parties were in touch: talks, letters, offers.
CONTACT: Lexicon = {
    "en": r"discussion|talks\b|negotiat|approach|proposal|proposed|offer(?:ed|s)?\b|letter\b|bid\b|met\b|meeting|contact|received|submitted|correspond|exchanged|held\b|draft|presented|sent\b|request|term sheet|due diligence|consider(?:ed|ation)|advis|prepar",
    "fr": r"discussion|négoci|pourparler|approch|proposition|propos|offre|lettre|courrier|courriel|reçu|remis|soumis|rencontr|réuni|échang|projet|envoy|conseill|prépar",
    "de": r"gespräch|verhandl|annäherung|herangetreten|vorschlag|angebot|brief|schreiben|erhalten|erhielt|eingegangen|übermittelt|getroffen|treffen|sitzung|entwurf|vorgelegt|kontakt|berat|prüf|vorbereit",
    "es": r"conversaci|negocia|acercamiento|propuesta|propuso|oferta|carta|recib|presentad|remiti|reuni|contact|borrador|asesor|prepara",
    "pt": r"conversa|negocia|aproxima|proposta|oferta|carta|receb|apresent|enviad|enviou|reuni|contat|contact|minuta|assessor|prepara",
    "it": r"colloqui|trattativ|negozi|contatt|proposta|offerta|lettera|ricevut|presentat|inviat|incontr|riunion|bozza|advisor|prepara|consulen",
    "ja": r"協議|交渉|提案|打診|書簡|書面|受領|面談|会合|提示|検討を開始|申し入れ|接触|会議",
    "zh": r"磋商|谈判|洽谈|接洽|提案|要约|函|收到|会面|会议|递交|提交|草案|接触",
    "ko": r"협의|협상|논의|제안|서한|공문|접수|수령|면담|회의|제출|접촉|통보",
}
#: Somebody came to know.
KNOWLEDGE: Lexicon = {
    "en": r"established|discover|detect|identif|(?:became|been|was|were) aware|learn(?:ed|t)|(?:was|were|been) (?:told|informed|notified|warned|advised)|reported to\b|records? shows?|knew|known|confirmed internally|complain|first report|noticed|found\b|alert|served\b|ascertain|determined",
    "fr": r"établi|découv|détect|identifi|constat|(?:été|avait été|ont été) (?:inform|avert|alert|notifi)|savai|connaissance|signal|plainte|alert|notifi",
    "de": r"festgestellt|stellte .{0,40}fest|entdeck|erkannt|bemerk|informiert|unterrichtet|gewarnt|wusste|bekannt war|kenntnis|erfahren|gemeldet|beschwerde|hinweis|zugestellt",
    "es": r"constat|descubr|detect|identific|inform|advert|avis|notific|sab[íi]a|conoc|tuvo conocimiento|denunci|queja",
    "pt": r"constat|descobr|detect|identific|inform|advert|avis|notific|sabia|conhec|tomou conhecimento|denúnci|reclama|apur",
    "it": r"accertat|scopert|rilevat|individuat|identific|informat|avvertit|avvisat|notificat|sapeva|conoscenza|venut[ao] a conoscenza|segnalat|reclam|constat",
    "ja": r"判明|発覚|検知|把握|確認し|確認され|認識|知らされ|報告を受け|通知を受け|通報|苦情|指摘",
    "zh": r"发现|查明|获悉|得知|知悉|知情|接到|接获|投诉|举报|告知|通报|确认|检测到",
    "ko": r"확인|발견|인지|파악|알게|알고|통지|통보|보고받|신고|접수|적발|감지",
}
#: "since", "as of": a state that lasts from a date on.
SINCE: Lexicon = {
    "en": r"since\b|from\b|as early as|as of\b|dating (?:back )?to|by\b",
    "fr": r"depuis|dès\b|à compter du|à partir",
    "de": r"seit|ab\b|bereits (?:am|im|seit)|schon (?:am|im|seit)",
    "es": r"desde|ya en|a partir",
    "pt": r"desde|já em|a partir",
    "it": r"dal(?:l|la)?\b|da\b|già (?:a|il|nel)|sin dal|fin dal",
    "ja": r"から|より|以来|以降",
    "zh": r"自|从|起",
    "ko": r"부터|이래",
}
#: Things that end, break or change: what a company says when facts overtook its words.
CHANGE: Lexicon = {
    "en": r"circumstances|chang(?:e|ed)\b|deteriorat|unexpected|unforeseen|since then|at (?:that|the) time|until then|subsequent|thereafter|only (?:then|after|in|on)|not until|no earlier than|following (?:the|a|an)\b|as a (?:result|consequence)|in (?:the )?light of|fell ill|illness|died|death|withdr[ae]w|collaps|ceased|ended\b|fire\b|flood|storm|earthquake|new (?:law|rules|tariff)|unsolicited|first (?:contact|approach|proposal|raised|considered|received)|reversed|previous(?:ly)? (?:plan|intend)",
    "fr": r"circonstances|chang|évolu|dégrad|inattendu|imprév|depuis lors|à (?:cette|l’|l')(?:date|époque)|jusqu’alors|jusqu'alors|ultérieur|par la suite|seulement|n’a .{0,30}qu|à la suite|en raison|compte tenu|maladie|malade|décès|décéd|retir|effondr|incendie|inond|nouvelle (?:loi|règle)|non sollicit|premi(?:er|ère) (?:contact|approche|proposition)|prévoyait",
    "de": r"umstände|veränder|geändert|änderung|verschlechter|unerwartet|unvorhergesehen|seitdem|seither|damals|zum (?:damaligen )?zeitpunkt|bis dahin|anschließend|danach|daraufhin|erst (?:am|im|nach|seit|danach)|infolge|aufgrund|angesichts|erkrank|gesundheitlich|verstorben|tod\b|zurückgezogen|weggefallen|gekündigt|brand\b|hochwasser|neue(?:s|n)? (?:gesetz|regel)|unaufgefordert|erstmals|gegenstandslos|noch (?:am|im|in seiner)",
    "es": r"circunstancias|cambi|empeor|deterior|inesperad|imprevist|desde entonces|en aquel momento|en ese momento|entonces|hasta entonces|posterior|después|solo (?:en|el|tras|después)|no .{0,20}hasta|a raíz|como consecuencia|debido|ante (?:la|el)|enferm|falleci|retir|incendio|inundaci|nueva (?:ley|norma)|no solicitad|primer(?:a)? (?:contacto|propuesta|oferta)",
    "pt": r"circunst|mudan|mudou|alter|agrav|deterior|inesperad|imprevist|desde então|naquel[ea] (?:momento|data|altura)|à época|na época|na altura|até então|posterior|depois|só (?:em|no|na|após|depois)|somente|apenas (?:em|no|na|após)|em razão|em função|na sequência|devido|doen|falec|retir|incêndio|enchente|nova (?:lei|regra)|não solicitad|primeir[ao] (?:contato|proposta|oferta)",
    "it": r"circostanz|cambi|mutat|peggior|deterior|inattes|imprevist|da allora|all’epoca|all'epoca|a quella data|in quel momento|fino ad allora|successiv|in seguito|solo (?:il|in|nel|dopo|a)|soltanto|a seguito|a causa|alla luce|malatt|decess|scompars|ritir|incendi|alluvion|nuov[ae] (?:legge|norm)|non sollecitat|prim[oa] (?:contatto|proposta|offerta)",
    "ja": r"変化|変更|悪化|予期|想定外|当時|時点では|その後|以降|初めて|受けて|により|終了|撤回|病気|体調|逝去|火災|地震|豪雨|台風|法改正|環境|事情|急",
    "zh": r"变化|变更|恶化|意外|突发|当时|彼时|此后|随后|之后|首次|直至|直到|才|由于|因|鉴于|终止|撤回|患病|病情|逝世|火灾|地震|洪水|新规|形势|环境",
    "ko": r"변화|변경|악화|예상치|당시|시점에|이후|그 후|처음|비로소|따라|인해|종료|철회|질병|건강|별세|화재|지진|홍수|개정|상황|환경",
}
#: An authority, court or expert found against.
FINDING: Lexicon = {
    "en": r"f(?:ound|inds) that|concluded|concludes|determined|established|held that|(?:is|was|been) satisfied|infring|violat|breach(?:es|ed)|contraven|convict|penalty|fine[ds]?\b|sanction|order(?:s|ed) .{0,40}to|admit|acknowledg|recall|liable|guilty|unlawful|confirm|proved|proven",
    "fr": r"conclu[te]?\b|constat|établi|retien|manquement|infraction|violation|viol[ée]|condamn|amende|sanction|pénalité|inflig|reconn|admet|rappel|responsable|coupable|illicite|confirm|prouv",
    "de": r"stellte fest|stellt fest|festgestellt|ergab|ergeben|verstoß|verletz|verurteil|bußgeld|geldbuße|strafe|verhängt|eingeräumt|räumt|anerkenn|rückruf|haftet|schuldig|rechtswidrig|bestätig|nachgewiesen",
    "es": r"conclu|constat|acredit|determin|infring|infracci|incumpl|vulner|conden|multa|sanci|impon|impus|reconoc|admit|retirad|responsable|culpable|ilícit|ilegal|confirm|prob(?:ó|ado)",
    "pt": r"conclu|constat|comprov|apurou|determin|infring|infraç|descumpr|viol|conden|multa|sanç|impôs|aplicou|reconhec|admit|recolh|responsável|culpad|ilícit|ilegal|confirm|provad",
    "it": r"conclu|accert|constat|rilev|violaz|violat|infraz|inadempi|condann|multa|sanzion|ammend|irrog|riconosc|ammett|ammess|richiam|responsabil|colpevol|illecit|confermat|provat|dimostrat",
    "ja": r"認定|判明|認め|違反|課徴金|処分|命令|有罪|責任|違法|確認|立証|リコール|回収|行政指導",
    "zh": r"认定|查明|查实|证实|违反|违规|违法|处罚|罚款|责令|承认|确认|召回|有责|判决|有罪|属实",
    "ko": r"인정|확인|판단|위반|과징금|과태료|처분|명령|유죄|책임|위법|리콜|회수|시인|드러났|사실로",
}
#: An authority, court or expert found nothing, or found that it is not so.
CLEARED: Lexicon = {
    "en": r"(?:f(?:ound|inds)|saw|revealed|show(?:s|ed)?|identified|detected|yielded|uncovered) no (?:\w+ ){0,2}(?:evidence|trace|sign|indication|breach|violation|fault|defect|wrongdoing|infringement|irregularit\w+|basis|link|residue|contamination|payment|record)|no (?:evidence|trace|indication|sign|basis|record) (?:of|that|for|was|were)|no (?:such|fault|defect|breach|violation|irregularit\w+) .{0,30}(?:found|detected|identified|occurred|existed|took place)|unfounded|without foundation|baseless|not (?:substantiated|supported by|borne out|proven|contaminated|affected|present|established)|unsubstantiated|none (?:of (?:them|the) )?(?:was|were|contained|showed|had)|ruled out|rules out|excluded|did not (?:contain|take place|occur|happen|find|exist|receive|pay|originate|come from|breach|exceed)|was not (?:the (?:cause|source)|caused|paid|made|sold|involved|among)|could not have|exonerat|cleared (?:of|the)|below the (?:limit|threshold|detection)|within (?:the )?(?:limits|permitted)|(?:is|are|was|were) (?:a )?(?:forged|forger|fabricated|fake|false|untrue|incorrect|wrong)",
    "fr": r"aucun(?:e)? (?:\w+ ){0,2}(?:preuve|trace|indice|élément|anomalie|manquement|infraction|défaut|irrégularité|contamination|lien|versement|paiement)|sans fondement|infond|non (?:fond|établi|avéré)|n’est pas (?:établi|fond|avéré|à l’origine)|n'est pas (?:établi|fond|avéré|à l'origine)|écart[ée]|exclu[ets]?\b|inexact|erron|faux\b|fausse|n’a pas (?:eu lieu|été)|n'a pas (?:eu lieu|été)|mis hors de cause|non-lieu|inférieur",
    "de": r"kein(?:e|en|erlei)? (?:\w+ ){0,2}(?:hinweis|beleg|beweis|anhaltspunkt|verstoß|verstöße|mängel|mangel|spuren|rückstände|zusammenhang|zahlung|fehler)|unbegründet|haltlos|nicht (?:bestätig|belegt|nachweis|nachgewiesen|festgestellt|erwiesen|ursächlich|begründet|stattgefunden)|ausgeschlossen|widerlegt|entlastet|unzutreffend|gefälscht|fälschung|falsch\b|frei von|unterhalb|eingestellt",
    "es": r"en ning[úu]n\w* (?:\w+ ){0,4}(?:hallad|encontrad|detectad|apreciad)|ning[úu]n(?:a|o)? (?:\w+ ){0,2}(?:prueba|indicio|rastro|evidencia|irregularidad|infracci|defecto|pago|anomal|resto)|sin (?:fundamento|indicios|pruebas|rastro)|infundad|no (?:se )?(?:ha |han |hay |hubo |había )?(?:hallad|encontrad|detectad|acreditad|constatad|apreciad|probad|pruebas|indicios|constancia|existe|existía)|no (?:se )?(?:halló|encontró|detectó|apreció|acreditó|hubo)|descart|falso|falsa|falsific|errón|inexact|archiv|absuel|exoner|por debajo",
    "pt": r"nenhum(?:a)? (?:\w+ ){0,2}(?:prova|indício|vestígio|evidência|irregularidade|infração|defeito|pagamento|anomalia)|não (?:se )?(?:foi|foram|há|houve|havia|existe|existia|encontrou|constatou|identificou|detectou|detetou)|sem (?:fundamento|indícios|provas|vestígios)|infundad|improceden|descart|fals[oa]|forjad|errad|errôn|errón|incorret|arquiv|absolv|inocent|abaixo do",
    "it": r"nessun[ao']?\W?(?:\w+ ){0,2}(?:prova|indizio|traccia|elemento|irregolarità|violazione|difetto|pagamento|anomalia)|non (?:è|sono|ha|hanno|vi è|vi sono|c’è|c'è|risult\w+|emerg\w+|emers\w+|sussist\w+)|priv[ao] di fondamento|infondat|esclus|escluso|fals[oa]\b|errat|errone|inesatt|archiviat|assolt|scagion|al di sotto|inferior",
    "ja": r"認められな|確認されな|検出されな|見つから|存在しな|事実(?:は|では)な|根拠(?:は|が)な|誤り|虚偽|偽造|該当しな|否定|関係(?:は|が)な|なかった|ありませんでした|下回|問題(?:は|が)な",
    "zh": r"未发现|没有发现|未检出|未查到|不存在|不属实|不实|虚假|伪造|错误|有误|无依据|没有证据|无证据|并无|并未|未超|未曾|排除|符合标准|合格",
    "ko": r"발견되지|확인되지|검출되지|없는 것으로|없었|사실이 아|근거(?:가|는)? 없|허위|위조|조작된|오류|잘못|무관|혐의없|무혐의|해당하지|기준치 이하|아닌 것으로",
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
#: A newsroom takes back what it wrote.
RETRACTION: Lexicon = {
    "en": r"retract|withdraw(?:s|n)?\b|withdrew|we were wrong|was wrong|were wrong|is wrong|(?:was|were|is|are) (?:in error|incorrect|inaccurate|false|untrue|mistaken|erroneous|unfounded)|should not have (?:been published|run|reported|said)|should have (?:said|read|stated)|in error|erroneous|correction|corrects?\b|corrected|wrongly|mistakenly|incorrectly|apolog|misidentif|misattribut|no longer stand|never (?:happened|existed|took place)|did not (?:happen|exist|take place)",
    "fr": r"rectificatif|rectifi|rétract|retir(?:e|ons|é)|erreur|erron|inexact|à tort|excus|démenti|correctif|correction|faux\b|fausse|n’aurait pas dû|n'aurait pas dû|aurait dû",
    "de": r"korrektur|korrigier|richtigstell|berichtig|zurückgezogen|zurückzieh|ziehen .{0,60}zurück|zieht .{0,60}zurück|widerruf|fehler|falsch\b|irrtüm|unzutreffend|unrichtig|entschuldig|zu unrecht|hätte nicht|trifft nicht zu|nicht haltbar",
    "es": r"rectific|retract|retir(?:a|amos|ado)|fe de err|err[óo]ne|error|incorrect|inexact|equivoc|correcci|correg|disculp|por error|fals[oa]\b|no debió|debió",
    "pt": r"errata|retrata|retifica|rectifica|retir(?:a|ou|amos)|correç|corrig|err(?:ou|ado|ada|o|amos)\b|errôn|errón|incorret|incorreç|equívoc|desculp|fals[oa]\b|não deveria|por engano|diferentemente do que",
    "it": r"rettific|ritratta|ritir(?:a|iamo|ato)|errat|errore|erron|inesatt|sbagliat|correzion|corregg|corrett|scus|per errore|fals[oa]\b|smentit|non avremmo|non avrebbe",
    "ja": r"訂正|取り消し|取消|撤回|誤り|誤って|誤報|お詫び|おわび|陳謝|事実と異な|事実では|正しくは|削除しま",
    "zh": r"更正|撤回|撤稿|撤销|勘误|错误|有误|失实|不实|误报|致歉|道歉|抱歉|应为|误将|误称|失误",
    "ko": r"정정|바로잡|철회|취소|오보|오류|잘못|사실과 다|사실이 아|사과|삭제",
}
#: The newsroom says that the rest, or the report itself, stands.
STANDS: Lexicon = {
    "en": r"(?:rest|remainder|substance) of (?:the|our|its) (?:report|article|story|text)\b|otherwise (?:stands|unchanged)|stand(?:s|ing)? by (?:the|our|its) (?:report|story|article)|does not affect|report (?:is )?(?:otherwise )?unchanged|other (?:details|facts|parts) .{0,30}(?:stand|unchanged|correct)",
    "fr": r"le reste (?:de l|du)|maint(?:ient|enons) (?:ses|nos|son|notre|l)|demeure inchang|reste inchang|pour le reste|n’affecte pas|n'affecte pas",
    "de": r"übrige (?:bericht|text|angaben|teil)|im übrigen|bleib(?:t|en) (?:unverändert|davon unberührt|bestehen)|hält .{0,30}fest|unberührt",
    "es": r"el resto (?:de la|del)|mantiene (?:su|el|la|lo)|se mantiene|no afecta|por lo demás",
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
    "en": r"minutes|contract|agreement|letter|memo(?:randum)?\b|e-?mails?\b|presentation|document|affidavit|filing|invoice|transcript|recording|deed|register|record|report|court (?:file|papers)|customs|receipt|ledger|slides|certificate",
    "fr": r"procès-verbal|procès-verbaux|contrat|lettre|courrier|courriel|note interne|document|dossier|facture|enregistrement|registre|acte\b|présentation|déclaration|attestation|certificat",
    "de": r"protokoll|vertrag|brief|schreiben|e-mail|vermerk|dokument|unterlage|akte|rechnung|aufzeichnung|register|präsentation|urkunde|bescheid|gutachten",
    "es": r"acta\b|contrato|carta|correo|nota interna|documentos?|expediente|autos|factura|grabaci|registro|presentaci|escritura|informe|certificado|albar",
    "pt": r"ata\b|contrato|carta|e-mail|memorando|documento|autos|processo|nota fiscal|fatura|gravaç|registro|registo|apresentaç|escritura|laudo|certid",
    "it": r"verbale|contratto|lettera|e-mail|nota interna|document[oi]|atti|fascicolo|fattura|registrazion|registro|presentazion|perizia|certificat|delibera",
    "ja": r"議事録|契約書|書簡|メール|文書|資料|内部文書|請求書|録音|登記|記録|報告書|証明書",
    "zh": r"会议纪要|纪要|合同|信函|邮件|文件|内部文件|发票|录音|登记|记录|报告|裁定书|判决书|证明",
    "ko": r"회의록|의사록|계약서|서한|이메일|문건|문서|자료|내부 문서|송장|녹음|녹취|등기|기록|보고서|증명서|공문",
}
#: A paper that can be relied on: signed, filed, on a public register, in a court's file.
AUTHENTIC: Lexicon = {
    "en": r"signed (?:by|minutes|contract|copy|letter)|bearing (?:the|his|her|its) signature|court (?:file|record|papers|filing|exhibit|document)|filed (?:with|in|at)|exhibit|public (?:register|record|registry)|register(?:ed)? (?:of|at|with|office)|notari[sz]ed|certified|authenticated|under oath|sworn|land registry|official (?:copy|record|register)|freedom of information|unsealed|lodged (?:with|at)",
    "fr": r"sign[ée]e? (?:par|de)|versée? au dossier|déposée? (?:au|auprès|à)|registre|greffe|notari|certifi|authentifi|sous serment|pièce (?:du|versée)|rendue? publi|public(?:s|que)? depuis",
    "de": r"unterzeichnet|unterschrieben|unterschrift|gerichtsakte|prozessakte|akten des|handelsregister|grundbuch|register|notariell|beglaubigt|eidesstattlich|hinterlegt|anlage zur klage|öffentlich (?:zugänglich|einsehbar)",
    "es": r"firmad[ao]s? por|incorporad[ao] (?:a los autos|al)|autos|registro (?:mercantil|público)|notari|certificad|bajo juramento|públic[ao] desde|es público|sumario|aportad[ao]|autenticad",
    "pt": r"assinad[ao]s? por|juntad[ao] (?:aos autos|ao)|autos|junta comercial|registr|cartório|notari|autenticad|sob juramento|anexad[ao] ao|públic[ao] desde|periciad",
    "it": r"firmat[oaie] da|sottoscritt|agli atti|depositat|registro|notari|autenticat|sotto giuramento|fascicolo|pubblic[oi] da|allegat[oaie] (?:al|agli)|perizia",
    "ja": r"署名(?:入り|のある|された)|押印|裁判記録|証拠として|提出され|登記|公証|情報公開|公開され",
    "zh": r"签名|签字|盖章|案卷|卷宗|法庭|法院公开|登记|公证|经核实|工商(?:登记|资料)|公示|存档",
    "ko": r"서명(?:이|된|한)|날인|법원 기록|재판 기록|증거로|제출된|등기|공증|정보공개|공시된|공개된",
}
#: "seen by", "reviewed by": a newsroom has a paper before it.
SEEN: Lexicon = {
    "en": r"seen by|reviewed by|obtained by|has (?:seen|reviewed|obtained)|have (?:seen|reviewed|obtained)|shown to|shared with|provided to|copy of (?:the|a|an|which)|published (?:the|it) in full|according to (?:the |a |an )?(?:\w+ ){0,3}(?:minutes|documents?|contract|letter|e-?mails?|filing|register|records?)",
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
    "en": r"\bI (?:myself )?(?:signed|saw|sat|was (?:there|in the|at the|present|told|asked|ordered|shown|copied)|wrote|sent|received|read the|heard|attended|took|counted|filed|paid|approved|delivered|drafted|warned|reported|carried|drove|opened|found|worked on|handed|presented|prepared|made the|typed|tested|recorded|showed|gave|\w+ed\b)|we (?:signed|were (?:told|ordered|shown)|sent|received)",
    "fr": r"j[’']ai (?:moi-même |personnellement )?\w+(?:é|i|u|is|it|ert|ées?|és)\b|j’ai (?:moi-même )?(?:sign|vu|lu|reçu|écrit|envoy|assist|entend|pay|rédig|particip|prépar|transm|alert)|j'ai (?:moi-même )?(?:sign|vu|lu|reçu|écrit|envoy|assist|entend|pay|rédig|particip|prépar|transm|alert)|j’étais|j'étais|on m’a|on m'a|nous avons (?:reçu|vu|sign)",
    "de": r"ich (?:selbst )?(?:habe .{0,60}(?:unterschrieben|unterzeichnet|gesehen|gelesen|erhalten|geschrieben|geschickt|gehört|bezahlt|gewarnt|gemeldet|vorbereitet|übergeben)|war (?:dabei|selbst|im|in|bei|anwesend)|saß|unterschrieb|sah|las)|habe ich .{0,60}(?:unterschrieben|gesehen|gelesen|erhalten|geschrieben|geschickt|gehört|gewarnt)|mir wurde",
    "es": r"yo (?:mism[oa] )?(?:l[aoe]s? )?\w+[éí]\b|(?:yo )?(?:mism[oa] )?(?:firmé|vi\b|leí|recibí|escribí|envié|asistí|oí|pagué|redacté|avisé|entregué|preparé|presenté)|yo estaba|estuve|me (?:ordenaron|dijeron|pidieron|enseñaron)|nos (?:ordenaron|dijeron)",
    "pt": r"eu (?:mesm[oa] )?(?:própri[oa] )?\w+i\b|(?:eu )?(?:mesm[oa] )?(?:assinei|vi\b|li\b|recebi|escrevi|enviei|assisti|ouvi|paguei|redigi|avisei|entreguei|preparei|apresentei)|eu estava|estive|me (?:mandaram|disseram|pediram|mostraram)|mandaram-me|disseram-me|pediram-me",
    "it": r"ho (?:personalmente |io )?\w+(?:to|so)\b|ho (?:personalmente )?(?:firmat|vist|lett|ricevut|scritt|inviat|assistit|sentit|pagat|redatt|avvis|consegnat|preparat)|ero (?:presente|lì|nella|in|alla)|c’ero|c'ero|mi (?:hanno|è stato) (?:chiest|ordinat|dett|mostrat)",
    "ja": r"私(?:は|が|自身).{0,40}(?:署名|見|読|受け取|書|送|出席|聞|支払|報告|作成)|私もその場|自分が.{0,20}(?:署名|作成|見)",
    "zh": r"我(?:亲自|亲眼|本人|就)?.{0,20}(?:签|看到|见到|读到|收到|写了|发了|出席|参加|听到|支付|报告|起草|经手|在场)",
    "ko": r"(?:제가|내가|저는|나는).{0,40}(?:서명|봤|보았|읽|받았|썼|보냈|참석|들었|지급|보고|작성|있었)|직접 .{0,20}(?:서명|봤|받았|작성)",
}
#: Whoever was there held a post there.
POST: Lexicon = {
    "en": r"former|ex-|until (?:last|recently|he|she)|resign|who (?:worked|ran|managed|served)|chief|director|manager|treasurer|engineer|head of|employee|executive|officer|driver|technician|accountant|nurse|captain|foreman|supervisor|worker",
    "fr": r"ancien|ex-|directeur|directrice|responsable|cadre|trésori|ingénieur|salarié|employé|technicien|comptable|chef",
    "de": r"ehemalig|früher|ex-|leiter|direktor|manager|ingenieur|mitarbeiter|angestellt|techniker|buchhalter|kapitän|vorstand|geschäftsführer",
    "es": r"antigu|ex|director|jef[ea]|responsable|ingenier|emplead|técnic|contable|trabajador|tesorer",
    "pt": r"antig|ex-|diretor|director|chefe|responsável|engenheir|funcionári|técnic|contabil|contador|trabalhador|tesoureir|gerente",
    "it": r"ex\b|ex-|già\b|direttor|direttric|responsabil|capo|ingegner|dipendent|tecnic|contabil|tesorier|operai",
    "ja": r"元|前|社員|部長|課長|担当|役員|技術者|従業員|社長|取締役",
    "zh": r"前|原|经理|总监|主管|工程师|员工|会计|董事|负责人|技术员",
    "ko": r"전\b|전 |출신|직원|부장|팀장|이사|임원|엔지니어|담당자|대표|책임자",
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
    "en": r"authority|commission|watchdog|laborator|inspector|auditor general|institute|regulator|office|agency|court|tribunal|ministry|department|inspectorate|ombudsman|police|prosecutor|supervisor|council|exchange|registry|bureau|board of",
    "fr": r"autorité|commission|laboratoire|institut|médiateur|inspecteur|cnil|agence|tribunal|cour\b|ministère|préfecture|inspection|parquet|procureur|direction (?:générale|régionale|départementale)|registre|défenseur|conseil",
    "de": r"\w*beauftragte|\w*aufsicht|\w*kommission|\w*kammer|behörde|amt\b|\w+amt\b|gericht|\w+gericht|kommission|ministerium|aufsicht|staatsanwaltschaft|agentur|kartell|register|börse|polizei|\w+behörde",
    "es": r"autoridad|comisión|laboratorio|consejo regulador|defensoría|superintendencia|oficina|servicio|agencia|tribunal|juzgado|ministerio|inspección|fiscalía|consejería|instituto|registro|defensor|bolsa",
    "pt": r"autoridade|comissão|laboratório|procon|superintendência|direção-geral|provedor|agência|tribunal|juízo|vara|ministério|inspe[cç]|procuradoria|polícia|instituto|registo|bolsa|conselho",
    "it": r"autorità|commissione|laboratorio|agenzia|tribunale|ministero|ispettorato|procura|garante|istituto|registro|borsa|guardia|azienda sanitaria|arpa",
    "ja": r"庁|センター|機構|協会|省\b|省|委員会|裁判所|監督|保健所|取引所|警察|検察|局\b|労働基準",
    "zh": r"局|中心|协会|检测|委员会|法院|监管|部\b|交易所|检察|公安|管理总局|署|厅|仲裁",
    "ko": r"위원회|공사\b|센터|협회|법원|청\b|부\b|감독원|검찰|경찰|거래소|보건소|공단|원\b|처\b",
}
#: What is still to come: a date beside it tells nothing about the past.
FUTURE: Lexicon = {
    "en": r"will\b|shall\b|expected|due (?:on|by|in|to)|scheduled|plans? to|intend|from \w+ (?:20\d\d )?onwards|deadline|no later than",
    "fr": r"sera\b|seront|devrait|devraient|prévu|d’ici|d'ici|au plus tard|compter du",
    "de": r"wird\b|werden\b|soll\b|sollen|voraussichtlich|geplant|spätestens|erwartet|ab dem",
    "es": r"será\b|serán|prevé|previst|a más tardar|hasta el|con efectos",
    "pt": r"será\b|serão|prevê|previst|até (?:o|a) |o mais tardar",
    "it": r"sarà\b|saranno|prevede|previst|entro (?:il|la|fine)|al più tardi",
    "ja": r"予定|見込|見通し|まで|方針",
    "zh": r"将|预计|计划|拟|截止|之前",
    "ko": r"예정|계획|까지|전망|할 것",
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
#: Points back at the moment of the denial or of the report: what stood then, by the document's own account.
AT_TIME: Lexicon = {
    "en": r"at (?:that|the) (?:time|date|point|moment|stage)|(?:when|as) (?:the company|the group|it|we|the board|the spokes\w+) (?:comment|respond|answer|repl|said|issued|made|was asked|spoke|denied|stated)|when (?:asked|the (?:report|article|statement))|until (?:that|then)|before (?:that|then)|on the date of (?:the|its|our)|prior to (?:that|then)",
    "fr": r"à (?:cette|l[’']) ?(?:date|époque|heure)|à ce moment|au moment (?:de|où)|lorsqu[’']?|quand (?:l[ae’']|nous|elle)|jusqu[’']alors|jusque-là|jusqu[’']à (?:ce|cette)|avant (?:cela|cette date)",
    "de": r"zum (?:damaligen |dieser |diesem )?zeitpunkt|zu (?:diesem|jenem) zeitpunkt|damals|seinerzeit|als (?:das unternehmen|sich|wir|die gesellschaft|der konzern)|bis dahin|bis zu diesem|zuvor",
    "es": r"en (?:aquel|ese|dicho) momento|en (?:aquella|esa|dicha) fecha|entonces|cuando (?:la|el|se|nos|fue)|hasta (?:entonces|ese|aquel)|al tiempo de|con anterioridad",
    "pt": r"naquel[ea] (?:momento|data|altura|dia|época)|nessa (?:data|altura)|n[aà] (?:época|altura)|à (?:época|data)|quando (?:a|o|se|nos)|até (?:então|aquele|àquele|essa|aquela)",
    "it": r"all[’']epoca|a quella data|in quel momento|al momento (?:de|in)|in quella data|quando (?:la|il|ci|si)|fino ad allora|fino a quel|sino ad allora|allora\b",
    "ja": r"時点(?:で|に)|当時|その際|頃(?:には|は)|それまで|までは",
    "zh": r"当时|彼时|届时|之时|时点|在此之前|此前|那时",
    "ko": r"당시|시점|그때|그 전까지|이전까지|그때까지",
}
#: "At this time": a denial that holds for the moment only, whatever else it says.
NOW: Lexicon = {
    "en": r"at (?:this|the present) (?:time|stage|point|moment)|currently|at present|for now|as of (?:today|now)|right now",
    "fr": r"à ce (?:jour|stade)|actuellement|pour (?:l[’'])?(?:le moment|instant|l[’']heure)|à l[’']heure actuelle|en ce moment",
    "de": r"derzeit|aktuell|momentan|zurzeit|zum jetzigen zeitpunkt|gegenwärtig|bislang",
    "es": r"en este momento|actualmente|de momento|por ahora|por el momento|a día de hoy|hoy por hoy",
    "pt": r"neste momento|atualmente|actualmente|por (?:ora|agora|enquanto)|no momento|de momento|até (?:o|este) momento",
    "it": r"al momento|attualmente|per (?:ora|il momento|adesso)|allo stato|ad oggi|in questo momento",
    "ja": r"現時点|現在(?:のところ)?|目下|今のところ",
    "zh": r"目前|现阶段|截至目前|暂(?:无|未|时)|现在",
    "ko": r"현재(?:로서)?|현시점|지금으로서|아직",
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
    "en": r"the (?:news )?(?:agency|newspaper|paper|daily|site|website|broadcaster|magazine|outlet|blog|newsletter|report) (?:said|says|reported|reports|wrote|added|cited|had)|according to the (?:report|paper|newspaper|agency|daily)|(?:the report|it) said",
    "fr": r"(?:l[’']agence|le journal|le quotidien|le site|la chaîne|le magazine) (?:a |avait )?(?:indiqu|affirm|rapport|écri|précis|cit)|selon (?:l[’']agence|le journal|le quotidien|le site)",
    "de": r"(?:die (?:agentur|zeitung)|das (?:blatt|magazin|portal)|der (?:sender|bericht)) (?:schrieb|schreibt|berichte|zitier|meldet)|dem bericht zufolge|laut (?:bericht|zeitung|agentur)",
    "es": r"(?:la agencia|el (?:diario|periódico|medio|portal)) (?:dijo|dice|publicó|informó|señal|asegur|cit)|según (?:la agencia|el diario|el periódico|la información)",
    "pt": r"(?:a agência|o (?:jornal|diário|site|portal)) (?:disse|diz|publicou|informou|afirm|cit)|segundo (?:a agência|o jornal|o site|a reportagem)",
    "it": r"(?:l[’']agenzia|il (?:giornale|quotidiano|sito)) (?:ha |aveva )?(?:scritt|riferi|afferm|cita)|secondo (?:l[’']agenzia|il giornale|il quotidiano)",
    "ja": r"同紙|同通信|同サイト|同報道|報道によると|と報じ",
    "zh": r"该报|该社|该媒体|该网站|据报道|报道称",
    "ko": r"이 매체|해당 매체|신문은|통신은|보도에 따르면",
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
#: The day of publication or the one before.
TODAY: Lexicon = {
    "en": r"today|this morning|yesterday|last night",
    "fr": r"aujourd’hui|aujourd'hui|ce jour|ce matin|hier\b",
    "de": r"heute|gestern",
    "es": r"hoy\b|ayer\b|esta mañana",
    "pt": r"hoje|ontem|esta manhã|nesta data",
    "it": r"oggi|ieri|in data odierna|odiern",
    "ja": r"本日|昨日|今日|同日付",
    "zh": r"今日|今天|昨日|昨天|本日",
    "ko": r"오늘|금일|어제|이날",
}
#: A plain negation close to a statement: it turns what the statement says.
NEGATION: Lexicon = {
    "en": r"not\b|no\b|never\b|neither\b|nor\b|without\b|n[’']t\b|denie[sd]?\b|denying",
    "fr": r"ne\b|n’|n'|pas\b|aucun|jamais|ni\b|sans\b|dément|nie\b",
    "de": r"nicht|kein|nie\b|niemals|weder|ohne\b|dementier|bestreit|bestritt",
    "es": r"no\b|ni\b|nunca|jamás|ning[úu]n|sin\b|niega|negó|desmint|desmient",
    "pt": r"não|nem\b|nunca|jamais|nenhum|sem\b|nega|negou|desment",
    "it": r"non\b|né\b|mai\b|nessun|senza\b|nega|negato|smenti",
    "ja": r"ない|ません|なかった|せず|否定|無い",
    "zh": r"不|没|未|无|非|否认",
    "ko": r"않|없|아니|아닌|못|부인",
}


@lru_cache(maxsize=512)
def _compiled(pattern: str, lang: str) -> re.Pattern[str]:
    border = "" if lang in _NO_BORDERS else r"(?<!\w)"
    return re.compile(f"{border}(?:{pattern})", re.IGNORECASE)


def cue(lexicon: Lexicon, lang: str) -> re.Pattern[str]:
    """The compiled list of one language; English where it has none for `lang`."""
    code = (lang or "en").split("-")[0].lower()
    code = code if code in lexicon else "en"
    return _compiled(lexicon[code], code)


def has(lexicon: Lexicon, text: str, lang: str) -> bool:
    """Does `text` hold a word of the list?"""
    return cue(lexicon, lang).search(text) is not None
