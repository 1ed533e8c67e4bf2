import { describe, expect, test } from 'vitest';
import { upgrade } from '../sim/scenario/upgrade.ts';

describe('the version of a scenario file', () => {
  const steps = {
    1: ({ period, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, years: period }),
    2: (scenario: Readonly<Record<string, unknown>>) => ({ ...scenario, title: String(scenario.title).toUpperCase() }),
  };

  test('an older file is brought up version by version', () => {
    expect(upgrade({ version: 1, period: 5, title: 'a' }, steps, 3)).toEqual({
      ok: true,
      value: { version: 3, years: 5, title: 'A' },
    });
    expect(upgrade({ version: 2, years: 5, title: 'a' }, steps, 3)).toEqual({
      ok: true,
      value: { version: 3, years: 5, title: 'A' },
    });
  });

  test('a file of today is left alone', () => {
    const scenario = { version: 3, years: 5 };
    expect(upgrade(scenario, steps, 3)).toEqual({ ok: true, value: scenario });
  });

  test.each([[{ version: 4 }], [{}], [{ version: '1' }], [{ version: 0 }], [null], [[]], ['text']])(
    '%j is refused with words',
    (value) => {
      const refused = upgrade(value, steps, 3);
      expect(refused.ok ? [] : refused.problems.map(({ message }) => message)).toEqual([expect.stringContaining('expected')]);
    },
  );
});
