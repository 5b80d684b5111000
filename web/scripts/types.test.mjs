import { expect, test } from 'vitest';
import { typesOf } from './types.mjs';

const typescript = (schema) =>
  typesOf({ components: { schemas: { T: schema } } })
    .split('\n')
    .slice(2)
    .join('\n');

test('objects become interfaces: optional, nullable, with their descriptions', () => {
  expect(
    typescript({
      type: 'object',
      description: 'A unit.',
      required: ['pcode', 'displaced'],
      properties: {
        pcode: { type: 'string' },
        displaced: { type: 'integer', nullable: true, description: 'Null if\n under 100.' },
        'odd name': { type: 'boolean' },
      },
    }),
  ).toBe(
    "/** A unit. */\nexport interface T {\n  pcode: string;\n  /** Null if under 100. */\n  displaced: number | null;\n  'odd name'?: boolean;\n}\n",
  );
});

test.each([
  [{ type: 'string', enum: ['a', 'b'] }, "'a' | 'b'"],
  [{ type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 }, '[string, string]'],
  [{ type: 'array', items: { type: 'number', nullable: true } }, '(number | null)[]'],
  [{ type: 'array', items: { $ref: '#/components/schemas/Unit' } }, 'Unit[]'],
  [{ oneOf: [{ type: 'string' }, { $ref: '#/components/schemas/Unit' }] }, 'string | Unit'],
  [{ type: 'object', additionalProperties: { type: 'number' } }, 'Record<string, number>'],
  [{}, 'unknown'],
])('%j becomes a type', (schema, expected) => {
  expect(typescript(schema)).toBe(`export type T = ${expected};\n`);
});
