import type { Faults } from './refusal.ts'
import type { Json } from './types.ts'

type Path = (string | number)[]
const [ROW, BUTTON, SELECT, TEXT_INPUT, TEXT, LABEL] = [1, 2, 3, 4, 10, 18]
const LINK = 5

/** Discord's rules for the components of a message: five rows of five, labels, ids that are unique in the whole message. */
export function checkComponents(faults: Faults, components: Json[], v2: boolean): void {
  if (v2) faults.add(['components'], 'this fake knows no Components V2: it would have to check them first')
  if (components.length > 5) faults.add(['components'], 'Must be between 1 and 5 in length.')
  const ids = new Set<unknown>()
  for (const [at, row] of components.entries()) {
    const path = ['components', at]
    if (row.type !== ROW) faults.add(path, 'Value of field "type" must be one of (1,).')
    const inside = (row.components ?? []) as Json[]
    if (inside.length < 1 || inside.length > 5) faults.add([...path, 'components'], 'Must be between 1 and 5 in length.')
    if (inside.some((one) => one.type === SELECT) && inside.length > 1)
      faults.add([...path, 'components'], 'A select stands alone in its row')
    for (const [nth, one] of inside.entries()) checkOne(faults, one, [...path, 'components', nth], ids)
  }
}

function checkOne(faults: Faults, one: Json, path: Path, ids: Set<unknown>): void {
  if (one.type === BUTTON) checkButton(faults, one, path)
  else if (one.type === SELECT) checkSelect(faults, one, path)
  else faults.add([...path, 'type'], 'Not a component of a message')
  if (one.type === BUTTON && one.style === LINK) return
  checkId(faults, one, path, ids)
}

function checkId(faults: Faults, one: Json, path: Path, ids: Set<unknown>): void {
  faults.length([...path, 'custom_id'], one.custom_id, 1, 100)
  if (ids.has(one.custom_id)) faults.add([...path, 'custom_id'], 'Component custom id cannot be duplicated')
  ids.add(one.custom_id)
}

function checkButton(faults: Faults, one: Json, path: Path): void {
  faults.length([...path, 'label'], one.label, 1, 80)
  if (![1, 2, 3, 4, 5].includes(Number(one.style))) faults.add([...path, 'style'], 'Not a style')
  if (one.style !== LINK) return
  faults.length([...path, 'url'], one.url, 1, 512)
  if (!/^(https?|discord):\/\/\S+$/.test(String(one.url))) faults.add([...path, 'url'], 'Not a well formed URL.')
  if (one.custom_id) faults.add([...path, 'custom_id'], 'A link has no custom id')
}

function checkSelect(faults: Faults, one: Json, path: Path): void {
  const options = (one.options ?? []) as Json[]
  if (options.length < 1 || options.length > 25) faults.add([...path, 'options'], 'Must be between 1 and 25 in length.')
  if (one.placeholder !== undefined) faults.length([...path, 'placeholder'], one.placeholder, 0, 150)
  const values = new Set<unknown>()
  options.forEach((option, at) => {
    faults.length([...path, 'options', at, 'label'], option.label, 1, 100)
    faults.length([...path, 'options', at, 'value'], option.value, 1, 100)
    if (option.description !== undefined) faults.length([...path, 'options', at, 'description'], option.description, 1, 100)
    if (values.has(option.value)) faults.add([...path, 'options', at, 'value'], 'The specified option value is already used')
    values.add(option.value)
  })
}

/** Discord's rules for a modal. */
export function checkModal(faults: Faults, data: Json): void {
  faults.length(['data', 'custom_id'], data.custom_id, 1, 100)
  faults.length(['data', 'title'], data.title, 1, 45)
  const components = (data.components ?? []) as Json[]
  if (components.length < 1 || components.length > 5) faults.add(['data', 'components'], 'Must be between 1 and 5 in length.')
  const ids = new Set<unknown>()
  for (const [at, one] of components.entries()) {
    const path = ['data', 'components', at]
    if (one.type === TEXT) faults.length([...path, 'content'], one.content, 1, 4000)
    else if (one.type === LABEL) checkLabel(faults, one, path, ids)
    else faults.add(path, 'Not a component of a modal')
  }
}

function checkLabel(faults: Faults, one: Json, path: Path, ids: Set<unknown>): void {
  faults.length([...path, 'label'], one.label, 1, 45)
  if (one.description !== undefined) faults.length([...path, 'description'], one.description, 1, 100)
  const inside = (one.component ?? {}) as Json
  checkId(faults, inside, [...path, 'component'], ids)
  if (inside.type === SELECT) checkSelect(faults, inside, [...path, 'component'])
  else if (inside.type === TEXT_INPUT) checkTextInput(faults, inside, [...path, 'component'])
  else faults.add([...path, 'component'], 'Not a component of a label')
}

function checkTextInput(faults: Faults, one: Json, path: Path): void {
  if (one.label !== undefined) faults.add([...path, 'label'], 'Inside a label an input has no label')
  if (![1, 2].includes(Number(one.style))) faults.add([...path, 'style'], 'Not a style')
  const max = Number(one.max_length ?? 4000)
  if (max < 1 || max > 4000) faults.add([...path, 'max_length'], 'Must be between 1 and 4000.')
  if (one.value !== undefined) faults.length([...path, 'value'], one.value, 0, max)
  if (one.placeholder !== undefined) faults.length([...path, 'placeholder'], one.placeholder, 0, 100)
}
