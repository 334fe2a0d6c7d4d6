import type { Command } from 'commander'
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base'
import { parseContext } from '../../schemas/index.ts'
import { bundlePage } from '../chromium/bundlePage.ts'
import { observePage, PageUnreachable } from '../chromium/observePage.ts'
import { chooseRecipe, RecipeUnusable } from './chooseRecipe.ts'
import { defaultExcludedPageTypes } from './defaultExcludedPageTypes.ts'
import type { PageLook } from './pageScript.ts'
import { type Look, understandLook } from './understandLook.ts'

export interface PageOptions {
  source: string
  as?: string
  json?: boolean
  html?: boolean
  /** Id of a recipe, or a file with one; `none` for the generic way. Left out, the one made for the address. */
  recipe?: string
}

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10

function statsOf(look: Look) {
  const { observation, elements, stats } = look
  return {
    ...stats,
    names: parseContext(observation.context).length,
    named_elements: elements.length,
    tokens: countTokens(observation.context),
    characters: observation.context.length,
    first_ms: round(stats.first_ms),
    ms: round(stats.ms),
    walk_ms: round(stats.walk_ms),
    understand_ms: round(stats.understand_ms),
  }
}

function recipeLine({ recipe, recipe_health }: Look['observation']): string {
  if (!recipe || !recipe_health) return 'none: read the generic way'
  const { page, matched, missed } = recipe_health
  const kind = page ? '' : '; no rule tells what this page is for'
  return `${recipe}: ${matched} rules matched, ${missed.length} missed${missed.map((each) => `\n           missed ${each}`).join('')}${kind}`
}

function summarize(look: Look): string {
  const { observation, elements } = look
  const stats = statsOf(look)
  const clicks = Object.entries(Object.groupBy(elements, (element) => element.click_type))
    .map(([type, list]) => `${type} ${list?.length}`)
    .join(', ')
  return [
    `page type  ${observation.page_type}`,
    `title      ${observation.title || '-'}`,
    `url        ${observation.url}`,
    `language   ${observation.language || '-'}`,
    `recipe     ${recipeLine(observation)}`,
    `names      ${stats.names} (${stats.named_elements} elements; ${clicks || 'none'})`,
    `context    ${stats.tokens} tokens (o200k), ${stats.characters} characters`,
    `time       ${stats.ms} ms for ${stats.nodes} nodes (first look ${stats.first_ms} ms, bare visibility walk ${stats.walk_ms} ms), then ${stats.understand_ms} ms beside the page`,
  ].join('\n')
}

/**
 * Prints the observation of a page as the recorder would make it.
 *
 * Resolves to the exit code: 0, or 2 where the page could not be opened.
 */
export async function runPage(options: PageOptions): Promise<number> {
  const { source, as, json, html } = options
  let look: Look
  try {
    if (as !== undefined && !URL.canParse(as))
      throw new PageUnreachable(`--as ${as} is no address. Give a whole one, such as https://shop.example/item.`)
    const script = await bundlePage('cli/pageScript.ts', 'shoptracePage')
    const recipe = chooseRecipe(options.recipe, as ?? source)
    const expression = `shoptracePage.look(${JSON.stringify(recipe)})`
    const read = await observePage<PageLook>({ source, ...(as === undefined ? {} : { as }) }, script, expression)
    look = understandLook(read, defaultExcludedPageTypes(), recipe)
  } catch (error) {
    if (!(error instanceof PageUnreachable || error instanceof RecipeUnusable)) throw error
    console.error(`shoptrace page: ${error.message}`)
    return 2
  }
  if (json) console.log(JSON.stringify({ ...look, stats: statsOf(look) }, null, 2))
  else if (html) console.log(look.observation.context)
  else console.log(`${summarize(look)}\n\n${look.observation.context}`)
  return 0
}

/** Adds `shoptrace page` to the command line. */
export function registerPage(program: Command): void {
  program
    .command('page')
    .description('Print the observation of a page as the recorder would make it.')
    .argument('<file|url>', 'a saved page, or an address')
    .option('--as <url>', 'serve the saved page as if at this address, with everything else blocked')
    .option(
      '--recipe <id|file>',
      'read it with this recipe; "none" for the generic way (default: the one of that host)',
    )
    .option('--json', 'observation, elements with their boxes, and stats as JSON')
    .option('--html', 'the context alone')
    .action(async (source: string, options: Omit<PageOptions, 'source'>) => {
      process.exitCode = await runPage({ ...options, source })
    })
}
