/** Why Slack did not take a message, as far as it matters for what is to be done about it. */
export type TroubleCause =
  | 'no-channel'
  | 'not-in-channel'
  | 'archived'
  | 'no-person'
  | 'messages-tab'
  | 'not-allowed'
  | 'no-thread'
  | 'message'
  | 'bot'
  | 'slack'
  | 'unseen'
  | 'other';

/**
 * The errors of chat.postMessage, conversations.open and of every method
 * (https://docs.slack.dev/reference/methods/chat.postMessage#errors), and what delivery itself calls its outcomes.
 */
const causes: Readonly<Record<Exclude<TroubleCause, 'other'>, readonly string[]>> = {
  'no-channel': ['channel_not_found', 'duplicate_channel_not_found', 'method_not_supported_for_channel_type'],
  'not-in-channel': ['not_in_channel', 'user_not_in_channel'],
  archived: ['is_archived'],
  'no-person': [
    'user_not_found',
    'users_not_found',
    'user_disabled',
    'user_not_visible',
    'cannot_dm_bot',
    'invalid_user_combination',
    'not_enough_users',
  ],
  'messages-tab': ['messages_tab_disabled', 'method_disabled'],
  'not-allowed': [
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'ekm_access_denied',
    'no_permission',
    'message_limit_exceeded',
    'slack_connect_canvas_sharing_blocked',
    'slack_connect_file_link_sharing_blocked',
    'slack_connect_lists_sharing_blocked',
  ],
  'no-thread': [
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'cannot_reply_to_message',
    'message_not_found',
    'thread_not_found',
    'duplicate_message_not_found',
  ],
  message: [
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_blocks_too_long',
    'msg_too_long',
    'no_text',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'metadata_too_large',
    'metadata_must_be_sent_from_app',
    'markdown_text_conflict',
    'too_many_attachments',
    'attachment_payload_limit_exceeded',
    'invalid_arguments',
    'invalid_json',
    'invalid_form_data',
    'invalid_post_type',
    'no_view',
  ],
  bot: [
    'invalid_auth',
    'not_authed',
    'account_inactive',
    'token_expired',
    'token_revoked',
    'missing_scope',
    'not_allowed_token_type',
    'org_login_required',
    'team_not_found',
    'team_access_not_granted',
    'accesslimited',
    'access_denied',
    'enterprise_is_restricted',
    'external_channel_migrating',
    'team_added_to_org',
    'as_user_not_supported',
    'two_factor_setup_required',
  ],
  slack: [
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
    'update_failed',
    'no_answer',
    'rate_limited',
    'ratelimited',
    'timeout',
  ],
  unseen: ['unclear-and-unseen'],
};

const byCode: ReadonlyMap<string, TroubleCause> = new Map(
  Object.entries(causes).flatMap(([cause, codes]) =>
    // Object.entries forgets which keys there are: the causes.
    codes.map((code) => [code, cause as TroubleCause] as const),
  ),
);

/** What was met on the way to Slack: «http_503», «ECONNREFUSED». */
const onTheWay = /^(?:http_\d+|[A-Z_]+)$/u;

/** The cause behind a code; «other» for one that is not known here, which is then shown as it is. */
export function troubleCause(code: string): TroubleCause {
  return byCode.get(code) ?? (onTheWay.test(code) ? 'slack' : 'other');
}
