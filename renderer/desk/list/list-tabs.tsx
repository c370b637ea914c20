import type { ReactNode } from 'react';
import { WorkingElsewhere } from '../portal/working-elsewhere.tsx';
import { MessageBar } from '../messages/message-bar.tsx';
import { ListPage } from './list-page.tsx';
import type { Choice } from './lists.tsx';

export const ScheduledTab = (choice: Choice): ReactNode => <ListPage list="scheduled" {...only(choice)} />;
export const GrantedTab = (choice: Choice): ReactNode => (
  <ListPage list="granted" acts={<MessageBar />} {...only(choice)} />
);
export const InsideTab = (choice: Choice): ReactNode => <ListPage list="inside" {...only(choice)} />;
export const WorkingTab = (choice: Choice): ReactNode => (
  <ListPage list="working" acts={<WorkingElsewhere />} {...only(choice)} />
);

/** Of all that a page is given, a list needs the choice alone: the rest would draw it again for nothing. */
const only = ({ chosen, onChoose }: Choice): Choice => ({ chosen, onChoose });
