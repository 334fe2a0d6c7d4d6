interface Issue {
  path: PropertyKey[]
  message: string
}

/** The first few mistakes of a failed parse in one line: `items[0].seq: …; created_at: …`. Never quotes a value. */
export function explainIssues(issues: readonly Issue[]): string {
  const lines = issues.slice(0, 5).map(({ path, message }) => {
    const where = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
    return where ? `${where.replace(/^\./, '')}: ${message}` : message
  })
  if (issues.length > lines.length) lines.push(`and ${issues.length - lines.length} more`)
  return lines.join('; ').slice(0, 500)
}
