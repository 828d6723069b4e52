import { Blocks } from '../blocks/blocks.tsx';
import { withBlockIds } from '../blocks/placed.ts';
import { blocksContext } from './blocks-context.ts';
import { type PageModel, pageUrl } from './model.ts';

/** The bot's App Home, as it was last published for this persona. */
export function Home(model: PageModel) {
  const { wording, home } = model;
  const actionUrl = `${pageUrl(model, 'act')}?kind=home`;
  const context = blocksContext(model, { mode: 'home', idPrefix: 'home', actionUrl });
  return (
    <section className="home">
      {home ? (
        <Blocks blocks={withBlockIds(home.blocks)} context={context} />
      ) : (
        <p className="empty">{wording.plain('local.home_empty', {})}</p>
      )}
    </section>
  );
}
