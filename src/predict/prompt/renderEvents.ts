import type { KnownStep, PastAction } from '../port.ts'

function describe(action: PastAction): string | null {
  switch (action.type) {
    case 'input':
      return action.masked ? `filled in ${action.name}` : `entered ${JSON.stringify(action.text)} in ${action.name}`
    case 'scroll':
      return `scrolled to ${Math.min(100, Math.round((100 * action.to) / Math.max(1, action.page_height)))} %`
    case 'navigate':
      return `reached the page by: ${action.how}`
    case 'tab':
      return `tab ${action.how}`
    default:
      return null
  }
}

/** What else happened, in order, as one line; of scrolls in a row only the last. Empty where nothing did. */
export function renderEvents(events: readonly KnownStep[]): string {
  const told = events.filter(
    ({ action }, index) => action.type !== 'scroll' || events[index + 1]?.action.type !== 'scroll',
  )
  const lines = told.map(({ action }) => describe(action)).filter((line) => line !== null)
  return lines.length === 0 ? '' : `<events>${lines.join('; ')}</events>\n`
}
