import { Route, Switch } from 'wouter';
import type { EventKind, SessionPerson } from '../../api/types';
import { NotFound } from '../../app/NotFound';
import { useMessages } from '../../i18n/language';
import { Empty } from '../../ui/States';
import { RequireSignIn } from '../session/RequireSignIn';
import { worksAtDesk } from '../session/session';
import { DeskEvent, isTab } from './DeskEvent';
import { DoorPage } from '../door/DoorPage';
import { EventEditor } from './EventEditor';
import { OverviewPage } from './OverviewPage';
import { deskMessages } from './messages';
import '../events/events.css';
import './desk.css';

/** The organisers' pages: one chunk, so that visitors never load them. */
export default function DeskPages() {
  return <RequireSignIn>{(person) => <Desk person={person} />}</RequireSignIn>;
}

function Desk({ person }: { person: SessionPerson }) {
  const t = useMessages(deskMessages);
  if (!worksAtDesk(person)) {
    return (
      <Empty title={t.noAccess}>
        <p>{t.noAccessLead}</p>
      </Empty>
    );
  }
  return (
    <Switch>
      <Route path="/desk">
        <OverviewPage person={person} />
      </Route>
      <Route path="/desk/new/:kind">
        {({ kind }) => (isKind(kind) ? <EventEditor kind={kind} person={person} /> : <NotFound />)}
      </Route>
      <Route path="/desk/door/:id">{({ id }) => <DoorPage eventId={id} />}</Route>
      <Route path="/desk/:kind/:id/:tab?">
        {({ kind, id, tab }) =>
          isKind(kind) && isTab(kind, tab) ? (
            <DeskEvent key={id} kind={kind} id={id} tab={tab ?? 'details'} person={person} />
          ) : (
            <NotFound />
          )
        }
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}

function isKind(kind: string): kind is EventKind {
  return kind === 'fair' || kind === 'competition' || kind === 'forum';
}
