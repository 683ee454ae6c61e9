/** What a template asks for and nobody answered. */
export function unanswered(text: string): 'import-merge-field' | 'import-prompt' | undefined {
  if (text.length > LONGEST || !HINT.test(text)) return undefined;
  if (MERGE_FIELD.test(text)) return 'import-merge-field';
  return PROMPT.test(text.replace(/\s+/gu, ' ')) ? 'import-prompt' : undefined;
}

/** A prompt fills its cell; a text that holds one somewhere is a text. */
const LONGEST = 2000;
/** Most cells hold none of these, and are not looked at twice. */
const HINT = /[«{击选请XxＸ×某[【〔<＜]|here|Choose|date/u;

/** Word shows an unmerged field in guillemets; report generators use braces. */
const MERGE_FIELD = /«[^«»\n]{1,60}»|\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}/u;

/** The prompts of Word's and WPS's own controls, and those that every template writes. */
const PROMPT =
  /(?:单击|点击)(?:或点击|或轻触|或点按)?(?:此处|这里)(?:以|来)?(?:输入|添加|选择|插入)(?:文字|文本|日期|图片|内容|姓名|单位)?|^(?:单击|点击)(?:或点击|或轻触)?以?(?:输入|选择)[^。，；]{0,6}。?$|^选择一?[项个](?:内容)?。?$|^请(?:选择|输入|填写|点击)[^。，；]{0,12}[。.…]*$|^[【[（(]请(?:选择|输入|填写)[^】\])）]{0,16}[】\])）]$|^[【[〔<＜](?:填写|输入|此处填)?(?:姓名|名称|单位|单位名称|单位全称|工作单位|推荐单位|职务|岗位|工种|日期|年月|内容|文字)[】\]〕>＞]$|^(?:[XxＸ×]{2,}|某某)(?:市|区|县)?(?:公司|有限公司|集团|单位|厂|工厂|学校)?$|(?:Click|Tap)(?: or (?:click|tap))? here to enter|^Choose an item\.?$|^Click or tap to enter a date\.?$/iu;
