type Nothing = Record<string, never>;
type Stage = 'not-started' | 'draft' | 'submitted' | 'confirmed' | 'accepted' | 'returned';
type State = 'open' | 'submitted' | 'confirmed' | 'accepted' | 'returned';
type Judged = 'met' | 'missed' | 'not-measured' | 'no-actual' | 'no-target' | 'not-comparable';
type Field = 'value' | 'reason' | 'measuredOn' | 'mark' | 'note';
type Purpose =
  | 'receipt'
  | 'please-confirm'
  | 'nobody-confirms'
  | 'please-accept'
  | 'confirmed'
  | 'returned'
  | 'accepted';
type Button =
  | 'fill'
  | 'continue'
  | 'correct'
  | 'edit'
  | 'look'
  | 'confirm'
  | 'accept'
  | 'return'
  | 'reopen'
  | 'approve'
  | 'back';

interface Current<How> {
  how: How;
  title: string;
  section: string;
  step: string;
}

/** What is said of sections' reports: the list of duties, the form, the messages that follow, the sheet. */
export interface ReportMessages {
  'report.button': { button: Button };
  'report.button_label': { button: string; section: string; title: string };
  'report.person': { name: string; post: string };
  'report.stage': { stage: Stage };
  'report.step': {
    step: 'submitted' | 'confirmed' | 'accepted' | 'returned';
    who: string;
    when: string;
    reason: string | null;
    via: 'form' | 'excel' | 'on-behalf' | null;
  };
  'report.approval': { day: string | null; by: string; document: string };

  'report.duties_text': { count: number; late: number };
  'report.duties_headline': { count: number; late: number };
  'report.duties_empty': { command: string };
  'report.duties_more': { count: number };
  'report.duty': {
    title: string;
    section: string;
    due: string;
    days: number;
    late: boolean;
    owed: boolean;
    stage: string;
    who: string | null;
    when: string | null;
    reason: string | null;
    kpis: number;
  };

  'report.form_title': Nothing;
  'report.form_button': { button: 'next' | 'check' | 'fix' | 'submit' | 'close' };
  'report.form_intro': { title: string; section: string; due: string; year: string };
  'report.form_progress': { step: number; steps: number; from: number; to: number; count: number };
  'report.form_notice': {
    notice: 'draft' | 'stale' | 'changed' | 'returned';
    when: string | null;
    who: string | null;
    reason: string | null;
  };
  'report.form_kpi': {
    number: number;
    name: string;
    item: string;
    sections: string;
    unit: string | null;
    baseline: string;
    target: string;
    rule: string;
  };
  'report.form_last': {
    from: 'this-report' | 'earlier-report' | 'plan' | 'nothing';
    figure: string;
    when: string | null;
    preliminary: boolean;
  };
  'report.form_theirs': { who: string; when: string; line: string };
  'report.field': { field: Field; unit: string | null };
  'report.field_hint': { field: Field };
  'report.mark_none': Nothing;
  'report.read': { figure: string; approximate: boolean };
  'report.line_state': { state: Judged; target: string; rate: string | null };
  'report.line_unmeasured': { reason: string };
  'report.line': {
    name: string;
    said: string;
    state: string | null;
    measured: string | null;
    mark: string | null;
    note: string | null;
  };
  'report.fault': {
    code:
      | 'empty'
      | 'dash'
      | 'range'
      | 'not-a-number'
      | 'grouping'
      | 'unit'
      | 'too-long'
      | 'neither'
      | 'both'
      | 'not-a-day'
      | 'not-a-mark'
      | 'text-too-long'
      | 'missing'
      | 'twice'
      | 'not-asked'
      | 'note-required'
      | 'date-required';
    typed: string;
    expected: string | null;
  };
  'report.question': {
    code:
      | 'decreased'
      | 'increased'
      | 'slip'
      | 'over-hundred'
      | 'ratio'
      | 'negative'
      | 'same-as-before'
      | 'far-above-target'
      | 'outside-year'
      | 'in-future';
    before: string;
    now: string;
    perhaps: string;
    year: string;
  };
  'report.check_headline': { faults: number; questions: number; count: number };
  'report.check_faults': { count: number };
  'report.check_questions': { count: number };
  'report.check_lines': { met: number; missed: number; other: number };
  'report.named': { name: string; text: string };

  'report.page_title': { page: 'done' | 'problem' | 'closed' };
  'report.done': { title: string; section: string; state: State };
  'report.closed': {
    code: 'round-not-open' | 'wrong-state';
    state: State | 'draft' | 'closed';
    step: string | null;
    command: string;
  };
  'report.kept': { text: string };
  'report.closed_unkept': { command: string };
  /** Text made elsewhere, as mrkdwn. */
  'report.escaped': { text: string };

  'report.news_text': { purpose: Purpose; title: string; section: string; who: string };
  'report.news': { purpose: Purpose; title: string; section: string; who: string; due: string; step: string };
  'report.news_next': { purpose: Purpose; state: State; preliminary: boolean };
  'report.news_more': { count: number };
  'report.news_since': { since: 'moved' | 'anew' | 'over'; step: string };
  'report.moved_text': { title: string; section: string; who: string; state: State };
  'report.current': Current<'done' | 'anew' | 'meanwhile' | 'newer'>;
  'report.current_text': Current<'done' | 'meanwhile' | 'newer'>;
  'report.undelivered': { token: string; count: number };

  'report.sheet_title': Nothing;
  'report.sheet_head': {
    title: string;
    section: string;
    due: string;
    stage: string;
    preliminary: boolean | null;
    met: number;
    missed: number;
    other: number;
  };
  'report.sheet_empty': { count: number };
  'report.sheet_lines': { preliminary: boolean };
  'report.sheet_history': Nothing;
  'report.sheet_version': { number: number; step: string };
  'report.sheet_change': {
    kind: 'added' | 'removed' | 'changed' | 'words';
    name: string;
    before: string;
    after: string;
  };
  'report.sheet_difference': { parts: readonly { kind: 'same' | 'added' | 'removed'; text: string }[] };

  'report.reason_title': { action: 'return' | 'reopen-report' };
  'report.reason_intro': { action: 'return' | 'reopen-report'; title: string; section: string };
  'report.reason_label': { action: 'return' | 'reopen-report' };
  'report.reason_submit': { action: 'return' | 'reopen-report' };
  'report.reason_missing': Nothing;
  'report.approval_title': Nothing;
  'report.approval_intro': { title: string; section: string };
  'report.approval_field': { field: 'on' | 'by' | 'document' };
  'report.approval_missing': { field: 'on' | 'by' | 'document' };
  'report.approval_submit': Nothing;
}
