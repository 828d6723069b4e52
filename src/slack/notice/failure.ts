import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Posted } from '../../notice/messenger.ts';

/** How a call that would have said something came to nothing, or may have. */
export type Failure = Exclude<Posted, { kind: 'posted' }>;

/** Where Slack asks for a pause and does not say for how long. */
const usualPause = 30;

/** Slack's own answers after which nobody knows what was done: https://docs.slack.dev/reference/methods/chat.postMessage. */
const unclear: ReadonlySet<string> = new Set([
  // «It's possible some aspect of the operation succeeded before the error was raised.»
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'update_failed',
]);

/** Answers about the bot or the workspace, not about the message: once the operator has mended that, it goes. */
const notTheMessage: ReadonlySet<string> = new Set([
  'access_denied',
  'accesslimited',
  'account_inactive',
  'enterprise_is_restricted',
  'external_channel_migrating',
  'invalid_auth',
  'message_limit_exceeded',
  'missing_scope',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_added_to_org',
  'token_expired',
  'token_revoked',
  'two_factor_setup_required',
]);

/** What the network says before the first byte of a request has left: no connection, or none that is trusted. */
const beforeSending: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  // A proxy that opens no way to Slack.
  'UND_ERR_ABORTED',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function afterAnswer(code: string, retryAfter: number | undefined): Failure {
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'paused', seconds: retryAfter ?? usualPause };
  if (notTheMessage.has(code)) return { kind: 'not-reached', trouble: code };
  // A page of a proxy comes with the status of success, too; the client takes its text for the name of an error.
  if (!/^[a-z_]{1,80}$/u.test(code)) return { kind: 'unclear', trouble: 'no_answer' };
  return unclear.has(code) ? { kind: 'unclear', trouble: code } : { kind: 'refused', trouble: code };
}

/** The code of the innermost error: fetch wraps what the network said, and the client wraps what fetch said. */
function networkCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const inner = networkCode(error.cause);
  if (inner !== null) return inner;
  return 'code' in error && typeof error.code === 'string' && /^[A-Z_]+$/u.test(error.code) ? error.code : null;
}

function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || isTimeout(error.cause);
}

/**
 * What a failed call means for its message. Slack's plain refusals are for good, also those it may think of later; what
 * came after the request had left, and says nothing, is unclear.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) return { kind: 'paused', seconds: error.retryAfter };
  if (error instanceof WebAPIPlatformError)
    return afterAnswer(error.data.error, error.data.response_metadata?.retryAfter);
  if (error instanceof WebAPIHTTPError) {
    const trouble = `http_${error.statusCode}`;
    return error.statusCode >= 500 ? { kind: 'unclear', trouble } : { kind: 'not-reached', trouble };
  }
  // The client has no class for a 429 without a time.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return { kind: 'paused', seconds: usualPause };
  if (isTimeout(error)) return { kind: 'unclear', trouble: 'timeout' };
  const code = networkCode(error);
  if (code !== null && beforeSending.has(code)) return { kind: 'not-reached', trouble: code };
  return { kind: 'unclear', trouble: code ?? 'no_answer' };
}
