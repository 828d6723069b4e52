/** What a whole question wants to know beside its subject. */
export type Intent = 'who' | 'status' | 'when' | 'count' | 'why' | 'exists' | 'history';

/** A question taken apart: what it is about, and what is wanted. */
export interface Question {
  /** As read, normalised. */
  text: string;
  /** Without the words that only ask. */
  subject: string;
  intent: Intent | null;
  /** A pattern of the counter asked for (何件 → 件); null where any number will do. */
  counter: string | null;
}

export const counters =
  '件|人|名|回|校|社|箇所|か所|ヶ所|カ所|市町村|団体|種類|世帯|台|ページ|枚|時間|円|%|パーセント|データセット|事業者|事業|部';

/** Endings that make a sentence a question or polite, and say nothing. */
const end = '(?:の|ん|なの|なん)?(?:です|でしょう|だっけ|っけ|だろう)?(?:か|かな|かしら|ね)?[?。!]*$';
const topic = '(?:は|って|が|を|も|の)?';
const whose = '(?:どこの課|どこの部署|どの課|どの部署|どの部|どこの部|何課|誰|だれ|どこ|どちら)';
const doing =
  '(?:担当|所管|主管|管理|運営|運用|実施|やって|やる|してる|している|作って|作った|出して|出してる|発行|配信|聞け|聞く|聞いたら|問い合わせ|連絡)';
const office = '(?:課|部署|課室|所属|部局|担当|担当者|担当課|窓口)';
const achieved =
  '達成(?:した|している|してる|できた|できている|できてる|できなかった|できていない|していない|しなかった|しました|できました|する|できる|でき)';
const became =
  '(?:どうなった|どうなって(?:い)?る|どうだった|どうなの|うまくいった|うまくいって(?:い)?る|どこまで進んだ|進んで(?:い)?る|順調)';
const since = '(?:から|まで|ごろ|頃|に)?';
const began =
  '(?:始まった|始まる|始めた|できた|終わった|終わる|入った|入れた|導入した|導入された|導入|開始した|開始|なくなった|廃止された|やめた|ある|あった)?';
const howMany = `(?:いくつ|いくら|何(?:${counters})|どれ(?:くらい|ぐらい|だけ|ほど)|どの(?:くらい|ぐらい|程度))`;

/** The table of intents, tried in order; each takes its own words out of the question. */
const intents: readonly (readonly [Intent, RegExp])[] = [
  ['history', /の?(?:系譜|経緯|変遷|沿革|歴史|これまでの流れ)(?:は|を|について)?(?:教えて|知りたい)?[?。]*$/u],
  ['who', new RegExp(`${topic}${whose}(?:が|で|に|の)?${doing}.*$`, 'u')],
  ['who', new RegExp(`^${whose}(?:が|で)(?=.)`, 'u')],
  ['who', new RegExp(`の?${doing}?(?:の|いる|る)?${office}?${topic}${whose}${end}`, 'u')],
  ['who', /の?担当(?:は|って)?[?]+$/u],
  [
    'who',
    /の?(?:担当課|担当部署|所管課|担当者|連絡先|問い合わせ先|問合せ先)(?:は|を|って)?(?:教えて|知りたい|どこ)?[?。]*$/u,
  ],
  [
    'status',
    new RegExp(`(?:の)?(?:目標|kpi|指標|実績)?${topic}(?:実績は)?(?:目標)?(?:を|は|に)?${achieved}${end}`, 'u'),
  ],
  ['status', new RegExp(`${topic}${became}${end}`, 'u')],
  [
    'status',
    new RegExp(
      `の?(?:進捗|進捗状況|達成状況|達成度|実績|成果|評価)(?:は|を|って)?(?:どう|どうなって|いくつ|教えて|知りたい)?(?:いる|る)?${end}`,
      'u',
    ),
  ],
  ['when', new RegExp(`${topic}(?:いつ|何年|何月|何年度|どの年)${since}${began}${end}`, 'u')],
  ['when', new RegExp(`(?:いつ|何年|何月)${since}`, 'u')],
  [
    'count',
    new RegExp(`${topic}(?:年に|年間|1年に|月に)?(?:で|全部で|合計)?${howMany}(?:の)?(?:くらい|ぐらい|ほど)?`, 'u'),
  ],
  ['why', /(?:は|が)?(?:なぜ|どうして|何で)/u],
  ['why', new RegExp(`の?(?:理由|原因|要因|背景)(?:は|を|って)?(?:何|教えて)?${end}`, 'u')],
  [
    'exists',
    new RegExp(
      `${topic}(?:あります|ありません|ある|できます|できる|見られます|見られる|見れる|使えます|使える|受けられる|もらえる|払える|払えます|やって(?:い)?る|やって(?:い)?ます|ございます)${end}`,
      'u',
    ),
  ],
];

/** Nouns that are counted by a counter of their own. */
const countedBy: readonly (readonly [RegExp, string])[] = [
  [/件数/u, '件'],
  [/人数|者数/u, '(?:人|名)'],
  [/回数/u, '回'],
  [/部数/u, '部'],
  [/割合|率|パーセント|何%/u, '%'],
  [/いくら|金額|費用|経費|予算|決算額/u, '円'],
];

/** The counter a question for a number wants: 何件, 件数, «どのくらいページ». */
function counterIn(text: string): string | null {
  const asked = new RegExp(`何(${counters})`, 'u').exec(text)?.[1];
  const after = new RegExp(`${howMany}(?:の)?(${counters})`, 'u').exec(text)?.[1];
  return countedBy.find(([noun]) => noun.test(text))?.[1] ?? asked ?? after ?? null;
}

/** Reads the intent of normalised text. */
export function readQuestion(text: string): Question {
  for (const [intent, pattern] of intents) {
    const match = pattern.exec(text);
    if (!match || match[0].trim() === '') continue;
    const before = text.slice(0, match.index);
    const subject = `${before} ${text.slice(match.index + match[0].length)}`.replace(/\s+/gu, ' ').trim();
    if (subject === '') continue;
    return { text, subject, intent, counter: intent === 'count' ? counterIn(text) : null };
  }
  return { text, subject: text.replace(/[?。!]+$/u, ''), intent: null, counter: null };
}
