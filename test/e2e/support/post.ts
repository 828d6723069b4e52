import { request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Posted {
  status: number;
  body: string;
}

/** Posts a form as a page of the workspace would; headers given win, `undefined` leaves one out. */
export function postTo(
  address: string,
  path: string,
  fields: Record<string, string> = {},
  headers: Record<string, string | undefined> = {},
): Promise<Posted> {
  const type = 'application/x-www-form-urlencoded';
  const given = Object.entries({ origin: address, 'content-type': type, ...headers });
  return new Promise((resolve, reject) => {
    const posted = request(
      `${address}${path}`,
      { method: 'POST', agent: false, headers: Object.fromEntries(given.filter(([, value]) => value !== undefined)) },
      (response) => {
        text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
      },
    );
    posted.on('error', reject);
    posted.end(new URLSearchParams(fields).toString());
  });
}
