import { join } from 'node:path';
import { newRoundAsked } from '#pipeline/office/new-round-command.ts';
import { newSiteAsked } from '#pipeline/office/new-site-command.ts';
import { aFolder, given } from '#tests/office.ts';

/** An office with two programmes: 包头's states its window, 连云港's does not. */
export async function anOffice(): Promise<string> {
  const content = join(await aFolder(), 'content');
  await newSiteAsked(
    given({
      content,
      name: '工匠公示',
      organiser: '市总工会',
      description: '公示与结果。',
      address: 'https://www.example.org/',
      'contact-name': '经济部',
      phone: '0472-0000000',
      'site-id-code': '0000000001',
      'icp-number': '示例ICP备00000000号',
      'public-security-number': '示例公网安备00000000号',
      programme: ['baotou-craftsman', 'gangcheng-craftsman'],
    }),
    undefined,
  );
  return content;
}

/** What a complete answer looks like. */
export const baotou = {
  programme: 'baotou-craftsman',
  edition: '2026',
  title: '2026年包头工匠选树',
  published: '2026-11-20',
  opens: '2026-11-23',
  closes: '2026-11-27',
  outlet: ['《包头日报》'],
  'contact-name': '包头市总工会经济部',
  phone: '0472-0000000',
  hours: '08:30-12:00,13:30-17:30',
  'mail-address': '包头市示例大街0号',
  postcode: '014000',
  postmark: 'dispatch',
  anonymous: 'refused',
  'nominating-body': ['青山区总工会=unit', '市机械冶金工会=pilot', '个人自荐'],
  'notice-title': '关于2026年包头工匠候选人的公示',
};

export function newRound(content: string, change: Record<string, string | string[] | undefined> = {}) {
  const all = Object.entries({ ...baotou, content, ...change });
  const stated = all.filter((pair): pair is [string, string | string[]] => pair[1] !== undefined);
  return newRoundAsked(given(Object.fromEntries(stated)), undefined);
}
