import { defineCommand } from '#pipeline/commands/define-command.ts';

export const picturesCommand = defineCommand({
  verb: 'pictures',
  summary: '画一批虚构人员的分享图片：从头画、没有改动时再来一次、用系统字体画同样多张，列出用时和比值。',
  options: { people: { type: 'string', value: '人数', help: '多少人，默认 100' } },
  run: async (given) => {
    const { pictureBench } = await import('../pictures.ts');
    const people = given.wholeNumber('people', 1, 5000) ?? 100;
    const bench = await pictureBench(people);
    const { pictures, cold, unchanged, peer } = bench;
    const ratio = (cold / peer).toFixed(2);
    return {
      exit: 0,
      json: { people, ...bench },
      text: `${pictures} 张：从头 ${cold.toFixed(1)} 秒，没有改动 ${unchanged.toFixed(2)} 秒；系统字体画同样多张 ${peer.toFixed(1)} 秒，比值 ${ratio}\n`,
    };
  },
});
