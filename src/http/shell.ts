import { type Html, html } from '../bot/html.ts'
import type { Visitor } from '../bot/page.ts'
import { catalogue, type Locale } from '../bot/text.ts'

export const say = catalogue({
  en: {
    open: 'Open',
    openTitle: 'Open your page',
    openText: 'This link from your chat opens a page for you, once. Nobody else should use it.',
    noSecret: 'This address is not complete. Use the link that the bot gave you in the chat, as it stands there.',
    noScript: 'Your browser runs no JavaScript; this page needs it to open the link.',
    spent:
      'This link has been used, or it is too old: links are good for 15 minutes and for one opening. Ask the bot in the chat once more, and it gives you a new one.',
    closed:
      'This page is open to you for 12 hours after you came by a link from the chat, and closes when your role changes. Ask the bot in the chat again for a new link.',
    notAllowed: 'Your role does not open this page. An admin of your workspace can change it.',
    nothing: 'There is nothing here, or no longer.',
    left: 'You have left. The links that brought you here open nothing any more.',
    tooOften: 'That was too often within a minute. Wait a moment, then try again.',
    tooLong: 'That was too much to send at once. Send less.',
    unreadable: 'That could not be read. Go back and try again.',
    fault: 'Something went wrong on our side. Nothing was changed by it. Try again in a moment.',
    fileTooLarge: (megabytes: number) => `That file is too large: ${megabytes} MB is the most.`,
    back: 'Back',
    leave: 'Leave',
  },
  zh: {
    open: '打开',
    openTitle: '打开您的页面',
    openText: '这个来自聊天的链接为您打开一个页面，只能用一次，请不要给别人用。',
    noSecret: '这个地址不完整。请使用机器人在聊天里给您的完整链接。',
    noScript: '您的浏览器没有运行 JavaScript，本页需要它来打开链接。',
    spent: '这个链接已经用过，或者已过期：链接 15 分钟内有效，只能打开一次。请在聊天里再向机器人要一个新的。',
    closed: '通过聊天里的链接进入后，页面开放 12 小时；您的角色变化时也会关闭。请在聊天里向机器人要一个新链接。',
    notAllowed: '您的角色不能打开此页。工作区管理员可以更改。',
    nothing: '这里什么也没有，或已不存在。',
    left: '您已离开。带您来的链接不再有效。',
    tooOften: '一分钟内请求过多。请稍等再试。',
    tooLong: '一次发送的内容太多，请减少后再试。',
    unreadable: '无法读取。请返回再试。',
    fault: '我们这边出了问题，没有造成任何改动。请稍后再试。',
    fileTooLarge: (megabytes) => `文件太大：最多 ${megabytes} MB。`,
    back: '返回',
    leave: '离开',
  },
})

export interface Shell {
  locale: Locale
  title: string
  body: Html
  visitor?: Visitor
}

/** The one frame of all pages for members. */
export const shell = ({ locale, title, body, visitor }: Shell): Html => html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title === 'Rapport' ? title : `${title} · Rapport`}</title>
<link rel="icon" href="/door/icon.svg">
<link rel="stylesheet" href="/door/look.css">
<script type="module" src="/door/door.js"></script>
</head>
<body>
<header><strong>Rapport</strong>${visitor && whoIsIn(visitor, locale)}</header>
<main>
${title !== 'Rapport' && html`<h1>${title}</h1>`}
${body}
</main>
</body>
</html>
`

const whoIsIn = ({ me, workspace }: Visitor, locale: Locale) =>
  html`<span class="who">${me.name} · ${workspace.name}</span><form method="post" action="/door/leave"><button class="plain">${say(locale).leave}</button></form>`

/** Where a link leads: what it opens is opened by a press, so that a program which only looks at links opens nothing. */
export function entrance(locale: Locale): Shell {
  const words = say(locale)
  return {
    locale,
    title: words.openTitle,
    body: html`<form method="post" action="/door" data-entrance hidden>
<p>${words.openText}</p>
<input type="hidden" name="secret">
<button class="primary">${words.open}</button>
</form>
<p data-incomplete hidden>${words.noSecret}</p>
<noscript><p>${words.noScript}</p></noscript>`,
  }
}
