import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { receipt } from '../../schemas/index.ts'
import { parseWithdrawals } from '../consent/enrolment.ts'
import { callFromPage } from '../messaging/send.ts'
import { extensionVersion } from '../platform/extensionVersion.ts'
import { openOwnPage } from '../platform/openOwnPage.ts'
import { openSidePanel } from '../platform/openSidePanel.ts'
import { stored } from '../platform/stored.ts'
import { listClaudeModels } from '../predict/claude/listClaudeModels.ts'
import { ErrorPanel } from '../ui/ErrorPanel.tsx'
import { formatLocal } from '../ui/formatLocal.ts'
import { OptionsPage } from '../ui/OptionsPage.tsx'
import type { WithdrawalState } from '../ui/types.ts'
import { keepConsent } from './keepCopy.ts'
import { saveFile } from './saveFile.ts'
import { shownLanguage } from './shownLanguage.ts'
import { usePanelState } from './usePanelState.ts'

const say = (error: unknown): string => (error instanceof Error ? error.message : String(error))

interface Key {
  has_key: boolean
  models: { id: string; name: string }[]
  problem: string | null
}

/** Reads the models that the key may use: what tells a good key from a bad one. */
async function readKey(): Promise<Key> {
  const [apiKey, baseURL] = await Promise.all([stored.claudeKey.getValue(), stored.claudeBaseUrl.getValue()])
  if (!apiKey) return { has_key: false, models: [], problem: null }
  try {
    return { has_key: true, models: await listClaudeModels({ apiKey, ...(baseURL ? { baseURL } : {}) }), problem: null }
  } catch (error) {
    return { has_key: true, models: [], problem: say(error) }
  }
}

/** How leaving stands where it was done elsewhere; null where nobody left. */
async function readLeaving(): Promise<WithdrawalState | null> {
  const [kept, open] = await Promise.all([stored.receipt.getValue(), stored.withdrawals.getValue()])
  if (parseWithdrawals(open).length > 0) return { kind: 'done', receipt: null }
  const found = receipt.safeParse(kept).data
  return found ? { kind: 'done', receipt: found } : null
}

/** The options page: the model provider's key, and leaving the study. */
export function OptionsApp({ windowId }: { windowId: number }): JSX.Element | null {
  const { panel, error } = usePanelState()
  const [key, setKey] = useState<Key>({ has_key: false, models: [], problem: null })
  const [model, setModel] = useState<string | null>(null)
  const [withdrawal, setWithdrawal] = useState<WithdrawalState>({ kind: 'idle' })
  const left = panel !== null && panel.study === null && withdrawal.kind === 'idle'
  useEffect(() => {
    // After leaving from the popup, or where the collector answered later.
    if (left) void readLeaving().then((found) => found && setWithdrawal(found))
  }, [left, panel])
  const refresh = (): void => void readKey().then(setKey)
  useEffect(() => {
    refresh()
    void stored.claudeModel.getValue().then(setModel)
  }, [])
  if (error) return <ErrorPanel message={error} />
  if (!panel) return null
  return (
    <OptionsPage
      study={panel.study}
      state={panel.recording}
      has_key={key.has_key}
      models={key.models}
      model={model}
      key_problem={key.problem}
      withdrawal={withdrawal}
      version={extensionVersion()}
      format={formatLocal(shownLanguage())}
      onSaveKey={(text) => void stored.claudeKey.setValue(text.trim()).then(refresh)}
      onForgetKey={() => void stored.claudeKey.removeValue().then(refresh)}
      onModel={(id) => void stored.claudeModel.setValue(id).then(() => setModel(id))}
      onWithdraw={() => {
        setWithdrawal({ kind: 'working' })
        callFromPage('withdraw', null).then(
          (done) => setWithdrawal({ kind: 'done', receipt: done.receipt }),
          (problem) => setWithdrawal({ kind: 'failed', message: say(problem) }),
        )
      }}
      onKeepReceipt={() => {
        if (withdrawal.kind !== 'done' || !withdrawal.receipt) return
        const json = JSON.stringify(withdrawal.receipt, null, 2)
        saveFile('shoptrace-receipt.json', new Blob([json], { type: 'application/json' }))
      }}
      onKeepCopy={() => void keepConsent()}
      onOpenPanel={() => void openSidePanel(windowId)}
      onJoin={() => void openOwnPage('/join.html')}
    />
  )
}
