import { channels, type Persona, type Place, personas } from '../people.ts';
import { type PageModel, pageUrl } from './model.ts';

/** The name a place has in the list and above the conversation. */
export function placeName({ wording }: Pick<PageModel, 'wording'>, place: Place): string {
  const name = wording.plain('local.place', { place });
  return place === 'general' || place === 'digital' ? `#${name}` : name;
}

function PlaceLink({ model, place }: { model: PageModel; place: Place }) {
  return (
    <li>
      <a href={pageUrl({ ...model, place })} aria-current={place === model.place ? 'page' : undefined}>
        {placeName(model, place)}
      </a>
    </li>
  );
}

function PersonaLink({ model, persona }: { model: PageModel; persona: Persona }) {
  return (
    <li>
      <a href={pageUrl({ ...model, persona })} aria-current={persona === model.persona ? 'true' : undefined}>
        <span className={`avatar ${persona}`} aria-hidden="true">
          {model.wording.plain('local.persona', { persona }).slice(0, 1)}
        </span>
        <span>
          {model.wording.plain('local.persona', { persona })}
          <small>{model.wording.plain('local.persona_note', { persona })}</small>
        </span>
      </a>
    </li>
  );
}

/** Who one is and where: personas, channels, the talk with the bot, its App Home. */
export function Sidebar(model: PageModel) {
  const { wording } = model;
  return (
    <nav className="sidebar" aria-label={wording.plain('local.navigation', {})}>
      <h2>{wording.plain('local.personas', {})}</h2>
      <ul className="personas">
        {personas.map((persona) => (
          <PersonaLink key={persona} model={model} persona={persona} />
        ))}
      </ul>
      <h2>{wording.plain('local.channels', {})}</h2>
      <ul>
        {channels.map((place) => (
          <PlaceLink key={place} model={model} place={place} />
        ))}
      </ul>
      <h2>{wording.plain('local.apps', {})}</h2>
      <ul>
        <PlaceLink model={model} place="navi" />
        <PlaceLink model={model} place="home" />
      </ul>
    </nav>
  );
}
