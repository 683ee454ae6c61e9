import { finding } from '#core/catalogue/finding.ts';
import type { SiteRule } from '#core/judging/rule.ts';
import { ROOT_FOLDER } from '#core/records/root-file.ts';

export const rootFiles: SiteRule = {
  name: 'root-files',
  description:
    '验证文件、robots.txt 和 security.txt 放在域名的根目录，因为要求它们的一方只到那里去取（RFC 9309 二.3，RFC 9116 三，微信公众平台“JS接口安全域名”）。',
  check({ site, rootFiles: files = [] }) {
    const folder = new URL(site.data.address).pathname;
    if (folder === '/' || site.data.sample) return [];
    return files.map((name) => finding('root-file-below', { file: `${ROOT_FOLDER}${name}` }, { folder }));
  },
};
