import { nodeTests } from './node-tests.ts';

// Runs the files it is given in this process, one after another, and sends each test as it ends to the process that started it.
const [order, ...files] = process.argv.slice(2);
await nodeTests(files, 'none', (told) => process.send?.(told), order === 'forward');
process.disconnect();
