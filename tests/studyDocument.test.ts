import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { study } from '../schemas/index.ts'
import { addCommands } from '../src/cli/addCommands.ts'

const text = readFileSync(join(import.meta.dirname, '../docs/study.md'), 'utf8')

/** Every key of a JSON Schema, but for those within `recipes`, which have a description of their own. */
function keysOf(schema: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(schema)) for (const one of schema) keysOf(one, found)
  else if (schema && typeof schema === 'object')
    for (const [key, value] of Object.entries(schema)) {
      if (key !== 'properties') keysOf(value, found)
      else
        for (const [name, one] of Object.entries(value as object)) {
          found.add(name)
          if (name !== 'recipes') keysOf(one, found)
        }
    }
  return found
}

test('docs/study.md names every key of a study file', () => {
  const keys = [...keysOf(z.toJSONSchema(study, { io: 'input' }))]
  expect(keys.length).toBeGreaterThan(50)
  expect(keys.filter((key) => !text.includes(`\`${key}\``) && !text.includes(`"${key}"`))).toEqual([])
})

test('and no command or option that does not exist', () => {
  const commands = [...text.matchAll(/^ {4}npm run --silent shoptrace -- ([^\n]+)/gm)].map(([, line = '']) => line)
  expect(commands.length).toBeGreaterThan(4)
  for (const line of commands) {
    let command: Command | undefined = addCommands(new Command())
    for (const word of line.split(' ').filter((one) => !one.startsWith('--'))) {
      command = command?.commands.find((one) => one.name() === word) ?? command
    }
    const known = command?.options.map(({ long }) => long)
    const named = line.split(' ').filter((one) => one.startsWith('--'))
    expect(
      named.filter((one) => !known?.includes(one)),
      line,
    ).toEqual([])
  }
})
