/** The page for a portal's operator: how to unpack the archive, and how to check it. */
export function operatorPage(files: number, digest: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>公示网站上传说明</title>
<style>body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.8 sans-serif;color:#1a1a1a}code{overflow-wrap:anywhere}</style>
</head>
<body>
<h1>公示网站上传说明</h1>
<p>这个压缩包是一个完整的静态网站，共 ${files} 个文件。不需要数据库，也不需要服务器设置或改写规则。</p>
<h2>上传</h2>
<ol>
<li>把压缩包解开。</li>
<li>把 <code>site</code> 文件夹<strong>里面</strong>的全部文件和文件夹，原样上传到门户的一个子目录，例如 <code>/gongshi/</code>。目录叫什么名称都可以。</li>
<li>更新时先上传其他文件，最后上传各级 <code>index.html</code>；旧文件可以留一天再删。</li>
<li>打开这个子目录的网址，看到首页即可。如果显示目录列表，请把 <code>index.html</code> 设为默认首页。</li>
</ol>
<h2>核对</h2>
<p><code>manifest.sha256</code> 列出每个文件的 SHA-256 摘要。在解开的文件夹里运行：</p>
<p>Linux：<code>sha256sum -c manifest.sha256</code><br>
苹果电脑：<code>shasum -a 256 -c manifest.sha256</code><br>
Windows（PowerShell）：<code>Get-Content manifest.sha256 | % { $h,$p = $_ -split '  ',2; if ((Get-FileHash $p).Hash -ne $h) { $p } }</code>，没有输出就是一致。</p>
<p>清单本身的 SHA-256 是<br><code>${digest}</code><br>请与公示单位另行告知的核对。</p>
<h2>请不要</h2>
<ul>
<li>不要改动任何文件，不要加统计代码、悬浮窗或广告：改动以后摘要对不上，公示内容就无法证明没有改过。</li>
<li>不要上传 <code>READ-ME-FIRST.html</code> 和 <code>manifest.sha256</code>，它们只给您用。</li>
</ul>
</body>
</html>
`;
}
