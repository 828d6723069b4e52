/** Run when the program is built: packs kuromoji's dictionary into the file named, unless it is there. Without it a start takes longer and more memory. */
import { isPacked, writePacked } from './packed.ts';

const [path] = process.argv.slice(2);
if (path !== undefined && !(await isPacked(path))) await writePacked(path);
