import { notifications } from '@mantine/notifications';
import type { ActAnswer, Undoable } from '../../../preload/act-views.ts';
import { useDesk } from '../data/desk.tsx';
import { useCodeWords } from '../words/code-words.ts';
import { UndoNotice } from './undo-notice.tsx';

interface Person {
  readonly name: string;
}

/** One notice at a time: the newest act is the one that can be taken back. */
const NOTICE = 'act';
const SHORT_MS = 6000;

type Tell = (message: string, color?: string) => void;

const tell: Tell = (message, color) => {
  notifications.hide(NOTICE);
  notifications.show({ id: NOTICE, message, autoClose: SHORT_MS, ...(color === undefined ? {} : { color }) });
};

/** G6: takes an act back and says whether that was still possible. */
export function useTakeBack(): (undo: Undoable) => void {
  const { bridge, say } = useDesk();
  return ({ workerId, eventId }) => {
    bridge.undoAct({ workerId, eventId }).then(
      ({ result }) => tell(say(result === 'done' ? 'acts.undone' : 'acts.notUndone')),
      () => tell(say('app.notSaved'), 'refused'),
    );
  };
}

/** Does something about a person and says what came of it; what can be taken back is offered so long. */
export function useAct(): (person: Person, act: () => Promise<ActAnswer>) => Promise<ActAnswer | undefined> {
  const { nowMs, say } = useDesk();
  const codeWords = useCodeWords();
  const takeBack = useTakeBack();
  const offer = (message: string, undo: Undoable): void => {
    notifications.hide(NOTICE);
    notifications.show({
      id: NOTICE,
      autoClose: Math.max(0, undo.untilMs - nowMs()),
      message: <UndoNotice words={message} undo={undo} nowMs={nowMs} say={say} onUndo={() => takeBack(undo)} />,
    });
  };
  return async (person, act) => {
    const answer = await act().catch(() => undefined);
    const { name } = person;
    if (!answer) {
      tell(say('app.notSaved'), 'refused');
      return undefined;
    }
    const { code, facts, undo } = answer;
    if (answer.result === 'done' && undo) offer(say(`acts.done.${undo.what}`, { name }), undo);
    else if (answer.result === 'held') tell(say('acts.held', { name }));
    else if (answer.result === 'refused' && code) tell(`${name}: ${codeWords(code, facts).title}`, 'refused');
    else if (answer.result === 'refused') tell(say('acts.notDone'), 'refused');
    return answer;
  };
}
