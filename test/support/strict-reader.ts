import type { Closure } from '../../src/notice/closures.ts';
import type { Placed } from '../../src/notice/outbox.ts';
import type { Recipient } from '../../src/notice/recipient.ts';
import { addresseesBy } from '../../src/notice/recipients.ts';
import type { SectionId } from '../../src/plan/section.ts';
import { day, type Moment, moment } from '../../src/report/day.ts';
import { entryOn } from '../../src/report/roster.ts';
import type { Round, RoundId } from '../../src/report/round.ts';
import { coordinator } from './circumstances.ts';
import type { Sent, World } from './notice-world.ts';
import { inJapan, officeByLaw } from './office-by-law.ts';

/** Somebody put off what they were told. */
interface Press {
  to: Recipient;
  at: Moment;
  until: Moment;
}

/** One section's answer in one round that is owed now. */
interface OwedNow {
  round: Round;
  section: SectionId;
  since: Moment;
}

/**
 * Reads every message that goes out, and what did not go out by the end of a day, and complains of whatever breaks a promise.
 * It counts days, steps and what is owed by itself; only who is told for a section it takes from the product.
 */
export function strictReader(closures: readonly Closure[]) {
  const law = officeByLaw(closures);
  const complaints: string[] = [];
  const sent: Sent[] = [];
  const presses: Press[] = [];

  const nineOf = (on: string): Moment => moment(`${on}T09:00:00+09:00`);

  function owedNow(world: World, now: Moment): OwedNow[] {
    const { day: today } = inJapan(now);
    return world.rounds
      .filter(({ state, paused, opens }) => state === 'open' && !paused && opens <= today)
      .flatMap((round) =>
        world.sections
          .filter((section) => !round.exclusions.some((exclusion) => exclusion.section === section))
          .flatMap((section): OwedNow[] => {
            const report = world.reports.find((one) => one.round === round.id && one.section === section);
            const opened = moment(`${round.opens}T00:00:00+09:00`);
            if (!report) return [{ round, section, since: opened }];
            return report.returned ? [{ round, section, since: report.returned.at }] : [];
          }),
      );
  }

  function messagesTo(to: Recipient, kind: 'reminder' | 'escalation'): Sent[] {
    return sent.filter(({ content }) => content.kind === kind && content.to === to);
  }

  function isAbout({ content }: Sent, round: RoundId, section: SectionId): boolean {
    const about = content.kind === 'reminder' ? content.items : content.kind === 'escalation' ? content.sections : [];
    return about.some((one) => one.round === round && one.section === section);
  }

  /** The day of the newest step that tells of something owed; null where none does. */
  function stepOf({ round, since }: OwedNow, now: Moment): string | null {
    const step = law.newestStep(round, inJapan(now).day);
    return step !== null && since < nineOf(step) ? step : null;
  }

  function isTold(one: OwedNow, to: Recipient, kind: 'reminder' | 'escalation', from: string): boolean {
    return messagesTo(to, kind).some(
      (message) => isAbout(message, one.round.id, one.section) && inJapan(message.at).day >= from,
    );
  }

  /** The newest wish of somebody to be told once more, while it has not been met. */
  function openWish(to: Recipient): Press | undefined {
    const press = presses.findLast((one) => one.to === to);
    return press && !messagesTo(to, 'reminder').some(({ at }) => at >= press.until) ? press : undefined;
  }

  /** Whether a notice of somebody's that was for a day or later is kept back. */
  function isHeld(held: readonly Placed[], to: Recipient, kind: 'reminder' | 'escalation', from: string): boolean {
    return held.some(
      ({ notice, notBefore }) =>
        notice.to === to &&
        (notice.kind === 'escalation') === (kind === 'escalation') &&
        inJapan(notBefore).day >= from,
    );
  }

  function readReminder(message: Sent, world: World, held: readonly Placed[]): void {
    const { content, at, key } = message;
    if (content.kind !== 'reminder') return;
    const { day: today } = inJapan(at);
    const owed = owedNow(world, at);
    const before = messagesTo(content.to, 'reminder');
    for (const { round, section, late } of content.items) {
      const one = owed.find((each) => each.round.id === round && each.section === section);
      if (!one) complaints.push(`${key}: chases ${section} in ${round}, which owes nothing`);
      else if (late !== inJapan(at).day > law.graceEnds(one.round)) complaints.push(`${key}: wrong about being late`);
    }
    const earlier = before.filter((one) => inJapan(one.at).day === today).at(-1);
    const wishedSince = presses.some((press) => press.to === content.to && earlier && press.at >= earlier.at);
    if (earlier && !(content.again && wishedSince)) complaints.push(`${key}: a second message on ${today}`);
    const wish = openWish(content.to);
    if (wish && at < wish.until) complaints.push(`${key}: although put off until ${wish.until}`);
    const isNews = owed.some((one) => {
      const step = stepOf(one, at);
      if (step === null || !isAbout(message, one.round.id, one.section)) return false;
      return !isTold(one, content.to, 'reminder', step) && !isHeld(held, content.to, 'reminder', step);
    });
    if (!isNews && !(wish && wish.until <= at)) complaints.push(`${key}: told twice for one step`);
  }

  /** The first day on which the coordinators are told of something. */
  function escalationDay({ round, since }: OwedNow): string {
    const usual = law.after(law.graceEnds(round), 3);
    return since < nineOf(usual) ? usual : law.after(inJapan(since).day, 3);
  }

  function readEscalation({ content, at, key }: Sent, world: World): void {
    if (content.kind !== 'escalation') return;
    const { day: today } = inJapan(at);
    if (messagesTo(content.to, 'escalation').some((one) => inJapan(one.at).day === today))
      complaints.push(`${key}: a second escalation on ${today}`);
    for (const { round, section } of content.sections) {
      const one = owedNow(world, at).find((each) => each.round.id === round && each.section === section);
      const begins = one && escalationDay(one);
      if (!begins || begins > today) complaints.push(`${key}: tells of ${section} in ${round} too early`);
      else if (isTold(one, content.to, 'escalation', begins))
        complaints.push(`${key}: tells of ${section} in ${round} twice`);
    }
  }

  return {
    complaints,
    /** A message goes out. */
    read(message: Sent, world: World, held: readonly Placed[]): void {
      const { day: today, hour } = inJapan(message.at);
      if (!law.isOpen(today)) complaints.push(`${message.key}: on the closed day ${today}`);
      if (hour < 9 || hour >= 17) complaints.push(`${message.key}: at ${hour} o’clock`);
      readReminder(message, world, held);
      readEscalation(message, world);
      sent.push(message);
    },
    /** Somebody puts off what they were told. */
    press(press: Press): void {
      presses.push(press);
    },
    /** An open day ends on which the clock was running: whoever owes has been told of the newest step. */
    endDay(world: World, now: Moment, held: readonly Placed[]): void {
      const { day: today } = inJapan(now);
      if (!law.isOpen(today)) return;
      const addressees = addresseesBy({ ...world, coordinators: [coordinator], today: day(today) });
      const toldToday = (to: Recipient, kind: 'reminder' | 'escalation'): boolean =>
        messagesTo(to, kind).some(({ at }) => inJapan(at).day === today);
      for (const one of owedNow(world, now)) {
        const { round, section } = one;
        const entry = entryOn(world.roster, section, day(today));
        const step = stepOf(one, now);
        const told = addressees(round.id, { section, entry });
        if (told.length === 0) complaints.push(`${today}: nobody is told of ${section}`);
        for (const { to } of told) {
          const unmet = openWish(to);
          const wasTold = unmet && messagesTo(to, 'reminder').some(({ at }) => at < unmet.until);
          const knew = wasTold && one.since < unmet.until && isTold(one, to, 'reminder', '');
          if (knew && unmet.until <= now && !isHeld(held, to, 'reminder', inJapan(unmet.until).day))
            complaints.push(`${today}: ${to} was not told of ${section} again`);
        }
        for (const { to } of step === null ? [] : told) {
          const wish = presses.findLast((press) => press.to === to);
          const isAsleep = wish !== undefined && wish.until > now;
          const isMissed = !isTold(one, to, 'reminder', step ?? today) && !isHeld(held, to, 'reminder', step ?? today);
          if (isMissed && !isAsleep && !toldToday(to, 'reminder'))
            complaints.push(`${today}: ${to} was not told of ${section} in ${round.id} since ${step}`);
        }
        const begins = escalationDay(one);
        if (today < begins || isTold(one, coordinator, 'escalation', begins)) continue;
        if (!toldToday(coordinator, 'escalation') && !isHeld(held, coordinator, 'escalation', begins))
          complaints.push(`${today}: the coordinators were not told of ${section} in ${round.id}`);
      }
    },
  };
}
