/** As much of JSON Schema as ours use. */
export interface JsonSchema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  format?: string
  description?: string
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

export interface Column {
  /** Dotted path; `[]` stands for each entry of a list. */
  path: string
  type: string
  description: string
}

const alternatives = ({ anyOf, oneOf }: JsonSchema): JsonSchema[] | undefined => anyOf ?? oneOf

function typeOf(schema: JsonSchema): string {
  const options = alternatives(schema)
  if (options) return [...new Set(options.map(typeOf))].join(' or ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(', ')
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`
  return schema.format === 'uuid' ? 'UUID' : [schema.type ?? 'any'].flat().join(' or ')
}

interface Found {
  types: Set<string>
  /** Description by the variant of the union it stands in; '' outside of one. */
  descriptions: Map<string, string>
}

/** Name of a union's variant: the value of its `type` or `kind`. */
const variantOf = ({ properties }: JsonSchema): string =>
  String(properties?.type?.const ?? properties?.kind?.const ?? '')

function collect(found: Map<string, Found>, schema: JsonSchema, path: string): void {
  for (const option of alternatives(schema) ?? []) collect(found, option, path)
  if (schema.items) collect(found, schema.items, `${path}[]`)
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const name = path ? `${path}.${key}` : key
    const column = found.get(name) ?? { types: new Set(), descriptions: new Map() }
    found.set(name, column)
    for (const type of typeOf(property).split(', ')) column.types.add(type)
    if (property.description) column.descriptions.set(variantOf(schema), property.description)
    collect(found, property, name)
  }
}

/** One sentence where all variants say the same, else one for each. */
function describe(descriptions: ReadonlyMap<string, string>): string {
  const distinct = new Set(descriptions.values())
  if (distinct.size <= 1) return [...distinct].join('')
  return [...descriptions].map(([variant, description]) => `${variant}: ${description}`).join(' ')
}

/** Every column of a row's JSON Schema, nested ones included; the variants of a union are joined. */
export function listColumns(schema: JsonSchema): Column[] {
  const found = new Map<string, Found>()
  collect(found, schema, '')
  return [...found].map(([path, { types, descriptions }]) => ({
    path,
    type: [...types].join(', '),
    description: describe(descriptions),
  }))
}
