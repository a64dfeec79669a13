import { Link, Route, Switch, useLocation } from 'wouter';
import type { SessionPerson } from '../../api/types';
import { NotFound } from '../../app/NotFound';
import { useMessages } from '../../i18n/language';
import { Empty } from '../../ui/States';
import { useTitle } from '../../ui/useTitle';
import { RequireSignIn } from '../session/RequireSignIn';
import { holds } from '../session/session';
import { DeadLettersPage } from './DeadLettersPage';
import { OrganisationsPage } from './OrganisationsPage';
import { PeoplePage } from './PeoplePage';
import { adminMessages } from './messages';
import '../desk/desk.css';

/** The administrators' pages: one chunk, so that nobody else loads them. */
export default function AdminPages() {
  return <RequireSignIn>{(person) => <Admin person={person} />}</RequireSignIn>;
}

function Admin({ person }: { person: SessionPerson }) {
  const t = useMessages(adminMessages);
  const [path] = useLocation();
  useTitle(t.title);
  if (!holds(person, 'administrator')) {
    return (
      <Empty title={t.noAccess}>
        <p>{t.noAccessLead}</p>
      </Empty>
    );
  }
  const sections = [
    { href: '/admin/people', label: t.people },
    { href: '/admin/organisations', label: t.organisations },
    { href: '/admin/dead-letters', label: t.deadLetters },
  ];
  return (
    <>
      <nav className="desk-tabs" aria-label={t.sections}>
        <div className="desk-tabs__inner scroller">
          {sections.map(({ href, label }) => (
            <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </div>
      </nav>
      <div className="page">
        <Switch>
          <Route path="/admin/organisations" component={OrganisationsPage} />
          <Route path="/admin/dead-letters" component={DeadLettersPage} />
          <Route path="/admin" component={PeoplePage} />
          <Route path="/admin/people" component={PeoplePage} />
          <Route component={NotFound} />
        </Switch>
      </div>
    </>
  );
}
