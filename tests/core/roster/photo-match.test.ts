import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chinesePlace, sentence } from '#core/catalogue/finding.ts';
import { consentTo, isRefusal } from '#core/roster/photo-consent.ts';
import { matchPhotos, type PhotoOwner } from '#core/roster/photo-match.ts';
import { isLitterName, isTrickyName, photoLabel, photoName } from '#core/roster/photo-name.ts';
import { there } from '#tests/there.ts';

/** Two namesakes, one name inside another, a name with a middle dot, a character outside the basic plane, an employer with digits. */
const LIST: PhotoOwner[] = [
  { id: 'b2j2d94', name: '李明', employer: '威海海曦船舶重工有限公司' },
  { id: 'c8h5kgh', name: '李明', employer: '荣成沧澜海珍食品有限公司' },
  { id: 'fkdrhnr', name: '李明华', employer: '华夏园林绿化工程有限公司' },
  { id: 'hn5nr3j', name: '阿卜杜拉·买买提', employer: '焦作云台机械（集团）有限公司' },
  { id: 'mk3zccv', name: '陈𠮷', employer: '包头3号矿建设有限公司' },
  { id: 'tvczq23', name: '单丽华', employer: '威海锦澜服饰有限公司' },
];

/** Whose picture it is, or the code of the finding that says why nobody's. */
function whose(file: string, people = LIST): string {
  const { files, findings } = matchPhotos(people, [file]);
  const owner = [...files.keys()][0];
  return owner ?? findings.map(({ code }) => code).join(' ');
}

function said(...files: string[]): string[] {
  return matchPhotos(LIST, files).findings.map((one) => `${chinesePlace(one.where)}: ${sentence(one)}`);
}

describe('a photo named by the office', () => {
  const cases: Record<string, string[]> = {
    b2j2d94: [
      '李明_威海海曦船舶重工有限公司.jpg',
      '威海海曦船舶重工有限公司-李明.jpg',
      '威海海曦船舶重工有限公司李明.jpg',
      '李明威海海曦船舶重工有限公司.png',
      '李明（海曦船舶）.jpg',
      '李　明 威海海曦船舶重工有限公司.JPEG',
      '01.李明－威海海曦船舶重工有限公司．ＪＰＧ',
      '李明_环翠区_威海海曦船舶重工有限公司_证件照.jpg',
      'b2j2d94.jpg',
      'B2J2D94.JPG',
      'b2j2d94_李明.webp',
      '3 b2j2d94 李明 海曦船舶.jpg',
    ],
    fkdrhnr: [
      '李明华.jpg',
      '李明华.jpg.jpg',
      '李 明 华.jpg',
      '12李明华.jpg',
      '李明华(2).jpg',
      '李明华证件照.jpg',
      '李明华 - 副本.jpg',
      '李明华_华夏园林.jpg',
      '华夏园林绿化工程有限公司+李明华.jpg',
      '李明华。jpg',
    ],
    hn5nr3j: [
      '阿卜杜拉·买买提.jpg',
      '阿卜杜拉•买买提.jpg',
      '阿卜杜拉买买提.jpg',
      '阿卜杜拉-买买提_焦作云台机械(集团)有限公司.jpg',
      '焦作云台机械（集团）有限公司 阿卜杜拉·买买提.jpg',
    ],
    mk3zccv: ['陈𠮷.jpg', '包头3号矿建设有限公司_陈𠮷.jpg', '3号矿-陈𠮷.jpg', '陈𠮷\u{E0100}.jpg'],
    tvczq23: [
      '单丽华.jpg',
      '单丽华_威海锦澜服饰有限公司.jpg',
      '三、单丽华（威海锦澜服饰）.jpg',
      '第十二号 单丽华.jpg',
      '序号3_单丽华_威海锦澜.jpg',
    ],
  };
  for (const [id, files] of Object.entries(cases)) {
    for (const file of files) it(`“${file}” is ${id}`, () => assert.equal(whose(file), id));
  }

  it('is found whether the computer composes letters or not', () => {
    const people = [{ id: 'q7', name: 'José Müller', employer: '威海港' }];
    for (const form of ['NFC', 'NFD'] as const) assert.equal(whose('José_Müller.jpg'.normalize(form), people), 'q7');
  });

  it('that grows together with another name asks instead of choosing', () => {
    // 李明 of 华夏公司, or 李明华 of 夏公司?
    const people = [
      { id: 'a2', name: '李明', employer: '华夏公司' },
      { id: 'a3', name: '李明华', employer: '夏公司' },
    ];
    assert.equal(whose('李明华夏公司.jpg', people), 'photo-ambiguous');
    assert.equal(whose('李明_华夏公司.jpg', people), 'a2');
    assert.equal(whose('李明华_夏公司.jpg', people), 'a3');
  });
});

