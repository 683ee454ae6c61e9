/**
 * The `.gitignore` of an office's content folder: what a history must never keep. Keys and pass phrases, the office's own sheets with
 * their private columns, and what a command leaves lying about when it is cut off.
 */
export const OFFICE_IGNORE = `# 密钥和口令：只放在 U 盘上，不进版本库
*.key
*.key.json
*.pem
密钥*
口令*

# 报送的原表：有身份证号、手机号等不公开的列
*.xlsx
*.xls
*.et
*.docx
*.doc
*.wps
*.csv
*.zip

# 命令中断时留下的半成品、锁和日志
.import-*
*.partial-*
.publishing*
.jiangbang*

# 缓存
.cache/
.astro/
`;
