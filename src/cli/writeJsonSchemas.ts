import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PublishedSchema, publishedSchemas, toJsonSchema } from '../../schemas/toJsonSchema.ts'

const folder = join(import.meta.dirname, '../../schemas/json')

mkdirSync(folder, { recursive: true })
for (const name of Object.keys(publishedSchemas) as PublishedSchema[]) {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(toJsonSchema(name), null, 2)}\n`)
}