describe('two people of one name', () => {
  it('need the employer', () => {
    assert.deepEqual(said('李明.jpg'), [
      '李明.jpg: 文件名可以指 李明（威海海曦船舶重工有限公司）、李明（荣成沧澜海珍食品有限公司），无法断定是谁的照片。请把单位全称写进文件名：“姓名_单位.jpg”。',
    ]);
  });

  it('are not told apart by elimination', () => {
    const { files, findings } = matchPhotos(LIST, ['李明.jpg', '李明_荣成沧澜海珍食品有限公司.jpg']);
    assert.deepEqual([...files.keys()], ['c8h5kgh']);
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['photo-ambiguous'],
    );
  });

  it('are not told apart by a place name or by 有限公司', () => {
    assert.equal(whose('李明_威海.jpg'), 'photo-employer-differs');
    assert.equal(whose('李明_有限公司.jpg'), 'photo-ambiguous');
  });

  it('at one employer need the id', () => {
    const people = ['a2', 'a3'].map((id) => ({ id, name: '李明', employer: '威海港' }));
    assert.equal(whose('李明_威海港.jpg', people), 'photo-ambiguous');
    assert.equal(whose('a3.jpg', people), 'a3');
  });
});

describe('a person kept out of the content', () => {
  it('keeps a namesake from getting the picture', () => {
    const [one] = LIST;
    const whoseNow = (file: string): string => {
      const { files, findings } = matchPhotos([there(one)], [file], [{ name: '李明' }, { name: '丛岩' }]);
      return [...files.keys()][0] ?? findings.map(({ code }) => code).join();
    };
    assert.equal(whoseNow('李明.jpg'), 'photo-ambiguous');
    assert.equal(whoseNow('李明_海曦船舶.jpg'), 'photo-ambiguous');
    assert.equal(whoseNow('李明_威海海曦船舶重工有限公司.jpg'), 'b2j2d94');
    assert.equal(whoseNow('丛岩.jpg'), 'photo-of-stopped');
    assert.equal(whoseNow('丛岩_威海听涛渔具有限公司.jpg'), 'photo-of-stopped');
  });
});

describe('a photo that is nobody’s', () => {
  it('is listed and left alone', () => {
    assert.deepEqual(said('鞠洪梅.jpg'), [
      '鞠洪梅.jpg: 文件名对不上名单里的任何人，没有采用。请核对姓名，改成“姓名_单位.jpg”；不用的请移走。',
    ]);
    // 李明辉 is another name, not 李明 with an employer called 辉.
    assert.equal(whose('李明辉.jpg'), 'photo-unclaimed');
  });

  it('with the name of one and the employer of another is asked about', () => {
    assert.deepEqual(said('单丽华_威海鸥翔公共交通有限公司.jpg'), [
      '单丽华_威海鸥翔公共交通有限公司.jpg: 文件名里的姓名在名单上，其余的字却与名单上的单位（威海锦澜服饰有限公司）对不上，没有采用。请核对是不是本人，再把文件名改成“姓名_单位.jpg”。',
    ]);
  });

  it('with the id of one and the name of another is asked about', () => {
    assert.deepEqual(said('tvczq23_李明华.jpg'), [
      'tvczq23_李明华.jpg: 文件名里的编号是 单丽华 的，其余的字却不是这个人的姓名或单位，没有采用。请核对后改名，只写编号也可以。',
    ]);
  });

  it('is no picture at all', () => {
    assert.deepEqual(said('单丽华.docx', '说明.txt', '单丽华'), [
      '单丽华.docx: 照片文件夹里有不是图片的文件，没有读取。请移走。',
      '说明.txt: 照片文件夹里有不是图片的文件，没有读取。请移走。',
      '单丽华: 照片文件夹里有不是图片的文件，没有读取。请移走。',
    ]);
  });

  it('is what a computer leaves behind, and not mentioned', () => {
    assert.deepEqual(said('.DS_Store', '._单丽华.jpg', 'Thumbs.db', 'desktop.ini', '~$单丽华.docx'), []);
  });
});

describe('one person with two photos', () => {
  it('keeps none until one is left', () => {
    const { files } = matchPhotos(LIST, ['单丽华_工作照.jpg', '单丽华_证件照.jpg']);
    assert.equal(files.size, 0);
    assert.deepEqual(said('单丽华_工作照.jpg', '单丽华_证件照.jpg', '单丽华.JPG'), [
      '单丽华_工作照.jpg（单丽华）: 这个人有不止一张照片：单丽华_工作照.jpg、单丽华_证件照.jpg、单丽华.JPG。请只留一张。',
    ]);
  });
});

