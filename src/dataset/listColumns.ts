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

function addColumns(columns: Map<string, Column>, schema: JsonSchema, path: string): void {
  for (const option of alternatives(schema) ?? []) addColumns(columns, option, path)
  if (schema.items) addColumns(columns, schema.items, `${path}[]`)
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const name = path ? `${path}.${key}` : key
    const before = columns.get(name)
    const types = new Set([...(before?.type.split(', ') ?? []), ...typeOf(property).split(', ')])
    const description = [...new Set([before?.description, property.description].filter(Boolean))].join(' / ')
    columns.set(name, { path: name, type: [...types].join(', '), description })
    addColumns(columns, property, name)
  }
}

/** Every column of a row's JSON Schema, nested ones included; the variants of a union are joined. */
export function listColumns(schema: JsonSchema): Column[] {
  const columns = new Map<string, Column>()
  addColumns(columns, schema, '')
  return [...columns.values()]
}
