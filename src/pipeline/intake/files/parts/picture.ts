import type { NoticeCode, Picture, PictureView } from '#core/roster/grid.ts';
import { descendants, element, elements, isOff, type XmlNode } from '#pipeline/intake/files/xml.ts';

/** A picture as the document shows it, or why it cannot be taken. */
export type Shown = { picture: Picture } | { refused: NoticeCode; what?: string } | undefined;

/** What an id in `r:embed` leads to: the bytes, or only the address of a picture elsewhere. */
export type Media = (id: string) => Uint8Array | 'linked' | undefined;

/** DrawingML: `pic:pic`, `xdr:pic`, or a shape filled with a picture. */
export function drawnPicture(node: XmlNode, media: Media): Shown {
  const fill = descendants(node, 'pic:blipFill', 'xdr:blipFill', 'a:blipFill')[0];
  const blip = element(fill, 'a:blip');
  if (!fill || !blip) return undefined;
  const embedded = media(blip.attributes['r:embed'] ?? '');
  if (embedded === undefined && blip.attributes['r:link'] === undefined) return undefined;
  if (embedded === undefined || embedded === 'linked') return { refused: 'photo-linked' };
  const properties = elements(node).find(({ name }) => name.endsWith(':spPr'));
  const frame = element(properties, 'a:xfrm');
  const size = element(frame, 'a:ext');
  const hidden = descendants(node, 'pic:cNvPr', 'xdr:cNvPr', 'wps:cNvPr').some(({ attributes }) =>
    isSet(attributes['hidden']),
  );
  const alpha = descendants(blip, 'a:alphaModFix')[0]?.attributes['amt'];
  if (
    hidden ||
    Number(size?.attributes['cx'] ?? 1) <= 0 ||
    Number(size?.attributes['cy'] ?? 1) <= 0 ||
    share(alpha ?? '100000') < 0.05
  )
    return { refused: 'photo-unseen' };
  if (element(fill, 'a:tile')) return { refused: 'photo-shaped', what: '是平铺的底纹' };
  const geometry = element(properties, 'a:prstGeom')?.attributes['prst'] ?? 'rect';
  if (element(properties, 'a:custGeom') || !RECTANGLES.has(geometry))
    return { refused: 'photo-shaped', what: '裁剪成了别的形状' };
  const crop = cropOf(sidesOf(element(fill, 'a:srcRect')), sidesOf(element(fill, 'a:stretch', 'a:fillRect')));
  return shown(embedded, crop, Number(frame?.attributes['rot'] ?? 0) / 60_000, {
    mirrored: isSet(frame?.attributes['flipH']),
    upsideDown: isSet(frame?.attributes['flipV']),
  });
}

/** VML: the picture of a shape that Word and WPS still write for old files. */
export function vmlPicture(shape: XmlNode, media: Media): Shown {
  const data = descendants(shape, 'v:imagedata')[0] ?? descendants(shape, 'v:fill').find((fill) => idOf(fill) !== '');
  if (!data) return undefined;
  const bytes = media(idOf(data));
  if (
    bytes === 'linked' ||
    (bytes === undefined && (data.attributes['r:href'] ?? data.attributes['src']) !== undefined)
  )
    return { refused: 'photo-linked' };
  if (bytes === undefined) return undefined;
  const style = styleOf(shape);
  const nothing = ['width', 'height'].some((side) => /^0(?:\.0+)?(?:pt|px|in|cm|mm)?$/u.test(style.get(side) ?? ''));
  if (nothing || style.get('visibility') === 'hidden' || style.get('display') === 'none')
    return { refused: 'photo-unseen' };
  const side = (name: string): number => fraction(data.attributes[`crop${name}`]);
  const crop = cropOf(
    { left: side('left'), top: side('top'), right: side('right'), bottom: side('bottom') },
    { left: 0, top: 0, right: 0, bottom: 0 },
  );
  const flip = style.get('flip') ?? '';
  const rotation = style.get('rotation') ?? '0';
  // Degrees, or 65536ths of one with the letters fd.
  const degrees = rotation.endsWith('fd') ? Number.parseFloat(rotation) / 65_536 : Number.parseFloat(rotation);
  return shown(bytes, crop, degrees, { mirrored: flip.includes('x'), upsideDown: flip.includes('y') });
}

