import { finding, type Place } from '#core/catalogue/finding.ts';
import type { SiteRule } from '#core/judging/rule.ts';
import { placeOf } from '#core/records/content.ts';

/**
 * 政府网站发展指引 (国办发〔2017〕47号): the foot of every page names at least the site's code, its organiser with a way to reach it, the ICP number
 * and the mark of the police. The last two bind every site: 互联网信息服务管理办法 12, 计算机信息网络国际联网安全保护管理办法 12.
 */
export const siteDuties: SiteRule = {
  name: 'site-duties',
  description:
    '公开的网站写明网站标识码、ICP备案号、公安备案号和联系方式，因为《政府网站发展指引》（国办发〔2017〕47号）和两部备案办法这样要求；示例站点除外。',
  check({ site }) {
    const { siteIdCode, icpNumber, publicSecurityNumber, channels, governmental, sample } = site.data;
    if (sample) return [];
    const where = (field: string): Place => placeOf(site, field);
    return [
      ...(siteIdCode === undefined && governmental !== false
        ? [finding('site-id-code-missing', where('siteIdCode'))]
        : []),
      ...(icpNumber === undefined ? [finding('icp-number-missing', where('icpNumber'))] : []),
      ...(publicSecurityNumber === undefined
        ? [finding('public-security-number-missing', where('publicSecurityNumber'))]
        : []),
      ...(channels.length === 0 ? [finding('site-contact-missing', where('channels'))] : []),
    ];
  },
};
