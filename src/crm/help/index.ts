import type { Room } from '../../bot/operation.ts'
import { dismiss } from './dismiss.ts'
import { help, type TheRegistry } from './help.ts'
import { tour, welcome } from './tour.ts'
import { tourLog, tourSettings } from './tour-forms.ts'

/** Help, the tour and the welcome; what help says is derived from the registry, which is asked for when somebody asks. */
export const helpRoom = (registry: TheRegistry): Room => ({
  operations: [help(registry), tour, tourSettings(registry), tourLog(registry), dismiss],
  notices: [welcome],
})
