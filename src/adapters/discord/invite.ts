import { PermissionFlagsBits } from 'discord.js'

/** To see the channel, answer a mention there or in a thread, as a reply, with the answer's frame: nothing else. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.ReadMessageHistory

/** The link with which somebody who manages a server lets the bot in: least scopes, least rights. */
export const inviteLink = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot%20applications.commands&permissions=${PERMISSIONS}`
