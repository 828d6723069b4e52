import fc from 'fast-check';
import { actionIds, callbackIds } from '../../src/view/action-ids.ts';
import { anyText } from '../support/any-text.ts';
import { hostileText } from '../support/arbitrary-words.ts';
import { type Form, type Honest, type Offered, pressed, submitted } from './honest.ts';
import { anything, mutatedJson, mutatedText } from './mutation.ts';
import { everybody, rights } from './office.ts';
import { command, event, form, interaction, newTrigger, type Request } from './send.ts';

/** Who sends: mostly those who get far, but everybody sometimes. */
const sender = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(rights)) },
  { weight: 2, arbitrary: fc.constantFrom(...everybody) },
);

const questions = [
  ...[
    '電子申請',
    '4-2-1',
    '復4－1－2②',
    '指標 未達成',
    '担当 情報政策課',
    '系譜 電子申請',
    '電子申請の担当課はどこ？',
    'R6 △',
  ],
  ...['報告', '照会 令和6年度', '期限', '週報', '名簿 デジタル', '出力', '記録 照会', '送信記録', 'help'],
] as const;

/** `/plan …` with anything behind it. */
export function commands(responseUrl: string): fc.Arbitrary<Request> {
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...questions).chain((question) => mutatedText(question, hostileText(30))) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...questions), hostileText(80)).map((words) => words.join(' ')) },
    { weight: 2, arbitrary: anyText(80) },
    { weight: 1, arbitrary: hostileText(8_000) },
  );
  return fc.tuple(sender, text).map(([user, words]) => command(user, words, responseUrl));
}

/** A button's value with something in it changed, as JSON or as text. */
function forgedValue(value: string): fc.Arbitrary<string> {
  const asText = mutatedText(value);
  try {
    return fc.oneof(
      { weight: 3, arbitrary: mutatedJson(JSON.parse(value)).map((one) => JSON.stringify(one) ?? '') },
      asText,
    );
  } catch {
    return asText;
  }
}

/** A request whose payload is changed at any place; what it carries beside it stays. */
function changedPayload({ user, body, type }: Request): fc.Arbitrary<Request> {
  const payload: unknown = JSON.parse(new URLSearchParams(body).get('payload') ?? 'null');
  return mutatedJson(payload).map((changed) => ({
    user,
    type,
    body: new URLSearchParams({ payload: JSON.stringify(changed) ?? '' }).toString(),
  }));
}

/** A request made anew for each input, so that no two share a trigger. */
function fresh<T>(arbitrary: fc.Arbitrary<T>, make: (value: T) => Request): fc.Arbitrary<Request> {
  return arbitrary.map(make);
}

/** Where a button may stand beside the reader's own message: in a channel, in a modal, on the App Home. */
function places(forms: readonly Form[]): fc.Arbitrary<Record<string, unknown>> {
  const inModal = fc.constantFrom(...forms).map((one) => ({
    container: { type: 'view', view_id: 'V1' },
    view: {
      ...{ type: 'modal', id: 'V1', hash: 'h1', callback_id: one.callbackId, blocks: [] },
      ...{ private_metadata: one.metadata, state: { values: one.values } },
    },
  }));
  return fc.oneof(
    fc.constant({ container: { type: 'message', is_ephemeral: false, channel_id: 'C0GENERAL', message_ts: '1.1' } }),
    fc.constant({
      container: { type: 'view', view_id: 'V1' },
      view: { type: 'home', id: 'V1', hash: 'h1', blocks: [] },
    }),
    inModal,
  );
}

/** Presses of every action id there is: as offered, with another's value, with a forged one, in another place, of another form. */
export function presses({ actions, forms }: Honest, responseUrl: string): fc.Arbitrary<Request> {
  const offered = fc.constantFrom(...actions);
  const press = ([user, one]: [string, Offered]): Request => pressed(user, one, responseUrl);
  const exchanged = fc
    .tuple(fc.constantFrom(...Object.values(actionIds)), offered, fc.constantFrom('button', 'static_select'))
    .map(([actionId, { value }, type]): Offered => ({ type, actionId, value }));
  const forged = offered.chain((one) => forgedValue(one.value).map((value): Offered => ({ ...one, value })));
  const moved = fc.tuple(sender, offered, places(forms)).map(([user, { type, actionId, value }, place]) =>
    interaction(user, {
      type: 'block_actions',
      actions: [
        {
          type,
          action_id: actionId,
          block_id: 'b',
          ...(type === 'button' ? { value } : { selected_option: { value } }),
        },
      ],
      response_url: responseUrl,
      ...place,
    }),
  );
  return fc.oneof(
    { weight: 1, arbitrary: fresh(fc.tuple(sender, offered), press) },
    { weight: 2, arbitrary: fresh(fc.tuple(sender, exchanged), press) },
    { weight: 4, arbitrary: fresh(fc.tuple(sender, forged), press) },
    { weight: 2, arbitrary: moved },
    { weight: 2, arbitrary: fc.tuple(sender, offered).chain((one) => changedPayload(press(one))) },
    { weight: 1, arbitrary: moved.chain(changedPayload) },
  );
}

