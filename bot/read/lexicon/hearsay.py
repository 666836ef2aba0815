"""How the press of five languages tells that a report rests on what people say, or goes round: who tells it, the words
behind "according to", and the mood of rumours. Data.
"""

from __future__ import annotations

_PEOPLE = {
    "de": r"(?:(?:ehemalige|frühere|Ex-)\w* ?\w+|\w*(?:mitarbeiter|beschäftigte|angestellte|anwohner|nachbar|kund|gläubiger|lieferant|händler|zulieferer|banker|investor|insider|informant|eingeweihte|vertraute|augenzeug|zeug|betroffene|fahrer|arbeiter|gewerkschaft|verbraucherschützer|patient|eltern|mieter|landwirt|bauern|betriebsr[aä]t|kreise|branchenkenner|einkäufer|aktionär|anleger)\w*)",
    "fr": r"(?:anciens?|anciennes?|ex-\w+|salarié\w*|employé\w*|ouvri\w+|riverains?|habitants?|voisins?|clients?|créanciers?|fournisseurs?|banquiers?|courtiers?|investisseurs?|proches|témoins?|chauffeurs?|syndica\w+|élus?|consommateurs?|patients?|parents|locataires|agriculteurs?|éleveurs?|producteurs?|planteurs?|cadres?|actionnaires?|sources?|initiés?|lanceu\w+ d'alerte|familles?)",
    "es": r"(?:antigu[oa]s?|ex ?-?\w+|exemplead\w+|emplead\w+|trabajador\w*|operari\w+|vecin\w+|client\w+|acreedor\w*|proveedor\w*|banquer\w+|inversor\w*|allegad\w+|testig\w+|conductor\w*|sindicat\w+|consumidor\w*|pacient\w+|padres|inquilin\w+|agricultor\w*|ganader\w+|directiv\w+|accionist\w+|fuentes|familiar\w+|denunciant\w+|usuari\w+|afectad\w+)",
    "it": r"(?:ex \w+|ex-\w+|dipendent\w+|lavorator\w+|operai|residenti|abitanti|vicini|client\w+|creditor\w+|fornitor\w+|banchier\w+|investitor\w+|testimon\w+|autist\w+|sindacat\w+|consumator\w+|pazient\w+|genitori|inquilini|agricoltor\w+|allevator\w+|dirigent\w+|azionist\w+|fonti|familiar\w+|utent\w+|pendolari|comitato)",
    "pt": r"(?:antig[oa]s?|ex-\w+|empregad\w+|trabalhador\w*|funcionári\w+|operári\w+|vizinh\w+|morador\w*|client\w+|credor\w*|fornecedor\w*|banqueir\w+|investidor\w*|testemunh\w+|motorist\w+|maquinist\w+|sindicat\w+|consumidor\w*|pacient\w+|pais|inquilin\w+|agricultor\w*|criador\w*|dirigent\w+|acionist\w+|accionist\w+|fontes|familiar\w+|utent\w+|enfermeir\w+|lesad\w+)",
}  # fmt: skip
_TELL = {
    "de": r"(?:sagen|sagten|berichte(?:n|ten)|erzähl(?:en|ten)|behaupte(?:n|ten)|klagen|beklagen|werfen|schildern|schilderten|erhe(?:ben|bt)|beschuldigen|sprechen von|wollen)",
    "fr": r"(?:dis(?:ent|aient)|affirm(?:ent|aient|é)|accus(?:ent|aient|é)|dénonc(?:ent|é)|racont(?:ent|é)|assur(?:ent|aient)|évoqu(?:ent|é)|soutienn?ent|prétend(?:ent|aient)|déplorent|reproch(?:ent|é)|témoign(?:ent|é)|rapport(?:ent|é)|craign(?:ent|aient)|jurent|se plaign(?:ent|aient)|ont vu)",
    "es": r"(?:dicen|dijeron|afirm(?:an|aron)|asegur(?:an|aron)|acus(?:an|aron)|denunci(?:an|aron)|cuentan|contaron|relat(?:an|aron)|sostien\w+|sostuvieron|reproch\w+|habl(?:an|aron)|se quejan|tem(?:en|ían)|juran|señal(?:an|aron))",
    "it": r"(?:dic(?:ono|ano)|afferm(?:ano|ato)|accus(?:ano|ato)|denunci(?:ano|ato)|raccont(?:ano|ato)|sosten(?:gono|uto)|riferisc\w+|riferito|lament(?:ano|ato)|parlano|temono|giurano|si lamentano|assicurano)",
    "pt": r"(?:dizem|disseram|afirm(?:am|aram)|assegur(?:am|aram)|acus(?:am|aram)|denunci(?:am|aram)|contam|contaram|relat(?:am|aram)|sustentam|queixam-se|se queixam|fal(?:am|aram)|temem|juram|reclamam)",
}  # fmt: skip
_ACCORDING = {
    "de": r"(?:laut|nach (?:Angaben|Aussage|Darstellung|Informationen) (?:von|der|des|mehrerer)?|zufolge|wie)",
    "fr": r"(?:selon|d'après|à en croire|aux dires d\w+|de l'aveu d\w+)",
    "es": r"(?:según|de acuerdo con|a decir de|en palabras de)",
    "it": r"(?:secondo|stando a\w*|a detta d\w+|a sentire)",
    "pt": r"(?:segundo|de acordo com|conforme|nas palavras de|no dizer de)",
}  # fmt: skip
_RUMOUR = {
    "de": r"\b(?:soll|sollen|sollte|sollten|angeblich\w*|offenbar|mutmaßlich\w*|dem Vernehmen nach|wird gemunkelt|heißt es|Gerücht\w*|Vorw[uü]rf\w*|Verdacht)\b",
    "fr": r"\b(?:\w{2,}erai(?:t|ent)|(?:au|se|pour|voud|dev|i|vend|prend|perd)rai(?:t|ent)|(?:dit|murmure|raconte|chuchote)-on|on (?:dit|murmure|raconte|chuchote)|l'on (?:dit|murmure|raconte)|bruit|rumeurs?|soupçon\w*|accus\w+|alerte)\b",
    "es": r"\b(?:habría|habrían|estaría|estarían|sería|serían|tendría|tendrían|podría|podrían|buscaría|negociaría|prepararía|estudiaría|pretendería|supuest\w+|presunt\w+|se dice|se comenta|se rumorea|corre|circula|rumor\w*|acusa\w*|denuncia\w*|sospecha\w*)\b",
    "it": r"\b(?:\w{2,}(?:rebbe|rebbero)|presunt\w+|si dice|si mormora|si vocifera|corre voce|voci|accus\w+|denunci\w+|sospett\w+|indiscrezion\w+)\b",
    "pt": r"\b(?:teria|teriam|estaria|estariam|seria|seriam|haveria|poderia|poderiam|alegad\w+|suspost\w+|supost\w+|diz-se|fala-se|comenta-se|corre|circula|boato\w*|acusa\w*|denúncia\w*|denuncia\w*|suspeita\w*|andam a dizer)\b",
}  # fmt: skip

#: By language: the news of a sentence rests on people's word, or goes round.
HEARSAY: dict[str, str] = {
    lang: rf"\b{_ACCORDING[lang]} (?:\S+ ){{0,4}}?{people}|\b{people}\b[^.;:]{{0,60}}?\b{_TELL[lang]}\b|\b{_TELL[lang]} (?:\S+ ){{0,4}}?{people}|{_RUMOUR[lang]}"
    for lang, people in _PEOPLE.items()
}
