import type { Command } from 'commander'
import type { Study } from '../../schemas/index.ts'
import { typedJoinCode } from '../collector/joinCode.ts'
import { startCollector } from '../collector/startCollector.ts'
import { openStore } from '../collector/store/openStore.ts'
import { parsePort } from './parsePort.ts'
import { readStudy } from './readStudy.ts'
import { untilStopped } from './untilStopped.ts'

interface Options {
  study: string
  store: string
  host: string
  port?: number
  public?: boolean
  over?: boolean
}

const DEFAULT_PORT = 7410
const isLoopback = (host: string) => /^(127\.\d+\.\d+\.\d+|localhost|::1)$/.test(host)

/** The port that the study names where it names this machine, else the usual one. */
function portOf(study: Study): number {
  const { hostname, port } = new URL(study.upload.endpoint)
  return isLoopback(hostname.replace(/^\[|\]$/g, '')) ? Number(port || 80) : DEFAULT_PORT
}

async function collect(options: Options): Promise<void> {
  const { host } = options
  if (!isLoopback(host) && !options.public) {
    throw new Error(
      `${host} can be reached from other machines, and the collector itself speaks plain http. Put a web server with TLS in front of 127.0.0.1; if something else protects the way here, add --public.`,
    )
  }
  const study = readStudy(options.study)
  const store = await openStore(options.store)
  try {
    const stopped = untilStopped()
    const log = (line: string) => console.error(`${new Date().toISOString()} ${line}`)
    const port = options.port ?? portOf(study)
    const collector = await startCollector({ study, store, host, port, log, over: options.over ?? false })
    console.log(`Collecting "${study.title}" (version ${study.version}) at ${collector.url}`)
    if (options.over) console.log('The study is over: nobody joins any more, and devices are told to stop.')
    else {
      console.log(`Study link for participants: ${study.upload.endpoint.replace(/\/$/, '')}/study.json`)
      console.log(`Or the code to type:         ${typedJoinCode(study.upload.endpoint, study.id)}`)
    }
    if (options.public) console.log('Open to other machines without TLS: put a web server with TLS in front.')
    await stopped
    await collector.close()
    console.log('Stopped. Everything acknowledged is stored.')
  } finally {
    await store.close()
  }
}

export function registerCollect(program: Command): void {
  program
    .command('collect')
    .description("run a study's collector until Ctrl-C or SIGTERM")
    .requiredOption('--study <file>', 'the study file')
    .requiredOption('--store <address>', 'where the data goes: sqlite:PATH')
    .option('--host <address>', 'address of this machine to listen on', '127.0.0.1')
    .option('--port <port>', `default: that of the study's endpoint on this machine, else ${DEFAULT_PORT}`, parsePort)
    .option('--public', 'listen on an address that other machines can reach')
    .option('--over', 'the study is over: take in what devices still have, let participants leave, let nobody join')
    .action(collect)
}
