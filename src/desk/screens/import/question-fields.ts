import { type Html, html } from '#core/formats/html.ts';
import { SUBJECT_KEYS, SUBJECTS } from '#core/formats/subject.ts';
import type { Programme } from '#core/programme/programme.ts';
import { columnText } from '#core/roster/column-text.ts';
import { type ColumnKey, columnsFor } from '#core/roster/columns.ts';
import { fieldColumn } from '#core/roster/columns.ts';
import type { KnownPerson } from '#core/roster/match.ts';
import type { Draft } from '#core/roster/person-draft.ts';
import { rowLabel } from '#core/roster/reading.ts';
import { type Choice, choiceField, textField } from '#desk/frame/fields.ts';
import type { Visit } from '#desk/frame/screen.ts';
import { editText } from '#pipeline/intake/import-text.ts';
import type { SessionQuestion } from '#pipeline/intake/session/session-questions.ts';
import { fieldKey } from './batches.ts';

const LATER = '以后再定';

/** One question as a part of the form. Names of its fields are those that `answers.ts` reads. */
export function questionFields(visit: Visit, question: SessionQuestion, programme: Programme): Html {
  const choose = (name: string, label: string, choices: readonly Choice[], hint?: string): Html =>
    choiceField(visit, { name, label, hint, choices, empty: LATER });
  switch (question.about) {
    case 'body': {
      const name = `from.${fieldKey(question.file)}`;
      return textField(visit, {
        name,
        label: `${question.file} 是哪个推荐单位报来的？`,
        hint: '写推荐单位的全称。',
      });
    }
    case 'column':
    case 'tier': {
      const header = question.about === 'tier' ? '档次' : question.header;
      const label = `表里没有“${header}”。这一批都是：`;
      return choose(`all.${fieldKey(header)}`, label, plain(question.choices), '各人不同的，请在表里补上这一列。');
    }
    case 'earlier': {
      const [opens, closes] = question.headers;
      return html`<div class="pair">
        ${textField(visit, { name: `all.${fieldKey(opens)}`, label: `${opens}（这一批都是）`, type: 'date' })}
        ${textField(visit, { name: `all.${fieldKey(closes)}`, label: `${closes}（这一批都是）`, type: 'date' })}
      </div>`;
    }
    case 'honours':
      return choose(
        'honours',
        '荣誉没有写级别，按什么写？',
        plain(['按名称', '国家级', '省级', '市级', '县级', '企业级']),
        `按名称看：${question.proposal}。`,
      );
    case 'summary':
      return choose(
        'summary',
        `没有简要事迹。取“${question.heading}”的开头吗？`,
        [
          { value: question.heading, label: '照此写' },
          { value: '不写', label: '不要简要事迹' },
        ],
        `例如：“${question.example}”`,
      );
    case 'trade':
      return choose(
        'trade',
        '表里没有“工种”。有的人岗位就是工种，照此写吗？',
        [
          { value: 'post', label: '照此写' },
          { value: 'none', label: '空着' },
        ],
        question.example,
      );
    case 'who':
      return whoCards(visit, question, programme);
    case 'gone': {
      const { id, name, employer } = question.person;
      return choose(
        `gone.${id}`,
        `原名单里的 ${name}（${employer}）不在这批材料里`,
        [{ value: 'remove', label: '移出名单' }],
        '漏了的，请补进表里，再放一次文件。',
      );
    }
    case 'name': {
      const { name, kind } = question;
      const others = SUBJECT_KEYS.filter((key) => key !== 'person');
      const choices = [
        { value: 'real', label: '确是个人姓名' },
        ...(kind === 'collective' ? others.map((key) => ({ value: key, label: SUBJECTS[key].words })) : []),
      ];
      return choose(`name.${fieldKey(name)}`, `“${name}”是什么？`, choices, '写错了的，请在下面的格里改。');
    }
    case 'sheet':
      return choose('sheet', '有不止一份像名单的表，读哪一个工作表？', plain(question.names));
    case 'list':
      return choose('list', '表里不止一份名单，读哪一份？', plain(question.words), question.lists);
    case 'bodies':
      return choose(
        'bodies',
        `推荐单位 ${question.names} 不在本届的推荐单位之列`,
        question.kinds.length > 1
          ? question.kinds.map(({ kind, name }) => ({ value: kind, label: `补进本届，属于${name}` }))
          : [{ value: 'yes', label: '没有写错，补进本届' }],
        '写错的，请在表里改正，再放一次文件。',
      );
    case 'pdf':
      return html`<fieldset class="field">
        <legend>${question.file} 是 PDF，从里面读出 ${question.count} 行</legend>
        <p class="tick">
          <input type="checkbox" id="f-pdf.${fieldKey(question.flag)}" name="pdf" value="${question.flag}" />
          <label for="f-pdf.${fieldKey(question.flag)}">已经逐行对照原件，都对</label>
        </p>
      </fieldset>`;
    case 'photos':
      return html`${
        question.credit &&
        textField(visit, {
          name: 'credit',
          label: `${question.count} 张照片的署名`,
          hint: '摄影者或供图单位，例如 示例机械有限公司供图。',
        })
      }
      ${
        question.consent &&
        textField(visit, {
          name: 'consent',
          label: '本人怎样同意公开照片',
          hint: '例如 本人书面同意，2026-03-02。没有同意的不要采用。',
        })
      }`;
    case 'edited': {
      const { id, name, employer, edits, recorded } = question.person;
      const who = id === '' ? '名单' : `${name}（${employer}）`;
      const label = recorded ? `${who}在上次导入以后手工改过（或更正过）` : `${who}现在的内容，分不清是不是手工改的`;
      return choose(
        `edited.${id}`,
        label,
        [
          { value: 'keep', label: '保留现在的' },
          { value: 'take', label: '改用这批材料里的' },
        ],
        edits.map(editText).join('；'),
      );
    }
  }
}

