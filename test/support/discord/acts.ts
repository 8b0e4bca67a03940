import { ATTACHMENT, leafOf, optionsFor } from './commands.ts'
import { filled } from './fill.ts'
import type { Gateway } from './gateway.ts'
import { makeMessage, pressables } from './messages.ts'
import { channelOf, interactionJson, messageEvent, messageJson, userJson } from './payloads.ts'
import type { FakeMessage, FakeModal, FakeUser, Interaction, Json, Outcome, Where } from './types.ts'
import type { World } from './world.ts'

type Given = Record<string, string>
interface GivenFile {
  name: string
  text: string
  gone?: boolean
}

/** What people do. Each waits for what comes of it. */
export interface Acts {
  /** `/crm last customer:acme`: command('u1', 'crm', 'last', { customer: 'acme' }); `/log line:…`: command('u1', 'log', undefined, { line: '…' }). */
  command: (user: string, name: string, subcommand?: string, options?: Given, where?: Where) => Promise<Outcome>
  /** `/crm records import file:…`: the command's option for a file is filled with one that Discord then hands out, unless it is `gone`. */
  commandWithFile: (user: string, name: string, subcommand: string, file: GivenFile) => Promise<Outcome>
  /** What is offered while typing into an option; the other options as they are filled in so far. */
  autocomplete: (
    user: string,
    name: string,
    subcommand: string | undefined,
    option: string,
    typed: string,
    where?: Where,
  ) => Promise<{ name: string; value: string }[]>
  /** Presses a button, or chooses an option of a menu, by its label. */
  press: (user: string, message: FakeMessage, label: string) => Promise<Outcome>
  /** Fills in a form by its labels or names and sends it; what is left out keeps what it was prefilled with. */
  submit: (user: string, modal: FakeModal, values?: Given) => Promise<Outcome>
  /** Writes to the bot; gives its next answer. */
  dm: (user: string, text: string, files?: readonly string[]) => Promise<FakeMessage>
  /** Names the bot in the server's channel; gives its next message, in the channel or to the person. */
  mention: (user: string, text: string) => Promise<FakeMessage>
  /** Writes in the channel, to nobody. */
  write: (user: string, text: string) => FakeMessage
  /** "Apps › Log to CRM" on a message. */
  messageCommand: (user: string, name: string, message: FakeMessage) => Promise<Outcome>
}

