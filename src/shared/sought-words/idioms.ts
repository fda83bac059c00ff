import type { Token } from './text-tokens.ts'

/** Sayings, one per line, in the letters of `Token.text`; `/` separates forms of a word. */
const IDIOMS = `
drive/drives/driving/drove/driven me/us/him/her/them/everyone/everybody/people crazy/nuts/mad/insane/bonkers/bananas
drive/drives/driving/drove me/us/him/her/them/everyone/everybody up the wall
drive/drives/driving/drove me/us/him/her/them/everyone/everybody round the bend
herding cats
herd cats
spin/spins/spinning/spun our/my/your/their/the wheels
reinvent/reinventing/reinvents the wheel
wheels come/came/fell/fall/falling off
asleep at the wheel
in the driving/drivers seat
go/goes/going/went/gone down the drain/toilet/tubes/pan/plughole
put/puts/putting out fires
firing/fire/fires on all cylinders
drop/drops/dropped/dropping the ball
ball rolling
ball is in
back to the drawing board
have our/my/your/their cake and eat
hit/hits/hitting a/the wall
hit/hits/hitting a brick wall
head against a/the wall
head against a brick wall
writing on the wall
iron/ironed/ironing/irons out
can of worms
head/heads above water
in deep/hot water
dead in the water
treading/tread water
water under the bridge
dogs breakfast/dinner
dog s breakfast/dinner
wild goose chase
elephant in the room
fish out of water
bull by the horns
barking up the wrong tree
two birds with one stone
low hanging fruit
ducks in a row
snails pace
snail s pace
jump/jumps/jumping through hoops
end of my/our/her/his/their rope/tether
by a thread
with duct/gaffer/sticky tape
on a shoestring
shoestring budget
seat of my/our your/the pants
seat of our/my pants
wear/wears/wearing several/ten/five/six hats
many hats
all the hats
plate is/are full
on my/our/her/his/their plate
bite/bites/bit/bitten/biting off more
bread and butter
cut/cuts/cutting corners
on the back burner
too many cooks
out of the frying pan
frying pan into
pear shaped
train wreck
off the rails
missed/miss the boat
in the same boat
rock the boat
all hands on deck
tight ship
jump/jumped/jumping ship
sinking ship
uphill battle
tip of the iceberg
storm in a teacup
under the weather
turn/turning/turned over a new leaf
nip/nipped it in the bud
beat/beating around/about the bush
drop in the ocean/bucket
house of cards
play/playing it by ear
our/my/your own trumpet
face the music
ring/rings/rang a bell
pull/pulls/pulling out all the stops
pull/pulls/pulling/tear/tears/tearing my/our/her/his/their hair out
arm and a leg
in stitches
needle in a haystack
learn/learning/know/knows/knowing the ropes
show/showing/shows me/us/them the ropes
break/breaks/breaking the ice/bank
nail on the head
spanner/wrench in the works
up in smoke
hold/holding/held the fort
take/takes/taking the reins
fall/falls/fell/falling flat
through/between the cracks
like a circus/zoo/jungle/battlefield
is/its a circus/zoo/jungle/battlefield/minefield
cry/crying over spilt/spilled milk
rule of thumb
paint/painting/painted ourselves/myself into a corner
juggling act
walk in the park
paper over the cracks
vuelve/vuelven/volviendo/volver/volvio/vueltos loco/loca/locos/locas
volviendonos/volviendome/volverme/volvernos loco/loca/locos/locas
apagar/apagando/apago/apagamos fuegos/incendios
tirar/tirando/tiro/tiramos la toalla
tirar/tirando/tirarme/tirarnos de los pelos
hasta el cuello
hasta las narices
pan comido
gota que colma el vaso
ni/sin pies ni cabeza
ponernos/ponerme/poner las pilas
marear/mareando la perdiz
a flote
por las nubes
meter/metio/metimos/metido la pata
tomadura de pelo
patas arriba
olla de grillos
llevar/coger/tomar las riendas
toro por los cuernos
matar dos pajaros de un tiro
aguja en un pajar
buscar tres pies al gato
como el perro y el gato
entre la espada y la pared
contra la pared
de pared a pared
agua al cuello
rend/rendent/rendre/rendu fou/folle/fous/dingue/chevre
prise/prises de tete
jeter/jette/jetons l eponge
eteindre/eteins/eteint des/les incendies/feux
tete sous l eau
tete hors de l eau
tombe/tombee/tombes/tomber/tombent a l eau
pain sur la planche
goutte d eau
aiguille dans une botte de foin
tourne/tournons/tourner/tournent en rond
charrue avant les boeufs
taureau par les cornes
pieds dans le plat
arrache/arrachons/arracher/arrachent les cheveux
tire/tiree par les cheveux
au four et au moulin
cerise sur le gateau
usine/usines a gaz
mailles du filet
sur les rails
au pied du mur
droit dans le mur
deux oiseaux d une pierre
petits plats dans les grands
treibt/treiben/macht/machen mich/uns verruckt/wahnsinnig/irre
treibt/treiben mich/uns in den wahnsinn
bringt/bringen mich/uns zur weissglut
bringt/bringen mich/uns auf die palme
wachst/wachsen mir/uns uber den kopf
uber den kopf gewachsen
brande/feuer loschen
ins wasser gefallen/fallen/fallt
wasser bis zum hals
den bach runter/hinunter
unter dach und fach
auf dem schlauch
haare/haaren raufen
faden verloren/verlieren
am seidenen faden
alle hande voll
hande voll zu tun
ins rollen
zug abgefahren
zug ist abgefahren
in trockenen tuchern
aus dem ruder
im selben/gleichen boot
sack flohe
flohe huten
tomaten auf den augen
alles in butter
nadel im heuhaufen
an/gegen die wand gefahren
karren aus dem dreck
brett vorm kopf
ewige/ewigen/grosste/grossten baustelle
funfte/funftes rad am wagen
unter den teppich
nur bahnhof
zwei fliegen mit einer klappe
deixa/deixam/deixando/deixar louco/louca/loucos/doido/doida/doidos/maluco/maluca/malucos
apagar/apagando/apago/apagamos incendios
enxugar/enxugando/enxugamos gelo
fundo do poco
por agua abaixo
pe na jaca
ate o pescoco
gota d agua
gota dagua
chutar o balde
pisar/pisou/pisando na bola
mao na massa
corda no pescoco
arrancar/arrancando os cabelos
agulha no palheiro
tirar de letra
jogar/jogando a toalha
de pernas para o ar
de pernas pro ar
de cabeca para baixo
quebrar/quebra/quebrando o/um galho
segurar/segurando as pontas
dor/dores de cabeca
engolir sapo/sapos
pagar o pato
matar um leao por dia
vaca foi para o brejo
vaca foi pro brejo
dois coelhos com uma cajadada
`

/** The words of a saying in order, each with its forms. */
type Idiom = readonly ReadonlySet<string>[]

const idiomsByFirst = readIdioms()

function readIdioms(): ReadonlyMap<string, readonly Idiom[]> {
  const byFirst = new Map<string, Idiom[]>()
  for (const line of IDIOMS.trim().split('\n')) {
    const idiom = line.split(' ').map((forms) => new Set(forms.split('/')))
    for (const first of idiom[0] ?? []) byFirst.set(first, [...(byFirst.get(first) ?? []), idiom])
  }
  return byFirst
}

/**
 * Returns the words of sayings, which are not meant: who writes `the invoices are driving me crazy` asks for no driver.
 */
export function idiomTokens(tokens: readonly Token[]): ReadonlySet<Token> {
  const found = new Set<Token>()
  for (const [at, { text }] of tokens.entries())
    for (const idiom of idiomsByFirst.get(text) ?? [])
      if (idiom.every((forms, by) => forms.has(tokens[at + by]?.text ?? '')))
        for (const token of tokens.slice(at, at + idiom.length)) found.add(token)
  return found
}
