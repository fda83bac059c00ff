import type { PostingFaultTexts } from '../fault-texts.ts'

const SAID = {
  session_ends: 'O fim deve vir depois do início.',
  session_long: 'Uma sessão dura no máximo 24 horas. Envie uma sessão para cada dia.',
  session_twice: 'Duas sessões têm este id.',
  session_time:
    'Deve ser uma hora com minutos, como 2027-03-13T09:00 pelos relógios de time_zone, ou 2027-03-13T09:00-06:00.',
  session_begun: 'Esta sessão já começou. Envie uma posterior ou deixe-a de fora.',
  session_unknown:
    'A necessidade não tem sessão com este id. Deixe o id de fora para acrescentar uma sessão.',
  day_passed: 'Este dia já passou. Envie um posterior, ou outro estado que não seja open.',
  time_passed: 'Este momento já passou. Envie um posterior, ou outro estado que não seja open.',
  other_external_id: 'Deve ser igual ao id externo da URL. Você pode deixá-lo de fora.',
  needs_place:
    'Uma necessidade com modality onsite precisa de um lugar. Envie location aqui, ou dê uma location à organização.',
  ages_disagree: 'age_over_18 e age_band se contradizem.',
  https: 'Deve ser um endereço web que comece com https://.',
  no_password: 'Não pode conter usuário nem senha.',
  search_or_browse: 'Envie `q` para buscar ou `category` para percorrer.',
  search_one_page: 'Uma busca tem uma só página. Deixe `q` de fora para percorrer todas as habilidades.',
  labels_or_sentences: 'Envie `labels`, `sentences` ou ambos.',
  need_or_offer_id:
    'Deve ser o id de uma necessidade ou de uma oferta, como need_01h455vb4pex5vsknk084sn02q.',
  requirement: 'Deve ser age_over_18, background_check ou uma licença, como licence:notary.',
  colour: 'Deve ser uma cor como #1d5f3f.',
}
const ENDPOINT = {
  not_a_url: () => 'Deve ser o endereço completo do seu ponto de recepção, como https://site.example/hooks.',
  scheme_not_allowed: () => 'Deve começar com https://, como https://site.example/hooks.',
  credentials_not_allowed: () => 'A URL não pode conter usuário nem senha.',
  port_not_allowed: (port: number) => `A porta deve ser a padrão, ou ${port} ou superior.`,
  not_a_host: () => 'O host deve ser um nome DNS ou um endereço IP.',
  inside_address: () =>
    'O host deve estar na internet pública. Durante o desenvolvimento, smartsource listen traz os eventos à sua máquina.',
  too_long: (_: number, most: number) => `A URL deve ter no máximo ${most} caracteres.`,
} satisfies Record<string, (port: number, most: number) => string>

export const postingFaults: PostingFaultTexts = {
  fault_of_posting: ({ what }) => SAID[what],
  fault_session_positions: ({ most }) => `Todas as sessões juntas podem pedir no máximo ${most} pessoas.`,
  fault_positions_differ: ({ sum }) =>
    `Uma necessidade com sessões tem as vagas de suas sessões, ${sum} ao todo. Indique as vagas de cada sessão e deixe este campo de fora.`,
  fault_clocks_skip: ({ zone, from, to }) =>
    `Os relógios de ${zone} nunca marcam esta hora: eles avançam de ${from} para ${to}. Envie uma hora que eles marquem.`,
  fault_clocks_twice: ({ zone, first, second }) =>
    `Os relógios de ${zone} marcam esta hora duas vezes. Diga qual é: ${first} ou ${second}.`,
  fault_merged: ({ name, id, isExternal }) =>
    isExternal
      ? `O registro (${name}) com este external_id foi unido a ${id}. Use o id ou o external_id daquele registro, ou deixe este de fora.`
      : `Este registro (${name}) foi unido a ${id}. Use aquele id.`,
  fault_merged_into: ({ id }) => id,
  fault_merge_itself: ({ name }) =>
    `Este é o registro (${name}) da URL, e nada se une a si mesmo. Indique o outro registro.`,
  fault_same_row: ({ name }) =>
    `Outra linha altera o mesmo registro (${name}): uma indica seu id, a outra seu external_id. Mantenha uma delas.`,
  fault_external_id_taken: ({ name }) =>
    `Outro registro (${name}) tem este external_id. Dê a este o seu próprio, ou deixe o id de fora.`,
  fault_too_many_moved: ({ from, kept, most }) =>
    `${from} tem mais de ${most.toLocaleString('pt')} registros que seriam movidos. Se ${kept} tiver menos, una no sentido contrário: só os de ${kept} são movidos.`,
  fault_names_helper: ({ id, helper }) => `${id} indica ${helper ?? 'um dos dois'} como ajudante.`,
  fault_in_program: ({ id, program }) => `${id} está em ${program}.`,
  fault_both_accepted: ({ kept, moved, need }) =>
    `As apresentações ${kept} e ${moved} são ambas com ${need}.`,
  fault_same_party: ({ record, id, isOpen }) => {
    const what = record === 'ring' ? `O círculo ${id}` : `A apresentação ${id}`
    const remedy = record === 'ring' ? 'Recuse-o' : 'Retire-a ou recuse-a'
    return isOpen
      ? `${what} está em andamento entre os dois. ${remedy} primeiro.`
      : `${what} tem o acordo dos dois, então cada um tem trabalho com o outro. Mantenha os dois registros.`
  },
  fault_raise_limit: ({ id }) => `Primeiro aumente o limite com PUT /v1/credits/${id}/limit.`,
  fault_endpoint: ({ what, firstPort, most }) => ENDPOINT[what](firstPort, most),
  fault_colour_light: ({ darker }) =>
    `É clara demais para ser lida numa página clara. Escolha uma mais escura, como ${darker}.`,
}
