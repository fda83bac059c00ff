import type { DefaultTreeAdapterTypes } from 'parse5'

export type Element = DefaultTreeAdapterTypes.Element

/** All elements of a document, in their order. */
export function elementsIn(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : []
  return 'tagName' in node ? [node, ...children] : children
}

/** The text that an element shows; empty where there is none. */
export function textOf(node: DefaultTreeAdapterTypes.Node | undefined): string {
  if (node && 'value' in node) return node.value
  return node && 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
