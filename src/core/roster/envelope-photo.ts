import { type Finding, finding } from '#core/catalogue/finding.ts';
import { type PhotoOwner, photoOwners, type StoppedPerson } from './photo-match.ts';
import { photoName } from './photo-name.ts';

/** A picture in an envelope, by where it lies. */
export interface EnvelopePicture {
  /** Fit for a message. */
  file: string;
  /** Outermost first. */
  folders: readonly string[];
  name: string;
}

/** What a picture of an envelope is. */
export type PictureFate =
  | { portraitOf: string }
  /** Of no use here, in an office's words. */
  | { unused: string }
  | { findings: Finding[] };

/**
 * Whose portrait each picture is: by the innermost folder that names a person (姓名, 序号+姓名+单位), else by its own name. Of what lies
 * in a person's folder only what is called a portrait is one: certificates and scenes from work lie there too, and nobody guesses.
 */
export function envelopePhotos(
  people: readonly PhotoOwner[],
  pictures: readonly EnvelopePicture[],
  stopped: readonly StoppedPerson[] = [],
): PictureFate[] {
  const ownerOf = photoOwners(people, stopped);
  return pictures.map((picture) => fateOf(picture, ownerOf));
}

type OwnerOf = ReturnType<typeof photoOwners>;

function fateOf({ file, folders, name }: EnvelopePicture, ownerOf: OwnerOf): PictureFate {
  const ask = (code: Finding['code'], args: Finding['args'] = {}): PictureFate => ({
    findings: [finding(code, { file }, args)],
  });
  // A folder may say what its pictures are: 张三/工作照/1.jpg.
  const owners = folders.map((folder) => {
    const whole = ownerOf(`${folder}.jpg`);
    // 张三申报材料 is 张三; 凌碳材料有限公司 is a company.
    return whole.owner ? whole : ownerOf(`${folder.replace(MATERIALS, ' ')}.jpg`);
  });
  const at = owners.findLastIndex(({ owner, findings }) => owner !== undefined || findings.some(isAboutSomebody));
  const around = at < 0 ? undefined : owners[at];
  if (around && !around.owner)
    return { findings: around.findings.map((one) => ({ ...one, where: { file }, args: { ...one.args, folder: 1 } })) };
  const words = [...folders.slice(at + 1), name].map((part) => part.normalize('NFKC').toLowerCase()).join('/');
  if (TABLE.test(words)) return ask('import-picture-of-table');
  if (SCAN.test(words)) return { unused: '证书、证件或扫描件，网站不用。' };
  if (WORK.test(words)) return { unused: '工作照或活动照，网站只用一张本人照片。' };
  const own = ownerOf(name);
  const person = around?.owner;
  if (!person) {
    if (own.owner && own.owner.id !== '') return { portraitOf: own.owner.id };
    return { findings: own.findings.map((one) => ({ ...one, where: { ...one.where, file } })) };
  }
  if (person.id === '') return ask('photo-of-stopped');
  if (own.owner && own.owner.name !== person.name)
    return ask('import-picture-other', { name: person.name, other: own.owner.name });
  if (own.owner || PORTRAIT.test(words) || isBare(name)) return { portraitOf: person.id };
  return ask('import-picture-unclear', { name: person.name });
}

/** 同名两人, or a name with another employer: somebody is meant, only who is not certain. */
function isAboutSomebody({ code }: Finding): boolean {
  return ['photo-ambiguous', 'photo-employer-differs', 'photo-of-stopped'].includes(code);
}

/** `照片.jpg`, `1寸.png`: nothing but what kind of picture it is. */
function isBare(name: string): boolean {
  const pieces = photoName(name)?.pieces.join('') ?? '';
  return /^(?:照片?|相片|头像|photo)\d{0,1}$/u.test(pieces);
}

const MATERIALS =
  /(?:的|个人|本人|工匠|候选人|人选|推荐对象)*(?:推荐|申报|报送|上报|评选|参评)*(?:材料|资料|文件夹|文件|档案|附件|电子版|申报表|推荐表|审批表)+(?:汇总|合集|包)?|\.zip$/giu;
const TABLE = /(?:汇总|推荐|申报|审批|登记|量化|评分)表|名单|花名册/u;
const SCAN =
  /身份证|户口|证书|证明|奖状|奖章|奖牌|获奖|荣誉|资格证|技能等级|职称|聘书|专利|扫描|盖章|公章|合同|社保|征信|犯罪|学历|毕业|学位|银行卡|简历|发明|论文|营业执照|合格证/u;
const WORK =
  /工作[照场现]|工作(?:图片|时)|生产|现场|操作|车间|带徒|授课|教学|作品|活动|合影|合照|集体|团队|班组|会议|技术攻关/u;
const PORTRAIT =
  /证件照|登记照|标准照|免冠|头像|肖像|人像|个人照|本人照|近照|半身照|形象照|[一二两12]寸|[蓝白红]底|个人照片|本人照片|portrait/u;
