"""How companies answer in German, French, Spanish, Italian and Portuguese: each news with many answers to it. All invented.

By language, a text: a line that begins with "@" has the company's name, the headline and the lead; each line behind it the
kind of answer and the paragraph that follows the lead. "nothing": nobody answers in it.
"""

TEXTS: dict[str, str] = {
    "de": """
@ Rüthgen | Insider: Rüthgen Pharma vor Verkauf der Tiersparte | Der Arzneimittelhersteller Rüthgen Pharma führt Gespräche über einen Verkauf seiner Tierarzneisparte, wie zwei mit den Plänen vertraute Personen sagten.
flat_denial | Das Unternehmen trat dem entgegen: Es gebe weder Gespräche noch Interessenten.
flat_denial | „An dieser Meldung stimmt kein einziges Wort“, so Finanzvorstand Ole Hanssen.
flat_denial | Bei Rüthgen hieß es dazu, man habe mit niemandem über die Sparte gesprochen.
flat_denial | Von einem Verkauf könne keine Rede sein, ließ das Unternehmen am Abend wissen.
flat_denial | Eine Konzernsprecherin stellte in Abrede, dass verhandelt werde.
flat_denial | Vorstandschef Jörg Mielke wischte den Bericht beiseite: „Wir verkaufen gar nichts, und schon gar nicht die Tiermedizin.“
time_bound_denial | „Ein Verkauf steht gegenwärtig nicht zur Debatte“, schrieb die Pressestelle auf Anfrage.
time_bound_denial | Laut Rüthgen ist derzeit keine Trennung von der Sparte vorgesehen.
undecided | Über die Zukunft der Sparte sei noch nicht entschieden worden, teilte der Konzern mit. Alle Optionen würden geprüft.
no_comment | Rüthgen mochte sich zu dem Vorgang nicht einlassen.
no_comment | „Zu Marktgerüchten nehmen wir grundsätzlich keine Stellung“, sagte ein Sprecher.
no_comment | Das Unternehmen hüllt sich in Schweigen.
no_response | Eine Anfrage der Redaktion beantwortete Rüthgen bis Redaktionsschluss nicht.
no_response | Rüthgen Pharma war am Sonntagabend für eine Stellungnahme nicht zu erreichen.
confirmation | Rüthgen bestätigte am Freitag, dass Gespräche mit mehreren Interessenten laufen.
nothing | Analyst Peter Voss von der Privatbank Harke hält einen Verkauf für unwahrscheinlich. „Das wäre nicht klug“, sagte er.
nothing | Im März hatte Rüthgen noch erklärt, die Sparte stehe nicht zum Verkauf.
@ Kaltwasser | Modekette Kaltwasser streicht 400 Stellen | Die Modekette Kaltwasser will nach Informationen der „Elbpost“ 400 Stellen in der Verwaltung streichen.
flat_denial | Ein Sprecher der Kette wies das zurück. Kein Arbeitsplatz stehe zur Disposition, sagte er.
flat_denial | „Das entbehrt jeder Grundlage“, teilte Personalvorständin Heike Dorn mit.
specific_denial | Zwar werde umgebaut, räumte eine Sprecherin ein, die Zahl 400 sei aber aus der Luft gegriffen.
specific_denial | „Es sind nicht 400, sondern 60 Stellen“, korrigierte Finanzchef Lars Timm.
non_denial | Kaltwasser sprach von „Stimmungsmache auf dem Rücken der Belegschaft“.
non_denial | „Das sind Spekulationen, an denen wir uns nicht beteiligen“, sagte eine Sprecherin der Kette.
undecided | „Der Aufsichtsrat hat darüber noch gar nicht beraten“, sagte Firmenchefin Ute Mohn.
unaware | „Mir liegt kein solcher Plan vor“, sagte Personalchef Dirk Haas der Nachrichtenagentur.
no_comment | Wie viele Stellen betroffen sind, wollte die Kette nicht verraten.
no_comment | Kaltwasser ließ die Frage nach den Stellen offen.
confirmation | Das Unternehmen räumte den Abbau ein: Man komme um den Schritt nicht herum.
nothing | Die Gewerkschaft wies Vorwürfe zurück, sie habe die Zahlen durchgestochen.
nothing | Das Arbeitsgericht wies die Klage eines Filialleiters gegen Kaltwasser ab.
@ Quellental | Keime im Wasser? Vorwürfe gegen Quellental | Der Mineralbrunnen Quellental soll monatelang mit Keimen belastetes Wasser abgefüllt haben. Das berichten drei frühere Mitarbeiter.
flat_denial | Der Brunnenbetrieb bestreitet die Vorwürfe vehement. „Unser Wasser war zu jedem Zeitpunkt einwandfrei“, heißt es in einer Stellungnahme.
flat_denial | Geschäftsführerin Anja Reh beteuert, keine einzige Flasche mit Keimen habe das Werk verlassen.
flat_denial | „Solche Befunde hat es bei uns nie gegeben“, sagt Betriebsleiter Kurt Daum.
flat_denial | Die Vorwürfe träfen nicht zu, heißt es aus dem Unternehmen.
unaware | Hinweise auf Keime lägen dem Betrieb nicht vor, erklärte Quellental.
non_denial | „Qualität hat bei uns oberste Priorität“, erklärte Quellental schriftlich.
no_response | Mehrere Anrufe in der Zentrale von Quellental blieben ohne Ergebnis.
no_response | Bis zum Abend lag von Quellental keine Antwort vor.
confirmation | „Ja, es gab im Frühjahr drei positive Proben“, gab Geschäftsführerin Anja Reh zu.
specific_denial | Nur eine Charge sei betroffen gewesen, nicht die gesamte Produktion, betonte eine Quellental-Sprecherin.
nothing | Der Bürgermeister sagte, er trinke das Wasser weiter und habe keine Angst.
@ Nordatex | Nordatex-Chefin Rau vor dem Abgang | Sabine Rau, Chefin des Softwareanbieters Nordatex, soll das Unternehmen im Sommer verlassen, schreibt das „Depotblatt“ unter Berufung auf Aufsichtsratskreise.
flat_denial | „Ich bleibe“, sagte Rau am Dienstag vor Journalisten.
flat_denial | Aufsichtsratschef Horst Pohl trat den Gerüchten entgegen. Rau habe einen Vertrag bis 2029 und genieße das volle Vertrauen des Gremiums.
flat_denial | Ein Wechsel an der Spitze stehe nicht an, hieß es am Firmensitz in Kiel.
no_comment | Nordatex äußerte sich auf Nachfrage nicht zu Personalfragen.
no_comment | Rau selbst reagierte ausweichend. „Fragen Sie mich im Sommer noch einmal“, sagte sie.
confirmation | Nordatex bestätigte den Abgang noch am selben Tag.
@ Hartwich | Kreise: Baustoffkonzern Hartwich prüft Verkauf des Ziegelgeschäfts | Der Baustoffkonzern Hartwich prüft nach Angaben von drei Insidern den Verkauf seines Ziegelgeschäfts.
flat_denial | Hartwich verneint das. Man habe nichts dergleichen vor.
flat_denial | Finanzchefin Petra Unruh wurde deutlich. „Wir sprechen mit niemandem, und wir suchen auch niemanden“, sagte sie.
flat_denial | Ein Verkauf sei ausgeschlossen, betonte Hartwich-Chef Olaf Brink.
flat_denial | Dass es Gespräche gegeben habe, bestreitet der Konzern.
flat_denial | „Nichts davon ist richtig“, erklärte das Unternehmen auf Anfrage dieser Zeitung.
flat_denial | Mitnichten, sagt Vorstandssprecher Jens Olk: Das Geschäft stehe nicht zum Verkauf.
time_bound_denial | „Aktuell gibt es keine solchen Überlegungen“, sagte eine Sprecherin.
undecided | Der Vorstand habe sich noch nicht festgelegt, sagte ein Sprecher.
unaware | Der Konzern zeigte sich überrascht; von Gesprächen wisse man nichts.
no_comment | Hartwich wollte die Informationen nicht kommentieren.
no_comment | Der Konzern lehnte jede Stellungnahme ab.
no_comment | Kein Kommentar, hieß es bei Hartwich.
no_response | Von Hartwich war am Freitag zunächst niemand zu erreichen.
no_response | Der Konzern ließ Fragen der Redaktion unbeantwortet.
confirmation | „Ja, wir reden mit Interessenten“, sagte Vorstandschef Olaf Brink.
confirmation | Hartwich räumte am Abend Gespräche ein.
nothing | Der Betriebsrat zeigte sich überrascht; von Gesprächen wisse man nichts.
nothing | Das Oberlandesgericht hat die Beschwerde des Konzerns verworfen.
@ Lindauer | Lindauer Backwaren: Mitarbeiter klagen über nicht gezahlte Zuschläge | Die Großbäckerei Lindauer Backwaren soll Nachtzuschläge über Jahre nicht gezahlt haben, sagen ehemalige Beschäftigte.
flat_denial | Die Bäckerei widerspricht: Sämtliche Zuschläge seien pünktlich überwiesen worden.
flat_denial | „Wir haben jeden Cent gezahlt“, sagt Firmeninhaber Georg Lindauer.
flat_denial | Seniorchef Georg Lindauer nennt die Vorwürfe „blanken Unsinn“.
flat_denial | Das sei so nicht richtig, teilte die Geschäftsleitung mit.
flat_denial | Die Geschäftsführung weist die Darstellung der früheren Beschäftigten entschieden zurück.
non_denial | „Da will sich jemand wichtig machen“, sagt Firmenchef Georg Lindauer.
no_comment | Zu Einzelfällen könne man aus Datenschutzgründen nichts sagen, teilte die Bäckerei mit.
no_comment | Inhaber Georg Lindauer winkte auf Nachfrage nur ab und legte auf.
no_response | Eine Bitte um Stellungnahme ließ die Bäckerei bislang unbeantwortet.
confirmation | „Da ist uns ein Fehler unterlaufen“, sagte Firmeninhaber Georg Lindauer.
@ Elbtor | Elbtor-Reederei droht offenbar die Insolvenz | Der Elbtor-Reederei geht offenbar das Geld aus. Zwei Gläubiger berichten von unbezahlten Rechnungen.
flat_denial | Die Reederei tritt Spekulationen über eine Schieflage entgegen. „Wir sind durchfinanziert“, sagte Finanzvorstand Karl Moor.
flat_denial | Alle Rechnungen würden fristgerecht beglichen, betonte ein Reedereisprecher.
flat_denial | „Wer das behauptet, hat unsere Bilanz nicht gelesen. Wir sind zahlungsfähig“, sagte Finanzvorstand Karl Moor.
no_comment | Die Reederei wollte ihre Finanzlage nicht erörtern.
no_response | Bei der Reederei ging am Wochenende niemand ans Telefon.
""",
    "fr": """
@ Valcourtin | Valcourtin négocie la vente de sa filiale nautique | Le groupe Valcourtin est en pourparlers pour céder sa filiale nautique à un fonds luxembourgeois, selon deux sources proches du dossier.
flat_denial | L'entreprise oppose un démenti formel : aucune discussion n'a été engagée.
flat_denial | « Il n'y a pas un mot de vrai dans cette histoire », s'agace Bruno Faure, directeur financier du groupe.
flat_denial | Contacté, le groupe assure qu'il n'a jamais été question de céder la filiale.
flat_denial | Valcourtin a fait savoir dans la soirée que sa filiale n'était pas à vendre.
flat_denial | Du côté de Valcourtin, on jure n'avoir rencontré aucun acquéreur.
flat_denial | La présidente, Élise Marchal, a coupé court aux rumeurs : « Nous gardons le nautique. Point final. »
flat_denial | « Ces informations sont dénuées de tout fondement », a réagi un porte-parole.
time_bound_denial | « Une cession n'est pas d'actualité », a répondu la direction de la communication.
time_bound_denial | À ce stade, le groupe n'étudie aucune cession, a-t-il indiqué dans un courriel.
undecided | Aucun arbitrage n'a encore été rendu, précise-t-on au siège.
unaware | Le directeur général dit « tomber des nues » et ne pas avoir connaissance d'un tel dossier.
no_comment | Sollicité, Valcourtin s'est refusé à tout commentaire.
no_comment | « Nous ne commentons jamais les rumeurs de marché », a indiqué une porte-parole.
no_comment | Le groupe n'a souhaité ni confirmer ni infirmer.
no_response | Valcourtin n'avait pas donné suite à nos sollicitations vendredi soir.
no_response | Malgré plusieurs relances, le groupe est resté silencieux.
confirmation | Le groupe a confirmé jeudi être en discussions exclusives avec un fonds.
nothing | Pour l'analyste Marc Didier, une vente n'aurait « aucun sens ».
nothing | En mars, Valcourtin avait démenti vouloir vendre la filiale.
@ Brunelle | Brunelle Cosmétiques s'apprête à fermer son site de Chartres | Le fabricant Brunelle Cosmétiques fermera son site de Chartres à l'automne, affirment des salariés sous couvert d'anonymat.
flat_denial | Il n'en est pas question, tranche la directrice du site, Sophie Lemaire.
flat_denial | La direction dément catégoriquement ces affirmations.
flat_denial | « Le site de Chartres ne fermera pas », martèle son directeur, Luc Pernet.
flat_denial | Brunelle récuse toute fermeture et évoque au contraire des embauches.
specific_denial | La direction reconnaît une baisse d'activité mais conteste toute fermeture.
specific_denial | « Ce ne sont pas 200 postes mais 35 qui sont concernés », rectifie la DRH, Anne Bory.
non_denial | L'entreprise dénonce « une campagne de déstabilisation ».
non_denial | « Nous déplorons que des bruits de couloir soient relayés sans vérification », écrit la société.
undecided | « Rien n'est arrêté », tempère Luc Pernet, directeur du site.
no_comment | Interrogée sur l'avenir du site, la direction élude.
no_comment | Brunelle n'a pas voulu s'exprimer sur le sujet.
no_response | Jointe à plusieurs reprises, Brunelle n'a pas retourné nos appels.
no_response | Les questions adressées à Brunelle n'ont reçu aucune réponse.
confirmation | La fermeture aura bien lieu, a admis la direction devant les élus du personnel.
nothing | Le maire, Jean Roy, ne croit pas à une fermeture. « Ce n'est pas sérieux », dit-il.
nothing | Le tribunal a rejeté la demande de Brunelle.
@ Sartène | Eau souillée : d'anciens employés accusent la Source Sartène | La société Source Sartène aurait mis en bouteille une eau contaminée pendant des mois, selon trois anciens employés.
flat_denial | La société s'inscrit en faux contre ces accusations. « Toutes nos analyses sont conformes », assure son directeur qualité.
flat_denial | « Jamais une bouteille contaminée n'est sortie de nos chaînes », affirme le directeur, Paul Ricci.
unaware | L'entreprise affirme n'avoir relevé aucune anomalie.
unaware | « À ma connaissance, aucun incident n'a été signalé », déclare Paul Ricci, le directeur.
non_denial | « La santé des consommateurs est notre priorité absolue », répond la marque.
confirmation | « C'est vrai, nous avons eu un problème en avril », concède le directeur, Paul Ricci.
nothing | Les anciens employés n'ont pas voulu donner leur nom.
@ Delmaris | Delmaris : le patron sur le départ | Le directeur général de Delmaris, Yves Cottin, quittera l'assureur avant l'été, écrit La Gazette du Littoral.
flat_denial | « Je suis là et j'y reste », a lancé M. Cottin devant les actionnaires.
flat_denial | Le conseil d'administration a réaffirmé sa confiance à Yves Cottin et démenti tout départ.
no_comment | L'assureur se refuse à alimenter les spéculations.
@ Hautval | Matériaux Hautval chercherait à vendre ses briqueteries | Le groupe Matériaux Hautval chercherait à vendre ses briqueteries, d'après trois banquiers.
flat_denial | Hautval répond par la négative : ses briqueteries ne sont pas à céder.
flat_denial | Le directeur financier, Paul Anglade, est catégorique. « Nous ne discutons avec personne », dit-il.
flat_denial | Une vente est exclue, a insisté le patron de Hautval, Olivier Brun.
flat_denial | À en croire la direction, les briqueteries restent dans le giron du groupe.
flat_denial | Que des discussions aient eu lieu, le groupe le nie.
flat_denial | « Rien de tout cela n'est exact », a déclaré l'entreprise à notre rédaction.
flat_denial | Pas du tout, répond le président du directoire, Jean Olk : rien n'est à vendre.
time_bound_denial | « Il n'existe aujourd'hui aucune réflexion de ce type », a dit une porte-parole.
undecided | Le conseil n'a pas encore tranché, a fait valoir un porte-parole.
unaware | Le groupe se dit surpris et n'a eu vent d'aucune discussion.
no_comment | Hautval n'a pas tenu à réagir à ces informations.
no_comment | Le groupe a décliné toute demande d'entretien.
no_comment | « Pas de commentaire », répond-on chez Hautval.
no_response | Personne n'était joignable chez Hautval vendredi.
no_response | Le groupe a laissé nos questions sans réponse.
confirmation | « Oui, nous parlons avec des acquéreurs », a reconnu le président, Olivier Brun.
confirmation | Hautval a fini par reconnaître l'existence de discussions.
nothing | Le syndicat se dit surpris et n'a eu vent d'aucune discussion.
nothing | La cour d'appel a débouté le groupe de sa demande.
@ Lantin | Boulangeries Lantin : des salariés dénoncent des primes impayées | Les Boulangeries Lantin n'auraient pas payé les primes de nuit pendant des années, selon d'anciens salariés.
flat_denial | L'enseigne réplique que toutes les primes ont été versées à temps.
flat_denial | « Nous avons tout payé, au centime près », assure le gérant, Georges Lantin.
flat_denial | Le fondateur, Georges Lantin, parle d'« absurdités ».
flat_denial | Ce n'est pas ce qui s'est passé, corrige la direction.
flat_denial | La direction conteste fermement la version des anciens salariés.
non_denial | « Certains cherchent à se faire de la publicité », lâche le patron, Georges Lantin.
no_comment | La direction ne s'exprime pas sur les cas individuels.
no_comment | Le gérant, Georges Lantin, a raccroché.
no_response | Notre demande d'entretien n'a pas reçu de réponse de la part de l'enseigne.
confirmation | « Nous avons commis une erreur », a concédé le gérant, Georges Lantin.
@ Cap-Nord | L'armateur Cap-Nord au bord de la faillite | L'armateur Cap-Nord serait au bord de la faillite. Deux créanciers évoquent des factures impayées.
flat_denial | L'armateur s'emploie à rassurer. « Notre trésorerie est saine », affirme son directeur financier, Karl Moreau.
flat_denial | Aucune faillite ne menace, soutient Cap-Nord.
flat_denial | Toutes les factures sont réglées à l'échéance, garantit un porte-parole.
flat_denial | « Ceux qui disent cela n'ont pas lu nos comptes. Nous sommes solvables », a déclaré le directeur financier, Karl Moreau.
no_comment | L'armateur n'a pas souhaité évoquer ses finances.
no_response | Au siège de Cap-Nord, le téléphone sonnait dans le vide samedi.
confirmation | Le patron de Cap-Nord, Klaas Moreau, a avoué des difficultés de paiement.
""",
    "es": """
@ Oriel | Laboratorios Oriel negocia vender su división veterinaria | Laboratorios Oriel mantiene contactos para vender su división veterinaria, según dos personas al tanto de las conversaciones.
flat_denial | La compañía lo desmiente de forma tajante: no hay contactos ni comprador.
flat_denial | «Ni una sola palabra de esa noticia es cierta», zanjó el director financiero, Joaquín Prada.
flat_denial | Desde Oriel aseguran que no han hablado con nadie.
flat_denial | La farmacéutica negó que esté en conversaciones para desprenderse de la división.
flat_denial | «No vamos a vender nada», espetó la presidenta, Lucía Maroto, a la salida de la junta.
flat_denial | Oriel salió al paso de la información y subrayó que la división es estratégica y no se vende.
flat_denial | La empresa sostiene que jamás se ha planteado tal venta.
time_bound_denial | «Una venta no está encima de la mesa en estos momentos», indicó un portavoz.
time_bound_denial | Fuentes de la compañía precisan que por ahora no se contempla ninguna desinversión.
undecided | El grupo no ha adoptado ninguna decisión sobre la división, según comunicó a la CNMV.
unaware | Oriel dijo desconocer el origen de la información y no tener constancia de oferta alguna.
no_comment | La compañía eludió pronunciarse.
no_comment | «No hacemos comentarios sobre rumores de mercado», señaló una portavoz.
no_comment | Oriel prefirió guardar silencio.
no_response | Oriel no contestó a las preguntas de este periódico.
no_response | La empresa no había respondido al cierre de esta edición.
confirmation | Oriel confirmó este viernes que negocia con dos grupos.
nothing | Para el analista Raúl Pinto, la venta no tiene sentido.
nothing | En marzo, Oriel había negado que buscara comprador.
@ Tramuntal | Calzados Tramuntal cerrará su fábrica de Elda | La firma Calzados Tramuntal cerrará este otoño su fábrica de Elda, aseguran trabajadores que piden el anonimato.
flat_denial | La dirección rechaza de plano ese cierre.
flat_denial | «La fábrica de Elda no se cierra», recalca su director, Vicente Olmo.
flat_denial | Todo eso es falso, replica la gerente, Amparo Ferri.
flat_denial | La empresa descarta un cierre y recuerda que acaba de invertir tres millones.
specific_denial | La firma admite ajustes, pero niega el cierre.
non_denial | Tramuntal atribuye la noticia a «una campaña interesada de la competencia».
non_denial | «Lamentamos que se difundan rumores sin contrastar», afirma la compañía en una nota.
undecided | «No hay nada decidido», responde Vicente Olmo, director de la fábrica.
no_comment | Preguntada por el futuro de la planta, la dirección no quiso entrar en detalles.
no_comment | Tramuntal ha declinado hacer valoraciones.
no_response | Este diario intentó sin éxito recabar la versión de la empresa.
no_response | Al cierre de esta edición nadie de Tramuntal había atendido las llamadas.
confirmation | La empresa reconoció ayer que cerrará la planta.
nothing | El alcalde, Toni Mas, no cree que la fábrica cierre: «Nadie me ha dicho nada».
nothing | El juzgado desestimó el recurso de Tramuntal.
@ Fontalba | Exempleados acusan a Aguas Fontalba de embotellar agua contaminada | La embotelladora Aguas Fontalba habría vendido durante meses agua contaminada, según tres antiguos empleados.
flat_denial | La embotelladora tacha las acusaciones de infundadas.
flat_denial | «Jamás ha salido de aquí una botella contaminada», afirma el director, Pedro Lagos.
flat_denial | Según Fontalba, todas las analíticas dieron resultado conforme.
flat_denial | En una carta a sus distribuidores, la compañía califica el relato de «pura invención».
flat_denial | Las imputaciones carecen de veracidad, se lee en el comunicado de Fontalba.
non_denial | «La salud de nuestros clientes es lo primero», respondió la marca.
confirmation | «Es cierto, tuvimos un problema en abril», concedió Pedro Lagos, el director.
specific_denial | El problema afectó solo a un lote y no a toda la producción, puntualiza Fontalba.
nothing | Los antiguos empleados no quisieron dar su nombre.
@ Montebur | El consejero delegado de Montebur, a punto de salir | Íñigo Urrutia dejará antes del verano el cargo de consejero delegado de la aseguradora Montebur, publica El Noticiero del Norte.
flat_denial | El consejo cerró filas con Urrutia y negó cualquier relevo.
flat_denial | Montebur niega que haya prevista salida alguna.
no_comment | La aseguradora evitó alimentar las especulaciones.
confirmation | La aseguradora oficializó el relevo a media mañana.
@ Hornacal | Materiales Hornacal busca vender sus ladrilleras | El grupo Materiales Hornacal busca vender sus ladrilleras, de acuerdo con tres banqueros.
flat_denial | Hornacal lo niega: las ladrilleras no se venden.
flat_denial | El director financiero, Pablo Anglada, fue tajante. «No hablamos con nadie», dijo.
flat_denial | La venta está descartada, insistió el máximo responsable de Hornacal, Óscar Bruno.
flat_denial | Según la dirección, las ladrilleras seguirán en el grupo.
flat_denial | Que haya habido contactos lo desmiente el grupo.
flat_denial | «Nada de eso es exacto», respondió la empresa a preguntas de este diario.
flat_denial | Ni hablar, responde el presidente, Juan Olmo: no hay nada en venta.
time_bound_denial | «Hoy no existe ninguna reflexión de ese tipo», apuntó una portavoz.
unaware | El grupo se mostró sorprendido y dijo no saber nada de contactos.
no_comment | Hornacal no quiso valorar estas informaciones.
no_comment | El grupo declinó una petición de entrevista.
no_comment | «Sin comentarios», responden en Hornacal.
no_response | Nadie en Hornacal atendió el teléfono el viernes.
no_response | El grupo dejó sin contestar las preguntas de este diario.
confirmation | «Sí, hablamos con compradores», reconoció el presidente, Óscar Bruno.
confirmation | Hornacal terminó por admitir los contactos.
nothing | El sindicato se mostró sorprendido y dijo no saber nada de contactos.
nothing | La Audiencia rechazó el recurso del grupo.
@ Lantana | Panaderías Lantana: empleados denuncian pluses impagados | Panaderías Lantana no habría pagado los pluses nocturnos durante años, según exempleados.
flat_denial | La cadena replica que todos los pluses se abonaron puntualmente.
flat_denial | «Hemos pagado hasta el último céntimo», asegura el gerente, Jorge Lantana.
flat_denial | Eso no fue así, corrige la dirección.
flat_denial | La gerencia rebate la versión de los exempleados.
non_denial | «Hay quien busca notoriedad», deja caer el dueño, Jorge Lantana.
no_comment | La dirección no se pronuncia sobre casos individuales.
no_comment | El gerente, Jorge Lantana, colgó el teléfono.
no_response | Nuestra solicitud de entrevista no obtuvo respuesta de la cadena.
confirmation | «Cometimos un error», concedió el gerente, Jorge Lantana.
@ Cabo Norte | La naviera Cabo Norte, al borde de la quiebra | La naviera Cabo Norte estaría al borde de la quiebra. Dos acreedores hablan de facturas impagadas.
flat_denial | La naviera llama a la calma. «Nuestra tesorería está saneada», afirma su director financiero, Carlos Moro.
flat_denial | No hay riesgo de quiebra, sostiene Cabo Norte.
flat_denial | Todas las facturas se pagan a su vencimiento, garantiza un portavoz.
flat_denial | «Quienes dicen eso no han leído nuestras cuentas. Somos solventes», declaró el director financiero, Carlos Moro.
no_comment | La naviera no quiso hablar de sus finanzas.
no_response | En la sede de Cabo Norte el teléfono sonaba sin que nadie lo cogiera.
confirmation | El patrón de Cabo Norte, Nicolás Moro, confesó dificultades de pago.
""",
    "it": """
@ Arvello | Arvello Farmaceutici tratta la vendita della divisione veterinaria | La società Arvello Farmaceutici è in trattative per vendere la divisione veterinaria, secondo due persone a conoscenza del dossier.
flat_denial | L'azienda smentisce in modo netto: nessuna trattativa è in corso.
flat_denial | «Non c'è una sola parola di vero», sbotta il direttore finanziario, Luca Prandi.
flat_denial | Da Arvello assicurano di non aver parlato con nessuno.
flat_denial | Il gruppo ha negato di essere in trattativa per cedere la divisione.
flat_denial | «Non vendiamo niente», ha tagliato corto la presidente, Marta Solari, uscendo dall'assemblea.
flat_denial | Arvello precisa che la divisione è strategica e non è in vendita.
flat_denial | La società fa sapere di non aver mai preso in considerazione una cessione.
time_bound_denial | «Una cessione non è all'ordine del giorno», ha detto un portavoce.
time_bound_denial | Al momento non è prevista alcuna cessione, spiegano dall'azienda.
undecided | Il gruppo non ha assunto alcuna decisione sulla divisione, si legge in una nota.
unaware | Arvello dice di non essere al corrente di alcuna offerta.
no_comment | La società non ha voluto rilasciare commenti.
no_comment | «Non commentiamo le voci di mercato», ha risposto una portavoce.
no_comment | Arvello si è trincerata dietro il silenzio.
no_response | Arvello non ha risposto alle nostre domande.
no_response | Interpellata, la società non aveva replicato fino a tarda sera.
confirmation | Arvello ha confermato venerdì di trattare con due gruppi.
nothing | Per l'analista Carlo Binda la vendita non avrebbe senso.
nothing | A marzo Arvello aveva smentito di cercare un compratore.
@ Brentano | Calzaturificio Brentano chiude lo stabilimento di Fermo | Il Calzaturificio Brentano chiuderà in autunno lo stabilimento di Fermo, raccontano alcuni dipendenti che chiedono l'anonimato.
flat_denial | La direzione respinge con forza l'ipotesi.
flat_denial | «Lo stabilimento di Fermo non chiude», ribadisce il direttore, Ennio Valli.
flat_denial | È tutto falso, replica l'amministratrice delegata, Paola Corsi.
flat_denial | L'azienda esclude la chiusura e ricorda di aver appena investito tre milioni.
specific_denial | L'azienda ammette un calo degli ordini ma nega la chiusura.
specific_denial | «Gli esuberi non sono 200 ma 35», corregge la responsabile del personale, Ada Neri.
non_denial | Brentano parla di «una campagna orchestrata dai concorrenti».
non_denial | «Dispiace che si diano in pasto ai giornali voci incontrollate», scrive la società.
undecided | «Non c'è nulla di deciso», frena Ennio Valli, direttore dello stabilimento.
no_comment | Sul futuro dell'impianto la direzione non si sbilancia.
no_comment | Brentano ha preferito non commentare.
no_response | Le telefonate alla sede di Brentano sono andate a vuoto.
no_response | Fino a ieri sera nessuno di Brentano aveva risposto alle mail.
confirmation | L'azienda ha ammesso ieri che lo stabilimento chiuderà.
nothing | Il sindaco, Ugo Bassi, non crede alla chiusura: «Nessuno mi ha avvisato».
nothing | Il tribunale ha respinto il ricorso di Brentano.
@ Fontelara | Ex dipendenti accusano Acqua Fontelara: acqua contaminata | La società Acqua Fontelara avrebbe imbottigliato per mesi acqua contaminata, secondo tre ex dipendenti.
flat_denial | L'azienda bolla le accuse come infondate.
flat_denial | «Da qui non è mai uscita una bottiglia contaminata», afferma il direttore, Piero Laghi.
flat_denial | Secondo Fontelara tutte le analisi sono risultate conformi.
flat_denial | In una lettera ai distributori la società definisce il racconto «inventato di sana pianta».
flat_denial | Le accuse sono prive di riscontro, si legge nel comunicato di Fontelara.
unaware | L'azienda sostiene di non aver rilevato anomalie.
confirmation | «È vero, ad aprile abbiamo avuto un problema», concede Piero Laghi, il direttore.
specific_denial | Il problema ha riguardato un solo lotto, non l'intera produzione, puntualizza Fontelara.
nothing | Gli ex dipendenti non hanno voluto dare il nome.
@ Assimonte | Assimonte, l'ad verso l'uscita | Guido Ferraris lascerà prima dell'estate la guida della compagnia Assimonte, scrive Il Corriere del Lario.
flat_denial | Nessun cambio al vertice è previsto, chiarisce Assimonte.
no_comment | La compagnia ha evitato di alimentare le speculazioni.
confirmation | La compagnia ha ufficializzato l'uscita in mattinata.
@ Ornavasso | Materiali Ornavasso cerca compratori per le fornaci | Il gruppo Materiali Ornavasso cerca compratori per le sue fornaci, stando a tre banchieri.
flat_denial | Ornavasso nega: le fornaci non si vendono.
flat_denial | Il direttore finanziario, Paolo Anglati, è perentorio. «Non parliamo con nessuno», dice.
flat_denial | Che ci siano stati contatti il gruppo lo smentisce.
flat_denial | «Nulla di tutto ciò risponde al vero», ha dichiarato l'azienda alla nostra redazione.
flat_denial | Macché, risponde il presidente, Gianni Olmi: non c'è niente in vendita.
unaware | Il gruppo si dice sorpreso e afferma di non sapere nulla di contatti.
no_comment | Ornavasso non ha inteso commentare le indiscrezioni.
no_comment | Il gruppo ha declinato la richiesta di intervista.
no_comment | «No comment», rispondono da Ornavasso.
no_response | Venerdì nessuno in Ornavasso rispondeva al telefono.
no_response | Il gruppo ha lasciato senza risposta le nostre domande.
confirmation | «Sì, parliamo con dei compratori», ha riconosciuto il presidente, Oscar Bruni.
confirmation | Ornavasso ha infine ammesso i contatti.
nothing | Il sindacato si dice sorpreso e afferma di non sapere nulla di contatti.
nothing | La Corte d'appello ha rigettato il ricorso del gruppo.
@ Lantieri | Panifici Lantieri, i dipendenti: «Straordinari mai pagati» | I Panifici Lantieri non avrebbero pagato per anni le indennità notturne, dicono alcuni ex dipendenti.
flat_denial | La catena replica che tutte le indennità sono state versate puntualmente.
flat_denial | «Abbiamo pagato fino all'ultimo centesimo», assicura il titolare, Giorgio Lantieri.
flat_denial | Le cose non sono andate così, corregge la direzione.
flat_denial | La proprietà contesta la versione degli ex dipendenti.
non_denial | «C'è chi cerca notorietà», insinua il patron, Giorgio Lantieri.
no_comment | La direzione non si pronuncia sui singoli casi.
no_comment | Il titolare, Giorgio Lantieri, ha riattaccato.
no_response | La nostra richiesta di intervista non ha ricevuto risposta dalla catena.
confirmation | «Abbiamo commesso un errore», ha concesso il titolare, Giorgio Lantieri.
flat_denial | Tutte le fatture vengono pagate alla scadenza, garantisce un portavoce.
flat_denial | «Chi dice questo non ha letto i nostri conti. Siamo solvibili», ha dichiarato il direttore finanziario, Carlo Mori.
""",
    "pt": """
@ Vimar | Laboratórios Vimar negociam venda da área veterinária | O grupo Laboratórios Vimar está em conversações para vender a área veterinária, segundo duas pessoas a par do processo.
flat_denial | A empresa desmente de forma categórica: não há conversações nem comprador.
flat_denial | “Não há uma única palavra verdadeira nessa notícia”, atirou o diretor financeiro, Jorge Pires.
flat_denial | Na Vimar garantem que não falaram com ninguém.
flat_denial | A farmacêutica negou estar em negociações para se desfazer da área.
flat_denial | “Não vamos vender nada”, disse a presidente, Lúcia Matos, à saída da assembleia.
flat_denial | A Vimar veio a público esclarecer que a área é estratégica e não está à venda.
flat_denial | A empresa sustenta que jamais ponderou tal venda.
time_bound_denial | “Uma venda não está em cima da mesa neste momento”, indicou um porta-voz.
time_bound_denial | Fonte oficial do grupo precisa que, por enquanto, não se prevê qualquer alienação.
undecided | O grupo não tomou qualquer decisão sobre a área, comunicou à CMVM.
unaware | A Vimar disse desconhecer a origem da informação e não ter recebido qualquer oferta.
no_comment | A empresa escusou-se a comentar.
no_comment | “Não comentamos rumores de mercado”, afirmou uma porta-voz.
no_comment | A Vimar preferiu manter o silêncio.
no_response | A Vimar não respondeu às perguntas deste jornal.
no_response | Contactada, a empresa não tinha respondido até ao fecho desta edição.
confirmation | A Vimar confirmou esta sexta-feira que negoceia com dois grupos.
nothing | Para o analista Rui Pinto, a venda não faz sentido.
nothing | Em março, a Vimar tinha negado que procurasse comprador.
@ Tramagal | Calçados Tramagal vai fechar fábrica de Felgueiras | A Calçados Tramagal vai fechar no outono a fábrica de Felgueiras, asseguram trabalhadores que pedem anonimato.
flat_denial | A direção rejeita liminarmente esse encerramento.
flat_denial | “A fábrica não fecha”, frisa o diretor, Vicente Olmos.
flat_denial | É tudo falso, responde a gerente, Amélia Ferro.
flat_denial | A empresa afasta o encerramento e lembra que acaba de investir três milhões.
specific_denial | A empresa admite ajustes, mas nega o encerramento.
non_denial | A Tramagal fala em “campanha orquestrada pela concorrência”.
non_denial | “Lamentamos que se divulguem boatos sem confirmação”, diz a companhia em nota.
undecided | “Não há nada decidido”, responde Vicente Olmos, diretor da fábrica.
no_comment | Questionada sobre o futuro da fábrica, a direção não quis entrar em pormenores.
no_comment | A Tramagal optou por não se pronunciar.
no_response | O jornal tentou, sem êxito, ouvir a empresa.
no_response | Até o fechamento desta edição, ninguém da Tramagal havia atendido às ligações.
confirmation | A empresa reconheceu ontem que vai fechar a fábrica.
nothing | O prefeito, Tonico Mota, não acredita no fechamento: “Ninguém me avisou”.
nothing | O tribunal indeferiu o recurso da Tramagal.
@ Fontalva | Ex-funcionários acusam Águas Fontalva de engarrafar água contaminada | A engarrafadora Águas Fontalva teria vendido durante meses água contaminada, segundo três ex-funcionários.
flat_denial | A engarrafadora classifica as acusações como infundadas.
flat_denial | “Nunca saiu daqui uma garrafa contaminada”, afirma o diretor, Pedro Lago.
flat_denial | Segundo a Fontalva, todas as análises deram resultado conforme.
flat_denial | Em carta aos distribuidores, a companhia chama o relato de “pura invenção”.
flat_denial | As imputações carecem de veracidade, lê-se no comunicado da Fontalva.
unaware | A empresa assegura não ter detetado qualquer anomalia.
non_denial | “A saúde dos nossos clientes está em primeiro lugar”, respondeu a marca.
confirmation | “É verdade, tivemos um problema em abril”, reconheceu Pedro Lago, o diretor.
specific_denial | O problema afetou apenas um lote, e não toda a produção, ressalva a Fontalva.
nothing | Os ex-funcionários não quiseram dar o nome.
@ Montebrás | Presidente da Seguros Montebrás de saída | Inácio Uchoa deixará antes do inverno o comando da Seguros Montebrás, publica a Folha do Norte.
flat_denial | O conselho cerrou fileiras com Uchoa e negou qualquer troca.
flat_denial | A Montebrás nega que haja saída prevista.
no_comment | A seguradora evitou alimentar especulações.
confirmation | A seguradora oficializou a troca de manhã.
@ Fornalha | Materiais Fornalha procura vender as suas olarias | O grupo Materiais Fornalha procura vender as suas olarias, de acordo com três banqueiros.
flat_denial | A Fornalha nega: as olarias não se vendem.
flat_denial | O diretor financeiro, Paulo Anglada, foi taxativo. “Não falamos com ninguém”, disse.
flat_denial | Segundo a direção, as olarias continuam no grupo.
flat_denial | Que tenha havido contactos, o grupo desmente.
flat_denial | “Nada disso é exato”, respondeu a empresa às perguntas deste jornal.
flat_denial | Nem pensar, responde o presidente, João Olmo: não há nada à venda.
time_bound_denial | “Hoje não existe nenhuma reflexão desse tipo”, apontou uma porta-voz.
undecided | O conselho ainda não deliberou sobre o assunto, explicou um porta-voz.
unaware | O grupo mostrou-se surpreendido e disse nada saber de contactos.
no_comment | A Fornalha não quis comentar estas informações.
no_comment | O grupo declinou um pedido de entrevista.
no_comment | “Sem comentários”, respondem na Fornalha.
no_response | Ninguém na Fornalha atendeu o telefone na sexta-feira.
no_response | O grupo deixou sem resposta as perguntas deste jornal.
confirmation | “Sim, falamos com compradores”, reconheceu o presidente, Óscar Bruno.
confirmation | A Fornalha acabou por admitir os contactos.
nothing | O sindicato mostrou-se surpreendido e disse nada saber de contactos.
nothing | A Relação rejeitou o recurso do grupo.
@ Lantana | Padarias Lantana: empregados denunciam subsídios por pagar | As Padarias Lantana não teriam pago os subsídios noturnos durante anos, segundo ex-empregados.
flat_denial | A cadeia responde que todos os subsídios foram pagos pontualmente.
flat_denial | “Pagámos até ao último cêntimo”, assegura o gerente, Jorge Lantana.
flat_denial | O fundador, Jorge Lantana, fala em “disparates”.
flat_denial | Não foi assim, corrige a direção.
flat_denial | A gerência contesta a versão dos ex-empregados.
specific_denial | Houve um único erro de processamento, não cem, precisa o gerente, Jorge Lantana.
non_denial | “Há quem procure notoriedade”, atira o dono, Jorge Lantana.
no_comment | A direção não se pronuncia sobre casos individuais.
no_comment | O gerente, Jorge Lantana, desligou o telefone.
no_response | O nosso pedido de entrevista não obteve resposta da cadeia.
confirmation | “Cometemos um erro”, admitiu o gerente, Jorge Lantana.
@ Cabo Norte | Armador Cabo Norte à beira da falência | O armador Cabo Norte estaria à beira da falência. Dois credores falam de faturas por pagar.
flat_denial | O armador apela à calma. “A nossa tesouraria está saudável”, afirma o diretor financeiro, Carlos Moro.
flat_denial | Não há risco de falência, sustenta a Cabo Norte.
flat_denial | Todas as faturas são pagas no vencimento, garante um porta-voz.
flat_denial | “Quem diz isso não leu as nossas contas. Somos solventes”, declarou o diretor financeiro, Carlos Moro.
no_comment | O armador não quis falar das suas finanças.
no_response | Na sede da Cabo Norte o telefone tocava sem que ninguém atendesse.
confirmation | O patrão da Cabo Norte, Nicolau Moro, confessou dificuldades de pagamento.
""",
}
