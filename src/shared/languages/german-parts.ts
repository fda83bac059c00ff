/**
 * Words in German compounds of the world of work, in addition to the most frequent words, with their linking
 * letters.
 */
export const GERMAN_PARTS: readonly string[] =
  `abfall ablage abrechnung abteilung akquise akten akustik allgemein alten analyse analytiker anfänger angebot
    angestellte anlagen anlagenbau annahme anstrich antrag anwalt anwendung anwendungs apotheke apotheken arbeit
    arbeiter arbeits architekt archiv artikel arzt assistent assistenz asyl audio aufbau aufnahme aufsicht
    auftrag aufzug augen ausbau ausbilder ausbildung ausgabe aushilfe ausstellung auto automat automation
    automatisierung automobil außendienst bahn bank bauer bauleiter baustelle baustellen bauzeichner beamte
    bearbeiter bearbeitung bedienung behandlung behinderten beleuchtung berater beratung bereich bericht berufs
    beschaffung bestellung betreuer betreuung betrieb betriebs bewerbung bibliothek bilanz bild bildung blumen
    boden bodenleger boten brief brücken buch buchführung buchhalter buchhaltung buchung budget bäcker bäckerei
    bücher bühnen büro bürsten chemie chemiker computer controller dach dachdecker daten datenbank design
    designer deutsch diagnose dienst dienstleistung digital dokumentation dolmetscher dreher drogerie druck
    drucker eigentum einkauf einkäufer einrichtung einzelhandel eis eisenbahn elektriker elektro elektronik
    elektroniker eltern empfang energie engineering entsorgung entwickler entwicklung erbrecht erfassung ergo
    ernährung erstellung erzieher erziehung event fabrik fach fahrer fahrrad fahrzeug familien farben fassaden
    feinkost feinwerk fenster fern fernseh fertigung feuer feuerwehr filial film finanz finanzen firmen fisch
    fitness fleisch fleischer fliesen fliesenleger flug flugzeug flächen flüchtlings forscher forschung forst
    foto fotograf fotografie frachter freizeit friedhof friseur fuß förderung führer führung garten gas gast
    gastronomie gebäude geflügel gehalt geld gemeinde gericht geräte geschäft gesellschaft gesicht gestalter
    gestaltung gesundheit getränke gewerbe gewerkschaft glas glaser grafik grafiker großhandel grund grundstück
    gruppen gutachter gärtner haar hafen handel handels handwerk handwerker haupt haus haushalt hausmeister
    hauswirtschaft haut hebamme heim heizung heizungs helfer herausgeber hersteller herstellung hilfe hilfs hoch hochbau hochzeits
    holz hotel hunde hygiene händler immobilien import industrie informatik informatiker ingenieur innen
    installateur installation instrument instrumenten integration internet inventur investment journalist jugend
    juwelier kampagnen kanal kanzlei karosserie kassen kassierer kauf kauffrau kaufmann kellner kinder
    kindergarten klavier klempner klima klinik koch kollegen kommissionierer kommunikation konditor konstrukteur
    konstruktion kontakt kontroll kontrolleur konzept koordinator kosmetik kosmetiker kosten kraft kraftfahrzeug
    kran kranken krankenhaus kredit kultur kunde kunden kundendienst kunst kunststoff kurier kurs kälte köchin
    küchen kühl labor laborant lackierer lade lager lagerist land landschaft landwirt landwirtschaft lasten
    lebensmittel leder lehrer lehrkraft leiter leitung lektor lieferanten lieferung linie logistik logistiker
    logo lohn lokführer luft makler maler management manager marken marketing markt maschinen maschinenbau
    massage masseur material mathematik maurer mechaniker mechatroniker medien medizin mediziner meister mensch
    messe metall metzger miet mieter mitarbeiter mobil model modell montage monteur motor museum musik musiker
    möbel nachhilfe nachrichten natur netz netzwerk notar notfall nutz objekt obst ordnung organisation orts
    papier parkett partner patienten personal personaler pferde pflanzen pflege pfleger physik physio planer
    planung platten politik polizei portal post praktikant praxis presse privat produkt produktion produktions
    programm programmierer programmierung projekt prozess prüfer prüfung psychologe psychologie pädagoge
    pädagogik qualität qualitäts rad radio raum rechnung rechnungs recht rechts redakteur redaktion referent
    regal regie reifen reiniger reinigung reinigungs reise reisen reparatur restaurant rettung rettungs revision
    rezeption roboter rohr sach sachbearbeiter sammlung sanierung sanitär sanitäter schaden schaltung schalung
    schauspieler schicht schiff schlosser schmied schmuck schneider schneiderei schreiner schrift schuh schul
    schulden schule schulung schutz schweißer schwer schwester schwimm seelsorger sekretariat sekretär senioren
    service sicherheit sicherheits social software sonder sozial spedition speditions speise spezialist spiel
    spielplatz sport sprach sprachen spül staats stadt stahl stapler steuer steuerung stoff straßen strom
    stuckateur studien stunden städte supermarkt support system systeme tages tank tanz tax technik techniker
    technologie telefon text texte texter textil theater therapeut therapie tief tiefbau tier tischler tourismus
    touristik trainer training transport treuhand trocken trockenbau uhren umwelt umzug umzugs unterhalt
    unternehmen unternehmens unterricht untersuchung ventil veranstaltung veranstaltungs verband verein vereins
    verfahren verkauf verkehr verkehrs verkäufer verlag vermessung vermessungs vermieter vermittler vermittlung
    vermögen verpackung versand versicherung versicherungs vertrag vertreter vertretung vertrieb vertriebs
    verwalter verwaltung verwaltungs video vieh volks vorstand wach wald wartung wasser weber webseite webseiten
    website weiterbildung werbe werbung werk werker werkstatt werkstoff werkzeug werkzeugmacher wertpapier wirt
    wirtschaft wirtschafts wissenschaft wissenschaftler wohn wohnung wohnungs wäsche wäscherei zahlung zahn
    zeichner zeit zeitung zentrum zerspanung zimmer zimmerer zoll zustell zusteller öffentlichkeit übersetzer
    übersetzung überwachung`.split(/\s+/)

/** English words that German compounds are made of. They say nothing of the language of a text. */
export const LOAN_PARTS: readonly string[] = 'office master center desk game content online data'.split(' ')

/** Parts shorter than the usual minimum. */
export const SHORT_PARTS: ReadonlySet<string> = new Set('bau web lkw kfz pkw edv zug öl'.split(' '))
