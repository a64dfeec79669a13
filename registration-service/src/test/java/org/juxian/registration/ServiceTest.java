package org.juxian.registration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the running service; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "juxian.registration.remind-every=300ms",
      "juxian.registration.fan-out-every=50ms",
      ServiceTest.SETTLE_FOR,
      ServiceTest.SETTLE,
      ServiceTest.WAIT
    })
public @interface ServiceTest {

  String SETTLE_FOR = "juxian.registration.settle-for=200ms";
  String SETTLE = "juxian.registration.settle-every=100ms";
  String WAIT = "juxian.registration.waiting-every=200ms";
}
