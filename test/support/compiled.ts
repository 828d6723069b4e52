import { join } from 'node:path';

/** The program as it is started: `node dist/src/main.js`. Before the tests it is compiled, once. */
export const mainFile = join(process.cwd(), 'dist', 'src', 'main.js');
