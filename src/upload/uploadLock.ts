/** Runs `work` alone. Where another holds the lock: waits for it, or answers null. */
export type UploadLock = <T>(wait: boolean, work: () => Promise<T>) => Promise<T | null>

/** One lock for every context of the extension, or within this context where the browser has no Web Locks. */
export function uploadLock(name: string, locks: LockManager | undefined = globalThis.navigator?.locks): UploadLock {
  if (!locks) return localLock()
  return async (wait, work) => locks.request(name, { ifAvailable: !wait }, (lock) => (lock ? work() : null))
}

function localLock(): UploadLock {
  let last: Promise<unknown> | null = null
  return async (wait, work) => {
    if (last && !wait) return null
    const mine = (last ?? Promise.resolve()).then(work)
    const settled = mine.catch(() => {})
    last = settled
    try {
      return await mine
    } finally {
      if (last === settled) last = null
    }
  }
}
