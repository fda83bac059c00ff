import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Os estudantes do seu escritório. Só você vê os nomes, até que eles consintam e os dois lados aceitem.',
  empty: 'Ainda não há estudantes. Comece importando uma lista.',
  nobody: 'Ninguém foi encontrado. Procure outro nome ou identificador, ou escolha todos os programas.',
  import: 'Importar uma lista',
  search: 'Nome ou identificador próprio',
  name: 'Nome',
  preferred_name: 'É chamado de',
  external_id: 'Identificador próprio',
  program: 'Programa',
  majors: 'Cursos',
  graduates: 'Forma-se em',
  about: 'Descrição',
  consent: 'Consentimento',
  shares_profile: 'O perfil pode ser mostrado',
  shares_contact: 'O contato pode ser mostrado',
  recorded: 'Dado em',
  source: 'Registrado em',
  age: 'Idade',
  guardian: 'Consentimento de um responsável',
  yes: 'Sim',
  no: 'Não',
  ranked: 'Aparece nas correspondências',
  not_ranked: 'Não aparece nas correspondências',
  disclosures: 'Divulgações',
  disclosures_lead: 'O que outros parceiros viram deste estudante, e quando. Cada linha é um dia.',
  no_disclosures: 'Ninguém mais viu este estudante.',
  to: 'Visto por',
  what: 'O quê',
  times: 'Vezes',
  first: 'Primeira vez',
  last: 'Última vez',
  export: 'Baixar tudo o que está guardado',
  erase: 'Apagar este estudante',
  erase_lead: 'Isto não pode ser desfeito. Isto será apagado:',
  erase_keeps: 'O registro de divulgações fica: ele nomeia parceiros e dias, e nada do estudante.',
  erase_record: 'o registro com sua pessoa e sua oferta',
  erased: 'Este estudante foi apagado. Só resta o registro de divulgações.',
}
const STATUSES = {
  open: 'Aberto',
  paused: 'Em pausa',
  closed: 'Fechado',
}
const AGES = {
  under_16: 'Menos de 16',
  '16_17': '16 ou 17',
  '18_20': 'De 18 a 20',
  '21_plus': '21 ou mais',
}
const SHOWN = {
  profile: 'Perfil',
  contact: 'Contato',
}

export const pt: DeskAreas['students'] = {
  actions: { student_erased: 'Apagou um estudante' },
  refusals: {
    candidate_erased:
      'Este estudante foi apagado. Não resta nenhum dado pessoal. Se voltar, importe-o de novo.',
    record_merged: 'Este registro foi unido a outro. Procure o estudante pelo nome.',
  },
  words: {
    desk_students: () => 'Estudantes',
    desk_student: ({ word }) => WORDS[word],
    desk_student_status: ({ status }) => STATUSES[status],
    desk_student_age: ({ age }) => AGES[age],
    desk_student_shown: ({ shown }) => SHOWN[shown],
    desk_student_introductions: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'apresentação', 'apresentações')}`,
    desk_student_engagements: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'colaboração com suas horas', 'colaborações com suas horas')}`,
    desk_student_rows: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'linha de uma importação', 'linhas de importações')}`,
    desk_student_papers: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'acordo, link ou avaliação', 'acordos, links e avaliações')}`,
    desk_student_erase_sure: ({ name }) => `Apagar ${name}`,
  },
}
