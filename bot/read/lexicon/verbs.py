"""Verbs by which companies are said to answer, in five languages, by their infinitives: each is looked for in every
person, tense and participle in which the press uses it. Data, and the endings that make forms of it.

What follows no rule is written out. English has its verbs in `en`.
"""

from __future__ import annotations

#: What stands behind the stem, by the end of the infinitive: third persons of present and past, participles.
_ENDINGS = {
    "de": {"en": "t|te|ten|en|e|et|ete|eten", "n": "t|te|ten|n"},
    "fr": {"er": "e|ent|a|èrent|ait|aient|é|ée|és|ées|ant|era|erait", "ir": "it|issent|issait|issaient|irent|i|ie|ira"},
    "es": {"ar": "a|an|ó|aron|aba|aban|ado|ando|ará", "er": "e|en|ió|ieron|ía|ían|ido|iendo|erá", "ir": "e|en|ió|ieron|ía|ían|ido|iendo|irá"},
    "it": {"are": "a|ano|ò|arono|ava|avano|ato|ando", "ere": "e|ono|é|erono|eva|evano|uto|endo", "ire": "isce|iscono|ì|irono|iva|ivano|ito|ita|endo|isca"},
    "pt": {"ar": "a|am|ou|aram|ava|avam|ado|ando|ará|ara", "er": "e|em|eu|eram|ia|iam|ido|endo|erá|era", "ir": "e|em|iu|iram|ia|iam|ido|indo|irá|ira"},
}  # fmt: skip

