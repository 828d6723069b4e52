// The rooms of src/ and what each may import. Every rule says why it stands.

/** A folder may import itself, the folders listed, and packages; nothing else of ours. */
function room(folder, allowed, reason) {
  const others = [folder, ...allowed].map((name) => `${name}(/|\\.ts$)`).join('|');
  return {
    name: `${folder}-imports`,
    comment: reason,
    severity: 'error',
    from: { path: `^src/${folder}(/|\\.ts$)` },
    to: { path: '^src/', pathNot: `^src/(${others})` },
  };
}

/** A package is known to some folders only. */
function only(name, packages, folders, reason) {
  return {
    name,
    comment: reason,
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/(${folders.join('|')})` },
    to: { path: `node_modules/(${packages.join('|')})/` },
  };
}

// dependency-cruiser reads TypeScript with swc, but does not tell it which files hold JSX.
const swc = require('@swc/core');
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync.call(swc, file, { ...options, tsx: file.endsWith('.tsx') });

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle has no bottom to begin reading at, not even a circle of types.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports is dead, unless it is a beginning.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(main\\.ts$|local/browser/)' },
      to: {},
    },
    {
      name: 'nobody-imports-main',
      comment: 'main.ts composes; what imported it would be composed and composer at once.',
      severity: 'error',
      from: {},
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'src-knows-no-tests',
      comment: 'What runs in production must not need test code.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'production-packages-only',
      comment: 'A development package is not there after npm ci --omit=dev; only the local workspace, which is never on beside real tokens, may need one.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/local/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    room('plan', [], 'The nouns stand at the bottom: they must be readable without anything else.'),
    room('text', [], 'Japanese strings know no plans, so that they can be tested with any string.'),
    room('wording', [], 'Sentences are filled with what they are given; they look nothing up.'),
    room('config', [], 'The environment is read before anything exists.'),
    room('operations', [], 'Health and metrics must work while everything else fails.'),
    room('search', ['plan', 'text'], 'The search finds items by words; who asks, and how it is shown, is not its business.'),
    room('search-index', ['plan', 'text', 'search'], 'How an index is kept is known here; what it is asked, and why, in search/.'),
    room('knowledge', ['plan', 'notice'], 'Reading data/ must not depend on what it is good for.'),
    room('prepared', ['knowledge', 'search'], 'What is kept is data; who makes it, and what it is good for, is composed elsewhere.'),
    room('startup', ['config', 'knowledge', 'plan', 'prepared', 'wording'], 'What is read first is read alike by every command.'),
    room('report', ['plan'], 'Who may do what, and what follows, is decided without Slack, clock or database.'),
    room('notice', ['plan', 'report'], 'What is due follows from the calendar, the rounds and the reports, and from nothing else.'),
    room('store', ['plan', 'report', 'notice'], 'Rows become nouns and back; rules live with the nouns.'),
    room('store-cli', ['config', 'store', 'wording'], 'The operator copies the database without the bot.'),
    room('ask', ['plan', 'text', 'search'], 'An answer is plain data, whatever shows it.'),
    room('view', ['plan', 'ask', 'report', 'notice', 'wording'], 'A view turns nouns into blocks; it never searches or stores.'),
    room('slack', ['plan', 'view', 'ask', 'report', 'notice', 'wording'], 'The Slack app translates; rules and texts live elsewhere.'),
    room('local', ['config', 'wording'], 'The local workspace reaches the bot over HTTP, as Slack does, and knows nothing else of it.'),
    room('ask-cli', ['ask'], 'The terminal asks as Slack does, through the same door.'),
    only('slack-packages', ['@slack/(?!types)[^/]+'], ['slack/'], 'Only slack/ talks to Slack.'),
    only('slack-types', ['@slack/types'], ['slack/', 'view/'], 'Block Kit types end where views end.'),
    only('local-packages', ['emulate', 'react', 'react-dom', 'slack-blocks-to-jsx', 'htmx.org'], ['local/'], 'The simulation ends where local/ ends.'),
    only('kuromoji', ['kuromoji', 'wanakana'], ['text/'], 'The dictionary can be exchanged in one folder.'),
    only('database', ['kysely', 'pg'], ['store/'], 'A new database is a file in store/ that passes the shared contract.'),
    only('libsql', ['libsql'], ['store/', 'search-index/'], 'Beside what people entered, only what can be made again from the data is kept in SQLite, and in a file of its own.'),
    only('holidays', ['@holiday-jp/holiday_jp'], ['notice/'], 'The table of holidays can be exchanged in one place.'),
    only('diff', ['diff'], ['report/'], 'How two texts are compared is seen in one place.'),
    only('xlsx', ['fflate', 'saxes'], ['report/sheet/workbook/'], 'What a file from outside may hold is bounded in one place.'),
    only('liquid', ['liquidjs'], ['wording/'], 'Templates are rendered, and their values escaped, in one place.'),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.d.ts'] },
  },
};
