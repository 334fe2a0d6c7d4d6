/** Remembers what `make` gave for each text, up to `most` of them: pages say the same again and again. */
export function memo<T>(make: (text: string) => T, most: number): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    let value = made.get(text)
    if (value === undefined) {
      value = make(text)
      if (made.size >= most) made.clear()
      made.set(text, value)
    }
    return value
  }
}
