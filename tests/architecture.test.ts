import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** ARCHITECTURE.md's table, read from the document itself: there is no second copy to forget. */
function readTable(): Map<string, string[]> {
  const rows = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(
    /^\| `([^`]+)\/` +\|[^|]*\| ([^|]*?) *\|$/gm,
  )
  return new Map([...rows].map((row) => [row[1] as string, (row[2] as string).split(',').map((word) => word.trim())]))
}

const table = readTable()
const rooms = [...table.keys()].sort((a, b) => b.length - a.length)
const roomOf = (path: string): string | undefined => rooms.find((room) => path.startsWith(`${room}/`))

interface Import {
  file: string
  target: string
  typeOnly: boolean
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(/^(?:import|export)\s+(?:(type)\s)?(?:[\w\s{},*$]*?from\s+)?['"]([^'"]+)['"]/gm)].map(
    (match) => ({
      file,
      target: (match[2] as string).startsWith('.')
        ? relative(root, join(root, dirname(file), match[2] as string))
        : (match[2] as string),
      typeOnly: match[1] !== undefined,
    }),
  )
}

/** True where `allowed` (words of the table) lets `entry` in. */
function isAllowed(entry: Import, from: string, allowed: string[]): boolean {
  const to = roomOf(entry.target)
  if (to === from) return true
  for (const word of allowed) {
    if (word === 'anything') return true
    if (word === 'schema types' && to === 'schemas' && entry.typeOnly) return true
    if (word.startsWith('anything but '))
      return !word
        .slice(13)
        .split(' ')
        .includes((to ?? '').replace('src/', ''))
    if (to && (word === to || `src/${word}` === to)) return true
    if (!to && (entry.target === word || entry.target.startsWith(`${word}/`))) return true
    if (word === 'node' && entry.target.startsWith('node:')) return true
  }
  return false
}

const files = globSync(['{schemas,src,entrypoints}/**/*.{ts,tsx}'], { cwd: root })

test('every source file lies in a room of the table', () => {
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((file) => !roomOf(file))).toEqual([])
})

test('rooms import only what the table allows', () => {
  const broken = files.flatMap((file) => {
    const from = roomOf(file) ?? ''
    return importsOf(file)
      .filter((entry) => !isAllowed(entry, from, table.get(from) ?? []))
      .map((entry) => `${file} imports ${entry.target}${entry.typeOnly ? ' (type)' : ''}`)
  })
  expect(broken).toEqual([])
})

test('the checker sees a forbidden import', () => {
  const entry = { file: 'src/score/x.ts', target: 'src/collector/y.ts', typeOnly: false }
  expect(isAllowed(entry, 'src/score', table.get('src/score') ?? [])).toBe(false)
  const runtime = { file: 'src/page/x.ts', target: 'schemas/study.ts', typeOnly: false }
  expect(isAllowed(runtime, 'src/page', table.get('src/page') ?? [])).toBe(false)
  expect(isAllowed({ ...runtime, typeOnly: true }, 'src/page', table.get('src/page') ?? [])).toBe(true)
})
