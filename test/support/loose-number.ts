import fc from 'fast-check';

/** The branches that share one printed number: 4-2-1①② is 4-2-1① and 4-2-1②. */
function branches(printed: string): string[] {
  return Array.from(printed.matchAll(/(復?[\d()-]+)([①-⑳]*)/gu)).flatMap(([, trunk = '', circles = '']) =>
    circles === '' ? [trunk] : Array.from(circles, (circle) => `${trunk}${circle}`),
  );
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}

/** The branch at the end in the ways it is typed: as printed, in brackets, plain. */
function withBranch(number: string, write: (branch: number) => string): string {
  return number
    .replace(/[①-⑳]$/u, (circle) => write(circle.charCodeAt(0) - 0x245f))
    .replace(/(?<=\d)\((\d)\)$/u, (_, branch: string) => write(Number(branch)));
}

const separators = ['-', '－', 'ー', 'ｰ', '−', '–', 'の', '.', '～', ' - ', '　－　'];
const branchForms: readonly ((branch: number) => string)[] = [
  (branch) => String.fromCodePoint(0x245f + branch),
  (branch) => ` ${String.fromCodePoint(0x245f + branch)}`,
  (branch) => `(${branch})`,
  (branch) => `（${branch}）`,
  (branch) => ` ${branch}`,
  (branch) => `　${branch}`,
  (branch) => `-${branch}`,
  (branch) => `の${branch}`,
];
const surroundings = ['%', ' %　', '「%」', '（%）', '事業番号%', '%の担当課は？', '%とは'];

/** The ways in which staff type a printed number: any width, any dash, branch circled, bracketed or plain. */
export function looselyTyped(printed: string): fc.Arbitrary<string> {
  return fc
    .record({
      number: fc.constantFrom(...branches(printed)),
      separator: fc.constantFrom(...separators),
      branch: fc.constantFrom(...branchForms),
      around: fc.constantFrom(...surroundings),
      wide: fc.boolean(),
      apart: fc.boolean(),
    })
    .map(({ number, separator, branch, around, wide, apart }) => {
      const loose = withBranch(number, branch)
        .replaceAll('-', separator)
        .replace('復', apart ? '復 ' : '復');
      return around.replace('%', wide ? fullWidth(loose) : loose);
    });
}
