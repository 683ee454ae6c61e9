/** A set phrase as it is often mistyped in official copy. */
export interface WordingSlip {
  wrong: string;
  right: string;
  source: string;
}

/** 《咬文嚼字》编辑部: 当代汉语出版物中最常见的100个别字. Those of its entries that are wrong wherever they stand. */
const HUNDRED = '《咬文嚼字》“最常见的100个别字”';
const CHARACTERS: readonly (readonly [wrong: string, right: string])[] = [
  ['再接再励', '再接再厉'],
  ['一如继往', '一如既往'],
  ['迫不急待', '迫不及待'],
  ['默守成规', '墨守成规'],
  ['沤心沥血', '呕心沥血'],
  ['鼎立相助', '鼎力相助'],
  ['言简意骇', '言简意赅'],
  ['出奇不意', '出其不意'],
  ['声名雀起', '声名鹊起'],
  ['美仑美奂', '美轮美奂'],
  ['天翻地复', '天翻地覆'],
  ['谈笑风声', '谈笑风生'],
  ['旁证博引', '旁征博引'],
  ['一愁莫展', '一筹莫展'],
  ['穿流不息', '川流不息'],
  ['不径而走', '不胫而走'],
  ['不落巢臼', '不落窠臼'],
  ['烩炙人口', '脍炙人口'],
  ['甘败下风', '甘拜下风'],
  ['娇揉造作', '矫揉造作'],
  ['一诺千斤', '一诺千金'],
  ['蛛丝蚂迹', '蛛丝马迹'],
  ['磬竹难书', '罄竹难书'],
  ['竭泽而鱼', '竭泽而渔'],
  ['滥芋充数', '滥竽充数'],
  ['灸手可热', '炙手可热'],
  ['洁白无暇', '洁白无瑕'],
  ['走头无路', '走投无路'],
  ['金榜提名', '金榜题名'],
  ['人情事故', '人情世故'],
  ['世外桃园', '世外桃源'],
  ['有持无恐', '有恃无恐'],
  ['震憾', '震撼'],
  ['松驰', '松弛'],
  ['脉博', '脉搏'],
  ['精萃', '精粹'],
  ['气慨', '气概'],
  ['峻工', '竣工'],
  ['发韧', '发轫'],
  ['欣尝', '欣赏'],
  ['修茸', '修葺'],
  ['追朔', '追溯'],
  ['编篡', '编纂'],
  ['装祯', '装帧'],
  ['粗旷', '粗犷'],
  ['膺品', '赝品'],
  ['渲泄', '宣泄'],
  ['幅射', '辐射'],
  ['重迭', '重叠'],
  ['按装', '安装'],
];

/** 现代汉语词典: 截止 is to end at a point (到某个时间停止), 截至 is to stop counting at one (停止于某个时间), and takes an object. */
const TIMES: readonly (readonly [wrong: string, right: string])[] = [
  ['截止目前', '截至目前'],
  ['截止今日', '截至今日'],
  ['截止今年', '截至今年'],
  ['截止去年', '截至去年'],
  ['截止日前', '截至日前'],
  ['截止发稿', '截至发稿'],
];

/** 习近平新时代…, 两个确立, 两个维护, 四个意识, 四个自信, 初心使命: as the resolution of 2021 and the constitution of the party have them. */
const PARTY = '《中共中央关于党的百年奋斗重大成就和历史经验的决议》';
const PHRASES: readonly (readonly [wrong: string, right: string])[] = [
  ['习近平新时代特色社会主义思想', '习近平新时代中国特色社会主义思想'],
  ['习近平新时代中国社会主义思想', '习近平新时代中国特色社会主义思想'],
  ['习近平新时代中国特色的社会主义思想', '习近平新时代中国特色社会主义思想'],
  ['不忘初心、牢计使命', '不忘初心、牢记使命'],
  ['不忘初心，牢计使命', '不忘初心、牢记使命'],
  ['增强“四个自信”', '坚定“四个自信”'],
  ['坚定“四个意识”', '增强“四个意识”'],
];

export const WORDING_SLIPS: readonly WordingSlip[] = [
  ...CHARACTERS.map(([wrong, right]) => ({ wrong, right, source: HUNDRED })),
  ...TIMES.map(([wrong, right]) => ({ wrong, right, source: '《现代汉语词典》“截止”“截至”' })),
  ...PHRASES.map(([wrong, right]) => ({ wrong, right, source: PARTY })),
];
