import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unbroken } from '#site/words/unbroken.ts';

/** What stands together, in order. */
const kept = (html: string): string[] =>
  [...unbroken(html).matchAll(/<span class="nw">(.*?)<\/span>/gs)].map(([, text = '']) => text);

describe('what no line may divide', () => {
  it('are dates, the day of the week and the hour', () => {
    assert.deepEqual(kept('<p>2026年11月23日至27日（5个工作日），2026年11月27日（星期五）24:00截止</p>'), [
      '2026年11月23日',
      '27日',
      '5个工作日',
      '2026年11月27日',
      '（星期五）',
      '24:00截止',
    ]);
    assert.deepEqual(kept('9月15日至17日，2024年9月，2026年度'), ['9月15日', '17日', '2024年9月', '2026年度']);
  });
  it('are telephone and document numbers', () => {
    assert.deepEqual(kept('0631-0000000转801，威人社函〔2024〕36号'), ['0631-0000000转801', '〔2024〕36号']);
  });
  it('are figures with their unit', () => {
    assert.deepEqual(kept('第3个工作日，共5个；合格率99.7%；奖励10000元；从业20余年，带徒31人'), [
      '第3个工作日',
      '共5个',
      '99.7%',
      '10000元',
      '20余年',
      '31人',
    ]);
  });
  it('are left alone in attributes, scripts, fields and pictures', () => {
    const html =
      '<a title="5个工作日 > 3天" data-x=\'9月1日\'>x</a><script>a<b;"5人"</script><style>p>a{content:"5人"}</style><textarea>5人</textarea><svg><text>5人</text></svg><option>5人</option><!-- 5人 -->';
    assert.equal(unbroken(html), html);
  });
  it('change no word of the page', () => {
    const html = '<p>自2018年起，2 < 3 &amp; 4&lt;5；第12届“港城工匠”</p><pre>5人</pre><p>6人</p>';
    assert.equal(unbroken(html).replace(/<span class="nw">|<\/span>/g, ''), html);
    assert.deepEqual(kept('<pre>5人</pre><script>for(;i<n;)x</script><p>6人</p>'), ['6人']);
  });
});
