import type { Wording } from '../wording/wording.ts';
import type { Directory } from './blocks/context.ts';
import { botUserId, channelIds, channels, directIds, personas, userIds } from './people.ts';

/** Everybody and every conversation of the workspace, by the names people see. */
export function createDirectory(wording: Wording): Directory {
  return {
    users: [
      ...personas.map((persona) => ({ id: userIds[persona], name: wording.plain('local.persona', { persona }) })),
      { id: botUserId, name: wording.plain('local.bot', {}) },
    ],
    conversations: [
      ...channels.map((place) => ({
        id: channelIds[place],
        name: wording.plain('local.place', { place }),
        kind: 'public' as const,
      })),
      ...personas.map((persona) => ({
        id: directIds[persona],
        name: wording.plain('local.persona', { persona }),
        kind: 'im' as const,
      })),
    ],
  };
}
