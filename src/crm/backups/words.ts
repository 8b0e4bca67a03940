import { catalogue } from '../../bot/text.ts'

export const say = catalogue({
  en: {
    failed: 'The daily backup could not be taken',
    full: 'No space is left where backups are kept. Free some, or set BACKUP_DIR to another disk.',
    unwritable:
      'The folder of the backups cannot be written. Give it to the user who runs the bot, or set BACKUP_DIR to another one.',
    refused:
      'The store of the backups refuses the key, or does not let it do that. Look at BACKUP_S3_KEY and BACKUP_S3_SECRET; “rapport doctor” says more.',
    bucket:
      'There is no such bucket in the store of the backups, or it is in another region. Look at BACKUP_S3 and BACKUP_S3_REGION.',
    clock: 'The clock of the bot’s machine is wrong, so that the store of the backups refuses it. Set the clock.',
    away: 'The store of the backups does not answer. Look at BACKUP_S3_ENDPOINT, and whether the bot’s machine reaches it.',
    storeFull: 'No space is left in the store of the backups. Free some there, or raise the quota.',
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
    refused:
      '备份存储拒绝了密钥，或密钥没有所需的权限。请检查 BACKUP_S3_KEY 和 BACKUP_S3_SECRET；运行“rapport doctor”可查看详情。',
    bucket: '备份存储中没有该存储桶，或它在另一个区域。请检查 BACKUP_S3 和 BACKUP_S3_REGION。',
    clock: '机器人所在机器的时钟不准，备份存储因此拒绝访问。请校准时钟。',
    away: '备份存储没有响应。请检查 BACKUP_S3_ENDPOINT，以及机器人所在的机器能否访问它。',
    storeFull: '备份存储的空间已满。请清理空间，或提高配额。',
    other: '原因见机器人的日志。',
    again: '每小时会重试一次。',
    newest: (ago) => `最近一次成功的备份：${ago}。`,
    none: '目前还没有每日备份。',
    taken: '每日备份后来已经完成。',
  },
})
