import type { types } from '@slack/bolt'

export type KnownBlock = types.KnownBlock
export type Button = types.Button
export type ModalView = types.ModalView
export type PlainTextOption = types.PlainTextOption
