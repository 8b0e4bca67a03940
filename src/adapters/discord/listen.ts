import { type AutocompleteInteraction, type Client, Events } from 'discord.js'
import type { Bot, Log, SealedAnswer } from '../../bot/house.ts'
import type { Suggestion } from '../../bot/request.ts'
import type { WaitingForms } from './answer/forms.ts'
import { mend } from './answer/mend.ts'
import { pressed, respond, within } from './answer/respond.ts'
import { answerSaid } from './answer/say.ts'
import type { Sender } from './deliver.ts'
import { type Asking, isAsking, requestOf, suggestRequestOf } from './receive/interactions.ts'
import { requestOfMessage } from './receive/messages.ts'
import { cut, oneLine } from './render/text.ts'
import type { Work } from './work.ts'

interface House {
  bot: Bot
  sender: Sender
  forms: WaitingForms
  work: Work
  log: Log
}

/** Of Discord's 3 seconds; in milliseconds. */
const SUGGESTING = 2000
const LONGEST_CHOICE = 100
const MOST_CHOICES = 25

/** Leads everything a client hears into the bot, and its answers back. */
export function listen(client: Client, house: House): void {
  const { work, log, bot } = house
  client.on(Events.InteractionCreate, (interaction) => {
    const facts = { interaction: interaction.id }
    if (interaction.isAutocomplete()) work.take('suggestions did not reach discord', facts, () => suggest(interaction, bot))
    else if (isAsking(interaction)) work.take('an interaction went wrong', facts, () => answer(interaction, house))
  })
  client.on(Events.MessageCreate, (message) => {
    work.take('a message went wrong', { message: message.id }, async () => {
      const request = requestOfMessage(message)
      if (request) await answerSaid(message, bot.dispatch(request), house)
    })
  })
  client.on(Events.Error, (error) => log.error({ error }, 'discord client error'))
  client.on(Events.ShardError, (error) => log.warn({ error }, 'discord connection error'))
  client.on(Events.ShardReconnecting, () => log.warn({}, 'discord connection lost: reconnecting'))
  client.on(Events.ShardResume, () => log.info({}, 'discord connection resumed'))
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'discord client warning'))
}

async function answer(interaction: Asking, { bot, forms, sender, log }: House): Promise<void> {
  const answered = openedForm(interaction, forms) ?? bot.dispatch(requestOf(bot.registry, interaction))
  try {
    await respond(interaction, answered, forms)
  } catch (error) {
    await mend(interaction, await answered, error, { sender, log })
  }
}

// The button of a message that stands in for a form we still hold: it opens at once, as it was, with nobody asked.
function openedForm(interaction: Asking, forms: WaitingForms): Promise<SealedAnswer> | undefined {
  const message = pressed(interaction)
  if (!interaction.isButton() || !message) return undefined
  const form = forms.find(message.id, interaction.user.id, interaction.customId)
  return form && Promise.resolve({ kind: 'form', form })
}

async function suggest(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const request = suggestRequestOf(bot.registry, interaction)
  const found = request ? await within(SUGGESTING, bot.suggest(request)) : []
  await interaction.respond(choicesOf(found ?? []))
}

// A value cut short would mean somebody else: one that is too long is left out.
const choicesOf = (found: Suggestion[]) =>
  found
    .filter(({ value }) => value.length > 0 && value.length <= LONGEST_CHOICE)
    .slice(0, MOST_CHOICES)
    .map(({ value, label }) => ({ value, name: cut(oneLine(label), LONGEST_CHOICE) || '…' }))
