import type { Day, Moment } from '../../report/day.ts';
import { actorFor } from '../../report/desk/who.ts';
import type { Deed } from '../../report/ledger.ts';
import { may, type Permission } from '../../report/permissions.ts';
import type { UserId } from '../../report/person.ts';
import type { ChannelId } from '../../report/roster.ts';
import type { Saved } from '../../report/store.ts';
import type { NoticeParts } from '../parts.ts';
import type { DigestPreview } from './content.ts';
import type { Digest, DigestSettings } from './digest.ts';
import { type DigestCircumstances, type NextDigest, nextDigest } from './due-digest.ts';
import { readCircumstances, readFacts } from './read.ts';
import { issueDigest } from './run-digests.ts';
import { previewOf } from './tell.ts';
import { type ThreadRow, threadOf } from './thread.ts';
import { planFrom } from './week.ts';

/** The digest that comes next, at a glance. */
export interface DigestOutlook {
  /** The day on which it goes. */
  day: Day;
  issues: Moment;
  state: Digest['state'];
  settings: DigestSettings;
}

/** One of the last digests. */
export interface EarlierDigest {
  /** The day for which it was. */
  day: Day;
  /** planned: it never went. */
  state: Digest['state'];
  issuedAt: Moment | null;
  /** How often it was corrected. */
  corrections: number;
}

/** 週報, for coordinators. */
export interface DigestPage {
  /** The next one as it would be now. */
  preview: DigestPreview;
  /** Its thread, message by message. */
  thread: readonly (readonly ThreadRow[])[];
  settings: DigestSettings;
  /** Newest week first. */
  earlier: readonly EarlierDigest[];
}

/** Which digest a coordinator was looking at. */
export interface DigestAt {
  week: Day;
  version: number;
}

type Refused = Exclude<Permission, { ok: true }>;
export type DigestDone =
  /** `day` is the one on which the digest goes, or would have gone. */
  | { ok: true; day: Day; digest: Digest }
  | Refused
  /** Somebody else was first, or its time is over. */
  | { ok: false; code: 'changed' }
  /** Nobody has said where it goes. */
  | { ok: false; code: 'no-channels' };

interface DigestDeskParts extends NoticeParts {
  /** Called after every stored change, so that what follows from it does not wait for the clock. */
  changed: () => void;
}

const mostEarlier = 5;

/** What coordinators do with digests: permission, rule and one stored change, with its row in the ledger. */
export function createDigestDesk(parts: DigestDeskParts) {
  const { report, notices, changed } = parts;

  async function permitted(user: UserId): Promise<Permission> {
    return may(await actorFor(report, user), 'send-digest', null);
  }

  function deed(permission: Extract<Permission, { ok: true }>, action: Deed['action']): Deed {
    return { by: permission.actor.person, at: report.now(), action, via: 'form', reason: null };
  }

  /** Carries out one change of the digest that is next, if it is still the one that was looked at. */
  async function change(
    user: UserId,
    { week, version }: DigestAt,
    save: (
      found: { next: NextDigest; circumstances: DigestCircumstances },
      permission: Extract<Permission, { ok: true }>,
    ) => Promise<Saved<Digest> | Extract<DigestDone, { code: 'changed' | 'no-channels' }>>,
  ): Promise<DigestDone> {
    const permission = await permitted(user);
    if (!permission.ok) return permission;
    const circumstances = await readCircumstances(parts);
    const next = nextDigest(circumstances);
    if (next.plan.week !== week || next.digest.version !== version) return { ok: false, code: 'changed' };
    const saved = await save({ next, circumstances }, permission);
    if (!saved.ok) return { ok: false, code: saved.code };
    changed();
    return { ok: true, day: next.plan.adjustment.day, digest: saved.value };
  }

  return {
    /** The next digest without what it tells, for a glance. */
    async outlook(user: UserId): Promise<{ ok: true; outlook: DigestOutlook } | Refused> {
      const permission = await permitted(user);
      if (!permission.ok) return permission;
      const circumstances = await readCircumstances(parts);
      const { plan, digest } = nextDigest(circumstances);
      const { settings } = circumstances;
      return {
        ok: true,
        outlook: { day: plan.adjustment.day, issues: plan.issues, state: digest.state, settings },
      };
    },

    async open(user: UserId): Promise<{ ok: true; page: DigestPage } | Refused> {
      const permission = await permitted(user);
      if (!permission.ok) return permission;
      const circumstances = await readCircumstances(parts);
      const { digests, settings, calendar } = circumstances;
      const next = nextDigest(circumstances);
      const facts = await readFacts(parts, circumstances, next.plan, next.plan.issues);
      const earlier = digests
        .filter(({ week }) => week !== next.plan.week)
        .slice(0, mostEarlier)
        .map(
          ({ week, state, issuedAt, facts: told }): EarlierDigest => ({
            day: planFrom(week, calendar).adjustment.day,
            state,
            issuedAt,
            corrections: told?.corrections.length ?? 0,
          }),
        );
      return {
        ok: true,
        page: { preview: previewOf(next, facts, settings, user), thread: threadOf(facts), settings, earlier },
      };
    },

    /** 一言; null takes it off. */
    writeNote: (user: UserId, at: DigestAt, note: string | null): Promise<DigestDone> =>
      change(user, at, ({ next: { digest } }, permission) =>
        notices.saveDigest({ ...digest, note }, deed(permission, 'edit-digest')),
      ),

    /** 今週は送らない, and taking that back. */
    skip: (user: UserId, at: DigestAt, skipped: boolean): Promise<DigestDone> =>
      change(user, at, ({ next: { digest } }, permission) =>
        notices.saveDigest({ ...digest, state: skipped ? 'skipped' : 'planned' }, deed(permission, 'skip-digest')),
      ),

    /** 今すぐ送る: it is out, and does not go again on its day. */
    send: (user: UserId, at: DigestAt): Promise<DigestDone> =>
      change(user, at, async ({ next, circumstances }, permission) => {
        if (circumstances.settings.channels.length === 0) return { ok: false, code: 'no-channels' };
        // One that is not to go must first be taken back.
        if (next.digest.state === 'skipped') return { ok: false, code: 'changed' };
        return issueDigest(parts, circumstances, next, deed(permission, 'issue-digest'));
      }),

    /** Where digests go, and whether by themselves. */
    async set(
      user: UserId,
      version: number,
      { channels, automatic }: { channels: readonly ChannelId[]; automatic: boolean },
    ): Promise<{ ok: true; settings: DigestSettings } | Refused | { ok: false; code: 'changed' }> {
      const permission = await permitted(user);
      if (!permission.ok) return permission;
      const present = await notices.digestSettings();
      const begins = present.channels.length === 0 || (automatic && !present.automatic);
      const since = channels.length === 0 ? null : begins ? report.now() : present.since;
      const settings = { channels: [...new Set(channels)], automatic, since, version };
      const saved = await notices.saveDigestSettings(settings, deed(permission, 'set-digest'));
      if (!saved.ok) return { ok: false, code: 'changed' };
      changed();
      return { ok: true, settings: saved.value };
    },
  };
}
export type DigestDesk = ReturnType<typeof createDigestDesk>;
