import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import { Route, Switch } from 'wouter';
import { EventListPage } from '../features/events/EventListPage';
import { LanguageProvider } from '../i18n/language';
import { Boundary } from '../ui/Boundary';
import { Skeleton } from '../ui/States';
import { ToastProvider } from '../ui/Toasts';
import { NotFound } from './NotFound';
import { Shell } from './Shell';
import { createQueryClient } from './queryClient';

const EventPage = lazy(() => import('../features/events/EventPage'));
const SignInPage = lazy(() => import('../features/session/SignInPage'));
const WelcomePage = lazy(() => import('../features/session/WelcomePage'));
const MePage = lazy(() => import('../features/session/MePage'));
const DataPage = lazy(() => import('../features/privacy/DataPage'));
const RegisterPage = lazy(() => import('../features/registration/RegisterPage'));
const TicketsPage = lazy(() => import('../features/registration/TicketsPage'));
const TicketPage = lazy(() => import('../features/registration/TicketPage'));
const AgendaPage = lazy(() => import('../features/agenda/AgendaPage'));
const MessagesPage = lazy(() => import('../features/messages/MessagesPage'));
const DelegationPage = lazy(() => import('../features/delegation/DelegationPage'));
const ApplyPage = lazy(() => import('../features/booths/ApplyPage'));
const ApplicationsPage = lazy(() => import('../features/booths/ApplicationsPage'));
const SlotsPage = lazy(() => import('../features/interviews/SlotsPage'));
const InterviewsPage = lazy(() => import('../features/interviews/InterviewsPage'));
const DeskPages = lazy(() => import('../features/desk/DeskPages'));
const AdminPages = lazy(() => import('../features/admin/AdminPages'));

/** The whole app: what everything stands on, and which page belongs to which path. */
export function App() {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <ToastProvider>
          <Shell>
            <Boundary>
              <Suspense fallback={<PageLoading />}>
                <Pages />
              </Suspense>
            </Boundary>
          </Shell>
        </ToastProvider>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

function Pages() {
  return (
    <Switch>
      <Route path="/" component={EventListPage} />
      <Route path="/events/:id">{({ id }) => <EventPage eventId={id} />}</Route>
      <Route path="/events/:id/register">{({ id }) => <RegisterPage eventId={id} />}</Route>
      <Route path="/events/:id/delegation">{({ id }) => <DelegationPage eventId={id} />}</Route>
      <Route path="/events/:id/booth">{({ id }) => <ApplyPage fairId={id} />}</Route>
      <Route path="/events/:id/booths/:boothId">
        {({ id, boothId }) => <SlotsPage fairId={id} boothId={boothId} />}
      </Route>
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/welcome" component={WelcomePage} />
      <Route path="/me" component={MePage} />
      <Route path="/me/data" component={DataPage} />
      <Route path="/tickets" component={TicketsPage} />
      <Route path="/tickets/:id">{({ id }) => <TicketPage registrationId={id} />}</Route>
      <Route path="/agenda" component={AgendaPage} />
      <Route path="/messages" component={MessagesPage} />
      <Route path="/applications" component={ApplicationsPage} />
      <Route path="/applications/:fairId/:id/interviews">
        {({ fairId, id }) => <InterviewsPage fairId={fairId} applicationId={id} />}
      </Route>
      <Route path="/desk/*?" component={DeskPages} />
      <Route path="/admin/*?" component={AdminPages} />
      <Route component={NotFound} />
    </Switch>
  );
}

function PageLoading() {
  return (
    <div className="page">
      <Skeleton lines={5} />
    </div>
  );
}
