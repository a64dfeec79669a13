import { Route, Switch } from 'wouter';
import type { EventKind, SessionPerson } from '../../api/types';
import { NotFound } from '../../app/NotFound';
import { useMessages } from '../../i18n/language';
import { Empty } from '../../ui/States';
import { RequireSignIn } from '../session/RequireSignIn';
import { worksAtDesk } from '../session/session';
import { DeskEvent, isTab } from './DeskEvent';
import { DoorEntry } from '../door/DoorEntry';
import { EventEditor } from './EventEditor';
import { OverviewPage } from './OverviewPage';
import { deskMessages } from './messages';
import '../events/events.css';
import './desk.css';

/** The organisers' pages: one chunk, so that visitors never load them. */
export default function DeskPages() {
  return (
    <Switch>
      <Route path="/desk/door/:id">
        {({ id }) => <DoorEntry eventId={id} mayKeep={worksAtDesk} otherwise={<NoAccess />} />}
      </Route>
      <Route>
        <RequireSignIn>
          {(person) => (worksAtDesk(person) ? <Desk person={person} /> : <NoAccess />)}
        </RequireSignIn>
      </Route>
    </Switch>
  );
}

function NoAccess() {
  const t = useMessages(deskMessages);
  return (
    <Empty title={t.noAccess}>
      <p>{t.noAccessLead}</p>
    </Empty>
  );
}

function Desk({ person }: { person: SessionPerson }) {
  return (
    <Switch>
      <Route path="/desk">
        <OverviewPage person={person} />
      </Route>
      <Route path="/desk/new/:kind">
        {({ kind }) => (isKind(kind) ? <EventEditor kind={kind} person={person} /> : <NotFound />)}
      </Route>
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
