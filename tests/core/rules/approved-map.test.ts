import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { approvedMapSchema } from '#core/records/approved-map.ts';
import { siteSettingsSchema } from '#core/records/site-settings.ts';
import { approvedMap } from '#core/rules/approved-map.ts';
import { reportText } from '#pipeline/commands/report.ts';
import { readEntry } from '#pipeline/content/read-entry.ts';
import { said } from '#tests/builders.ts';
import { aContent, aSite } from '#tests/site/a-site.ts';

const MAP = {
  file: 'weihai.jpg',
  title: '威海市行政区划图',
  reviewNumber: '鲁SG（2023）012号',
  source: '山东省标准地图服务网站',
  alt: '威海市四个区市的界线和驻地',
};

describe('an approved map', () => {
  it('has a number as standard maps print it', () => {
    // As printed on standard maps of the ministry and of provinces; the last as older maps have it.
    for (const reviewNumber of [
      'GS（2019）1822号',
      'GS京（2022）1061号',
      'GS(2024)0650号',
      '粤S（2018）011号',
      '鲁SG（2023）012号',
      'JS（2008）01-001号',
    ]) {
      assert.equal(approvedMapSchema.parse({ ...MAP, reviewNumber }).reviewNumber, reviewNumber);
    }
    for (const reviewNumber of [
      '',
      '无',
      '审图号：GS（2019）1822号',
      'GS（19）1822号',
      '2019年1822号',
      'GS（2019）1822',
    ]) {
      assert.equal(approvedMapSchema.safeParse({ ...MAP, reviewNumber }).success, false, reviewNumber);
    }
  });

  it('is refused without one, with what to write', () => {
    const site = { name: '榜', description: '公示。', organiser: '市总工会', address: 'https://example.org/' };
    const bytes = new TextEncoder().encode(JSON.stringify({ ...site, map: { ...MAP, reviewNumber: '见图' } }));
    const { findings } = readEntry(
      { path: 'site.json', kind: 'file', size: bytes.length, bytes },
      'site',
      siteSettingsSchema,
    );
    assert.equal(
      reportText(findings),
      '✗ 错误  site.json 第 1 行「map.reviewNumber」\n    审图号（reviewNumber）写得不像审图号。请照地图上印的写，例如 "鲁SG（2023）012号"、"GS京（2022）1061号"，前面不写“审图号”三个字。没有审图号的地图不能公开（《地图管理条例》第十五条）。 [map-review-number]\n\n共 1 个错误、0 条提醒。\n',
    );
  });

  it('must be there, and be the only one', () => {
    const site = aSite({ map: MAP });
    assert.deepEqual(said(approvedMap.check(aContent({ site }))), [
      '✗ programmes/site/round.md「map.file」：写了这张地图，却没有 maps/weihai.jpg。请把标准地图原样放进去，不裁剪、不改画；或删去 map 一项。 [map-missing]',
    ]);
    assert.deepEqual(said(approvedMap.check({ ...aContent({ site }), maps: ['weihai.jpg'] })), []);
    assert.deepEqual(said(approvedMap.check({ ...aContent({ site }), maps: ['other.png', 'weihai.jpg'] })), [
      '✗ maps/other.png：site.json 的 map 一项没有写到这张图。maps 里只放一张经审核的标准地图；请在 map 里写明它的文件名、名称、审图号、来源和文字说明，或移走它。 [map-surplus]',
    ]);
    assert.deepEqual(said(approvedMap.check({ ...aContent(), maps: ['weihai.jpg'] })).length, 1);
  });
});