export function styleOf({ attributes }: XmlNode): Map<string, string> {
  return new Map(
    (attributes['style'] ?? '').split(';').map((one): [string, string] => {
      const [name = '', value = ''] = one.split(':');
      return [name.trim().toLowerCase(), value.trim().toLowerCase()];
    }),
  );
}

type Sides = PictureView['crop'];

/** Rounded corners and borders hide nothing that matters. */
const RECTANGLES = new Set(['rect', 'roundRect', 'snipRoundRect', 'round1Rect', 'round2SameRect', 'frame']);

function shown(
  bytes: Uint8Array,
  crop: Sides | undefined,
  degrees: number,
  flips: Pick<PictureView, 'mirrored' | 'upsideDown'>,
): Shown {
  if (!crop) return { refused: 'photo-unseen' };
  const turned = (((Number.isFinite(degrees) ? degrees : 0) % 360) + 360) % 360;
  const turn = ([0, 90, 180, 270] as const).find(
    (right) => Math.abs(turned - right) < 1 || (right === 0 && turned > 359),
  );
  if (turn === undefined) return { refused: 'photo-shaped', what: '是斜放的' };
  const whole = Object.values(crop).every((part) => part < 0.001) && turn === 0 && !flips.mirrored && !flips.upsideDown;
  return { picture: { bytes, ...(!whole && { view: { crop, turn, ...flips } }) } };
}

/**
 * What is cut off the picture itself (`srcRect`), and what hangs over its frame (`fillRect` below zero). A negative crop adds an empty
 * margin and hides nothing. `undefined` when nothing is left.
 */
function cropOf(source: Sides, fill: Sides): Sides | undefined {
  const whole = { width: 1 - source.left - source.right, height: 1 - source.top - source.bottom };
  const frame = { width: 1 - fill.left - fill.right, height: 1 - fill.top - fill.bottom };
  if (whole.width <= 0 || whole.height <= 0 || frame.width <= 0 || frame.height <= 0) return undefined;
  const over = (side: number, all: number, size: number): number => (Math.max(0, -side) / all) * size;
  const crop = {
    left: Math.max(0, source.left + over(fill.left, frame.width, whole.width)),
    right: Math.max(0, source.right + over(fill.right, frame.width, whole.width)),
    top: Math.max(0, source.top + over(fill.top, frame.height, whole.height)),
    bottom: Math.max(0, source.bottom + over(fill.bottom, frame.height, whole.height)),
  };
  return crop.left + crop.right > 0.98 || crop.top + crop.bottom > 0.98 ? undefined : crop;
}

function sidesOf(node: XmlNode | undefined): Sides {
  const side = (name: string): number => (node ? share(node.attributes[name] ?? '0') : 0);
  return { left: side('l'), top: side('t'), right: side('r'), bottom: side('b') };
}

/** `25000`, or `25%` in a strict file. */
function share(text: string): number {
  const number = Number.parseFloat(text);
  if (!Number.isFinite(number)) return 0;
  return text.trim().endsWith('%') ? number / 100 : number / 100_000;
}

/** `0.25`, `25%`, or 65536ths with an f. */
function fraction(text = '0'): number {
  const number = Number.parseFloat(text);
  if (!Number.isFinite(number)) return 0;
  return text.endsWith('f') ? number / 65_536 : text.endsWith('%') ? number / 100 : number;
}

function idOf({ attributes }: XmlNode): string {
  return attributes['r:id'] ?? attributes['o:relid'] ?? attributes['r:pict'] ?? '';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !isOff(value);
}
