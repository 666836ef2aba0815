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
    "en": r"decid|decision|resolved\b|resolution|approv|adopted|agree(?:d|ment)\b|sign(?:ed|ing|ature)\b|entered into|engage(?:d|ment)\b|appoint|retained|hired|mandate|instructed|authori[sz]ed|contracted|committed|concluded|order(?:ed)?\b|paid\b|notice of termination|terminated|resign(?:ed|ation)|stepped down|filed|stopped|halted|scrapped|cancell?ed|discontinued|shelved|transferred|wired|handed over|put in place|selected|chosen|mandated|commissioned",
    "fr": r"décid|décision|approuv|adopt|sign[ée]|signature|conclu|mandat|désign|engag|accord\b|contrat|autoris|délibér|résili|démission|vers[ée]|pay[ée]|arrêté|suspend|abandonn|annul|valid[ée]|retenu|command[ée]|vir[ée]|transfér",
    "de": r"beschloss|beschluss|beschlüsse|entschied|entscheidung|genehmig|unterzeichn|unterschr|beauftrag|vereinbar|mandatier|bestellt|abgeschlossen|geschlossen|verpflicht|kündig|gebilligt|zugestimmt|bezahlt|gezahlt|zurückgetreten|niedergelegt|gestoppt|eingestellt|abgebrochen|überwies|ausgewählt|verabschied|in auftrag",
    "es": r"decid|decisi[oó]n|aprob|aprueb|adopt|firm[óa]|suscri|acord|acuerdo|encarg|contrat|design|autoriz|rescind|dimi(?:ti|si)|pag[óa]|nombr|detuv|suspend|cancel|transfir|eligi|elegid|encomend",
    "pt": r"decid|decis|aprov|adot|assin|firm(?:ou|ado)|celebr|acord|contrat|design|autoriz|deliber|rescind|renunci|pag(?:ou|a)|nome(?:ou|a)|suspend|cancel|interromp|transferi|escolh|encomend",
    "it": r"decis|decid|deliber|approv|adottat|firmat|sottoscri|stipul|accord|incaric|nominat|autorizz|conferit|conclus|risolt|dimess|dimission|pagat|sospes|cancellat|interrott|fermat|trasferi|bonific|scelt|commissionat",
    "ja": r"決議|決定|締結|契約を|承認|合意|選任|委嘱|委任|調印|支払|解約|辞任|内定|発注|通知し|中止|停止|打ち切|送金|振り込|選定",
    "zh": r"决定|决议|批准|签署|签订|签约|通过了|审议通过|委托|聘请|聘任|同意|支付|解除|辞职|辞任|订立|停止|终止|取消|叫停|转账|汇款|选定|立项",
    "ko": r"결정|결의|의결|체결|승인|합의|선임|위임|서명|지급|해지|사임|계약을|확정|중단|취소|송금|이체|선정|추진하기로",
}
#: The parties were in touch: talks, letters, offers.
CONTACT: Lexicon = {
    "en": r"discussion|talks\b|negotiat|approach|proposal|proposed|offer(?:ed|s)?\b|letter\b|bid\b|met\b|meeting|contact|received|submitted|correspond|exchanged|held\b|draft|presented|sent\b|request|term sheet|due diligence|consider(?:ed|ation)|advis|prepar|data room|exclusiv|auction|shortlist|sounded out|entered talks|launched|began\b|started\b|commenced",
    "fr": r"discussion|négoci|pourparler|approch|proposition|propos|offre|lettre|courrier|courriel|reçu|remis|soumis|rencontr|réuni|échang|projet|envoy|conseill|prépar|data room|exclusi|enchère|lanc[ée]|engag[ée]|début[ée]",
    "de": r"gespräch|verhandl|annäherung|herangetreten|vorschlag|angebot|brief|schreiben|erhalten|erhielt|eingegangen|übermittelt|getroffen|treffen|sitzung|entwurf|vorgelegt|kontakt|berat|prüf|vorbereit|datenraum|exklusiv|bieterverfahren|sondier|gestartet|begonnen|begann|aufgenommen",
    "es": r"conversaci|negocia|acercamiento|propuesta|propuso|oferta|carta|recib|presentad|remiti|reuni|contact|borrador|asesor|prepara|sala de datos|exclusiv|subasta|sonde|arranc[óa]|inici[óa]|lanz[óa]|puso en marcha|comenz",
    "pt": r"conversa|negocia|aproxima|proposta|oferta|carta|receb|apresent|enviad|enviou|reuni|contat|contact|minuta|assessor|prepara|data room|exclusiv|leilão|sond|inici|lanç(?:ou|ada|ado)|começ",
    "it": r"colloqui|trattativ|negozi|contatt|proposta|offerta|lettera|ricevut|presentat|inviat|incontr|riunion|bozza|advisor|prepara|consulen|data room|esclusiv|asta\b|sond|avviat|iniziat|lanciat|cominciat",
    "ja": r"協議|交渉|提案|打診|書簡|書面|受領|面談|会合|提示|検討を開始|申し入れ|接触|会議|独占交渉|入札|データルーム|基本合意|意向表明|開始し|着手|始め",
    "zh": r"磋商|谈判|洽谈|接洽|提案|要约|函|收到|会面|会议|递交|提交|草案|接触|独家|竞标|尽职调查|意向书|招标|启动|开始",
    "ko": r"협의|협상|논의|제안|서한|공문|접수|수령|면담|회의|제출|접촉|통보|독점|입찰|실사|양해각서|우선협상|착수|개시|시작",
}
#: Talks that had got so far that "nothing is decided" left out what mattered: a chosen buyer, exclusivity, a first signature.
ADVANCED: Lexicon = {
    "en": r"exclusiv|preferred bidder|letter of intent|heads of (?:terms|agreement)|memorandum of understanding|term sheet|final (?:bid|offer|proposal)s?|due diligence|agreed in principle",
    "fr": r"exclusi|lettre d[’']intention|protocole d[’']accord|offre (?:ferme|finale)|accord de principe|audit d[’']acquisition",
    "de": r"exklusiv|absichtserklärung|grundsatzeinigung|eckpunkte|bevorzugte\w* bieter|bindende\w* angebot|due[- ]diligence",
    "es": r"exclusiv|carta de intenciones|principio de acuerdo|memorando|oferta (?:firme|vinculante|final)|due diligence",
    "pt": r"exclusiv|carta de intenç|memorando|acordo de princípio|oferta (?:firme|vinculante|final)|due diligence",
    "it": r"esclusiv|lettera d[’']intenti|memorandum|accordo di massima|offerta (?:vincolante|finale)|due diligence",
    "ja": r"独占(?:的)?交渉|優先交渉|基本合意|意向表明|最終提案|覚書|デュー",
    "zh": r"独家(?:谈判|磋商)|排他|意向书|框架协议|谅解备忘录|尽职调查|优先",
    "ko": r"독점|배타적|우선협상|양해각서|의향서|기본합의|실사|최종 제안",
}
#: Somebody came to know.
KNOWLEDGE: Lexicon = {
    "en": r"established|discover|detect|identif|(?:became|been|was|were) aware|learn(?:ed|t)|(?:was|were|been) (?:told|informed|notified|warned|advised)|reported to\b|records? shows?|knew|known|confirmed internally|complain|first report|noticed|found\b|alert|served\b|ascertain|determined",
    "fr": r"établi|découv|détect|identifi|constat|(?:été|avait été|ont été) (?:inform|avert|alert|notifi)|savai|connaissance|communiqu|transmis|signal|plainte|alert|notifi",
    "de": r"festgestellt|stellte .{0,40}fest|entdeck|erkannt|bemerk|informiert|unterrichtet|gewarnt|wusste|bekannt war|kenntnis|erfahren|gemeldet|beschwerde|hinweis|zugestellt",
    "es": r"constat|descubr|detect|identific|inform|advert|avis|notific|sab[íi]a|conoc|comunic|tuvo conocimiento|denunci|queja",
    "pt": r"constat|descobr|detect|identific|inform|advert|avis|notific|sabia|conhec|comunic|tomou conhecimento|denúnci|reclama|apur",
    "it": r"accertat|scopert|rilevat|individuat|identific|informat|avvertit|avvisat|notificat|sapeva|conoscenza|comunicat|trasmess|venut[ao] a conoscenza|segnalat|reclam|constat",
    "ja": r"判明|発覚|検知|把握|確認し|確認され|認識|知らされ|報告を受け|通知を受け|通報|苦情|指摘",
    "zh": r"发现|查明|获悉|得知|知悉|知情|接到|接获|投诉|举报|告知|通报|确认|检测到",
    "ko": r"확인|발견|인지|파악|알게|알고|통지|통보|보고받|신고|접수|적발|감지",
}
#: "since", "as of": a state that lasts from a date on.
SINCE: Lexicon = {
    "en": r"since\b|from\b|between\b|during\b|as early as|as of\b|dating (?:back )?to|by\b|as at\b",
    "fr": r"depuis|dès\b|à compter du|à partir|entre|durant|pendant",
    "de": r"seit|ab\b|zwischen|von\b|zeitraum|bereits (?:am|im|seit)|schon (?:am|im|seit)|zum\b",
    "es": r"desde|ya en|a partir|entre\b|durante",
    "pt": r"desde|já em|a partir|entre\b|durante",
    "it": r"dal(?:l|la)?\b|da\b|già (?:a|il|nel)|sin dal|fin dal|tra\b|fra\b|durante|al\b",
    "ja": r"から|より|以来|以降|の間|にかけて|時点",
    "zh": r"自|从|起|期间|至|截至",
    "ko": r"부터|이래|까지|동안|기준",
}
#: Things that end, break or change: what a company says when facts overtook its words.
CHANGE: Lexicon = {
    "en": r"circumstances|chang(?:e|ed)\b|deteriorat|unexpected|unforeseen|since then|at (?:that|the) time|until then|subsequent|thereafter|only (?:then|after|in|on)|not until|no earlier than|following (?:the|a|an)\b|as a (?:result|consequence)|in (?:the )?light of|fell ill|illness|died|death|withdr[ae]w|collaps|ceased|ended\b|fire\b|flood|storm|earthquake|new (?:law|rules|tariff)|unsolicited|first (?:contact|approach|proposal|raised|considered|received)|reversed|previous(?:ly)? (?:plan|intend)|(?:for the )?first time",
    "fr": r"circonstances|chang|évolu|dégrad|inattendu|imprév|depuis lors|à (?:cette|l’|l')(?:date|époque)|jusqu’alors|jusqu'alors|ultérieur|par la suite|seulement|n’a .{0,30}qu|à la suite|en raison|compte tenu|maladie|malade|décès|décéd|retir|effondr|incendie|inond|nouvelle (?:loi|règle)|non sollicit|premi(?:er|ère) (?:contact|approche|proposition)|prévoyait",
    "de": r"umstände|veränder|geändert|änderung|verschlechter|unerwartet|unvorhergesehen|seitdem|seither|damals|zum (?:damaligen )?zeitpunkt|bis dahin|anschließend|danach|daraufhin|erst (?:am|im|nach|seit|danach)|infolge|aufgrund|angesichts|erkrank|gesundheitlich|verstorben|tod\b|zurückgezogen|weggefallen|gekündigt|brand\b|hochwasser|neue(?:s|n)? (?:gesetz|regel)|unaufgefordert|erstmals|gegenstandslos|noch (?:am|im|in seiner)",
    "es": r"circunstancias|cambi|empeor|deterior|inesperad|imprevist|desde entonces|en aquel momento|en ese momento|entonces|hasta entonces|posterior|después|solo (?:en|el|tras|después)|no .{0,20}hasta|a raíz|como consecuencia|debido|ante (?:la|el)|enferm|falleci|retir|incendio|inundaci|nueva (?:ley|norma)|no solicitad|primer(?:a)? (?:contacto|propuesta|oferta)",
    "pt": r"circunst|mudan|mudou|alter|agrav|deterior|inesperad|imprevist|desde então|naquel[ea] (?:momento|data|altura)|à época|na época|na altura|até então|posterior|depois|só (?:em|no|na|após|depois)|somente|apenas (?:em|no|na|após)|em razão|em função|na sequência|devido|doen|falec|retir|incêndio|enchente|nova (?:lei|regra)|não solicitad|primeir[ao] (?:contato|proposta|oferta)",
    "it": r"circostanz|cambi|mutat|peggior|deterior|inattes|imprevist|da allora|all’epoca|all'epoca|a quella data|in quel momento|fino ad allora|successiv|in seguito|solo (?:il|in|nel|dopo|a)|soltanto|a seguito|a causa|alla luce|malatt|decess|scompars|ritir|incendi|alluvion|nuov[ae] (?:legge|norm)|non sollecitat|prim[oa] (?:contatto|proposta|offerta)",
    "ja": r"変化|変更|変わった|変わり|悪化|予期|想定外|当時|時点では|その後|以降|初めて|受けて|により|終了|撤回|病気|体調|逝去|火災|地震|豪雨|台風|法改正|環境|事情|急",
    "zh": r"变化|改变|变更|恶化|突然|突发|意外|突发|当时|彼时|此后|随后|之后|首次|直至|直到|才|由于|因|鉴于|终止|撤回|患病|病情|逝世|火灾|地震|洪水|新规|形势|环境",
    "ko": r"변화|변경|악화|예상치|당시|시점에|이후|그 후|달라졌|달라지|바뀌|바뀐|처음|비로소|따라|인해|종료|철회|질병|건강|별세|화재|지진|홍수|개정|상황|환경",
}
#: What is still to come: a date beside it tells nothing about the past.
FUTURE: Lexicon = {
    "en": r"will\b|shall\b|expected|due (?:on|by|in|to)|scheduled|plans? to|intend|from \w+ (?:20\d\d )?onwards|deadline|no later than|until\b|through\b",
    "fr": r"sera\b|seront|devrait|devraient|prévu|d’ici|d'ici|au plus tard|compter du|jusqu[’']au",
    "de": r"wird\b|werden\b|soll\b|sollen|voraussichtlich|geplant|spätestens(?! seit)|erwartet|ab dem|bis (?:zum )?",
    "es": r"será\b|serán|prevé|previst|a más tardar|hasta el|con efectos",
    "pt": r"será\b|serão|prevê|previst|até (?:o|a) |o mais tardar",
    "it": r"sarà\b|saranno|prevede|previst|entro (?:il|la|fine)|al più tardi|fino al",
    "ja": r"予定|見込|見通し|まで|方針",
    "zh": r"将|预计|计划|拟|截止|之前",
    "ko": r"예정|계획|까지|전망|할 것",
}
#: Points back at the moment of the denial or of the report: what stood then, by the document's own account.
AT_TIME: Lexicon = {
    "en": r"at (?:that|the) (?:time|date|point|moment|stage)|(?:when|as) (?:the company|the group|it|we|the board|the spokes\w+) (?:comment|respond|answer|repl|said|issued|made|was asked|spoke|denied|stated)|when (?:asked|the (?:report|article|statement))|until (?:that|then)|before (?:that|then)|on the date of (?:the|its|our)|prior to (?:that|then)",
    "fr": r"à (?:cette|l[’']) ?(?:date|époque|heure)|à ce moment|au moment (?:de|où)|lorsqu[’']?|quand (?:l[ae’']|nous|elle)|jusqu[’']alors|jusque-là|jusqu[’']à (?:ce|cette)|avant (?:cela|cette date)",
    "de": r"zum (?:damaligen |dieser |diesem )?zeitpunkt|zu (?:diesem|jenem) zeitpunkt|damals|seinerzeit|als (?:das unternehmen|sich|wir|die gesellschaft|der konzern)|bis dahin|bis zu diesem|zuvor",
    "es": r"en (?:aquel|ese|dicho) momento|en (?:aquella|esa|dicha) fecha|entonces|cuando (?:la|el|se|nos|fue)|hasta (?:entonces|ese|aquel)|al tiempo de|con anterioridad",
    "pt": r"naquel[ea] (?:momento|data|altura|dia|época)|nessa (?:data|altura)|n[aà] (?:época|altura)|à (?:época|data)|quando (?:a|o|se|nos)|até (?:então|aquele|àquele|essa|aquela)",
    "it": r"all[’']epoca|a quella data|in quel momento|al momento (?:de|in)|in quella data|quando (?:la|il|ci|si)|fino ad allora|fino a quel|sino ad allora|allora\b",
    "ja": r"時点(?:で|に)|当時|その際|頃(?:には|は)|それまで|まで(?:は|に)",
    "zh": r"当时|彼时|届时|之时|时点|在此之前|此前|那时|直到.{0,14}之?前|截至当",
    "ko": r"당시|시점|그때|(?:전|초|말|해|년|월|일|때)까지(?:는|만 해도|도)?",
}
#: No further than that: what was not yet so, without a "not".
ONLY_SO_FAR: Lexicon = {
    "en": r"limited to|only at (?:the|an) .{0,20}stage|no more than|merely|confined to",
    "fr": r"se limitai\w+ à|limit[ée]s? à|au stade d|simple(?:ment)?\b|en étai\w+ (?:encore )?au",
    "de": r"beschränk\w+ sich auf|lediglich|bloß\b|erst im stadium|im stadium",
    "es": r"se limita\w* a|limitad\w+ a|meramente|mera fase|en fase de",
    "pt": r"limita\w+(?:-se)? a|limitad\w+ a|meramente|em fase de",
    "it": r"limitat\w+ a|si limitava\w* a|meramente|in fase di|allo stadio",
    "ja": r"段階にとどま|段階に過ぎ|にとどまって|にすぎ",
    "zh": r"仅(?:限于|处于|为)|尚处于|停留在|只是",
    "ko": r"단계에 (?:그쳤|머물|불과)|수준에 (?:그쳤|머물|불과)|에 불과",
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
#: What somebody left undone: a "not" that makes a finding no less of one.
LEFT_UNDONE: Lexicon = {
    "en": r"(?:did not|had not|has not|have not|does not|didn[’']t|never) (?:\w+ )?(?:report|disclos|inform|notif|tell|told|warn|act\b|prevent|obtain|seek|comply|compli|record|declar|publish|mention|stop|halt|have)|without (?:\w+ )?(?:consent|permi|authori|licen|telling|informing|notif|disclos|their knowledge)|no longer|no(?:t)? (?:later|earlier|fewer|less) than|not only|not (?:merely|just)",
    "fr": r"n[e’'] ?\w*(?: \w+){0,2} pas (?:\w+ )?(?:signal|déclar|inform|avert|notifi|prévenu|respect)|sans (?:\w+ )?(?:consent|autoris|permi|informer|en informer|prévenir|déclarer)|non seulement|ne .{0,20} plus",
    "de": r"nicht (?:\w+ )?(?:gemeldet|mitgeteilt|informiert|offengelegt|angezeigt|gewarnt|eingehalten|unterrichtet)|ohne (?:\w+ )?(?:zustimmung|einwilligung|genehmigung|erlaubnis|wissen|kenntnis)|nicht (?:nur|mehr|allein)",
    "es": r"no (?:lo |la |los |las |se |había |ha )*(?:comunic|inform|notific|declar|advirt|avis|cumpl)|sin (?:\w+ )?(?:consent|autoriza|permiso|informar|comunicar|licencia|conocimiento)|no s[óo]lo",
    "pt": r"não (?:o |a |se |havia |tinha )*(?:comunic|inform|notific|declar|advert|avis|cumpr)|sem (?:\w+ )?(?:consent|autoriza|permiss|informar|comunicar|licença|conhecimento)|não (?:só|apenas)",
    "it": r"non (?:lo |la |aveva |ha |hanno )*(?:comunicat|informat|segnalat|dichiarat|avvertit|notificat|rispettat)|senza (?:\w+ )?(?:consens|autorizza|permess|informar|comunicar|licenza|conoscenza)|non solo",
    "ja": r"(?:報告|公表|開示|通知|届け出|届出|申告|説明)(?:し|を|せ)?(?:て)?(?:いな|な|せず|しな|を怠)|だけでなく|同意なく|無断",
    "zh": r"未(?:按规定|及时|依法|如实|向|经)?\w{0,8}(?:报告|披露|告知|通知|申报|许可|同意|批准)|不仅|擅自",
    "ko": r"(?:보고|공개|공시|통지|신고|고지|안내|알리|밝히)(?:하|되)?지 않|(?:동의|허가|승인) 없이|뿐(?:만)? 아니라",
}
#: A plain negation close to a statement: it turns what the statement says.
NEGATION: Lexicon = {
    "en": r"not\b|no\b|nothing\b|nobody\b|never\b|neither\b|nor\b|without\b|n[’']t\b|denie[sd]?\b|denying",
    "fr": r"ne\b|n’|n'|pas\b|aucun|jamais|ni\b|sans\b|dément|nie\b",
    "de": r"nicht|kein|nie\b|niemals|niemand|weder|ohne\b|dementier|bestreit|bestritt",
    "es": r"no\b|ni\b|nada\b|nadie\b|nunca|jamás|ning[úu]n|sin\b|niega|negó|desmint|desmient",
    "pt": r"não|nem\b|nada\b|ninguém|nunca|jamais|nenhum|sem\b|nega|negou|desment",
    "it": r"non\b|né\b|niente\b|nulla\b|mai\b|nessun|senza\b|nega|negato|smenti",
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
