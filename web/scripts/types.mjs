import { readFile, writeFile } from 'node:fs/promises';

/**
 * Writes src/api/types.ts from the schemas of an OpenAPI 3.0 description: `npm run types -- FILE`, or
 * the address of a running server's /openapi.json. With --check it only tells whether they differ.
 */

const HEADER = '// Generated from /openapi.json by "npm run types". Do not edit.\n';
const TARGET = new URL('../src/api/types.ts', import.meta.url);

/** TypeScript of all schemas, in alphabetical order. */
export function typesOf(description) {
  const schemas = Object.entries(description.components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return HEADER + schemas.map(([name, schema]) => '\n' + declaration(name, schema)).join('');
}

function declaration(name, schema) {
  const comment = schema.description ? `/** ${oneLine(schema.description)} */\n` : '';
  return schema.type === 'object' && schema.properties && !schema.nullable
    ? `${comment}export interface ${name} ${object(schema, '')}\n`
    : `${comment}export type ${name} = ${type(schema, '')};\n`;
}

function type(schema, indent) {
  const inner = bare(schema, indent);
  return schema.nullable ? `${inner} | null` : inner;
}

function bare(schema, indent) {
  if (schema.$ref) {
    return schema.$ref.split('/').at(-1);
  }
  if (schema.enum) {
    return schema.enum.filter((value) => value !== null).map((value) => JSON.stringify(value).replaceAll('"', "'")).join(' | ');
  }
  if (schema.allOf || schema.oneOf || schema.anyOf) {
    const parts = schema.allOf ?? schema.oneOf ?? schema.anyOf;
    return parts.map((part) => type(part, indent)).join(schema.allOf ? ' & ' : ' | ');
  }
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return array(schema, indent);
    case 'object':
      return schema.properties ? object(schema, indent) : `Record<string, ${values(schema, indent)}>`;
    default:
      return 'unknown';
  }
}

/** An array of fixed short length is a tuple. */
function array(schema, indent) {
  const item = type(schema.items ?? {}, indent);
  if (schema.minItems !== undefined && schema.minItems === schema.maxItems && schema.minItems <= 4) {
    return `[${Array(schema.minItems).fill(item).join(', ')}]`;
  }
  return item.includes(' ') ? `(${item})[]` : `${item}[]`;
}

function object(schema, indent) {
  const deeper = indent + '  ';
  const required = new Set(schema.required ?? []);
  const lines = Object.entries(schema.properties).map(([name, property]) => {
    const comment = property.description ? `${deeper}/** ${oneLine(property.description)} */\n` : '';
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
    return `${comment}${deeper}${key}${required.has(name) ? '' : '?'}: ${type(property, deeper)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function values(schema, indent) {
  return typeof schema.additionalProperties === 'object' ? type(schema.additionalProperties, indent) : 'unknown';
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').replaceAll('*/', '* /').trim();
}

async function read(source) {
  const text = /^https?:/.test(source) ? await (await fetch(source)).text() : await readFile(source, 'utf8');
  return JSON.parse(text);
}

if (process.argv[1]?.endsWith('types.mjs')) {
  const [source, option] = process.argv.slice(2);
  if (!source) {
    console.error('usage: npm run types -- FILE-OR-ADDRESS [--check]');
    process.exit(2);
  }
  const types = typesOf(await read(source));
  if (option !== '--check') {
    await writeFile(TARGET, types);
  } else if (types !== (await readFile(TARGET, 'utf8'))) {
    console.error('src/api/types.ts differs from the API description: run "npm run types"');
    process.exit(1);
  }
}
