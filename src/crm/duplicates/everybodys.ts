/** Domains of which an address says nothing of where somebody works, and sites on which many have a page. */
const FREE = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de live.com msn.com yahoo.com yahoo.co.uk yahoo.co.jp yahoo.fr ymail.com ' +
    'icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me gmx.de gmx.net gmx.at gmx.com web.de t-online.de freenet.de mail.com mail.ru ' +
    'yandex.ru yandex.com zoho.com fastmail.com hey.com tutanota.com orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it comcast.net verizon.net ' +
    'att.net btinternet.com sky.com naver.com hanmail.net rediffmail.com qq.com vip.qq.com foxmail.com 163.com 126.com vip.163.com sina.com sina.cn sohu.com ' +
    'aliyun.com yeah.net 139.com 189.cn wo.cn 21cn.com tom.com example.com ' +
    'facebook.com linkedin.com instagram.com twitter.com x.com youtube.com wixsite.com wordpress.com blogspot.com github.io github.com google.com ' +
    'sites.google.com shopify.com myshopify.com etsy.com amazon.com ebay.com alibaba.com 1688.com taobao.com tmall.com weibo.com weixin.qq.com notion.site linktr.ee'
  ).split(' '),
)

/** Whether a domain is one that everybody may have an address at. */
export const isFree = (domain: string): boolean => FREE.has(domain)

/** Addresses that a whole company reads: who has one is not known by it. */
const SHARED =
  /^(?:info|office|sales|contact|kontakt|hello|support|service|admin|mail|team|vertrieb|buero|post|accounts?|billing|marketing|hr|jobs|enquiries|inquiries|reception|noreply|no-reply)@/

export const isRoleAddress = (email: string): boolean => SHARED.test(email)

export const domainOf = (email: string): string => email.slice(email.indexOf('@') + 1)
