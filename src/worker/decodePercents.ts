/** Percent-encoded runs read as letters, as often as that changes something, at most three times. */
export function decodePercents(text: string): string {
  let current = text
  for (let turn = 0; turn < 3 && current.includes('%'); turn++) {
    current = current.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run)
      } catch {
        return run
      }
    })
  }
  return current
}
