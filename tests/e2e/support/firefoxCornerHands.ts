import type { Page } from 'puppeteer-core'

interface Node {
  sharedId: string
  value?: {
    localName?: string
    nodeValue?: string
    attributes?: Record<string, string>
    children?: Node[]
    shadowRoot?: Node | null
  }
}

/** What is used of the driver's connection, which knows more than the driver shows. */
interface Connection {
  send(method: string, params: object): Promise<{ result: { result: Node } }>
}

/** `cornerHands` in Firefox: the driver's protocol writes a closed shadow root out where a selector cannot reach. */
export function firefoxCornerHands(page: Page) {
  const { connection } = page.browser() as unknown as { connection: Connection }
  const { _id: context } = page.mainFrame() as unknown as { _id: string }

  async function host(): Promise<Node | null> {
    const { result } = await connection.send('script.evaluate', {
      expression: 'document.querySelector("shoptrace-corner")',
      target: { context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: null, includeShadowTree: 'all' },
    })
    return result.result.value ? result.result : null
  }
  const inside = ({ value }: Node): Node[] => [
    ...(value?.children ?? []),
    ...(value?.shadowRoot ? [value.shadowRoot] : []),
  ]
  const textOf = (node: Node): string =>
    node.value?.localName === 'style' ? '' : [node.value?.nodeValue ?? '', ...inside(node).map(textOf)].join(' ')
  const find = (node: Node, name: string): Node | null =>
    Object.values(node.value?.attributes ?? {}).includes(name)
      ? node
      : inside(node).reduce<Node | null>((found, one) => found ?? find(one, name), null)

  return {
    /** Everything that can be read in the corner; empty where nothing stands there. */
    async text(): Promise<string> {
      const found = await host()
      return found ? textOf(found).replace(/\s+/g, ' ').trim() : ''
    },
    /** Presses what has this name: the value of its `data-action` or its `name`. */
    async press(name: string): Promise<void> {
      const found = await host()
      const element = found && find(found, name)
      if (!element) throw new Error(`There is no "${name}" in the corner.`)
      const origin = { type: 'element', element: { sharedId: element.sharedId } }
      const actions = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ]
      await connection.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'hand', actions }] })
    },
  }
}
