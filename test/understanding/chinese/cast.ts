import { of } from '../english/cast.ts'
import type { Case } from '../score.ts'

type Fact = Partial<Case['want']>
export type Row = readonly [text: string, ...facts: Fact[]]

export const CAST: Case['known'] = [
  { company: '星河物流', contacts: ['邓超然', '李梅'] },
  { company: '安达信托', contacts: ['呼延明', '赫连珊'] },
  { company: 'Acme Corp', contacts: ['Wei Zhang'] },
  { company: '瑞丰食品有限公司', contacts: ['陈国栋', '孙倩'] },
  { company: '宏图教育', contacts: ['王芳', '安宁'] },
  { company: '蓝海酒店', contacts: ['刘强'] },
  { company: '百盛建材', contacts: ['张伟', '张敏'] },
  { company: 'Globex Ltd', contacts: ['Lisa Wong'] },
  { company: '三和诊所', contacts: ['周明'] },
  { company: '晨光花店', contacts: ['何静'] },
  { company: '中午茶餐厅', contacts: ['邓丽'] },
]

const at = (contact: string): Fact => of(CAST.find(({ contacts }) => contacts.includes(contact))!.company, contact)

export const DENG = at('邓超然')
export const LI = at('李梅')
export const HUYAN = at('呼延明')
export const HELIAN = at('赫连珊')
export const WEI = at('Wei Zhang')
export const CHEN = at('陈国栋')
export const SUN = at('孙倩')
export const WANG = at('王芳')
export const AN = at('安宁')
export const LIU = at('刘强')
export const ZHANG_WEI = at('张伟')
export const ZHANG_MIN = at('张敏')
export const LISA = at('Lisa Wong')
export const ZHOU = at('周明')
export const HE = at('何静')
export const DENG_LI = at('邓丽')
