import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    failed: 'The daily backup could not be taken',
    full: 'No space is left where backups are kept. Free some, or set BACKUP_DIR to another disk.',
    unwritable:
      'The folder of the backups cannot be written. Give it to the user who runs the bot, or set BACKUP_DIR to another one.',
    other: 'The log of the bot says why.',
    again: 'It is tried again every hour.',
    newest: (ago: string) => `The newest good backup: ${ago}.`,
    none: 'There is no daily backup yet.',
    taken: 'The daily backup has been taken after all.',
  },
  zh: {
    failed: '每日备份未能完成',
    full: '存放备份的磁盘空间已满。请清理空间，或把 BACKUP_DIR 设为另一块磁盘。',
    unwritable: '备份文件夹无法写入。请把它的权限交给运行机器人的用户，或把 BACKUP_DIR 设为另一个文件夹。',
    other: '原因见机器人的日志。',
    again: '每小时会重试一次。',
    newest: (ago) => `最近一次成功的备份：${ago}。`,
    none: '目前还没有每日备份。',
    taken: '每日备份后来已经完成。',
  },
})
