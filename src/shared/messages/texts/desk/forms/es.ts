import type { DeskAreas } from '../desk-texts.ts'

const FAULTS = {
  required: 'Rellene este campo.',
  choose: 'Elija al menos una opción.',
  number: 'Escriba un número, como 2,5.',
  day: 'Elija un día.',
  order: 'Es anterior al comienzo. Elija un día posterior.',
  past: 'Ya ha pasado. Elija un día posterior.',
  after_today: 'Este día aún no ha llegado. Anote las horas cuando el trabajo esté hecho.',
  before_work: 'El trabajo aún no había empezado. Elija un día desde su comienzo.',
  after_work: 'El trabajo ya había terminado. Elija un día hasta su final.',
  day_full:
    'Con estas serían más de 24 horas en este día para la misma persona. Revise las otras horas del día.',
  minute: 'Escriba al menos un minuto, que son 0,02 horas.',
  days: 'Escriba cada día en una línea, como 2027-03-14 o 2027-03-14 - 2027-03-21.',
  times: 'Escriba las horas así: Lun-Mié 13:00-17:00; Vie 09:00-12:00.',
  sessions: 'Cada sesión necesita un día por venir, una hora de comienzo, una de fin y al menos un ayudante.',
  money: 'Escriba un importe y una moneda, como 31,80 y EUR.',
  email: 'Escriba una dirección de correo, como ada@example.org.',
  url: 'Escriba la dirección de una página web, como https://example.org.',
  phone: 'Escriba un número de teléfono, como +34 600 555 014.',
  zone: 'Elija una zona horaria.',
  coordinates: 'Escriba la latitud y la longitud, o ninguna.',
  place: 'El trabajo presencial necesita un lugar: indique al menos el país y la ciudad.',
  name: 'Escriba un nombre que no sea demasiado largo.',
  text: 'Esto no se puede usar aquí. Escríbalo de otra forma.',
}
const LIMITS = {
  least: (value: string) => `como mínimo ${value}`,
  above: (value: string) => `mayor que ${value}`,
  most: (value: string) => `como máximo ${value}`,
  below: (value: string) => `menor que ${value}`,
}

const KEPT = {
  title_out: 'Su sesión terminó',
  lead_out:
    'Lo que escribió no se ha perdido: esta página lo conserva. Inicie sesión con un enlace nuevo en otra pestaña, vuelva aquí y envíelo de nuevo.',
  title_in: '¿Enviarlo de nuevo?',
  lead_in:
    'Ha vuelto a iniciar sesión desde que abrió este formulario, así que aún no se ha guardado nada. Revise lo que escribió y envíelo de nuevo.',
  wrote: 'Lo que escribió',
  send: 'Enviar de nuevo',
  file_out:
    'Su sesión terminó y no se envió nada. El archivo sigue elegido: inicie sesión con un enlace nuevo en otra pestaña, vuelva aquí y envíelo de nuevo.',
  file_in:
    'Alguien ha vuelto a iniciar sesión desde que abrió esta página, así que aún no se ha enviado nada. El archivo sigue elegido: envíelo de nuevo.',
  file_first:
    'Si esta página lleva mucho tiempo abierta, cárguela de nuevo antes de elegir un archivo. Si la sesión termina, el archivo no se conserva.',
}

export const es: DeskAreas['forms'] = {
  actions: {},
  refusals: {},
  words: {
    desk_fault: ({ word }) => FAULTS[word],
    desk_kept: ({ word }) => KEPT[word],
    desk_fault_limit: ({ relation, value }, { number }) =>
      `Escriba un número: ${LIMITS[relation](number(value))}.`,
    desk_fault_too_long: ({ most }, { number, noun }) =>
      `Demasiado largo: escriba como máximo ${number(most)} ${noun(most, 'carácter', 'caracteres')}.`,
  },
}
