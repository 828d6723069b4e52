/** The floor: a process that is Bolt with one command, which it answers with the same words every time. Tells its parent the port. */
import { App, HTTPReceiver } from '@slack/bolt';
import { portOf } from '../../../src/slack/http-receiver.ts';
import { signingSecret } from '../../support/signed.ts';

const receiver = new HTTPReceiver({ signingSecret });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B000000001', botUserId: 'U00000NAVI' }),
});
app.command('/plan', async ({ ack }) => ack('計画ナビです。'));
process.on('disconnect', () => process.exit());
const server = await app.start({ port: 0, host: '127.0.0.1' });
if ('listening' in server) process.send?.({ kind: 'listening', port: portOf(server) });
