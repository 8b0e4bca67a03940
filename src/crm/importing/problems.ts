import { catalogue, type Locale } from '../../bot/text.ts'
import type { ItemKind } from './kinds/kind.ts'

/** Who reads it: at the terminal they type options, in the chat and in the browser they choose. */
export type Reading = 'terminal' | 'chat'

/** What is wrong with a file or a line of it. `by` tells where it is read, as what to do about it differs. */
const problemsIn = catalogue({
  en: {
    noRows: 'Nothing was in the file: it names its columns, and no row follows. Nothing was changed.',
    numbers: (header: string, example: string, by: Reading) =>
      `The numbers in “${header}” can be read in two ways, for example “${example}”. ${by === 'terminal' ? 'Type --numbers 1,234.5 when a point comes before the decimals, or --numbers 1.234,5 when a comma does.' : 'Choose how they are written.'}`,
    dates: (header: string, example: string, by: Reading) =>
      `The days in “${header}” can be read in two ways, for example “${example}”. ${by === 'terminal' ? 'Type --dates dmy when the day comes first, --dates mdy when the month does (ymd: the year).' : 'Choose in which order they are written.'}`,
    noOwner: (said: string, name: string, members: string, by: Reading) =>
      `${by === 'terminal' ? `--owner-map ${JSON.stringify(said)}` : name}: there is no such member. Members are: ${members}${by === 'terminal' ? '. For example: --owner-map "Anna Snelling=@ana"' : '.'}`,
    noCustomer: (headers: string, by: Reading) =>
      `No column says whose the rows are. One must name the company or the person, by name, e-mail address or id; the first line has: ${headers}. ${by === 'terminal' ? 'Say which: --map "Their header=company"' : 'Choose which one does (“Columns and lines”).'}`,
    needs: (kind: ItemKind, headers: string, by: Reading) =>
      `No column says what the ${kind.what} are. One must be: ${kind.needs.map((one) => kind.columns[one]?.label.en ?? one).join(', ')}; the first line has: ${headers}. ${by === 'terminal' ? `Say which: --map "Their header=${kind.needs[0]}"` : 'Choose which one does (“Columns and lines”).'}`,
    badDay: (typed: string) => `“${typed}” is no day`,
    noDay: 'says no day: fill in when it was',
    noTask: 'says nothing to do: fill in its subject',
    noDealName: 'has no name: fill in what the deal is called, its product or its company',
    badStage: (typed: string) => `“${typed}” is like no stage here (prospecting, qualified, proposal, negotiation, won, lost)`,
    nobodyNamed: 'names no company and no person: fill in whose it is',
    unknownCustomer: (who: string, by: Reading) =>
      `${who}: not known here. Import the companies and people first${by === 'terminal' ? ', or type --create-missing to make them' : ', or choose that whoever is missing is made'}`,
    withoutPerson: (who: string) => `${who}: not known here; it stands with the others of the line`,
    severalCustomers: (name: string) => `there are several called ${name}: name the company too, or an e-mail address`,
    tooMany: (most: number, line: number, what: string) =>
      `More than ${most} lines have something wrong, the last of them line ${line}: ${what}. Is it the right file, and do the columns mean what they are taken for? I stopped there; what came before it was taken.`,
    noSheet: (sheet: string, names: string) => `There is no sheet “${sheet}”. The workbook has ${names}.`,
    badWorkbook:
      'The workbook cannot be read. Open it in Excel, save it again as “Excel Workbook (.xlsx)” or “CSV UTF-8”, and import that.',
    oldWorkbook:
      'The file is a workbook of an old Excel (.xls). Open it, choose “Save as”, the format “Excel Workbook (.xlsx)” or “CSV UTF-8”, and import that.',
    noWorkbook: '--sheet is for Excel workbooks (.xlsx); this file is text.',
    noEnd: (line: number) => `The card that begins on line ${line} has no end (END:VCARD).`,
    badCard: (why: string) => `this card cannot be read: ${why}`,
    unreadable: (file: string, why: string) => `${file} cannot be read: ${why}`,
    noEncoding: (typed: string) =>
      `“${typed}” is no encoding. Known are, for example: utf-8, utf-16le, gb18030, windows-1252, windows-1251, shift_jis, big5, euc-kr.`,
    encoding: (by: Reading) =>
      `The file is not in UTF-8, and its encoding is unclear. ${by === 'terminal' ? 'Say it, for example: --encoding windows-1251 (Cyrillic), shift_jis, big5, euc-kr, gb18030, windows-1252.' : 'Save it as “CSV UTF-8”, and send it again.'}`,
    openQuote: (line: number | string) =>
      `A quotation mark (") that begins a value is never closed, on line ${line} or before it.`,
    quoteInside: (line: number | string) =>
      `On line ${line} a value goes on behind its closing quotation mark: put all of it in quotes, and write quotes inside twice ("Anna ""Ann"" Lee").`,
    badTable: (why: string) => `The file cannot be read as CSV: ${why}`,
    members:
      'Each row of it is somebody of the sales team. Members come by themselves when they use the bot in the chat; an admin sets their role and their manager there (settings). Nothing was changed.',
    products: 'Each row of it is a product. Products are not kept here, so there is nothing to take. Nothing was changed.',
    columns: 'It describes the columns of other files. Import those. Nothing was changed.',
    noColumn: (said: string, headers: string, by: Reading) =>
      `${by === 'terminal' ? `--map ${said}` : said}: the file has no column of that name. It has: ${headers}`,
    noMeaning: (said: string, name: string, names: string, by: Reading) =>
      `${by === 'terminal' ? `--map ${said}` : said}: there is no “${name}”. A column can hold: ${names}${by === 'terminal' ? '; nothing behind “=” leaves it out.' : '.'}`,
    what: (headers: string, whats: readonly string[], by: Reading) =>
      `What are the rows: companies, people? The columns do not tell: ${headers}. ${by === 'terminal' ? `Type --what ${whats.join(', or --what ')}.` : 'Choose what the rows are.'}`,
    noName: (headers: string, by: Reading) =>
      `No column names a company or a person. One must, for example as “company” or “account”; the first line has: ${headers}. ${by === 'terminal' ? 'Say which: --map "Their header=company"' : 'Choose which one does (“Columns and lines”).'}`,
    empty: 'The file is empty. The first line must name the columns, for example: company,website,phone',
    tooWide: (values: number, columns: number) =>
      `has ${values} values where the first line names ${columns} columns; put quotes around a value that holds the sign between them`,
    badName: (name: string, longest: number) => `“${name}” is no name: it needs a letter, and at most ${longest} characters`,
    nobody: 'names no company: fill that column in',
    restTaken: (what: string) => `${what} (the rest of the line was taken)`,
    companies: (count: number, name: string) =>
      `there are ${count} companies named ${name}: give one of them another name, then import again`,
    people: (count: number, name: string) => `there are ${count} people named ${name} there: the person was not taken`,
    unseen: (name: string) => `“${name}” is looked after by somebody else here, and was not taken: ask an admin to import it`,
    noParent: (name: string) => `its parent company “${name}” is unknown: add a line for it; the rest of the line was taken`,
    parents: (name: string) => `there are two companies named “${name}”: it has no parent until one gets another name`,
    below: (name: string) => `“${name}” cannot be its parent: it is below it, or the company itself`,
    fault: 'Something went wrong on our side. Try it again; what stands already is known again.',
    reason: 'reason',
    cards: (encoding: string) => `vCards, ${encoding}`,
    table: (kind: string, encoding: string, sign: string) => `${kind}, ${encoding}, values parted by ${sign}`,
    tabs: 'tabs',
    workbook: (sheet: string, others: string, by: Reading) =>
      `Excel workbook, sheet “${sheet}”${others && ` (of ${others}${by === 'terminal' ? '; another with --sheet' : ''})`}`,
  },
  zh: {
    noRows: '文件中只有列名，后面没有任何行。什么都没有改动。',
    numbers: (header, example, by) =>
      `“${header}”中的数字有两种读法，例如“${example}”。${by === 'terminal' ? '小数点是点时输入 --numbers 1,234.5，是逗号时输入 --numbers 1.234,5。' : '请选择数字的写法。'}`,
    dates: (header, example, by) =>
      `“${header}”中的日期有两种读法，例如“${example}”。${by === 'terminal' ? '日在前时输入 --dates dmy，月在前时输入 --dates mdy（年在前：ymd）。' : '请选择日期的写法。'}`,
    noOwner: (said, name, members, by) =>
      `${by === 'terminal' ? `--owner-map ${JSON.stringify(said)}` : name}：没有这个成员。成员有：${members}。`,
    noCustomer: (headers, by) =>
      `没有一列说明每行属于谁。至少要有一列是公司或人：名称、邮箱或编号；第一行有：${headers}。${by === 'terminal' ? '请说明是哪一列：--map "列名=company"' : '请选择是哪一列（“列与行”）。'}`,
    needs: (kind, headers, by) =>
      `没有一列说明内容。至少要有一列是：${kind.needs.map((one) => kind.columns[one]?.label.zh ?? one).join('、')}；第一行有：${headers}。${by === 'terminal' ? `请说明是哪一列：--map "列名=${kind.needs[0]}"` : '请选择是哪一列（“列与行”）。'}`,
    badDay: (typed) => `“${typed}”不是日期`,
    noDay: '没有日期：请填写时间',
    noTask: '没有写要做什么：请填写主题',
    noDealName: '没有名称：请填写商机名称、产品或公司',
    badStage: (typed) => `“${typed}”不像这里的任何阶段（接触、已确认需求、方案报价、谈判、赢单、输单）`,
    nobodyNamed: '没有写明公司或联系人：请填写属于谁',
    unknownCustomer: (who, by) =>
      `这里不认识${who}。请先导入公司和联系人，${by === 'terminal' ? '或输入 --create-missing 新建' : '或选择新建缺少的客户'}`,
    withoutPerson: (who) => `这里不认识${who}；已记在该行的其他客户名下`,
    severalCustomers: (name) => `有几个都叫${name}：请同时写明公司或邮箱`,
    tooMany: (most, line, what) =>
      `超过 ${most} 行有问题，最后一处在第 ${line} 行：${what}。文件是否正确，各列的含义是否如所识别？已在此停止；之前的行已导入。`,
    noSheet: (sheet, names) => `没有工作表“${sheet}”。工作簿中有 ${names}。`,
    badWorkbook: '无法读取工作簿。请用 Excel 打开，另存为“Excel 工作簿 (.xlsx)”或“CSV UTF-8”，再导入。',
    oldWorkbook: '这是旧版 Excel 的工作簿 (.xls)。请打开后另存为“Excel 工作簿 (.xlsx)”或“CSV UTF-8”，再导入。',
    noWorkbook: '--sheet 只用于 Excel 工作簿 (.xlsx)；这个文件是文本。',
    noEnd: (line) => `从第 ${line} 行开始的名片没有结尾 (END:VCARD)。`,
    badCard: () => '无法读取这张名片',
    unreadable: (file, why) => `无法读取 ${file}：${why}`,
    noEncoding: (typed) =>
      `没有叫“${typed}”的编码。例如：utf-8、utf-16le、gb18030、windows-1252、windows-1251、shift_jis、big5、euc-kr。`,
    encoding: (by) =>
      `文件不是 UTF-8，编码不清楚。${by === 'terminal' ? '请说明，例如：--encoding gb18030、big5、shift_jis、euc-kr、windows-1251、windows-1252。' : '请另存为“CSV UTF-8”后重新发送。'}`,
    openQuote: (line) => `第 ${line} 行或之前，有一个值开头的引号 (") 没有结束。`,
    quoteInside: (line) => `第 ${line} 行有一个值在结束引号之后还有内容：请把整个值放进引号，里面的引号写两次（"小""明"）。`,
    badTable: () => '无法按 CSV 读取这个文件。请另存为“CSV UTF-8”后重新发送。',
    members: '每行是销售团队的一位成员。成员在聊天中使用机器人时会自动加入；角色和上级由管理员在设置中指定。什么都没有改动。',
    products: '每行是一个产品。这里不保存产品，没有可导入的内容。什么都没有改动。',
    columns: '这个文件说明的是其他文件的列。请导入那些文件。什么都没有改动。',
    noColumn: (said, headers, by) => `${by === 'terminal' ? `--map ${said}` : said}：文件中没有这个列名。它有：${headers}`,
    noMeaning: (said, name, names, by) =>
      `${by === 'terminal' ? `--map ${said}` : said}：没有“${name}”。列的含义可以是：${names}${by === 'terminal' ? '；“=”后面为空表示不采用。' : '。'}`,
    what: (headers, whats, by) =>
      `每行是公司还是人？从列名看不出来：${headers}。${by === 'terminal' ? `请输入 --what ${whats.join(' 或 --what ')}。` : '请选择每行是什么。'}`,
    noName: (headers, by) =>
      `没有一列是公司或人的名称。至少要有一列，例如“公司名称”；第一行有：${headers}。${by === 'terminal' ? '请说明是哪一列：--map "列名=company"' : '请选择是哪一列（“列与行”）。'}`,
    empty: '文件是空的。第一行必须是列名，例如：公司名称,网站,电话',
    tooWide: (values, columns) => `有 ${values} 个值，而第一行只有 ${columns} 列；含有分隔符的值请加上引号`,
    badName: (name, longest) => `“${name}”不是名称：至少要有一个文字，最多 ${longest} 个字符`,
    nobody: '没有写明公司：请填写该列',
    restTaken: (what) => `${what}（该行其余内容已导入）`,
    companies: (count, name) => `有 ${count} 家公司都叫${name}：请给其中一家改名，再导入`,
    people: (count, name) => `那里有 ${count} 个人都叫${name}：此人没有导入`,
    unseen: (name) => `“${name}”由其他同事负责，没有导入：请管理员导入`,
    noParent: (name) => `不认识母公司“${name}”：请为它加一行；该行其余内容已导入`,
    parents: (name) => `有两家公司都叫“${name}”：在其中一家改名之前没有母公司`,
    below: (name) => `“${name}”不能是它的母公司：它在其下级，或就是它自己`,
    fault: '我们这边出了问题，请重试；已有的内容会被认出。',
    reason: '原因',
    cards: (encoding) => `vCard，${encoding}`,
    table: (kind, encoding, sign) => `${kind}，${encoding}，以${sign}分隔`,
    tabs: '制表符',
    workbook: (sheet, others, by) =>
      `Excel 工作簿，工作表“${sheet}”${others && `（共有 ${others}${by === 'terminal' ? '；用 --sheet 选择其他' : ''}）`}`,
  },
})

export type Problems = ReturnType<typeof problemsIn>
/** What is to be told, in whatever language it is read. */
export type Told = (say: Problems, by: Reading) => string

/** For whom a file is read. */
export interface Readers {
  locale: Locale
  by: Reading
}
export const AT_THE_TERMINAL: Readers = { locale: 'en', by: 'terminal' }

export const sayTo = ({ locale, by }: Readers, told: Told): string => told(problemsIn(locale), by)
export { problemsIn }
