import { type PageModel, pageUrl } from './model.ts';
import { placeName } from './sidebar.tsx';

const examples = [1, 2, 3, 4, 5] as const;

/** The input line, with examples to click. */
export function Composer(model: PageModel) {
  const { wording, place, command } = model;
  const texts = examples.map((number) => wording.plain('local.example', { number, command }));
  return (
    <form className="composer" hx-post={pageUrl(model, 'send')} hx-encoding="multipart/form-data">
      <fieldset className="examples">
        <legend>{wording.plain('local.examples', {})}</legend>
        {texts.map((text) => (
          <button key={text} type="button" data-example={text}>
            {text}
          </button>
        ))}
      </fieldset>
      <div className="line">
        <textarea
          id="text"
          name="text"
          rows={1}
          maxLength={12_000}
          aria-label={wording.plain('local.compose', { place: placeName(model, place) })}
          aria-describedby="text-hint"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={false}
          aria-controls="commands"
          placeholder={wording.plain('local.placeholder', { place, command })}
          autoComplete="off"
        />
        <label className="attach">
          {wording.plain('local.attach', {})}
          <input type="file" name="file" />
        </label>
        <button type="submit">{wording.plain('local.send', {})}</button>
      </div>
      <div id="commands" role="listbox" aria-label={wording.plain('local.examples', {})} hidden>
        {texts.map((text, index) => (
          <div key={text} id={`command-${index}`} role="option" tabIndex={-1} aria-selected={false}>
            {text}
          </div>
        ))}
      </div>
      <small id="text-hint">{wording.plain('local.compose_hint', {})}</small>
    </form>
  );
}