function plain(words: readonly string[]): Choice[] {
  return words.map((value) => ({ value, label: value }));
}

/** The row and whom it may be, side by side, in public fields alone. */
function whoCards(
  visit: Visit,
  { row, draft, known }: Extract<SessionQuestion, { about: 'who' }>,
  programme: Programme,
): Html {
  const columns = columnsFor(programme).filter(({ key }) => key !== 'id' && !key.startsWith('photo.'));
  const fresh = columns.flatMap(({ key, header }) => line(header, draftText(key, draft, programme)));
  const choices = [
    ...known.map(({ id, name, employer }) => ({ value: id, label: `就是 ${name}（${employer}）` })),
    { value: 'new', label: '是另一个人，新增' },
  ];
  return html`<div class="cards">
      <section class="card">
        <h4>这批材料：${rowLabel(draft.where)}</h4>
        <dl>${fresh}</dl>
      </section>
      ${known.map(
        (person) =>
          html`<section class="card">
            <h4>原名单：编号 ${person.id}</h4>
            <dl>${columns.flatMap(({ key, header }) => line(header, knownText(key, person, programme)))}</dl>
          </section>`,
      )}
    </div>
    ${choiceField(visit, { name: `row.${row}`, label: `${draft.name}是同一个人吗？`, choices, empty: LATER })}`;
}

function line(header: string, text: string): Html[] {
  if (text === '') return [];
  const short = [...text].slice(0, 60).join('');
  return [
    html`<div>
      <dt>${header}</dt>
      <dd>${short}${short.length < text.length && '…'}</dd>
    </div>`,
  ];
}

function draftText(key: ColumnKey, draft: Draft, programme: Programme): string {
  if (key.startsWith('text:')) return draft.texts.get(key.slice('text:'.length)) ?? '';
  const value = draft.fields.get(key as never);
  if (key === 'name') return draft.name;
  if (value === undefined) return '';
  const column = fieldColumn(key)?.column;
  // Parts of a field are read one by one, and written together.
  if (typeof value === 'string') return key.includes('.') ? value : (column?.write(value, programme) ?? value);
  return column?.write(value, programme) ?? '';
}

function knownText(key: ColumnKey, { id, record }: KnownPerson, programme: Programme): string {
  return columnText(key, id, record, programme);
}
