import { decoded } from '../text/decoded.ts'

/** The address that a link is really for, where it goes through a counter of clicks that carries it along. */
export function destinationOf(href: string): string {
  const inner = Math.max(href.lastIndexOf('https:/'), href.lastIndexOf('http:/'))
  if (inner > 0) return href.slice(inner)
  if (!href.includes('%2F') && !href.includes('%2f')) return href
  const carried = /[?&](?:url|u|to|target|dest\w*|redirect\w*|link|href)=(https?%3A%2F|%2F[^&#]{3})[^&#]*/i.exec(href)
  return carried ? decoded(carried[0].slice(carried[0].indexOf('=') + 1)) : href
}
