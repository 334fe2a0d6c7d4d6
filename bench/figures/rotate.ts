/** The list begun `by` places further on, so that over as many rounds as it is long everyone is first once. */
export function rotate<T>(list: readonly T[], by: number): T[] {
  const start = list.length ? by % list.length : 0
  return [...list.slice(start), ...list.slice(0, start)]
}
