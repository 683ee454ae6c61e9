import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { builtSite, visibleText } from '#tests/built-site.ts';

let site: string;
before(async () => {
  site = await builtSite();
});

/** What the official notices say (see `source` in each programme.md), and the printed window of each sample round. */
const ROUNDS = [
  {
    round: 'weihai-craftsman/2023',
    programme: ['威海工匠', '20名', '威海日报', '公示时间5天', '1万元', '威海市总工会', '威海市人力资源和社会保障局'],
    notice: ['2023年9月4日', '2023年9月8日', '5天', '威海日报', '20'],
    result: ['威海市人民政府', '威海工匠'],
  },
  {
    round: 'weihai-chief-technician/2024',
    programme: ['威人社函〔2024〕36号', '10名', '5个工作日', '不受理个人申请', '高级技师', '颁发证书'],
    notice: ['2024年9月11日', '9月18日', '5个工作日', '威海市人力资源和社会保障局网站', '单位', '中秋节'],
    result: ['威海市人民政府', '首席技师'],
  },
  {
    round: 'jiaozuo-craftsman/2018',
    programme: ['焦工文[2018]33号', '不超过20名', '5个工作日', '焦作日报', '10000', '入围奖', '证书和奖杯'],
    notice: ['2018年9月25日', '9月29日', '5个工作日', '焦作日报', '首批'],
    result: ['焦作工匠', '入围奖', '焦作市总工会'],
  },
  {
    round: 'baotou-craftsman/2023',
    programme: ['包总工办发〔2023〕2号', '20名左右', '5个工作日', '不少于3个工作日', '取消', '1万元'],
    notice: ['2023年4月6日', '4月12日', '5个工作日', '20'],
    result: ['包头工匠', '包头市总工会', '2023年4月27日'],
  },
  {
    round: 'gangcheng-craftsman/2019',
    programme: ['连工发〔2019〕33号', '港城十大工匠', '10', '40', '4000', '五一劳动', '技能展示', '技能推介', '2018'],
    notice: ['2019年10月9日', '10月14日', '5个工作日', '17:00', '港城十大工匠'],
    result: ['港城十大工匠', '港城工匠', '连云港市总工会'],
  },
] as const;

describe('the pages of the five programmes say what their notices say', () => {
  for (const { round, programme, notice, result } of ROUNDS) {
    const id = round.split('/')[0] ?? '';
    const pages = { [`programmes/${id}/`]: programme, [`${round}/notice/`]: notice, [`${round}/result/`]: result };
    for (const [address, words] of Object.entries(pages)) {
      it(`/${address}`, async () => {
        const text = (await visibleText(site, address)).replace(/\s/g, '');
        const missing = words.filter((word) => !text.includes(word.replace(/\s/g, '')));
        assert.deepEqual(missing, []);
      });
    }
  }
});

describe('包头 2023', () => {
  it('opens on 6 April, because 5 April is 清明节', async () => {
    const text = await visibleText(site, 'baotou-craftsman/2023/notice/');
    assert.ok(!text.includes('2023年4月5日'));
    assert.match(text, /2023年4月6日/);
  });
});

describe('威海市首席技师 2026', () => {
  it('has a notice and no result', async () => {
    assert.match(await visibleText(site, 'weihai-chief-technician/2026/notice/'), /2026年11月23日/);
    await assert.rejects(visibleText(site, 'weihai-chief-technician/2026/result/'), { code: 'ENOENT' });
  });
});
