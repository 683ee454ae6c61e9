import { type Finding, finding, type FindingCode } from '#core/catalogue/finding.ts';
import { channelKindOf, type ContactChannel, forObjection, hoursOf } from '#core/channels/contact-channel.ts';
import type { Rule } from '#core/judging/rule.ts';
import { type Dossier, placeOf } from '#core/records/content.ts';

export const contactChannels: Rule = {
  name: 'contact-channels',
  description:
    '提异议至少有一部电话和一种书面或当面的渠道，分档受理的每一档都要有，接待时间先始后止，因为各活动的公示都要“接受社会监督”。',
  check(dossier) {
    const { round } = dossier.folder;
    const open = forObjection(round.data.channels);
    const where = placeOf(round, 'channels');
    const whole = missing(open, 'channel-phone-missing', 'channel-written-missing');
    return [
      ...whole.map((code) => finding(code, where)),
      ...(whole.length === 0 ? tiersWithout(dossier, open) : []),
      ...unknownTiers(dossier),
      ...round.data.channels.flatMap((channel, index) =>
        (hoursOf(channel) ?? []).flatMap(({ from, to }, span) =>
          from < to ? [] : [finding('hours-reversed', placeOf(round, `channels.${index}.hours.${span}`), { from, to })],
        ),
      ),
    ];
  },
};

function missing(open: readonly ContactChannel[], voice: FindingCode, other: FindingCode): FindingCode[] {
  const reaches = open.map((channel) => channelKindOf(channel).reach);
  return [
    ...(reaches.includes('voice') ? [] : [voice]),
    ...(reaches.some((reach) => reach !== 'voice') ? [] : [other]),
  ];
}

/** A reader of one list must find a way as complete as if it were the only one. */
function tiersWithout(dossier: Dossier, open: readonly ContactChannel[]): Finding[] {
  if (open.every(({ tiers }) => tiers === undefined)) return [];
  const { programme, folder } = dossier;
  const { round, people } = folder;
  const onList = new Set(people.flatMap(({ data }) => data.tier ?? []));
  const shown = programme.data.rules.tiers.filter(({ key }) => onList.size === 0 || onList.has(key));
  return shown.flatMap(({ key, name }) =>
    missing(forObjection(open, key), 'channel-tier-phone-missing', 'channel-tier-written-missing').map((code) =>
      finding(code, placeOf(round, 'channels'), { tier: name }),
    ),
  );
}

function unknownTiers({ programme, folder: { round } }: Dossier): Finding[] {
  const known = programme.data.rules.tiers.map(({ key }) => key);
  return round.data.channels.flatMap(({ tiers = [] }, index) =>
    tiers.flatMap((tier, at) =>
      known.includes(tier)
        ? []
        : [
            finding('channel-tier-unknown', placeOf(round, `channels.${index}.tiers.${at}`), {
              tier,
              allowed: known.join('、'),
            }),
          ],
    ),
  );
}
