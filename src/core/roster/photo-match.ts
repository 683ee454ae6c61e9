import { type Finding, finding, type FindingCode } from '#core/catalogue/finding.ts';
import { isLitterName, isTrickyName, photoLabel, type PhotoName, photoName, squash } from './photo-name.ts';

/** As much of a person as a file name can point to. */
export interface PhotoOwner {
  id: string;
  name: string;
  employer: string;
}

/** Somebody who stands in the office's list and is kept out of the content: no namesake gets the picture by default. */
export type StoppedPerson = Pick<PhotoOwner, 'name'>;

export interface PhotoMatches {
  /** File name by the id of the one person it certainly belongs to. */
  files: ReadonlyMap<string, string>;
  /** Ids of people who have more than one. */
  twice: ReadonlySet<string>;
  /** Files that cannot be used, and why; what is ambiguous is asked, never guessed. */
  findings: Finding[];
}

/**
 * Finds whose picture each file is by what the office wrote on it: `姓名_单位`, `单位-姓名`, the name alone where it is unique, or the
 * id. A part of the employer's name will do when it is an unbroken part. Numbering and words like 证件照 do not count.
 */
export function matchPhotos(
  people: readonly PhotoOwner[],
  files: readonly string[],
  stopped: readonly StoppedPerson[] = [],
): PhotoMatches {
  const ownerOf = photoOwners(people, stopped);
  const findings: Finding[] = [];
  const claims = new Map<PhotoOwner, string[]>();
  for (const file of files.filter((name) => !isLitterName(name))) {
    const verdict = ownerOf(file);
    findings.push(...verdict.findings);
    if (verdict.owner) claims.set(verdict.owner, [...(claims.get(verdict.owner) ?? []), file]);
  }
  const matched = new Map<string, string>();
  const twice = new Set<string>();
  for (const [owner, [file = '', ...more]] of claims) {
    if (more.length === 0) matched.set(owner.id, file);
    else {
      twice.add(owner.id);
      const labels = [file, ...more].map(photoLabel).join('、');
      findings.push(finding('photo-twice', { file: photoLabel(file), person: owner.name }, { files: labels }));
    }
  }
  return { files: matched, twice, findings };
}

/** Whom a file's name points to; an owner without an id is somebody who is left out. */
export function photoOwners(
  people: readonly PhotoOwner[],
  stopped: readonly StoppedPerson[] = [],
): (file: string) => PhotoVerdict {
  const list = indexed([...people, ...stopped.map(({ name }) => ({ id: '', name, employer: '' }))]);
  return (file) => ownerOf(file, list);
}

export interface PhotoVerdict {
  owner?: PhotoOwner;
  findings: Finding[];
}

/** How a name agrees with a person: with the whole employer, without contradiction, or not. */
type Fit = 'whole' | 'fair' | 'differs';

function ownerOf(file: string, list: Index): PhotoVerdict {
  const say = (code: FindingCode, args = {}): PhotoVerdict => ({
    findings: [finding(code, { file: photoLabel(file) }, args)],
  });
  if (isTrickyName(file)) return say('photo-name-refused');
  const name = photoName(file);
  if (!name) return say('photo-not-a-picture');
  const numbers = name.hasNumbers ? say('photo-name-numbers').findings : [];

  const byId = list.ids.get(name.raw.find((piece) => list.ids.has(piece)) ?? '');
  if (byId) {
    const rest = name.raw.filter((piece) => piece !== squash(byId.id));
    const agrees = rest.every(isFiller) || readings({ ...name, pieces: rest }, list).some(([owner]) => owner === byId);
    return agrees ? { owner: byId, findings: [] } : say('photo-name-contradicts', { name: byId.name });
  }
  const read = readings(name, list);
  for (const fit of ['whole', 'fair'] as const) {
    const owners = [...new Set(read.filter(([, how]) => how === fit).map(([owner]) => owner))];
    if (owners.length > 1) return say('photo-ambiguous', { people: owners.map(title).join('、') });
    if (owners[0]?.id === '') return say('photo-of-stopped');
    if (owners[0]) return { owner: owners[0], findings: numbers };
  }
  const employers = [...new Set(read.map(([owner]) => owner.employer))];
  return employers.length > 0
    ? say('photo-employer-differs', { employer: employers.join('、') })
    : say('photo-unclaimed');
}

