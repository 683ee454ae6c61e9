import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DrawingAnchor, rowOfDrawing } from '#core/roster/photo-anchor.ts';

/** Rows of 60 points, 762,000 EMU each (ECMA-376: 12,700 EMU a point). */
const ROW = 762_000;
const sixty = (): number => 60;

function row(anchor: DrawingAnchor): number | undefined {
  return rowOfDrawing(anchor, sixty);
}

describe('a picture laid over a sheet', () => {
  it('belongs to the row it lies in', () => {
    assert.equal(row({ from: { row: 3, offset: 20_000 }, to: { row: 3, offset: 700_000 } }), 3);
  });

  it('that hangs over by a few points still does, above or below', () => {
    assert.equal(row({ from: { row: 3, offset: 50_000 }, to: { row: 4, offset: 40_000 } }), 3);
    assert.equal(row({ from: { row: 2, offset: ROW - 40_000 }, to: { row: 3, offset: 720_000 } }), 3);
  });

  it('over two people belongs to nobody', () => {
    assert.equal(row({ from: { row: 3, offset: ROW / 2 }, to: { row: 4, offset: ROW / 2 } }), undefined);
    assert.equal(row({ from: { row: 3, offset: 0 }, to: { row: 6, offset: 0 } }), undefined);
  });

  it('with a height of its own is measured against the rows', () => {
    assert.equal(row({ from: { row: 5, offset: 0 }, height: 700_000 }), 5);
    assert.equal(row({ from: { row: 5, offset: 0 }, height: 2 * ROW }), undefined);
  });

  it('without any height belongs to nobody', () => {
    assert.equal(row({ from: { row: 5, offset: 0 }, to: { row: 5, offset: 0 } }), undefined);
    assert.equal(row({ from: { row: 5, offset: 0 } }), undefined);
  });
});
