import { type Message, MessageFlags } from 'discord.js'
import type { SealedAnswer } from '../../../bot/house.ts'
import type { SealedCard } from '../../../bot/sealed.ts'
import type { Asking } from '../receive/interactions.ts'
import { renderCard } from '../render/message.ts'
import { modalOf } from '../render/modal.ts'
import { localeShown, say } from '../words.ts'
import { openerOf, type WaitingForms } from './forms.ts'

/** How long an answer may take to be the acknowledgement itself; Discord waits 3 s in all. Milliseconds. */
export const PATIENCE = 1000

/**
 * Answers an interaction, acknowledging it once and in time whatever happens behind: an answer that is ready soon is the acknowledgement
 * itself; for one that is not, Discord is told to wait, and the answer follows. Throws what Discord's REST throws.
 */
export async function respond(interaction: Asking, answer: Promise<SealedAnswer>, forms: WaitingForms): Promise<void> {
  const soon = await within(PATIENCE, answer)
  if (soon) return atOnce(interaction, soon, forms)
  const kept = pressed(interaction) !== undefined
  if (kept) await (interaction as Pressing).deferUpdate()
  else await interaction.deferReply(isGuild(interaction) ? { flags: MessageFlags.Ephemeral } : {})
  return later(interaction, await answer, forms, kept)
}

type Pressing = Extract<Asking, { deferUpdate: unknown }>
type Updating = Pressing & { update: (message: object) => Promise<unknown> }

async function atOnce(interaction: Asking, answer: SealedAnswer, forms: WaitingForms): Promise<void> {
  if (answer.kind === 'form' && !interaction.isModalSubmit()) {
    await interaction.showModal(modalOf(answer.form))
  } else if (answer.kind === 'form') {
    const sent = await interaction.reply({ ...opener(interaction, answer.form), withResponse: true })
    if (sent.resource?.message) forms.keep(sent.resource.message.id, interaction.user.id, answer.form)
  } else if (takesItsPlace(interaction, answer)) {
    await (interaction as Updating).update(rendered(interaction, answer.card))
  } else {
    await interaction.reply({ ...rendered(interaction, answer.card), ...flagsFor(interaction, answer.card) })
  }
}

async function later(interaction: Asking, answer: SealedAnswer, forms: WaitingForms, kept: boolean): Promise<void> {
  if (answer.kind === 'form') {
    const message = opener(interaction, answer.form)
    const sent: Message = kept ? await interaction.followUp(message) : await interaction.editReply(withoutFlags(message))
    forms.keep(sent.id, interaction.user.id, answer.form)
  } else if (kept && !takesItsPlace(interaction, answer)) {
    await interaction.followUp({ ...rendered(interaction, answer.card), ...flagsFor(interaction, answer.card) })
  } else if (!kept && isGuild(interaction) && answer.card.visibility === 'channel') {
    // What was announced as private stays private: the public answer is a message of its own.
    await interaction.editReply({ content: say(localeOf(interaction, answer.card)).postedBelow })
    await interaction.followUp(rendered(interaction, answer.card))
  } else {
    await interaction.editReply(rendered(interaction, answer.card))
  }
}

/** The message whose button was pressed, or from whose button the form was opened. */
export const pressed = (interaction: Asking): Message | undefined =>
  'message' in interaction && interaction.message ? interaction.message : undefined

/** A private answer never takes the place of a message that others see. */
function takesItsPlace(interaction: Asking, answer: Exclude<SealedAnswer, { kind: 'form' }>): boolean {
  const message = pressed(interaction)
  if (!message || answer.kind !== 'card' || !answer.replaces) return false
  return !isGuild(interaction) || message.flags.has(MessageFlags.Ephemeral) || answer.card.visibility === 'channel'
}

const isGuild = (interaction: Asking): boolean => interaction.guildId !== null

const flagsFor = (interaction: Asking, card: SealedCard) =>
  isGuild(interaction) && card.visibility !== 'channel' ? { flags: MessageFlags.Ephemeral as const } : {}

const rendered = (interaction: Asking, card: SealedCard) =>
  renderCard(card, { guild: isGuild(interaction), locale: interaction.locale })

function opener(interaction: Asking, form: Extract<SealedAnswer, { kind: 'form' }>['form']) {
  const card = openerOf(form, interaction.locale)
  return { ...rendered(interaction, card), ...flagsFor(interaction, card) }
}

const withoutFlags = <T extends { flags?: unknown }>({ flags: _, ...message }: T) => message

const localeOf = (interaction: Asking, card: SealedCard) =>
  localeShown(
    (card.buttons ?? []).map((one) => one.label),
    interaction.locale,
  )

/** What a promise gives, or undefined when it has not given anything in that time (milliseconds). */
export async function within<T>(time: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<undefined>((done) => {
    timer = setTimeout(done, time, undefined)
  })
  try {
    return await Promise.race([promise, over])
  } finally {
    clearTimeout(timer)
  }
}
