import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { addCommands } from '../src/cli/addCommands.ts'

const root = join(import.meta.dirname, '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const program = addCommands(new Command())

/** `npm run shoptrace -- …` lines, without what follows a `#`. */
const lines = [...readme.matchAll(/^ {4}npm run shoptrace -- ([^#\n]+)/gm)].map((match) => (match[1] as string).trim())

function find(words: string[]): { command: Command; rest: string[] } {
  let command = program
  let rest = words
  for (;;) {
    const next = command.commands.find((one) => one.name() === rest[0])
    if (!next) return { command, rest }
    command = next
    rest = rest.slice(1)
  }
}

test.each(lines)('the command exists, with these options: %s', (line) => {
  const { command, rest } = find(line.split(/\s+/))
  expect(command).not.toBe(program)
  const options = rest.filter((word) => word.startsWith('--'))
  const known = command.options.map((option) => option.long)
  expect(options.filter((option) => !known.includes(option))).toEqual([])
  for (const option of command.options) if (option.mandatory) expect(options).toContain(option.long)
})

test('every npm script the README names exists', () => {
  const named = [...readme.matchAll(/npm (?:run )?(demo|test|build|zip|shoptrace)\b/g)].map(
    (match) => match[1] as string,
  )
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('every file the README links to exists', () => {
  const files = [...readme.matchAll(/\]\((?!http)([^)]+)\)/g)].map((match) => match[1] as string)
  expect(files.length).toBeGreaterThan(6)
  for (const file of files) expect(() => readFileSync(join(root, file)), file).not.toThrow()
})
