import type { PostingFaultTexts } from '../fault-texts.ts'

const SAID = {
  session_ends: 'La fin doit venir après le début.',
  session_long: 'Une séance dure au plus 24 heures. Envoyez une séance par jour.',
  session_twice: 'Deux séances ont cet identifiant.',
  session_time:
    'Doit être une heure à la minute près, par exemple 2027-03-13T09:00 selon les horloges de time_zone, ou 2027-03-13T09:00-06:00.',
  session_begun: 'Cette séance a commencé. Envoyez-en une plus tardive, ou omettez-la.',
  session_unknown: 'Le besoin n’a pas de séance avec cet identifiant. Omettez-le pour ajouter une séance.',
  day_passed: 'Ce jour est passé. Envoyez un jour plus tardif, ou un autre statut que open.',
  time_passed: 'Ce moment est passé. Envoyez un moment plus tardif, ou un autre statut que open.',
  other_external_id: 'Doit être égal à l’identifiant externe de l’URL. Vous pouvez l’omettre.',
  needs_place:
    'Un besoin avec modality onsite a besoin d’un lieu. Envoyez location ici, ou donnez une location à l’organisation.',
  ages_disagree: 'age_over_18 et age_band se contredisent.',
  https: 'Doit être une adresse web qui commence par https://.',
  no_password: 'Ne doit contenir ni nom d’utilisateur ni mot de passe.',
  search_or_browse: 'Envoyez `q` pour chercher ou `category` pour parcourir.',
  search_one_page: 'Une recherche n’a qu’une page. Omettez `q` pour parcourir toutes les compétences.',
  labels_or_sentences: 'Envoyez `labels`, `sentences` ou les deux.',
  need_or_offer_id:
    'Doit être l’identifiant d’un besoin ou d’une offre, par exemple need_01h455vb4pex5vsknk084sn02q.',
  requirement: 'Doit être age_over_18, background_check ou une licence, par exemple licence:notary.',
  colour: 'Doit être une couleur comme #1d5f3f.',
}
const ENDPOINT = {
  not_a_url: () =>
    'Doit être l’adresse complète de votre point de réception, par exemple https://site.example/hooks.',
  scheme_not_allowed: () => 'Doit commencer par https://, par exemple https://site.example/hooks.',
  credentials_not_allowed: () => 'L’URL ne doit contenir ni utilisateur ni mot de passe.',
  port_not_allowed: (port: number) => `Le port doit être celui par défaut, ou ${port} et plus.`,
  not_a_host: () => 'L’hôte doit être un nom DNS ou une adresse IP.',
  inside_address: () =>
    'L’hôte doit être sur l’internet public. Pendant le développement, smartsource listen amène les événements sur votre machine.',
  too_long: (_: number, most: number) => `L’URL doit avoir au plus ${most} caractères.`,
} satisfies Record<string, (port: number, most: number) => string>

export const postingFaults: PostingFaultTexts = {
  fault_of_posting: ({ what }) => SAID[what],
  fault_session_positions: ({ most }) =>
    `Toutes les séances ensemble peuvent demander au plus ${most} personnes.`,
  fault_positions_differ: ({ sum }) =>
    `Un besoin avec des séances a les places de ses séances, ${sum} en tout. Indiquez les places de chaque séance et omettez ce champ.`,
  fault_clocks_skip: ({ zone, from, to }) =>
    `Les horloges de ${zone} n’affichent jamais cette heure : elles avancent de ${from} à ${to}. Envoyez une heure qu’elles affichent.`,
  fault_clocks_twice: ({ zone, first, second }) =>
    `Les horloges de ${zone} affichent cette heure deux fois. Dites laquelle : ${first} ou ${second}.`,
  fault_merged: ({ name, id, isExternal }) =>
    isExternal
      ? `L’élément (${name}) avec cet external_id a été fusionné avec ${id}. Utilisez l’id ou l’external_id de celui-ci, ou omettez cet identifiant.`
      : `Cet élément (${name}) a été fusionné avec ${id}. Utilisez cet identifiant.`,
  fault_merged_into: ({ id }) => id,
  fault_merge_itself: ({ name }) =>
    `C’est l’élément (${name}) de l’URL, et rien ne fusionne avec soi-même. Nommez l’autre élément.`,
  fault_same_row: ({ name }) =>
    `Une autre ligne modifie le même élément (${name}) : l’une nomme son id, l’autre son external_id. Gardez-en une.`,
  fault_external_id_taken: ({ name }) =>
    `Un autre élément (${name}) a cet external_id. Donnez-en un propre à celui-ci, ou omettez-le.`,
  fault_too_many_moved: ({ from, kept, most }) =>
    `${from} a plus de ${most.toLocaleString('fr')} éléments à déplacer. Si ${kept} en a moins, fusionnez dans l’autre sens : seuls ceux de ${kept} sont alors déplacés.`,
  fault_names_helper: ({ id, helper }) => `${id} nomme ${helper ?? 'l’un des deux'} comme aide.`,
  fault_in_program: ({ id, program }) => `${id} est dans ${program}.`,
  fault_both_accepted: ({ kept, moved, need }) =>
    `Les mises en relation ${kept} et ${moved} portent toutes deux sur ${need}.`,
  fault_same_party: ({ record, id, isOpen }) => {
    const what = record === 'ring' ? `Le cercle ${id}` : `La mise en relation ${id}`
    const remedy = record === 'ring' ? 'Refusez-le' : 'Retirez-la ou refusez-la'
    return isOpen
      ? `${what} est en cours entre les deux. ${remedy} d’abord.`
      : `${what} a l’accord des deux, donc chacun a du travail avec l’autre. Gardez les deux éléments.`
  },
  fault_raise_limit: ({ id }) => `Relevez d’abord la limite avec PUT /v1/credits/${id}/limit.`,
  fault_endpoint: ({ what, firstPort, most }) => ENDPOINT[what](firstPort, most),
  fault_colour_light: ({ darker }) =>
    `Est trop claire pour être lue sur une page claire. Choisissez-en une plus foncée, par exemple ${darker}.`,
}
