/** local/browser: what the page of the local workspace does by itself; everything else is asked of the server. */
import { enhanceTables } from './data-table.ts';

document.documentElement.classList.add('scripted');

enhanceTables(document);
document.addEventListener('htmx:after:swap', () => enhanceTables(document));
