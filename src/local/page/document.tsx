/** local/page: the workspace as HTML; drawn whole for each request and morphed into the page in the browser. */
import { renderToStaticMarkup } from 'react-dom/server';
import { Clock } from './clock.tsx';
import { Composer } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Home } from './home.tsx';
import { Modal } from './modal.tsx';
import { type PageModel, pageUrl } from './model.ts';
import { placeName, Sidebar } from './sidebar.tsx';

/** htmx asks for nothing but the server's own fragments and runs no code of a page. */
const htmxConfig = JSON.stringify({
  implicitInheritance: true,
  includeIndicatorCSS: false,
  history: false,
  morphIgnore: ['data-htmx-powered', 'open', 'data-sort', 'data-page'],
});

function App(model: PageModel) {
  const { wording, place, problem } = model;
  return (
    <div
      id="app"
      data-place={pageUrl(model)}
      data-count={model.count}
      data-typed={JSON.stringify(model.typed)}
      hx-target="#app"
      hx-select="#app"
      hx-swap="outerMorph"
    >
      <div id="refresh" hidden hx-get={pageUrl(model)} hx-trigger="changed" />
      <Sidebar {...model} />
      <main id="main">
        <header className="place">
          <h1>{placeName(model, place)}</h1>
        </header>
        <div className="problem" role="alert">
          {problem}
        </div>
        {place === 'home' ? <Home {...model} /> : <Conversation {...model} />}
        {place === 'home' ? null : <Composer {...model} />}
      </main>
      <Clock {...model} />
      <Modal {...model} />
      <p className="busy" role="status" aria-live="polite">
        <span className="spinner" aria-hidden="true" />
        {wording.plain('local.sending', {})}
      </p>
    </div>
  );
}

/** A whole page. */
export function renderPage(model: PageModel): string {
  const { wording } = model;
  return `<!doctype html>${renderToStaticMarkup(
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="htmx-config" content={htmxConfig} />
        <title>{`${placeName(model, model.place)} - ${wording.plain('local.title', {})}`}</title>
        <link rel="icon" href="/assets/icon.svg" />
        <link rel="stylesheet" href="/assets/slack-blocks.css" />
        <link rel="stylesheet" href="/assets/blocks.css" />
        <link rel="stylesheet" href="/assets/page.css" />
        <script src="/assets/htmx.js" defer />
        <script src="/assets/browser/page.js" type="module" />
      </head>
      <body>
        <a className="skip" href="#text">
          {wording.plain('local.skip', {})}
        </a>
        <p className="simulation">{wording.plain('local.simulation', {})}</p>
        <p id="stopped" className="stopped" role="alert" hidden>
          {wording.plain('local.stopped', {})}
        </p>
        <noscript>
          <p className="simulation">{wording.plain('local.no_script', {})}</p>
        </noscript>
        <App {...model} />
      </body>
    </html>,
  )}`;
}
