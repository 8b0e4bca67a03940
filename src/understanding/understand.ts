import { choose } from './customers/choose.ts'
import type { CustomerIndex } from './customers/customer-index.ts'
import { mentionsIn } from './customers/mentions.ts'
import { sceneOf } from './scene.ts'
import type { Facts, Moment, Understanding } from './types.ts'

/** What a line states: its facts, its customer, and which words gave them. */
export function understand(text: string, at: Moment & { customers: CustomerIndex }): Understanding {
  const scene = sceneOf(text, at.customers)
  const mentions = mentionsIn(scene)
  const { match, others } = choose(at.customers, mentions)
  const facts: Facts = { kind: 'note' }
  return { facts, customer: match, others, phones: [], emails: [], evidence: [], note: text.trim() }
}
