"""Nouns by which the press calls a company it has named ("the bottler", "der Konzern", "la aseguradora"), in five languages.

Each stands behind an article or a pronoun, with an adjective before it at most. Words that are also callings of people
("the farmer") are left out. Data.
"""

from __future__ import annotations

_WHO = {
    "de": r"(?:das|der|die|dem|des|den|dieses?|diese[rm]?|seine?|ihre?|ein|eine)",
    "fr": r"(?:l'|d'|la |le |les |du |au |cette |ce |cet |sa |son |notre |une |un )",
    "es": r"(?:la|el|los|las|del|al|esta|este|dicha|dicho|su|nuestra|nuestro|una?)",
    "it": r"(?:l'|dell'|dall'|all'|un'|la |il |lo |le |i |gli |della |del |dello |dalla |dal |dallo |alla |al |allo |una |un |sua |suo )",
    "pt": r"(?:a|o|as|os|da|do|das|dos|pela|pelo|na|no|à|ao|esta|este|essa|esse|sua|seu|uma?)",
}
#: In German a company is told by the end of the word.
_NOUNS = {
    "de": r"""
        \w*(?:unternehmen|konzern|gruppe|gesellschaft|firma|hersteller|anbieter|bank|betreiber|versicherer|händler|zulieferer|bauer|kette|
        reederei|brauerei|produzent|werft|betrieb|fabrik|druckerei|spedition|kasse|makler|kaufhaus|modehaus|autohaus|bankhaus|möbelhaus|handelshaus|brunnen|mühle|hütte|gießerei|bäckerei|fleischerei|metzgerei|
        molkerei|käserei|kellerei|brennerei|rösterei|gärtnerei|weberei|spinnerei|gerberei|ziegelei|raffinerie|fluglinie|airline|fluggesellschaft|klinik|
        klinikum|krankenhaus|apotheke|verlag|sender|studio|agentur|kanzlei|fonds|holding|mutter|tochter|genossenschaft|
        versorger|entsorger|vermieter|entwickler|lieferant|dienstleister|plattform|portal|marke|riese|spezialist|
        kraftwerk|werk|(?:konzern|firmen|unternehmens)zentrale|firmensitz|stammsitz|(?:konzern|firmen|geschäfts|unternehmens|betriebs|werks?)(?:leitung|führung|spitze)|chefetage|management|start-up|startup|fintech|traditionsbetrieb|
        mittelständler|familienbetrieb|familienunternehmen|discounter|supermarkt|kaufhaus|lebensmittler|autobauer|logistiker|chemieriese|
        weingut|stiftung|bauträger|caterer)(?:s|n|en|es|in)?|
        Vorstand(?:s|es)?|Aufsichtsrat(?:s|es)?|Verwaltungsrat(?:s|es)?""",
    "fr": """
        embouteilleur assureur réassureur armateur courtier gestionnaire exploitant concessionnaire transporteur loueur bailleur promoteur
        constructeur équipementier éditeur diffuseur producteur distributeur grossiste détaillant enseigne chaîne opérateur hébergeur
        fournisseur prestataire sous-traitant brasseur négociant coopérative laiterie fromagerie sucrerie conserverie biscuiterie chocolatier
        confiseur minoterie semencier volailler abattoir charcutier salaisonnier papetier cartonnier imprimeur verrier cristallier faïencier
        céramiste cimentier briquetier carrier sidérurgiste métallurgiste fondeur aciériste raffineur pétrolier gazier énergéticien
        électricien chimiste plasturgiste laboratoire clinique opticien lunetier horloger joaillier maroquinier chausseur tisseur plate-forme
        plateforme messagerie start-up jeune\\ pousse licorne hôtelier voyagiste croisiériste avionneur motoriste chantier\\ naval logisticien
        autocariste banque néobanque mutuelle holding maison groupe firme entreprise société compagnie direction état-major cabinet
        agence studio casino manufacture tannerie scierie filature imprimerie cave domaine château fabricant industriel géant marque
        boulangerie brasserie cidrerie distillerie huilerie rizerie moulin cimenterie fonderie usine conseil\\ d'administration comité\\ exécutif comité\\ de\\ direction directoire
        conseil\\ de\\ surveillance gérance établissement\\ bancaire agroalimentaire spécialiste\\ d\\w+ numéro\\ (?:un|deux) propriétaire
        franchiseur distillateur lunettier carrossier tour-opérateur intéressée? principal\\ intéressé foncière minier""",
    "es": """
        embotelladora aseguradora reaseguradora naviera armador correduría gestora explotadora concesionaria transportista arrendadora
        promotora constructora editora editorial productora distribuidora mayorista minorista enseña cadena operadora operador proveedora
        proveedor contratista cervecera bodega cooperativa láctea lechera quesera azucarera conservera galletera chocolatera harinera
        semillera avícola cárnica matadero papelera cartonera imprenta vidriera cristalera cerámica cementera ladrillera siderúrgica
        metalúrgica fundición acería minera refinería petrolera gasista energética eléctrica química farmacéutica laboratorio clínica óptica
        relojera joyería marroquinera zapatera textil plataforma mensajería start-up startup unicornio hotelera turoperador aerolínea
        constructor astillero logística ferroviaria banco neobanco mutua holding casa grupo firma empresa sociedad compañía dirección cúpula
        despacho agencia estudio casino curtiduría serrería hilandería fabricante marca gigante panificadora panadería pastelera
        destilería aceitera almazara molino consejo\\ de\\ administración comité\\ ejecutivo comité\\ de\\ dirección gerencia entidad multinacional matriz filial tecnológica
        inmobiliaria constructora telefónica teleoperadora comercializadora juguetera mueblista automovilística papelería funeraria
        propietaria dueña interesada supermercadista consorcio corporación empresa\\ familiar""",
    "it": """
        imbottigliatore assicuratore riassicuratore armatore compagnia broker gestore esercente concessionaria trasportatore vettore
        noleggiatore costruttore editore produttore distributore grossista insegna catena operatore fornitore appaltatore birrificio cantina
        cooperativa latteria caseificio zuccherificio conservificio biscottificio pastificio mulino sementiera salumificio macello cartiera
        scatolificio tipografia vetreria cristalleria ceramica cementiera cementificio fornace acciaieria fonderia raffineria compagnia\\ petrolifera
        utility chimica farmaceutica laboratorio clinica ottica orologeria gioielleria pelletteria calzaturificio tessitura piattaforma
        start-up startup unicorno albergatore tour\\ operator cantiere banca mutua holding casa gruppo impresa azienda società direzione
        vertici studio agenzia casinò conceria segheria filatura fabbricante marchio gigante panificio pasticceria distilleria
        frantoio oleificio consiglio\\ di\\ amministrazione comitato\\ esecutivo cda proprietà istituto multinazionale capogruppo controllata
        immobiliare cartotecnica big diretta\\ interessata ditta manifattura stabilimento maison griffe casa\\ madre dirigenza
        municipalizzata insediamento\\ produttivo mangimificio torrefazione lanificio cotonificio mobilificio""",
    "pt": """
        engarrafadora seguradora resseguradora armador armadora corretora gestora exploradora concessionária transportadora locadora
        promotora construtora editora produtora distribuidora grossista retalhista insígnia cadeia rede operadora operador fornecedora
        fornecedor empreiteira cervejeira cervejaria adega vinícola cooperativa láctea leiteira laticínio queijaria açucareira conserveira
        chocolateira moagem sementeira avícola frigorífico matadouro papeleira cartonagem gráfica vidreira cristaleira cerâmica cimenteira
        olaria pedreira siderúrgica metalúrgica fundição mineira mineradora refinaria petrolífera petroleira gasista energética elétrica
        eléctrica química farmacêutica laboratório clínica ótica óptica relojoaria joalharia joalheria calçadeira têxtil plataforma
        start-up startup unicórnio hoteleira companhia\\ aérea aérea estaleiro logística ferroviária banco mutualista holding casa grupo firma
        empresa sociedade companhia direção direcção administração cúpula agência estúdio casino cassino curtume serração fiação
        fabricante marca gigante panificadora padaria pasteleira destilaria azeiteira lagar moinho conselho\\ de\\ administração comissão\\ executiva gerência
        entidade multinacional casa-mãe controladora subsidiária tecnológica imobiliária telefónica comercializadora montadora
        varejista supermercadista atacadista usina dona proprietária visada consórcio corporação instituição incorporadora""",
}  # fmt: skip
#: Organs that are no company's: a town's, a court's.
_NOT = r"(?!\ (?:municipal\w*|comunal\w*|regional\w*|nacional\w*|nazionale|national\w*|général\w*|départemental\w*|communal\w*|escolar|superior|comunale|di\ (?:stato|quartiere)|d'état|de\ (?:estado|ministros|gobierno)|dei\ ministri|regulador))"


def _pattern(lang: str) -> str:
    nouns = _NOUNS[lang]
    each = "".join(nouns.split()) if lang == "de" else "|".join(nouns.replace("\\ ", "\0").split()).replace("\0", "\\ ")
    gap = " " if lang in ("de", "es", "pt") else ""
    between = r"(?:\w+ ){0,2}?" if lang == "de" else r"(?:\w+ )?"
    organs = {"es": r"\b(?:el consejo)(?= (?:\w+ )?(?:de [A-ZÀ-Þ]|[a-zà-ÿ]+(?:a|ó|e|ió)\b))", "it": "", "pt": r"\bo conselho(?= (?:d[aeo] [A-ZÀ-Þ]|[a-zà-ÿ]+(?:ou|eu|iu)\b))", "fr": "", "de": ""}[lang]
    return rf"\b{_WHO[lang]}{gap}{between}(?:{each})(?!\w){_NOT}" + (f"|{organs}" if organs else "")


#: By language: the pattern that goes with the language's own `firm`.
TRADES: dict[str, str] = {lang: _pattern(lang) for lang in _NOUNS}
