import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../../src/report/sheet/workbook/open.ts';
import { usualLimits } from '../../../../src/report/sheet/workbook/workbook.ts';
import { partOf, sheetOf, sheetPart, withParts } from '../../../support/sheets.ts';

const sound = sheetOf();

async function codeOf(bytes: Uint8Array): Promise<string> {
  const opened = await openWorkbook(bytes, usualLimits);
  return opened.ok ? 'ok' : opened.fault.code;
}

/** A copy with a field of the central directory's entry for a part rewritten. */
function lie(bytes: Uint8Array, part: string, field: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const name = copy.lastIndexOf(part);
  copy.writeUInt32LE(value, name - 46 + field);
  return copy;
}

const compressedSize = 20;
const fullSize = 24;
const localOffset = 42;

describe('a bomb', () => {
  test('of fifty megabytes is refused by its size alone', async () => {
    const opened = await openWorkbook(new Uint8Array(50_000_000), usualLimits);
    expect(opened).toEqual({ ok: false, fault: { code: 'too-large', size: 50_000_000, limit: 5_000_000 } });
  });

  test('that promises more than the bound is refused before it is inflated', async () => {
    expect(await codeOf(lie(sound, sheetPart, fullSize, 3_000_000_000))).toBe('bomb');
  });

  test('that compresses a thousandfold is refused', async () => {
    expect(await codeOf(withParts(sound, { 'xl/media/a.xml': ' '.repeat(10_000_000) }))).toBe('bomb');
  });

  test('of many parts that are each small enough is refused', async () => {
    const parts = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`xl/a${n}.xml`, 'x']));
    expect(await codeOf(withParts(sound, parts))).toBe('bomb');
  });

  test('whose parts share their bytes is refused', async () => {
    const two = withParts(sound, { 'xl/a.xml': 'x'.repeat(200), 'xl/b.xml': 'x'.repeat(200) });
    const first = Buffer.from(two).readUInt32LE(Buffer.from(two).lastIndexOf('xl/a.xml') - 46 + localOffset);
    expect(await codeOf(lie(two, 'xl/b.xml', localOffset, first))).toBe('bomb');
  });

  test('that hides its size is cut off where its promise ends', async () => {
    const large = withParts(sound, {
      [sheetPart]: (xml) => xml.replace('</sheetData>', `${' '.repeat(90_000)}</sheetData>`),
    });
    expect(await codeOf(large)).toBe('ok');
    expect(await codeOf(lie(large, sheetPart, fullSize, 1_000))).toBe('damaged');
  });

  test('of more cells than any round has is refused', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(60_000)}</row>`;
    expect(
      await codeOf(withParts(sound, { [sheetPart]: (xml) => xml.replace('</sheetData>', `${row}</sheetData>`) })),
    ).toBe('bomb');
  });

  test('that would take long to read is refused, but not for its pictures', async () => {
    const noise = Array.from({ length: 400_000 }, (_, n) => `<x a="${(n * 7919) % 10_007}"/>`).join('');
    const slow = withParts(sound, { [sheetPart]: (xml) => xml.replace('</sheetData>', `${noise}</sheetData>`) });
    expect(await codeOf(slow)).toBe('bomb');
    expect(await codeOf(withParts(sound, { 'xl/media/image1.png': noise }))).toBe('ok');
  });

  test('that lists one sheet many times is refused', async () => {
    const again = withParts(sound, {
      'xl/workbook.xml': (xml) =>
        xml.replace('</sheets>', `${'<sheet name="x" r:id="sheet1"/>'.repeat(1_000)}</sheets>`),
    });
    expect(await codeOf(again)).toBe('damaged');
  });

  test('of merged areas is refused', async () => {
    const merges = `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2_000)}</mergeCells>`;
    expect(
      await codeOf(withParts(sound, { [sheetPart]: (xml) => xml.replace('<pageMargins', `${merges}<pageMargins`) })),
    ).toBe('bomb');
  });

  test('of entities is refused, as is every document type', async () => {
    const laughs = (xml: string): string =>
      xml
        .replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet')
        .replace('4-2-1', '&b;');
    expect(await codeOf(withParts(sound, { [sheetPart]: laughs }))).toBe('damaged');
  });
});

describe('a damaged archive', () => {
  test.each(['../../etc/passwd', '/etc/passwd', 'xl\\a.xml', 'C:a.xml', 'xl/./a.xml'])(
    'is refused for the path %s',
    async (name) => {
      expect(await codeOf(withParts(sound, { [name]: 'x' }))).toBe('damaged');
    },
  );

  test('is refused when one name stands twice', async () => {
    expect(await codeOf(withParts(sound, { 'XL/workbook.xml': 'x' }))).toBe('damaged');
  });

  test('is refused when it refers to a second set of sizes', async () => {
    expect(await codeOf(lie(sound, sheetPart, compressedSize, 0xffff_ffff))).not.toBe('ok');
    const counted = Buffer.from(sound);
    counted.writeUInt32LE(0xffff_ffff, counted.length - 14);
    expect(await codeOf(counted)).toBe('damaged');
  });

  test('is refused when a byte of a sheet is another', async () => {
    const torn = Buffer.from(sound);
    const at = torn.indexOf(sheetPart) + sheetPart.length + 50;
    torn.writeUInt8(torn.readUInt8(at) ^ 0xff, at);
    expect(await codeOf(torn)).toBe('damaged');
  });

  test('is refused without the sheet it names', async () => {
    expect(await codeOf(withParts(sound, { [sheetPart]: '' }))).toBe('damaged');
  });

  test('is refused when a cell refers to a string that is not there', async () => {
    const cell = '<row><c t="s"><v>7</v></c></row>';
    expect(
      await codeOf(withParts(sound, { [sheetPart]: (xml) => xml.replace('</sheetData>', `${cell}</sheetData>`) })),
    ).toBe('damaged');
  });

  test('never ends in an exception, wherever bytes are changed or missing', async () => {
    const change = fc.record({ at: fc.nat(sound.length - 1), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(sound.length), async (changes, cut) => {
        const bytes = Uint8Array.from(sound);
        for (const { at, byte } of changes) bytes[at] = byte;
        await codeOf(bytes);
        await codeOf(bytes.subarray(0, cut));
      }),
      { numRuns: 200 },
    );
  });

  test('never ends in an exception, whatever is in a part', async () => {
    const part = fc.constantFrom(
      sheetPart,
      'xl/workbook.xml',
      'xl/styles.xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
    );
    await fc.assert(
      fc.asyncProperty(part, fc.nat(), fc.string({ maxLength: 30 }), async (name, place, text) => {
        const at = place % partOf(sound, name).length;
        await codeOf(withParts(sound, { [name]: (xml) => xml.slice(0, at) + text + xml.slice(at + 1) }));
      }),
      { numRuns: 150 },
    );
  });
});
