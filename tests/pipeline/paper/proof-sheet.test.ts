import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { defaultTreeAdapter, type DefaultTreeAdapterMap, parse } from 'parse5';
import { fingerprint } from '#core/formats/digest.ts';
import { digestOf } from '#core/judging/reviewable.ts';
import { proofSheet } from '#pipeline/paper/carriers/proof-sheet.ts';
import { roundDocuments } from '#pipeline/paper/documents/round-documents.ts';
import { bare } from '#pipeline/paper/inspect-carrier.ts';
import { namesOf } from '#pipeline/paper/make-paper.ts';
import { pdfPages, pdfText } from '#pipeline/paper/pdf-text.ts';
import { aFolder, run } from '#tests/office.ts';
import { there } from '#tests/there.ts';
import { printed, theRound, theSample } from './a-press.ts';

type Node = DefaultTreeAdapterMap['node'];

/** What the proof in HTML says, piece by piece; the days are a picture of the window, the signatures are blank. */
function textsOf(node: Node): string[] {
  if (!('childNodes' in node)) return [];
  if (defaultTreeAdapter.isElementNode(node)) {
    const classes = node.attrs.find(({ name }) => name === 'class')?.value ?? '';
    if (['days', 'sign', 'seal', 'window'].includes(classes) || ['style', 'head'].includes(node.tagName)) return [];
    if (['dd', 'dt', 'p', 'h3', 'h4', 'b', 'small'].includes(node.tagName)) return [told(node)];
  }
  return node.childNodes.flatMap(textsOf);
}

function told(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(told).join('') : '';
}

describe('the proof sheet as PDF', () => {
  it('says of a list what the sheet in HTML says, with the fingerprint on every page', async () => {
    const { site } = await theSample();
    const round = await theRound('weihai-chief-technician/2026');
    const { document } = there(roundDocuments(round, site.address)[0]);
    const html = join(await aFolder(), '校样.html');
    assert.equal(run('proof', '--round', round.id, '--out', html).exit, 0);
    const sheet = await proofSheet(document, round, 'content', new Map());
    const pdf = await printed(sheet, namesOf(round));
    const text = bare(await pdfText(pdf)).replace(/指纹[0-9a-f]{20}第\d+页，共\d+页/g, '');
    const wanted = textsOf(parse(await readFile(html, 'utf8')))
      .map(bare)
      .filter((one) => one !== '');
    assert.ok(wanted.length > 200);
    // Channels stand as the notice prints them.
    const lines = /^(?:电话|电子邮箱|来信地址|来访地址|信函|来访|邮箱|.*（提出异议|.*（更正文字)/;
    assert.deepEqual(
      wanted.filter((one) => !lines.test(one) && !text.includes(one.replace('序号', ''))),
      [],
    );
    const short = fingerprint(round.approved ?? '');
    assert.ok(JSON.stringify(sheet.data).includes(short));
    for (const { runs } of await pdfPages(pdf)) {
      assert.ok(bare(runs.map((one) => one.text).join('')).includes(`指纹${short.replaceAll(' ', '')}`));
    }
  });

  it('is there for an act and for the result, each with its own fingerprint', async () => {
    const { site } = await theSample();
    const round = await theRound('jiaozuo-craftsman/2018');
    const documents = roundDocuments(round, site.address);
    const prints = [];
    for (const { document } of documents) {
      const { data } = await proofSheet(document, round, 'content', new Map());
      prints.push(data['short']);
    }
    assert.equal(new Set(prints).size, 3);
    assert.equal(prints[0], fingerprint(round.approved ?? ''));
    // As `proof --act` and `proof --result` print it.
    for (const [index, entry] of [round.acts[0], round.result].entries()) {
      assert.equal(prints[index + 1], fingerprint(digestOf({ entry: there(entry) })));
    }
  });
});
