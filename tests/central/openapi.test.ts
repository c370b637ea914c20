import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { CALLS } from '../../central/http/openapi-calls.ts';
import { PROBLEMS } from '../../central/http/problems.ts';
import { badgeRequestSchema, enrolRequestSchema, eventsRequestDocSchema } from '../../core/sync/wire.ts';
import official from '../fixtures/openapi-3.1.schema.json' with { type: 'json' };
import { call, startCentral } from './running-central.ts';

interface OpenApi {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly examples: Record<string, { readonly value: { readonly status: number } }> };
}
interface Operation {
  readonly security?: object;
  readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> };
  readonly responses: Record<string, { readonly content: Record<string, { readonly examples?: object }> }>;
}
const documentOf = async () => (await call<OpenApi>(await startCentral(), '/openapi.json')).body;
const operations = ({ paths }: OpenApi): [string, Operation][] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method} ${path}`, operation]),
  );

test('issue 6.7: the document fits the official schema of OpenAPI 3.1', async () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(official);
  validate(await documentOf());
  expect(validate.errors).toBeNull();
  expect(validate({ openapi: '3.1.0', paths: {} })).toBe(false);
});

test('issue 6.7: every call of a gate names its problems, each with its status', async () => {
  const document = await documentOf();
  const ours = operations(document).filter(([name]) => !name.includes('/admin/'));
  expect(ours.map(([name]) => name).toSorted()).toEqual(Object.keys(CALLS).toSorted());
  for (const [name, { responses }] of ours) {
    const examples = responses['4XX']?.content['application/problem+json']?.examples ?? {};
    expect(Object.keys(examples), name).toEqual(CALLS[name]?.problems);
  }
  const statuses = Object.entries(document.components.examples).map(([code, { value }]) => [code, value.status]);
  expect(statuses).toEqual(Object.entries(PROBLEMS).map(([code, [status]]) => [code, status]));
});

test('issue 6.7: every call but the enrolment says whose token it takes', async () => {
  const open = operations(await documentOf()).filter(([, { security }]) => security === undefined);
  expect(open.map(([name]) => name)).toEqual(['post /v1/devices/enrol']);
});

test.each([
  ['post /v1/devices/enrol', enrolRequestSchema],
  ['post /v1/sync/events', eventsRequestDocSchema],
  ['post /v1/badges', badgeRequestSchema],
] as const)('issue 6.7: the example of %s is one that central would take', async (name, schema) => {
  const [, operation] = operations(await documentOf()).find(([one]) => one === name) ?? [];
  expect(schema.safeParse(operation?.requestBody?.content['application/json']?.example).error).toBeUndefined();
});
