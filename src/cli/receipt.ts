import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { collectorKey } from '../../schemas/index.ts'
import { checkReceipt } from './receipt/checkReceipt.ts'

interface Options {
  key?: string
  collector?: string
}

async function keyOf({ key, collector }: Options): Promise<string | null> {
  if (!collector) return key ?? null
  if (!URL.canParse(collector))
    throw new Error(`${collector} is no address. Write it whole, such as https://study.example.edu.`)
  const response = await fetch(new URL('v1/key', collector.endsWith('/') ? collector : `${collector}/`)).catch(() => {
    throw new Error(`${collector} could not be reached. Check the address and the network, or give the key with --key.`)
  })
  const answer = collectorKey.safeParse(response.ok ? await response.json() : null)
  if (!answer.success) throw new Error(`${collector} gave no key (${response.status}). Is it the collector's address?`)
  return answer.data.public_key
}

async function check(file: string, options: Options): Promise<void> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`)
  const { valid, lines } = checkReceipt(readFileSync(file, 'utf8'), await keyOf(options))
  for (const line of lines) console.log(line)
  if (!valid) process.exitCode = 1
}

export function registerReceipt(program: Command): void {
  program
    .command('receipt')
    .description("a collector's receipts")
    .command('check <file>')
    .description('check the signature of a receipt (JSON), or of the receipt in a copy of the consent (HTML)')
    .option('--key <key>', "the collector's public key, as it publishes it")
    .option('--collector <url>', "the collector's address: its key is read there")
    .action(check)
}