describe('a file name with a private number', () => {
  it('serves by its name, is never repeated, and is asked to be renamed', () => {
    const { files, findings } = matchPhotos(LIST, ['单丽华_37100219750310123X.jpg', '13800000000李明华.jpg']);
    assert.deepEqual([...files.keys()].sort(), ['fkdrhnr', 'tvczq23']);
    assert.deepEqual(
      findings.map((one) => `${chinesePlace(one.where)}: ${sentence(one)}`),
      [
        '单丽华_*****************X.jpg: 照片已采用，但文件名里有一长串数字，可能是证件号或手机号。请改成“姓名_单位.jpg”，不要再这样传递文件。',
        '***********李明华.jpg: 照片已采用，但文件名里有一长串数字，可能是证件号或手机号。请改成“姓名_单位.jpg”，不要再这样传递文件。',
      ],
    );
  });

  it('is covered in full width and with separators too, while camera names stay legible', () => {
    assert.equal(photoLabel('１３８００００００００.jpg'), '***********.jpg');
    assert.equal(photoLabel('138-0000-0000.jpg'), '***-****-****.jpg');
    assert.equal(photoLabel('王某1975.10.jpg'), '王某****.**.jpg');
    assert.equal(photoLabel('王某一九七五年十月.jpg'), '王某****年十月.jpg');
    assert.equal(photoLabel('王某_平安里3号楼2单元501室.jpg'), '（文件名含私人信息）');
    assert.equal(photoLabel('王某_wang@example.org.jpg'), '（文件名含私人信息）');
    assert.equal(photoLabel('汇总表_微信 wx_hsqmrcmjf.xlsx'), '（文件名含私人信息）');
    assert.equal(photoLabel('IMG_0042.JPG'), 'IMG_0042.JPG');
    assert.equal(photoLabel('P12345.jpg'), 'P12345.jpg');
    assert.equal(photoLabel('王某1234.jpg'), '王某1234.jpg');
    assert.equal(photoLabel('王某12345.jpg'), '王某*****.jpg');
    assert.equal(photoLabel(`${'王'.repeat(60)}.jpg`), `${'王'.repeat(57)}…`);
    assert.equal(photoLabel(`${'王'.repeat(56)}.jpg`), `${'王'.repeat(56)}.jpg`);
  });

  it('is parted into what may name somebody and what may not', () => {
    assert.deepEqual(photoName('李明_甲公司.JPG'), {
      pieces: ['李明', '甲公司'],
      raw: ['李明', '甲公司'],
      hasNumbers: false,
    });
    assert.deepEqual(photoName('李明.jpg.jpg'), { pieces: ['李明'], raw: ['李明'], hasNumbers: false });
    assert.deepEqual(photoName('李明 。jpeg'), { pieces: ['李明'], raw: ['李明'], hasNumbers: false });
    for (const number of ['12345', '1 2 3 4 5', '12.34-5_6', '１２３４５', '1234567x']) {
      assert.deepEqual(photoName(`李明${number}.png`)?.pieces, ['李明'], number);
      assert.equal(photoName(`李明${number}.png`)?.hasNumbers, true, number);
    }
    for (const number of ['1234', '12a34b5', '1  2  3  4  5']) {
      assert.equal(photoName(`李明${number}.png`)?.hasNumbers, false, number);
    }
    for (const file of ['李明.docx', '李明', 'jpg', '李明.jpgx', '.jpg/李明'])
      assert.equal(photoName(file), undefined, file);
    for (const ending of [
      'jpe',
      'jfif',
      'png',
      'webp',
      'heic',
      'heif',
      'avif',
      'gif',
      'bmp',
      'tif',
      'tiff',
      'svg',
      'pdf',
      'psd',
    ]) {
      assert.deepEqual(photoName(`李明.${ending}`)?.pieces, ['李明'], ending);
    }
  });
});

describe('a file name that plays tricks', () => {
  for (const file of [
    '../单丽华.jpg',
    '..\\单丽华.jpg',
    '单丽华\u0000.jpg',
    '单丽华\u202Egpj.jpg',
    '单丽\u200B华.jpg',
    '单丽华\n.jpg',
  ]) {
    it(`${JSON.stringify(file)} is refused and shown harmless`, () => {
      const { files, findings } = matchPhotos(LIST, [file]);
      assert.equal(files.size, 0);
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['photo-name-refused'],
      );
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      assert.doesNotMatch(findings[0]?.where.file ?? '', /[/\\\u0000-\u001F\u200B\u202E]/);
    });
  }
});

