import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyAcceptances } from '#core/judging/acceptance.ts';
import type { Content, Entry } from '#core/records/content.ts';
import { type SiteSettings, siteSettingsSchema } from '#core/records/site-settings.ts';
import { siteDuties } from '#core/rules/site-duties.ts';
import { said } from '#tests/builders.ts';

const settings = {
  name: '匠榜',
  description: '公示。',
  organiser: '市总工会',
  address: 'https://chenghu.example.org/',
};
const whole = {
  siteIdCode: '3710000001',
  icpNumber: '示例ICP备00000000号',
  publicSecurityNumber: '示例公网安备00000000号',
  channels: [{ kind: 'phone', number: '0000000' }],
};

function check(given: object): string[] {
  const data = siteSettingsSchema.parse({ ...settings, ...given });
  const site: Entry<SiteSettings> = { id: 'site', file: 'site.json', data, lines: {}, sections: [] };
  const content: Content = { site, calendarYears: [], regionalCalendars: [], programmes: [] };
  return said(applyAcceptances(site, siteDuties.check(content)));
}

const code =
  '△ site.json「siteIdCode」：没有写网站标识码（siteIdCode），网页的 SiteIDCode 和页脚都没有它。政府网站每一页都要有（《政府网站发展指引》，国办发〔2017〕47号）。请补上；不是政府网站的（例如工会、协会、企业办的），写 "governmental": false。 [site-id-code-missing]';
const icp =
  '△ site.json「icpNumber」：没有写ICP备案号（icpNumber），页脚没有它。网站主页要标明备案编号（《互联网信息服务管理办法》第十二条）。请补上；还没有办好、或者确实不用的，请在 site.json 的 accepted 中写明理由。 [icp-number-missing]';
const police =
  '△ site.json「publicSecurityNumber」：没有写公安备案号（publicSecurityNumber），页脚没有它。网站开通后三十日内要到公安机关备案（《计算机信息网络国际联网安全保护管理办法》第十二条）。请补上；还没有办好、或者确实不用的，请在 site.json 的 accepted 中写明理由。 [public-security-number-missing]';
const contact =
  '△ site.json「channels」：没有写网站的联系方式（channels），读者找不到主办单位。网页底部要列明主办单位和联系方式（《政府网站发展指引》，国办发〔2017〕47号）。请补上；还没有办好、或者确实不用的，请在 site.json 的 accepted 中写明理由。 [site-contact-missing]';

describe('what a public site has to carry', () => {
  it('is asked for where it is missing, each with its source', () => {
    assert.deepEqual(check({}), [code, icp, police, contact]);
    assert.deepEqual(check(whole), []);
  });

  it('is another thing for a union: it says once that it is no government site', () => {
    assert.deepEqual(check({ ...whole, siteIdCode: undefined, governmental: false }), []);
    assert.deepEqual(check({ governmental: false }), [icp, police, contact]);
  });

  it('may be accepted with a reason, as long as it is missing', () => {
    const accepted = [{ code: 'icp-number-missing', reason: '正在办理，受理号已取得。', by: '甲某' }];
    assert.deepEqual(check({ ...whole, icpNumber: undefined, accepted }), []);
    assert.deepEqual(check({ ...whole, accepted }), [
      '✗ site.json「accepted.0」：这条“已知悉”（icp-number-missing）已经没有对应的提醒。请删去。 [acceptance-not-needed]',
    ]);
  });

  it('is not asked of a sample, whose persons and offices are invented', () => {
    assert.deepEqual(check({ sample: true, sampleClock: '2024-09-12T10:00:00+08:00' }), []);
  });
});
