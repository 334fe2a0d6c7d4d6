/**
 * Elements that Shoptrace itself put into this page: known to all its scripts there, since they share one isolated world,
 * and to none of the page's.
 */
export function ownElements(): WeakSet<object> {
  const world = globalThis as { shoptraceOwn?: WeakSet<object> }
  world.shoptraceOwn ??= new WeakSet()
  return world.shoptraceOwn
}
