import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../../src/report/sheet/workbook/open.ts';
import { usualLimits } from '../../../../src/report/sheet/workbook/workbook.ts';
import { sheetOf, sheetPart, withParts } from '../../../support/sheets.ts';

const sound = sheetOf();

async function codeOf(bytes: Uint8Array): Promise<string> {
  const opened = await openWorkbook(bytes, usualLimits);
  return opened.ok ? 'ok' : opened.fault.code;
}

describe('a file that is no workbook', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['a text', strToU8('id,値\n4-2-1,5')],
    ['a page', strToU8('<html><table></table></html>')],
  ])('is refused: %s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('not-xlsx');
  });

  test('is refused when it is another .zip file', async () => {
    expect(await codeOf(zipSync({ 'readme.txt': strToU8('x') }))).toBe('not-xlsx');
  });

  test('is refused when it is a Word document', async () => {
    const word = withParts(sound, {
      '[Content_Types].xml': (xml) => xml.replace('spreadsheetml.sheet.main', 'wordprocessingml.document.main'),
    });
    expect(await codeOf(word)).toBe('not-xlsx');
  });

  test('is known as the old format of Excel', async () => {
    const old = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('Workbook', 'utf16le'),
    ]);
    expect(await codeOf(old)).toBe('old-format');
  });

  test('is known as encrypted when it has a password', async () => {
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await codeOf(locked)).toBe('encrypted');
    const flagged = Buffer.from(sound);
    flagged.writeUInt8(1, flagged.lastIndexOf(sheetPart) - 46 + 8);
    expect(await codeOf(flagged)).toBe('encrypted');
  });
});

describe('a file that could do something', () => {
  test.each([
    ['xl/vbaProject.bin', 'macros'],
    ['XL/VBAPROJECT.BIN', 'macros'],
    ['xl/macrosheets/sheet1.xml', 'macros'],
    ['xl/activeX/activeX1.bin', 'macros'],
    ['xl/externalLinks/externalLink1.xml', 'external-links'],
    ['xl/connections.xml', 'external-links'],
  ])('is refused for %s: %s', async (name, code) => {
    expect(await codeOf(withParts(sound, { [name]: 'x' }))).toBe(code);
  });

  test('is refused when it says that it has macros, whatever it is called', async () => {
    const macros = withParts(sound, {
      '[Content_Types].xml': (xml) =>
        xml.replace(/application\/vnd[^"]*sheet\.main\+xml/u, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    });
    expect(await codeOf(macros)).toBe('macros');
  });
});

describe('a sound file', () => {
  test('opens wherever it lies in memory', async () => {
    const within = Buffer.concat([Buffer.alloc(7), sound]).subarray(7);
    expect(await codeOf(within)).toBe('ok');
  });

  test('opens with links in its cells, which are not followed', async () => {
    const linked = withParts(sound, {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="r" Type="x/hyperlink" Target="http://127.0.0.1/" TargetMode="External"/></Relationships>',
    });
    expect(await codeOf(linked)).toBe('ok');
  });
});
