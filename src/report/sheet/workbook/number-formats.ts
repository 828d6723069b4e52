import { type Steps, walk } from './elements.ts';

/** What a number format makes of a number. */
export type Shown = 'plain' | 'percent' | 'date';

/** Formats that are known by their number alone (ECMA-376 part 1, 18.8.30); 27–36 and 50–58 are dates in East Asia. */
function builtIn(id: number): Shown {
  if (id === 9 || id === 10) return 'percent';
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/** A format's code: quoted words, escaped characters, colours and locales say nothing of what it is. */
function coded(code: string): Shown {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]|General/giu, '');
  if (bare.includes('%')) return 'percent';
  return /[ymdhs]/iu.test(bare) ? 'date' : 'plain';
}

/** How each style of a workbook shows numbers, by the index that cells carry; from styles.xml. */
export function readNumberFormats(xml: Uint8Array): Shown[] {
  const custom = new Map<number, Shown>();
  const shown: Shown[] = [];
  let inCellFormats = false;
  const steps: Steps = {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'numFmt') custom.set(Number(attributes.numFmtId), coded(attributes.formatCode ?? ''));
      if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        shown.push(custom.get(id) ?? builtIn(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  };
  walk(xml, steps);
  return shown;
}