#: Somebody says something.
_SAY = {
    "de": """
        sagen erklären betonen antworten versichern behaupten kommentieren reagieren bestätigen entgegnen berichten beteuern
        kritisieren beklagen verteidigen kontern bekräftigen ergänzen beschwichtigen poltern schimpfen mailen erwidern korrigieren
        präzisieren relativieren argumentieren begründen garantieren informieren bemerken mutmaßen spotten scherzen höhnen lachen knurren
        brummen seufzen kontern wettern urteilen resümieren fordern mahnen warnen verkünden zusichern beruhigen bilanzieren einwenden
        unterstellen insistieren wiederholen veröffentlichen posten schreien murmeln fragen""",
    "fr": """
        affirmer assurer indiquer préciser ajouter expliquer souligner estimer rétorquer insister annoncer lancer trancher résumer confier
        plaider répliquer nuancer confirmer tempérer relativiser rectifier corriger objecter riposter commenter déclarer évoquer dénoncer
        fustiger déplorer regretter jurer certifier clamer glisser lâcher signaler mentionner communiquer informer invoquer arguer soupirer
        ironiser minimiser réaffirmer avouer concéder temporiser protester observer détailler argumenter renchérir garantir
        marteler rassurer pester tonner gronder grogner souffler plaisanter avertir justifier publier crier murmurer philosopher répéter demander""",
    "es": """
        afirmar asegurar señalar declarar explicar contestar indicar manifestar apuntar comentar precisar zanjar matizar subrayar aclarar
        recordar replicar anunciar informar comunicar lamentar confirmar calificar recalcar remarcar puntualizar sentenciar aseverar ironizar
        bromear garantizar denunciar criticar alegar achacar tachar tildar apostillar trasladar reaccionar expresar enfatizar destacar
        argumentar concretar detallar despachar espetar insistir añadir responder admitir reconocer prometer referir rebatir relatar
        justificar atribuir reiterar jurar lanzar tranquilizar revelar protestar objetar concluir resumir escribir describir terciar insinuar
        bramar gritar exclamar observar notificar rematar ratificar abundar razonar publicar susurrar desgranar""",
    "it": """
        affermare spiegare dichiarare assicurare precisare commentare lamentare replicare raccontare comunicare annunciare informare
        confermare ricordare osservare obiettare minimizzare ironizzare confidare rimarcare evidenziare puntualizzare denunciare attaccare
        accusare bollare liquidare sbottare tuonare giurare rettificare specificare segnalare notare frenare tranquillizzare rassicurare
        chiosare parlare ribadire garantire chiarire riferire sottolineare argomentare insistere ribattere ripetere sorridere scherzare
        contestualizzare illustrare concordare esclamare pubblicare gridare sussurrare mormorare borbottare domandare""",
    "pt": """
        afirmar declarar informar explicar indicar sustentar ressaltar sublinhar comentar assegurar argumentar frisar lamentar precisar
        reiterar replicar anunciar confirmar classificar avançar criticar acusar alegar ironizar pontuar destacar considerar adiantar apontar
        salientar atirar disparar reafirmar notar realçar responder esclarecer defender admitir reconhecer garantir insistir referir
        acrescentar escrever ressalvar observar relatar contar prometer jurar desabafar justificar detalhar comunicar tranquilizar enfatizar
        rebater concluir assumir rematar vincar brincar publicar gritar emendar completar asseverar gracejar suspirar murmurar perguntar repetir lembrar""",
}  # fmt: skip
#: Forms that follow no rule, and verbs of several words.
_SAY_FORMS = {
    "de": r"rief(?:en)?|ruft|unterstr(?:eicht|ich|eichen|ichen)|wies\w* darauf hin|weist darauf hin|hielt\w* dagegen|schw(?:ört|or|uren)|(?:macht|machte)n? deutlich|wurde deutlich|(?:zeigt|zeigte)n? sich|(?:gibt|gab|gaben|geben) zu Protokoll|"
    r"(?:lässt|ließ|lassen|ließen) (?:\S+ ){0,6}?(?:verlauten|erklären|mitteilen|verbreiten|wissen|ausrichten)|heißt es (?:aus|bei|am|in|von)|hieß es (?:aus|bei|am|in|von)|nach (?:Darstellung|Angaben|Aussage|Auskunft|Worten|Lesart)|eigenen Angaben|eigenem Bekunden|"
    r"(?:stellt|stellte)n? (?:\S+ ){0,4}?(?:klar|richtig)|(?:tritt|trat|traten|treten) (?:\S+ ){0,6}?entgegen|(?:winkt|winkte)n? ab|(?:spielt|spielte)n? (?:\S+ ){0,4}?herunter|(?:prüft|prüfe|erwägt|behält sich)(?= (?:\S+ ){0,3}?(?:rechtliche|juristische) Schritte)",
    "fr": r"(?:envisage|étudie|se réserve)(?= (?:\S+ ){0,4}?(?:poursui|porter plainte|plainte|des suites judiciaires))|(?:fait|font|faisait|fit) (?:savoir|valoir|remarquer|observer)|fait[- ]on (?:savoir|valoir)|(?:répond|répondent|répondait|répondu)|(?:martèle|assène|tempère|maint(?:ient|iennent|enu)|sout(?:ient|iennent|enu))|conv(?:ient|enu)|renchérit|(?:coup(?:e|é)|coupent) court|à en croire|aux dires d[eu]|de l'aveu d[eu]|"
    r"s'(?:emporte|agace|insurge|indigne|étonne|exclame|amuse|est (?:emporté|agacé|insurgé|indigné|étonné|exclamé|amusé)e?)|se (?:défend|récrie|justifie|veut)|s'emploie à|tient à|peut-on lire|lit-on|(?:dit|indique|précise|assure|répond|explique|confirme|affirme)-t?-?on|"
    r"(?:est|s'est montrée?|se montre|se dit|se disent|s'est ditee?) (?:catégorique|formel|ferme|surpris|étonné|confiant|serein)\w*",
    "es": r"(?:estudia|sopesa|valora|se reserva)(?= (?:\S+ ){0,3}?acciones (?:legales|judiciales))|(?:dijo|dice|dicen|dijeron|decía|decían|dicho)|(?:sostiene|sostienen|sostuvo|sostuvieron)|(?:mantiene|mantienen|mantuvo)|(?:defiende|defienden|defendió)|(?:advierte|advirtió|advierten)|(?:aduce|adujo|aducen)|(?:expone|expuso|exponen)|(?:corrige|corrigió|corrigen)|(?:confiesa|confesó|confiesan)|(?:cuentan|contó)|"
    r"(?:suelta|soltó)|(?:recuerda|recuerdan|recordó)|salen? al paso|sal(?:ió|ieron) al paso|(?:se lee|se puede leer|reza|recoge) (?:en )?|(?:tercia|ataja|atajó)|(?:llama|llamó) a la calma|(?:fue|es|se mostr[óa]|se muestra) (?:tajante|rotund\w+|claro|clara|categóric\w+|contundente|sorprendid\w+)|deja(?:ron)? claro|dejó claro|deja caer|dejó caer|quiso (?:dejar claro|precisar|aclarar|puntualizar)|asegur\w+",
    "it": r"(?:valuta|studia|si riserva)(?= (?:\S+ ){0,3}?(?:azioni (?:legali|giudiziarie)|vie legali|querel))|(?:dice|dicono|disse|dissero|detto|dicendo)|(?:risponde|rispondono|rispose|risposto)|(?:aggiunge|aggiungono|aggiunse|aggiunto)|(?:scrive|scrivono|scrisse|scritto)|(?:sostiene|sostengono|sostenne|sostenuto)|(?:corregge|corregg?ono|corretto)|(?:concede|concedono|concesso)|(?:conclude|concludono|concluso)|(?:ammette|ammettono|ammesso)|"
    r"f(?:a|anno) (?:sapere|notare|presente|trapelare)|fatto (?:sapere|notare|presente)|tien(?:e|gono) a (?:precisare|sottolineare|chiarire)|mett(?:e|ono) in chiaro|tagli(?:a|ano|ato) corto|si legge|getta(?:no)? acqua sul fuoco|stando (?:a|al|alla|all')|a detta d(?:i|el|ella|ell')|(?:è|si dice|si dicono|si mostra) (?:perentori\w+|categoric\w+|nett\w+|chiar\w+|sorpres\w+)|insinua|smorza",
    "pt": r"(?:pondera|estuda|avalia|reserva-se)(?= (?:\S+ ){0,3}?(?:ações|acções|medidas) (?:legais|judiciais))|(?:disse|diz|dizem|disseram|dizia|dito|dissera)|(?:contrapõe|contrapôs)|(?:corrige|corrigiu)|(?:sustém|susteve)|(?:mantém|manteve|mantêm)|(?:desmente|desmentem|desmentiu)|(?:lê-se|pode ler-se|diz a|diz o)|ve(?:io|m|io) a público|deix(?:a|ou) claro|f(?:az|ez|azem|izeram) saber|sa(?:iu|i) a terreiro|(?:foi|é|mostrou-se|mostra-se|disse-se|se mostrou|se disse) (?:taxativ\w+|perentóri\w+|categóric\w+|clar\w+|peremptóri\w+|surpreendid\w+|surpres\w+)|apel(?:a|ou) à calma|pôs? água na fervura|limit(?:a|ou)-se a",
}  # fmt: skip