/** Forms sent and closed: with forged metadata, with fields that hold what no field can, with another form's fields. */
export function submissions({ forms }: Honest): fc.Arbitrary<Request> {
  const offered = fc.constantFrom(...forms);
  const kinds = fc.constantFrom('view_submission', 'view_submission', 'view_submission', 'view_closed');
  const metadata = offered.chain((one) =>
    forgedValue(one.metadata).map((forged): Form => ({ ...one, metadata: forged })),
  );
  const fields = offered.chain((one) =>
    mutatedJson(one.values).map((values): Form => ({ ...one, values: values as Form['values'] })),
  );
  const typed = offered.chain((one) =>
    anything.map(
      (said): Form => ({
        ...one,
        values: Object.fromEntries(
          Object.entries(one.values).map(([block, elements]) => [
            block,
            Object.fromEntries(
              Object.entries(elements).map(([id, element]) => [
                id,
                typeof element === 'object' && element !== null && 'value' in element
                  ? { ...element, value: said }
                  : element,
              ]),
            ),
          ]),
        ),
      }),
    ),
  );
  const exchanged = fc
    .tuple(fc.constantFrom(...Object.values(callbackIds)), offered, offered)
    .map(([callbackId, { metadata: one }, { values }]): Form => ({ callbackId, metadata: one, values }));
  const any = fc.oneof(offered, metadata, fields, typed, exchanged);
  const make = ([user, one, type]: [string, Form, string]): Request => submitted(user, one, type);
  return fc.oneof(
    { weight: 6, arbitrary: fresh(fc.tuple(sender, any, kinds), make) },
    { weight: 1, arbitrary: fc.tuple(sender, offered, kinds).chain((one) => changedPayload(make(one))) },
  );
}

/** Messages, mentions, the Home, files, the shortcut: sound ones about hostile things, and broken ones. */
export function events(responseUrl: string): fc.Arbitrary<Request> {
  const text = fc.oneof(hostileText(600), anyText(80), fc.constantFrom(...questions));
  const direct = { type: 'message', channel_type: 'im', channel: 'D1', ts: '1.1', event_ts: '1' };
  const made = fc.tuple(sender, text, fc.constantFrom('F0SHEET', 'F0NONE', '../x', '')).map(([user, said, file]) => [
    { type: 'app_mention', user, text: `<@U00000NAVI> ${said}`, channel: 'C0GENERAL', ts: '1.1', event_ts: '1' },
    { ...direct, user, text: said },
    { ...direct, user, subtype: 'file_share', files: [{ id: file, name: said }] },
    { type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '1' },
    { type: 'reaction_added', user, reaction: said },
  ]);
  const sound = made.chain((all) => fc.constantFrom(...all));
  const shortcut = fc.tuple(sender, text).map(([user, said]) =>
    interaction(user, {
      type: 'message_action',
      callback_id: callbackIds.lookUp,
      response_url: responseUrl,
      channel: { id: 'C0GENERAL', name: 'general' },
      message: { type: 'message', user: 'U0STAFF', ts: '1.1', text: said },
    }),
  );
  return fc.oneof(
    { weight: 4, arbitrary: sound.map((one) => event(String(one.user), one)) },
    { weight: 3, arbitrary: sound.chain((one) => mutatedJson(one).map((changed) => event(String(one.user), changed))) },
    { weight: 2, arbitrary: shortcut },
    { weight: 1, arbitrary: shortcut.chain(changedPayload) },
  );
}

/** Bodies that are signed as Slack's and are anything at all. */
export function bodies(responseUrl: string): fc.Arbitrary<Request> {
  const sound = command('U0STAFF', '4-2-1', responseUrl).body;
  const types = fc.constantFrom(form, 'application/json', 'text/plain', 'application/json; charset=utf-8', '');
  const json = anything.map((one) => JSON.stringify(one) ?? '');
  const body = fc.oneof(
    json,
    json.map((one) => `payload=${encodeURIComponent(one)}`),
    fc.constantFrom(
      'null',
      '[]',
      '""',
      '0',
      'true',
      '{}',
      'payload=null',
      'payload=[]',
      'payload=',
      '%',
      'ssl_check=1',
      '\u0000',
    ),
    mutatedText(sound).map((one) => `${one}&trigger_id=${newTrigger()}`),
    fc.nat(3_000).map((depth) => '['.repeat(depth * 10)),
    fc.nat(200).map((depth) => `${'{"event":'.repeat(depth)}1${'}'.repeat(depth)}`),
    hostileText(2_000),
  );
  return fc.tuple(body, types).map(([one, type]) => ({ user: 'nobody', body: one, type }));
}
