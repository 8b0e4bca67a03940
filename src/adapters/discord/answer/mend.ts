import { MessageFlags } from 'discord.js'
import type { Log, SealedAnswer } from '../../../bot/house.ts'
import type { Sender } from '../deliver.ts'
import type { Asking } from '../receive/interactions.ts'
import { ALREADY_ACKNOWLEDGED, codeOf, INVALID_FORM_BODY, TOKEN_OVER, UNKNOWN_INTERACTION } from '../rest.ts'
import { localeShown, say } from '../words.ts'

/** What could still be done for somebody whose answer Discord did not take. Never throws. */
export async function mend(
  interaction: Asking,
  answer: SealedAnswer,
  error: unknown,
  { sender, log }: { sender: Sender; log: Log },
): Promise<void> {
  const code = codeOf(error)
  const facts = { interaction: interaction.id, code, error }
  try {
    if (code === ALREADY_ACKNOWLEDGED) return log.warn(facts, 'discord had this answer already')
    if (code === INVALID_FORM_BODY) {
      log.error(facts, 'discord refused the form of an answer')
      return await saySomething(interaction)
    }
    const late = code !== undefined && (TOKEN_OVER.includes(code) || code === UNKNOWN_INTERACTION)
    if (!late || answer.kind === 'form') return log.error(facts, 'an answer did not reach discord')
    log.warn(facts, 'too late to answer in place: answering by direct message')
    await sender.deliver(
      { platform: 'discord', team: interaction.guildId ?? '', user: interaction.user.id },
      answer.card,
      interaction.id,
    )
  } catch (second) {
    log.error({ ...facts, error: second }, 'an answer reached the person in no way')
  }
}

async function saySomething(interaction: Asking): Promise<void> {
  const content = say(localeShown([], interaction.locale)).cannotShow
  const message = { content, flags: MessageFlags.Ephemeral as const }
  if (interaction.deferred || interaction.replied) await interaction.followUp(message)
  else await interaction.reply(message)
}