export function actsOf(world: World, gateway: Gateway): Acts {
  const who = (key: string): FakeUser => {
    const user = world.users.get(key)
    if (!user) throw new Error(`there is no user ${key}`)
    return user
  }
  const ready = () =>
    world.until(() => world.commands.length > 0 && gateway.connected(), 'the bot to connect and register its commands')

  const interact = async (user: FakeUser, place: Where, type: number, data: Json, source?: FakeMessage): Promise<Outcome> => {
    await world.until(gateway.connected, 'the bot to be connected')
    const outcome: Outcome = {
      message: undefined,
      modal: undefined,
      choices: undefined,
      updated: false,
      deferred: false,
      followUps: [],
    }
    const one: Interaction = {
      id: world.id(),
      token: `token-${world.id()}`,
      type,
      user,
      place,
      made: world.now(),
      acknowledged: undefined,
      source,
      original: undefined,
      deferredFlags: 0,
      outcome,
    }
    world.interactions.set(one.token, one)
    gateway.tell('INTERACTION_CREATE', interactionJson(world, one, data))
    const direct = sentTo(world, user.channel).length
    const answered = () => outcome.message ?? outcome.modal ?? outcome.choices ?? sentTo(world, user.channel)[direct]
    await world.until(answered, `an answer to ${JSON.stringify(data).slice(0, 200)} (refused: ${world.refusals.join(' | ')})`)
    outcome.message ??= outcome.modal || outcome.choices ? undefined : sentTo(world, user.channel)[direct]
    return outcome
  }

  const tell = async (user: FakeUser, channel: string, content: string, files: readonly string[] = []): Promise<FakeMessage> => {
    await world.until(gateway.connected, 'the bot to be connected')
    const before = new Set(world.messages.keys())
    const message = makeMessage(
      world,
      channel,
      { content, attachments: files.map((name) => fileOf(world, channel, name)) },
      { author: user },
    )
    gateway.tell('MESSAGE_CREATE', messageEvent(world, message, user))
    const answer = () =>
      [...world.messages.values()].find(
        (message) => !before.has(message.id) && !message.author && [user.channel, channel].includes(message.channel),
      )
    await world.until(answer, `an answer to “${content}”`)
    return answer()!
  }

  return {
    command: async (key, name, subcommand, options = {}, where = 'channel') => {
      await ready()
      const command = world.commands.find((one) => one.name === name && one.type === 1)
      if (!command) throw new Error(`/${name} is not registered`)
      return interact(who(key), where, 2, { id: command.id, name, type: 1, options: optionsFor(command, subcommand, options) })
    },
    commandWithFile: async (key, name, subcommand, { name: filename, text, gone }) => {
      await ready()
      const command = world.commands.find((one) => one.name === name && one.type === 1)
      const option = command && leafOf(command, subcommand).find((one) => one.type === ATTACHMENT)
      if (!command || !option) throw new Error(`/${name} ${subcommand} takes no file`)
      const id = world.id()
      if (!gone) world.files.set(id, text)
      const size = Buffer.byteLength(text)
      const attachment = {
        id,
        filename,
        size,
        url: `${world.address}/files/${id}`,
        proxy_url: '',
        content_type: 'text/csv',
        ephemeral: true,
      }
      return interact(who(key), 'channel', 2, {
        id: command.id,
        name,
        type: 1,
        options: optionsFor(command, subcommand, { [String(option.name)]: id }),
        resolved: { attachments: { [id]: attachment } },
      })
    },
    autocomplete: async (key, name, subcommand, option, typed, where = 'channel') => {
      await ready()
      const command = world.commands.find((one) => one.name === name)
      if (!command) throw new Error(`/${name} is not registered`)
      if (!leafOf(command, subcommand).some((one) => one.name === option && one.autocomplete))
        throw new Error(`${option} completes nothing`)
      const outcome = await interact(who(key), where, 4, {
        id: command.id,
        name,
        type: 1,
        options: optionsFor(command, subcommand, { [option]: typed }, option),
      })
      return outcome.choices ?? []
    },
    press: async (key, message, label) => {
      const found = pressables(message).find((one) => one.label === label)
      if (!found?.id) throw new Error(`“${label}” is not among ${message.labels.join(', ')}`)
      if (message.onlyFor && message.onlyFor !== key) throw new Error(`${key} does not see that message`)
      const data = {
        custom_id: found.id,
        component_type: found.value === undefined ? 2 : 3,
        ...(found.value !== undefined && { values: [found.value] }),
      }
      return interact(who(key), message.channel === who(key).channel ? 'direct' : 'channel', 3, data, message)
    },
    submit: (key, modal, values = {}) =>
      interact(who(key), modal.place, 5, { custom_id: modal.custom_id, components: filled(modal, values) }, modal.from),
    dm: (key, text, files) => tell(who(key), who(key).channel, text, files),
    mention: (key, text) => tell(who(key), world.guild.channel, `<@${world.bot.id}> ${text}`),
    write: (key, text) => {
      const message = makeMessage(world, world.guild.channel, { content: text }, { author: who(key) })
      gateway.tell('MESSAGE_CREATE', messageEvent(world, message, who(key)))
      return message
    },
    messageCommand: async (key, name, message) => {
      await ready()
      const command = world.commands.find((one) => one.name === name && one.type === 3)
      if (!command) throw new Error(`the message command ${name} is not registered`)
      const target = messageJson(world, message)
      const place: Where = message.channel === channelOf(world, who(key), 'direct') ? 'direct' : 'channel'
      return interact(who(key), place, 2, {
        id: command.id,
        name,
        type: 3,
        target_id: message.id,
        resolved: { messages: { [message.id]: target }, users: { [who(key).id]: userJson(who(key)) } },
      })
    },
  }
}

const sentTo = (world: World, channel: string) =>
  [...world.messages.values()].filter((message) => message.channel === channel && !message.author)

/** A file as Discord tells of it: without signs that are no Latin letters in its name, the whole as its title. */
function fileOf(world: World, channel: string, name: string): Json {
  const id = world.id()
  const plain = name.replaceAll(/[^\w.-]/g, '_')
  const title = plain === name ? {} : { title: name.replace(/\.\w+$/, '') }
  return {
    id,
    filename: plain,
    ...title,
    size: 3,
    url: `https://cdn.discordapp.com/attachments/${channel}/${id}/${plain}`,
    proxy_url: `https://media.discordapp.net/attachments/${channel}/${id}/${plain}`,
  }
}
