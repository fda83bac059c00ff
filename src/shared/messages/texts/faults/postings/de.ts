import type { PostingFaultTexts } from '../fault-texts.ts'

const SAID = {
  session_ends: 'Das Ende muss nach dem Anfang liegen.',
  session_long: 'Ein Termin dauert höchstens 24 Stunden. Senden Sie für jeden Tag einen Termin.',
  session_twice: 'Zwei Termine haben diese ID.',
  session_time:
    'Muss eine Zeit auf die Minute sein, etwa 2027-03-13T09:00 nach den Uhren von time_zone oder 2027-03-13T09:00-06:00.',
  session_begun: 'Dieser Termin hat schon begonnen. Senden Sie einen späteren oder lassen Sie ihn weg.',
  session_unknown:
    'Das Gesuch hat keinen Termin mit dieser ID. Lassen Sie die ID weg, um einen Termin hinzuzufügen.',
  day_passed: 'Dieser Tag ist vorbei. Senden Sie einen späteren oder einen anderen Status als open.',
  time_passed: 'Diese Zeit ist vorbei. Senden Sie eine spätere oder einen anderen Status als open.',
  other_external_id: 'Muss gleich der externen ID in der URL sein. Sie können das Feld weglassen.',
  needs_place:
    'Ein Gesuch mit modality onsite braucht einen Ort. Senden Sie hier location oder geben Sie der Organisation eine location.',
  ages_disagree: 'age_over_18 und age_band widersprechen sich.',
  https: 'Muss eine Webadresse sein, die mit https:// beginnt.',
  no_password: 'Darf weder Benutzername noch Passwort enthalten.',
  search_or_browse: 'Senden Sie `q` zum Suchen oder `category` zum Blättern.',
  search_one_page: 'Eine Suche hat nur eine Seite. Lassen Sie `q` weg, um alle Fähigkeiten durchzublättern.',
  labels_or_sentences: 'Senden Sie `labels`, `sentences` oder beides.',
  need_or_offer_id:
    'Muss die ID eines Gesuchs oder eines Angebots sein, etwa need_01h455vb4pex5vsknk084sn02q.',
  requirement: 'Muss age_over_18, background_check oder eine Lizenz sein, etwa licence:notary.',
  colour: 'Muss eine Farbe wie #1d5f3f sein.',
}
const ENDPOINT = {
  not_a_url: () => 'Muss die ganze Adresse Ihres Endpunkts sein, etwa https://site.example/hooks.',
  scheme_not_allowed: () => 'Muss mit https:// beginnen, etwa https://site.example/hooks.',
  credentials_not_allowed: () => 'Die URL darf weder Benutzer noch Passwort enthalten.',
  port_not_allowed: (port: number) => `Der Port muss der übliche sein oder ${port} und höher.`,
  not_a_host: () => 'Der Host muss ein DNS-Name oder eine IP-Adresse sein.',
  inside_address: () =>
    'Der Host muss im öffentlichen Internet sein. Während der Entwicklung bringt smartsource listen die Ereignisse auf Ihren Rechner.',
  too_long: (_: number, most: number) => `Die URL darf höchstens ${most} Zeichen haben.`,
} satisfies Record<string, (port: number, most: number) => string>

export const postingFaults: PostingFaultTexts = {
  fault_of_posting: ({ what }) => SAID[what],
  fault_session_positions: ({ most }) => `Alle Termine zusammen dürfen höchstens ${most} Helfende suchen.`,
  fault_positions_differ: ({ sum }) =>
    `Ein Gesuch mit Terminen hat die Plätze seiner Termine, zusammen ${sum}. Setzen Sie die Plätze jedes Termins und lassen Sie dieses Feld weg.`,
  fault_clocks_skip: ({ zone, from, to }) =>
    `Die Uhren von ${zone} zeigen diese Zeit nie: Sie gehen von ${from} auf ${to} vor. Senden Sie eine Zeit, die sie zeigen.`,
  fault_clocks_twice: ({ zone, first, second }) =>
    `Die Uhren von ${zone} zeigen diese Zeit zweimal. Sagen Sie, welche gemeint ist: ${first} oder ${second}.`,
  fault_merged: ({ name, id, isExternal }) =>
    isExternal
      ? `Der Eintrag (${name}) mit dieser external_id wurde mit ${id} zusammengeführt. Verwenden Sie dessen id oder external_id, oder lassen Sie diese weg.`
      : `Dieser Eintrag (${name}) wurde mit ${id} zusammengeführt. Verwenden Sie diese ID.`,
  fault_merged_into: ({ id }) => id,
  fault_merge_itself: ({ name }) =>
    `Das ist der Eintrag (${name}) in der URL, und nichts wird mit sich selbst zusammengeführt. Nennen Sie den anderen.`,
  fault_same_row: ({ name }) =>
    `Eine andere Zeile ändert denselben Eintrag (${name}): Die eine nennt seine id, die andere seine external_id. Behalten Sie eine davon.`,
  fault_external_id_taken: ({ name }) =>
    `Ein anderer Eintrag (${name}) hat diese external_id. Geben Sie diesem eine eigene oder lassen Sie die ID weg.`,
  fault_too_many_moved: ({ from, kept, most }) =>
    `${from} hat mehr als ${most.toLocaleString('de')} Einträge, die umziehen würden. Wenn ${kept} weniger hat, führen Sie andersherum zusammen: Dann ziehen nur die von ${kept} um.`,
  fault_names_helper: ({ id, helper }) => `${id} nennt ${helper ?? 'einen der beiden'} als Helfenden.`,
  fault_in_program: ({ id, program }) => `${id} ist in ${program}.`,
  fault_both_accepted: ({ kept, moved, need }) =>
    `Die Vermittlungen ${kept} und ${moved} gehören beide zu ${need}.`,
  fault_same_party: ({ record, id, isOpen }) => {
    const what = record === 'ring' ? `Der Ring ${id}` : `Die Vermittlung ${id}`
    const remedy = record === 'ring' ? 'Lehnen Sie ihn' : 'Ziehen Sie sie zurück oder lehnen Sie sie'
    return isOpen
      ? `${what} ist zwischen den beiden offen. ${remedy} zuerst ab.`
      : `${what} wurde von beiden angenommen, also hat jeder Arbeit mit dem anderen. Behalten Sie beide Einträge.`
  },
  fault_raise_limit: ({ id }) => `Erhöhen Sie zuerst das Limit mit PUT /v1/credits/${id}/limit.`,
  fault_endpoint: ({ what, firstPort, most }) => ENDPOINT[what](firstPort, most),
  fault_colour_light: ({ darker }) =>
    `Ist zu hell, um auf einer hellen Seite lesbar zu sein. Wählen Sie eine dunklere Farbe, etwa ${darker}.`,
}