#: A report, a plan or a deed is called untrue, whatever the object.
_DENY = {
    "de": "dementieren leugnen verneinen",
    "fr": "réfuter récuser",
    "es": "refutar desmentir",
    "it": "smentire confutare negare",
    "pt": "negar refutar rebater desmentir",
}  # fmt: skip
_DENY_FORMS = {
    "de": r"bestr(?:eite|eitet|eiten|itt|itten|itten)|widerspr(?:icht|ach|achen|echen|ochen)|(?:stellt|stellte|stellten|stellen) (?:\S+ ){0,10}?in Abrede|in Abrede gestellt|(?:weist|wies|wiesen|weisen) (?:\S+ ){0,12}?(?:zurück|von sich)|(?:wischt|wischte|wischten) (?:\S+ ){0,6}?(?:beiseite|vom Tisch)|(?:tritt|trat|traten|treten) (?:\S+ ){0,10}?entgegen|(?:erteilt|erteilte) (?:\S+ ){0,6}?eine (?:klare )?Absage",
    "fr": r"ni(?:e|ent|ait|aient) (?:formellement |catégoriquement |vigoureusement |farouchement |fermement )?(?:avoir|être|que|qu'|tout|toute|en bloc|les|l'|cette|ces|ce)|(?<=\ble )nie(?:nt)?|(?:répond|répondu|répondent) par la négative|oppos\w+ un (?:\w+ )?démenti|(?:apport|adress|publi)\w+ un démenti|démenti (?:formel|catégorique|cinglant|ferme)|"
    r"(?:exclu(?:t|ent|ait)?|exclure) (?:\w+ ){0,2}(?:tout|toute|une?|l'idée|de|que|cette|l'hypothèse|cela|la|le|les)|(?:écart(?:e|ent|é|ait)) (?:\w+ )?(?:l'idée|toute|tout|l'hypothèse|la perspective|cette)|(?:coup(?:e|é|ent)) court (?:aux?|à)|tord\w* le cou|s'inscri\w+ en faux|est exclue?\b",
    "es": r"desm(?:iente|ienten|intió|intieron|ienta|entía|entían)|n(?:ieg(?:a|an|ue)|egó|egaron|egaba|egaban|egado|egando)(?! a\b)|rebat(?:e|en|ió|ieron|ido)|(?:rechaz(?:a|ó|an|aron|ado)) (?:\w+ )?(?:de plano|tajante|rotunda|frontal|categórica|de forma|con rotundidad)\w*|(?:rest(?:a|ó|an)|quit(?:a|ó|an)) (?:toda )?(?:credibilidad|veracidad|validez) a|cierr(?:a|an) la puerta a|cerró la puerta a|(?:está|queda|quedó) descartad[oa]",
    "it": r"respin(?:ge|gono|to|ta|te|ti|se|sero) (?:con (?:forza|fermezza|decisione|sdegno)|al mittente|in toto|fermamente|categoricamente|ogni|tutte|l'ipotesi|le accus|le voc|la ricostru|l'accus|la vers)\w*|esclu(?:de|dono|so|sa|deva)|è esclus[ao]|nega(?:no)?|(?:contest(?:a|ano|ato|ava)) (?:\w+ )?(?:la|le|i|gli|l'|il|quest\w+|ogni|tale|tali|che)",
    "pt": r"(?:rejeit(?:a|ou|am|aram|ado)|repudi(?:a|ou|am|aram|ado)|rechaç(?:a|ou|am|aram|ado)) (?:liminar|categórica|veemente|frontal|em absoluto|de forma|com veemência|por completo|qualquer|que|tod|est|ess|tal|a hipótese|a ideia|o cenário|as? acusa)\w*|(?:descart(?:a|ou|am|aram|ado|ada)|exclu(?:i|iu|em|íram|ído|ída))(?=\W|$)|afast(?:a|ou|am|aram) (?:a hipótese|a ideia|o cenário|qualquer|esse|essa|tal|o encerramento|a venda|a possibilidade)|(?:contest(?:a|ou|am|aram)) (?:a|o|as|os|que|ess|est|tod|tal)\w*",
}  # fmt: skip

