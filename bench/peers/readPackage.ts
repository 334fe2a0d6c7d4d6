import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const modules = join(import.meta.dirname, '..', '..', 'node_modules')

/** Text of a file of an installed npm package, without its source map's address. */
export const readPackage = (path: string): string =>
  readFileSync(join(modules, path), 'utf8').replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '\n')

/** Version of an installed npm package. */
export const versionOf = (name: string): string => JSON.parse(readPackage(`${name}/package.json`)).version
