/** What a word in front of a value says the value is. `serial` and `credit-code` speak for lawful numbers. */
export type LabelKind =
  | 'identity'
  | 'mobile'
  | 'telephone'
  | 'bank'
  | 'account'
  | 'passport'
  | 'permit'
  | 'driver'
  | 'officer'
  | 'home'
  | 'birth'
  | 'qq'
  | 'wechat'
  | 'credit-code'
  | 'serial'
  | 'other';

const CHINESE: Record<LabelKind, string> = {
  identity:
    '公民身份号码 公民身份证号码 居民身份证 居住证号 身份证件 身份证明号 身份证 身份号码 身份号 证件号码 证件编号 证件号 社会保障号码 社会保障号',
  mobile: '手机号码 手机号 手机 移动电话',
  telephone: '电话号码 电话 座机 固话 宅电 传真 热线 总机 联系方式 联系办法 来电 致电 拨打 分机 办电',
  bank: '银行卡号 银行卡 银行账号 银行账户 银行帐号 银行帐户 银行户头 开户账号 开户帐号 收款账号 工资卡 储蓄卡 信用卡 借记卡 社保卡号 社会保障卡号 社保卡 社会保障卡 存折号码 存折账号 存折号 存折 卡号',
  account: '账号 帐号 账户 帐户 户头',
  passport: '护照',
  permit:
    '往来港澳通行证 港澳居民来往内地通行证 台湾居民来往大陆通行证 港澳通行证 往来台湾通行证 台湾通行证 大陆居民往来台湾通行证 来往内地通行证 台胞证 回乡证 通行证 永久居留证 居留证 居留许可',
  driver: '机动车驾驶证 驾驶证 驾驶执照 驾照 驾驶员证 行驶证',
  officer: '军官证 士兵证 士官证 警官证 文职干部证 军人证 军人身份证 武警警官证 义务兵证 军人保障卡',
  home: '家庭住址 家庭地址 家庭详细地址 家庭详细住址 家庭通讯地址 家庭通信地址 家庭所在地 详细住址 户籍住址 身份证地址 身份证住址 常住户口所在地 收货地址 收件地址 户籍 现住址 现住地址 现居住地址 现居住地 现居 居住地址 居住地 住宅地址 住宅 户籍地址 户籍所在地 户籍地 户口所在地 户口地址 常住地址 常住地 常住户口 暂住地址 暂住地 住址 家住 现住 居住于 居住在 住在',
  birth: '出生年月日 出生日期 出生时间 出生年月 公历生日 农历生日 阳历生日 阴历生日 生日 出生于 出生 生于',
  qq: 'QQ号码 QQ号 QQ邮箱 QQ Q扣 扣扣号 扣扣 企鹅号 Q号 加QQ 加Q 球球号 球球',
  wechat: '微信号码 微信号 微信账号 微信帐号 微信ID 微信 薇信 V信 加V 加微信 加微 威信号',
  'credit-code': '统一社会信用代码 社会信用代码 信用代码 组织机构代码 纳税人识别号 税务登记号 税号',
  serial:
    '编号 证书号码 证书号 序列号 订单号 订单编号 流水号 单号 货号 批号 批次号 注册号 登记号 登记证号 备案号 许可证号 许可证 识别号 专利号 申请号 公开号 公告号 标准号 合同号 项目号 条码 条形码 图号 件号 料号 型号 出厂号 机号 车架号 发动机号 工号 学号 准考证号 代码 编码 识别码 标识码 网站标识码 邮编 邮政编码 文号 案号 票号 发票号码 发票号 房产证号 备案 公网安备 ICP备 ICP证',
  other: '金额 总额 产值 产量 面积 奖金 资金 时间 日期 年度',
};

