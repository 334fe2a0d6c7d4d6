import type { MessageParam, TextBlockParam } from '@anthropic-ai/sdk/resources/messages/messages'
import type { Prompt, Turn } from '../prompt/buildPrompt.ts'

const block = (text: string, cached: boolean): TextBlockParam => ({
  type: 'text',
  text,
  ...(cached ? { cache_control: { type: 'ephemeral' } } : {}),
})

/**
 * The prompt in Anthropic's form, with three cache breakpoints: after the system prompt, after the last past action, and
 * after the newest page. The last one writes what the next request reads: there that page is followed by what
 * happened on it, but is itself unchanged. (Anthropic allows four, and looks back 20 blocks from each.)
 */
export function withCacheControl({ system, turns }: Prompt): { system: TextBlockParam[]; messages: MessageParam[] } {
  const isBreakpoint = (index: number): boolean => index >= turns.length - 2
  return {
    system: [block(system, true)],
    messages: turns.map(({ role, parts }: Turn, index) => ({
      role,
      content: parts.map((part, at) => block(part, isBreakpoint(index) && at === 0)),
    })),
  }
}
