import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { type Recipe, recipe } from '../../schemas/index.ts'
import { openStore } from '../collector/store/openStore.ts'
import { countRecipeHealth } from '../dataset/countRecipeHealth.ts'
import { allRecipes } from '../recipes/allRecipes.ts'
import { checkFile } from './study/checkFile.ts'
import { warnAboutRecipe } from './study/warnAboutRecipe.ts'

const describe = ({ id, title, dated, tried_on }: Recipe): string =>
  `${id.padEnd(12)} ${title.padEnd(12)} of ${dated}  ${tried_on.length > 0 ? `tried on ${tried_on.join('; ')}` : 'untried'}`

function check(file: string): void {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    console.error(`shoptrace recipe check: there is no file ${file} that can be read. Name a recipe file.`)
    process.exitCode = 2
    return
  }
  const { value, mistakes, warnings } = checkFile<Recipe>(text, 'recipe', recipe, (checked) => ({
    warnings: warnAboutRecipe(checked),
  }))
  for (const mistake of mistakes) console.log(`mistake  ${mistake}`)
  for (const warning of warnings) console.log(`warning  ${warning}`)
  if (value) {
    console.log(`${file} is a recipe: ${value.pages.length} rules for pages, ${value.parts.length} for parts.`)
    return
  }
  console.log(`${file} cannot be used: ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}.`)
  process.exitCode = 1
}

async function health({ store: address, json = false }: { store: string; json?: boolean }): Promise<void> {
  const store = await openStore(address, { create: false })
  try {
    const rows = await countRecipeHealth(store)
    if (json) console.log(JSON.stringify(rows, null, 2))
    else if (rows.length === 0) console.log('No page in this store was read with a recipe.')
    else {
      for (const { recipe: id, page_type, pages, untold, matched, missed } of rows) {
        console.log(`${id} ${page_type}: ${pages} pages (${untold} of no known type), ${matched} rules matched`)
        for (const { selector, pages: count } of missed) console.log(`  missed on ${count} pages: ${selector}`)
      }
    }
  } finally {
    await store.close()
  }
}

/** Adds `shoptrace recipe` to the command line. */
export function registerRecipe(program: Command): void {
  const command = program.command('recipe').description('what is known of single shops')
  command
    .command('list')
    .description(
      'the recipes that come with Shoptrace, when they were last looked at, and on which pages they were tried',
    )
    .action(() => {
      for (const each of allRecipes) console.log(describe(each))
    })
  command.command('check <file>').description('explain every mistake in a recipe file, with its place').action(check)
  command
    .command('health')
    .description('count per recipe and kind of page the rules that matched and those that no longer do')
    .requiredOption('--store <address>', 'where the data is: sqlite:PATH')
    .option('--json', 'as JSON')
    .action(health)
}
