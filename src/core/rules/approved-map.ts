import { finding } from '#core/catalogue/finding.ts';
import type { SiteRule } from '#core/judging/rule.ts';
import { MAP_FOLDER } from '#core/records/approved-map.ts';
import { placeOf } from '#core/records/content.ts';

export const approvedMap: SiteRule = {
  name: 'approved-map',
  description:
    '地图只用经审核的标准地图，原样公开并标明审图号，因为《地图管理条例》第十五条这样要求；没有写明的图片不公开。',
  check({ site, maps = [] }) {
    const named = site.data.map?.file;
    return [
      ...(named !== undefined && !maps.includes(named)
        ? [finding('map-missing', placeOf(site, 'map.file'), { file: `${MAP_FOLDER}${named}` })]
        : []),
      ...maps.filter((file) => file !== named).map((file) => finding('map-surplus', { file: `${MAP_FOLDER}${file}` })),
    ];
  },
};
