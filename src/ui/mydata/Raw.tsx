import { i18n } from '#i18n'
import { BlankText } from '../BlankText.tsx'

/** Something exactly as it is stored and sent, folded away. */
export function Raw({ value }: { value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return (
    <details class="raw">
      <summary>{i18n.t('mydata.stored')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        <BlankText text={text} />
      </pre>
    </details>
  )
}
