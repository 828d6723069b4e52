/** view/digest: what a channel reads of 週報, and what the coordinators do with it. */
import type { DigestContent, DigestCorrection, DigestMessage, DigestPart } from '../../notice/digest/content.ts';
import type { LineFacts } from '../../notice/digest/facts.ts';
import { shownLength, type ThreadRow } from '../../notice/digest/thread.ts';
import { context as contextBlock, lines } from '../blocks.ts';
import type { ViewContext } from '../context.ts';
import { dayText, momentText } from '../desk/day-words.ts';
import type { View } from '../lay-out.ts';
import { shorten } from '../limits.ts';
import { headlineOf, periodOf, reportedText, targetOf, whyOf } from './digest-words.ts';
import { headParts, roundText } from './head-parts.ts';
import { previewView } from './preview-view.ts';

function messageView({ head }: DigestMessage, context: ViewContext): View {
  const { wording } = context;
  const headline = wording.plain('digest.headline', headlineOf(head));
  return {
    text: wording.plain('digest.text', { ...periodOf(head, context), headline }),
    parts: headParts(head, context),
  };
}

function lineText(line: LineFacts, context: ViewContext): string {
  const { wording } = context;
  const { name, section, unit, before, reported, state, preliminary } = line;
  return wording.mrkdwn('digest.line', {
    state: wording.plain('words.state', { state }),
    name: shorten(name, shownLength.name),
    before: before && reportedText(before, unit, context),
    value: reported.kind === 'value' ? reportedText(reported, unit, context) : null,
    target: targetOf(line, context),
    section: shorten(section, shownLength.name),
    preliminary,
    why: whyOf(line),
  });
}

function rowText(row: ThreadRow, context: ViewContext): string {
  const { wording } = context;
  const short = (text: string): string => shorten(text, shownLength.name);
  switch (row.kind) {
    case 'round':
      return roundText(row.round, shownLength.name, context);
    case 'area':
      return wording.mrkdwn('digest.area', { ...row, area: row.area === '' ? null : short(row.area) });
    case 'line':
      return lineText(row.line, context);
    case 'date': {
      const { date } = row;
      return wording.mrkdwn('digest.date', {
        day: dayText(date.on, context),
        kind: date.kind,
        title: date.kind === 'digest' ? '' : short(date.title),
        step: date.kind === 'reminder' ? wording.plain('round.step', { step: date.step }) : '',
      });
    }
    case 'paused':
      return wording.mrkdwn('digest.paused', { title: short(row.title) });
  }
}

/** A row with the heading of its kind, where it is the first of them. */
function withHeading(row: ThreadRow, previous: ThreadRow | undefined, context: ViewContext): string[] {
  const { kind } = row;
  const hasHeading = kind === 'round' || kind === 'date' || kind === 'paused';
  const heading = hasHeading && previous?.kind !== kind ? [context.wording.mrkdwn('digest.heading', { kind })] : [];
  return [...heading, rowText(row, context)];
}

/** One message of a thread. */
export function threadView({ part, rows }: Pick<DigestPart, 'part' | 'rows'>, context: ViewContext): View {
  return {
    text: context.wording.plain('digest.part_text', { part }),
    parts: lines(rows.flatMap((row, index) => withHeading(row, rows[index - 1], context))),
  };
}

/** Corrected figures that are named one by one; the thread's other messages show them all. */
const mostCorrected = 5;

function correctionView({ number, correction: { at, changes } }: DigestCorrection, context: ViewContext): View {
  const { wording } = context;
  const more = changes.length - mostCorrected;
  return {
    text: wording.plain('digest.correction_text', { number }),
    parts: [
      ...lines([
        wording.mrkdwn('digest.correction', { number, at: momentText(at, context) }),
        ...changes.slice(0, mostCorrected).map((line) => lineText(line, context)),
      ]),
      ...(more > 0 ? contextBlock(wording.mrkdwn('digest.correction_more', { count: more })) : []),
    ],
  };
}

/** What a message of digests shows. */
export function digestView(content: DigestContent, context: ViewContext): View {
  switch (content.kind) {
    case 'digest-preview':
      return previewView(content, context);
    case 'digest':
      return messageView(content, context);
    case 'digest-part':
      return threadView(content, context);
    case 'digest-correction':
      return correctionView(content, context);
  }
}
