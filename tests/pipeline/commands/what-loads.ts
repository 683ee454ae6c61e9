import { registerHooks } from 'node:module';

/** `node what-loads.ts act`: the packages that `act --help` loads, as JSON, after the help has been swallowed. */
const [, , verb = ''] = process.argv;
const packages = new Set<string>();
registerHooks({
  load(url, context, next) {
    const name = /\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url)?.[1];
    if (name !== undefined) packages.add(name);
    return next(url, context);
  },
});
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
process.argv = [process.execPath, `${verb}.ts`, '--help'];
await import(`../../../scripts/${verb}.ts`);
write(JSON.stringify([...packages]));
