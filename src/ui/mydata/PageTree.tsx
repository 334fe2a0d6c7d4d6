import { i18n } from '#i18n'
import { BlankText } from '../BlankText.tsx'
import type { ContextNode } from './readContext.ts'

const KINDS = {
  link: () => i18n.t('mydata.control.link'),
  button: () => i18n.t('mydata.control.button'),
  field: () => i18n.t('mydata.control.field'),
}

function Node({ node }: { node: ContextNode }) {
  switch (node.kind) {
    case 'text':
      return (
        <li>
          <BlankText text={node.label} />
        </li>
      )
    case 'region':
      return (
        <li>
          <span class="tree-region">{node.label}</span>
          <PageTree nodes={node.children} />
        </li>
      )
    default:
      return (
        <li>
          <span class="tree-kind">{KINDS[node.kind]()}</span> <BlankText text={node.label} />
        </li>
      )
  }
}

/** What was kept of a page, as nested lists. */
export function PageTree({ nodes }: { nodes: readonly ContextNode[] }) {
  return (
    <ul class="tree">
      {nodes.map((node, index) => (
        <Node key={index} node={node} />
      ))}
    </ul>
  )
}
