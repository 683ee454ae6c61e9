/** What everybody tries first. Spelt without capitals, and with letters for 0 1 3 4 5 7 @ $ !. */
export const COMMON: readonly string[] = [
  ...[
    'password',
    'passwd',
    'passphrase',
    'letmein',
    'welcome',
    'iloveyou',
    'admin',
    'administrator',
    'login',
    'secret',
  ],
  ...['master', 'dragon', 'monkey', 'sunshine', 'princess', 'football', 'default', 'changeme', 'abc', 'test', 'root'],
  ...['thequickbrownfox', 'loremipsum', 'woaini', 'mima', 'kouling', 'zhongguo'],
  ...['jiangbang', 'gongshi', 'gongjiang', 'jiangxuan', 'craftsman', 'gonghui', 'zonggonghui'],
  ...['密码', '口令', '管理员', '公示', '工匠', '匠榜', '选树', '总工会', '工会', '人社局', '我爱你', '测试', '办公室'],
  ...[
    '中华人民共和国',
    '为人民服务',
    '好好学习',
    '天天向上',
    '富强民主',
    '文明和谐',
    '自由平等',
    '公正法治',
    '爱国敬业',
    '诚信友善',
  ],
  ...['床前明月光', '疑是地上霜', '举头望明月', '低头思故乡', '白日依山尽', '黄河入海流', '欲穷千里目', '更上一层楼'],
  ...['春眠不觉晓', '处处闻啼鸟', '夜来风雨声', '花落知多少', '锄禾日当午', '汗滴禾下土', '谁知盘中餐', '粒粒皆辛苦'],
  ...['人之初性本善', '性相近习相远', '天地玄黄', '宇宙洪荒', '天干地支'],
];

/** Signs in an order that everybody knows, read either way: counting, keyboards, stems and branches. */
export const ROWS: readonly string[] = [
  ...['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '!@#$%^&*()'],
  ...['1qaz2wsx3edc4rfv5tgb6yhn7ujm', '1q2w3e4r5t6y7u8i9o0p', 'qazwsxedcrfvtgbyhnujm', 'qweasdzxc', '147258369'],
  ...['零一二三四五六七八九十百千万亿', '壹贰叁肆伍陆柒捌玖拾', '甲乙丙丁戊己庚辛壬癸', '子丑寅卯辰巳午未申酉戌亥'],
  ...[
    '鼠牛虎兔龙蛇马羊猴鸡狗猪',
    '东南西北中',
    '东西南北',
    '春夏秋冬',
    '金木水火土',
    '赤橙黄绿青蓝紫',
    '上下左右前后',
    '日月星辰',
  ],
  ...['赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'],
];

/** Words in such an order. */
export const WORD_ROWS: readonly (readonly string[])[] = [
  ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ['yi', 'er', 'san', 'si', 'wu', 'liu', 'qi', 'ba', 'jiu', 'shi'],
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  [
    ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
    ...['november', 'december'],
  ],
  ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'],
  ['alfa', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india', 'juliett'],
  ['red', 'orange', 'yellow', 'green', 'blue', 'indigo', 'violet'],
];
