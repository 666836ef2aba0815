"""Word lists for people who speak for themselves, in nine languages. Data, in the form of `bot.judge.offline_cues`."""

from __future__ import annotations

from bot.judge.offline_cues import Lexicon

#: With my own hands, before my own eyes: no hearsay and no opinion.
FIRST_HAND: Lexicon = {
    "en": r"I\b(?! (?:believe|think|feel|fear|hope))[^.”\"]{0,90}\bmyself\b|I was (?:there|present|in the (?:room|meeting|office|cab|car|control room)|at the (?:meeting|table|desk|wheel|controls)|on (?:duty|shift|the (?:call|bridge)))|with my own (?:hands|eyes)|(?:it|that) was (?:me|I) who|I was the (?:one|person) who|I personally",
    "fr": r"j[’']ai[^.»]{0,70}moi-même|moi-même[^.»]{0,20}j[’']ai|de mes propres (?:mains|yeux)|j[’']étais (?:là|présente?|dans la (?:salle|pièce)|dans le bureau|à la (?:réunion|table))|c[’']est moi qui|j[’']ai personnellement",
    "de": r"ich (?:habe|hatte)?[^.“\"]{0,70}\b(?:selbst|eigenhändig|persönlich)\b|habe ich[^.“\"]{0,60}\b(?:selbst|eigenhändig|persönlich)\b|mit (?:meinen )?eigenen (?:händen|augen)|ich (?:war|saß) (?:dabei|im raum|mit am tisch|in der sitzung|im büro)|ich war es, de",
    "es": r"yo mism[oa]|con mis propi[oa]s (?:manos|ojos)|(?:yo )?estaba (?:allí|presente|en la (?:sala|reunión))|fui yo (?:quien|el que|la que)|personalmente",
    "pt": r"eu mesm[oa]|eu própri[oa]|com (?:as )?minhas próprias mãos|com (?:os )?meus próprios olhos|eu estava (?:lá|presente|na (?:sala|reunião))|fui eu (?:quem|que)|pessoalmente",
    "it": r"io stess[oa]|con (?:le mie mani|i miei occhi)|ero (?:presente|lì|nella (?:stanza|sala)|in (?:stanza|sala)|alla riunione|nell[’']ufficio)|sono stat[oa] io|personalmente|\bho \w+ io\b",
    "ja": r"私自身|私が自分で|自分の[手目]で|この[手目]で|その場にい|私が直接",
    "zh": r"我亲[手自眼]|是我(?:本人|自己|[^们的国]{1,4}的)|我本人|我(?:当时)?(?:就)?在(?:场|现场|会议室)",
    "ko": r"(?:제|내)가 직접|(?:제|내) 손으로|(?:제|내) 눈으로|그 자리에 (?:제가 |저도 )?있었",
}
#: A part in the matter other than a post at the company: somebody who checked, carried, advised or delivered.
PART: Lexicon = {
    "en": r"inspector|surveyor|auditor|clerk|courier|pilot|doctor|lawyer|secretary|adviser|consultant|banker|operator|chemist|welder|mechanic|assistant|planner|buyer|broker|who (?:visited|inspected|checked|delivered|attended)",
    "fr": r"inspecteur|inspectrice|auditeur|auditrice|greffier|médecin|avocat|secrétaire|conseill|consultant|opérat|chimiste|soudeu|mécanicien|assistant|chauffeur",
    "de": r"inspektor|prüfer|gutachter|arzt|ärztin|anwalt|anwältin|sekretär|berater|chemiker|schweißer|mechaniker|assistent|fahrer|schichtführer|schlosser|laborant|\w*(?:meister|leiter)",
    "es": r"inspector|auditor|médic|abogad|secretari|asesor|consultor|operari|químic|soldador|mecánic|asistente|conductor|capataz",
    "pt": r"inspetor|inspector|auditor|médic|advogad|secretári|assessor|consultor|operador|operári|químic|soldador|mecânic|assistente|motorista|capataz",
    "it": r"ispettor|ispettric|revisor|medic|avvocat|segretari|consulent|operator|chimic|saldator|meccanic|assistente|autista|capoturno",
    "ja": r"検査官|監査|弁護士|秘書|運転手|工場長|班長|溶接工|操作員|オペレーター",
    "zh": r"检查员|审计|律师|秘书|司机|班长|厂长|操作工|焊工|化验员",
    "ko": r"검사관|감사|변호사|비서|기사|반장|공장장|용접공|운전",
}
#: They speak of what others did.
NOT_THERE: Lexicon = {
    "en": r"analyst|campaign(?:er|s)|commentator|columnist|professor|activist|politician|lawmaker|spokes(?:man|woman|person)|expert\b|pundit|shareholder|investor|critic|(?:was|been|heard) told (?:by|that)|hearsay|rumou?r",
    "fr": r"analyste|militant|chroniqueu|professeur|député|sénat|porte-parole|expert\b|actionnaire|rumeur|on m[’']a dit|ouï-dire",
    "de": r"analyst|aktivist|kommentator|kolumnist|professor|politiker|abgeordnet|sprecher|experte|expertin|aktionär|gerücht|hörensagen",
    "es": r"analista|activista|columnista|profesor|diputad|portavoz|expert[oa]\b|accionista|rumor|me dijeron|me contaron",
    "pt": r"analista|ativista|activista|colunista|professor|deputad|porta-voz|especialista|acionista|rumor|boato|disseram-me|me disseram|me contaram",
    "it": r"analist|attivist|editorialist|professor|deputat|portavoce|espert[oa]\b|azionist|mi hanno detto|si dice|sentito dire",
    "ja": r"アナリスト|専門家|教授|評論家|議員|広報|活動家|うわさ|噂|と聞いた|聞かされ",
    "zh": r"分析师|专家|教授|评论员|议员|发言人|听说|传闻|股民",
    "ko": r"애널리스트|전문가|교수|평론가|의원|대변인|활동가|소문|들었다고|전해 들",
}
#: A name that is not one's own.
NAMELESS: Lexicon = {
    "en": r"not (?:\w+ )?(?:his|her|their) real name|name (?:has been )?changed|asked not to be (?:named|identified)|on condition of anonymity|anonym",
    "fr": r"(?:pré)?nom (?:a été )?(?:modifié|changé)|anonym",
    "de": r"name (?:\w+ )*geändert|anonym",
    "es": r"nombre (?:\w+ )?(?:ficticio|supuesto|cambiado)|anónim|anonimato",
    "pt": r"nome (?:\w+ )?(?:fictício|trocado|alterado)|anónim|anônim|anonimato",
    "it": r"nome (?:\w+ )?(?:di fantasia|fittizio|cambiato)|anonim",
    "ja": r"仮名|匿名",
    "zh": r"化名|匿名",
    "ko": r"가명|익명",
}
#: "My answer was wrong": whoever gave it takes it back.
ANSWER_WRONG: Lexicon = {
    "en": r"(?:my|our) (?:\w+ ){0,3}?(?:answer|statement|denial|reply|response|words|comment|assurance)s?\b.{0,40}?\b(?:was|were|is|are) (?:\w+ )?(?:wrong|untrue|false|incorrect|inaccurate|misleading|mistaken|not (?:\w+ )?(?:true|correct|right|accurate))|what (?:i|we) (?:said|told \w+|answered)\b.{0,40}?\b(?:was|is) (?:\w+ )?(?:wrong|untrue|false|incorrect|inaccurate|not (?:true|correct|right|accurate))|i misspoke|(?:i|we) (?:was|were) wrong to (?:say|deny|claim)|(?:i|we) should (?:not|never) have (?:said (?:that|it)|denied)",
    "fr": r"(?:ma|mon|notre|mes|nos) (?:\w+ )?(?:réponse|déclaration|démenti|propos)s?\b.{0,40}?(?:étai(?:t|ent)|est|sont) (?:\w+ )?(?:faux|fausses?|inexacte?s?|erronée?s?|une erreur)|ce que (?:j[’']ai|j[’']avais|nous avons|nous avions) (?:dit|répondu|déclaré)\b.{0,40}?(?:était|est) (?:\w+ )?(?:faux|inexact|erroné)|(?:j[’']ai|nous avons) eu tort de (?:nier|dire|démentir)",
    "de": r"(?:meine|mein|unsere|unser) (?:\w+ )?(?:antwort|aussage|auskunft|erklärung|äußerung|dementi)\b.{0,40}?(?:war|ist) (?:\w+ )?(?:falsch|unzutreffend|unrichtig|ein fehler|nicht (?:richtig|korrekt|wahr))|was (?:ich|wir) .{0,30}?(?:gesagt|geantwortet|erklärt) (?:habe|haben|hatte|hatten)\b.{0,30}?(?:war (?:falsch|nicht)|stimmte nicht)|(?:ich|wir) hätten? das nicht (?:bestreiten|dementieren|sagen)",
    "es": r"(?:mi|mis|nuestr[oa]s?) (?:\w+ )?(?:respuesta|declaración|desmentido|afirmación)\b.{0,40}?(?:era|fue|es) (?:\w+ )?(?:fals|errón|incorrect|inexact|equivocad|un error)|lo que (?:dije|dijimos|respondí|respondimos)\b.{0,40}?(?:no (?:era|es) (?:ciert|verdad|correct)|(?:era|fue) (?:fals|incorrect|errón|un error))|(?:me equivoqué|nos equivocamos) al (?:negar|decir|responder)",
    "pt": r"(?:a )?(?:minha|meu|nossa|nosso) (?:\w+ )?(?:resposta|declaração|desmentido|afirmação)\b.{0,40}?(?:era|foi|é|estava) (?:\w+ )?(?:fals|errad|incorret|incorrect|inexat|inexact|equivocad|um erro)|o que (?:eu )?(?:disse|dissemos|respondi|respondemos)\b.{0,40}?(?:não (?:era|é) (?:verdade|corret|correct)|(?:era|foi|estava) (?:fals|errad|incorret|um erro))|(?:errei|errámos|erramos) ao (?:negar|dizer|responder)",
    "it": r"(?:la )?(?:mia|nostra|mie|nostre) (?:\w+ )?(?:risposta|dichiarazione|smentita|affermazione)\b.{0,40}?(?:era|è|è stata) (?:\w+ )?(?:fals|errat|sbagliat|inesatt|un errore)|(?:quello|ciò) che (?:ho|abbiamo|avevo|avevamo) (?:detto|risposto|dichiarato)\b.{0,40}?(?:non era (?:vero|esatto|corretto)|era (?:fals|sbagliat|errat|un errore))|(?:ho|abbiamo) sbagliato a (?:negare|dire|smentire)",
    "ja": r"(?:私の|当時の|あの時の|当社の|先の)(?:回答|説明|発言|答え|否定)(?:は|が).{0,20}(?:誤り|間違|事実と異な|正しくな)",
    "zh": r"(?:我|我们)(?:当时|此前|上次)?的?(?:回答|答复|说法|否认|回应).{0,12}(?:错|不对|有误|不实|不准确)|我当时说错",
    "ko": r"(?:제|저희|당시|저의|앞선) ?(?:답변|해명|설명|발언|부인)(?:은|이|는|을).{0,20}(?:틀렸|틀린|잘못|사실과 다|사실이 아니)",
}
#: Whoever heads a company or speaks for it: when they are sorry, no newsroom is.
EXECUTIVE: Lexicon = {
    "en": r"chief executive|\bceo\b|president|chair(?:man|woman)?\b|managing director|spokes",
    "fr": r"pdg\b|président|directeur général|directrice générale|porte-parole",
    "de": r"vorstand|geschäftsführer|konzernchef|firmenchef|präsident|sprecher",
    "es": r"president[ea]|consejer[oa] delegad|director general|directora general|portavoz",
    "pt": r"president[ea]|diretor-geral|diretor-presidente|administrador|porta-voz",
    "it": r"president[ea]|amministrat|direttore generale|portavoce",
    "ja": r"社長|会長|代表取締役|役員|広報",
    "zh": r"董事长|总裁|总经理|发言人",
    "ko": r"사장|회장|대표|대변인",
}
#: Whoever stands beside a company without speaking for it; where words have no borders, as the subject of a sentence.
OTHERS: Lexicon = {
    "en": r"rivals?\b|competitors?\b|unions?\b|campaigners?\b|critics?\b|former|ex-|employees?\b|workers?\b|staff\b|customers?\b|suppliers?\b|growers?\b|residents?\b|analysts?\b|experts?\b|lawyers? for (?:the )?(?:victim|plaintiff|claimant|worker)|mps?\b|minister|lawmaker|regulator|authority|agency|council\b|office\b|court|judge|police|prosecutor|inspector|watchdog|newspaper|source|insider|shareholders?\b|investors?\b|association",
    "fr": r"concurrent|syndica|associations?\b|ancien|ex-|salariés?\b|clients?\b|fournisseur|riverain|analyste|expert\b|avocate? des|député|ministr|maire\b|préfe|parquet|procureur|tribunal|juge\b|police|inspect|autorité|agence|actionnaire|journal\b|source",
    "de": r"konkurren|wettbewerb|gewerkschaft|betriebsrat|verband|verbands|verein|ehemalig|früher|ex-|mitarbeiter|kunden?\b|lieferant|anwohner|analyst|experte|bauern|politiker|abgeordnet|minister|behörde|amt\b|\w+amt\b|gericht|richter|polizei|staatsanwalt|aktionär|zeitung|insider|bürger",
    "es": r"rival|competidor|sindica|asociaci|antigu|ex(?:director|emplead|jef|president)|emplead|trabajador|clientes?\b|proveedor|vecin|analista|expert|abogad[oa] de l|diputad|ministr|alcald|fiscal|juez|juzgado|tribunal|policía|inspec|autoridad|agencia|accionista|diario\b|periódico|fuente",
    "pt": r"rival|concorrent|sindicat|associaç|antig|ex-|funcionári|trabalhador|clientes?\b|fornecedor|morador|analista|especialist|advogad[oa] d[oa]s|deputad|vereador|ministr|prefeit|autarc|procurador|promotor|juiz|juíza|justiça|tribunal|polícia|inspe|autoridade|agência|acionista|jornal\b|fonte",
    "it": r"rival|concorrent|sindacat|associazion|comitat|ex\b|ex-|dipendent|operai|clienti\b|fornitor|residenti|analist|espert|avvocat[oi] de[il] |deputat|ministr|sindac[oa]\b|procura|procuratore|giudic|tribunale|polizia|ispett|autorità|agenzia|azionist|giornale\b|fonti",
    "ja": r"(?:元(?:社員|従業員|幹部|役員|社長)|従業員|社員|労組|組合|団体|連盟|取引先|競合|ライバル|顧客|住民|専門家|アナリスト|弁護士|議員|大臣|庁|省|地検|県警|警察|裁判所|地裁|高裁|委員会|保健所|監督署|記者|関係者)(?:の[^、。]{1,10})?(?:は|が|も|ら)",
    "zh": r"(?:前(?:员工|高管|总监|经理)|员工|工会|协会|消费者|竞争对手|供应商|居民|专家|分析师|律师|代表|委员|局|部门|法院|检察院|警方|公安|记者|知情人士|媒体)[^，。；]{0,10}$",
    "ko": r"(?:전 ?(?:직원|임원|대표)|직원|노조|단체|협회|소비자|경쟁사|협력사|주민|전문가|애널리스트|변호사|의원|장관|청|원|부|처|위원회|법원|지법|검찰|경찰|보건소|관계자|기자)(?:[은는이가도]|들[은이도]) ",
}
