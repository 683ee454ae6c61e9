import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editField, withoutItems } from '#pipeline/content/edit-front-matter.ts';

const FILE = `---
title: "甲"   # written by hand
year: 2024
flag: true
inline: { from: "08:30", to: "12:00" }
honours:
  - name: "一"
    year: 2020
  - name: "二"
list: ["a", 'b']
long: >-
  folded
  text
---

正文 "甲"。
`;

describe('one value in a content file', () => {
  const rows: [path: string, value: string | undefined, from: string, to: string][] = [
    ['title', '乙', 'title: "甲"   #', 'title: "乙"   #'],
    ['title', '说"好"：行', 'title: "甲"   #', 'title: "说\\"好\\"：行"   #'],
    ['year', '2025', 'year: 2024', 'year: 2025'],
    ['year', '二〇二四', 'year: 2024', 'year: "二〇二四"'],
    ['flag', 'false', 'flag: true', 'flag: false'],
    ['inline.to', '11:30', 'to: "12:00"', 'to: "11:30"'],
    ['honours.1.name', '三', 'name: "二"', 'name: "三"'],
    ['honours.0.year', undefined, '    year: 2020\n', ''],
    ['honours.1.year', '2021', '  - name: "二"\n', '  - name: "二"\n    year: 2021\n'],
    ['list.1', 'c', "'b'", '"c"'],
    ['long', '短', '>-\n  folded\n  text\n', '"短"\n'],
    ['year', undefined, 'year: 2024\n', ''],
    ['added', '新', '---\n\n正文', 'added: "新"\n---\n\n正文'],
  ];
  for (const [path, value, from, to] of rows) {
    it(`${path} ${value === undefined ? 'goes' : `becomes ${value}`}, and every other character stays`, () => {
      const edited = editField(FILE, path, value);
      assert.equal(edited, FILE.replace(from, to));
    });
  }

  it('in JSON is changed in its place', () => {
    const json = '{\n  "people": [\n    { "id": "a", "name": "甲" }\n  ]\n}\n';
    assert.equal(editField(json, 'people.0.name', '乙'), json.replace('甲', '乙'));
  });

  it('that is no single value is left to a person', () => {
    for (const path of ['honours', 'honours.0', 'inline', 'nowhere.else', 'honours.7.name']) {
      assert.equal(editField(FILE, path, '值'), undefined, path);
    }
    for (const path of ['inline.to', 'honours.0.name', 'list.1', 'nowhere']) {
      assert.equal(editField(FILE, path, undefined), undefined, path);
    }
  });
});

describe('items of a list', () => {
  const file =
    '---\na: 1\naccepted:\n  - code: "x"\n    person: "p"\n  - code: "y"\n    person: "q"\nz: 2\n---\n\n正文\n';
  const of = (person: string) => (item: unknown) => (item as { person: string }).person === person;

  it('are left out one by one, and the list with its last one', () => {
    assert.equal(withoutItems(file, 'accepted', of('p')), file.replace('  - code: "x"\n    person: "p"\n', ''));
    assert.equal(withoutItems(file, 'accepted', of('q')), file.replace('  - code: "y"\n    person: "q"\n', ''));
    assert.equal(
      withoutItems(file, 'accepted', () => true),
      '---\na: 1\nz: 2\n---\n\n正文\n',
    );
    assert.equal(withoutItems(file, 'accepted', of('nobody')), file);
    assert.equal(
      withoutItems(file, 'absent', () => true),
      file,
    );
  });
});
