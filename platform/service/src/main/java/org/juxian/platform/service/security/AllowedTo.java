package org.juxian.platform.service.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call an endpoint. An endpoint without it may be called by nobody. It is the first of two
 * checks: whether the thing asked for is the caller's own is checked where the thing is known.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowedTo {

  /** Also those who are not signed in. */
  boolean anyone() default false;

  /** Everyone who is signed in. */
  boolean signedIn() default false;

  /** Those who hold one of these {@link Roles}; an administrator always may. */
  String[] roles() default {};
}
