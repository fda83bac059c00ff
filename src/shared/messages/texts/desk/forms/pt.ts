import type { DeskAreas } from '../desk-texts.ts'

const FAULTS = {
  required: 'Preencha este campo.',
  choose: 'Escolha pelo menos uma opção.',
  number: 'Escreva um número, como 2,5.',
  day: 'Escolha um dia.',
  order: 'Isso é antes do começo. Escolha um dia posterior.',
  past: 'Já passou. Escolha um dia posterior.',
  after_today: 'Este dia ainda não chegou. Anote as horas quando o trabalho estiver feito.',
  before_work: 'O trabalho ainda não tinha começado. Escolha um dia a partir do início.',
  after_work: 'O trabalho já tinha terminado. Escolha um dia até o fim.',
  day_full:
    'Com estas seriam mais de 24 horas neste dia para a mesma pessoa. Verifique as outras horas do dia.',
  minute: 'Escreva pelo menos um minuto, que são 0,02 horas.',
  days: 'Escreva cada dia em uma linha, como 2027-03-14 ou 2027-03-14 - 2027-03-21.',
  times: 'Escreva as horas assim: Seg-Qua 13:00-17:00; Sex 09:00-12:00.',
  sessions: 'Cada sessão precisa de um dia futuro, de um começo, de um fim e de pelo menos uma pessoa.',
  money: 'Escreva um valor e uma moeda, como 31,80 e BRL.',
  email: 'Escreva um endereço de e-mail, como ada@example.org.',
  url: 'Escreva o endereço de uma página web, como https://example.org.',
  phone: 'Escreva um número de telefone, como +55 11 5555-0142.',
  zone: 'Escolha um fuso horário.',
  coordinates: 'Escreva a latitude e a longitude, ou nenhuma.',
  place: 'O trabalho presencial precisa de um lugar: indique pelo menos o país e a cidade.',
  name: 'Escreva um nome que não seja longo demais.',
  text: 'Isto não pode ser usado aqui. Escreva-o de outra forma.',
}
const LIMITS = {
  least: (value: string) => `no mínimo ${value}`,
  above: (value: string) => `maior do que ${value}`,
  most: (value: string) => `no máximo ${value}`,
  below: (value: string) => `menor do que ${value}`,
}

const KEPT = {
  title_out: 'Sua sessão terminou',
  lead_out:
    'Nada do que você escreveu se perdeu: esta página guarda tudo. Entre com um novo link em outra aba, volte aqui e envie de novo.',
  title_in: 'Enviar de novo?',
  lead_in:
    'Você entrou de novo depois de abrir este formulário, então nada foi salvo ainda. Confira o que escreveu e envie de novo.',
  wrote: 'O que você escreveu',
  send: 'Enviar de novo',
  file_out:
    'Sua sessão terminou e nada foi enviado. O arquivo continua escolhido: entre com um novo link em outra aba, volte aqui e envie de novo.',
  file_in:
    'Alguém entrou de novo depois que esta página foi aberta, então nada foi enviado ainda. O arquivo continua escolhido: envie de novo.',
  file_first:
    'Se esta página está aberta há muito tempo, carregue-a de novo antes de escolher um arquivo. O arquivo não é mantido quando a sessão termina.',
}

export const pt: DeskAreas['forms'] = {
  actions: {},
  refusals: {},
  words: {
    desk_fault: ({ word }) => FAULTS[word],
    desk_kept: ({ word }) => KEPT[word],
    desk_fault_limit: ({ relation, value }, { number }) =>
      `Escreva um número: ${LIMITS[relation](number(value))}.`,
    desk_fault_too_long: ({ most }, { number, noun }) =>
      `Longo demais: escreva no máximo ${number(most)} ${noun(most, 'caractere', 'caracteres')}.`,
  },
}
