import { describe, expect, test } from 'vitest';
import { createViews } from '../../src/local/views.ts';

const modal = (id: string) => ({ id, type: 'modal' as const, blocks: [] });

describe('a modal that somebody has open', () => {
  test('keeps what a field held when another one is sent without it', () => {
    const views = createViews(() => undefined);
    views.open('U1', modal('V1'));
    views.keep('U1', 'V1', { values: new Map([['value', ['352']]]) });
    views.keep('U1', 'V1', { values: new Map([['date', ['2026-03-31']]]) });
    expect(Object.fromEntries(views.find('U1', 'V1')?.values ?? [])).toEqual({ value: ['352'], date: ['2026-03-31'] });
  });

  test('keeps what was typed when the bot draws it anew, and drops what it refused before', () => {
    const views = createViews(() => undefined);
    views.open('U1', modal('V1'));
    views.keep('U1', 'V1', { values: new Map([['value', ['352']]]), errors: { value: '読み取れません' } });
    views.update(modal('V1'));
    expect(views.top('U1')).toMatchObject({ errors: {}, values: new Map([['value', ['352']]]) });
  });

  test('lies on top of the one below it, until it is closed', () => {
    const views = createViews(() => undefined);
    views.open('U1', modal('V1'));
    views.push('U1', modal('V2'));
    views.close('U1', 'V2');
    expect([views.top('U1')?.view.id, views.top('U2')]).toEqual(['V1', null]);
  });

  test('is somebody’s own, and every change of it is told', () => {
    let changes = 0;
    const views = createViews(() => {
      changes += 1;
    });
    views.open('U1', modal('V1'));
    views.clear('U1');
    expect([views.top('U1'), changes]).toEqual([null, 2]);
  });
});