/** Whom the name can mean. Names standing apart from the rest win over names grown together with it. */
function readings(name: PhotoName, list: Index): [PhotoOwner, Fit][] {
  const apart = runs(name.pieces).flatMap(({ run, rest }) => withFit(list.names.get(run) ?? [], rest));
  if (apart.length > 0) return apart;
  const whole = withoutFillers(name.pieces.join(''));
  return [...list.names].flatMap(([key, owners]) => {
    const rests = [
      ...(whole.startsWith(key) ? [whole.slice(key.length)] : []),
      ...(whole.endsWith(key) ? [whole.slice(0, -key.length)] : []),
    ];
    // 李明辉 is no 李明 with an employer called 辉: grown together, only what fits counts.
    return rests.flatMap((rest) => withFit(owners, rest === '' ? [] : [rest])).filter(([, fit]) => fit !== 'differs');
  });
}

function withFit(namesakes: readonly PhotoOwner[], rest: readonly string[]): [PhotoOwner, Fit][] {
  return namesakes.map((owner) => [owner, fitOf(rest, owner, namesakes.length)]);
}

/** Namesakes need more than a word of the employer: 威海 stands in half of them. */
const LEAST_PART = { alone: 2, namesake: 4 };

function fitOf(rest: readonly string[], { employer }: PhotoOwner, namesakes: number): Fit {
  const whole = squash(employer);
  // Of a stopped person only the name is known.
  if (whole === '') return 'fair';
  if (runs(rest).some(({ run }) => run === whole)) return 'whole';
  const said = rest.filter((piece) => !isFiller(piece)).join('');
  if (said === '') return 'fair';
  const least = namesakes > 1 ? LEAST_PART.namesake : LEAST_PART.alone;
  return [...said].length >= least && whole.includes(said) ? 'fair' : 'differs';
}

/** Every unbroken run of pieces, with what stands around it: 李 明 is 李明, and 阿卜杜拉·买买提 one name. */
function runs(pieces: readonly string[]): { run: string; rest: string[] }[] {
  const few = pieces.slice(0, 16);
  return few.flatMap((_, from) =>
    few.slice(from).map((_, length) => ({
      run: few.slice(from, from + length + 1).join(''),
      rest: [...few.slice(0, from), ...few.slice(from + length + 1)],
    })),
  );
}

/** What offices add to a name: numbering, and what kind of picture it is. */
const KIND =
  '(?:个人|本人|电子版?|彩色|免冠|标准|证件|工作|登记|生活|近|半身|[一二两12]寸|[蓝白红]底|照片?|相片|头像|肖像|原图|副本|图片|photo|copy)';
const NUMBERING = '(?:第|序号|编号|no)?(?:\\p{Nd}{1,4}|[一二三四五六七八九十百]{1,4})(?:号|位)?';
const FILLER = new RegExp(`^(?:${NUMBERING}|${KIND}+\\p{Nd}{0,4})$`, 'u');
const FILLED_ENDS = new RegExp(`^\\p{Nd}{1,4}|${KIND}*\\p{Nd}{0,4}$`, 'gu');

function isFiller(piece: string): boolean {
  return FILLER.test(piece);
}

function withoutFillers(text: string): string {
  return text.replace(FILLED_ENDS, '');
}

function title({ name, employer }: PhotoOwner): string {
  return `${name}（${employer === '' ? '名单中没有导入的一行' : employer}）`;
}

interface Index {
  ids: ReadonlyMap<string, PhotoOwner>;
  names: ReadonlyMap<string, PhotoOwner[]>;
}

function indexed(people: readonly PhotoOwner[]): Index {
  const names = new Map<string, PhotoOwner[]>();
  for (const owner of people) {
    const key = squash(owner.name);
    if (key !== '') names.set(key, [...(names.get(key) ?? []), owner]);
  }
  return { ids: new Map(people.flatMap((owner) => (owner.id === '' ? [] : [[squash(owner.id), owner]]))), names };
}
