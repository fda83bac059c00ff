import type { DeskAreas } from '../desk-texts.ts'

const FAULTS = {
  required: 'Remplissez ce champ.',
  choose: 'Choisissez au moins une option.',
  number: 'Écrivez un nombre, comme 2,5.',
  day: 'Choisissez un jour.',
  order: 'C’est avant le début. Choisissez un jour plus tardif.',
  past: 'C’est passé. Choisissez un jour plus tardif.',
  after_today: 'Ce jour n’est pas encore venu. Notez les heures une fois le travail fait.',
  before_work: 'Le travail n’avait pas commencé. Choisissez un jour à partir de son début.',
  after_work: 'Le travail était terminé. Choisissez un jour jusqu’à sa fin.',
  day_full:
    'Avec celles-ci, la même personne aurait travaillé plus de 24 heures ce jour-là. Vérifiez les autres heures du jour.',
  minute: 'Écrivez au moins une minute, soit 0,02 heure.',
  days: 'Écrivez chaque jour sur une ligne, comme 2027-03-14 ou 2027-03-14 - 2027-03-21.',
  times: 'Écrivez les horaires ainsi : Lun-Mer 13:00-17:00; Ven 09:00-12:00.',
  sessions: 'Chaque séance a besoin d’un jour à venir, d’un début, d’une fin et d’au moins une personne.',
  money: 'Écrivez un montant et une devise, comme 31,80 et EUR.',
  email: 'Écrivez une adresse e-mail, comme ada@example.org.',
  url: 'Écrivez l’adresse d’une page web, comme https://example.org.',
  phone: 'Écrivez un numéro de téléphone, comme +33 6 12 34 56 78.',
  zone: 'Choisissez un fuseau horaire.',
  coordinates: 'Écrivez la latitude et la longitude, ou aucune des deux.',
  place: 'Un travail sur place a besoin d’un lieu : indiquez au moins le pays et la ville.',
  name: 'Écrivez un nom qui ne soit pas trop long.',
  text: 'Ceci ne convient pas ici. Écrivez-le autrement.',
}
const LIMITS = {
  least: (value: string) => `au moins ${value}`,
  above: (value: string) => `plus de ${value}`,
  most: (value: string) => `au plus ${value}`,
  below: (value: string) => `moins de ${value}`,
}

const KEPT = {
  title_out: 'Votre session a pris fin',
  lead_out:
    'Rien de ce que vous avez écrit n’est perdu\u202f: cette page le garde. Connectez-vous avec un nouveau lien dans un autre onglet, puis revenez ici et renvoyez-le.',
  title_in: 'Renvoyer\u202f?',
  lead_in:
    'Vous vous êtes reconnecté depuis l’ouverture de ce formulaire\u202f: rien n’est encore enregistré. Vérifiez ce que vous avez écrit, puis renvoyez-le.',
  wrote: 'Ce que vous avez écrit',
  send: 'Renvoyer',
  file_out:
    'Votre session a pris fin et rien n’a été envoyé. Le fichier est toujours choisi\u202f: connectez-vous avec un nouveau lien dans un autre onglet, puis revenez ici et renvoyez-le.',
  file_in:
    'Quelqu’un s’est reconnecté depuis l’ouverture de cette page\u202f: rien n’a encore été envoyé. Le fichier est toujours choisi\u202f: renvoyez-le.',
  file_first:
    'Si cette page est ouverte depuis longtemps, rechargez-la avant de choisir un fichier. Un fichier n’est pas gardé quand la session prend fin.',
}

export const fr: DeskAreas['forms'] = {
  actions: {},
  refusals: {},
  words: {
    desk_fault: ({ word }) => FAULTS[word],
    desk_kept: ({ word }) => KEPT[word],
    desk_fault_limit: ({ relation, value }, { number }) =>
      `Écrivez un nombre : ${LIMITS[relation](number(value))}.`,
    desk_fault_too_long: ({ most }, { number, noun }) =>
      `Trop long : écrivez au plus ${number(most)} ${noun(most, 'caractère', 'caractères')}.`,
  },
}
