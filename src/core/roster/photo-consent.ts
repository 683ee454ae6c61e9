import type { FindingCode } from '#core/catalogue/finding.ts';

/** 署名 and how the person agreed; both are recorded, or there is no photo. */
export interface PhotoTexts {
  credit?: string | undefined;
  consent?: string | undefined;
}

export type PhotoRecord = Required<{ [Key in keyof PhotoTexts]: string }>;

export type PhotoConsent =
  | { given: PhotoRecord }
  | { refused: true }
  | { missing: Extract<FindingCode, `photo-${'consent' | 'credit'}-missing`>[] };

/**
 * What the office recorded about one person's photo: the person's own columns first, then what the command says of the whole folder.
 * What was recorded with the picture that is already there counts for that picture only: another one has another photographer.
 */
export function consentTo(own: PhotoTexts, folder: PhotoTexts, recorded: PhotoTexts = {}): PhotoConsent {
  const consent = first(own.consent, folder.consent, recorded.consent);
  const credit = first(own.credit, folder.credit, recorded.credit);
  if (consent !== undefined && isRefusal(consent)) return { refused: true };
  if (consent !== undefined && credit !== undefined) return { given: { credit, consent } };
  return {
    missing: [
      ...(consent === undefined ? (['photo-consent-missing'] as const) : []),
      ...(credit === undefined ? (['photo-credit-missing'] as const) : []),
    ],
  };
}

/** 不同意、撤回、否、无: in doubt the words count as a refusal, for a photo too few can be added later. */
export function isRefusal(consent: string): boolean {
  return REFUSAL.test(consent.normalize('NFKC').replace(/\s/gu, ''));
}

const REFUSAL =
  /^(?:否|无|不|没有|未|暂无|待定|不详|no?|-+|\/+|—+)$|不(?:愿意?|肯|予|能|再|得|准)?(?:同意|公开|授权|刊登|使用|展示)|[未没](?:有|获|经|取得|征得|得到)*[^,;。、]{0,6}(?:同意|授权)|拒绝|谢绝|(?<!可以?|随时|有权)(?:撤回|撤销|收回)/i;

function first(...texts: (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text.trim() !== '')?.trim();
}
