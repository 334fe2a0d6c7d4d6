import { i18n } from '#i18n'

/** System colours: they follow the browser's light or dark scheme without a style sheet. */
const BOX = {
  margin: '1rem',
  padding: '1rem 1.2rem',
  border: '2px solid light-dark(#b3261e, #f2b8b5)',
  borderRadius: '12px',
  background: 'Canvas',
  color: 'CanvasText',
  colorScheme: 'light dark',
  font: '16px/1.5 system-ui, sans-serif',
}

/** A translation, or the English text where even that fails. */
function say(key: 'errors.page' | 'errors.details', english: string): string {
  try {
    return i18n.t(key) || english
  } catch {
    return english
  }
}

/**
 * The last resort: shown where anything else failed. Does without the style sheet, and without translations where it must.
 *
 * @param message What went wrong and what to do.
 * @param detail Technical text for a bug report.
 */
export function ErrorPanel({ message, detail }: { message: string; detail?: string }) {
  return (
    <main data-state="error" style={BOX}>
      <div role="alert">
        <h1 style={{ margin: 0, fontSize: '1.1rem' }}>{say('errors.page', 'Shoptrace cannot show this page.')}</h1>
        <p>{message}</p>
        {detail && (
          <details>
            <summary>{say('errors.details', 'Details')}</summary>
            <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{detail}</pre>
          </details>
        )}
      </div>
    </main>
  )
}
