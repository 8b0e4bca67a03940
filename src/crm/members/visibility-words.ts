import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    title: 'Who sees whose customers',
    all: 'Everybody sees everything.',
    team: 'Each team sees its own.',
    own: 'Each member sees only their own.',
    explainAll: 'All members see all companies, people, notes and tasks.',
    explainTeam:
      'A member sees what belongs to them and to the others in their teams. A manager of a team sees that of its members. What belongs to nobody is seen by everybody, and admins see everything.',
    explainOwn:
      'A member sees what belongs to them. A manager of a team, and whom a member named as their manager, sees that of those they lead. What belongs to nobody is seen by everybody, and admins see everything.',
    whose:
      'A company or a person belongs to its owner; notes and tasks go with their customer. What is not seen is not found, suggested or told of anywhere. “log private: …” is seen by its author alone, whatever stands here.',
    chosen: (what: string) => `From now on: ${what}`,
    unowned: (count: number) =>
      `${count.toLocaleString('en')} companies belong to nobody, so everybody goes on seeing them. “assign acme to @Bo” gives one to somebody.`,
    noTeams: 'No team is set up yet, so each sees only their own for now. To make one, type: team add Berlin',
    chooseAll: 'Everybody everything',
    chooseTeam: 'Each team its own',
    chooseOwn: 'Each their own',
    notYours: 'Only an admin can change who sees what. Ask one of yours.',
    bad: (typed: string) =>
      `I do not know “${typed}”. Type settings visibility all, settings visibility team, or settings visibility own.`,
    how: 'To change it: settings visibility all, team, or own',
  },
  zh: {
    title: '谁能看到谁的客户',
    all: '所有人都能看到全部。',
    team: '每个团队看到自己团队的。',
    own: '每个成员只看到自己的。',
    explainAll: '所有成员都能看到全部公司、联系人、记录和任务。',
    explainTeam:
      '成员能看到属于自己和同团队其他人的内容。团队经理能看到团队成员的。没有负责人的内容所有人都能看到，管理员能看到全部。',
    explainOwn:
      '成员能看到属于自己的内容。团队经理，以及被成员设为上级的人，能看到下属的。没有负责人的内容所有人都能看到，管理员能看到全部。',
    whose:
      '公司或联系人属于其负责人，记录和任务随客户走。看不到的内容在任何地方都不会被找到、提示或提及。“log private: …”只有记录者自己能看到，与此设置无关。',
    chosen: (what) => `从现在起：${what}`,
    unowned: (count) => `有 ${count} 家公司没有负责人，所有人仍能看到。用“assign acme to @Bo”指定负责人。`,
    noTeams: '还没有设置团队，目前每人只看到自己的。要建立团队，请输入：team add 柏林',
    chooseAll: '所有人看全部',
    chooseTeam: '各团队看自己的',
    chooseOwn: '各人看自己的',
    notYours: '只有管理员可以修改谁能看到什么，请联系他们。',
    bad: (typed) => `不认识“${typed}”。请输入 settings visibility all、team 或 own。`,
    how: '修改：settings visibility all、team 或 own',
  },
})
