/** A process of its own: as little of a bot as Bolt allows, which answers every command the same. What a start costs at least. */
import bolt from '@slack/bolt';
import { signingSecret } from '../support/signed.ts';

const app = new bolt.App({
  token: 'xoxb-bench',
  botId: 'B000000001',
  botUserId: 'U00000NAVI',
  tokenVerificationEnabled: false,
  signingSecret,
});
const text = 'お答えします。';
app.command('/plan', async ({ ack }) =>
  ack({ response_type: 'ephemeral', text, blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] }),
);
await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