#: It is owned up to, or made official.
_CONFIRM = {
    "de": "bestätigen",
    "fr": "confirmer avouer concéder officialiser",
    "es": "confirmar admitir reconocer oficializar ratificar corroborar",
    "it": "confermare ufficializzare",
    "pt": "confirmar reconhecer admitir oficializar",
}  # fmt: skip
_CONFIRM_FORMS = {
    "de": r"(?:räumt|räumte|räumten|räumen) (?:\S+ ){0,10}?ein|eingeräumt|(?:gibt|gab|gaben|geben) (?:\S+ ){0,8}?zu|zugegeben|(?:gesteht|gestand|gestanden|gestehen)(?: (?:\S+ ){0,6}?ein)?|eingestanden|machte es (?:offiziell|amtlich)",
    "fr": r"fini(?:t|)? par (?:admettre|reconnaître|confirmer|avouer)|reconn(?:aît|aissent|u|ue|aissait|aître|ut|urent)|adm(?:et|ettent|is|ise|ettait|irent|it)|conv(?:ient|enu|enue|iennent) (?:de|d'|que|qu')|avou(?:e|é|ent|ait)",
    "es": r"confies(?:a|an)|confes(?:ó|aron|ado)|hizo oficial|(?:acab(?:ó|a)|termin(?:ó|a)) por (?:admitir|reconocer|confirmar)",
    "it": r"amm(?:ette|ettono|esso|essa|ise|isero|etteva)|riconosc(?:e|ono|iuto|eva)|confess(?:a|ano|ato)|conced(?:e|ono)|concesso",
    "pt": r"(?:acab|termin)(?:a|ou) por (?:admitir|reconhecer|confirmar)|confess(?:a|ou|am|aram)|assum(?:e|iu|em|iram|ido)|acab(?:a|ou) por (?:admitir|reconhecer|confirmar)",
}  # fmt: skip


