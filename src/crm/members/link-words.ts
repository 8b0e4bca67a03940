import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    code: (code: string) => `Your code: ${code}`,
    codeHow: (code: string) => `Within 15 minutes, in the other chat (Slack or Discord), type: settings link ${code}`,
    codeWhat:
      'That makes your two accounts one person, and joins the two teams where they are still apart. Give the code to nobody, and type none that somebody else gave you.',
    badCode: 'That code is wrong, used, or older than 15 minutes. Type settings link in the other chat for a new one.',
    sameAccount: 'That code was made here. Type it in the other chat.',
    already: 'These two accounts are one already. Nothing was changed.',
    bothHoldCustomers:
      'Both sides already hold customers, and two sets of customers cannot be made one. Nothing was changed. Go on with one side, and import there what the other one exports.',
    otherWay:
      'This side already holds customers, the other one none. Do it the other way round: type settings link here, and the code over there.',
    needsAdmin:
      'Joining two teams opens the customers of one to the other, so an admin of each side has to do it: one makes the code, and types it on the other side.',
    joined: (name: string) => `Joined: this chat now works with the customers of ${name}.`,
    merged: 'Your two accounts are one person now: what you log in one is seen in the other.',
  },
  zh: {
    code: (code) => `您的代码：${code}`,
    codeHow: (code) => `请在 15 分钟内到另一个聊天软件（Slack 或 Discord）里输入：settings link ${code}`,
    codeWhat: '这会把您的两个账号合为一人；如果两个团队还没有合并，也会合并。请不要把代码给别人，也不要输入别人给您的代码。',
    badCode: '代码不对、已使用，或已超过 15 分钟。请在另一边输入 settings link 获取新代码。',
    sameAccount: '这个代码就是在这里生成的。请到另一个聊天软件里输入。',
    already: '这两个账号已经是同一个人。什么都没有改动。',
    bothHoldCustomers: '两边都已有客户，无法把两份客户合成一份。什么都没有改动。请选定一边，把另一边导出的内容导入进来。',
    otherWay: '这边已有客户，另一边还没有。请反过来：在这里输入 settings link，到那边输入代码。',
    needsAdmin: '合并团队会互相开放客户资料，所以需要两边的管理员来做：在一边生成代码，在另一边输入。',
    joined: (name) => `已合并：这里现在使用${name}的客户资料。`,
    merged: '您的两个账号现在是同一个人：在一边记录的内容，另一边也能看到。',
  },
})
