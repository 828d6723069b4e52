import { Blocks } from '../blocks/blocks.tsx';
import { withBlockIds } from '../blocks/placed.ts';
import { blocksContext } from './blocks-context.ts';
import { type PageModel, pageUrl } from './model.ts';

/** The modal on top, as a form; opened by the page's script, so that focus stays in it. */
export function Modal(model: PageModel) {
  const { wording, modal } = model;
  if (!modal) return null;
  const { view, values, errors } = modal;
  const id = encodeURIComponent(view.id);
  const actionUrl = `${pageUrl(model, 'act')}?kind=view&id=${id}`;
  const context = { ...blocksContext(model, { mode: 'modal', idPrefix: view.id, actionUrl }), values, errors };
  return (
    <dialog
      id={`view-${view.id}`}
      className="modal"
      aria-labelledby="modal-title"
      data-close={pageUrl(model, `views/${id}/close`)}
    >
      <form noValidate hx-post={pageUrl(model, `views/${id}/submit`)} hx-encoding="multipart/form-data">
        <header>
          <h2 id="modal-title">{view.title?.text}</h2>
          <button
            type="button"
            className="close"
            aria-label={wording.plain('local.close', {})}
            hx-post={pageUrl(model, `views/${id}/close`)}
          >
            ×
          </button>
        </header>
        <div className="content">
          <Blocks blocks={withBlockIds(view.blocks)} context={context} />
        </div>
        <footer>
          <button type="button" hx-post={pageUrl(model, `views/${id}/close`)}>
            {view.close?.text ?? wording.plain('local.close', {})}
          </button>
          {view.submit ? (
            <button type="submit" className="primary">
              {view.submit.text}
            </button>
          ) : null}
        </footer>
      </form>
    </dialog>
  );
}
