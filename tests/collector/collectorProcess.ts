/** A collector as a process of its own, to be killed: `node collectorProcess.ts STUDY.json STORE`. Prints its address. */
import { readFileSync } from 'node:fs'
import { study } from '../../schemas/index.ts'
import { startCollector } from '../../src/collector/startCollector.ts'
import { openStore } from '../../src/collector/store/openStore.ts'

const [file = '', address = ''] = process.argv.slice(2)
const store = await openStore(address)
const collector = await startCollector({ study: study.parse(JSON.parse(readFileSync(file, 'utf8'))), store, port: 0 })
console.log(collector.url)
