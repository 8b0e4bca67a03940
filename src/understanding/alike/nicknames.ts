/** Given names in English and what people are called who have them; each line is one name. */
const LINES = `
robert rob bob bobby
william will bill billy liam
richard rick dick rich
james jim jimmy jamie
john jack johnny jon
michael mike mick
thomas tom tommy
david dave
daniel dan danny
joseph joe joey
charles charlie chuck
edward ed eddie ted
anthony tony
matthew matt
christopher chris
nicholas nick
alexander alex sasha
andrew andy drew
benjamin ben
samuel sam
steven stephen steve
gregory greg
jeffrey jeff
kenneth ken
lawrence larry
patrick pat
peter pete
philip phil
raymond ray
ronald ron
timothy tim
vincent vince
elizabeth liz beth lisa betty
katherine catherine kate kathy cathy katie
margaret maggie meg peggy
jennifer jen jenny
jessica jess
rebecca becky
susan sue suzy
deborah debbie deb
patricia pat patty trish
barbara barb
victoria vicky tori
samantha sam
christine christina chris tina
alexandra alex sandra
`
const groups = new Map<string, Set<number>>()
for (const [at, line] of LINES.trim().split('\n').entries())
  for (const name of line.split(' ')) groups.set(name, (groups.get(name) ?? new Set()).add(at))

/** Whether two given names may be those of one person: Bob and Robert. */
export const isNickname = (a: string, b: string): boolean => [...(groups.get(a) ?? [])].some((group) => groups.get(b)?.has(group))
