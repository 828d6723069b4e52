import type { KpiStatus } from '../plan/comparison.ts';
import type { Item, ItemId } from '../plan/item.ts';
import type { LineageLink } from '../plan/lineage.ts';
import type { Plan } from '../plan/plan.ts';
import type { Section } from '../plan/section.ts';
import type { AppliedFilter } from '../search/search.ts';

export type { Filter } from '../search/filter.ts';
export type { AppliedFilter };

import type { CommandId, ScreenId } from './command-id.ts';

/** The first line of an answer to a whole question, drawn from one item; every figure in it is the document's. */
export type Lead =
  /** 担当課はどこ */
  | { code: 'who'; item: Item }
  /** 達成した？ どうなった */
  | { code: 'status'; item: Item; kpis: readonly KpiStatus[] }
  /** いつ, いくつ, なぜ, ありますか: the sentence of our summary that says it. */
  | { code: 'when' | 'count' | 'why' | 'exists'; item: Item; evidence: string }
  /** いくつ: the figure of a KPI. */
  | { code: 'figure'; item: Item; kpi: KpiStatus }
  /** 何件: how many items meet the conditions. */
  | { code: 'tally'; count: number }
  /** Asked for something the plans do not state. */
  | { code: 'not-stated'; item: Item; asked: 'when' | 'count' | 'why' };

/** Words that were read as other words. */
export interface Reading {
  typed: string;
  read: string;
}

interface Common {
  /** The question as it was read. */
  question: string;
  /** What is shown, in the order shown. */
  items: readonly ItemId[];
}

export interface FoundAnswer extends Common {
  kind: 'found';
  lead: Lead | null;
  filters: readonly AppliedFilter[];
  readAs: readonly Reading[];
  hits: readonly Item[];
  near: readonly Item[];
}

export interface ItemAnswer extends Common {
  kind: 'item';
  item: Item;
  lead: Lead | null;
  kpis: readonly KpiStatus[];
  /** Older and newer steps of the same undertaking. */
  lineage: readonly LineageLink[];
  /** Items beside it, such as the other branches of its number. */
  near: readonly Item[];
}

export interface SectionAnswer extends Common {
  kind: 'section';
  section: Section;
  predecessors: readonly Section[];
  /** Newest plan first; plans in which the section answers for nothing are left out. */
  duties: readonly { section: Section; plan: Plan; items: readonly Item[] }[];
}

export interface SectionsAnswer extends Common {
  kind: 'sections';
  /** Sections to choose from; all of them when none was named. */
  sections: readonly Section[];
}

export interface KpisAnswer extends Common {
  kind: 'kpis';
  filters: readonly AppliedFilter[];
  readAs: readonly Reading[];
  kpis: readonly KpiStatus[];
}

/** How many KPIs of an area stand where. */
export interface AreaTally {
  area: string;
  met: number;
  missed: number;
  notMeasured: number;
  notComparable: number;
}

export interface KpiOverviewAnswer extends Common {
  kind: 'kpi-overview';
  plan: Plan;
  areas: readonly AreaTally[];
  /** KPIs without an own row in the tables: the report's headline figures. */
  headlines: readonly KpiStatus[];
}

/** One plan's part of a thread; `items` is empty where nothing can be traced. */
export interface HistoryStep {
  plan: Plan;
  items: readonly Item[];
}

export interface HistoryAnswer extends Common {
  kind: 'history';
  readAs: readonly Reading[];
  /** Oldest first, every plan of the chain. */
  steps: readonly HistoryStep[];
  links: readonly LineageLink[];
}

export interface HelpAnswer extends Common {
  kind: 'help';
  commands: readonly CommandId[];
}

/** What depends on who asks: rounds, reports, the roster. Shown in Slack, to the one who asked only. */
export interface ScreenAnswer extends Common {
  kind: 'screen';
  screen: ScreenId;
  /** What stood after the subcommand. */
  words: string;
}

type NoneReason =
  /** Some words stand in no plan. */
  | 'unknown-words'
  /** Every word is known, but no item holds them together. */
  | 'no-item'
  | 'no-number'
  | 'no-section'
  | 'no-kpi'
  /** Nothing but fillers and punctuation. */
  | 'nothing-asked';

export interface NoneAnswer extends Common {
  kind: 'none';
  reason: NoneReason;
  unknown: readonly string[];
  filters: readonly AppliedFilter[];
  readAs: readonly Reading[];
  /** «もしかして» */
  suggestions: readonly Item[];
  sections: readonly Section[];
}

/** All that `/plan` can answer. Plain data: sentences are made in view/ from prompts/messages. */
export type Answer =
  | FoundAnswer
  | ItemAnswer
  | SectionAnswer
  | SectionsAnswer
  | KpisAnswer
  | KpiOverviewAnswer
  | HistoryAnswer
  | HelpAnswer
  | ScreenAnswer
  | NoneAnswer;

/** An answer, and to how many characters the question was cut; null where it was read whole. */
export type Answered = Answer & { shortenedTo: number | null };
