import { z } from 'zod';

/**
 * A Slack app manifest, from https://docs.slack.dev/reference/app-manifest and the published schema of version 1:
 * Slack refuses an unknown key almost everywhere. Only the parts this app uses.
 */
const url = z.url({ protocol: /^https$/ }).max(3000);
const scope = z.string().regex(/^[a-z_]+(?::[a-z_.]+)*$/u);

const slashCommand = z.strictObject({
  command: z
    .string()
    .min(2)
    .max(32)
    .regex(/^\/[^A-Z\s]+$/u),
  description: z.string().min(1).max(2000),
  url: url.optional(),
  usage_hint: z.string().min(1).max(1000).optional(),
  should_escape: z.boolean().optional(),
});
const shortcut = z.strictObject({
  name: z.string().min(1).max(24),
  type: z.enum(['message', 'global']),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
});

export const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(1), minor_version: z.int() }).optional(),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140).optional(),
    long_description: z.string().min(175).max(4000).optional(),
    background_color: z
      .string()
      .regex(/^#(?:[0-9a-fA-F]{3}){1,2}$/u)
      .optional(),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    shortcuts: z.array(shortcut).min(1).max(10),
    slash_commands: z.array(slashCommand).min(1).max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z
      .strictObject({ bot: z.array(scope).max(255), bot_optional: z.array(scope).max(255).optional() })
      // «Optional scopes must also be listed in the corresponding bot or user fields»: https://docs.slack.dev/authentication/installing-with-oauth.
      .refine(({ bot, bot_optional: optional = [] }) => optional.every((one) => bot.includes(one))),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: url.optional(), bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: url.optional() }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;
