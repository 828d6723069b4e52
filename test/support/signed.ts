import { createHmac } from 'node:crypto';

/** The signing secret of the test workspace. */
export const signingSecret = '0123456789abcdef0123456789abcdef';

interface SignOptions {
  secret?: string;
  /** Seconds since 1970; now unless a test wants an old one. */
  timestamp?: number;
}

/** Headers with which Slack signs a request (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signedHeaders(body: string, type: string, options: SignOptions = {}): Record<string, string> {
  const timestamp = String(options.timestamp ?? Math.floor(Date.now() / 1000));
  const hash = createHmac('sha256', options.secret ?? signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
}
