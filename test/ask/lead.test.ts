import { beforeAll, describe, expect, test } from 'vitest';
import type { Lead } from '../../src/ask/answer.ts';
import type { Ask } from '../../src/ask/ask.ts';
import { readQuestion } from '../../src/ask/intents.ts';
import { favoured } from '../../src/ask/lead.ts';
import { normalise } from '../../src/text/normalise.ts';
import { realAsk, realCatalog } from '../support/catalog.ts';

let ask: Ask;

beforeAll(async () => {
  ask = await realAsk(realCatalog());
});

/** @throws Error when the answer has no lead. */
async function leadOf(question: string): Promise<Lead> {
  const answer = await ask(question);
  const lead = answer.kind === 'found' || answer.kind === 'item' ? answer.lead : null;
  if (!lead) throw new Error(`no lead for «${question}»`);
  return lead;
}

describe('who answers for it', () => {
  test.each([
    ['電子申請の担当課はどこ？', 'policy2021/宮城県・市町村共同電子申請サービス提供業務'],
    ['電子申請って誰がやってるの', 'policy2021/宮城県・市町村共同電子申請サービス提供業務'],
    ['オープンデータはどこの課に聞けばいい？', 'policy2021/オープンデータみやぎ推進事業'],
    ['公売の担当課を教えて', 'ict2014/2-2-14'],
    ['住基ネットの担当課は？', 'ict2014/2-3-2'],
  ])('«%s» is answered of the newest plan: %s', async (question, id) => {
    expect(await leadOf(question)).toMatchObject({ code: 'who', item: { id } });
  });
});

describe('how it stands', () => {
  test('with figures, each KPI of the measure is told', async () => {
    const lead = await leadOf('テレワークは目標を達成した？');
    expect(lead).toMatchObject({ code: 'status', item: { id: 'policy2021/テレワークの導入' } });
    expect(lead.code === 'status' && lead.kpis.map(({ judgement }) => judgement.state)).toEqual([
      'met',
      'not-measured',
    ]);
  });

  test('without figures, the measure that was evaluated is told', async () => {
    const lead = await leadOf('みやぎ県民大学の評価は？');
    expect(lead).toMatchObject({ code: 'status', item: { id: 'it2013/5-2-1' }, kpis: [] });
  });

  test('a newer row that tells nothing gives way to an older one that does', async () => {
    expect(await leadOf('インターネット公売は順調ですか')).toMatchObject({ item: { id: 'it2013/4-2-7' } });
  });
});

describe('when, how many, why, whether', () => {
  test.each([
    ['CMSはいつ導入された？', 'when', /平成24年11月/u],
    ['電子入札は年に何件？', 'count', /約7,000件/u],
    ['LoGoフォームを使ってる市町村はいくつ？', 'count', /22市町村/u],
    ['なぜテレワークの稼働率が分からないの', 'why', /リモートデスクトップ/u],
    ['薬局を探せるサイトはありますか', 'exists', /薬局/u],
    ['生成AIは使えますか', 'exists', /全職員/u],
    ['外国人向けの日本語講座はありますか', 'exists', /日本語講座/u],
  ])('«%s» is answered by the sentence that tells it', async (question, code, evidence) => {
    const lead = await leadOf(question);
    expect(lead).toMatchObject({ code, evidence: expect.stringMatching(evidence) });
  });

  test('the evidence is a sentence about the item it is given for', async () => {
    const lead = await leadOf('電子入札は年に何件？');
    expect(lead).toMatchObject({ code: 'count', item: { id: 'it2013/4-2-3②' } });
    expect(lead.code === 'count' && lead.item.evaluation?.reason?.includes(lead.evidence)).toBe(true);
  });

  test('a KPI that counts what is asked for is the answer, and its row stands first', async () => {
    const question = 'オープンデータを公開してる市町村はいくつ？';
    const id = 'policy2021/県内市町村オープンデータ推進事業';
    expect(await leadOf(question)).toMatchObject({ code: 'figure', item: { id } });
    expect((await ask(question)).items[0]).toBe(id);
  });

  test('how many measures meet a condition is counted', async () => {
    expect(await leadOf('評価できない事業は何件？')).toEqual({ code: 'tally', count: 10 });
  });

  test('what no sentence tells is said not to be stated', async () => {
    expect(await leadOf('標的型メール攻撃訓練は何回やった？')).toMatchObject({
      code: 'not-stated',
      asked: 'count',
      item: { id: 'policy2021/標的型メール攻撃訓練' },
    });
  });
});

describe('no lead', () => {
  test.each(['電子申請', '情報政策課の△', '◎の事業'])('«%s» only names something', async (question) => {
    expect(await ask(question)).toMatchObject({ kind: 'found', lead: null });
  });
});

describe('what an answer looks like', () => {
  function fits(question: string, sentence: string): boolean {
    return favoured(readQuestion(normalise(question)))?.test(normalise(sentence)) ?? true;
  }

  test.each([
    ['CMSはいつ導入された？', '平成24年11月に導入した。', '全庁に導入した。'],
    ['電子入札は年に何件？', '年に約7,000件行われた。', '運用は安定している。'],
    ['公売の入札者は何人？', '入札者は2,408人だった。', '出品は482件だった。'],
    ['公開した市町村はいくつ？', '県内35市町村が公開した。', '県内の市町村が公開した。'],
    ['なぜ減ったのか', '国の事業が終了したため、伸び悩んだ。', '参加者は減った。'],
  ])('«%s»: «%s», not «%s»', (question, fitting, other) => {
    expect(fits(question, fitting)).toBe(true);
    expect(fits(question, other)).toBe(false);
  });

  test.each(['電子申請', '電子申請の担当課はどこ？', 'テレワークはどうなった？'])('«%s»: any sentence', (question) => {
    expect(favoured(readQuestion(normalise(question)))).toBeNull();
  });
});
