const BOX = {
  margin: '1rem',
  padding: '1rem 1.2rem',
  border: '2px solid #b3261e',
  borderRadius: '12px',
  background: '#fff',
  color: '#1b1b1b',
  font: '16px/1.5 system-ui, sans-serif',
}

/**
 * The last resort: shown where anything else failed. Depends on nothing, neither translations nor the style sheet.
 *
 * @param message What went wrong and what to do.
 * @param detail Technical text for a bug report.
 */
export function ErrorPanel({ message, detail }: { message: string; detail?: string }) {
  return (
    <main data-state="error" style={BOX}>
      <div role="alert">
        <h1 style={{ margin: 0, fontSize: '1.1rem' }}>Shoptrace cannot show this page.</h1>
        <p>{message}</p>
        {detail && (
          <details>
            <summary>Details</summary>
            <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{detail}</pre>
          </details>
        )}
      </div>
    </main>
  )
}
