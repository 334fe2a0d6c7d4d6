/** Resolves at Ctrl-C or SIGTERM, or when `other` does. */
export function untilStopped(other?: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      process.off('SIGINT', done)
      process.off('SIGTERM', done)
      resolve()
    }
    process.on('SIGINT', done)
    process.on('SIGTERM', done)
    void other?.then(done)
  })
}
