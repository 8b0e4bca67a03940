/** Chinese family names of two characters. */
export const COMPOUND_SURNAMES =
  '欧阳 上官 司马 诸葛 司徒 司空 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 端木 南宫 呼延 赫连 宇文 长孙 轩辕 钟离 闻人 澹台 公冶 濮阳 淳于 单于 太叔 申屠 仲孙 鲜于 闾丘 西门 东郭 南门 百里 独孤 完颜 纳兰 拓跋 万俟 第五'.split(
    ' ',
  )
