import { parse } from 'parse5'
import { type Element, elementsIn, textOf } from './html.ts'

/** A control of a form that somebody can see and change. */
export interface Control {
  name: string
  kind: 'text' | 'date' | 'time' | 'color' | 'choice' | 'box'
  /** What it holds now; a box that is not ticked holds nothing. */
  value: string | null
  /** What can be chosen, or what the box stands for. */
  options: string[]
  maxLength: number
  /** Whether it is in a part of the page that is folded away. */
  isFolded: boolean
}

export interface DeskForm {
  action: string
  isUpload: boolean
  hidden: Record<string, string>
  controls: Control[]
}

/** The forms of a page that change something. */
export function formsIn(page: string): DeskForm[] {
  const document = parse(page)
  const folded = new Set(
    elementsIn(document)
      .filter(({ tagName, attrs }) => tagName === 'details' && !attrs.some(({ name }) => name === 'open'))
      .flatMap((details) => elementsIn(details)),
  )
  return elementsIn(document)
    .filter((one) => one.tagName === 'form' && attribute(one, 'method') === 'post')
    .map((form) => {
      const named = elementsIn(form).filter(
        (one) => one.tagName !== 'button' && attribute(one, 'name') !== undefined,
      )
      const [hidden, shown] = [named.filter(isHidden), named.filter((one) => !isHidden(one))]
      return {
        action: attribute(form, 'action') ?? '',
        isUpload: attribute(form, 'enctype') !== undefined,
        hidden: Object.fromEntries(hidden.map((one) => [nameOf(one), attribute(one, 'value') ?? ''])),
        controls: shown.map((one) => ({ ...controlOf(one), isFolded: folded.has(one) })),
      }
    })
}

function controlOf(element: Element): Omit<Control, 'isFolded'> {
  const { tagName } = element
  const name = nameOf(element)
  const maxLength = Number(attribute(element, 'maxlength') ?? '10000')
  const value = attribute(element, 'value') ?? ''
  const type = attribute(element, 'type')
  const shared = { name, maxLength, options: [value] }
  if (tagName === 'select') {
    const options = elementsIn(element).filter((one) => one.tagName === 'option')
    const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0]
    const values = options.map((one) => attribute(one, 'value') ?? '')
    return {
      ...shared,
      kind: 'choice',
      options: values,
      value: chosen ? (attribute(chosen, 'value') ?? '') : '',
    }
  }
  // The first line break of a textarea is not part of its text; parse5 leaves it out.
  if (tagName === 'textarea') return { ...shared, kind: 'text', value: textOf(element) }
  if (type === 'checkbox' || type === 'radio')
    return { ...shared, kind: 'box', value: attribute(element, 'checked') === undefined ? null : value }
  const kind = (['date', 'time', 'color'] as const).find((one) => one === type) ?? 'text'
  return { ...shared, kind, value }
}

const nameOf = (element: Element): string => attribute(element, 'name') ?? ''
const isHidden = (element: Element): boolean => attribute(element, 'type') === 'hidden'

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value
}
