import { type Archive, openArchive } from './archive.ts';
import { type Attributes, walk } from './elements.ts';
import { readNumberFormats } from './number-formats.ts';
import { readGrid, type Surroundings } from './read-grid.ts';
import { readSharedStrings } from './read-strings.ts';
import { type FileFault, type ReadGrid, WorkbookError, type WorkbookLimits } from './workbook.ts';

export type Opened = { ok: true; sheets: readonly ReadGrid[] } | { ok: false; fault: FileFault };

/** What Microsoft's old container begins with: .xls, and .xlsx with a password. */
const oldContainer = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const zipBeginning = Buffer.from('PK\u0003\u0004', 'latin1');
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le');

const damaged = (): WorkbookError => new WorkbookError({ code: 'damaged' });

function refuseForeign(bytes: Uint8Array, limits: WorkbookLimits): void {
  if (bytes.length > limits.compressed)
    throw new WorkbookError({ code: 'too-large', size: bytes.length, limit: limits.compressed });
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 8).equals(oldContainer))
    throw new WorkbookError({ code: buffer.includes(encryptedName) ? 'encrypted' : 'old-format' });
  if (!buffer.subarray(0, 4).equals(zipBeginning)) throw new WorkbookError({ code: 'not-xlsx' });
}

function refuseDangerous(names: readonly string[]): void {
  if (names.some((name) => /vbaproject|\/macrosheets\/|\/activex\//iu.test(name)))
    throw new WorkbookError({ code: 'macros' });
  if (names.some((name) => /^xl\/(?:externallinks\/|connections\.xml$)/iu.test(name)))
    throw new WorkbookError({ code: 'external-links' });
}

async function part(archive: Archive, name: string): Promise<Uint8Array> {
  const bytes = await archive.read(name);
  if (!bytes) throw damaged();
  return bytes;
}

/** Every element of one name in a small part. */
function elements(xml: Uint8Array, name: string): Attributes[] {
  const found: Attributes[] = [];
  walk(xml, {
    open: (element, attributes) => {
      if (element === name) found.push(attributes);
    },
  });
  return found;
}

/** A target of a relationship, relative to the folder of the part it belongs to or, with a slash, to the root. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.filter((step) => step !== '').join('/');
}

interface Relationship {
  id: string;
  /** The last word of its type; before it the strict and the usual files differ. */
  type: string;
  target: string;
}

async function relationships(archive: Archive, folder: string, of: string): Promise<Relationship[]> {
  const name = `${folder === '' ? '' : `${folder}/`}_rels/${of}.rels`;
  return elements(await part(archive, name), 'Relationship')
    .filter(({ TargetMode }) => TargetMode !== 'External')
    .map(({ Id = '', Type = '', Target = '' }) => ({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: resolve(folder, Target),
    }));
}

/** Other office files are .zip files of the same make; a workbook with macros says so in its type even without any. */
async function checkType(archive: Archive, workbook: string): Promise<void> {
  const types = elements(await part(archive, '[Content_Types].xml'), 'Override');
  const { ContentType = '' } =
    types.find(({ PartName }) => PartName?.toLowerCase() === `/${workbook}`.toLowerCase()) ?? {};
  if (/macroenabled/iu.test(ContentType)) throw new WorkbookError({ code: 'macros' });
  if (ContentType !== 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml')
    throw new WorkbookError({ code: 'not-xlsx' });
}

async function readSheets(archive: Archive, limits: WorkbookLimits): Promise<ReadGrid[]> {
  if (!archive.names.includes('[Content_Types].xml')) throw new WorkbookError({ code: 'not-xlsx' });
  const [document] = (await relationships(archive, '', '')).filter(({ type }) => type === 'officeDocument');
  if (!document) throw new WorkbookError({ code: 'not-xlsx' });
  await checkType(archive, document.target);

  const slash = document.target.lastIndexOf('/');
  const folder = document.target.slice(0, Math.max(slash, 0));
  const workbook = await part(archive, document.target);
  const linked = await relationships(archive, folder, document.target.slice(slash + 1));
  const only = async (type: string): Promise<Uint8Array | null> => {
    const target = linked.find((relationship) => relationship.type === type)?.target;
    return target === undefined ? null : part(archive, target);
  };
  const [strings, styles] = [await only('sharedStrings'), await only('styles')];
  let cells = 0;
  const surroundings: Surroundings = {
    strings: strings ? readSharedStrings(strings) : [],
    formats: styles ? readNumberFormats(styles) : [],
    from1904: elements(workbook, 'workbookPr').some(({ date1904 }) => date1904 === '1' || date1904 === 'true'),
    count: () => {
      cells += 1;
      if (cells > limits.cells) throw new WorkbookError({ code: 'bomb' });
    },
  };
  const sheets: ReadGrid[] = [];
  const listed = elements(workbook, 'sheet');
  // A part that is listed again and again would be read again and again.
  if (new Set(listed.map(({ id }) => id)).size !== listed.length) throw damaged();
  for (const { name = '', id } of listed) {
    const sheet = linked.find((relationship) => relationship.id === id && relationship.type === 'worksheet');
    if (sheet) sheets.push(readGrid(name, await part(archive, sheet.target), surroundings));
  }
  return sheets;
}

/** Opens an .xlsx file within the limits: its worksheets, or why it is not read. Formulas are not evaluated, links not followed. */
export async function openWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<Opened> {
  try {
    refuseForeign(bytes, limits);
    const archive = openArchive(bytes, limits);
    refuseDangerous(archive.names);
    return { ok: true, sheets: await readSheets(archive, limits) };
  } catch (error) {
    if (error instanceof WorkbookError) return { ok: false, fault: error.fault };
    throw error;
  }
}
