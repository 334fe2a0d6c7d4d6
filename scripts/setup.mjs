#!/usr/bin/env node
// Installs what is missing, says what it does, and is quick when nothing is. Plain JavaScript: any Node >= 20 runs it.
// Usage: node scripts/setup.mjs [chromium] [firefox] [xvfb]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const wanted = new Set(process.argv.slice(2))
const say = (text) => process.stderr.write(`setup: ${text}\n`)

function run(command, args, options = {}) {
  const shell = process.platform === 'win32'
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell, ...options }).status === 0
}

function has(command) {
  const probe = process.platform === 'win32' ? 'where' : 'which'
  return spawnSync(probe, [command], { stdio: 'ignore' }).status === 0
}

function give_up(text) {
  say(text)
  process.exit(1)
}

function installDependencies() {
  const stamp = join(root, 'node_modules', '.shoptrace-setup')
  const now = createHash('sha256')
    .update(readFileSync(join(root, 'package.json')))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('installing the npm dependencies (once, about half a minute) …')
  const npm = process.env.npm_execpath
  const flags = ['install', '--no-audit', '--no-fund', '--loglevel=error']
  const ok = npm ? run(process.execPath, [npm, ...flags], { shell: false }) : run('npm', flags)
  if (!ok) give_up('npm install failed; its message stands above. Check the network, then run the command again.')
  mkdirSync(dirname(stamp), { recursive: true })
  // npm may have normalised the lockfile: stamp what is there now.
  const after = createHash('sha256')
    .update(readFileSync(join(root, 'package.json')))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  writeFileSync(stamp, after)
}

function generateTypes() {
  if (existsSync(join(root, '.wxt', 'wxt.d.ts'))) return
  say('generating the extension types …')
  // The installed Node 24: the system's may be older than WXT needs.
  const local = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const node = existsSync(local) ? local : process.execPath
  if (!run(node, [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'], { shell: false })) {
    give_up('"wxt prepare" failed; its message stands above.')
  }
}

let aptUpdated = false
/** Installs Debian packages where that needs no question: as root, or by a sudo that asks for no password. */
function aptInstall(packages) {
  if (process.platform !== 'linux' || !has('apt-get')) return false
  const root_user = process.getuid?.() === 0
  const sudo = root_user ? [] : ['sudo', '-n']
  if (!root_user && (!has('sudo') || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0)) return false
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', '-qq', ...args]
    return run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  say(`installing ${packages.join(', ')} with apt-get …`)
  if (!aptUpdated) aptUpdated = apt('update')
  return apt('install', '-y', '--no-install-recommends', ...packages)
}

const importRoom = (path) => import(pathToFileURL(join(root, path)).href)

async function installChromium() {
  const { findChromium } = await importRoom('scripts/findBrowser.mjs')
  if (findChromium()) return
  say('no Chromium here yet.')
  const debian = existsSync('/etc/debian_version') && !existsSync('/etc/lsb-release')
  if (debian && aptInstall(['chromium', 'fonts-noto-core']) && findChromium()) return
  say("downloading Playwright's Chromium …")
  if (
    run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], { shell: false })
  ) {
    if (findChromium()) return
  }
  give_up(
    'no Chromium could be installed. Install one yourself (Debian: apt-get install chromium), or set SHOPTRACE_CHROMIUM to its path.',
  )
}

async function installFirefox() {
  const { findFirefox } = await importRoom('scripts/findBrowser.mjs')
  if (findFirefox()) return
  say('no Firefox here yet (only the tests use it).')
  if (aptInstall([existsSync('/etc/lsb-release') ? 'firefox' : 'firefox-esr']) && findFirefox()) return
  say('Firefox could not be installed: its tests will be skipped. Install it, or set SHOPTRACE_FIREFOX to its path.')
}

function installXvfb() {
  if (process.platform !== 'linux' || (has('Xvfb') && has('xdotool'))) return
  if (!aptInstall(['xvfb', 'xdotool', 'x11-apps'])) {
    say('Xvfb and xdotool could not be installed: what needs a real window runs headless or is skipped.')
  }
}

/**
 * Scripts that end at SIGTERM start with `exec`: npm signals the shell alone, and a shell that stays in between dies of
 * it while the work goes on unheard. Windows has neither; there it just runs what follows.
 */
function provideExec() {
  if (process.platform !== 'win32') return
  const file = join(root, 'node_modules', '.bin', 'exec.cmd')
  if (!existsSync(file)) writeFileSync(file, '@%*\r\n')
}

installDependencies()
provideExec()
generateTypes()
if (wanted.has('chromium')) await installChromium()
if (wanted.has('firefox')) await installFirefox()
if (wanted.has('xvfb')) installXvfb()
