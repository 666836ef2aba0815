"""Invented matters for the offline judge: a claim, an answer to it, and later articles with what each must come to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.judge.bearing import ClaimOnFile, Denial
from bot.read.reading import Claim, Document, Reading, Response, Span


@dataclass(frozen=True)
class Later:
    """An article after the denial. `own`: (words, sourcing) of a claim that the newsroom reports as its own.
    `admits`: words by which the company confirms. `verdict` None: another matter, no bearing at all."""

    published: str
    outlet: str
    kind: str | None
    title: str
    text: str
    verdict: str | None
    tier: int = 4
    lang: str = ""
    own: tuple[str, str] | None = None
    admits: str = ""


@dataclass(frozen=True)
class Story:
    name: str
    lang: str
    company: str
    names: tuple[str, ...]
    outlet: str
    claim: str
    kind: str
    quote: str
    said: str
    later: tuple[Later, ...] = field(default=())
    by: str = ""


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def denial(story: Story) -> Denial:
    claim = ClaimOnFile(
        id="c-1", article="a-0", company=story.company, names=story.names, statement=story.claim, span=story.claim,
        context=story.claim, origin=story.outlet, sourcing="anonymous", outlet=story.outlet, lang=story.lang,
        published=moment(story.said),
    )  # fmt: skip
    return Denial(
        id="r-1", article="a-0", company=story.by or story.company, names=story.names, kind=story.kind, quote=story.quote,
        context=story.claim, outlet=story.outlet, url="https://paper.example/0", lang=story.lang, published=moment(story.said),
        claims=(claim,),
    )  # fmt: skip


def document(story: Story, later: Later) -> Document:
    return Document(
        id="a-1", url="https://page.example/1", outlet=later.outlet, kind=later.kind, lang=later.lang or story.lang,
        title=later.title, text=later.text, published=moment(later.published),
    )  # fmt: skip


def reading(story: Story, later: Later) -> Reading:
    def span(words: str) -> Span:
        at = later.text.index(words)
        return Span(start=at, end=at + len(words), text=words)

    claims = ()
    if later.own:
        words, sourcing = later.own
        claims = (
            Claim(company=story.company, statement=words, origin=later.outlet, sourcing=sourcing, span=span(words)),
        )
    responses = ()
    if later.admits:
        responses = (
            Response(company=story.company, speaker="", kind="confirmation", quote=span(later.admits), answers=()),
        )
    return Reading(reader="test", claims=claims, responses=responses)


STORIES = [
    # --- English: a takeover, flatly denied; the scheme document dates the first letter before the denial
    Story(
        "takeover letter", "en", "Tolbury Pumps", ("Tolbury Pumps", "Tolbury"), "Marl Gazette",
        "Private equity firm Orrick Vale has approached Tolbury Pumps about a takeover worth 800 million pounds",
        "flat_denial", "There has been no approach to Tolbury by anybody", "2025-05-06T09:00:00",
        (
            Later("2025-05-07T09:00:00", "Coast Post", "newspaper", "Tolbury denies approach",
                  "Tolbury Pumps denied on Tuesday that it had been approached by Orrick Vale, the Marl Gazette reported.\n\nThe Gazette had written that the private equity firm was preparing a bid worth 800 million pounds. Tolbury said that there had been no approach by anybody. Its shares rose 4%.",
                  "no_bearing"),
            Later("2025-08-19T07:00:00", "Exchange Bulletin", "filing", "Tolbury Pumps plc: recommended offer by Orrick Vale",
                  "The boards of Tolbury Pumps plc and Orrick Vale Bidco Limited are pleased to announce that they have agreed the terms of a recommended cash offer for Tolbury.\n\nBackground\n\nBy a letter dated 14 April 2025 Orrick Vale put an indicative proposal to the Chairman of Tolbury. The Board rejected it on 22 April 2025. A revised proposal followed on 3 July 2025.\n\nThe offer values Tolbury at 815 million pounds.",
                  "undercuts", 1),
            Later("2025-06-01T07:00:00", "Tolbury Pumps", "press_release", "Tolbury Pumps opens service centre in Marl",
                  "Tolbury Pumps today opened a service centre in Marl. The centre employs 40 technicians and will repair pumps for water utilities across the region.\n\nOur customers asked us for shorter repair times, said the chief executive. The decision to build it was taken on 12 March.",
                  None),
            Later("2025-08-19T07:00:00", "Tolbury Pumps", "press_release", "Tolbury Pumps agrees takeover by Orrick Vale",
                  "Tolbury Pumps announces that it has today agreed to a takeover by Orrick Vale for 815 million pounds.\n\nOrrick Vale first approached the company on 2 July 2025, after the sale of a stake by the largest shareholder in June changed the circumstances. When the company commented on press reports in May, no approach had been received.",
                  "overtaken", 1),
        ),
    ),
    # --- English: accident at a plant, non-denial; the safety authority's report
    Story(
        "reactor leak", "en", "Pellam Chemicals", ("Pellam Chemicals", "Pellam"), "Valley Herald",
        "Pellam Chemicals let solvent leak into the river Ouse for eleven days in March",
        "non_denial", "We take our environmental duties extremely seriously and reject this sensational article", "2025-04-10T09:00:00",
        (
            Later("2025-09-02T10:00:00", "River Protection Agency", "press_release", "Pellam Chemicals fined for solvent leak",
                  "The River Protection Agency has fined Pellam Chemicals 340,000 for polluting the river Ouse.\n\nInspectors established that solvent leaked from a cracked pipe at the Pellam site into the river between 4 and 15 March. Alarms were switched off.\n\nThe company has 28 days to appeal.",
                  "partly_undercuts", 1),
            Later("2025-05-20T10:00:00", "Valley Herald", "newspaper", "Anglers still waiting for answers on the Ouse",
                  "Six weeks after this newspaper reported that solvent had leaked from the Pellam Chemicals site into the river Ouse, anglers are still waiting for test results.\n\nThe agency said that its inquiry was continuing and that no conclusion had been reached. Pellam has called our account sensational.",
                  "no_bearing"),
        ),
    ),
    # --- English: layoffs, leaked again by a second newsroom with its own sources
    Story(
        "second newsroom", "en", "Varnley Games", ("Varnley Games", "Varnley"), "Pixel Post",
        "Varnley Games is preparing to lay off 300 developers and close its Leeford studio",
        "flat_denial", "The report is false. No layoffs are planned and Leeford stays open", "2025-10-01T09:00:00",
        (
            Later("2025-10-15T09:00:00", "Metro Wire", "wire", "Exclusive: Varnley set date for studio layoffs in September - sources",
                  "Varnley Games told managers on Sept. 18 to prepare lists of developers to be laid off at its Leeford studio, three people with direct knowledge told Metro Wire, two weeks before the company denied any such plan.\n\nThe people, who had not spoken to other media, asked not to be named. Varnley declined to comment.",
                  "undercuts", 3, own=("Varnley Games told managers on Sept. 18 to prepare lists of developers to be laid off at its Leeford studio", "anonymous")),
            Later("2025-10-02T09:00:00", "Metro Wire", "wire", "Varnley to lay off 300 developers - Pixel Post",
                  "Varnley Games is preparing to lay off 300 developers and to shut its Leeford studio, Pixel Post reported on Wednesday, citing two people. Metro Wire could not verify the report.\n\nVarnley called it false.",
                  "no_bearing"),
            Later("2025-11-05T18:00:00", "Channel Nine", "broadcast", "Former Varnley studio head speaks",
                  "PRESENTER: Until last week Ada Munro was head of the Varnley studio in Leeford. She has never spoken about the layoffs before.\n\nMUNRO: I wrote the list myself. I received the order to lay off my developers on 18 September, by e-mail, and I handed in the list on 26 September.\n\nPRESENTER: The company said on 1 October that no layoffs were planned.",
                  "undercuts", 2),
        ),
    ),
    # --- English: a newspaper takes its story back; another corrects a detail only
    Story(
        "retraction", "en", "Quorn Dairy", ("Quorn Dairy",), "Shire Echo",
        "Quorn Dairy added starch to yoghurt sold as pure",
        "flat_denial", "This is untrue. There is no starch in our yoghurt", "2025-03-03T09:00:00",
        (
            Later("2025-03-10T09:00:00", "Shire Echo", "newspaper", "Corrections",
                  "Our report of 3 March on Quorn Dairy gave the wrong age for its founder, who is 61, not 71. It also misspelt the name of the village of Hale. The rest of the report stands.",
                  "no_bearing"),
            Later("2025-06-10T09:00:00", "Shire Echo", "newspaper", "Quorn Dairy: an apology",
                  "On 3 March we reported that Quorn Dairy added starch to yoghurt sold as pure. That report was wrong and we withdraw it.\n\nThe laboratory on whose certificate we relied has told us that the samples were mixed up. There was no starch in the yoghurt. We apologise to the company and to our readers.",
                  "confirms", 1),
        ),
    ),
    # --- French: restructuring document bears the company's own figure out; a strike report does not
    Story(
        "chiffre", "fr", "Cartonnerie Bressac", ("Cartonnerie Bressac", "Bressac"), "La Gazette des Monts",
        "La Cartonnerie Bressac va supprimer 640 postes dans ses deux usines",
        "specific_denial", "Le chiffre de 640 est faux, il y aura 280 suppressions de postes", "2025-01-14T09:00:00",
        (
            Later("2025-01-20T09:00:00", "Radio des Monts", "broadcast", "Bressac : les salariés dans la rue",
                  "Un millier de salariés ont défilé contre les 640 suppressions de postes annoncées par La Gazette des Monts. La direction parle toujours de 280 postes.",
                  "no_bearing"),
            Later("2025-03-04T09:00:00", "Registre des plans sociaux", "filing", "Cartonnerie Bressac SA – document d’information",
                  "Le projet de réorganisation de la Cartonnerie Bressac prévoit la suppression de 280 postes, dont 150 à Montreval et 130 à Aubelle. Le document a été remis au comité le 3 mars 2025.",
                  "confirms", 1),
        ),
    ),
    # --- French: court judgment; time-bound denial whose decision came before
    Story(
        "jugement", "fr", "Transports Galibier", ("Transports Galibier", "Galibier"), "Le Messager du Rhône",
        "Les Transports Galibier ont versé des pots-de-vin à un élu pour obtenir le marché des bus",
        "flat_denial", "Aucun versement n’a jamais été effectué, ces accusations sont mensongères", "2024-11-05T09:00:00",
        (
            Later("2025-07-01T09:00:00", "Tribunal correctionnel de Valmont", "court", "Jugement du 1er juillet 2025 – Transports Galibier",
                  "Le tribunal condamne la société Transports Galibier à une amende de 900 000 euros pour corruption.\n\nIl est établi que la société a versé à un élu, entre mars et septembre 2024, trois pots-de-vin pour un total de 210 000 euros afin d’obtenir le marché des bus.",
                  "undercuts", 1),
            Later("2025-07-01T09:00:00", "Tribunal correctionnel de Valmont", "court", "Jugement du 1er juillet 2025 – Transports Galibier",
                  "Le tribunal relaxe la société Transports Galibier.\n\nAucun élément du dossier n’établit que la société ait versé un pot-de-vin à un élu pour obtenir le marché des bus. L’accusation est infondée.",
                  "confirms", 1),
            Later("2024-12-01T09:00:00", "Tribunal de commerce de Valmont", "court", "Ordonnance – Transports Galibier contre Le Messager du Rhône",
                  "La demande de la société Transports Galibier tendant au retrait de l’article est rejetée. Le juge ne se prononce pas sur l’exactitude des faits rapportés.",
                  "no_bearing"),
        ),
    ),
    # --- German: closing a plant, "derzeit"; decided only after a fire, or decided before
    Story(
        "werk", "de", "Hollbrück Papier AG", ("Hollbrück Papier AG", "Hollbrück"), "Elbtal Zeitung",
        "Hollbrück Papier will das Werk Sandau im kommenden Jahr schließen",
        "time_bound_denial", "Eine Schließung des Werks Sandau ist derzeit nicht geplant", "2025-02-11T09:00:00",
        (
            Later("2025-09-30T07:00:00", "Hollbrück Papier AG", "press_release", "Hollbrück Papier schließt Werk Sandau",
                  "Die Hollbrück Papier AG wird ihr Werk Sandau zum Jahresende schließen. Das hat der Vorstand gestern beschlossen.\n\nNach dem Brand vom 2. August 2025, der die Papiermaschine zerstörte, haben sich die Umstände grundlegend verändert. Bis dahin war eine Modernisierung vorgesehen.",
                  "overtaken", 1),
            Later("2025-09-30T07:00:00", "Hollbrück Papier AG", "press_release", "Hollbrück Papier schließt Werk Sandau",
                  "Die Hollbrück Papier AG wird ihr Werk Sandau zum Jahresende schließen. Der Vorstand hatte die Schließung bereits am 20. Januar 2025 beschlossen; die Belegschaft wurde heute unterrichtet.",
                  "undercuts", 1),
            Later("2025-04-30T07:00:00", "Hollbrück Papier AG", "press_release", "Hollbrück Papier: Umsatz im ersten Quartal gestiegen",
                  "Die Hollbrück Papier AG hat im ersten Quartal 210 Millionen Euro umgesetzt, fünf Prozent mehr als vor einem Jahr. Der Vorstand hat am 25. Januar eine höhere Dividende beschlossen.",
                  None),
        ),
    ),
    # --- Spanish: data breach, "no tenemos constancia"; the notice to the regulator
    Story(
        "brecha", "es", "Clínicas Alborada", ("Clínicas Alborada", "Alborada"), "El Faro de Levante",
        "Unos piratas informáticos han robado datos de pacientes de Clínicas Alborada",
        "unaware", "No tenemos constancia de ningún acceso no autorizado a nuestros sistemas", "2025-05-12T09:00:00",
        (
            Later("2025-07-20T09:00:00", "Agencia de Datos", "filing", "Clínicas Alborada: comunicación de brecha de seguridad",
                  "Clínicas Alborada comunica a sus pacientes que un tercero accedió a nuestros sistemas y copió datos de pacientes.\n\nNuestro equipo detectó el acceso el 2 de mayo de 2025 y contrató a una empresa forense el 5 de mayo.",
                  "undercuts", 1),
            Later("2025-07-20T09:00:00", "Agencia de Datos", "press_release", "La Agencia archiva el caso de Clínicas Alborada",
                  "La Agencia de Datos ha archivado la investigación sobre el supuesto robo de datos de pacientes de Clínicas Alborada.\n\nNo se ha encontrado ningún indicio de acceso no autorizado: los ficheros puestos a la venta eran falsos y no proceden de la compañía.",
                  "confirms", 1),
        ),
    ),
    # --- Portuguese: sale of a unit, "nada decidido"; sold later
    Story(
        "venda", "pt", "Moinhos Araguari", ("Moinhos Araguari", "Araguari"), "Gazeta do Planalto",
        "A Moinhos Araguari decidiu vender a divisão de rações ao grupo Serrado por 700 milhões de reais",
        "undecided", "Não há decisão tomada sobre a divisão de rações", "2025-03-18T09:00:00",
        (
            Later("2025-10-06T09:00:00", "Bolsa – fatos relevantes", "filing", "Moinhos Araguari: alienação da divisão de rações",
                  "A Moinhos Araguari comunica aos seus acionistas que o conselho de administração aprovou hoje a venda da divisão de rações ao grupo Serrado por 690 milhões de reais.\n\nA proposta foi recebida em 15 de setembro, depois da perda de um contrato em julho que alterou o plano da companhia.",
                  "overtaken", 1),
            Later("2025-10-06T09:00:00", "Bolsa – fatos relevantes", "filing", "Moinhos Araguari: alienação da divisão de rações",
                  "A Moinhos Araguari comunica a conclusão da venda da divisão de rações ao grupo Serrado.\n\nO contrato de venda foi assinado em 27 de fevereiro de 2025, tendo o conselho aprovado a operação na véspera.",
                  "undercuts", 1),
        ),
    ),
    # --- Italian: whistle-blower on the record, and a retraction
    Story(
        "olio", "it", "Frantoi Valdese", ("Frantoi Valdese", "Valdese"), "Il Corriere del Lago",
        "Frantoi Valdese ha venduto come italiano olio importato",
        "flat_denial", "È falso: tutto il nostro olio è italiano", "2025-02-03T09:00:00",
        (
            Later("2025-05-15T09:00:00", "Telelago", "broadcast", "Parla l’ex direttore di Frantoi Valdese",
                  "Per la prima volta parla Bruno Satta, ex direttore dello stabilimento di Frantoi Valdese.\n\n«Ho firmato io i documenti di importazione dell’olio, il 12 novembre 2024. Ho visto le cisterne arrivare dall’estero e l’olio finire nelle bottiglie con scritto italiano», dice.",
                  "undercuts", 2),
            Later("2025-04-02T09:00:00", "Il Corriere del Lago", "newspaper", "Rettifica",
                  "Il 3 febbraio abbiamo scritto che Frantoi Valdese ha venduto come italiano olio importato. La notizia è falsa e la ritiriamo: i documenti su cui si basava erano stati contraffatti. Non c’è stata alcuna vendita di olio importato. Ci scusiamo con l’azienda e con i lettori.",
                  "confirms", 1),
        ),
    ),
    # --- Japanese: recall, denied; ministry finds; exchange form overtaken
    Story(
        "リコール", "ja", "北凛モータース", ("北凛モータース", "Hokurin Motors"), "東湾新聞",
        "北凛モータースがブレーキの欠陥を把握しながらリコールを届け出ていなかった",
        "flat_denial", "ブレーキに欠陥はなく、報道は事実ではありません", "2025-06-02T09:00:00",
        (
            Later("2025-10-10T06:00:00", "運輸安全省", "press_release", "北凛モータースに対する行政処分について",
                  "運輸安全省は、北凛モータース株式会社に対し、ブレーキの欠陥についてリコールの届出を怠ったとして行政処分を行った。\n\n調査の結果、同社は2025年3月14日にブレーキの欠陥を把握していたことが判明した。",
                  "undercuts", 1),
            Later("2025-06-03T06:00:00", "西海通信", "wire", "北凛モータース、欠陥報道を否定",
                  "北凛モータースは2日、ブレーキの欠陥を把握しながらリコールを届け出ていなかったとする東湾新聞の報道を否定した。同社は「欠陥はない」としている。",
                  "no_bearing"),
        ),
    ),
    # --- Chinese: investigation denied; correction retracts
    Story(
        "裁员", "zh", "澄江科技", ("澄江科技", "Chengjiang Tech"), "南渡商报",
        "澄江科技计划裁员三千人",
        "flat_denial", "公司没有裁员计划，相关报道不实", "2025-08-04T09:00:00",
        (
            Later("2025-09-12T09:00:00", "南渡商报", "newspaper", "更正与致歉",
                  "本报8月4日刊发的《澄江科技计划裁员三千人》一文失实，现予撤回。经核实，所引用的内部文件系伪造，澄江科技并无裁员计划。本报向该公司及读者致歉。",
                  "confirms", 1),
            Later("2025-11-20T09:00:00", "证券交易所公告", "filing", "澄江科技：关于组织调整的公告",
                  "本公司董事会公告如下：公司将裁员2900人。该裁员方案已于2025年7月15日经董事会审议通过，现予以披露。",
                  "undercuts", 1),
        ),
    ),
    # --- Korean: sale of a stake, undecided then decided
    Story(
        "매각", "ko", "한빛해운", ("한빛해운", "Hanbit Shipping"), "도성일보",
        "한빛해운이 물류 자회사를 사모펀드에 매각하기로 결정했다",
        "undecided", "자회사 매각과 관련해 결정된 바 없다", "2025-04-01T09:00:00",
        (
            Later("2025-11-03T09:00:00", "증권거래소 공시", "filing", "한빛해운: 자회사 지분 매각 결정",
                  "당사는 금일 이사회에서 물류 자회사 지분을 사모펀드에 매각하기로 결의하였습니다.\n\n2025년 8월 주요 화주와의 계약이 해지되면서 사업 환경이 급격히 변화하여 9월 매각을 검토하기 시작하였습니다.",
                  "overtaken", 1),
            Later("2025-11-03T09:00:00", "증권거래소 공시", "filing", "한빛해운: 자회사 지분 매각 관련",
                  "당사는 물류 자회사 지분을 사모펀드에 매각하기로 2025년 3월 10일 이사회에서 결의하였으며 이를 뒤늦게 공시합니다.",
                  "undercuts", 1),
        ),
    ),
    # --- a sister company's paper under the same group name is another matter
    Story(
        "sister", "en", "Orland Toys", ("Orland Toys", "Orland Textiles", "Orland Group"), "Morning Standard",
        "Magnets in the Orland Toys building set Zip have come loose and injured four children",
        "non_denial", "Safety is at the heart of everything we make", "2025-09-01T09:00:00",
        (
            Later("2025-11-01T09:00:00", "Consumer Safety Office", "press_release", "Recall: Orland Textiles blankets",
                  "Orland Textiles, a company of the Orland Group, is recalling 4,000 blankets because buttons can come loose and injure small children. Two injuries were reported in July.",
                  None),
        ),
    ),
]  # fmt: skip
