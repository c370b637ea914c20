import { CALLS } from './openapi-calls.ts';
import { problemOf, PROBLEMS, type ProblemCode } from './problems.ts';

/** The parts of an OpenAPI 3.1 document that are filled in here. */
interface Media {
  example?: unknown;
  examples?: Record<string, unknown>;
}
interface Operation {
  requestBody?: { required?: boolean; content?: Record<string, Media> };
  responses?: Record<string, { content?: Record<string, Media> }>;
}
interface Document {
  components?: { examples?: Record<string, unknown> };
  paths?: Record<string, Record<string, Operation>>;
}

/** Adds to each of a gate's calls its problems and an example of what is sent. Changes the document in place. */
export function completeDocument(document: Document): void {
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  document.components = {
    ...document.components,
    examples: Object.fromEntries(codes.map((code) => [code, shown(code)])),
  };
  for (const [call, { problems, sent }] of Object.entries(CALLS)) {
    const [method = '', path = ''] = call.split(' ');
    const operation = document.paths?.[path]?.[method];
    if (!operation) continue;
    const refused = operation.responses?.['4XX']?.content?.['application/problem+json'];
    if (refused) refused.examples = Object.fromEntries(problems.map((code) => [code, reference(code)]));
    const body = operation.requestBody?.content?.['application/json'];
    if (body && sent) body.example = sent;
  }
  const put = document.paths?.['/v1/blobs/{sha256}']?.['put'];
  if (put) put.requestBody = { required: true, content: { 'application/octet-stream': {} } };
}

const shown = (code: ProblemCode) => ({ summary: PROBLEMS[code][1], value: problemOf(code, EXAMPLE_MS) });
const reference = (code: ProblemCode) => ({ $ref: `#/components/examples/${code}` });
const EXAMPLE_MS = Date.UTC(2026, 2, 10, 6);