describe('a name for no picture', () => {
  it('is what computers leave behind', () => {
    for (const file of ['.DS_Store', '._李明.jpg', '~$名单.xlsx', 'Thumbs.db', 'desktop.ini', '__MACOSX']) {
      assert.equal(isLitterName(file), true, file);
    }
    for (const file of ['李明.jpg', 'thumbs.db.jpg', '..', '.', '', './a', '~李明.jpg']) {
      assert.equal(isLitterName(file), false, file);
    }
  });
  it('points elsewhere or is too long', () => {
    for (const file of [
      '',
      '.',
      '..',
      'a/b',
      'a\\b',
      'a:b',
      'a*b',
      'a?b',
      'a"b',
      'a<b',
      'a>b',
      'a|b',
      'a'.repeat(201),
    ]) {
      assert.equal(isTrickyName(file), true, file);
    }
    for (const file of ['a', '...', '李明.jpg', 'a'.repeat(200)]) assert.equal(isTrickyName(file), false, file);
  });
});

describe('whatever the files are called', () => {
  const word = fc.constantFrom(
    ...LIST.flatMap(({ id, name, employer }) => [id, name, employer, employer.slice(2, 6)]),
    '照片',
    '01',
  );
  const glue = fc.constantFrom('', '_', '-', ' ', '　', '（');
  const file = fc
    .array(fc.tuple(word, glue), { minLength: 1, maxLength: 4 })
    .map((parts) => `${parts.flat().join('')}.jpg`);

  it('every file is either one person’s or named in a finding, in any order of the folder', () => {
    fc.assert(
      fc.property(fc.uniqueArray(file, { minLength: 1, maxLength: 8 }), (files) => {
        const { files: matched, findings } = matchPhotos(LIST, files);
        const used = [...matched.values()];
        assert.equal(new Set(used).size, used.length);
        const named = findings.map((one) => `${one.where.file} ${String(one.args['files'] ?? '')}`).join('\n');
        for (const one of files) assert.ok(used.includes(one) || named.includes(photoLabel(one)), one);
        const turned = matchPhotos([...LIST].reverse(), [...files].reverse()).files;
        assert.deepEqual(new Map([...turned].sort()), new Map([...matched].sort()));
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('a photo goes only to somebody whose name or id stands in its name', () => {
    fc.assert(
      fc.property(file, (one) => {
        for (const [id] of matchPhotos(LIST, [one]).files) {
          const owner = there(LIST.find((person) => person.id === id));
          const plain = one.replace(/[_\-\s（·]/g, '');
          assert.ok(plain.includes(owner.name.replace('·', '')) || plain.includes(id), `${one} → ${id}`);
        }
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });
});

describe('the words under 照片同意', () => {
  for (const words of [
    '不同意',
    '否',
    '无',
    '不愿公开',
    '未征得本人同意',
    '本人撤回同意',
    '拒绝',
    '/',
    '未授权',
    '不 同 意',
    '不',
    '没有',
    '未',
    '暂无',
    '待定',
    '不详',
    'no',
    'N',
    '-',
    '---',
    '///',
    '—',
    '——',
    '本人不愿意公开',
    '不肯授权',
    '不予刊登',
    '不能使用',
    '不再展示',
    '不得公开',
    '不准刊登',
    '没有获得同意',
    '未经家属书面授权',
    '未取得本人同意',
    '谢绝刊登',
    '本人撤销授权',
    '同意书已收回',
  ]) {
    it(`“${words}” is a refusal`, () => assert.equal(isRefusal(words), true));
  }
  for (const words of [
    '本人书面同意',
    '同意',
    '已签授权书',
    '本人同意，可随时撤回',
    '无异议，同意公开',
    '照片未修图，本人同意',
    '未成年子女不在照片里，本人同意',
    '本人同意，有权收回',
    '本人同意，可撤销',
    '本人同意，可以收回',
    'noted',
    '2026-03-02',
    '待定稿后同意',
    '无异议',
  ]) {
    it(`“${words}” is consent`, () => assert.equal(isRefusal(words), false));
  }
});

describe('what is recorded about a photo', () => {
  const [credit, consent] = ['厂工会供图', '本人书面同意'];
  it('is both, or there is no photo', () => {
    assert.deepEqual(consentTo({ credit, consent }, {}), { given: { credit, consent } });
    assert.deepEqual(consentTo({ credit }, {}), { missing: ['photo-consent-missing'] });
    assert.deepEqual(consentTo({ consent }, {}), { missing: ['photo-credit-missing'] });
    assert.deepEqual(consentTo({ credit: ' ', consent: '' }, {}), {
      missing: ['photo-consent-missing', 'photo-credit-missing'],
    });
  });
  it('is a person’s own before the folder’s before what was recorded', () => {
    assert.deepEqual(consentTo({ credit: ' 甲 ' }, { credit: '乙', consent }, { credit: '丙', consent: '旧' }), {
      given: { credit: '甲', consent },
    });
    assert.deepEqual(consentTo({}, {}, { credit, consent }), { given: { credit, consent } });
  });
  it('of which a no stands above everything', () => {
    assert.deepEqual(consentTo({ consent: '不同意' }, { credit, consent }), { refused: true });
    assert.deepEqual(consentTo({ consent: '不同意' }, {}), { refused: true });
  });
});
