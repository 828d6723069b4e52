import { parse, stringify } from 'yaml';
import { z } from 'zod';

/** The parts of a manifest that differ between Socket Mode and HTTP; all else is passed on as it is. */
const manifestSchema = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(z.looseObject({ command: z.string() })) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({ bot_events: z.array(z.string()) }),
    interactivity: z.looseObject({ is_enabled: z.boolean() }),
    socket_mode_enabled: z.boolean(),
  }),
});

/**
 * The manifest for HTTP, from the one for Socket Mode: every way in points at `<base>/slack/events`.
 * @throws ZodError when the source is not a manifest.
 */
export function httpManifest(source: string, base: URL): string {
  const manifest = manifestSchema.parse(parse(source));
  const url = new URL('/slack/events', base).href;
  const { features, settings } = manifest;
  return stringify({
    ...manifest,
    features: { ...features, slash_commands: features.slash_commands.map((command) => ({ ...command, url })) },
    settings: {
      ...settings,
      event_subscriptions: { request_url: url, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url: url },
      socket_mode_enabled: false,
    },
  });
}
