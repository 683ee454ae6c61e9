/** What the desk answers when it does not carry out a request: the status, and what the clerk reads. */
export const FAULTS = {
  'desk-host': [
    421,
    '地址不对',
    '办公台只认启动时给出的那个地址（127.0.0.1 和后面的号码）。请从启动窗口里的地址进入。',
  ],
  'desk-method': [405, '这种请求不受理', '办公台只受理打开网页和提交表格。请从首页进入。'],
  'desk-origin': [
    403,
    '不是从办公台的网页来的',
    '这个请求来自别的网页或者别的程序，没有办理。请在办公台自己的网页里操作。',
  ],
  'desk-session': [
    401,
    '请重新进入办公台',
    '这个浏览器还没有进入办公台，或者办公台重新启动过。请再双击一次启动图标（或再运行一次 npm run desk），会自动打开。刚才填的内容，进入以后按浏览器的返回键回到那一页，再提交一次。',
  ],
  'desk-token': [
    403,
    '这个进入地址已经用过',
    '启动时给出的地址只能用一次。请再双击一次启动图标（或再运行一次 npm run desk），会给出新的地址。',
  ],
  'desk-form-token': [403, '请重新打开这一页', '这张表格不是这个办公台给出的，没有办理。请从首页重新打开这一页。'],
  'desk-too-large': [
    413,
    '太大了，没有收',
    '送来的内容超过了这一页能收的大小，没有收下。照片、视频很多的，请分几次送；单个文件过大的，请先压缩。',
  ],
  'desk-slow': [
    408,
    '传得太慢，中断了',
    '很久没有收到新的内容，已经中断，什么也没有写入。请核对文件还在不在、U 盘或共享盘有没有断开，再送一次。',
  ],
  'desk-cut-off': [400, '没有传完', '内容没有传完就断开了，什么也没有写入。请再提交一次。'],
  'desk-form': [400, '表格读不懂', '送来的表格不完整，没有办理。请返回上一页重新提交。'],
  'desk-path': [404, '没有这一页', '办公台没有这个网页。请从左边的目录或首页进入。'],
  'desk-changed': [
    409,
    '您看的内容已经有人改过',
    '您打开这一页以后，下面的文件有了改动，所以没有办理。您填的内容没有丢。',
  ],
  'desk-disk': [507, '磁盘写不了', '这台电脑的磁盘写不了，没有办理。请腾出空间，或核对共享盘还连着，再提交一次。'],
  'desk-fault': [
    500,
    '办公台自己出了错',
    '这一步没有办完，办公台还在运行，内容文件没有被改成一半的样子。请再试一次；还是这样，请把下面的编号告诉维护的人。',
  ],
} as const satisfies Record<string, readonly [number, string, string]>;

export type FaultCode = keyof typeof FAULTS;

/** Thrown while a request is read. */
export class DeskFault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode) {
    super(FAULTS[code][2]);
    this.code = code;
  }
}
