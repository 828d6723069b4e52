import { WebAPIPlatformError } from '@slack/web-api';

/** Which of the settings Slack does not accept. */
type Token = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

/** Slack's words for a token that asking again will not make better; whatever else it says may pass by itself. */
const codes: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'not_authed',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

/** Slack does not accept a token: the bot can do nothing until an operator has seen to it. */
export class SlackRefused extends Error {
  override name = 'SlackRefused';
  readonly token: Token;
  /** Slack's word for it («token_revoked»). */
  readonly code: string;

  constructor(token: Token, code: string) {
    super(`Slack refuses ${token}: ${code}`);
    this.token = token;
    this.code = code;
  }
}

/** The refusal that an error of the Web API client stands for; null for one that may pass. */
export function refusalOf(error: unknown, token: Token): SlackRefused | null {
  if (!(error instanceof WebAPIPlatformError) || !codes.has(error.data.error)) return null;
  return new SlackRefused(token, error.data.error);
}