def forms(lang: str, infinitives: str) -> str:
    """One alternation of all forms of these verbs, without word boundaries."""
    groups: dict[str, list[str]] = {}
    for verb in infinitives.split():
        end = next(e for e in sorted(_ENDINGS[lang], key=len, reverse=True) if verb.endswith(e))
        groups.setdefault(end, []).append(verb[: -len(end)])
    return "|".join(f"(?:{'|'.join(dict.fromkeys(stems))})(?:{_ENDINGS[lang][end]})" for end, stems in groups.items())


def _pattern(regular: dict[str, str], odd: dict[str, str]) -> dict[str, str]:
    return {lang: rf"\b(?:{forms(lang, verbs)}|{odd[lang]})(?!\w)" for lang, verbs in regular.items()}


#: What was said before is told in the pluperfect: what stands between its two parts, and the endings of participles.
_HAD = {
    "de": r"\b(?:hatte|hatten)\b[^.;:]{0,90}?\b(?:gesagt|erklärt|betont|mitgeteilt|versichert|beteuert|bestätigt|dementiert|bestritten|geleugnet|verneint|zurückgewiesen|ausgeschlossen|eingeräumt|zugegeben|angekündigt|widersprochen|bezeichnet|genannt|abgelehnt|beantwortet|kommentiert)\b",
    "fr": r"\b(?:avait|avaient) (?:\w+ ){0,2}?(?:dit|écrit|répondu|soutenu|maintenu|promis|reconnu|admis|démenti|exclu|contesté|certifié|nié|réfuté|récusé|écarté|balayé|rejeté|affirmé|assuré|déclaré|indiqué|précisé|juré|confirmé|refusé|avoué|qualifié)e?s?\b",
    "es": r"\bhab(?:ía|ían) (?:\w+ ){0,2}?(?:dicho|escrito|respondido|contestado|sostenido|prometido|reconocido|admitido|desmentido|excluido|negado|rechazado|descartado|refutado|afirmado|asegurado|declarado|jurado|confirmado|rehusado|calificado|tachado|insistido|garantizado)\b",
    "it": r"\bavev(?:a|ano) (?:\w+ ){0,2}?(?:detto|scritto|risposto|sostenuto|promesso|riconosciuto|ammesso|smentito|escluso|negato|respinto|contestato|confutato|affermato|assicurato|dichiarato|giurato|confermato|rifiutato|definito|bollato|insistito|garantito)\b",
    "pt": r"\b(?:tinha|tinham|havia|haviam) (?:\w+ ){0,2}?(?:dito|escrito|respondido|sustentado|prometido|reconhecido|admitido|desmentido|excluído|negado|rejeitado|descartado|refutado|afirmado|assegurado|declarado|jurado|confirmado|recusado|classificado|insistido|garantido|assumido)\b",
}  # fmt: skip

#: By language: name of a cue, and what is looked for besides the language's own.
VERBS: dict[str, dict[str, str]] = {"say": _pattern(_SAY, _SAY_FORMS), "deny": _pattern(_DENY, _DENY_FORMS), "confirm": _pattern(_CONFIRM, _CONFIRM_FORMS), "earlier": _HAD}
