/** People at work: the last parts of German job titles, in addition to those of `german-parts.ts`. */
const PEOPLE = `abfüller abrichter akquisiteur aktuar akustiker analyst animateur anleger anstreicher apotheker arrangeur artist assessor
  astronom aufbereiter aufseher auditor ausbeiner ausfahrer auslieferer ausrüster austräger bassist bediener beauftragter befrager
  befüller begleiter behälterbauer beizer beleger beleuchter bereiter beschichter beschaffer besitzer bestatter betreiber bewacher
  bibliothekar bieger bildhauer binder biologe bläser bleicher bohrer botaniker botschafter böttcher brauer brecher brenner
  chirurg choreograf coach decker dekorateur destillateur detektiv diagnostiker diplomat direktor dirigent disponent
  dozent dramaturg drechsler dresseur einkocher einrichter einsteller emaillierer entsorger erbauer erfinder ermittler errichter
  ersteller erzeuger etikettierer experte expertin exporteur extrudierer fachfrau fachkraft fachmann fahnder falzer färber feger
  feiler fertiger filmer finisher fischer flechter flieger former förderer förster fräser füller galvaniseur gastronom gehilfe
  gehilfin geograf geologe gerber gewinner gießer gipser glätter graveur gründer härter hauer heber hefter heizer historiker hüter
  imker importeur inhaber inspekteur inspektor inspizient instruktor intendant isolierer jäger jongleur jurist justierer kapitän
  kassier kehrer keramiker kirchenmusiker klassierer kleber klopfer knüpfer kocher komponist kommandant kommissar konservator
  konsul konsulent korrektor korrespondent kosmonaut köhler kunde künstler kuppler kurator kürschner küfer kommandeur lader laminierer
  lektor leutnant leser lieferant linguist lithograf logopäde lotse löter macher magaziner mahler mälzer matrose mäher melker
  meteorologe mineur minister mischer moderator modellierer näher neurologe nieter offizier operateur operator optiker ordner
  orthopäde packer pathologe pächter pfarrer pfleger pharmazeut philosoph pianist pilot plattierer polier polierer polsterer portier
  präparator präsident prediger presser priester produzent professor prokurist putzer radiologe rahmer räumer rechercheur redner
  regisseur rektor reiber repräsentant requisiteur restaurator retter richter röster rüster sachverständiger sammler sattler
  säger sänger schaffner schäfer schärfer scherer schiedsrichter schiffer schlachter schleifer schlosser schmelzer schnitzer schöpfer
  schreiber schriftsteller schuster seiler setzer sieder soldat sortierer soziologe spediteur spengler spinner spleißer sportler
  sprecher sprenger springer spritzer spuler stanzer statiker statistiker stecher steiger steller stepper steuerer steward sticker
  stimmer stopfer stratege streicher stricker supervisor tänzer taucher technologe temperer tester theologe tierarzt toningenieur
  tontechniker träger treiber trenner trimmer trockner turner typograf uhrmacher umformer unteroffizier veredler verarbeiter
  verantwortlicher verfasser verformer verfuger verglaser vergolder verkoster verlader verleger verleiher vermarkter vermesser
  verpacker versicherer versorger verteiler verwerter verzinker veterinär viehzüchter vorarbeiter vorführer vorleser vorsteher
  vulkaniseur wart wächter wäger walzer wärter wäscher wickler winder winzer wirker zähler zerleger zieher zimmermann züchter
  zuschneider zwicker zytologe biochemiker geophysiker mikrobiologe ökologe ökonom politologe toxikologe virologe zoologe kardiologe
  onkologe hydrologe kartograf terminologe ergotherapeut physiotherapeut psychotherapeut ernährer reeder schiffsführer zugführer
  erzieher beschneider beschicker beschläger zerspaner zersetzer entgrater entzunderer entkerner berater`

/** Things that they work with. */
const THINGS = `aluminium antiquitäten asphalt automaten backwaren bagger band batterie becken beleg bergbau bergwerk beschichtung beton
  bett bewehrung bier blech blei bohr bohrinsel boot boots brau brauerei brennerei brot brunnen butter chirurgie dampf dichtung
  diamant draht dreh druckerei druckvorstufe düngemittel edelmetall edelstein eier eisen elektrolyse email erden erdgas erdöl
  etikett extrusion faser fass fässer federn feinmechanik fell filter flachglas flaschen folie folien formen fräs furnier futter
  galvanik garn gebirge gefängnis gemüse gerberei getreide gewebe gips gitarren glas granit gravur gummi guss halbleiter harz hebe
  hobel hopfen hütten isolier isolierung kabel kaffee kakao kalk kamera kamin karton käse kautschuk kegel keramik kerzen kessel
  kies klebstoff kohle kompost kondensator konserven kork kostüm kraftstoff kraftwerk kristall kupfer lack lackier laser leim
  lüftung magnet malz marmor maske masken matratzen mauer mehl messing milch mineral mineralien mineralöl misch möbel müll
  mühlen münz nadel näh nähmaschinen nickel oberflächen optik orgel papiermaschinen pelz perücken pharma pilz pipeline planier
  plastik polymer porzellan präge pulver pumpen puppen quarz raffinerie rohstoff rotations säge salz samt sand schädlings schaum
  schälen schiefer schleif schlauch schmelz schneid schokolade schokoladen schornstein schrauben schweiß segel seide seifen seil
  sieb siebdruck silber solar sperrholz spezial spinn spinnerei spirituosen spritz spritzguss stanz steine stickerei strick
  süßwaren tabak tapeten teig teppich terrazzo ton torf trauben tunnel turbinen ultraschall umform verdampfer vliesstoff vulkan
  wachs walz walzen walzwerk wärme weberei wein wirkwaren wolle wollwaren zellstoff zement zentrifugen ziegel zigarren zigaretten
  zink zinn zirkus zucker zwirn tiefdruck offsetdruck flexodruck gießerei schlachthof fleischerei schlosserei wäschereien`

export const GERMAN_TRADES: readonly string[] = [PEOPLE, THINGS].flatMap((words) => words.split(/\s+/))
