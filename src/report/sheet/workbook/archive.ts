import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { WorkbookError, type WorkbookLimits } from './workbook.ts';

const inflate = promisify(inflateRaw);

/** A file inside the archive as the central directory lists it. */
interface Entry {
  name: string;
  method: number;
  checksum: number;
  compressed: number;
  size: number;
  offset: number;
}

/** What is in a .zip file, and a way to read one entry of it. */
export interface Archive {
  names: readonly string[];
  /** Null where there is no such entry; case does not count, as the packaging rules say. */
  read(name: string): Promise<Uint8Array | null>;
}

const endSize = 22;
const centralSize = 46;
const localSize = 30;
/** Below this size no ratio is suspicious. */
const smallEntry = 100_000;

const damaged = (): WorkbookError => new WorkbookError({ code: 'damaged' });

/** The end record closes the file but for its own comment. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endSize - 0xffff);
  for (let at = view.byteLength - endSize; at >= lowest; at -= 1) {
    const closes = view.getUint32(at, true) === 0x06054b50;
    if (closes && at + endSize + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw damaged();
}

/** No way out of the archive, no second spelling of a name. */
function isPlainName(name: string): boolean {
  return !/^\/|\\|\p{Cc}|:|\uFFFD/u.test(name) && !name.split('/').some((step) => step === '..' || step === '.');
}

function readEntry(view: DataView, at: number): { entry: Entry; next: number } {
  if (at + centralSize > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged();
  const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
  const [nameLength = 0] = lengths;
  const next = lengths.reduce((sum, length) => sum + length, at + centralSize);
  if (next > view.byteLength) throw damaged();
  if (view.getUint16(at + 8, true) & 1) throw new WorkbookError({ code: 'encrypted' });
  const entry = {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + centralSize, nameLength)),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    compressed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  if (!isPlainName(entry.name) || ![0, 8].includes(entry.method)) throw damaged();
  if (entry.method === 0 && entry.compressed !== entry.size) throw damaged();
  return { entry, next };
}

/** Entries that share bytes are how a small file becomes a huge one without a suspicious ratio. */
function overlap(entries: readonly Entry[], directory: number): boolean {
  const ordered = entries.toSorted((one, other) => one.offset - other.offset);
  return ordered.some(({ offset, name, compressed }, index) => {
    const end = offset + localSize + Buffer.byteLength(name) + compressed;
    return end > (ordered[index + 1]?.offset ?? directory);
  });
}

function readDirectory(view: DataView, limits: WorkbookLimits): Entry[] {
  const end = findEnd(view);
  const [disk, directoryDisk, here, total] = [4, 6, 8, 10].map((field) => view.getUint16(end + field, true));
  const start = view.getUint32(end + 16, true);
  // A field full of ones refers to zip64, which nothing of this size needs: two sets of sizes are one too many.
  if (disk !== 0 || directoryDisk !== 0 || here !== total || total === undefined || total === 0xffff) throw damaged();
  if (total > limits.entries) throw new WorkbookError({ code: 'bomb' });
  if (start + view.getUint32(end + 12, true) > end) throw damaged();
  const entries: Entry[] = [];
  for (let at = start; entries.length < total; ) {
    const { entry, next } = readEntry(view, at);
    entries.push(entry);
    at = next;
  }
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size !== total) throw damaged();
  return entries.filter(({ size, name }) => !(size === 0 && name.endsWith('/')));
}

function refuseBombs(entries: readonly Entry[], limits: WorkbookLimits): void {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const dense = entries.some((entry) => entry.size > smallEntry && entry.size > entry.compressed * limits.ratio);
  if (size > limits.uncompressed || dense) throw new WorkbookError({ code: 'bomb' });
}

async function readBody(bytes: Uint8Array, view: DataView, entry: Entry): Promise<Uint8Array> {
  const { offset } = entry;
  if (view.getUint32(offset, true) !== 0x04034b50) throw damaged();
  const start = offset + localSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.compressed > bytes.length) throw damaged();
  const body = bytes.subarray(start, start + entry.compressed);
  // The promised size is the most that is ever inflated: a promise that is too small ends here.
  const inflated = entry.method === 0 ? body : await inflate(body, { maxOutputLength: Math.max(entry.size, 1) });
  if (inflated.length !== entry.size || crc32(inflated) !== entry.checksum) throw damaged();
  return inflated;
}

/**
 * Opens a .zip file by its central directory; nothing is inflated before all sizes are known to be bounded.
 * @throws WorkbookError for a bomb, an encrypted or a damaged archive; `read` for an entry that is not what it promised.
 */
export function openArchive(bytes: Uint8Array, limits: WorkbookLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < endSize) throw damaged();
  const entries = readDirectory(view, limits);
  refuseBombs(entries, limits);
  if (overlap(entries, view.getUint32(findEnd(view) + 16, true))) throw new WorkbookError({ code: 'bomb' });
  let inflated = 0;
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    names: entries.map(({ name }) => name),
    read: async (name) => {
      const entry = byName.get(name.toLowerCase());
      if (!entry) return null;
      inflated += entry.size;
      if (inflated > limits.read) throw new WorkbookError({ code: 'bomb' });
      try {
        return await readBody(bytes, view, entry);
      } catch {
        throw damaged();
      }
    },
  };
}
