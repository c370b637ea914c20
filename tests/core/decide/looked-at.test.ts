import { describe, expect, test } from 'vitest';
import { decide } from '../../../core/decide/decide.ts';
import type { Answer, Dossier } from '../../../core/decide/dossier.ts';
import type { Policy } from '../../../core/site/entities.ts';
import { badge, codeOf, grant, HOUR, iso, NOON, papers, policy, presence, without } from './papers.ts';

const QUESTIONS: Policy['questions'] = [
  { id: 'fit', text: 'Fit for work?', at: 'in', wanted: 'yes' },
  { id: 'lone', text: 'Working alone?', at: 'in', wanted: 'no' },
  { id: 'tools', text: 'Tools handed back?', at: 'out', wanted: 'yes' },
];
const asking = policy({ questions: QUESTIONS });
const said = (questionId: string, answer: Answer['answer']): Answer => ({ questionId, text: questionId, answer });
const photo = (photoCheck: Policy['photoCheck'], more: Partial<Dossier> = {}): Dossier =>
  papers({ policy: policy({ photoCheck }), ...more });
const looked = (...codes: readonly ('photo_check' | 'data_old_ask' | 'record_missing')[]) => ({
  confirmed: { codes, answers: [] },
});

describe('a photo is compared', () => {
  test.each<[string, Dossier, string]>([
    ['never, where nobody wants it', photo('never'), 'welcome'],
    ['at the first scan', photo('first_scan'), 'photo_check'],
    ['at the first scan alone', photo('first_scan', grant(NOON + HOUR)), 'welcome'],
    ['at every scan', photo('always', grant(NOON + HOUR)), 'photo_check'],
    ['once', photo('always', looked('photo_check')), 'welcome'],
    ['on the way in alone', photo('always', { laneDirection: 'out', ...presence(true) }), 'goodbye'],
  ])('%s', (_what, dossier, code) => {
    expect(codeOf(dossier)).toBe(code);
  });
});

describe('questions', () => {
  test.each<[string, Answer[], string]>([
    ['unanswered wait', [], 'question_asked'],
    ['half answered wait', [said('fit', 'yes')], 'question_asked'],
    ['answered as wanted let in', [said('fit', 'yes'), said('lone', 'no')], 'welcome'],
    ['answered otherwise do not', [said('fit', 'no'), said('lone', 'no')], 'answer_unwanted'],
    ['of which one answer is enough to stay out', [said('lone', 'yes')], 'answer_unwanted'],
  ])('%s', (_what, answers, code) => {
    expect(codeOf(papers({ policy: asking, confirmed: { codes: ['question_asked'], answers } }))).toBe(code);
  });

  test('keep nobody in', () => {
    const answers = [said('tools', 'no')];
    const leaving = papers({
      policy: asking,
      laneDirection: 'out',
      ...presence(true),
      confirmed: { codes: [], answers },
    });
    expect(codeOf(leaving)).toBe('goodbye');
  });
});

describe('a look', () => {
  test('everything that is wanted is asked for at once', () => {
    const dossier = papers({ policy: policy({ photoCheck: 'always', questions: QUESTIONS }), dataAgeMs: 80 * HOUR });
    expect(decide(dossier)).toMatchObject({
      kind: 'ask',
      code: 'data_old_ask',
      asks: ['data_old_ask', 'photo_check', 'question_asked'],
    });
  });

  test('at somebody without a record, or on old data, lets in with a note', () => {
    const stranger = without(papers(looked('record_missing')), 'worker');
    expect(decide(stranger)).toMatchObject({ kind: 'admit', notes: ['without_record'] });
    const old = papers({ dataAgeMs: 80 * HOUR, ...looked('data_old_ask') });
    expect(decide(old)).toMatchObject({ kind: 'admit', notes: ['data_stale'] });
  });

  test('never lets in what a rule refuses', () => {
    const revoked = papers({ badge: badge({ revokedAt: iso(NOON - 1) }), ...looked('record_missing', 'photo_check') });
    expect(codeOf(revoked)).toBe('badge_revoked');
  });
});
