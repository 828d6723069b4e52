import { earliest, latest } from '../calendar-clock.ts';
import { type PageModel, pageUrl } from './model.ts';

const steps = [1, 5] as const;

/** The workspace's own date and time, which can be moved so that a reminder can be watched arriving. */
export function Clock(model: PageModel) {
  const { wording, clock } = model;
  return (
    <section className="clock" aria-label={wording.plain('local.clock', {})}>
      <p>
        {wording.plain('local.clock', {})}
        <b>{clock.shown}</b>
        <span>{clock.time}</span>
        <small>{wording.plain(clock.moved ? 'local.clock_moved' : 'local.clock_real', {})}</small>
      </p>
      <div className="steps">
        {steps.map((count) => (
          <button key={count} type="button" hx-post={`${pageUrl(model, 'clock')}?forward=${count}`}>
            {wording.plain('local.clock_forward', { count })}
          </button>
        ))}
        <button type="button" hx-post={`${pageUrl(model, 'clock')}?wait=1`}>
          {wording.plain('local.clock_wait', { count: 1 })}
        </button>
        <form hx-post={pageUrl(model, 'clock')}>
          <label>
            {wording.plain('local.clock_date', {})}
            <input type="date" name="date" defaultValue={clock.date} min={earliest} max={latest} required />
          </label>
          <button type="submit">{wording.plain('local.clock_move', {})}</button>
        </form>
        {clock.moved ? (
          <button type="button" id="clock-back" hx-post={`${pageUrl(model, 'clock')}?forward=0`}>
            {wording.plain('local.clock_reset', {})}
          </button>
        ) : null}
        <button
          type="button"
          id="reset"
          className="danger"
          hx-post={pageUrl(model, 'reset')}
          hx-confirm={wording.plain('local.reset_confirm', {})}
        >
          {wording.plain('local.reset', {})}
        </button>
      </div>
    </section>
  );
}
