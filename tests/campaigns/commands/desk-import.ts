import { defineCommand } from '#pipeline/commands/define-command.ts';

export const deskImportCommand = defineCommand({
  verb: 'desk-import',
  summary: '办公台的导入要多久：放入一份汇总表和每人一张照片，到看见第一份计划为止。',
  options: { people: { type: 'string', value: '人数', help: '默认 60' } },
  run: async (given) => {
    const { deskImport } = await import('../desk-import.ts');
    const done = await deskImport(given.wholeNumber('people', 1, 100) ?? 60);
    const { people, megabytes, plan, sending, processor, photos, shown } = done;
    const text = `${people} 人，${megabytes} MB：${plan} 秒看见计划（传送 ${sending} 秒，办公台用去处理器 ${processor} 秒），照片 ${photos} 秒处理完。`;
    return { exit: shown && plan <= 5 ? 0 : 1, json: done, text: `${text}\n` };
  },
});
