let count = 0

/** A change as pages make them all the time: one short text in a visible place, new each time. */
export function mutate(): void {
  let place = document.getElementById('bench-mutation')
  if (!place) {
    place = document.createElement('p')
    place.id = 'bench-mutation'
    const host = document.querySelector('main') ?? document.body
    host.append(place)
  }
  place.textContent = `Only ${++count} left in stock`
}
