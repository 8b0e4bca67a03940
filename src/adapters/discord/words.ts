import { catalogue, type Locale, localeOf } from '../../bot/text.ts'

/** What the adapter itself says; everything else comes to it in cards. */
export const say = catalogue({
  en: {
    short: 'Shortened to fit into one Discord message.',
    choose: 'Choose one of these…',
    postedBelow: 'Posted below, for the whole channel.',
    inDirectMessage: 'I answered you in a direct message, so that only you see it.',
    directMessagesClosed:
      'I cannot send you a direct message. Allow direct messages from this server in your privacy settings, or use /crm here: its answers are shown to you alone.',
    hello: (server: string) =>
      `Hello! I am Rapport, the CRM of ${server} from now on. Whoever manages this server types /crm help first and is my admin; /crm settings access then says which roles may use me.`,
    cannotShow: 'It is done, but Discord did not take the answer as I wrote it. Your admin finds the cause in the log.',
  },
  zh: {
    short: '内容过长，已截短以放入一条 Discord 消息。',
    choose: '请选择一项…',
    postedBelow: '已发到下方，整个频道可见。',
    inDirectMessage: '我已私信回复您，只有您能看到。',
    directMessagesClosed: '我无法给您发私信。请在隐私设置中允许来自此服务器的私信，或在这里使用 /crm：回复只有您能看到。',
    hello: (server) =>
      `大家好！我是 Rapport，从现在起是 ${server} 的客户管理。请管理此服务器的人先输入 /crm help，即为管理员；之后用 /crm settings access 说明哪些角色可以使用。`,
    cannotShow: '操作已完成，但 Discord 没有接受我的回复。管理员可以在日志中找到原因。',
  },
})

/**
 * The language a card is written in, told from its buttons, which the house itself wrote. A person's own setting may differ from their
 * Discord's, and a notice comes with no request to ask.
 */
export function localeShown(labels: readonly string[], otherwise: string | undefined): Locale {
  if (labels.length === 0) return localeOf(otherwise)
  return labels.some((label) => /\p{Script=Han}/u.test(label)) ? 'zh' : 'en'
}
