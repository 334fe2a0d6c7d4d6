import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { sealed } from '../../src/platform/sealed.ts'

function makePlace() {
  let kept: unknown
  return {
    getValue: async () => kept,
    async setValue(value: unknown) {
      // As a browser's storage: nothing but JSON.
      kept = JSON.parse(JSON.stringify(value))
    },
    async removeValue() {
      kept = undefined
    },
    watch: () => {},
  }
}

test('what is sealed comes back, reads as nothing where it lies, and is never written alike twice', async () => {
  const place = makePlace()
  const item = sealed(place, 'claude_key')
  expect(await item.getValue()).toBeNull()
  await Promise.all([item.setValue('sk-Schlüssel'), sealed(makePlace(), 'other').setValue('at the same time')])
  const first = JSON.stringify(await place.getValue())
  expect(await item.getValue()).toBe('sk-Schlüssel')
  const bytes = new TextDecoder('latin1').decode(Uint8Array.from(JSON.parse(first)[1]))
  expect(bytes).not.toContain('sk-')
  await item.setValue('sk-Schlüssel')
  expect(JSON.stringify(await place.getValue())).not.toBe(first)
  await item.removeValue()
  expect(await item.getValue()).toBeNull()
})

test('what somebody else puts there is not used: plain, nonsense, changed, or sealed for another place', async () => {
  const place = makePlace()
  const server = sealed(place, 'claude_base_url')
  for (const forged of ['https://evil.example', {}, [[1], [2]], [], ['a', 'b'], 7]) {
    await place.setValue(forged)
    expect(await server.getValue()).toBeNull()
  }
  const key = makePlace()
  await sealed(key, 'claude_key').setValue('https://evil.example')
  await place.setValue(await key.getValue())
  expect(await server.getValue()).toBeNull()
  await server.setValue('https://models.university.example')
  const [iv, [byte = 0, ...rest]] = (await place.getValue()) as [number[], number[]]
  await place.setValue([iv, [byte ^ 1, ...rest]])
  expect(await server.getValue()).toBeNull()
})
