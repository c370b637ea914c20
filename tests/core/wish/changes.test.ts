import { expect, test } from 'vitest';
import { changesOf } from '../../../core/wish/changes.ts';

test.each([
  ['nothing', { a: 1, b: [1] }, { b: [1], a: 1 }, []],
  ['a field', { a: 1 }, { a: 2 }, [{ field: 'a', from: 1, to: 2 }]],
  ['a list', { a: [{ n: 1 }] }, { a: [{ n: 2 }] }, [{ field: 'a', from: [{ n: 1 }], to: [{ n: 2 }] }]],
  ['a field that comes', {}, { a: 1 }, [{ field: 'a', from: undefined, to: 1 }]],
  ['a field that goes', { a: 1 }, {}, [{ field: 'a', from: 1, to: undefined }]],
  ['all of a new record', undefined, { a: 1 }, [{ field: 'a', from: undefined, to: 1 }]],
])('E4: what changed of a record: %s', (_case, before, after, changes) => {
  expect(changesOf(before, after)).toEqual(changes);
});
