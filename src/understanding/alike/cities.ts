/** Cities and provinces that stand in the names of Chinese companies, and say only where they sit. */
export const CITIES: readonly string[] = (
  '北京 上海 天津 重庆 广州 深圳 杭州 南京 苏州 成都 武汉 西安 青岛 宁波 无锡 长沙 郑州 济南 合肥 福州 厦门 东莞 佛山 沈阳 大连 哈尔滨 长春 昆明 南昌 贵阳 南宁 石家庄 ' +
  '太原 兰州 海口 乌鲁木齐 呼和浩特 银川 西宁 拉萨 温州 常州 南通 徐州 嘉兴 绍兴 金华 台州 泉州 烟台 潍坊 珠海 中山 惠州 香港 澳门 台北 ' +
  '浙江 江苏 广东 山东 河南 河北 湖南 湖北 四川 福建 安徽 江西 辽宁 吉林 黑龙江 陕西 山西 云南 贵州 广西 海南 甘肃 内蒙古 新疆 宁夏 青海 西藏 中国'
).split(' ')
