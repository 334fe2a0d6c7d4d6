import type { CDPSession, Page } from 'playwright-core'

interface Node {
  nodeId: number
  nodeName: string
  nodeValue?: string
  attributes?: string[]
  children?: Node[]
  shadowRoots?: Node[]
}

/**
 * Hands and eyes in the closed corner of a page: no selector reaches there, neither the page's nor a driver's, so what
 * stands in it is found through the browser's own debugger, and pressed by the mouse.
 */
export async function cornerHands(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page)

  async function find(wanted: (node: Node) => boolean, from?: Node): Promise<Node | null> {
    const root = from ?? ((await session.send('DOM.getDocument', { depth: -1, pierce: true })).root as Node)
    if (wanted(root)) return root
    for (const child of [...(root.children ?? []), ...(root.shadowRoots ?? [])]) {
      const found = await find(wanted, child)
      if (found) return found
    }
    return null
  }
  const host = () => find(({ nodeName }) => nodeName === 'SHOPTRACE-CORNER')
  const textOf = (node: Node): string =>
    node.nodeName === 'STYLE'
      ? ''
      : [node.nodeValue ?? '', ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].map(textOf)].join(' ')

  async function control(name: string): Promise<Node | null> {
    const inside = await host()
    const has = ({ attributes = [] }: Node) => attributes.some((one, n) => n % 2 === 1 && one === name)
    return inside && find(has, inside)
  }

  return {
    /** Everything that can be read in the corner; empty where nothing stands there. */
    async text(): Promise<string> {
      const inside = await host()
      return inside ? textOf(inside).replace(/\s+/g, ' ').trim() : ''
    },
    /** Presses what has this name: the value of its `data-action` or its `name`. */
    async press(name: string): Promise<void> {
      const found = await control(name)
      if (!found) throw new Error(`There is no "${name}" in the corner.`)
      const { model } = await session.send('DOM.getBoxModel', { nodeId: found.nodeId })
      const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.content
      await page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    },
  }
}
