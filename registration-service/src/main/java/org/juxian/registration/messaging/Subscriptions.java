package org.juxian.registration.messaging;

import org.juxian.platform.messaging.Subscription;
import org.juxian.registration.agenda.AgendaItem;
import org.juxian.registration.people.Organisations;
import org.juxian.registration.persistence.AgendaStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service listens to. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

  @Bean
  Subscription fairs(EventHandler handler, AgendaStore agenda) {
    return events("fair", handler)
        .on(
            "fair.interview-booked.v1",
            InterviewMessage.class,
            message ->
                agenda.apply(message.data().toItem(message.sequence()), message.data().places()))
        .on(
            "fair.interview-ended.v1",
            InterviewMessage.Ended.class,
            message ->
                agenda.cancel(
                    AgendaItem.Kind.INTERVIEW,
                    message.data().interviewId(),
                    message.data().fairId(),
                    message.sequence()));
  }

  @Bean
  Subscription competitions(EventHandler handler, AgendaStore agenda) {
    return events("competition", handler)
        .on(
            "competition.heat-scheduled.v1",
            HeatMessage.class,
            message ->
                agenda.apply(message.data().toItem(message.sequence()), message.data().places()))
        .on(
            "competition.heat-cancelled.v1",
            HeatMessage.Cancelled.class,
            message ->
                agenda.cancel(
                    AgendaItem.Kind.HEAT,
                    message.data().heatId(),
                    message.data().competitionId(),
                    message.sequence()));
  }

  @Bean
  Subscription forums(EventHandler handler) {
    return events("forum", handler);
  }

  @Bean
  Subscription people(PersonHandler handler, Organisations organisations) {
    return Subscription.to("juxian.identity")
        .on("identity.person-changed.v1", PersonMessage.class, handler::changed)
        .on(
            "identity.organisation-changed.v1",
            OrganisationMessage.class,
            message ->
                organisations.changed(
                    message.data().organisationId(),
                    message.data().kind(),
                    message.data().name(),
                    message.sequence()));
  }

  private static Subscription events(String kind, EventHandler handler) {
    return Subscription.to("juxian." + kind)
        .on(kind + ".published.v1", EventMessage.class, handler::published)
        .on(kind + ".changed.v1", EventMessage.class, handler::changed)
        .on(
            kind + ".cancelled.v1",
            EventCancelledMessage.class,
            message -> handler.cancelled(kind, message));
  }
}