/** Keys of data and English words; white space, `-` and `_` may stand between the parts. */
const LATIN: Partial<Record<LabelKind, string>> = {
  identity:
    'id-card-number id-card-no id-card id-number id-no identity-card identity-number identity-no identity citizen-id national-id sfzhm sfzh sfz',
  mobile: 'mobile-phone mobile-number mobile-no mobile cell-phone cellphone sjhm sjh shouji',
  telephone:
    'telephone-number telephone phone-number phone-no phone tel-no tel fax hotline contact-number contact lxdh lianxidianhua dianhua',
  bank: 'bank-card-number bank-card-no bank-card card-number card-no bank-account bank-no yhkh yhzh',
  account: 'account-number account-no account acct',
  passport: 'passport-number passport-no passport huzhao',
  permit: 'travel-permit permit-number permit-no',
  driver: 'driver-licence driver-license driving-licence driving-license driver-s-license driver-s-licence jiazhao',
  officer: 'officer-card military-id',
  home: 'home-address residential-address residence-address residence jtzz zhuzhi',
  birth: 'date-of-birth birth-date birthdate birthday birth born dob csrq shengri',
  qq: 'qq-number qq-no qqh qq',
  wechat: 'wechat-id wechat-no wechat weixin-id weixin-hao weixin wx-id wxh wxid wx vx',
  'credit-code': 'uscc credit-code',
  serial:
    'isbn issn imei imsi serial-number serial-no serial order-number order-no order-id sn barcode sku patent-no certificate-no',
};

const KINDS = kinds();

/** Every word as it is written, in small letters, and without what may stand between its parts. */
function kinds(): ReadonlyMap<string, LabelKind> {
  const all = new Map<string, LabelKind>();
  for (const [kind, words] of Object.entries(CHINESE) as [LabelKind, string][]) {
    for (const word of words.split(' ')) all.set(word, kind).set(word.toLowerCase(), kind);
  }
  for (const [kind, words] of Object.entries(LATIN) as [LabelKind, string][]) {
    for (const word of words.split(' ')) all.set(word.replaceAll('-', ''), kind);
  }
  return all;
}

/** Offices space out short labels with full-width spaces to align them. */
const APART = '[ \\t]{0,4}';

/** Matches every label; the longest wins where several begin at one place. */
function pattern(): RegExp {
  const chinese: string[][] = [];
  const latin: string[][] = [];
  for (const words of Object.values(CHINESE)) {
    for (const word of words.split(' ')) {
      // 加q and v信 as well; QQ alone stays as it is, for qq may stand inside of any code.
      const signs = /[\u4e00-\u9fa5]/.test(word) ? [...word].map(inBothCases) : [...word];
      chinese.push(signs.map((sign, index) => (index === 0 ? sign : APART + sign)));
    }
  }
  for (const words of Object.values(LATIN)) {
    for (const word of words.split(' ')) {
      latin.push([...word].map((letter) => (letter === '-' ? "[-_ .']{0,2}" : inBothCases(letter))));
    }
  }
  const firsts = new Set(chinese.map(([first = '']) => first.replace(/[[\]]/g, '')));
  // A key in camelCase begins with a capital: homeTel, but not Hotel.
  const capitals = latin.map(([first = '', ...rest]) => [first.replace(/^\[./, '['), ...rest]);
  return new RegExp(
    `(?=[${[...firsts].join('')}])${alternatives(chinese)}|` +
      `(?=[a-zA-Z])(?:(?<![A-Za-z0-9])${alternatives(latin)}|(?<=[a-z])(?=[A-Z])${alternatives(capitals)})(?![a-zA-Z])`,
    'g',
  );
}

function inBothCases(sign: string): string {
  return /[A-Za-z]/.test(sign) ? `[${sign.toLowerCase()}${sign.toUpperCase()}]` : sign;
}

/** All words in one expression that looks at every sign once; of two words with one beginning the longer is tried first. */
function alternatives(words: readonly (readonly string[])[]): string {
  const branches = new Map<string, string[][]>();
  let ends = false;
  for (const [first, ...rest] of words) {
    if (first === undefined) ends = true;
    else branches.set(first, [...(branches.get(first) ?? []), rest]);
  }
  const tried = [...branches].map(([sign, rest]) => sign + alternatives(rest));
  if (tried.length === 0) return '';
  return `(?:${tried.join('|')})${ends ? '?' : ''}`;
}

const PATTERN = pattern();

/** Every label of a folded text in order, with what it says. */
export function labelWords(text: string): { kind: LabelKind; start: number; end: number }[] {
  const found: { kind: LabelKind; start: number; end: number }[] = [];
  // Unlike matchAll this makes no copy of so long an expression for each of many short texts.
  text.replace(PATTERN, (word: string, start: number) => {
    const kind = kindOf(word);
    if (kind) found.push({ kind, start, end: start + word.length });
    return word;
  });
  return found;
}

function kindOf(word: string): LabelKind | undefined {
  const known = KINDS.get(word);
  if (known) return known;
  const plain = word.replace(/[ \t]/g, '');
  return KINDS.get(plain) ?? KINDS.get(plain.toLowerCase().replace(/[-_.']/g, ''));
}
