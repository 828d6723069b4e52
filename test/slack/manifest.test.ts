import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { httpManifest } from '../../src/slack/manifest.ts';
import { manifestText } from '../support/manifest.ts';
import { type Manifest, manifestSchema } from '../support/manifest-schema.ts';

function socket(): Manifest {
  return manifestSchema.parse(parse(manifestText));
}

function http(base = 'https://bot.example.jp'): Manifest {
  return manifestSchema.parse(parse(httpManifest(manifestText, new URL(base))));
}

describe('the manifest for HTTP', () => {
  test('is a manifest that Slack takes', () => {
    expect(
      manifestSchema.safeParse(parse(httpManifest(manifestText, new URL('https://bot.example.jp')))).error,
    ).toBeUndefined();
  });

  test('points every way in at the one address that listens', () => {
    const { features, settings } = http();
    const urls = [
      ...features.slash_commands.map(({ url }) => url),
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
    ];
    expect(new Set(urls)).toEqual(new Set(['https://bot.example.jp/slack/events']));
  });

  test('turns Socket Mode off', () => {
    expect(http().settings.socket_mode_enabled).toBe(false);
  });

  test('keeps a port', () => {
    expect(http('https://bot.example.jp:8443').settings.interactivity.request_url).toBe(
      'https://bot.example.jp:8443/slack/events',
    );
  });

  test('differs in nothing else', () => {
    const { features, settings, ...rest } = http();
    const back: Manifest = {
      ...rest,
      features: { ...features, slash_commands: features.slash_commands.map(({ url: _, ...command }) => command) },
      settings: {
        ...settings,
        event_subscriptions: { bot_events: settings.event_subscriptions.bot_events },
        interactivity: { is_enabled: settings.interactivity.is_enabled },
        socket_mode_enabled: true,
      },
    };
    expect(back).toEqual(socket());
  });

  test('is not made from something that is no manifest', () => {
    expect(() => httpManifest('display_information:\n  name: 計画ナビ\n', new URL('https://bot.example.jp'))).toThrow();
  });
});

describe('the manifest for Socket Mode', () => {
  test('names no address, since Slack then has none to call', () => {
    expect(JSON.stringify(socket())).not.toContain('url"');
  });

  test('leaves room for the words of the bot in its own tab', () => {
    expect(socket().features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
});
