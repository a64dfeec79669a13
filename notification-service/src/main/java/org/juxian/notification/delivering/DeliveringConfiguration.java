package org.juxian.notification.delivering;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.juxian.notification.contact.Contacts;
import org.juxian.platform.messaging.Tracing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the delivering together. */
@Configuration(proxyBeanMethods = false)
class DeliveringConfiguration {

  @Bean
  DeliveryWorker deliveryWorker(
      Deliveries deliveries,
      Contacts contacts,
      List<Provider> providers,
      InstantSource clock,
      MeterRegistry meters,
      Tracing tracing,
      @Value("${juxian.delivery-claim}") Duration claim) {
    Delivering delivering = new Delivering(deliveries, contacts, providers, clock, meters);
    return new DeliveryWorker(deliveries, delivering, clock, tracing, claim);
  }

  @Bean
  Outbound outbound(
      Deliveries deliveries, DeliveryWorker worker, InstantSource clock, Tracing tracing) {
    return new Outbound(deliveries, worker, clock, tracing);
  }
}
