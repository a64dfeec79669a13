package org.juxian.identity.people;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Sees to the first administrator at each start: the owner of {@code JUXIAN_ADMIN_ADDRESS}. */
@Component
class FirstAdministrator implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Administrators administrators;
  private final String address;

  FirstAdministrator(
      Administrators administrators, @Value("${juxian.identity.admin-address}") String address) {
    this.administrators = administrators;
    this.address = address;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (address.isBlank()) {
      log.info("JUXIAN_ADMIN_ADDRESS names no first administrator.");
      return;
    }
    administrators.appointAtStart(
        AddressReader.read(address)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "JUXIAN_ADMIN_ADDRESS is neither a mobile number nor a mail address.")));
  }
}
