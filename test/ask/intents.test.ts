import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readQuestion } from '../../src/ask/intents.ts';
import { normalise } from '../../src/text/normalise.ts';
import { anyText } from '../support/any-text.ts';

const cases = z
  .array(
    z.strictObject({
      typed: z.string(),
      /** What is wanted; null where the text only names something. */
      intent: z.enum(['who', 'status', 'when', 'count', 'why', 'exists', 'history']).nullable(),
      /** What is asked about; fillers of the question may still follow it. */
      subject: z.string(),
    }),
  )
  .parse(JSON.parse(readFileSync('test/cases/questions.json', 'utf8')));

describe('taking a question apart', () => {
  test.each(cases)('«$typed» asks $intent of «$subject»', ({ typed, intent, subject }) => {
    const question = readQuestion(normalise(typed));
    expect(question.intent).toBe(intent);
    expect(question.subject.startsWith(normalise(subject)), question.subject).toBe(true);
  });

  test.each([
    '電子申請の担当課はどこ?',
    'cmsはいつ導入された?',
    '電子入札は年に何件?',
    '薬局を探せるサイトはありますか',
  ])('the words that only ask are gone from the subject of «%s»', (text) => {
    expect(readQuestion(text).subject).not.toMatch(/どこ|いつ|何|あります/u);
  });

  test('the text stays as it was read', () => {
    expect(readQuestion('電子申請の担当課はどこ?').text).toBe('電子申請の担当課はどこ?');
  });

  test('no text makes it throw, and no subject is longer than its question', () => {
    const words = fc.constantFrom('電子申請', 'の', 'は', 'いつ', 'どこ', '何件', '達成した', 'なぜ', 'ある', '?', ' ');
    const text = fc.oneof(
      anyText(30),
      fc.array(words).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(text, (one) => {
        const question = readQuestion(normalise(one));
        expect(question.subject.length).toBeLessThanOrEqual(question.text.length);
      }),
    );
  });
});
