/**
 * The first names of a "Chinese names" page that is copied everywhere, down to at least 24 public lists of December 2025.
 * Alone each of the distinctive ones is beyond chance; the others may be somebody's own, two of them in one list may not.
 */
export const DISTINCTIVE_TEMPLATE_NAMES: ReadonlySet<string> = new Set(
  names(`
    张吉惟 林国瑞 林玟书 林玫书 林雅南 江奕云 吉茹定 李中冰 洪振霞 荣姿康 吕致盈 黎芸贵 吴心真 曹敏侑 郑昌梦 林家纶 黄丽昆 黄芸欢 卢木仲
    李成白 舒绿珮 张虹伦 周琼玟 周琼玫 郭贵妃 黄盛玫 李小爱 阮馨学 张仪湖 张诗刚 李祯韵 叶洁启 张茂以 周逸珮 林竹水
  `),
);

export const POSSIBLE_TEMPLATE_NAMES: ReadonlySet<string> = new Set(
  names(`
    刘柏宏 阮建安 林子帆 夏志豪 黄文隆 谢彦文 傅智翔 刘姿婷 方一强 郑伊雯 雷进宝 吴美隆 王美珠 郭芳天 李雅惠 陈文婷 王依婷 陈婉璇 吴美玉
    蔡依婷 李育泉 吴韵如 李肇芬 方兆玉 刘翊惠 丁汉臻 吴佳瑞 周白芷 张姿妤 倪怡芳 杨佩芳 黄文旺 郑丽青 许智云 张孟涵 王恩龙 朱政廷 邓诗涵
    陈政倩 吴俊伯 翁惠珠 吴思翰 林佩玲 邓海来 陈翊依 李建智 武淑芬 金雅琪 赖怡宜 黄育霖 王俊民 林慧颖 沈俊君 陈淑妤 李姿伶 高咏钰 黄彦宜
    周孟儒 潘欣臻 梁哲宇 黄晓萍 杨雅萍 卢志铭 林婉婷 蔡宜芸 林珮瑜 黄柏仪 夏雅惠 王采珮 林孟霖 王怡乐 王爱乐 金佳蓉 韩健毓 李士杰
  `),
);

/** 张三, 待定, 合计, 邓某某, null: what stands where a name belongs and is none. */
export function isPlaceholder(name: string): boolean {
  const plain = plainName(name);
  return isWhollyPlaceholder(name) || PLACEHOLDER_WORDS.some((word) => plain.includes(word));
}

/** 待定, 合计 as the whole name: what a collective is called may well contain one of the words. */
export function isWhollyPlaceholder(name: string): boolean {
  return PLACEHOLDER_NAMES.has(plainName(name));
}

function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Names that forms, textbooks and tests put where a name belongs. */
const PLACEHOLDER_NAMES: ReadonlySet<string> = new Set(
  names(`
    张三 李四 王五 赵六 孙七 周八 吴九 郑十 张三李四 王二麻子 小明 小红 小刚
    无名 无名氏 佚名 匿名 空白 空缺 暂缺 暂无 待补 待补充 待填 待核 未定 未填 未知 不详 无 略 空 同上 名字 人名 例子 范例 测验 试用 用户名
    甲 乙 丙 丁 甲某 乙某 申报人 报告人 本人 工匠 首席技师
    合计 小计 总计 共计 累计 备注 附注 说明 注 序号 编号 名单 人选 人员 签名 签字 盖章 公章 审核人 填表人 制表人 经办人 联系人 负责人 推荐单位 工作单位 单位
    暂定 待报 待确定 待确认 后补 另报 另行通知 缺 缺额 缺报 无人 无人选 没有 见附件 见附表 详见附件 以下空白 本页空白 空值 作废 取消 删除
    null nil none nan na n/a undefined unknown anonymous test tbd tba todo name admin
  `),
);

/** No name contains these. */
const PLACEHOLDER_WORDS: readonly string[] = names(
  '某 测试 示例 样例 占位 待定 空缺 姓名 模板 候选人 推荐人 推荐人选 公示人选',
);

function names(text: string): string[] {
  return text.trim().split(/\s+/);
}
