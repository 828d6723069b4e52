import { looks } from './workbook.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relationshipType = 'application/vnd.openxmlformats-package.relationships+xml';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An element around others, in the order given: the schema wants one order. */
function element(tag: string, children: readonly string[]): string {
  return `<${tag}>${children.join('')}</${tag.split(' ')[0]}>`;
}

/** A worksheet from its elements. */
export function worksheet(elements: readonly string[]): string {
  return declaration + element(`worksheet xmlns="${main}"`, elements);
}

function relationships(targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = targets.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return declaration + element(`Relationships xmlns="${packaging}/relationships"`, each);
}

function contentTypes(sheets: readonly string[]): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${spreadsheet}.${type}+xml"/>`;
  return (
    declaration +
    element(`Types xmlns="${packaging}/content-types"`, [
      `<Default Extension="rels" ContentType="${relationshipType}"/>`,
      part('workbook', 'sheet.main'),
      part('styles', 'styles'),
      ...sheets.map((sheet) => part(`worksheets/${sheet}`, 'worksheet')),
    ])
  );
}

/** The parts of a workbook beside its sheets, which are `xl/worksheets/sheet1.xml` and so on; the names are escaped. */
export function fixedParts(names: readonly string[]): Record<string, string> {
  const sheets = names.map((_, index) => `sheet${index + 1}`);
  const tabs = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="${sheets[index]}"/>`);
  return {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationships([['workbook', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': declaration + element(`workbook xmlns="${main}" xmlns:r="${office}"`, [element('sheets', tabs)]),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((sheet) => [sheet, 'worksheet', `worksheets/${sheet}.xml`] as const),
      ['styles', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles(),
  };
}

/** The numbers by which a look refers to its font, fill and border below. */
interface Style {
  font: 0 | 1;
  fill: number;
  border: 0 | 1;
  locked: 0 | 1;
}

const styleOf: Readonly<Record<(typeof looks)[number], Style>> = {
  plain: { font: 0, fill: 0, border: 0, locked: 1 },
  heading: { font: 1, fill: 2, border: 1, locked: 1 },
  fixed: { font: 0, fill: 3, border: 1, locked: 1 },
  'fill-in': { font: 0, fill: 4, border: 1, locked: 0 },
  'fill-in-heading': { font: 1, fill: 5, border: 1, locked: 1 },
};

/** Number format 49 is «@»: what is typed there stays the text that was typed. */
function cellFormat({ font, fill, border, locked }: Style): string {
  const parts = `numFmtId="49" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
  const applied = ['NumberFormat', 'Font', 'Fill', 'Border', 'Alignment', 'Protection'].map(
    (part) => `apply${part}="1"`,
  );
  return element(`xf ${parts} ${applied.join(' ')}`, [
    '<alignment vertical="top" wrapText="1"/>',
    `<protection locked="${locked}"/>`,
  ]);
}

function styles(): string {
  const font = (bold: string): string => element('font', [bold, '<sz val="11"/><name val="游ゴシック"/>']);
  const pattern = (type: string): string => `<fill><patternFill patternType="${type}"/></fill>`;
  const solid = (colour: string): string =>
    element('fill', [element('patternFill patternType="solid"', [`<fgColor rgb="FF${colour}"/>`])]);
  const thin = (side: string): string => element(`${side} style="thin"`, ['<color rgb="FFA6A6A6"/>']);
  const sides = ['left', 'right', 'top', 'bottom'];
  const bare = 'numFmtId="0" fontId="0" fillId="0" borderId="0"';
  return (
    declaration +
    element(`styleSheet xmlns="${main}"`, [
      element('fonts', [font(''), font('<b/>')]),
      // The first two fills are Excel's own, whatever stands there.
      element('fills', [pattern('none'), pattern('gray125'), ...['D9E1F2', 'F2F2F2', 'FFF9E5', 'FFD966'].map(solid)]),
      element('borders', [
        element(
          'border',
          sides.map((side) => `<${side}/>`),
        ),
        element('border', sides.map(thin)),
      ]),
      element('cellStyleXfs', [`<xf ${bare}/>`]),
      // The first format is that of cells nobody touched, so that looks begin at 1.
      element('cellXfs', [`<xf ${bare} xfId="0"/>`, ...looks.map((look) => cellFormat(styleOf[look]))]),
      element('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    ])
  );
}
