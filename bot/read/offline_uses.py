"""What a name stands for by the way it is used, in five languages of the west: companies have an article, run and sell
things, are accused by many and have staff, books and creditors. Pure.
"""

from __future__ import annotations

import re

_ARTICLE = {
    "de": r"(?:die|der|dem)\ (?:[A-ZÄÖÜ]\w+er\ )?",
    "fr": r"(?:la\ |les?\ |du\ |des\ |aux?\ |l'|chez\ )",
    "es": r"(?:la|el|los|las|del|al)\ ",
    "it": r"(?:la\ |il\ |lo\ |i\ |gli\ |le\ |l'|del(?:la|le|lo|l'|)\ ?|dall[ae']\ ?|dal\ |all[ae']\ ?|al\ |nell[ae']\ ?)",
    "pt": r"(?:[ao]s?|d[ao]s?|à|ao|pel[ao]|n[ao])\ ",
}  # fmt: skip
_ACCUSED = {
    "de": r"\b(?:wirft|werfen|warf|beschuldigt|beschuldigen|verklagt)\ ",
    "fr": r"\b(?:accus\w+|poursui\w+|attaqu\w+|soupçonn\w+)\ ",
    "es": r"\b(?:acus\w+|demand\w+|denunci\w+|señal\w+)\ a\ ?",
    "it": r"\b(?:accus\w+|denunci\w+|sospett\w+)\ ",
    "pt": r"\b(?:acus\w+|process\w+|denunci\w+)\ ",
}  # fmt: skip
_BY = {
    "de": r"\b(?:von|durch)\ ",
    "fr": r"\b(?:exploit|gér|fabriqu|vendu|produit|construit|déten|livr|install|conçu|édit|commercialis|employ|fourni)\w*\ par\ ",
    "es": r"\b(?:explotad|gestionad|fabricad|vendid|producid|construid|operad|instalad|comercializad|distribuid|emplead)[oa]s?\ por\ ",
    "it": r"\b(?:gestit|prodott|vendut|costruit|fabbricat|fornit|installat|commercializzat|distribuit)[oaie]\ da(?:lla|l|ll')?\ ?",
    "pt": r"\b(?:explorad|gerid|fabricad|vendid|produzid|construíd|operad|abatid|fornecid|distribuíd)[oa]s?\ (?:por\ |pel[oa]\ )",
}  # fmt: skip
_HAS = {
    "de": r"\b(?:Beschäftigten?|Mitarbeiter|Kunden|Gläubiger|Bilanz|Filialen|Lieferanten|Anteile|Produkte|Konten|Zentrale|Franchisenehmer)\ (?:von\ |der\ |bei\ |des\ )",
    "fr": r"\b(?:salariés|employés|clients|créanciers|comptes|bilan|magasins|fournisseurs|actionnaires|boutiques|franchisés|dirigeants|filiales?|marques?|produits|caisses|chauffeurs|ouvriers)\ (?:de\ la\ |de\ l'|de\ |d'|des\ |du\ |chez\ )",
    "es": r"\b(?:empleados|trabajadores|clientes|acreedores|cuentas|balance|tiendas|proveedores|accionistas|franquiciados|directivos|filial|marca|productos|obreros|camareras)\ (?:de\ la\ |de\ los\ |del\ |de\ las\ |de\ )",
    "it": r"\b(?:dipendenti|lavoratori|clienti|creditori|conti|bilancio|negozi|fornitori|azionisti|affiliati|dirigenti|controllata|marchio|prodotti|operai|capannon\w+)\ (?:della\ |del\ |dell'|di\ |dei\ |delle\ )",
    "pt": r"\b(?:funcionários|trabalhadores|clientes|credores|contas|balanço|lojas|fornecedores|acionistas|accionistas|franqueados|dirigentes|subsidiária|marca|produtos|operários|camareiras)\ (?:da\ |do\ |das\ |dos\ |de\ )",
}  # fmt: skip
#: Behind a name: what it runs, makes, sells or owes; how many it employs.
_RUNS = {
    "de": r",?\ (?:die|der|das|welche\w?)\ (?:[^.;]{0,60}\ )?(?:betreibt|beschäftigt|herstellt|verkauft|produziert|liefert|besitzt|vertreibt|vermietet|verwaltet)\b|\ (?:beschäftigt|betreibt|produziert|vertreibt)\ ",
    "fr": r",?\ qui\ (?:exploit|emploi|gèr|produi|fabriqu|vend|possèd|détien|livr|command|fourni|distribu|loue|export)\w*|,?\ (?:emploie|exploite|fabrique|fait\ travailler)\ |\ d'avoir\ ",
    "es": r",?\ que\ (?:gestion|emple|produc|fabric|vend|export|oper|explot|pose|embotell|suministr|distribuy|factur|alquil)\w*|\ (?:emplea|fabrica|explota|gestiona|adeuda|factura)\ ",
    "it": r",?\ che\ (?:gestisc|impieg|produc|fabbric|vend|esport|possied|fornisc|distribuisc|fattur|affitt|imbottigli)\w*|\ (?:impiega|fabbrica|gestisce|fattura)\ ",
    "pt": r",?\ que\ (?:ger|empreg|produz|fabric|vend|export|oper|explor|det[ée]m|forne|distribu|fatur|alug)\w*|\ (?:emprega|fabrica|explora|fatura|deve)\ ",
}  # fmt: skip
#: Names of places, prizes, leagues, works: no companies, whatever their article.
NO_COMPANY = re.compile(
    r"\b(?:Lac|Mont|Monts|Val|Vallée|Ville|Saint|Sainte|Pont|Place|Rue|Avenue|Forêt|Île|Cap|Baie|Prix|Coupe|Ligue|Festival|Guerre|Musée|Sierra|Valle|Río|Rio|Costa|Puerto|Isla|Monte|Ciudad|Villa|San|Santa|Santo|Plaza|Calle|"
    r"Avenida|Puente|Premio|Liga|Copa|Feria|Guerra|Universidad|Museo|Mar|Cabo|Playa|Via|Piazza|Corso|Ponte|Lago|Isola|Università|Coppa|Festa|Fiera|Rua|Praça|Vila|Praia|Serra|Ilha|Prêmio|Prémio|Taça|Universidade|Museu|Estado|"
    r"Atlético|Clube?|FC|CF|Sporting|Deportivo|Olympique|Racing|Inter|Juventus|Benfica|SV|TSV|Governo|Gobierno|Gouvernement|Nord|Süd|Ost|West|See|Straße|Platz|Wald|Tal|Preis|Pokal|Krieg|Universität|Museum|Union|Unión|União|Unione|Estados|États|Europa|Europe|Internet|Web|Covid|Constitution|Constitución|Bundestag)\b"
)


def used_as_company(lang: str, name: str, before: str, after: str) -> float:
    """How much speaks for a company at one mention of a name: `before` and `after` are the words around it."""
    if (article := _ARTICLE.get(lang)) is None or NO_COMPANY.search(name):
        return 0.0
    near = before[-60:]
    score = 0.0
    if " " in name and re.search(rf"(?:^|[\ («„“\"]){article}$", near, 0 if lang == "de" else re.I):
        score += 1.2
    if re.search(rf"{_ACCUSED[lang]}(?:{article})?$", near, re.I) and (lang != "de" or re.match(r"\ vor\b|,", after)):
        score += 1.5
    if re.search(rf"{_BY[lang]}(?:{article})?$", near, re.I) and (lang != "de" or re.match(r"\ (?:\w+\ ){0,2}(?:betrieben|hergestellt|gebaut|verkauft|geliefert|verwaltet)", after)):
        score += 1.5
    if re.search(rf"{_HAS[lang]}$", near):
        score += 1.2
    if re.match(_RUNS[lang], after):
        score += 1.5
    return score
