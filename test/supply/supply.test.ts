import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { lockedPackages } from './packages.ts';

const versions = z.record(z.string(), z.string());
const { dependencies, devDependencies } = z
  .looseObject({ dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const packages = lockedPackages();
const shipped = packages.filter(({ development }) => !development);

/** Licences that ask for nothing but their text. */
const permissive = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0']);

describe('what the bot is made of', () => {
  test('is asked for in exact versions', () => {
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('is pinned with a checksum, package by package', () => {
    expect(packages.filter(({ integrity }) => integrity === null).map(({ name }) => name)).toEqual([]);
  });

  test('runs no script of others when it is installed', () => {
    expect(shipped.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)).toEqual([]);
  });

  test('may be used and passed on freely', () => {
    expect(
      shipped.filter(({ licence }) => !permissive.has(licence)).map(({ name, licence }) => [name, licence]),
    ).toEqual([]);
  });
});
