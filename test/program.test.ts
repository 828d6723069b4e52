import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mainFile } from './support/compiled.ts';
import { type SocketSlack, startSocketSlack } from './support/socket-slack.ts';

let slack: SocketSlack;
let folder: string;
let program: ChildProcess;
beforeEach(async () => {
  slack = await startSocketSlack();
  folder = mkdtempSync(join(tmpdir(), 'keikaku-navi-program-'));
  program = spawn(process.execPath, [mainFile, 'start'], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: 'xoxb-test-bot',
      SLACK_APP_TOKEN: 'xapp-test-app',
      SLACK_API_URL: slack.apiUrl,
      DATABASE_URL: 'file:bot.db',
      OPERATIONS_PORT: 'off',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
});
afterEach(async () => {
  program.kill('SIGKILL');
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the program as it is built answers over Socket Mode, and says goodbye when it is stopped', async () => {
  const link = await slack.link();
  link.send({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A000000001' } });
  link.send({
    type: 'slash_commands',
    envelope_id: 'envelope-1',
    accepts_response_payload: true,
    payload: {
      command: '/plan',
      text: '4-2-1',
      trigger_id: '1.2.3',
      team_id: 'T000000001',
      user_id: 'U000000001',
      channel_id: 'C000000001',
      response_url: `${slack.apiUrl}response`,
    },
  });
  const { envelope_id, payload } = await link.next();
  expect(envelope_id).toBe('envelope-1');
  expect(JSON.stringify(payload)).toContain('宮城県電子申請システム');

  const exited = once(program, 'exit');
  program.kill('SIGTERM');
  expect(await link.ended).toBe('goodbye');
  expect((await exited)[0]).toBe(0);
});
