import { commonEnd, commonStart } from './commonParts.ts'

/** Text outside of markup that is looked at again on either side of what differs, UTF-16 units: no rule looks as far. */
const MARGIN = 1000
/** Contexts remembered: the pages of a shop that are open side by side. */
const MOST = 8
/** Shorter contexts are quick to scrub as a whole. */
const SHORT = 4000

/** Length of a line's text outside of its markup. */
const saidIn = (line: string): number => line.replace(/<[^>]*>/g, '').trim().length

/** The whole lines of `context` in which it differs from `known`, and so many around them that `MARGIN` is said there. */
function changedLines(known: string, context: string): string {
  const start = commonStart(known, context)
  let from = context.lastIndexOf('\n', start - 1) + 1
  for (let said = 0; from > 0 && said < MARGIN; ) {
    const earlier = from > 1 ? context.lastIndexOf('\n', from - 2) + 1 : 0
    said += saidIn(context.slice(earlier, from))
    from = earlier
  }
  const { length } = context
  const end = (at: number): number => (context.indexOf('\n', at) + 1 || length + 1) - 1
  let to = end(length - commonEnd(known, context, start))
  for (let said = 0; to < length && said < MARGIN; ) {
    const later = end(to + 1)
    said += saidIn(context.slice(to, later))
    to = later
  }
  return context.slice(from, to)
}

/**
 * The same as `scrub`, an idempotent scrubber of contexts, but quick where a context is nearly one in which there was nothing
 * to scrub: then only the lines that differ, and those around them, are looked at. What a rule needs to find something is all
 * within `MARGIN` of it; a word that stands alone at an edge can only make it look at the whole.
 */
export function rememberFixed(scrub: (context: string) => string): (context: string) => string {
  /** Contexts with nothing to scrub, the last one first. */
  const fixed: string[] = []
  return (context) => {
    if (context.length < SHORT) return scrub(context)
    if (fixed.includes(context)) return context
    let near: string | undefined
    let lines = context.slice(0, context.length / 2)
    for (const known of fixed) {
      const changed = changedLines(known, context)
      if (changed.length >= lines.length) continue
      near = known
      lines = changed
    }
    const scrubbed = near !== undefined && scrub(lines) === lines ? context : scrub(context)
    const others = fixed.filter((known) => known !== near && known !== scrubbed)
    fixed.splice(0, fixed.length, scrubbed, ...others.slice(0, MOST - 1))
    return scrubbed
  }
}
