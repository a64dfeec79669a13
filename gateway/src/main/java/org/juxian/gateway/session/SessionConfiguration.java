package org.juxian.gateway.session;

import java.time.InstantSource;
import org.juxian.gateway.PublicAddress;
import org.juxian.platform.service.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import tools.jackson.databind.json.JsonMapper;

/** Puts the sessions together. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  @Bean
  Sealer sealer(SessionSettings settings) {
    return new Sealer(CookieKeys.of(settings));
  }

  @Bean
  Sessions sessions(
      Sealer sealer,
      PublicAddress address,
      JsonMapper json,
      InstantSource clock,
      SessionSettings settings) {
    return new Sessions(
        sealer, new SessionCookies(address.secure()), json, clock, settings.lifetime());
  }

  @Bean
  Renewals renewals(Provider provider, InstantSource clock) {
    return new Renewals(provider, clock);
  }

  @Bean
  SignIn signIn(
      Sealer sealer,
      PublicAddress address,
      JsonMapper json,
      InstantSource clock,
      ClientRegistrationRepository providers) {
    ClientRegistration provider =
        providers.findByRegistrationId(ProviderConfiguration.REGISTRATION);
    return new SignIn(
        new PendingSignIns(sealer, json, clock, provider, address.secure()), providers);
  }

  @Bean
  SessionAccess sessionAccess(
      Sessions sessions, Renewals renewals, InstantSource clock, ProblemWriter problems) {
    return new SessionAccess(sessions, new RelayFilter(sessions, renewals, clock, problems));
  }

  @Bean
  KeptClients keptClients(Sessions sessions, InstantSource clock) {
    return new KeptClients(sessions, clock);
  }
}
