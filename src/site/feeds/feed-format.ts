import { chinaDate, chinaIso, chinaTime, type Instant } from '#core/calendar/plain-date.ts';
import type { Feed } from './feed.ts';
import { jsonFile } from './safe-json.ts';

/** Atom (RFC 4287). Without a style sheet for browsers: Chromium is giving XSL up, and the page 如何订阅 says what the address is for. */
export function atomFeed({ id, title, description, home, self, author, updated, items }: Feed): string {
  const entries = items.map(
    (item) => `<entry>
<id>${xml(item.id)}</id>
<title>${xml(item.title)}</title>
<link rel="alternate" type="text/html" href="${xml(item.address)}"/>
<published>${iso(item.at)}</published>
<updated>${iso(item.at)}</updated>
${item.authors.map((name) => `<author><name>${xml(name)}</name></author>`).join('')}
<summary>${xml(item.text)}</summary>
</entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${xml(id)}</id>
<title>${xml(title)}</title>
<subtitle>${xml(description)}</subtitle>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link rel="alternate" type="text/html" href="${xml(home)}"/>
<author><name>${xml(author)}</name></author>
<updated>${iso(updated ?? 0)}</updated>
${entries.join('')}</feed>
`;
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonFeed({ title, description, home, self, author, items }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: home,
    feed_url: self,
    language: 'zh-CN',
    authors: [{ name: author }],
    items: items.map((item) => ({
      id: item.id,
      url: item.address,
      title: item.title,
      content_text: item.text,
      date_published: iso(item.at),
      authors: item.authors.map((name) => ({ name })),
    })),
  };
  return jsonFile(feed);
}

/** RFC 3339 in China's time. */
function iso(at: Instant): string {
  return chinaIso(chinaDate(at), chinaTime(at));
}

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
