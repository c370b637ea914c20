import type { Code } from '../../codes.ts';
import type { Dossier } from '../dossier.ts';
import { finding, isQuestion, type Finding } from '../finding.ts';
import { goodGrant } from '../grant.ts';

/** The photo is compared with the person before the door moves, as the location wants it. */
export function photoCompared(dossier: Dossier): Finding | undefined {
  const { photoCheck } = dossier.policy;
  const wanted = photoCheck === 'always' || (photoCheck === 'first_scan' && !goodGrant(dossier));
  return wanted ? finding('photo_check') : undefined;
}

/** What a person is asked on the way in, each with the answer that the location wants. Nobody is ever kept in by a question. */
export function questionsAnswered({ confirmed, policy }: Dossier): Finding | undefined {
  const asked = policy.questions.filter(({ at }) => at === 'in');
  if (asked.length === 0) return undefined;
  const answerTo = (id: string) => confirmed?.answers.find(({ questionId }) => questionId === id)?.answer;
  if (asked.some(({ id, wanted }) => (answerTo(id) ?? wanted) !== wanted)) return finding('answer_unwanted');
  return asked.some(({ id }) => answerTo(id) === undefined) ? finding('question_asked') : undefined;
}

/** What staff said by looking stands in for the look; that they did it stays as a note where data were missing or old. */
const NOTE_INSTEAD: Readonly<Partial<Record<Code, Code>>> = {
  record_missing: 'without_record',
  data_old_ask: 'data_stale',
};

/** A wish that a person looks is over once one did. Questions are not: their answers are looked at themselves. */
export function afterTheLook({ confirmed }: Dossier, found: Finding): readonly Finding[] {
  if (!isQuestion(found) || found.code === 'question_asked' || !confirmed?.codes.includes(found.code)) return [found];
  const note = NOTE_INSTEAD[found.code];
  return note === undefined ? [] : [finding(note, found.facts)];
}
