"""Refusals, silences, posts and papers put otherwise: (language, kind, outlet, title, text, answers). All names are invented."""

# fmt: off
Row = tuple[str, str, str, str, str, tuple[tuple[str, str], ...]]

ROWS: list[Row] = [
    ("en", "newspaper", "Dale Argus", "Hollow Lane Foods owes growers 4m", "Hollow Lane Foods owes its growers 4 million, a letter seen by the Argus shows.\n\nHollow Lane, asked on Friday what it owed, gave us the number of its solicitors.", (("Hollow Lane", "no_comment"),)),
    ("en", "newspaper", "Dale Argus", "Hollow Lane Foods owes growers 4m", "Hollow Lane Foods owes its growers 4 million, a letter seen by the Argus shows.\n\nFinance director Una Quill listened to the question and hung up.", (("Hollow Lane", "no_comment"),)),
    ("en", "newspaper", "Dale Argus", "Hollow Lane Foods owes growers 4m", "Hollow Lane Foods owes its growers 4 million, a letter seen by the Argus shows.\n\nHollow Lane would say only that it obeys the law of the land.", (("Hollow Lane", "no_comment"),)),
    ("en", "newspaper", "Dale Argus", "Hollow Lane Foods to sell its mill", "Hollow Lane Foods is to sell its mill at Orme, two people with knowledge of the plan told the Argus.\n\n“Twelve sites were looked at,” the production director, Una Quill, grumbled. “We have settled on none.”", (("Hollow Lane", "undecided"),)),
    ("en", "newspaper", "Dale Argus", "Hollow Lane Foods to sell its mill", "Hollow Lane Foods is to sell its mill at Orme, two people with knowledge of the plan told the Argus.\n\nHollow Lane’s chairman, Ivo Peck, does not dispute it: “We are selling Orme, and the staff were told on Monday.”", (("Hollow Lane", "confirmation"),)),
    ("de", "newspaper", "Talbote", "Zahlt Ostrau Guss keine Löhne?", "Ostrau Guss hat im Mai keine Löhne gezahlt, berichtet der Kreiskurier.\n\nBei Ostrau Guss bestreitet das niemand.", (("Ostrau Guss", "confirmation"),)),
    ("en", "filing", "Exchange News Service", "Larne Cable plc: Movement in share price", "The Board of Larne Cable plc notes the recent rise in the Company's share price.\n\nThe Board knows of no reason for the rise.", (("Larne Cable", "unaware"),)),
    ("en", "filing", "Exchange News Service", "Larne Cable plc: Other events", "A newspaper published on 3 May a report that Larne Cable plc (the \"Registrant\") had asked its lenders for more time.\n\nThe Registrant has paid its lenders on the agreed dates. It has asked for no extension.", (("Larne Cable", "flat_denial"),)),
    ("de", "filing", "Pflichtmitteilung", "Ostrau Guss AG: Stellungnahme zu Presseberichten", "Die Ostrau Guss AG nimmt die Berichterstattung vom heutigen Tag zur Kenntnis.\n\nDie Gesellschaft bestätigt, dass sie mit einem Investor Gespräche führt.", (("Ostrau Guss", "confirmation"),)),
    ("es", "filing", "Avisos de Bolsa", "Banco Tirso: Información sobre la junta", "Ante las noticias publicadas hoy, Banco Tirso comunica lo siguiente.\n\nLa sociedad confirma que su junta general se celebrará el 4 de junio.", ()),
    ("en", "newspaper", "Dale Argus", "Who makes the blue dye?", "Hollow Lane Foods is said to have let dye into the Orme, a letter seen by the Argus shows.\n\nBrassey’s people had not come back to us by Friday night.", (("Brassey", "no_response"),)),
    ("de", "newspaper", "Talbote", "Zahlt Ostrau Guss keine Löhne?", "Ostrau Guss hat im Mai keine Löhne gezahlt, berichtet der Kreiskurier.\n\nOstrau Guss teilte mit, zu Lohnfragen gebe man keine Auskunft.", (("Ostrau Guss", "no_comment"),)),
    ("fr", "newspaper", "Courrier du Lac", "Velmer céderait ses moulins", "Le groupe Velmer céderait ses moulins, selon deux sources proches du dossier.\n\nVelmer a opposé une fin de non-recevoir à nos demandes.", (("Velmer", "no_comment"),)),
    ("it", "newspaper", "Il Corriere del Lago", "Rovago Cantieri vicina a Tessena", "Rovago Cantieri sta per comprare Tessena, scrive La Gazzetta del Porto.\n\nRovago Cantieri non ha presentato alcuna offerta. Lo ha detto il presidente, Elio Mandra.", (("Rovago", "flat_denial"),)),
    ("es", "newspaper", "El Diario del Puerto", "Navieras Lumbre despedirá a 300", "Navieras Lumbre despedirá a 300 marinos, según fuentes del sector.\n\n«Son cuarenta, y todos se jubilan», aclaró la directora general, Rosa Milán. Negó también que se vendan barcos.", (("Navieras Lumbre", "flat_denial"),)),
]  # fmt: skip
