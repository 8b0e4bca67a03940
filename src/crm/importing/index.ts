import type { Room } from '../../bot/operation.ts'
import { cancelImport, importIt, openImport, setImport, startImport } from './import.ts'
import { importNews } from './kept/notice.ts'
import { forgetting, imports } from './kept/work.ts'
import { faultsPage, importPage, importsPage } from './page/page.ts'

export const importing: Room = {
  operations: [importIt, startImport, cancelImport, setImport, openImport],
  notices: [importNews],
  jobs: [imports, forgetting],
  memberPages: [importsPage, importPage, faultsPage],
}
